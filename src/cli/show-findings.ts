import { readFileSync, statSync } from 'node:fs';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Locate } from '../report/document.ts';
import { findingReport, inOrder, type Located } from '../report/findings.ts';
import type { Context } from './context.ts';

function hasText(file: string): boolean {
  try {
    const stat = statSync(file);
    return stat.isFile() && stat.size > 0;
  } catch {
    return false;
  }
}

/** What is found in an export or a batch knows its place; what concerns it as a whole stands at its start. */
function ownPlace(finding: Diagnostic, file: string): Located {
  const { line, column } = finding;
  if (hasText(file)) return { finding, line: line ?? 1, column: column ?? 1 };
  return { finding, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
}

/** Findings with their places, each once, in a total order. */
export const locateAll = async (findings: readonly Diagnostic[]): Promise<Located[]> =>
  inOrder(await locateEach(findings));

/** Finds line and column of places in files, in the order asked for. */
export const locate: Locate = async (places) => {
  const located = await locateEach(
    places.map((place) => ({ code: '', severity: 'info', args: {}, ...place })),
  );
  return located.map(({ finding: { file }, line, column }) => ({
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  }));
};

/**
 * Finds line and column of findings that have only a pointer, and the line of text that stands there. Positions are
 * looked for only now, so that reading stays fast where nothing is wrong; and only in YAML files, because exports can
 * be larger than memory.
 */
async function locateEach(findings: readonly Diagnostic[]): Promise<Located[]> {
  if (findings.length === 0) return [];
  const { locator } = await import('../project/locate.ts');
  const texts = new Map<string, string>();
  const find = locator();
  const textOf = (file: string): string => {
    let text = texts.get(file);
    if (text === undefined) {
      try {
        text = readFileSync(file, 'utf8');
      } catch {
        text = '';
      }
      texts.set(file, text);
    }
    return text;
  };
  return findings.map((finding): Located => {
    const { file, pointer, line, column } = finding;
    if (file === undefined) return { finding };
    if (!/\.ya?ml$/.test(file)) return ownPlace(finding, file);
    const text = textOf(file);
    if (text === '') return ownPlace(finding, file);
    const place =
      line !== undefined
        ? { line, column: column ?? 1, length: 1 }
        : find(file, text, pointer ?? '', finding.key);
    const source = text.split('\n', place.line)[place.line - 1]?.replace(/\r$/, '');
    return { finding, ...place, ...(source === undefined ? {} : { source }) };
  });
}

/** Locates findings and writes them to standard error. */
export async function reportFindings(findings: readonly Diagnostic[], context: Context): Promise<void> {
  for (const located of await locateAll(findings)) context.error(findingReport(located, context.errorStyle));
}
