import type { Export } from '../ingest/container/export.ts';
import { openExport } from '../ingest/container/open.ts';
import { rowsOf, upToLineEnd, wholeRows } from '../ingest/infer/beginning.ts';
import { findDelimiter } from '../ingest/infer/dialect.ts';
import { findText } from '../ingest/infer/encoding.ts';
import { infer, type Sheet } from '../ingest/infer/infer.ts';
import { onlySheet } from '../ingest/ingest.ts';
import { isOwnOutput } from '../ingest/own-output.ts';
import { firstBytes } from '../ingest/table/chunks.ts';
import { fault, UserError } from '../model/diagnostic.ts';
import type { Draft } from '../model/draft.ts';
import { showPath } from '../project/files.ts';
import { draftYaml } from '../report/draft.ts';
import { safe } from '../report/text.ts';
import { INFER_WORDS } from '../wording/infer.ts';
import { say } from '../wording/message.ts';
import type { Run } from './command.ts';
import { openShelf, type Shelf } from './mappings.ts';

/** Bytes of a file that are looked at: more tell nothing new of how it is laid out. */
const MOST = 8_000_000;

/** What has no meaning beside --infer. */
const OTHERS = {
  mapping: '--mapping',
  published: '--published',
  dryRun: '--dry-run',
  allowRejects: '--allow-rejects',
  rejects: '--rejects',
  learn: '--learn',
  alias: '--alias',
  format: '--format',
} as const;

/** The name of the mapping that reads an export already. */
function readBy(shelf: Shelf, exported: Export): string | undefined {
  try {
    return shelf.mappingFor(exported.name, exported)?.name;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** The beginning of an export as cells. */
function look(exported: Export): Sheet {
  const { name: file } = exported;
  if (exported.kind === 'workbook') {
    const { rows } = onlySheet(exported.sheets, file);
    return { file, rows, delimiter: ',', encoding: 'workbook', named: false, part: false };
  }
  const first = firstBytes(() => exported.chunks(), MOST + 1);
  const part = first.length > MOST;
  const { text: read, encoding, named } = findText(part ? upToLineEnd(first.subarray(0, MOST)) : first, file);
  const text = part ? wholeRows(read) : read;
  const delimiter = findDelimiter(text, file);
  return { file, rows: rowsOf(text, file, delimiter), delimiter, encoding, named, part };
}

/** What a draft leaves open, by key. */
const unknownOf = ({ top, fields, rest }: Draft): string[] => [
  ...new Set([...top, ...fields, ...rest].flatMap((l) => (l.certainty === 'unknown' ? [l.key] : []))),
];

/** `ptrack ingest --infer FILE`: drafts a mapping for an export nobody has mapped; nothing is read on a guess. */
export const run: Run = async ({ context, args, options }) => {
  for (const [key, option] of Object.entries(OTHERS))
    if (options[key] !== undefined) throw new UserError(fault('usage/infer-alone', { option }));
  const [path = ''] = args;
  if (args.length !== 1) throw new UserError(fault('usage/infer-one-file', { count: args.length }));
  const shelf = openShelf(undefined);
  const exported = await openExport(path, path === '-' ? {} : { name: showPath(path) });
  const file = exported.name;
  if (isOwnOutput(exported)) throw new UserError(fault('usage/infer-own-output', {}, { file }));
  const { catalogue, config } = shelf.project;
  const draft = infer(look(exported), catalogue, config.region);
  if (!draft) throw new UserError(fault('usage/infer-no-table', {}, { file }));
  const { language } = context.style;
  context.out(draftYaml(draft, language));
  const tell = (key: string, words: Parameters<typeof say>[2]): void =>
    context.remark(safe(say(INFER_WORDS, key, words, context.errorStyle.language)));
  const mapping = readBy(shelf, exported);
  exported.close();
  if (mapping !== undefined) tell('known', { mapping });
  tell('next', { file, unknown: unknownOf(draft) });
  return 0;
};
