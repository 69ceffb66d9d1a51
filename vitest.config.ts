import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    environment: 'node',
    // for machines that do other work, too: what hangs is found, what is slow shows in bench/
    testTimeout: 120_000,
    // by default one core is left to vitest itself, which hardly needs it
    maxWorkers: '100%',
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
