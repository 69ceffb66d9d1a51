import { fault, UserError } from '../../model/diagnostic.ts';
import { fold } from '../../model/names.ts';
import { capture, type Field, type HeaderCell, type Mapping } from '../mapping/mapping.ts';
import type { Bag } from '../mapping/pattern.ts';
import type { Block } from '../table/table.ts';
import { isBlank, NOTE_MARK, ownText, tidy } from '../text.ts';
import type { Above, Header } from './header.ts';

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
 * equals its own field's, and of several sources of one field the first that gives something.
 */
export interface Capture {
  readonly own: Captures;
  readonly other: Captures;
  readonly unfitting?: Unfitting;
}

/** Fields whose digits are those of a span. */
const SPANS: ReadonlySet<string> = new Set(['period', 'from', 'to', 'year']);

/** One object for nothing captured, so that it is passed over without being looked into. */
const NONE: Captures = {};
const NOTHING: Capture = { own: NONE, other: NONE };
/** Markers of nothing in a cell that describes a figure. */
const EMPTY = /^(?:[-–—]+|\.{3,}|\/)?$/;
const ALL_FIT: readonly Unfitting[] = [];
const fitted = (c: Capture): boolean => c.unfitting === undefined;
/** Texts remembered of one field, and answers of one facet: enough for labels, bounded for what never comes back. */
const REMEMBERED = 1 << 16;

function read(field: Field, text: string): Capture {
  const clean = tidy(text);
  if (field.source.kind !== 'constant' && EMPTY.test(clean)) return NOTHING;
  // a mark of a note would become a digit of a month
  const marked = SPANS.has(field.name) && NOTE_MARK.test(text);
  const bag = marked ? undefined : capture(field, clean);
  if (!bag)
    return {
      ...NOTHING,
      unfitting: {
        field: field.name,
        text: marked ? text.trim() : clean,
        patterns: field.as.map((p) => p.text),
      },
    };
  const mine = field.name === 'series' ? 'indicator' : field.name;
  const { [mine]: own, ...other } = bag;
  const whole = bag.indicator === undefined ? {} : { whole: clean };
  if (own === undefined) return { own: NONE, other: { ...other, ...whole } };
  const rest = Object.keys(other).length > 0 ? other : NONE;
  // a flag that says nothing leaves the word to another source
  if (mine === 'status' && own === 'none') return { own: NONE, other: rest };
  return { own: { [mine]: own, ...(mine === 'indicator' ? whole : {}) }, other: rest };
}

/** Reads texts of one field; the same text comes back again and again, and often at once. */
function remembering(field: Field): (text: string) => Capture {
  const known = new Map<string, Capture>();
  let last: string | undefined;
  let capture = NOTHING;
  return (text) => {
    if (text === last) return capture;
    last = text;
    const found = known.get(text);
    if (found) capture = found;
    else {
      const own = ownText(text);
      capture = read(field, own);
      if (known.size >= REMEMBERED) known.clear();
      known.set(own, capture);
    }
    return capture;
  };
}

/** The first cell above the header, or whole row, that a pattern fits. */
function searchPreamble(field: Field, head: Block, header: Header, file: string): Capture {
  for (const row of head.rows.slice(0, header.first)) {
    const cells = row.filter((cell) => !isBlank(cell));
    for (const text of [...cells, cells.join(' ')]) {
      const found = isBlank(text) ? undefined : read(field, text);
      if (found && !found.unfitting) return found;
    }
  }
  const args = { field: field.name, pattern: field.as.map((p) => p.text), row: header.first + 1 };
  throw new UserError(fault('ingest/not-in-preamble', args, { file, line: 1 }));
}

/** The name of a file without folders and endings, as patterns see it. */
const stem = (name: string): string => baseName(name).replace(/(\.(csv|tsv|txt|gz|xlsx?))+$/i, '');

export const baseName = (name: string): string => name.split(/[\\/]/).at(-1) ?? name;

function fromAfar(field: Field, head: Block, header: Header, file: string): Capture {
  if (field.source.kind === 'constant') return read(field, field.source.text);
  if (field.source.kind === 'preamble') return searchPreamble(field, head, header, file);
  const found = read(field, stem(file));
  if (!found.unfitting) return found;
  const args = { field: field.name, pattern: field.as.map((p) => p.text), name: stem(file) };
  throw new UserError(fault('ingest/not-in-file-name', args, { file }));
}

const FAR = ['constant', 'file', 'preamble'] as const;

