import type { Diagnostic } from '../../model/diagnostic.ts';
import type { HeaderCell, Mapping } from '../mapping/mapping.ts';
import type { Block } from '../table/table.ts';
import { tidy } from '../text.ts';
import type { FieldReader } from './captures.ts';
import { fits, type Header } from './header.ts';
import type { Run } from './read-cells.ts';

/** Where reading ended: at the note, or with the last block. */
export interface Ending {
  readonly last?: Block;
  /** Rows below the beginning of the note that have figures where the table has them. */
  below: number;
  /** The row of the first of them. */
  first: number;
}

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

function skippedLabels(run: Run, file: string): Diagnostic[] {
  const named = run.tally.skipped - run.otherDimensions;
  const more = run.skipped.size > LISTED ? { more: run.skipped.size - LISTED } : {};
  const labels = [...run.skipped].slice(0, LISTED);
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
    ...(run.otherDimensions > 0
      ? [{ code: 'ingest/not-kept', severity: 'info', args: { cells: run.otherDimensions }, file } as const]
      : []),
  ];
}

/** What is to be said of an export as a whole once it was read: everything that was left out, and why. */
export const remarksOn = (
  run: Run,
  read: FieldReader,
  ending: Ending,
  { mapping, header, head, file }: { mapping: Mapping; header: Header; head: Block; file: string },
): Diagnostic[] => [
  ...unreadColumns(mapping, header, head, file),
  ...unmetKeeps(read, file),
  ...belowNote(ending, file),
  ...skippedLabels(run, file),
  ...noEnd(mapping, ending, file),
];
