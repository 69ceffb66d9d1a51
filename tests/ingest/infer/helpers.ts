import { rowsOf } from '../../../src/ingest/infer/beginning.ts';
import { findDelimiter } from '../../../src/ingest/infer/dialect.ts';
import { findText } from '../../../src/ingest/infer/encoding.ts';
import { infer } from '../../../src/ingest/infer/infer.ts';
import type { Catalogue } from '../../../src/model/catalogue.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import type { Draft, DraftLine, Ground } from '../../../src/model/draft.ts';
import { checkSchema } from '../../../src/project/schemas.ts';
import { parseYaml } from '../../../src/project/yaml.ts';
import { draftYaml } from '../../../src/report/draft.ts';
import { INFER } from '../../../src/wording/infer.ts';
import { bytes, line, read, type Seen } from '../helpers.ts';

/** A draft with what becomes of it: its text, the document it is, and what the schema says of that. */
export interface Drafted {
  readonly draft: Draft;
  readonly yaml: string;
  readonly doc: Record<string, unknown>;
  readonly faults: readonly Diagnostic[];
}

const linesOf = (draft: Draft): DraftLine[] => [...draft.top, ...draft.fields, ...draft.rest];

/** Fails where a sentence has an argument that its ground does not give; optional parts apart. */
function checkGrounds(draft: Draft): void {
  const grounds: Ground[] = [
    ...draft.about,
    ...linesOf(draft).flatMap((l) => [...l.grounds, ...Object.values(l.asides ?? {})]),
  ];
  for (const { code, args } of grounds) {
    const message = INFER[code];
    if (!message) throw new Error(`${code} has no sentence`);
    const needed = [...message.en.replace(/\[\w+:[^\]]*\]/g, '').matchAll(/\{(\w+)\}/g)].map(
      (m) => m[1] ?? '',
    );
    const lacking = needed.filter((name) => !(name in args));
    if (lacking.length > 0) throw new Error(`${code} does not give ${lacking.join(', ')}`);
  }
}

/** Drafts the mapping of an export, and reads the draft as a project would. */
export function drafted(
  source: string | Uint8Array,
  c: Catalogue,
  name = 'export.csv',
  home?: string,
): Drafted {
  const { text, encoding, named } = findText(typeof source === 'string' ? bytes(source) : source, name);
  const delimiter = findDelimiter(text, name);
  const rows = rowsOf(text, name, delimiter);
  const draft = infer({ file: name, rows, delimiter, encoding, named, part: false }, c, home);
  if (!draft) throw new Error('no table');
  checkGrounds(draft);
  const yaml = draftYaml(draft, 'zh');
  const parsed = parseYaml(bytes(yaml), 'draft.yaml');
  if (!('doc' in parsed)) throw new Error(`${parsed.finding.code}\n${yaml}`);
  return {
    draft,
    yaml,
    doc: parsed.doc as Record<string, unknown>,
    faults: checkSchema('mapping/v1', parsed.doc, 'draft.yaml'),
  };
}

/** What a person has to decide, by key. */
export const open = ({ draft }: Drafted): string[] => [
  ...new Set(linesOf(draft).flatMap((l) => (l.certainty === 'unknown' ? [l.key] : []))),
];

/** Ingests an export by its draft as it stands. */
export const readBy = (d: Drafted, from: string | Uint8Array, c: Catalogue, name = 'export.csv'): Seen =>
  read(from, d.doc, c, name);

/** The figures an export gives by its draft, a line each. */
export const figures = (source: string | Uint8Array, c: Catalogue, name = 'export.csv'): string[] =>
  readBy(drafted(source, c, name), source, c, name).observations.map(line);
