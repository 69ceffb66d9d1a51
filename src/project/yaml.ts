import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';
import type { Diagnostic } from '../model/diagnostic.ts';
import { fault } from '../model/diagnostic.ts';

/**
 * A YAML document as plain data: maps, lists and the text of scalars (`1.10` stays a locator). A value that was not
 * written at all is null; no format allows one, so that behind the schemas there are none.
 */
export type Plain = string | readonly Plain[] | { readonly [key: string]: Plain };

/** What the parser says most often, as codes with sentences of our own in both languages. */
const CODES = [
  ['bad indentation', 'yaml/indentation'],
  ['duplicated mapping key', 'yaml/key-twice'],
  ['tab characters', 'yaml/tab'],
  ['multiline key', 'yaml/no-colon'],
  ['within a flow collection', 'yaml/open-bracket'],
  ['missed comma', 'yaml/no-comma'],
] as const;

const strict = new TextDecoder('utf-8', { fatal: true });

/** Values a file may hold once its aliases are written out; a few lines of them can stand for billions. */
const MOST_VALUES = 5_000_000;

/** How many values a document holds, each alias counted as what it stands for. */
function sizeOf(doc: Plain, known = new Map<Plain, number>()): number {
  if (typeof doc !== 'object' || doc === null) return 1;
  const seen = known.get(doc);
  if (seen !== undefined) return seen;
  known.set(doc, Number.POSITIVE_INFINITY); // one that holds itself has no end
  const size = Object.values(doc).reduce((sum, value) => sum + sizeOf(value, known), 1);
  known.set(doc, size);
  return size;
}

/**
 * Reads a YAML file fast, without positions; `locate.ts` finds those when a finding is shown. Returns the plain data,
 * or why it can't be read.
 */
export function parseYaml(
  bytes: Uint8Array,
  file: string,
): { readonly doc: Plain } | { readonly finding: Diagnostic } {
  let text: string;
  try {
    text = strict.decode(bytes);
  } catch {
    return { finding: fault('yaml/encoding', {}, { file, line: 1, column: 1 }) };
  }
  if (text.trim() === '') return { finding: fault('yaml/empty', {}, { file, line: 1, column: 1 }) };
  try {
    const doc = load(text, { schema: FAILSAFE_SCHEMA }) as Plain;
    if (text.includes('*') && sizeOf(doc) > MOST_VALUES)
      return { finding: fault('yaml/too-large', {}, { file, line: 1, column: 1 }) };
    return { doc };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const mark = error.mark as { line: number; column: number } | undefined;
    const wide = text.split(/\r?\n/).findIndex((line) => /^\s*(?:- )?[\w-]+：/.test(line));
    if (wide >= 0)
      return { finding: fault('yaml/full-width-colon', {}, { file, line: wide + 1, column: 1 }) };
    return {
      finding: fault(
        CODES.find(([words]) => error.reason.includes(words))?.[1] ?? 'yaml/syntax',
        { problem: error.reason },
        { file, line: (mark?.line ?? 0) + 1, column: (mark?.column ?? 0) + 1 },
      ),
    };
  }
}
