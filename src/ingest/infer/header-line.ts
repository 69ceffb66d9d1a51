import type { DraftLine, DraftValue } from '../../model/draft.ts';
import { cellAt, inLine } from './cells.ts';
import type { Head } from './heads.ts';
import { ground, line, some } from './lines.ts';
import { namesOf } from './names.ts';
import { headerForm } from './series-lines.ts';
import { headsOf, type Understood } from './understood.ts';

/** More columns than this, and those that are not read are not listed. */
const LISTED = 12;
const REST = '…';

/** A header cell as it can be asserted; braces would be a pattern. */
const literal = (text: string): string => (/[{}]/.test(text) || /^(?:…|\.{3})$/.test(text) ? REST : text);

/** What one row of the header is read as, cell by cell. */
function cellsOf(
  heads: Understood['heads'],
  names: readonly string[],
  form: (head: Head) => string,
): string[] {
  return names.map((name, index) => {
    const head = heads.get(index);
    return head ? form(head) : literal(name);
  });
}

/**
 * One entry for neighbours that are read alike. Where a pattern that fits any text stands beside others, each column
 * keeps its own entry, so that it can't take theirs.
 */
function merged(cells: readonly string[], patterns: ReadonlySet<string>): string[] {
  const greedy = patterns.size > 1 && [...patterns].some((p) => /^\{\w+\}$/.test(p) && p !== '{period}');
  return cells.filter((cell, i) => greedy || i === 0 || cell !== cells[i - 1] || !patterns.has(cell));
}

/** Neighbours that are not read, shortened to … where there are many columns. */
function shortened(cells: readonly string[], used: ReadonlySet<string>): string[] {
  if (cells.length <= LISTED) return [...cells];
  return cells.flatMap((cell, i) => {
    const unread = (at: number): boolean => at in cells && !used.has(cellAt(cells, at));
    if (!unread(i) || (!unread(i - 1) && !unread(i + 1))) return [cell];
    return unread(i - 1) ? [] : [REST];
  });
}

/** The asserted header. */
export function headerLine(c: Understood): DraftLine {
  const { forms } = namesOf(c);
  const wide = (head: Head): string => (head.role === 'indicator' ? headerForm(forms) : head.form);
  const used = new Set([
    ...headsOf(c).map(wide),
    ...[...c.roles.values()].map((r) => r.column.part?.whole ?? r.column.name),
    ...c.values.map((v) => v.name),
  ]);
  const width = Math.max(...c.columns.map((column) => column.index)) + 1;
  const names = (row: number): string[] =>
    Array.from({ length: width }, (_, index) => inLine(cellAt(c.rows[row], index)));
  const read = (row: number, heads: Understood['heads']): string[] =>
    shortened(merged(cellsOf(heads, names(row), wide), new Set([...heads.values()].map(wide))), used);
  const lower = read(c.layout.header, c.heads);
  const value: DraftValue = c.layout.upper === undefined ? lower : [read(c.layout.upper, c.uppers), lower];
  const unread = c.unread.map((u) => u.name).filter((n) => n !== '');
  const why = unread.length > 0 ? ground('unread', some(unread)) : undefined;
  return line('header', value, why ? 'unknown' : undefined, why);
}
