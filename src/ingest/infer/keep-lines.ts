import type { DraftLine } from '../../model/draft.ts';
import { isBlank } from '../text.ts';
import { firstOf } from './cells.ts';
import { type Column, textIn } from './columns.ts';
import { ground, open, some } from './lines.ts';
import { isWhole, roleOf } from './standard.ts';
import type { Understood } from './understood.ts';

/** What can't tell two figures apart: what is said of a figure, not what it is about. */
const BESIDE = new Set(['value', 'status', 'published']);

/** Rows that are of one indicator, unit, region and span, where their figures differ. */
function clashes(c: Understood): (readonly string[])[][] {
  const about = [...c.roles].flatMap(([role, { column }]) => (BESIDE.has(role) ? [] : [column]));
  const groups = new Map<string, (readonly string[])[]>();
  for (const row of c.rows.slice(c.layout.first, c.layout.end)) {
    if (c.values.every((v) => isBlank(row[v.index]))) continue;
    const text = about.map((column) => textIn(row, column)).join('\u0000');
    const group = groups.get(text);
    if (group) group.push(row);
    else groups.set(text, [row]);
  }
  const figures = (row: readonly string[]): string => c.values.map((v) => textIn(row, v)).join('\u0000');
  return [...groups.values()].filter((rows) => new Set(rows.map(figures)).size > 1);
}

/** The value to keep that is proposed: the whole, where there is one, else the first. */
const proposal = (texts: readonly string[]): string => texts.find(isWhole) ?? firstOf(texts);

/** Columns that tell apart rows which are otherwise of one figure: only one of their values can be meant. */
export function keepLines(c: Understood): DraftLine[] {
  if (c.values.length === 0) return [];
  const found = clashes(c);
  if (found.length === 0) return [];
  const taken = new Set([...c.roles.values()].map((r) => r.column));
  const free = c.columns.filter(
    (column) => !taken.has(column) && !c.values.includes(column) && roleOf(column.name) !== 'nothing',
  );
  const differs = (column: Column): boolean =>
    found.some((rows) => new Set(rows.map((row) => textIn(row, column))).size > 1);
  const telling = free.filter((column) => !column.part && differs(column));
  const rows = found.reduce((sum, group) => sum + group.length, 0);
  const why = ground(telling.length > 0 ? 'clash' : 'clash-unexplained', { count: rows });
  const texts = (column: Column): string[] => [...(column.blanks > 0 ? [''] : []), ...column.texts];
  const asides = telling.map((column) => [column.name, ground('keep-values', some(texts(column)))] as const);
  const value = Object.fromEntries(telling.map((column) => [column.name, proposal(texts(column))]));
  return [{ ...open('keep', value, why), asides: Object.fromEntries(asides) }];
}
