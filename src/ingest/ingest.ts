import { type Diagnostic, fault, UserError } from '../model/diagnostic.ts';
import { isOwnOutput, OWN_MAPPING } from './canonical.ts';
import { decode } from './decode.ts';
import { baseName, FieldReader } from './fields.ts';
import { findHeader, type Header } from './header.ts';
import type { IngestInput } from './input.ts';
import type { Mapping } from './mapping-types.ts';
import type { Reading } from './repeats.ts';
import { type Reject, Run } from './run.ts';
import { readTable, type Table } from './table.ts';
import { isBlank, tidy } from './text.ts';

export type { IngestInput } from './input.ts';
export type { Reading } from './repeats.ts';
export type { Reject } from './run.ts';

/** What became of the cells below the header: cells = observations + missing + rejected + skipped + repeated. */
export interface Tally {
  readonly cells: number;
  readonly observations: number;
  readonly missing: number;
  readonly rejected: number;
  readonly skipped: number;
  readonly repeated: number;
}

export interface IngestResult {
  readonly encoding: string;
  readonly observations: readonly Reading[];
  readonly rejects: readonly Reject[];
  /** Rejections as errors, each label once with its first cell and its count; remarks as warnings and infos. */
  readonly diagnostics: readonly Diagnostic[];
  readonly tally: Tally;
}

/** Whether a row begins the note below the table. */
function isEnd(cells: readonly string[], end: readonly string[]): boolean {
  const first = cells.find((c) => !isBlank(c));
  const text = first === undefined ? '' : tidy(first);
  return end.some((prefix) => text.startsWith(prefix));
}

/** Reads the rows between the header and the note below the table; returns whether the note was found. */
function readRows(run: Run, mapping: Mapping, table: Table, header: Header, read: FieldReader): boolean {
  const last = Math.max(...read.valueColumns);
  for (let row = header.row + 1; row < table.rows.length; row++) {
    const cells = table.rows[row] ?? [];
    if (cells.every(isBlank)) continue;
    if (isEnd(cells, mapping.end)) return true;
    if (cells.some((c, i) => i >= header.cells.length && !isBlank(c))) {
      run.rejectRow(row, read.valueColumns, header.cells.length);
      continue;
    }
    const about = read.row(cells);
    // the file ends inside this row: what is missing of it, and, where a note should follow, its last cell, are not known
    const open = !table.closed && row === table.rows.length - 1;
    const known = open && mapping.end.length > 0 ? cells.length - 1 : cells.length;
    if (cells.length <= last && !open) run.short(row, cells.length, 'warning');
    for (const column of read.valueColumns)
      if (open && column >= known) run.short(row, column, 'error');
      else run.cell(row, column, read, about);
  }
  return false;
}

/** The end of the note was asserted and not met: the export may have been cut. */
function noEnd(mapping: Mapping, table: Table, file: string): Diagnostic[] {
  if (mapping.end.length === 0) return [];
  const place = table.place(Math.max(0, table.rows.length - 1), 0);
  return [{ code: 'ingest/no-end', severity: 'info', args: { expected: mapping.end }, file, ...place }];
}

/** Names listed of those left out; an export of all countries leaves out hundreds. */
const LISTED = 12;

function skippedLabels(run: Run, file: string): Diagnostic[] {
  if (run.skipped.size === 0) return [];
  const labels = [...run.skipped].slice(0, LISTED);
  const more = run.skipped.size > LISTED ? { more: run.skipped.size - LISTED } : {};
  const args = { labels, cells: run.tally.skipped, ...more };
  return [{ code: 'ingest/labels-skipped', severity: 'info', args, file }];
}

/**
 * Reads an export (导出表): bytes → cells → observations, by its mapping. Values and units stay as published;
 * labels become ids, periods spans. What can't be read is rejected with its cell, never guessed. Pure.
 * Throws UserError where the file as a whole can't be read: not text, a quote never closed, another header.
 */
export function ingest(input: IngestInput): IngestResult {
  const { name: file } = input;
  const decoded = decode(input.bytes, file, input.mapping?.dialect.encoding);
  const mapping = isOwnOutput(decoded.text) ? OWN_MAPPING : input.mapping;
  if (!mapping) throw new UserError(fault('ingest/no-mapping', { name: baseName(file) }, { file }));
  // the comment of a batch is JSON, whose quotes are not those of a table; its line stays, so that lines count on
  const text = mapping === OWN_MAPPING ? decoded.text.replace(/^#[^\r\n]*/, '') : decoded.text;
  const table = readTable(text, file, mapping.dialect.delimiter);
  const header = findHeader(mapping, table, file);
  const read = new FieldReader(mapping, table, header, file);
  const run = new Run(input, mapping, table);
  const ended = readRows(run, mapping, table, header, read);
  if (run.tally.cells === 0)
    throw new UserError(fault('ingest/no-rows', {}, { file, ...table.place(header.row, 0) }));
  const observations = run.repeats.kept();
  return {
    encoding: decoded.encoding,
    observations,
    rejects: run.rejects,
    diagnostics: [
      ...run.findings.list(),
      ...skippedLabels(run, file),
      ...(ended ? [] : noEnd(mapping, table, file)),
    ],
    tally: { ...run.tally, observations: observations.length },
  };
}
