import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../model/diagnostic.ts';
import { findingReport, inOrder, type Located } from '../report/findings.ts';
import type { Context } from './context.ts';

/**
 * Finds line and column of findings that have only a pointer, and the line of text that stands there. Positions are
 * looked for only now, so that reading stays fast where nothing is wrong.
 */
export async function locateAll(findings: readonly Diagnostic[]): Promise<Located[]> {
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
  const located = findings.map((finding): Located => {
    const { file, pointer, line, column } = finding;
    if (file === undefined) return { finding };
    // an export may be large or no text at all: what is found in it knows its place, or is about the whole
    const text = /\.ya?ml$/i.test(file) ? textOf(file) : '';
    if (text === '')
      return {
        finding,
        ...(line === undefined ? {} : { line }),
        ...(column === undefined ? {} : { column }),
      };
    const place =
      line !== undefined
        ? { line, column: column ?? 1, length: 1 }
        : find(file, text, pointer ?? '', finding.key);
    const source = text.split('\n', place.line)[place.line - 1]?.replace(/\r$/, '');
    return {
      finding,
      ...place,
      ...(source === undefined ? {} : { source }),
    };
  });
  return inOrder(located);
}

/** Locates findings and writes them to standard error. */
export async function reportFindings(findings: readonly Diagnostic[], context: Context): Promise<void> {
  for (const located of await locateAll(findings)) context.error(findingReport(located, context.errorStyle));
}
