import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CONTAINER } from '../../src/wording/container.ts';
import { INGEST } from '../../src/wording/ingest.ts';
import { STORE } from '../../src/wording/store.ts';

const SAID = { ...INGEST, ...CONTAINER, ...STORE };

const source = ['ingest', 'store']
  .map((folder) => new URL(`../../src/${folder}/`, import.meta.url))
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(new URL(name, folder), 'utf8')),
  )
  .join('\n');

const PERIODS = ['unreadable', 'no-year', 'no-such-month', 'backwards', 'mid-month', 'ambiguous'];
const used = new Set([
  ...[...source.matchAll(/'((?:ingest|container|store)\/[a-z0-9-]+)'/g)].map((m) => m[1]),
  ...PERIODS.map((p) => `ingest/period-${p}`),
]);

it('every code of ingest, its containers and store has a sentence, and every sentence a code', () =>
  expect(Object.keys(SAID).sort()).toEqual([...used].sort()));

const argsOf = (text: string): string[] =>
  [...new Set([...text.matchAll(/[{[](\w+)[}:]/g)].map((m) => m[1] ?? ''))].sort();

it.each(Object.entries(SAID))('%s says the same in both languages', (_code, { en, zh }) =>
  expect(argsOf(en)).toEqual(argsOf(zh)),
);
