import type { Basis } from '../../model/label.ts';
import { BASIS_WORDS } from '../mapping/pattern.ts';
import { firstOf, inLine } from './cells.ts';
import type { Column } from './columns.ts';
import { formsOf, knownIn } from './forms.ts';
import { type Head, type HeadRole, readHead } from './heads.ts';
import type { Recogniser } from './recognise.ts';
import { type Roles, textsOf } from './roles.ts';
import { samePart, spanOf } from './spans.ts';
import { REGION_LIKE } from './standard.ts';

/** Columns whose figures are read, with what their headers say of them, also in the upper row of two. */
export interface Values {
  readonly values: readonly Column[];
  readonly heads: ReadonlyMap<number, Head>;
  readonly uppers: ReadonlyMap<number, Head>;
}

const NONE: Values = { values: [], heads: new Map(), uppers: new Map() };

const keep = (columns: readonly Column[], heads: readonly Head[]): Values => ({
  values: columns.filter((c) => heads.some((h) => h.column === c.index)),
  heads: new Map(heads.map((h) => [h.column, h])),
  uppers: new Map(),
});

const as = (head: Head, role: HeadRole, form: string): Head => ({ ...head, role, form });

/** The part of heads that look like names of regions. */
const regionLike = (heads: readonly Head[]): number =>
  heads.filter((h) => REGION_LIKE.test(h.text)).length / Math.max(1, heads.length);

/** Years above columns whose rows name months: the header gives the year, the row the month. */
function yearsAbove(heads: readonly Head[], roles: Roles, recognise: Recogniser): readonly Head[] {
  const rows = textsOf(roles, 'period');
  const undated = rows.length > 0 && rows.every((t) => recognise.label(t)?.dated === false);
  if (!undated || heads.some((h) => h.label !== undefined && !recognise.label(h.label)?.year)) return heads;
  return heads.map((h) =>
    h.label === undefined
      ? h
      : as(h, 'year', h.form.replace('{period}', h.label.endsWith('年') ? '{year}年' : '{year}')),
  );
}

/**
 * Which columns of figures are read, by what stands above them: spans, words of basis, regions, indicators, or the one
 * column that is named for its figures. What ptrack does not know is left unread, where something else is known.
 */
export function valuesOf(
  columns: readonly Column[],
  roles: Roles,
  indicatorSaid: boolean,
  recognise: Recogniser,
): Values {
  const named = roles.get('value')?.column;
  if (named) return { ...NONE, values: [named] };
  const heads = yearsAbove(
    columns.map((c) => readHead(c.index, c.name, recognise)),
    roles,
    recognise,
  );
  const hollow = new Set(columns.filter((c) => c.hollow).map((c) => c.index));
  const filled = heads.filter((h) => !hollow.has(h.column));
  const of = (...wanted: readonly HeadRole[]): Head[] =>
    filled.some((h) => h.role === wanted[0]) ? heads.filter((h) => h.role && wanted.includes(h.role)) : [];
  if (of('year').length > 0) return keep(columns, of('year'));
  if (of('period').length > 0) return keep(columns, of('period', 'growth'));
  if (of('basis').length > 0) return keep(columns, of('basis', 'growth'));
  const regions = (): Values =>
    keep(
      columns,
      heads.flatMap((h) =>
        h.role === 'region' ? h : hollow.has(h.column) ? [] : as(h, 'region', '{region}'),
      ),
    );
  if (of('region').length * 2 >= heads.length && heads.length > 0) return regions();
  if (of('value').length === 1) return keep(columns, of('value'));
  const likeRegions = filled.length > 1 && regionLike(filled) > 0.6 && !roles.has('region');
  if (likeRegions) return regions();
  const known = (h: Head): boolean =>
    h.role !== 'growth' &&
    (!hollow.has(h.column) || knownIn(formsOf([h.text], recognise), h.text, recognise));
  if (!roles.has('indicator') && !indicatorSaid)
    return keep(
      columns,
      heads.filter(known).map((h) => as(h, 'indicator', '{indicator}')),
    );
  const figures = columns.filter((c) => c.figures);
  return figures.length === 1 ? { ...NONE, values: figures } : NONE;
}

/**
 * The same for a header of two rows: what is merged over several columns is said of each of them. Columns of which
 * neither row, or only one, is known are left unread.
 */
export function valuesBelowTwo(
  columns: readonly Column[],
  upper: readonly string[],
  indicatorSaid: boolean,
  recognise: Recogniser,
): Values {
  /** What is merged over a column stands in its first cell. */
  const merged = (index: number): string =>
    firstOf(
      upper
        .slice(0, index + 1)
        .map(inLine)
        .filter((c) => c !== '')
        .reverse(),
    );
  const read = (column: Column, text: string): Head => {
    const head = readHead(column.index, text, recognise);
    return head.role || indicatorSaid ? head : as(head, 'indicator', '{indicator}');
  };
  const both = columns.map((column) => ({
    column,
    over: read(column, merged(column.index)),
    under: read(column, column.name),
  }));
  const known = both.filter(({ over, under }) => over.role && under.role && over.role !== under.role);
  return {
    values: known.map((k) => k.column),
    heads: new Map(known.map((k) => [k.column.index, k.under])),
    uppers: new Map(known.map((k) => [k.column.index, k.over])),
  };
}

/**
 * Whether a column 同比 can be read: it has the span of the one column beside it, and that is also what its row or the
 * title says. Beside several columns it could belong to any of them.
 */
export function growthsFit(heads: ReadonlyMap<number, Head>, labels: readonly string[]): boolean {
  const others = [...heads.values()].filter((h) => h.role !== 'growth');
  const [only] = others;
  if (only === undefined || others.length > 1 || labels.length === 0) return false;
  if (only.role === 'basis') {
    // of a growth that has a word of basis itself nothing is to be decided
    const basis = BASIS_WORDS.get(`${only.basis}`) as Basis | undefined;
    return basis !== undefined && labels.every((label) => samePart(spanOf(label), spanOf(label, basis)));
  }
  return labels.every((label) => samePart(spanOf(`${only.label}`), spanOf(label)));
}
