import { toMapping } from './mapping.ts';
import type { Mapping } from './mapping-types.ts';

/** The columns of ptrack's own batches, in their order; src/store/canonical.ts writes them. */
const COLUMNS = [
  'indicator',
  'region',
  'from',
  'to',
  'value',
  'unit',
  'status',
  'published',
  'cell',
] as const;

/** How a batch is read as if it were an export: `ingest` takes its own output. */
export const OWN_MAPPING: Mapping = toMapping({
  id: 'ptrack-batch',
  files: ['*.csv'],
  header: [...COLUMNS],
  fields: Object.fromEntries(COLUMNS.slice(0, -1).map((column) => [column, { column }])),
});

/** Whether a text is a batch of ptrack's own, with or without the comment on its first line. */
export function isOwnOutput(text: string): boolean {
  const [first, second] = text.split(/\r\n|\r|\n/, 2);
  const header = COLUMNS.join(',');
  return first === header || (first?.startsWith('# {') === true && second === header);
}