/** A field as one cell of the header is read: where it has no patterns of its own, by those of the asserted header. */
function forCell(field: Field, asserted: HeaderCell): Field {
  const own =
    field.asHeader && asserted.kind === 'pattern' ? field.as.filter((p) => p.text === asserted.text) : [];
  return own.length > 0 ? { ...field, as: own } : field;
}

/** What the header above a column gives a field: all its rows that fit. */
function readAbove(field: Field, above: Above): Capture[] {
  const cells = above.filter(({ asserted }) => asserted.kind === 'pattern');
  const found = cells.map(({ text, asserted }) => read(forCell(field, asserted), text));
  const fitting = found.filter((c) => !c.unfitting);
  return fitting.length > 0 ? fitting : found.slice(0, 1);
}

/** Later captures over earlier ones; what was captured beside its field gives way to what was asked for. */
function merge(bag: Record<string, string | undefined>, captures: readonly Capture[]): void {
  for (const c of captures) if (c.other !== NONE) Object.assign(bag, c.other);
  for (const c of captures) if (c.own !== NONE) Object.assign(bag, c.own);
}

/** The first source of a field comes last, so that it wins. */
const inOrder = (fields: readonly Field[]): Field[] => [...fields].reverse();

const isPattern = ({ asserted }: Above[number]): boolean =>
  asserted.kind === 'pattern' && asserted.pattern.fills.length > 0;

/** What some of the captured texts mean, worked out once for the same captures. */
export type Facet<T> = (row: readonly Capture[], column: number, within: Captures | undefined) => T;

/** Brings together what is known of a cell from its column, its row, the preamble, the file and constants. */
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
  readonly #keep: readonly (Kept & { readonly column: number })[];
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
    const far: Record<string, string | undefined> = {};
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
        ? [{ field: f, column: column(f.source.name), read: remembering(f) }]
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
      at < 0 ? [] : [{ column: at, ...keeping(name, values) }],
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
    const bag: Record<string, string | undefined> = { ...this.#far };
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
   * What some placeholders mean. It is worked out once for the captures that can give them: a row has one of few
   * regions and one of few spans, however many rows there are.
   */
  facet<T>(names: readonly string[], mean: (bag: Captures) => T): Facet<T> {
    const wanted = new Set(names.map(fold));
    const gives = (field: Field): boolean => field.as.some((p) => p.fills.some((f) => wanted.has(fold(f))));
    const from = this.#rowFields.flatMap(({ field }, i) => (gives(field) ? [i] : []));
    const byColumn = this.#aboveFields.some(gives);
    const [first = -1] = from;
    const more = byColumn ? from : from.slice(1);
    const inCell = (within: Captures | undefined): boolean =>
      within !== undefined && Object.keys(within).some((name) => wanted.has(fold(name)));
    if (from.length === 0 && !byColumn) {
      const same = mean(this.#far);
      return (row, column, within) => (inCell(within) ? mean(this.bag(row, column, within)) : same);
    }
    let size = 0;
    const known = new Map<unknown, unknown>();
    return (row, column, within) => {
      if (inCell(within)) return mean(this.bag(row, column, within));
      let at = known;
      let key: unknown = byColumn ? column : row[first];
      for (const i of more) {
        let next = at.get(key) as Map<unknown, unknown> | undefined;
        if (!next) {
          next = new Map();
          at.set(key, next);
        }
        at = next;
        key = row[i];
      }
      const found = at.get(key);
      if (found !== undefined || at.has(key)) return found as T;
      const made = mean(this.bag(row, column, undefined));
      if (++size > REMEMBERED) {
        known.clear();
        size = 0;
      } else at.set(key, made);
      return made;
    };
  }
}

/** Other values held of a column of which some rows are read. */
const OTHERS = 6;

/** A column of which some values are read. */
interface Kept {
  readonly name: string;
  readonly keeps: (text: string) => boolean;
  /** The values asked for that no row had, and some that rows had instead. */
  readonly unmet: () => { readonly lacking: readonly string[]; readonly found: readonly string[] };
}

function keeping(name: string, values: ReadonlySet<string>): Kept {
  let last: string | undefined;
  let keeps = false;
  const lacking = new Set(values);
  const found = new Set<string>();
  return {
    name,
    keeps(text) {
      if (text !== last) {
        last = text;
        const folded = fold(text);
        keeps = values.has(folded);
        lacking.delete(folded);
        if (!keeps && found.size < OTHERS) found.add(ownText(tidy(text)));
      }
      return keeps;
    },
    unmet: () => ({ lacking: [...lacking], found: [...found] }),
  };
}
