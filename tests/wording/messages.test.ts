import { describe, expect, it } from 'vitest';
import { type Diagnostic, fault } from '../../src/model/diagnostic.ts';
import { sentences } from '../../src/model/message.ts';
import { reason } from '../../src/model/verdict.ts';
import { RULES } from '../../src/rules/index.ts';
import { CASCADE } from '../../src/wording/cascade.ts';
import { HELP } from '../../src/wording/commands.ts';
import { CONTRIBUTIONS } from '../../src/wording/contributions.ts';
import { EXPLAIN } from '../../src/wording/explanations.ts';
import { TABLES as FINDING_TABLES, FINDINGS } from '../../src/wording/findings.ts';
import { HISTORY_WORDS, STANDING, STANDING_COUNT } from '../../src/wording/history.ts';
import { INFER, INFER_WORDS } from '../../src/wording/infer.ts';
import { INGEST_WORDS } from '../../src/wording/ingest-summary.ts';
import { LEARN_WORDS } from '../../src/wording/learn.ts';
import { MAPPINGS_WORDS } from '../../src/wording/mappings-test.ts';
import { fill, type Messages, say } from '../../src/wording/message.ts';
import { SCORE } from '../../src/wording/score.ts';
import { MARK, REASONS, STATUS, WORDS } from '../../src/wording/verdicts.ts';

const TABLES: Readonly<Record<string, Messages>> = {
  FINDINGS,
  REASONS,
  WORDS,
  EXPLAIN,
  INGEST_WORDS,
  LEARN_WORDS,
  MAPPINGS_WORDS,
  HISTORY_WORDS,
  STANDING,
  STANDING_COUNT,
  INFER,
  INFER_WORDS,
  HELP,
  STATUS,
  MARK,
  CASCADE,
  CONTRIBUTIONS,
  SCORE,
};

it.each(Object.entries(TABLES))('%s has a text in either language for everything', (_, table) => {
  const bare = Object.entries(table).filter(([, { en, zh }]) => en.trim() === '' || zh.trim() === '');
  expect(bare).toEqual([]);
  expect(Object.keys(table).length).toBeGreaterThan(0);
});

it('no code of a finding has two sentences', () => {
  const tables = [...FINDING_TABLES, ...RULES.map((rule) => rule.says)];
  expect(tables.flatMap((table) => Object.keys(table)).sort()).toEqual(Object.keys(FINDINGS).sort());
});

describe('the compiler knows codes and arguments', () => {
  it('of findings', () => {
    // @ts-expect-error there is no such code
    fault('file/mising', { path: 'a' });
    // @ts-expect-error the sentence is told the code of the system too
    fault('file/unreadable', { path: 'a' });
    // @ts-expect-error an argument that no sentence uses
    fault('file/missing', { path: 'a', where: 'b' });
    // @ts-expect-error of two codes, what one of them needs
    fault('file/missing' as 'file/missing' | 'file/unreadable', { path: 'a' });
    // @ts-expect-error only `fault` and `finding` make one
    const bare: Diagnostic = { code: 'file/missing', severity: 'error', args: { path: 'a' } };
    // what is said only where it is given can be left out
    expect([bare.code, fault('file/no-plan', { name: 'a' }).args]).toEqual(['file/missing', { name: 'a' }]);
  });

  it('of reasons', () => {
    // @ts-expect-error there is no such reason
    reason('mett');
    // @ts-expect-error what is missing is told
    reason('no-reading');
    expect(reason('no-reading', { window: '2024' }).args).toEqual({ window: '2024' });
  });

  it('and that both languages use the same', () => {
    // @ts-expect-error the Chinese leaves an argument out
    const table = sentences({ 'x/y': { en: 'the {a}', zh: '此' } });
    expect(Object.keys(table)).toEqual(['x/y']);
  });
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
