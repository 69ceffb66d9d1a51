import { Buffer } from 'node:buffer';
import { BATCH_COLUMNS } from '../model/observation.ts';
import type { Source } from './input.ts';
import type { Mapping } from './mapping/mapping.ts';
import { toMapping } from './mapping/read-mapping.ts';
import { type Chunks, firstBytes } from './table/chunks.ts';

/** How a batch is read as if it were an export: `ingest` takes its own output. */
export const OWN_MAPPING: Mapping = toMapping({
  id: 'ptrack-batch',
  files: ['*.csv'],
  header: [...BATCH_COLUMNS],
  fields: Object.fromEntries(BATCH_COLUMNS.slice(0, -1).map((column) => [column, { column }])),
});

/** The comment of a batch is a line of JSON, shorter than this. */
const START = 1 << 16;

/** Whether an export is a batch of ptrack's own, with or without the comment on its first line. */
export function isOwnOutput(source: Source): boolean {
  if (source.kind !== 'text') return false;
  const [first, second] = firstBytes(source.chunks, START)
    .toString()
    .split(/\r\n|\r|\n/, 2);
  const header = BATCH_COLUMNS.join(',');
  return first === header || (first?.startsWith('# {') === true && second === header);
}

/** The comment is JSON, whose quotes are not those of a table; its line stays, so that lines count on. */
export const withoutComment = (utf8: Chunks): Chunks =>
  function* () {
    let comment = firstBytes(utf8, 1).toString() === '#';
    for (const chunk of utf8()) {
      const end = comment ? chunk.findIndex((b) => b === 0x0a || b === 0x0d) : 0;
      if (end < 0) continue;
      comment = false;
      yield Buffer.from(chunk.subarray(end));
    }
  };
