import { MAPPINGS_WORDS } from '../wording/mappings-test.ts';
import { type Args, type Messages, say } from '../wording/message.ts';
import type { Located } from './document.ts';
import { findingReport, plainFinding } from './findings.ts';
import type { Tone } from './rich.ts';
import { json, type Style, safe } from './text.ts';
import { pad, widthOf } from './width.ts';

/** What the sample of a mapping showed: the rows expected, other rows, nothing readable; or there is none. */
export const RESULTS = ['ok', 'differs', 'updated', 'refused', 'no-sample'] as const;
export type TestResult = (typeof RESULTS)[number];

/** One mapping and what its samples gave. Rows are canonical ones, as text. */
export interface MappingTest {
  readonly name: string;
  readonly file: string;
  readonly samples: readonly string[];
  /** The file of the rows expected, and whether it is there. */
  readonly expected: string;
  readonly hasExpected: boolean;
  readonly result: TestResult;
  /** Observations read from the samples. */
  readonly rows?: number;
  readonly diff?: {
    readonly missing: readonly string[];
    readonly extra: readonly string[];
    readonly changed: readonly {
      readonly expected: string;
      readonly found: string;
      readonly cells: readonly {
        readonly column: string;
        readonly expected: string;
        readonly found: string;
      }[];
    }[];
  };
  readonly findings: readonly Located[];
}

/** Differences shown of one mapping. */
const SHOWN = 20;

const COLOUR: Readonly<Record<TestResult, Tone>> = {
  ok: 'green',
  differs: 'red',
  updated: 'yellow',
  refused: 'red',
  'no-sample': 'dim',
};

const word = (key: keyof typeof MAPPINGS_WORDS, style: Style, args: Args = {}): string =>
  say(MAPPINGS_WORDS as Messages, key, args, style.language);

/** The rows that differ, one a line. */
function differences({ diff, hasExpected, expected, result }: MappingTest, style: Style): string[] {
  if (!diff) return [];
  const width = Math.max(...(['missing', 'extra', 'changed'] as const).map((k) => widthOf(word(k, style))));
  const line = (key: 'missing' | 'extra' | 'changed', text: string): string =>
    `${pad(word(key, style), width)}  ${text}`;
  const lines = [
    ...(hasExpected || result === 'updated' ? [] : [word('nothingExpected', style, { expected })]),
    ...diff.missing.map((row) => line('missing', row)),
    ...diff.extra.map((row) => line('extra', row)),
    ...diff.changed.map(({ found, cells }) =>
      line('changed', [found, ...cells.map((c) => `${c.column}: ${c.expected} → ${c.found}`)].join('  ')),
    ),
  ];
  if (lines.length <= SHOWN) return lines;
  return [...lines.slice(0, SHOWN), word('more', style, { more: lines.length - SHOWN })];
}

function oneText(test: MappingTest, style: Style, widths: { result: number; name: number }): string {
  const head = [
    style.paint(pad(word(test.result, style), widths.result), COLOUR[test.result]),
    pad(safe(test.name), widths.name),
    test.result === 'no-sample'
      ? word('where', style, { sample: test.file.replace(/\.ya?ml$/, '.sample.csv') })
      : test.rows === undefined
        ? ''
        : word('rows', style, { rows: test.rows }),
  ];
  const below = [
    ...differences(test, style).map(safe),
    ...test.findings.flatMap((f) => findingReport(f, style).split('\n')),
  ];
  return [head.join('  ').trimEnd(), ...below.map((line) => `  ${line}`)].map((line) => `${line}\n`).join('');
}

/** Each mapping on a line, with what differs or why it was refused below it. */
export function mappingsTestText(tests: readonly MappingTest[], style: Style): string {
  const widths = {
    result: Math.max(...tests.map((t) => widthOf(word(t.result, style)))),
    name: Math.max(...tests.map((t) => widthOf(safe(t.name)))),
  };
  return tests.map((t) => oneText(t, style, widths)).join('');
}

/** How many mappings were tested, and how they fared. */
export function mappingsTestSum(tests: readonly MappingTest[], style: Style): string {
  const count = (result: TestResult): number | string =>
    tests.filter((t) => t.result === result).length || (result === 'ok' ? 0 : '');
  return word('sum', style, {
    count: tests.length,
    ok: count('ok'),
    differs: count('differs'),
    updated: count('updated'),
    refused: count('refused'),
    bare: count('no-sample'),
  });
}

/** `ptrack/mappings-test/v1` */
export function mappingsTestJson(tests: readonly MappingTest[], style: Style): string {
  const mappings = tests.map((t) => ({
    mapping: t.name,
    file: t.file,
    samples: t.samples,
    expected: t.hasExpected || t.result === 'updated' ? t.expected : null,
    result: t.result,
    rows: t.rows ?? null,
    missing: t.diff?.missing ?? [],
    extra: t.diff?.extra ?? [],
    changed: t.diff?.changed ?? [],
    findings: t.findings.map((f) => plainFinding(f, style)),
  }));
  return json({ schema: 'ptrack/mappings-test/v1', mappings });
}
