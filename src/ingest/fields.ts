import { fault, UserError } from '../model/diagnostic.ts';
import { fold } from '../model/names.ts';
import type { Header } from './header.ts';
import { capture, type Field, type HeaderCell, type Mapping } from './mapping-types.ts';
import type { Bag } from './pattern.ts';
import type { Table } from './table.ts';
import { isBlank, tidy } from './text.ts';

/** A name of a series as captured, with the whole text it was captured from. */
export type Captures = Bag & { readonly whole?: string };

/** A text that none of its field's patterns fits. */
export interface Unfitting {
  readonly field: string;
  readonly text: string;
  readonly patterns: readonly string[];
}

/**
 * What a source gave: under `own` what it was declared for, under `other` what its pattern captured beside.
 * The nearest source wins: the header above the column, then the row, the preamble, the file name, a constant; among
 * equals its own field's.
 */
export interface Capture {
  readonly own: Captures;
  readonly other: Captures;
  readonly unfitting?: Unfitting;
}

/** One object for nothing captured, so that it is passed over without being looked into. */
const NONE: Captures = {};
const NOTHING: Capture = { own: NONE, other: NONE };
/** Markers of nothing in a cell that describes a figure. */
const EMPTY = /^(?:[-–—]+|\.{3,}|\/)?$/;

function read(field: Field, text: string): Capture {
  const clean = tidy(text);
  if (field.source.kind !== 'constant' && EMPTY.test(clean)) return NOTHING;
  const bag = capture(field, clean);
  if (!bag)
    return {
      ...NOTHING,
      unfitting: { field: field.name, text: clean, patterns: field.as.map((p) => p.text) },
    };
  const mine = field.name === 'series' ? 'indicator' : field.name;
  const { [mine]: own, ...other } = bag;
  const whole = bag.indicator === undefined ? {} : { whole: clean };
  if (own === undefined) return { own: {}, other: { ...other, ...whole } };
  const rest = Object.keys(other).length > 0 ? other : NONE;
  return { own: { [mine]: own, ...(mine === 'indicator' ? whole : {}) }, other: rest };
}

/** Reads texts of one field; the same text comes back again and again. */
function remembering(field: Field): (text: string) => Capture {
  const known = new Map<string, Capture>();
  return (text) => {
    let found = known.get(text);
    if (!found) {
      found = read(field, text);
      known.set(text, found);
    }
    return found;
  };
}

/** The first cell above the header, or whole row, that a pattern fits. */
function searchPreamble(field: Field, table: Table, header: Header, file: string): Capture {
  for (const row of table.rows.slice(0, header.row)) {
    const cells = row.filter((cell) => !isBlank(cell));
    for (const text of [...cells, cells.join(' ')]) {
      const found = isBlank(text) ? undefined : read(field, text);
      if (found && !found.unfitting) return found;
    }
  }
  const args = { field: field.name, pattern: field.as.map((p) => p.text), row: header.row + 1 };
  throw new UserError(fault('ingest/not-in-preamble', args, { file, line: 1 }));
}

/** The name of a file without folders and endings, as patterns see it. */
const stem = (name: string): string => baseName(name).replace(/(\.(csv|tsv|txt|gz|xlsx))+$/i, '');

export const baseName = (name: string): string => name.split(/[\\/]/).at(-1) ?? name;

function fromAfar(field: Field, table: Table, header: Header, file: string): Capture {
  if (field.source.kind === 'constant') return read(field, field.source.text);
  if (field.source.kind === 'preamble') return searchPreamble(field, table, header, file);
  const found = read(field, stem(file));
  if (!found.unfitting) return found;
  const args = { field: field.name, pattern: field.as.map((p) => p.text), name: stem(file) };
  throw new UserError(fault('ingest/not-in-file-name', args, { file }));
}

const FAR = ['constant', 'file', 'preamble'] as const;

/** What is known of one cell. */
export interface Known {
  readonly bag: Captures;
  readonly unfitting: readonly Unfitting[];
}

/** A field as one column reads it: where it has no patterns of its own, by the column's in the asserted header. */
function forColumn(field: Field, asserted: HeaderCell | undefined): Field {
  const own =
    field.asHeader && asserted?.kind === 'pattern' ? field.as.filter((p) => p.text === asserted.text) : [];
  return own.length > 0 ? { ...field, as: own } : field;
}

/** Brings together what is known of a cell from its column, its row, the preamble, the file and constants. */
export class FieldReader {
  /** Columns that hold figures. */
  readonly valueColumns: readonly number[];
  readonly #far: Captures;
  readonly #rowFields: readonly { readonly column: number; readonly read: (text: string) => Capture }[];
  readonly #above = new Map<number, Capture[]>();

  /** Throws UserError where the preamble or the file name lacks what the mapping looks for there. */
  constructor(mapping: Mapping, table: Table, header: Header, file: string) {
    const column = (name: string): number =>
      header.columns.findIndex((c) => c.kind === 'literal' && fold(c.text) === fold(name));
    const value = mapping.fields.find((f) => f.name === 'value' && f.source.kind === 'column');
    this.valueColumns =
      value?.source.kind === 'column'
        ? [column(value.source.name)]
        : header.columns.flatMap((c, i) => (c.kind === 'pattern' && c.pattern.fills.length > 0 ? [i] : []));
    this.#far = Object.assign(
      {},
      ...FAR.flatMap((kind) => {
        const found = mapping.fields.filter((f) => f.source.kind === kind);
        const captures = found.map((f) => fromAfar(f, table, header, file));
        return [...captures.map((c) => c.other), ...captures.map((c) => c.own)];
      }),
    );
    this.#rowFields = mapping.fields.flatMap((f) =>
      f.source.kind === 'column' && f !== value
        ? [{ column: column(f.source.name), read: remembering(f) }]
        : [],
    );
    const above = mapping.fields.filter((f) => f.source.kind === 'header' && f.name !== 'value');
    for (const i of this.valueColumns)
      this.#above.set(
        i,
        above.map((f) => read(forColumn(f, header.columns[i]), header.cells[i] ?? '')),
      );
  }

  /** What a row says of its cells. */
  row(cells: readonly string[]): readonly Capture[] {
    return this.#rowFields.map(({ column, read: take }) => take(cells[column] ?? ''));
  }

  /** What is known of a cell: its row, its column and, from its own text, what a value pattern captured. */
  cell(row: readonly Capture[], column: number, within: Captures | undefined): Known {
    const above = this.#above.get(column) ?? [];
    const bag: Captures = { ...this.#far };
    // what stands above one column is said of it alone: 同比(%) beside a row in 亿元 is in %
    for (const captures of [row, above]) {
      for (const c of captures) if (c.other !== NONE) Object.assign(bag, c.other);
      for (const c of captures) Object.assign(bag, c.own);
    }
    if (within) Object.assign(bag, within);
    return { bag, unfitting: [...row, ...above].flatMap((c) => c.unfitting ?? []) };
  }
}
