import { fold } from '../../model/names.ts';
import type { Field, Mapping } from '../mapping/mapping.ts';
import type { Block } from '../table/table.ts';
import { type Capture, type Captures, merge, textReader, type Unfitting } from './captures.ts';
import type { Above, Header } from './header.ts';
import { type KeptColumn, keptColumn } from './kept-rows.ts';
import { lookup } from './lookup.ts';
import { fromAfar, readAbove } from './sources.ts';

/** Sources that are the same for all cells, the farthest first. */
const FAR = ['constant', 'file', 'preamble'] as const;
const ALL_FIT: readonly Unfitting[] = [];
const fitted = (c: Capture): boolean => c.unfitting === undefined;

/** The first source of a field comes last, so that it wins. */
const inOrder = (fields: readonly Field[]): Field[] => [...fields].reverse();

const isPattern = ({ asserted }: Above[number]): boolean =>
  asserted.kind === 'pattern' && asserted.pattern.fills.length > 0;

/** As `Lookup`, for a cell in whose own text a value pattern may have captured something (`within`). */
export type CellLookup<T> = (row: readonly Capture[], column: number, within: Captures | undefined) => T;

/**
 * Brings together what is known of a cell. The nearest source wins: the header above the column, then the row, the
 * preamble, the file name, a constant; among equals its own field's, and of several sources of one field the first that
 * gives something.
 */
export class FieldReader {
  /** Columns that hold figures. */
  readonly valueColumns: readonly number[];
  /** How many columns the header has. */
  readonly width: number;
  readonly #far: Captures;
  readonly #rowFields: readonly {
    readonly field: Field;
    readonly column: number;
    readonly read: (text: string) => Capture;
  }[];
  readonly #aboveFields: readonly Field[];
  readonly #above = new Map<number, readonly Capture[]>();
  readonly #keep: readonly (KeptColumn & { readonly column: number })[];
  /** Dimensions that patterns capture, with the values of the rows that are read. */
  readonly #dimensions: ReadonlyMap<string, ReadonlySet<string>>;

  /** Throws UserError where the preamble or the file name lacks what the mapping looks for there. */
  constructor(mapping: Mapping, head: Block, header: Header, file: string) {
    const column = (name: string): number =>
      header.columns.findIndex((above) =>
        above.some(({ asserted: a }) => a.kind === 'literal' && fold(a.text) === fold(name)),
      );
    this.width = header.columns.length;
    const value = mapping.fields.find((f) => f.name === 'value' && f.source.kind === 'column');
    this.valueColumns =
      value?.source.kind === 'column'
        ? [column(value.source.name)]
        : header.columns.flatMap((above, i) => (above.some(isPattern) ? [i] : []));
    const far: Record<string, string | undefined> = Object.create(null);
    for (const kind of FAR) {
      const found = inOrder(mapping.fields.filter((f) => f.source.kind === kind));
      merge(
        far,
        found.map((f) => fromAfar(f, head, header, file)),
      );
    }
    this.#far = far;
    this.#rowFields = inOrder(mapping.fields).flatMap((f) =>
      f.source.kind === 'column' && f !== value
        ? [{ field: f, column: column(f.source.name), read: textReader(f) }]
        : [],
    );
    this.#aboveFields = inOrder(
      mapping.fields.filter((f) => f.source.kind === 'header' && f.name !== 'value'),
    );
    for (const i of this.valueColumns)
      this.#above.set(
        i,
        this.#aboveFields.flatMap((f) => readAbove(f, header.columns[i] ?? [])),
      );
    const kept = [...mapping.keep].map(([name, values]) => ({ name, values, column: column(name) }));
    this.#keep = kept.flatMap(({ name, column: at, values }) =>
      at < 0 ? [] : [{ column: at, ...keptColumn(name, values) }],
    );
    this.#dimensions = new Map(kept.flatMap((k) => (k.column < 0 ? [[fold(k.name), k.values]] : [])));
  }

  /** What a row says of its cells. */
  row(cells: readonly string[]): readonly Capture[] {
    return this.#rowFields.map(({ column, read: take }) => take(cells[column] ?? ''));
  }

  /** Whether a row is of the dimensions that are read. */
  keeps(cells: readonly string[]): boolean {
    return this.#keep.every(({ column, keeps }) => keeps(cells[column] ?? ''));
  }

  /** Columns of which values are asked for that no row had. */
  unmet(): {
    readonly name: string;
    readonly lacking: readonly string[];
    readonly found: readonly string[];
  }[] {
    return this.#keep.map((k) => ({ name: k.name, ...k.unmet() })).filter((k) => k.lacking.length > 0);
  }

  /** Whether what patterns captured of a cell is of the dimensions that are read. */
  readonly keepsCell = (bag: Captures): boolean => {
    if (this.#dimensions.size === 0) return true;
    const folded = new Map(Object.entries(bag).map(([name, text]) => [fold(name), fold(text ?? '')]));
    return [...this.#dimensions].every(([name, values]) => values.has(folded.get(name) ?? ''));
  };

  /** The names of the dimensions that patterns capture. */
  get dimensions(): readonly string[] {
    return [...this.#dimensions.keys()];
  }

  /** What is known of a cell: its row, its column and, from its own text, what a value pattern captured. */
  bag(row: readonly Capture[], column: number, within: Captures | undefined): Captures {
    const bag: Record<string, string | undefined> = Object.assign(Object.create(null), this.#far);
    merge(bag, row);
    // what stands above one column is said of it alone: 同比(%) beside a row in 亿元 is in %
    merge(bag, this.#above.get(column) ?? []);
    return within ? Object.assign(bag, within) : bag;
  }

  /** Texts of a cell's row and column that none of their patterns fits. */
  unfitting(row: readonly Capture[], column: number): readonly Unfitting[] {
    const above = this.#above.get(column) ?? [];
    if (row.every(fitted) && above.every(fitted)) return ALL_FIT;
    return [...row, ...above].flatMap((c) => c.unfitting ?? []);
  }

  /**
   * What some placeholders of a cell mean (by `mean`). It is worked out once for the captures that can give them: a row has
   * one of few regions and one of few spans, however many rows there are.
   */
  lookup<T>(names: readonly string[], mean: (bag: Captures) => T): CellLookup<T> {
    const wanted = new Set(names.map(fold));
    const gives = (field: Field): boolean => field.as.some((p) => p.fills.some((f) => wanted.has(fold(f))));
    const from = this.#rowFields.flatMap(({ field }, i) => (gives(field) ? [i] : []));
    const byColumn = this.#aboveFields.some(gives);
    const remembered = lookup(from, byColumn, (row, column) => mean(this.bag(row, column, undefined)));
    const inCell = (within: Captures): boolean => Object.keys(within).some((name) => wanted.has(fold(name)));
    return (row, column, within) =>
      within !== undefined && inCell(within) ? mean(this.bag(row, column, within)) : remembered(row, column);
  }
}
