import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Who may import whom (docs/architecture.md); everything may import model, the command line everything. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  model: [],
  checker: ['model'],
  ingest: ['model'],
  store: ['model'],
  rules: ['model'],
  project: ['model'],
  wording: ['model', 'rules'],
  report: ['model', 'wording'],
  cli: ['model', 'checker', 'ingest', 'store', 'rules', 'project', 'wording', 'report'],
};

const src = new URL('../src/', import.meta.url);

/** The source files of a room, those of its inner rooms too. */
const filesOf = (folder: string): string[] =>
  readdirSync(new URL(`${folder}/`, src), { encoding: 'utf8', recursive: true }).filter((f) =>
    f.endsWith('.ts'),
  );
const folders = readdirSync(src).sort();

it('the house has the rooms it says', () => expect(folders).toEqual(Object.keys(MAY).sort()));

/** The files a file imports, by their places in src/; types count as much as what is run. */
const importsOf = (file: string): string[] =>
  [...readFileSync(new URL(file, src), 'utf8').matchAll(/(?:from|import\() ?'(\.[^']+\.ts)'/g)].map((m) =>
    new URL(m[1] ?? '', new URL(file, src)).href.slice(src.href.length),
  );

it.each(folders)('%s imports only what it may', (folder) => {
  const strangers = filesOf(folder).flatMap((file) =>
    importsOf(`${folder}/${file}`)
      .filter((other) => ![folder, ...(MAY[folder] ?? [])].includes(other.split('/')[0] ?? ''))
      .map((other) => `${file} → ${other}`),
  );
  expect(strangers).toEqual([]);
});

it('no imports go round in a circle, those of types neither', () => {
  const files = folders.flatMap((folder) => filesOf(folder).map((f) => `${folder}/${f}`));
  const imports = new Map(files.map((file) => [file, importsOf(file)]));
  const isInCircle = (file: string): boolean => {
    const reached = new Set(imports.get(file));
    for (const at of reached) for (const next of imports.get(at) ?? []) reached.add(next);
    return reached.has(file);
  };
  expect(files.filter(isInCircle)).toEqual([]);
});

it('commands know a store by its contract alone, and the contract knows no files', () => {
  const importing = (folder: string, pattern: RegExp): string[] =>
    filesOf(folder).filter((f) => pattern.test(readFileSync(new URL(`${folder}/${f}`, src), 'utf8')));
  expect(importing('cli', /store\/folder\//)).toEqual([]);
  expect(
    importing('store', /from '\.\/folder\/|from 'node:(?:fs|path)/).filter((f) => !f.startsWith('folder/')),
  ).toEqual(['open.ts']);
});

it('the checker has no files, no clock and no randomness', () => {
  const text = filesOf('checker')
    .map((f) => readFileSync(new URL(`checker/${f}`, src), 'utf8'))
    .join('\n');
  expect(text).not.toMatch(/from 'node:|Date\.now|new Date\(|Math\.random|process\./);
});
