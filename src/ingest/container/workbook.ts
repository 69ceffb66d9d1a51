import { fault, UserError } from '../../model/diagnostic.ts';
import type { Sheet } from './export.ts';
import { type Budget, Grid } from './grid.ts';
import { refuseBomb } from './gunzip.ts';
import type { Limits } from './limits.ts';
import { readAt, type Source } from './source.ts';
import { type Entry, readDirectory, unpack } from './zip.ts';

/** Formats that are zips too, by a file that only they have. */
const OTHERS: readonly (readonly [file: string, format: string])[] = [
  ['xl/workbook.bin', '.xlsb'],
  ['word/document.xml', '.docx'],
  ['ppt/presentation.xml', '.pptx'],
  ['index/document.iwa', '.numbers'],
  ['content.xml', '.ods'],
];

const otherFormat = (format: string, file: string): UserError =>
  new UserError(fault('container/other-format', { format }, { file }));

/** Why a zip can't be read: another format, or files that were packed together. */
function noWorkbook(entries: ReadonlyMap<string, Entry>, file: string): UserError {
  const format = OTHERS.find(([name]) => entries.has(name))?.[1];
  return format === undefined
    ? new UserError(fault('container/archive', { format: 'zip' }, { file }))
    : otherFormat(format, file);
}

/** A function that makes the grid of each sheet; together they keep to the limit. */
function grids(file: string, limits: Limits): (sheet: string) => Grid {
  const budget: Budget = { cells: limits.cells };
  return (sheet) => new Grid(budget, sheet, limits.cells, file);
}

type Book = typeof import('./book.ts');

/** Runs a reader of workbooks; what goes wrong in it is a fault of the file. */
async function reading(file: string, read: (book: Book) => ReturnType<Book['readXls']>): Promise<Sheet[]> {
  const book = await import('./book.ts');
  try {
    const found = read(book);
    if (found === 'password') throw new UserError(fault('container/password', {}, { file }));
    if (found === 'other') throw otherFormat('.doc / .ppt', file);
    if (found.length === 0) throw new Error('no sheet');
    return found;
  } catch (error) {
    if (error instanceof UserError) throw error;
    const problem = error instanceof Error ? error.message : '';
    throw new UserError(fault('container/damaged-workbook', { problem }, { file }));
  }
}

/** The sheets of a zip that is a workbook (.xlsx). Throws UserError where it is none, damaged, or beyond the limits. */
export async function readZip(source: Source, file: string, limits: Limits): Promise<readonly Sheet[]> {
  const entries = readDirectory(source, file);
  const home = ['xl/', ''].find((folder) => entries.has(`${folder}workbook.xml`));
  if (home === undefined) throw noWorkbook(entries, file);
  let unpacked = 0;
  const part = (name: string): Uint8Array | undefined => {
    const entry = entries.get(name.toLowerCase());
    if (!entry) return undefined;
    if (entry.encrypted) throw new UserError(fault('container/password', {}, { file }));
    unpacked += entry.size;
    refuseBomb(entry.size, entry.packed, limits.workbook, limits, file);
    refuseBomb(unpacked, Number.POSITIVE_INFINITY, limits.workbook, limits, file);
    return unpack(source, entry, file);
  };
  return reading(file, (book) => book.readXlsx(part, home, grids(file, limits)));
}

/** The sheets of a compound file that is a workbook (.xls). Throws UserError as `readZip` does. */
export async function readCompound(source: Source, file: string, limits: Limits): Promise<readonly Sheet[]> {
  refuseBomb(source.size, source.size, limits.old, limits, file);
  const bytes = readAt(source.fd, 0, source.size);
  return reading(file, (book) => book.readXls(bytes, grids(file, limits)));
}
