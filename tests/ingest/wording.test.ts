import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FINDINGS } from '../../src/wording/findings.ts';
import { INGEST } from '../../src/wording/ingest.ts';
import type { Message } from '../../src/wording/message.ts';

const ofStore = Object.entries(FINDINGS).filter(([code]) => code.startsWith('store/'));
const SAID: Readonly<Record<string, Message>> = { ...INGEST, ...Object.fromEntries(ofStore) };

const source = ['ingest', 'store']
  .map((folder) => new URL(`../../src/${folder}/`, import.meta.url))
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(new URL(name, folder), 'utf8')),
  )
  .join('\n');

const PERIODS = ['unreadable', 'no-year', 'no-such-month', 'backwards', 'mid-month', 'ambiguous', 'a-day'];
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
