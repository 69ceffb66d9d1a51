import { readFileSync, statSync } from 'node:fs';
import type { Diagnostic } from '../model/diagnostic.ts';
import { findingReport, findingText, inOrder, type Located } from '../report/findings.ts';
import { word } from '../report/text.ts';
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
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** What is found in an export or a batch knows its place; what concerns it as a whole stands at its start. */
function ownPlace(finding: Diagnostic, file: string): Located {
  const { line, column } = finding;
  if (hasText(file)) return { finding, line: line ?? 1, column: column ?? 1 };
  return { finding, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
}

/**
 * Finds line and column of findings that have only a pointer, and the line of text that stands there. Positions are
 * looked for only now, so that reading stays fast where nothing is wrong; and only in YAML files, because exports can
 * be larger than memory.
 */
export async function locateAll(findings: readonly Diagnostic[]): Promise<Located[]> {
  if (findings.length === 0) return [];
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
  const located = findings.map((finding): Located => {
    const { file, pointer, line, column } = finding;
    if (file === undefined) return { finding };
    if (!/\.ya?ml$/.test(file)) return ownPlace(finding, file);
    const { text, lines } = textOf(file);
    if (text === '') return ownPlace(finding, file);
    const place =
      line !== undefined
        ? { line, column: column ?? 1, length: 1 }
        : find(file, text, pointer ?? '', finding.key);
    const source = lines[place.line - 1]?.replace(/\r$/, '');
    return { finding, ...place, ...(source === undefined ? {} : { source }) };
  });
  return inOrder(located);
}

/** Locates findings and writes them to standard error. */
export async function reportFindings(findings: readonly Diagnostic[], context: Context): Promise<void> {
  for (const located of await locateAll(findings)) context.error(findingReport(located, context.errorStyle));
}

/** Remarks on what the data itself calls attention to, where a table is read. */
export function remarkOn(
  warnings: readonly Diagnostic[],
  outputs: readonly { readonly format: string }[],
  context: Context,
): void {
  if (warnings.length === 0 || !outputs.some((o) => o.format === 'table')) return;
  context.remark(`\n${word('warnings', context.style.language)}`);
  for (const w of warnings) context.remark(`  ${findingText(w, context.errorStyle)}`);
}
