import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/**/*.d.ts'],
      reporter: ['text-summary'],
      thresholds: {
        'src/model/**': { branches: 95 },
        'src/checker/**': { branches: 95 },
        'src/ingest/**': { branches: 95 },
      },
    },
  },
});
