import { createRequire } from 'node:module';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const inputs = async (entry: string, external: string[] = []): Promise<string[]> => {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
    metafile: true,
    external,
  });
  return Object.keys(metafile.inputs);
};

it('what is bundled apart has no class of findings of its own', async () => {
  const files = await inputs('src/ingest/container/book.ts');
  expect(files.filter((f) => f.startsWith('src/model/diagnostic'))).toEqual([]);
  expect(files.some((f) => f.includes('/numfmt/'))).toBe(true);
});

it('what opens exports has none of the packages that read workbooks', async () => {
  const files = await inputs('src/ingest/container/open.ts', ['./book.ts']);
  expect(files.filter((f) => f.includes('node_modules'))).toEqual([]);
});

it('the build has what is loaded for a workbook', () => {
  const built = createRequire(import.meta.url)('../../../dist/workbook.cjs');
  expect(Object.keys(built).sort()).toEqual(['readXls', 'readXlsx']);
});
