import { cellOf, type Flat } from './flat.ts';
import { safe } from './text.ts';

const escapeCell = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;')
    .replaceAll('[', '\\[') // else a name could be a link, or load a picture from elsewhere
    .replace(/\s*\n\s*/g, ' ');

/** Flat objects as a Markdown table under their keys; keys that say nothing in any row are left out. */
export function markdownOf(rows: readonly Flat[]): string {
  const keys = Object.keys(rows[0] ?? {}).filter((k) => rows.some((r) => cellOf(r[k] ?? null) !== ''));
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const body = rows.map((r) => line(keys.map((k) => escapeCell(safe(cellOf(r[k] ?? null))))));
  return keys.length === 0 ? '' : `${[line(keys), line(keys.map(() => '---')), ...body].join('\n')}\n`;
}
