import { HEADER } from '../canonical.ts';
import type { Origin } from '../origin.ts';

/** What the first line of a batch's file says of the whole. */
export interface Head extends Origin {
  readonly ptrack: 'batch/v1';
  /** Hash of everything below the first line. */
  readonly contentHash: string;
}

const KEYS = ['source', 'sourceHash', 'mapping', 'mappingHash', 'contentHash', 'ingested', 'tool'] as const;

/** The first line of a batch's file. */
export const formatHead = (head: Head): string => `# ${JSON.stringify(head)}\n`;

/** Reads the first line of a batch's file; undefined where it is none, or the header below it is another. */
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
