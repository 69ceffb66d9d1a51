/** Any value JSON has. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A row as programs read it: parts of a whole are fractions, numbers are numbers, what is missing is null. */
export type Flat = Readonly<Record<string, Json>>;

/** One published key of a row: what JSON has under it, and how a table of one value a cell shows that. */
export interface Field<R> {
  readonly key: string;
  value(row: R): Json;
  /** The value as the text of one cell. */
  cell(row: R): string;
  /** Columns of its own that an object has in a CSV, so that numbers stay numbers: `actual.value`, `actual.unit` … */
  readonly parts?: readonly Field<R>[];
  /** Too much for a cell: JSON alone has it. */
  readonly jsonOnly?: boolean;
}

/** The text of one value: lists joined with `; `, objects by their values. */
export function cellOf(value: Json): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map((v) => cellOf(v as Json)).join('; ');
  if (typeof value === 'number') return String(Number(value.toFixed(6)));
  if (typeof value !== 'object') return String(value);
  return together(Object.values(value).map(cellOf));
}

const together = (texts: readonly string[]): string => texts.filter((t) => t !== '').join(' ');

/** A field with a value of its own. */
export const field = <R>(key: string, value: (row: R) => Json): Field<R> => ({
  key,
  value,
  cell: (row) => cellOf(value(row)),
});

/** A field that only JSON has. */
export const jsonField = <R>(key: string, value: (row: R) => Json): Field<R> => ({
  ...field(key, value),
  jsonOnly: true,
});

/** The fields that fit into cells. */
export const inCells = <R>(fields: readonly Field<R>[]): Field<R>[] => fields.filter((f) => !f.jsonOnly);

/** A row as an object of its fields. */
export const recordOf = <R>(fields: readonly Field<R>[], row: R): Flat =>
  Object.fromEntries(fields.map((f) => [f.key, f.value(row)]));

/** What one cell says of something that has fields of its own. */
type CellOf<P> = (part: P) => string;

const byValues =
  <P>(fields: readonly Field<P>[]): CellOf<P> =>
  (part) =>
    together(inCells(fields).map((f) => f.cell(part)));

/** A field of something inside a row: what is said of the part, said of the row; nothing where it is not there. */
export function within<R, P>(of: (row: R) => P | undefined, { parts, ...inner }: Field<P>): Field<R> {
  const or = <T>(row: R, some: (part: P) => T, none: T): T => {
    const part = of(row);
    return part === undefined ? none : some(part);
  };
  return {
    ...inner,
    value: (row) => or<Json>(row, inner.value, null),
    cell: (row) => or(row, inner.cell, ''),
    ...(parts ? { parts: parts.map((p) => within(of, p)) } : {}),
  };
}

/** A field of several: an object in JSON, a column each in a CSV, null where there is nothing. */
export const group = <R, P>(
  key: string,
  of: (row: R) => P | undefined,
  fields: readonly Field<P>[],
  cell: CellOf<P> = byValues(fields),
): Field<R> => within(of, { key, value: (part) => recordOf(fields, part), cell, parts: fields });

/** A field of like things: a list of objects in JSON, one cell elsewhere. */
export const list = <R, P>(
  key: string,
  of: (row: R) => readonly P[] | undefined,
  fields: readonly Field<P>[],
): Field<R> => ({
  key,
  value: (row) => of(row)?.map((part) => recordOf(fields, part)) ?? null,
  cell: (row) => (of(row) ?? []).map(byValues(fields)).join('; '),
});

/** The fields as the columns of a table of one value a cell: objects spread over dotted keys. */
export const spread = <R>(fields: readonly Field<R>[]): Field<R>[] =>
  inCells(fields).flatMap((f) =>
    f.parts ? inCells(f.parts).map((p) => ({ ...p, key: `${f.key}.${p.key}` })) : [f],
  );
