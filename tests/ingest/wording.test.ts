import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { INFER } from '../../src/wording/infer.ts';
import { INGEST } from '../../src/wording/ingest.ts';
import { STORE } from '../../src/wording/store.ts';

const SAID = { ...INGEST, ...STORE };

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
  ...[...source.matchAll(/'((?:ingest|store)\/[a-z0-9-]+)'/g)].map((m) => m[1]),
  ...PERIODS.map((p) => `ingest/period-${p}`),
]);

it('every code of ingest and store has a sentence, and every sentence a code', () =>
  expect(Object.keys(SAID).sort()).toEqual([...used].sort()));

const argsOf = (text: string): string[] =>
  [...new Set([...text.matchAll(/[{[](\w+)[}:]/g)].map((m) => m[1] ?? ''))].sort();

it.each(Object.entries(SAID))('%s says the same in both languages', (_code, { en, zh }) =>
  expect(argsOf(en)).toEqual(argsOf(zh)),
);

it('every comment of a draft has a sentence', () => {
  const used = [...source.matchAll(/\bground\(\s*'([a-z-]+)'/g)].map((m) => `infer/${m[1]}`);
  expect(used.filter((code) => !(code in INFER))).toEqual([]);
  expect(used.length).toBeGreaterThan(30);
});

it('every sentence for drafts is said', () => {
  /** Codes that the source puts together. */
  const made = /^(?:lacking|many)-(?:labels|regions)$/;
  const parts = Object.keys(INFER).map((code) => code.replace('infer/', ''));
  expect(parts.filter((part) => !made.test(part) && !source.includes(`'${part}'`))).toEqual([]);
});
