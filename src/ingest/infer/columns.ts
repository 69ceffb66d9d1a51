import { isBlank, tidy } from '../text.ts';
import { cellAt, firstOf, inLine } from './cells.ts';
import type { Layout } from './layout.ts';
import type { Recogniser } from './recognise.ts';

/** A column below the header (栏): its name, what stands in it, and whether that is figures. */
export interface Column {
  readonly index: number;
  /** The header cell, without the spaces that exports put into it. */
  readonly name: string;
  /** Distinct texts, tidied, in the order in which they come; blanks are not among them. */
  readonly texts: readonly string[];
  /** How many of its cells are blank. */
  readonly blanks: number;
  readonly figures: boolean;
  /** Nothing stands in it but marks of figures that are not there. */
  readonly hollow: boolean;
  /** For a part of a packed key (`freq,unit,geo\TIME_PERIOD`): the whole header cell, and which part it is. */
  readonly part?: { readonly whole: string; readonly at: number };
}

/** What stands in a row's cell of a column. */
export const textIn = (row: readonly string[], { index, part }: Pick<Column, 'index' | 'part'>): string =>
  tidy(part ? cellAt(cellAt(row, index).split(','), part.at) : cellAt(row, index));

/** Eurostat's tables have all dimensions in the first column, and what stands above the others behind a backslash. */
const PACKED = /^([\w ]+(?:,[\w ]+)+)\\\w+$/;

/** What stands in a column, below the header and above the note. */
function contents(
  all: readonly string[],
  recognise: Recogniser,
): Pick<Column, 'texts' | 'blanks' | 'hollow'> {
  const texts = [...new Set(all)].filter((text) => text !== '');
  const hollow = texts.every((text) => recognise.shape(text) === 'missing');
  return { texts, blanks: all.filter((text) => text === '').length, hollow };
}

/** The columns of a table, those behind the last that is named left out; a packed key is several. */
export function columnsOf(
  rows: readonly (readonly string[])[],
  layout: Layout,
  recognise: Recogniser,
): Column[] {
  const header = [layout.header, layout.upper].map((row) => (row === undefined ? [] : (rows[row] ?? [])));
  const width = Math.max(...header.map((row) => row.findLastIndex((c) => !isBlank(c)) + 1));
  const body = rows.slice(layout.first, layout.end).filter((row) => !row.every(isBlank));
  return Array.from({ length: width }, (_, index): Column[] => {
    // where the header has two rows, what stands beside the figures is merged over both
    const name = firstOf(header.map((row) => inLine(cellAt(row, index))).filter((cell) => cell !== ''));
    const figures = layout.figures.includes(index);
    const read = (of: Pick<Column, 'name' | 'part'>): Column => {
      const all = body.map((row) => textIn(row, { index, ...of }));
      return { index, figures, ...of, ...contents(all, recognise) };
    };
    const [, key] = PACKED.exec(name) ?? [];
    if (key === undefined) return [read({ name })];
    return key.split(',').map((part, at) => read({ name: part.trim(), part: { whole: name, at } }));
  }).flat();
}

/** The part of a column's texts for which something is so; 0 where there are none. */
export const share = ({ texts }: Column, is: (text: string) => boolean): number =>
  texts.filter(is).length / Math.max(1, texts.length);
