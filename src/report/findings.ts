import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import { FINDINGS } from '../wording/findings.ts';
import { type Language, say } from '../wording/message.ts';
import { SEVERITY } from '../wording/severity.ts';
import type { Located, Remarks } from './document.ts';
import { type Field, type Flat, field, recordOf } from './records.ts';
import { painted, type Rich, type Tone, toned } from './rich.ts';
import { type Style, safe, word } from './text.ts';
import { widthOf } from './width.ts';

const TONE: Readonly<Record<Severity, Tone>> = { error: 'red', warning: 'yellow', info: 'cyan' };

/** How many characters of a long line are shown around the place. */
const FRAME = 60;

/** The line with a caret under the place; a long line is cut around it. */
function frame(located: Located, style: Style): string[] {
  const { source, column = 1, length = 1, line } = located;
  if (source === undefined || line === undefined) return [];
  const from = Math.max(0, column - 1 - FRAME);
  const cut = source.slice(from, column - 1 + FRAME);
  const before = safe(cut.slice(0, column - 1 - from));
  const marked = Math.max(1, widthOf(safe(cut.slice(column - 1 - from, column - 1 - from + length))));
  const number = String(line);
  const gutter = ' '.repeat(number.length);
  return [
    style.paint(`  ${number} | `, 'dim') + safe(cut),
    style.paint(`  ${gutter} | `, 'dim') +
      ' '.repeat(widthOf(before)) +
      style.paint('^'.repeat(marked), 'red'),
  ];
}

/** A finding as a sentence in the style's language. */
export const findingText = (
  { code, args }: Pick<Diagnostic, 'code' | 'args'>,
  style: Pick<Style, 'language'>,
): string => safe(say(FINDINGS, code, args, style.language));

/** How much a finding weighs, in its colour. */
export const severityText = ({ severity }: Diagnostic, language: Language): Rich =>
  toned(TONE[severity], SEVERITY[severity][language]);

/** Where a finding stands: `file:line:column`, as much as is known. */
export const placeOf = ({ finding, line, column }: Located): string =>
  [finding.file, line, column].filter((p) => p !== undefined).join(':');

/** A finding with its place and a code frame: `file:line:column  error  sentence  [code]`. */
export function findingReport(located: Located, style: Style): string {
  const { finding } = located;
  const place = placeOf(located);
  const severity = painted(severityText(finding, style.language), style.paint);
  const head = [place && style.paint(safe(place), 'bold'), severity, findingText(finding, style)].filter(
    (t) => t !== '',
  );
  return [`${head.join('  ')} ${style.paint(`[${finding.code}]`, 'dim')}`, ...frame(located, style)].join(
    '\n',
  );
}

/** Findings in a total order: by file, line, column and code, each once. */
export function inOrder(list: readonly Located[]): Located[] {
  const key = (l: Located): string =>
    [
      l.finding.file ?? '',
      String(l.line ?? 0).padStart(9, '0'),
      String(l.column ?? 0).padStart(9, '0'),
      l.finding.code,
      JSON.stringify(l.finding.args),
    ].join('\u0000');
  const keyed = new Map(list.map((l) => [key(l), l]));
  return [...keyed.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, l]) => l);
}

/** A finding, with the keys of `ptrack/findings/v1`. */
export const findingFields = (language: Language): readonly Field<Located>[] => [
  field('code', (l) => l.finding.code),
  field('severity', (l) => l.finding.severity),
  field('file', (l) => l.finding.file ?? null),
  field('line', (l) => l.line ?? null),
  field('column', (l) => l.column ?? null),
  field('args', (l) => l.finding.args),
  field('message', (l) => findingText(l.finding, { language })),
];

/** A finding as JSON output has it. */
export const plainFinding = (l: Located, { language }: Pick<Style, 'language'>): Flat =>
  recordOf(findingFields(language), l);

/** Findings as they are, without a sentence. */
export const plainFindings = (findings: readonly Diagnostic[]) =>
  findings.map(({ code, severity, args, file, line }) => ({
    code,
    severity,
    args,
    file: file ?? null,
    line: line ?? null,
  }));

/** What the data itself calls attention to, as the remarks of a document; nothing where there is nothing. */
export const dataWarnings = (
  warnings: readonly Diagnostic[],
  language: Language,
): { readonly remarks?: Remarks } =>
  warnings.length === 0
    ? {}
    : {
        remarks: {
          heading: word('warnings', language),
          lines: warnings.map((w) => findingText(w, { language })),
        },
      };
