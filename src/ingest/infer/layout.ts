import { isBlank, tidy } from '../text.ts';
import { cellAt, firstOf, leading } from './cells.ts';
import type { Recogniser } from './recognise.ts';
import { isMissingWord } from './standard.ts';

/** Where the parts of a table stand, as numbers of rows from 0. */
export interface Layout {
  /** The row of the header, and the one above it where it has two. */
  readonly header: number;
  readonly upper?: number;
  /** The first row of figures. */
  readonly first: number;
  /** The row behind the last one: that of the note, or of nothing. */
  readonly end: number;
  /** Whether a note follows. */
  readonly note: boolean;
  /** Columns in which figures stand. */
  readonly figures: readonly number[];
}

type Rows = readonly (readonly string[])[];

/** Rows in which an ingest looks for a header. */
const SEARCHED = 60;

/** Words with which notes below tables begin. */
const NOTE =
  /^(?:注|备注|说明|数据来源|资料来源|来源|notes?|sources?|data source|footnotes?)\s*(?:[:：]|\d|$)/i;
/** What no label of a row has: the end of a sentence, a colon, much text. */
const PROSE = /[。；;：:]|.{30}/;

/** Columns of which a good part of what stands in them is figures; titles and notes count against none. */
function figureColumns(rows: Rows, recognise: Recogniser): number[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = Array.from({ length: width }, (_, index) => index);
  return columns.filter((index) => {
    const cells = rows.map((row) => cellAt(row, index)).filter((cell) => !isMissingWord(cell));
    const shapes = cells.map((cell) => (isBlank(cell) ? 'missing' : recognise.shape(cell)));
    const figures = shapes.filter((shape) => shape !== undefined && shape !== 'missing').length;
    return figures > 0 && figures * 3 >= shapes.filter((shape) => shape !== 'missing').length;
  });
}

const DATED = [/^(?:19|20)\d{2}$/, /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])$/] as const;

/** Whether numbers are years or months (202405) in a row, up or down: a header, not figures. */
function isDated(cells: readonly string[]): boolean {
  const texts = cells.map(tidy);
  if (texts.length === 0 || !DATED.some((form) => texts.every((t) => form.test(t)))) return false;
  const numbers = texts.map(Number);
  const steps = numbers.slice(1).map((n, i) => n - Number(numbers[i]));
  return steps.every((step) => step > 0) || steps.every((step) => step < 0);
}

/** How a row stands to the columns of figures: how many of them it names, and whether it has figures. */
interface Look {
  readonly names: number;
  readonly data: boolean;
}

/** Fewer years or months than `least` beside each other are taken for figures. */
function look(
  row: readonly string[],
  figures: readonly number[],
  recognise: Recogniser,
  least: number,
): Look {
  const cells = figures.map((j) => cellAt(row, j)).filter((c) => recognise.shape(c) !== 'missing');
  const numbers = cells.filter((c) => recognise.shape(c) !== undefined);
  const data = numbers.length > 0 && !(numbers.length >= least && isDated(numbers));
  return { names: data ? 0 : cells.length, data };
}

/**
 * The row that names most of the columns of figures. Bare years are names only where no row has as many in words, and a
 * single one only where there is nothing else: `least` says how many it took.
 */
function namingRow(
  rows: Rows,
  figures: readonly number[],
  recognise: Recogniser,
): { row: number; least: number } {
  const best = (least: number): { row: number; least: number; most: number } => {
    const names = rows.slice(0, SEARCHED).map((row) => look(row, figures, recognise, least).names);
    const most = Math.max(0, ...names);
    return { row: most > 0 ? names.indexOf(most) : -1, least, most };
  };
  const [words, dates] = [best(Number.POSITIVE_INFINITY), best(2)];
  if (words.most === 0 && dates.most === 0) return best(1);
  return words.most >= dates.most ? words : dates;
}

/** Whether a row above the header belongs to it: cells merged over columns that the row below tells apart. */
function isUpper(upper: readonly string[], lower: readonly string[], figures: readonly number[]): boolean {
  const over = figures.map((j) => cellAt(upper, j));
  const named = over.filter((c) => !isBlank(c));
  const merged = over.some((c, i) => i > 0 && (isBlank(c) || c === over[i - 1]));
  const under = figures.map((j) => tidy(cellAt(lower, j))).filter((c) => c !== '');
  const alone = lower.every((c, j) => isBlank(c) === isBlank(upper[j]) || figures.includes(j));
  const title = upper.filter((c) => !isBlank(c)).length < 2;
  return !title && named.length > 0 && merged && (!alone || new Set(under).size < under.length);
}

/** The first row of the note below the table. */
function noteRow(rows: Rows, first: number, isData: (row: readonly string[]) => boolean): number | undefined {
  const cell = (row: readonly string[]): string => tidy(leading(row));
  const worded = rows.findIndex((row, r) => r > first && NOTE.test(cell(row)));
  if (worded >= 0) return worded;
  const last = rows.findLastIndex(isData);
  const prose = rows.findIndex(
    (row, r) => r > last && row.filter((c) => !isBlank(c)).length === 1 && PROSE.test(cell(row)),
  );
  return prose < 0 ? undefined : prose;
}

/**
 * Finds header, figures and note of a table: the header is the row above the first figures below the row that names
 * most of their columns. Undefined where there are no figures, or nothing names them.
 */
export function findLayout(rows: Rows, recognise: Recogniser): Layout | undefined {
  const figures = figureColumns(rows, recognise);
  const naming = namingRow(rows, figures, recognise);
  const seen = (row: readonly string[]): Look => look(row, figures, recognise, naming.least);
  const isData = (row: readonly string[]): boolean => seen(row).data;
  const first = rows.findIndex((row, r) => r > naming.row && isData(row));
  if (naming.row < 0 || first < 0) return undefined;
  // rows below the header can be empty of figures: 1978年 of a series that begins in 1980
  const header = rows.findLastIndex((row, r) => r < first && seen(row).names > 0);
  const note = noteRow(rows, first, isData);
  return {
    header,
    ...(isUpper(rows[header - 1] ?? [], rows[header] ?? [], figures) ? { upper: header - 1 } : {}),
    first: header + 1,
    end: note ?? rows.length,
    note: note !== undefined,
    figures,
  };
}

/** Continued lines of a note, and numbers of its parts. */
const CONTINUED = /^(?:\d|[(（]|[a-z]\b)/i;

/** How the note's rows begin, each beginning once: 注：, 数据来源：. */
export function noteBeginnings(rows: Rows, from: number): string[] {
  const found = new Set<string>();
  for (const row of rows.slice(from)) {
    const raw = leading(row);
    if (/^\s/u.test(raw) || CONTINUED.test(raw)) continue;
    const text = raw.trim();
    const key = /^[^:：]{1,12}[:：]/.exec(text)?.[0];
    if (found.size === 0 || NOTE.test(text))
      found.add(key ?? firstOf(text.split(/[，,。.；;\d\n]/)).slice(0, 12));
  }
  return [...found].filter((f) => f !== '');
}
