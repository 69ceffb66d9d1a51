import type { Place } from '../place.ts';
import type { Cut } from './cut.ts';

/** Rows of cells. */
export type Rows = readonly (readonly string[])[];

/** Where a cell stands in the file; row and column count from 0. */
export type FindPlace = (row: number, column: number) => Place;

const LINE_END = /\r\n|\r|\n/g;

/** Where the quote stands that closes the one at this offset, a doubled one standing for itself; else the end. */
function closingQuote(text: string, offset: number): number {
  let i = offset + 1;
  while (i < text.length && (text[i] !== '"' || text[i + 1] === '"')) i += text[i] === '"' ? 2 : 1;
  return Math.min(i, text.length);
}

/** Where the field after the one at this offset begins. */
function nextField(text: string, offset: number, delimiter: string): number {
  const next = text.indexOf(delimiter, text[offset] === '"' ? closingQuote(text, offset) : offset);
  return next < 0 ? text.length : next + delimiter.length;
}

/** Finds where cells of a cut stand in the file; it reads the cut again at the first one. */
export function placesIn(cut: Cut, rows: () => Rows, first: number, delimiter: string): FindPlace {
  const read = () => {
    const text = cut.bytes.toString();
    const lines = [0, ...[...text.matchAll(LINE_END)].map((m) => m.index + m[0].length)];
    // only quoted cells hold line ends, so that counting them gives the line each row begins on
    const starts: number[] = [];
    let line = 0;
    for (const row of rows()) {
      starts.push(line);
      line++;
      for (const cell of row) if (/[\r\n]/.test(cell)) line += cell.match(LINE_END)?.length ?? 0;
    }
    return { text, lines, starts };
  };
  let known: ReturnType<typeof read> | undefined;
  return (row, column) => {
    known ??= read();
    const { text, lines, starts } = known;
    let line = starts[row - first] ?? lines.length - 1;
    let offset = lines[line] ?? 0;
    for (let i = 0; i < column; i++) offset = nextField(text, offset, delimiter);
    // a cell that the row does not have is at its end
    const next = lines[starts[row - first + 1] ?? Number.POSITIVE_INFINITY];
    if (next !== undefined) offset = Math.min(offset, next - (text.startsWith('\r\n', next - 2) ? 2 : 1));
    while ((lines[line + 1] ?? Number.POSITIVE_INFINITY) <= offset) line++;
    return { line: cut.line + line, column: offset - (lines[line] ?? 0) + 1 };
  };
}

/** The line and column of an offset in a cut. */
function placeOf(cut: Cut, text: string, offset: number): Place {
  const before = text.slice(0, offset).split(LINE_END);
  return { line: cut.line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Where the first quote stands that is inside a cell without quotes, or closes one that goes on. */
export function strayQuote(cut: Cut, delimiter: string): Place {
  const text = cut.bytes.toString();
  const isEnd = (i: number): boolean =>
    i >= text.length || text[i] === '\n' || text[i] === '\r' || text.startsWith(delimiter, i);
  let start = true;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') {
      if (!start) return placeOf(cut, text, i);
      i = closingQuote(text, i);
      if (!isEnd(i + 1)) return placeOf(cut, text, i);
      start = false;
    } else start = text[i] === '\n' || text[i] === '\r' || text.startsWith(delimiter, i);
  }
  return placeOf(cut, text, 0);
}

/** Where the quote opens that is never closed. */
export function openQuote(cut: Cut, delimiter: string): Place {
  const text = cut.bytes.toString();
  let open = 0;
  let fieldStart = true;
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? '';
    if (char === '"' && fieldStart) {
      open = i;
      i = closingQuote(text, i);
      fieldStart = false;
    } else fieldStart = char === delimiter || char === '\n' || char === '\r';
  }
  return placeOf(cut, text, open);
}
