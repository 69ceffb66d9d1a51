import { type Diagnostic, fault } from '../../model/diagnostic.ts';
import { fills, type Mapping } from '../mapping/mapping.ts';
import type { Block } from '../table/table.ts';
import { cellName, tidy } from '../text.ts';
import type { Header } from './header.ts';
import { isScaleColumn, scaleCell } from './scale.ts';

/**
 * The columns of an export, and the cells above its header, that say a scale (数量级) where the mapping neither reads one
 * nor says that it is of no account: every figure could be a thousand times too small. Columns the mapping asserts are
 * looked at with the mapping itself.
 */
export function unreadScale(mapping: Mapping, header: Header, head: Block, file: string): Diagnostic[] {
  if (fills(mapping, 'scale')) return [];
  const columns = header.columns.flatMap((above, column) =>
    above.some(({ text, asserted }) => asserted.kind === 'rest' && isScaleColumn(text))
      ? [{ row: header.row, column, text: tidy(above.at(-1)?.text ?? '') }]
      : [],
  );
  const readsAbove = mapping.fields.some((f) => f.name === 'unit' && f.source.kind === 'preamble');
  const cells = head.rows
    .slice(0, readsAbove ? 0 : header.first)
    .flatMap((texts, row) =>
      texts.flatMap((text, column) => (scaleCell(text) ? [{ row, column, text: tidy(text) }] : [])),
    );
  return [...columns, ...cells].map(({ row, column, text }) =>
    fault(
      'ingest/scale-in-export',
      { text, cell: cellName(row, column) },
      { file, ...head.place(row, column) },
    ),
  );
}
