import { fault, UserError } from '../../model/diagnostic.ts';
import { stemOf } from '../file-name.ts';
import type { Field, HeaderCell } from '../mapping/mapping.ts';
import type { Block } from '../table/table.ts';
import { isBlank } from '../text.ts';
import { type Capture, readText } from './captures.ts';
import type { Above, Header } from './header.ts';

/** The first cell above the header, or whole row, that a pattern fits. */
function searchPreamble(field: Field, head: Block, header: Header, file: string): Capture {
  for (const row of head.rows.slice(0, header.first)) {
    const cells = row.filter((cell) => !isBlank(cell));
    for (const text of [...cells, cells.join(' ')]) {
      const found = isBlank(text) ? undefined : readText(field, text);
      if (found && !found.unfitting) return found;
    }
  }
  const args = { field: field.name, pattern: field.as.map((p) => p.text), row: header.first + 1 };
  throw new UserError(fault('ingest/not-in-preamble', args, { file, line: 1 }));
}

/**
 * What a field gets once for the whole export: from a constant, the file's name or a cell above the header. Throws
 * UserError where the preamble or the file's name lacks what the field's patterns look for.
 */
export function fromAfar(field: Field, head: Block, header: Header, file: string): Capture {
  if (field.source.kind === 'constant') return readText(field, field.source.text);
  if (field.source.kind === 'preamble') return searchPreamble(field, head, header, file);
  const found = readText(field, stemOf(file));
  if (!found.unfitting) return found;
  const args = { field: field.name, pattern: field.as.map((p) => p.text), name: stemOf(file) };
  throw new UserError(fault('ingest/not-in-file-name', args, { file }));
}

/** A field as one cell of the header is read: where it has no patterns of its own, by those of the asserted header. */
function forCell(field: Field, asserted: HeaderCell): Field {
  const own =
    field.asHeader && asserted.kind === 'pattern' ? field.as.filter((p) => p.text === asserted.text) : [];
  return own.length > 0 ? { ...field, as: own } : field;
}

/** What the header above a column gives a field: all its rows that fit. */
export function readAbove(field: Field, above: Above): Capture[] {
  const cells = above.filter(({ asserted }) => asserted.kind === 'pattern');
  const found = cells.map(({ text, asserted }) => readText(forCell(field, asserted), text));
  const fitting = found.filter((c) => !c.unfitting);
  return fitting.length > 0 ? fitting : found.slice(0, 1);
}
