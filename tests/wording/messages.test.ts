import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CASCADE } from '../../src/wording/cascade.ts';
import { HELP } from '../../src/wording/commands.ts';
import { CONTRIBUTIONS } from '../../src/wording/contributions.ts';
import { EXPLAIN } from '../../src/wording/explanations.ts';
import { FINDINGS } from '../../src/wording/findings.ts';
import { HISTORY_WORDS, STANDING, STANDING_COUNT } from '../../src/wording/history.ts';
import { INFER, INFER_WORDS } from '../../src/wording/infer.ts';
import { INGEST_WORDS } from '../../src/wording/ingest-summary.ts';
import { LEARN_WORDS } from '../../src/wording/learn.ts';
import { MAPPINGS_WORDS } from '../../src/wording/mappings-test.ts';
import { fill, type Messages, say } from '../../src/wording/message.ts';
import { SCORE } from '../../src/wording/score.ts';
import { MARK, REASONS, STATUS, WORDS } from '../../src/wording/verdicts.ts';

const source = (folders: readonly string[]): string =>
  folders
    .map((folder) => new URL(`../../src/${folder}/`, import.meta.url))
    .flatMap((folder) =>
      readdirSync(folder, { encoding: 'utf8', recursive: true })
        .filter((name) => name.includes('.'))
        .map((name) => readFileSync(new URL(name, folder), 'utf8')),
    )
    .join('\n');

const argsOf = (text: string): string[] =>
  [...new Set([...text.matchAll(/\[(\w+):/g), ...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? ''))].sort();

const ALL: Messages = {
  ...FINDINGS,
  ...REASONS,
  ...WORDS,
  ...EXPLAIN,
  ...INGEST_WORDS,
  ...LEARN_WORDS,
  ...MAPPINGS_WORDS,
  ...HISTORY_WORDS,
  ...STANDING,
  ...INFER,
  ...INFER_WORDS,
  ...HELP,
  ...STATUS,
  ...MARK,
  ...CASCADE,
  ...CONTRIBUTIONS,
  ...SCORE,
};

it.each(Object.entries(ALL))('%s says the same in both languages', (_, { en, zh }) => {
  // descriptions stand in the schemas in both languages
  expect(argsOf(en)).toEqual(argsOf(zh).map((a) => a.replace('descriptionZh', 'description')));
  expect(zh).not.toBe('');
});

it.each(Object.entries(STANDING_COUNT))('how many %s says the same in both languages', (_, { en, zh }) =>
  expect(argsOf(en)).toEqual(argsOf(zh)),
);

it('every code of the readers, the rules and the command line has a sentence', () => {
  const code = source(['project', 'cli', 'checker', 'rules']);
  const used = [
    ...code.matchAll(
      /'((?:file|yaml|schema|value|indicator|duplicate|usage|data|ingest|cascade|contributions|score|internal)\/[a-z-]+)'/g,
    ),
  ];
  const missing = used.map((m) => m[1] ?? '').filter((c) => !(c in FINDINGS));
  expect(missing).toEqual([]);
  expect(used.length).toBeGreaterThan(40);
});

it('no code has two sentences', () => {
  const codes = [...source(['wording']).matchAll(/^ {2}'([a-z-]+\/[a-z-]+)': \{/gm)].map((m) => m[1] ?? '');
  expect(codes.filter((c, i) => codes.indexOf(c) !== i)).toEqual([]);
});

it('every rule has a sentence for itself or for what it says', () => {
  const rules = [...source(['rules']).matchAll(/id: '([a-z-]+)'/g)].map((m) => m[1] ?? '');
  const said = (rule: string) => Object.keys(FINDINGS).some((c) => c === rule || c.startsWith(`${rule}/`));
  expect(rules.filter((r) => !said(r))).toEqual([]);
});

it('every reason of a verdict has a sentence', () => {
  const code = source(['checker']);
  const used = [...code.matchAll(/reason\('([a-z-]+)'|code: '([a-z-]+)'/g)].map((m) => m[1] ?? m[2] ?? '');
  expect(used.filter((c) => !(c in REASONS))).toEqual([]);
});

describe('a template', () => {
  it.each([
    ['{a} and {b}', { a: 'x', b: 2 }, 'x and 2'],
    ['{list}', { list: ['x', 'y'] }, 'x, y'],
    ['said[near:; did you mean {near}?]', { near: 'y' }, 'said; did you mean y?'],
    ['said[near:; did you mean {near}?]', { near: '' }, 'said'],
    ['said[near:!]', {}, 'said'],
    ['said[near:!]', { near: [] }, 'said'],
    ['{missing}', {}, '{missing}'],
  ])('%s', (template, args, text) => expect(fill(template, args as never, 'en')).toBe(text));

  it('a code without wording shows itself', () => expect(say({}, 'x/y', { a: 1 }, 'en')).toBe('x/y {"a":1}'));
});
