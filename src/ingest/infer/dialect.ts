import { UserError } from '../../model/diagnostic.ts';
import type { Certainty } from '../../model/draft.ts';
import { valueReader } from '../cells/value.ts';
import { DELIMITERS } from '../mapping/mapping.ts';
import { tidy } from '../text.ts';
import { firstLines, rowsOf } from './beginning.ts';

/** A sign that can stand between cells. */
export type Delimiter = (typeof DELIMITERS)[keyof typeof DELIMITERS];

/** The name of a delimiter in a mapping: `semicolon`. */
export const nameOf = (delimiter: Delimiter): string =>
  Object.entries(DELIMITERS).find(([, sign]) => sign === delimiter)?.[0] ?? delimiter;

/** Lines looked at to find what parts the cells. */
const LINES = 300;

const READERS = [valueReader(), valueReader([], ',')];
const isFigure = (cell: string): boolean => READERS.some((read) => typeof read(cell) === 'object');

/**
 * What parts the cells of a text: what leaves the most cells that are figures; among equals the most cells. A comma
 * where nothing else does better.
 */
export function findDelimiter(text: string, file: string): Delimiter {
  const start = firstLines(text, LINES);
  let best = { delimiter: ',' as Delimiter, figures: -1, cells: 0 };
  for (const delimiter of Object.values(DELIMITERS)) {
    let rows: readonly (readonly string[])[];
    try {
      rows = rowsOf(start, file, delimiter);
    } catch (error) {
      if (error instanceof UserError) continue; // quotes that make no sense so: it is another
      throw error;
    }
    const cells = rows.reduce((sum, row) => sum + row.length, 0);
    const figures = rows.reduce((sum, row) => sum + row.filter(isFigure).length, 0);
    if (figures > best.figures || (figures === best.figures && cells > best.cells))
      best = { delimiter, figures, cells };
  }
  return best.delimiter;
}

/** The decimal mark, how sure it is, and a cell that shows it. */
export interface Mark {
  readonly mark: '.' | ',';
  readonly certainty: Certainty;
  readonly example: string;
}

/**
 * The decimal mark of a table's cells: the one with which all figures can be read. Cells such as 1.234 alone prove
 * nothing, and are not guessed at.
 */
export function findMark(rows: readonly (readonly string[])[], delimiter: Delimiter): Mark {
  const only = { '.': '', ',': '' };
  let either = '';
  const [point = valueReader(), comma = valueReader()] = READERS;
  for (const cell of new Set(rows.flat())) {
    if (!/\d[.,]\d/.test(cell)) continue;
    const [a, b] = [point(cell), comma(cell)];
    if (typeof a === 'object' && typeof b === 'object') either ||= tidy(cell);
    else if (typeof a === 'object') only['.'] ||= tidy(cell);
    else if (typeof b === 'object') only[','] ||= tidy(cell);
  }
  // where the comma parts cells it can't mark decimals, too
  if (delimiter === ',') return { mark: '.', certainty: 'sure', example: '' };
  if (only['.'] !== '' && only[','] !== '')
    return { mark: '.', certainty: 'unknown', example: `${only['.']} / ${only[',']}` };
  if (only[','] !== '') return { mark: ',', certainty: 'sure', example: only[','] };
  if (only['.'] === '' && either !== '') return { mark: '.', certainty: 'unknown', example: either };
  return { mark: '.', certainty: 'sure', example: only['.'] };
}
