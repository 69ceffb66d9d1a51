import type { Basis } from '../../model/label.ts';
import { OBSERVATION_STATUSES } from '../../model/observation.ts';
import type { Bag, Pattern, PLACEHOLDERS, Tables, Words } from './pattern.ts';

/** What a mapping can say where to find: `series` is a name from which patterns take indicator, basis and unit. */
export type FieldName = 'series' | (typeof PLACEHOLDERS)[number];

/** Where a field comes from. */
export type FieldSource =
  | { readonly kind: 'column'; readonly name: string }
  /** the header cell above the figure */
  | { readonly kind: 'header' }
  /** a cell, or a whole row, above the header */
  | { readonly kind: 'preamble' }
  | { readonly kind: 'file' }
  | { readonly kind: 'constant'; readonly text: string };

/** A field of a mapping (字段): where it comes from, and how it is written there. */
export interface Field {
  readonly name: FieldName;
  readonly source: FieldSource;
  /** Tried in order; never empty. */
  readonly as: readonly Pattern[];
  /** The patterns are those of the asserted header: each column is read by its own. */
  readonly asHeader?: boolean;
  readonly tables: Tables;
  /** Its place in the mapping's file. */
  readonly pointer: string;
}

/** A cell of the asserted header: a text, a pattern for one or more columns, or any number of columns not read. */
export type HeaderCell =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'pattern'; readonly text: string; readonly pattern: Pattern }
  | { readonly kind: 'rest' };

/** How the text is cut into cells. */
export interface Dialect {
  readonly delimiter: string;
  readonly decimal: '.' | ',';
  readonly encoding?: string;
}

/** What becomes of names that nothing is called: left out, or an error. */
export type Others = 'skip' | 'error';

/** How the exports of one kind are read (映射): for each field where it comes from. There are no layouts. */
export interface Mapping {
  readonly id?: string;
  /** Globs of file names, without folders. */
  readonly files: readonly string[];
  /** The rows of the asserted header; most have one. */
  readonly header: readonly (readonly HeaderCell[])[];
  /** Beginnings of the row at which the note below the table starts. */
  readonly end: readonly string[];
  readonly fields: readonly Field[];
  /** Labels of series, before the catalogue's; `skip` leaves a series out. */
  readonly labels: Words;
  /** Labels of regions, before the catalogue's; `skip` leaves a region out. */
  readonly regions: Words;
  readonly others: { readonly labels: Others; readonly regions: Others };
  /** Rows that are read: by column or placeholder, the values of those; other rows are of other dimensions. */
  readonly keep: ReadonlyMap<string, ReadonlySet<string>>;
  /** The sheet of a workbook, by name or by number from 1. */
  readonly sheet?: string;
  /** Markers of figures that are not there, beside the usual ones. */
  readonly missing: readonly string[];
  readonly dialect: Dialect;
}

/** What a label is mapped to where it is to be left out. */
export const SKIP = 'skip';

/** What a word of basis means: how the label is to be taken, or that the figure is of that span a year before (上年同期). */
export type Sense = Basis | 'year-before' | 'year-to-date-before';
/** Every sense a word of basis can have. */
export const BASES: readonly Sense[] = ['span', 'year-to-date', 'end', 'year-before', 'year-to-date-before'];

/** Statuses a flag can stand for; `none` for flags that say nothing about the figure. */
export const STATUSES = [...OBSERVATION_STATUSES, 'none'] as const;

/** Whether the figures stand in several columns, below the header cells that name them. */
export const isWide = (mapping: Pick<Mapping, 'fields'>): boolean =>
  mapping.fields.some((f) => f.source.kind === 'header');

/** What can stand between cells, by its name in a mapping's `dialect` (分隔符), in the order of doubt. */
export const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const;

/** Whether some field or pattern of a mapping gives a placeholder. */
export const fills = (mapping: Pick<Mapping, 'fields'>, name: (typeof PLACEHOLDERS)[number]): boolean =>
  mapping.fields.some((f) => f.as.some((p) => p.fills.includes(name)));

/** What the first fitting pattern of a field captures from a text. */
export function capture(field: Pick<Field, 'as'>, text: string): Bag | undefined {
  for (const pattern of field.as) {
    const bag = pattern.match(text);
    if (bag) return bag;
  }
  return undefined;
}
