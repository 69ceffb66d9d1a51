import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { project, ptrack, remove } from './scenario.ts';

/**
 * Plans such as cities, provinces and an agency publish, their exports in several shapes, and what an analyst works out
 * by hand: `known-outcomes.csv` of the project has a row for each target and month, with the arithmetic. An empty cell
 * is not held, `-` is nothing; numbers are held to the decimals that are written.
 */
interface Known {
  readonly target: string;
  readonly as_of: string;
  readonly status: string;
  readonly marks: string;
  readonly reading: string;
  readonly span: string;
  readonly expected: string;
  readonly completion: string;
  readonly gap: string;
  readonly needed: string;
  readonly per_month: string;
  readonly arithmetic: string;
}

interface Amount {
  readonly value: number;
}

/** What is held of a verdict in JSON output. */
interface Judged {
  readonly plan: string;
  readonly target: string;
  readonly status: string;
  readonly marks: readonly string[];
  readonly actual: (Amount & { readonly period: string }) | null;
  readonly expected: Amount | null;
  readonly completion: number | null;
  readonly paceGap: number | null;
  readonly needed: (Amount & { readonly kind: string; readonly perMonth: number | null }) | null;
}

/** Long after every due date: what is not final is overdue, which is no part of the table. */
const TODAY = '2026-01-15';

let dir = '';
const judged = new Map<string, ReadonlyMap<string, Judged>>();

beforeAll(() => {
  dir = project('lanjiang');
  const exports = readdirSync(join(dir, 'data/exports')).sort();
  const run = ptrack(['ingest', '-q', ...exports.map((f) => join('data/exports', f))], dir);
  expect(run).toMatchObject({ err: '', code: 0 });
});
afterAll(() => remove(dir));

const rows = parse<Known>(
  readFileSync(new URL('./projects/lanjiang/known-outcomes.csv', import.meta.url), 'utf8'),
  { columns: true },
);

/** The verdicts of all plans as of a month, by address; each month is judged once. */
function verdictsAsOf(month: string): ReadonlyMap<string, Judged> {
  const known = judged.get(month);
  if (known) return known;
  const run = ptrack(['check', '-q', '--all', '--as-of', month, '--today', TODAY, '--format', 'json'], dir);
  const { verdicts } = JSON.parse(run.out) as { verdicts: Judged[] };
  const found = new Map(verdicts.map((v) => [`${v.plan}/${v.target}`, v]));
  judged.set(month, found);
  return found;
}

/** A number of the program to the decimals of the one it is held against. */
const rounded = (value: number | null | undefined, like: string): string =>
  value === null || value === undefined
    ? '-'
    : value.toFixed(like.split('.')[1]?.length ?? 0).replace(/^-(0\.?0*)$/, '$1');

/** What the program says, as the row would write it; only where the row says something. */
function saidLike(row: Known, v: Judged): Partial<Known> {
  const [, amount = ''] = row.needed.split(' ');
  const needed = v.needed ? `${v.needed.kind} ${rounded(v.needed.value, amount)}` : '-';
  const all: Omit<Known, 'target' | 'as_of' | 'arithmetic'> = {
    status: v.status,
    marks: v.marks.filter((m) => m !== 'overdue').join(' '),
    reading: rounded(v.actual?.value, row.reading),
    span: v.actual?.period ?? '-',
    expected: rounded(v.expected?.value, row.expected),
    completion: rounded(v.completion, row.completion),
    gap: rounded(v.paceGap === null ? null : v.paceGap * 100, row.gap),
    needed,
    per_month: rounded(v.needed?.perMonth, row.per_month),
  };
  return Object.fromEntries(
    Object.entries(all).filter(([key]) => row[key as keyof Known] !== '' || key === 'marks'),
  );
}

const held = (row: Known): Partial<Known> => {
  const { target, as_of, arithmetic, ...rest } = row;
  return Object.fromEntries(Object.entries(rest).filter(([key, text]) => text !== '' || key === 'marks'));
};

describe('plans with known outcomes', () => {
  it.each(rows.map((row) => [`${row.target} as of ${row.as_of}: ${row.arithmetic}`, row] as const))(
    '%s',
    (_, row) => {
      const v = verdictsAsOf(row.as_of).get(row.target);
      expect(v && saidLike(row, v)).toEqual(held(row));
    },
  );
});

it('every target has an outcome, and every status is among them', () => {
  const all = [...verdictsAsOf('2024-12').keys()].filter(
    (address) => !rows.some((r) => r.target === address),
  );
  expect(all).toEqual([]);
  expect([...new Set(rows.map((r) => r.status))].sort()).toEqual(
    ['achieved', 'lagging', 'missed', 'no-data', 'not-due', 'on-track', 'unquantified'].sort(),
  );
});
