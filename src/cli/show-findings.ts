import { statSync } from 'node:fs';
import type { Diagnostic, Place } from '../model/diagnostic.ts';
import { readBytes } from '../project/files.ts';
import type { Locate, Located } from '../report/document.ts';
import { findingReport, inOrder } from '../report/findings.ts';
import type { Context } from './context.ts';

function hasText(file: string): boolean {
  try {
    const stat = statSync(file);
    return stat.isFile() && stat.size > 0;
  } catch {
    return false;
  }
}

function textIn(file: string): string {
  try {
    return readBytes(file).toString('utf8');
  } catch {
    return '';
  }
}

/** What was found at a place of a file, as far as it is known: its line and column, and the line's text. */
type Spot = Omit<Located, 'finding'>;

/** What is found in an export or a batch knows its place; what concerns it as a whole stands at its start. */
function ownSpot({ line, column }: Place, file: string): Spot {
  if (hasText(file)) return { line: line ?? 1, column: column ?? 1 };
  return { ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
}

/** Findings with their places, each once, in a total order. */
export async function locateAll(findings: readonly Diagnostic[]): Promise<Located[]> {
  const spots = await spotsOf(findings);
  return inOrder(findings.map((finding, i) => ({ finding, ...spots[i] })));
}

/** Finds line and column of places in files, in the order asked for. */
export const locate: Locate = async (places) => {
  const spots = await spotsOf(places);
  return places.map(({ file }, i) => {
    const { line, column } = spots[i] ?? {};
    return {
      ...(file === undefined ? {} : { file }),
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    };
  });
};

/**
 * Finds line and column of places that have only a pointer, and the line of text that stands there. Positions are
 * looked for only now, so that reading stays fast where nothing is wrong; and only in YAML files, because exports can
 * be larger than memory.
 */
async function spotsOf(places: readonly Place[]): Promise<Spot[]> {
  if (places.length === 0) return [];
  const { locator } = await import('../project/locate.ts');
  const texts = new Map<string, { readonly text: string; readonly lines: readonly string[] }>();
  const find = locator();
  const textOf = (file: string): { readonly text: string; readonly lines: readonly string[] } => {
    let found = texts.get(file);
    if (found === undefined) {
      const text = hasText(file) ? textIn(file) : '';
      found = { text, lines: text.split('\n') };
      texts.set(file, found);
    }
    return found;
  };
  return places.map((place): Spot => {
    const { file, pointer, line, column } = place;
    if (file === undefined) return {};
    if (!/\.ya?ml$/.test(file)) return ownSpot(place, file);
    const { text, lines } = textOf(file);
    if (text === '') return ownSpot(place, file);
    const spot =
      line !== undefined
        ? { line, column: column ?? 1, length: 1 }
        : find(file, text, pointer ?? '', place.key);
    const source = lines[spot.line - 1]?.replace(/\r$/, '');
    return { ...spot, ...(source === undefined ? {} : { source }) };
  });
}

/** Locates findings and writes them to standard error. */
export async function reportFindings(findings: readonly Diagnostic[], context: Context): Promise<void> {
  for (const located of await locateAll(findings)) context.error(findingReport(located, context.errorStyle));
}
