import type { Diagnostic } from '../model/diagnostic.ts';
import { INGEST_WORDS } from '../wording/ingest-summary.ts';
import { type Args, type Messages, say } from '../wording/message.ts';
import { findingText } from './findings.ts';
import { json, type Style, safe } from './text.ts';

/** What became of one export. */
export interface IngestSummary {
  readonly file: string;
  readonly mapping: string;
  readonly encoding?: string;
  /** cells = observations + missing + rejected + skipped + repeated */
  readonly tally?: {
    readonly cells: number;
    readonly observations: number;
    readonly missing: number;
    readonly rejected: number;
    readonly skipped: number;
    readonly repeated: number;
  };
  /** observations = new + revised + unchanged + outranked */
  readonly comparison?: {
    readonly new: number;
    readonly revised: number;
    readonly unchanged: number;
    readonly outranked: number;
  };
  /** The figures that change, with their old and new values: as many as are held. */
  readonly revised?: readonly Diagnostic[];
  /** The batch written. */
  readonly batch?: string;
  /** The batch that the export gave before. */
  readonly taken?: string;
}

const word = (key: string, style: Style, args: Args): string =>
  say(INGEST_WORDS as Messages, key, args, style.language);

/** Changes told one by one; JSON has more. */
const TOLD = 30;

function oneText(s: IngestSummary, style: Style, wrote: boolean): string {
  if (s.taken !== undefined)
    return `${word('taken', style, { file: s.file, batch: s.taken, mapping: s.mapping })}\n`;
  const lines = [word('file', style, { file: s.file, encoding: s.encoding ?? '', mapping: s.mapping })];
  if (s.tally) lines.push(`  ${word('tally', style, { ...s.tally })}`);
  if (s.comparison) lines.push(`  ${word('comparison', style, { ...s.comparison })}`);
  const revised = s.revised ?? [];
  for (const r of revised.slice(0, TOLD)) lines.push(`  ${findingText(r, style)}`);
  const more = (s.comparison?.revised ?? 0) + (s.comparison?.outranked ?? 0) - TOLD;
  if (more > 0) lines.push(`  ${word('more', style, { more })}`);
  if (s.batch !== undefined) lines.push(`  ${word('batch', style, { batch: s.batch })}`);
  else if (!wrote) lines.push(`  ${word('nothing', style, {})}`);
  return `${lines.map(safe).join('\n')}\n`;
}

/** The summary of an ingest, file by file, with a sum that is always true. */
export const ingestText = (list: readonly IngestSummary[], style: Style, wrote: boolean): string =>
  list.map((s) => oneText(s, style, wrote)).join('');

/** `ptrack/ingest/v1` */
export function ingestJson(list: readonly IngestSummary[], style: Style): string {
  const files = list.map((s) => ({
    file: s.file,
    mapping: s.mapping,
    encoding: s.encoding ?? null,
    tally: s.tally ?? null,
    observations: s.comparison ? { ...s.comparison } : null,
    revised: (s.revised ?? []).map((r) => ({ ...r.args, message: findingText(r, style) })),
    batch: s.batch ?? null,
    alreadyTaken: s.taken ?? null,
  }));
  return json({ schema: 'ptrack/ingest/v1', files });
}
