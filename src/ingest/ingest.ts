import { type Diagnostic, fault, UserError } from '../model/diagnostic.ts';
import { FieldReader } from './cells/field-reader.ts';
import { findHeader, lookForHeader, SEARCHED } from './cells/header.ts';
import { CellReader } from './cells/read-cells.ts';
import { readRows } from './cells/read-rows.ts';
import { remarksOn } from './cells/remarks.ts';
import { unreadScale } from './cells/unread-scale.ts';
import type { Sheet } from './container/export.ts';
import type { FigureTable } from './figures/figure-table.ts';
import { baseName } from './file-name.ts';
import type { IngestInput, Source } from './input.ts';
import type { Mapping } from './mapping/mapping.ts';
import { isOwnOutput, OWN_MAPPING, withoutComment } from './own-output.ts';
import type { Chunks } from './table/chunks.ts';
import { decode } from './table/decode.ts';
import { findPlaces, headOf, type Table, tableOf, tableOfRows } from './table/table.ts';
import { isBlank } from './text.ts';

export type { FigureTable } from './figures/figure-table.ts';
export type { IngestInput, Reject, Source } from './input.ts';

/** What became of the cells below the header: cells = observations + missing + rejected + skipped + repeated. */
export interface Tally {
  readonly cells: number;
  readonly observations: number;
  readonly missing: number;
  readonly rejected: number;
  readonly skipped: number;
  readonly repeated: number;
}

/** What an export gave. */
export interface IngestResult {
  /** The encoding of a text, `workbook` for a sheet. */
  readonly encoding: string;
  readonly figures: FigureTable;
  /** Rejections as errors, each label once with its first cell and its count; remarks as warnings and infos. */
  readonly diagnostics: readonly Diagnostic[];
  readonly tally: Tally;
  /** Turns the rows and columns of findings, from 1, into lines and columns of the file: it reads the export again. */
  readonly placed: (findings: readonly Diagnostic[]) => Diagnostic[];
}

/** The one sheet of a workbook that has rows and is not hidden. Throws UserError where there are several. */
export function onlySheet(sheets: readonly Sheet[], file: string): Sheet {
  const full = sheets.filter((s) => !s.hidden && s.rows.some((row) => !row.every(isBlank)));
  const [only] = full;
  if (only && full.length === 1) return only;
  if (!only) throw new UserError(fault('ingest/empty-file', {}, { file }));
  throw new UserError(fault('ingest/which-sheet', { sheets: full.map((s) => s.name) }, { file }));
}

/** The sheet of a workbook that the mapping means: the one it names, else the only one there is. */
function sheetOf(sheets: readonly Sheet[], mapping: Mapping, file: string): Sheet {
  if (mapping.sheet === undefined) return onlySheet(sheets, file);
  const asked = sheets.find((s) => s.name === mapping.sheet) ?? sheets[Number(mapping.sheet) - 1];
  if (asked) return asked;
  const args = { sheet: mapping.sheet, sheets: sheets.map((s) => s.name) };
  throw new UserError(fault('ingest/no-sheet', args, { file }));
}

/** An export as rows of cells, and the encoding of its text. */
interface Opened {
  readonly table: Table;
  readonly encoding: string;
}

function open(source: Source, mapping: Mapping, file: string): Opened {
  if (source.kind === 'workbook')
    return { table: tableOfRows(sheetOf(source.sheets, mapping, file).rows), encoding: 'workbook' };
  const { encoding, utf8 } = decode(source.chunks, file, mapping.dialect.encoding);
  const text: Chunks = mapping === OWN_MAPPING ? withoutComment(utf8) : utf8;
  return { table: tableOf(text, file, mapping.dialect.delimiter), encoding };
}

/**
 * Whether an export has the header that a mapping asserts: of several mappings for one name that tells which is
 * meant. An export that can't be read at all has none.
 */
export function hasHeader(source: Source, mapping: Mapping, file: string): boolean {
  try {
    return lookForHeader(mapping, headOf(open(source, mapping, file).table, SEARCHED)) !== undefined;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

/** Gives findings that name row and column of a cell the place of that cell in the file. */
const placer =
  (table: Table, file: string): IngestResult['placed'] =>
  (findings) => {
    const own = findings.map((f) => (f.file === file && f.column !== undefined ? f : undefined));
    const places = findPlaces(
      table,
      own.map((f) => ({ row: (f?.line ?? 0) - 1, column: (f?.column ?? 0) - 1 })),
    );
    return findings.map((f, i) => ({ ...f, ...places[i] }));
  };

/**
 * Reads an export (导出表): bytes → cells → observations, by its mapping. Values and units stay as published;
 * labels become ids, periods spans. What can't be read is rejected with its cell, never guessed. The export streams
 * through; its figures alone are held. Throws UserError where the file as a whole can't be read: not text, a quote
 * never closed, another header.
 */
export function ingest(input: IngestInput): IngestResult {
  const { name: file, source } = input;
  const mapping = isOwnOutput(source) ? OWN_MAPPING : input.mapping;
  if (!mapping) throw new UserError(fault('ingest/no-mapping', { name: baseName(file) }, { file }));
  const { table, encoding } = open(source, mapping, file);
  const head = headOf(table, SEARCHED);
  const header = findHeader(mapping, head, file);
  const unread = unreadScale(mapping, header, head, file);
  if (unread.length > 0) throw new UserError(unread);
  const read = new FieldReader(mapping, head, header, file);
  const reader = new CellReader(input, mapping, read);
  const ended = readRows(reader, mapping, table, header, read);
  reader.settleWaiting();
  // looked for only where it is told: finding it reads the rows again
  const place = () => ({ file, ...head.place(header.row, 0) });
  const { cells, skipped, rejected } = reader.tally;
  if (cells === 0) throw new UserError(fault('ingest/no-rows', {}, place()));
  const nothing = reader.figures.length === 0 && skipped > 0 && rejected === 0;
  return {
    encoding,
    figures: reader.figures,
    diagnostics: [
      ...reader.problems.list(),
      ...reader.twoValues.problems(table, header, mapping, file),
      ...remarksOn(reader, read, ended, { mapping, header, head, file }),
      ...(nothing ? [fault('ingest/nothing-read', { skipped }, place())] : []),
    ],
    tally: { ...reader.tally, observations: reader.figures.length },
    // in a workbook they are the place, and its rows need not be held
    placed: source.kind === 'workbook' ? (findings) => [...findings] : placer(table, file),
  };
}
