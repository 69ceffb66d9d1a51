import { isOwnOutput } from '../ingest/canonical.ts';
import { firstBytes, wholeRows } from '../ingest/infer/beginning.ts';
import { findDelimiter } from '../ingest/infer/dialect.ts';
import { findText } from '../ingest/infer/encoding.ts';
import { infer } from '../ingest/infer/infer.ts';
import { readTable } from '../ingest/table.ts';
import { fault, UserError } from '../model/diagnostic.ts';
import type { Draft } from '../model/draft.ts';
import { readBytes, showPath } from '../project/files.ts';
import { draftYaml } from '../report/draft.ts';
import { safe } from '../report/text.ts';
import { INFER_WORDS } from '../wording/infer.ts';
import { say } from '../wording/message.ts';
import type { Run } from './commands.ts';
import { openShelf, type Shelf } from './mappings.ts';

/** Bytes of a file that are looked at: more tell nothing new of how it is laid out. */
const MOST = 8_000_000;

/** What has no meaning beside --infer. */
const OTHERS = {
  mapping: '--mapping',
  published: '--published',
  dryRun: '--dry-run',
  allowRejects: '--allow-rejects',
  format: '--format',
} as const;

/** The name of the mapping that reads a file already. */
function readBy(shelf: Shelf, file: string, bytes: Uint8Array): string | undefined {
  try {
    return shelf.mappingFor(file, bytes)?.name;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** What a draft leaves open, by key. */
const unknownOf = ({ top, fields, rest }: Draft): string[] => [
  ...new Set([...top, ...fields, ...rest].flatMap((l) => (l.certainty === 'unknown' ? [l.key] : []))),
];

/** `ptrack ingest --infer FILE`: drafts a mapping for an export nobody has mapped; nothing is read on a guess. */
export const run: Run = ({ context, args, options }) => {
  for (const [key, option] of Object.entries(OTHERS))
    if (options[key] !== undefined) throw new UserError(fault('usage/infer-alone', { option }));
  const [path = ''] = args;
  if (args.length !== 1) throw new UserError(fault('usage/infer-one-file', { count: args.length }));
  const shelf = openShelf(undefined);
  const file = showPath(path);
  const all = readBytes(path);
  const bytes = firstBytes(all, MOST);
  const part = bytes.length < all.length;
  const { text: read, encoding, named } = findText(bytes, file);
  if (isOwnOutput(read)) throw new UserError(fault('usage/infer-own-output', {}, { file }));
  const text = part ? wholeRows(read) : read;
  const delimiter = findDelimiter(text, file);
  const { rows } = readTable(text, file, delimiter);
  const { catalogue, config } = shelf.project;
  const draft = infer({ file, rows, delimiter, encoding, named, part }, catalogue, config.region);
  if (!draft) throw new UserError(fault('usage/infer-no-table', {}, { file }));
  const { language } = context.style;
  context.out(draftYaml(draft, language));
  const tell = (key: string, words: Parameters<typeof say>[2]): void =>
    context.remark(safe(say(INFER_WORDS, key, words, context.errorStyle.language)));
  const mapping = readBy(shelf, file, bytes);
  if (mapping !== undefined) tell('known', { mapping });
  tell('next', { file, unknown: unknownOf(draft) });
  return 0;
};
