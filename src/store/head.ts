import { HEADER } from './canonical.ts';

/** What the first line of a batch says of the whole: where it came from and when. */
export interface Head {
  readonly ptrack: 'batch/v1';
  /** The export's file name. */
  readonly source: string;
  readonly sourceHash: string;
  /** The mapping's id or file. */
  readonly mapping: string;
  readonly mappingHash: string;
  /** Hash of everything below the first line. */
  readonly contentHash: string;
  /** ISO time. */
  readonly ingested: string;
  /** Cells that were rejected and left out, where there were any: the export can be taken again. */
  readonly rejected?: number;
  /** The date of publication that was given for the whole. */
  readonly published?: string;
  /** The program that wrote it, with its version. */
  readonly tool: string;
}

const KEYS = ['source', 'sourceHash', 'mapping', 'mappingHash', 'contentHash', 'ingested', 'tool'] as const;

export const formatHead = (head: Head): string => `# ${JSON.stringify(head)}\n`;

/** What tells whether an export has been taken. */
export type Taking = Pick<Head, 'sourceHash' | 'mappingHash' | 'published'>;

/** Whether a batch is of an export and a mapping, nothing of it was left out, and no other date is given now. */
export const isOf = (head: Head, taking: Taking): boolean =>
  head.sourceHash === taking.sourceHash &&
  head.mappingHash === taking.mappingHash &&
  !head.rejected &&
  (taking.published === undefined || taking.published === head.published);

/** Reads the first line of a batch; undefined where it is none, or the header below it is another. */
export function parseHead(text: string): Head | undefined {
  const end = text.indexOf('\n');
  if (end < 0 || !text.startsWith('# {')) return undefined;
  const below = text.slice(end + 1, end + 1 + HEADER.length + 1).trimEnd();
  if (below !== HEADER) return undefined;
  try {
    const head = JSON.parse(text.slice(2, end)) as Record<string, unknown>;
    const whole = head.ptrack === 'batch/v1' && KEYS.every((key) => typeof head[key] === 'string');
    return whole && !Number.isNaN(Date.parse(String(head.ingested))) ? (head as unknown as Head) : undefined;
  } catch {
    return undefined;
  }
}
