import { BATCH_COLUMNS } from '../model/observation.ts';
import { toMapping } from './mapping.ts';
import type { Mapping } from './mapping-types.ts';

/** How a batch is read as if it were an export: `ingest` takes its own output. */
export const OWN_MAPPING: Mapping = toMapping({
  id: 'ptrack-batch',
  files: ['*.csv'],
  header: [...BATCH_COLUMNS],
  fields: Object.fromEntries(BATCH_COLUMNS.slice(0, -1).map((column) => [column, { column }])),
});

/** Whether a text is a batch of ptrack's own, with or without the comment on its first line. */
export function isOwnOutput(text: string): boolean {
  const [first, second] = text.split(/\r\n|\r|\n/, 2);
  const header = BATCH_COLUMNS.join(',');
  return first === header || (first?.startsWith('# {') === true && second === header);
}
