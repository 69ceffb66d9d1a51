import type { Diagnostic } from '../../model/diagnostic.ts';
import type { HeaderCell, Mapping } from '../mapping/mapping.ts';
import type { Block } from '../table/table.ts';
import { tidy } from '../text.ts';
import type { FieldReader } from './field-reader.ts';
import { fits, type Header } from './header.ts';
import type { CellReader } from './read-cells.ts';
import type { Ending } from './read-rows.ts';

/** Names listed of those left out; an export of all countries leaves out hundreds. */
const LISTED = 12;

/** Columns that are not read though they fit a pattern of the header: figures would be left out without a word. */
function unreadColumns(mapping: Mapping, header: Header, head: Block, file: string): Diagnostic[] {
  const found = header.columns.flatMap((above, column) =>
    above.flatMap(({ text, asserted }, row) => {
      const isFitting = (h: HeaderCell): boolean => h.kind === 'pattern' && fits(h, text);
      const unread = asserted.kind === 'rest' && mapping.header[row]?.some(isFitting);
      return unread && !above.some((a) => a.asserted.kind === 'pattern')
        ? [{ text: tidy(text), column }]
        : [];
    }),
  );
  const [first] = found;
  if (!first) return [];
  const args = { columns: found.slice(0, LISTED).map((c) => c.text) };
  const place = head.place(header.row, first.column);
  return [{ code: 'ingest/column-unread', severity: 'warning', args, file, ...place }];
}

/** Values that `keep` asks for and no row has: most likely they are misspelt. */
const unmetKeeps = (read: FieldReader, file: string): Diagnostic[] =>
  read.unmet().map(({ name, lacking, found }) => ({
    code: 'ingest/keep-unmet',
    severity: 'warning',
    args: { column: name, lacking, ...(found.length > 0 ? { found } : {}) },
    file,
  }));

/** Rows with figures below the note: a second table, or a row whose label begins like a note. */
function belowNote({ below, first }: Ending, file: string): Diagnostic[] {
  if (below === 0) return [];
  return [
    { code: 'ingest/figures-below-note', severity: 'info', args: { rows: below, row: first + 1 }, file },
  ];
}

/** The end of the note was asserted and not met: the export may have been cut. */
function noEnd(mapping: Mapping, { last }: Ending, file: string): Diagnostic[] {
  if (mapping.end.length === 0 || !last) return [];
  const place = last.place(last.first + Math.max(0, last.rows.length - 1), 0);
  return [{ code: 'ingest/no-end', severity: 'info', args: { expected: mapping.end }, file, ...place }];
}

function skippedLabels(reader: CellReader, file: string): Diagnostic[] {
  const named = reader.tally.skipped - reader.otherDimensions;
  const more = reader.skipped.size > LISTED ? { more: reader.skipped.size - LISTED } : {};
  const labels = [...reader.skipped].slice(0, LISTED);
  return [
    ...(named > 0
      ? [
          {
            code: 'ingest/labels-skipped',
            severity: 'info',
            args: { labels, cells: named, ...more },
            file,
          } as const,
        ]
      : []),
    ...(reader.otherDimensions > 0
      ? [
          {
            code: 'ingest/not-kept',
            severity: 'info',
            args: { cells: reader.otherDimensions },
            file,
          } as const,
        ]
      : []),
  ];
}

/** What is to be said of an export as a whole once it was read: everything that was left out, and why. */
export const remarksOn = (
  reader: CellReader,
  read: FieldReader,
  ending: Ending,
  { mapping, header, head, file }: { mapping: Mapping; header: Header; head: Block; file: string },
): Diagnostic[] => [
  ...unreadColumns(mapping, header, head, file),
  ...unmetKeeps(read, file),
  ...belowNote(ending, file),
  ...skippedLabels(reader, file),
  ...noEnd(mapping, ending, file),
];
