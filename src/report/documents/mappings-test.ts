import { MAPPINGS_WORDS } from '../../wording/mappings-test.ts';
import { type Args, type Language, type Messages, say } from '../../wording/message.ts';
import type { Block, Case, Column, Document, Located } from '../document.ts';
import { findingText, plainFinding } from '../findings.ts';
import { type Field, field, jsonField, recordOf } from '../records.ts';
import { bold, type Rich, type Tone, toned } from '../rich.ts';
import { safe } from '../text.ts';

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

const TONE: Readonly<Record<TestResult, Tone>> = {
  ok: 'green',
  differs: 'red',
  updated: 'yellow',
  refused: 'red',
  'no-sample': 'dim',
};

const word = (key: keyof typeof MAPPINGS_WORDS, language: Language, args: Args = {}): string =>
  say(MAPPINGS_WORDS as Messages, key, args, language);

/** The rows that differ, one a line. */
function differences({ diff, hasExpected, expected, result }: MappingTest, language: Language): string[] {
  if (!diff) return [];
  const line = (key: 'missing' | 'extra' | 'changed', text: string): string =>
    safe(`${word(key, language)}  ${text}`);
  const lines = [
    ...(hasExpected || result === 'updated' ? [] : [word('nothingExpected', language, { expected })]),
    ...diff.missing.map((row) => line('missing', row)),
    ...diff.extra.map((row) => line('extra', row)),
    ...diff.changed.map(({ found, cells }) =>
      line('changed', [found, ...cells.map((c) => `${c.column}: ${c.expected} → ${c.found}`)].join('  ')),
    ),
  ];
  if (lines.length <= SHOWN) return lines;
  return [...lines.slice(0, SHOWN), word('more', language, { more: lines.length - SHOWN })];
}

/** How much was read, or where a sample would be looked for. */
function readText({ result, rows, file }: MappingTest, language: Language): Rich {
  if (result === 'no-sample')
    return word('where', language, { sample: safe(file.replace(/\.ya?ml$/, '.sample.csv')) });
  return rows === undefined ? '' : word('rows', language, { rows });
}

const COLUMNS: readonly Column<MappingTest>[] = [
  {
    key: 'result',
    heading: (language) => word('result', language),
    least: 4,
    rigid: true,
    text: ({ result }, language) => toned(TONE[result], word(result, language)),
  },
  { key: 'mapping', heading: (language) => word('mapping', language), least: 8, text: (t) => safe(t.name) },
  { key: 'read', heading: (language) => word('read', language), least: 8, text: readText },
];

const fieldsOf = (language: Language): readonly Field<MappingTest>[] => [
  field('mapping', (t) => t.name),
  field('file', (t) => t.file),
  field('samples', (t) => t.samples),
  field('expected', (t) => (t.hasExpected || t.result === 'updated' ? t.expected : null)),
  field('result', (t) => t.result),
  field('rows', (t) => t.rows ?? null),
  field('missing', (t) => t.diff?.missing ?? []),
  field('extra', (t) => t.diff?.extra ?? []),
  jsonField('changed', (t) => t.diff?.changed ?? []),
  jsonField('findings', (t) => t.findings.map((f) => plainFinding(f, { language }))),
];

/** What differs in a mapping's rows, or why it was refused, under its name. */
function detailBlocks(test: MappingTest, language: Language): Block[] {
  const lines = differences(test, language);
  if (lines.length === 0 && test.findings.length === 0) return [];
  return [
    { kind: 'paragraph', whole: true, lines: [bold(safe(test.name)), ...lines] },
    ...(test.findings.length > 0 ? [{ kind: 'findings', findings: test.findings } as const] : []),
  ];
}

const isWrong = ({ result }: MappingTest): boolean => result === 'differs' || result === 'refused';

/** A mapping as a case: wrong where its rows differ or nothing could be read. */
const caseOf = (test: MappingTest, language: Language): Case => ({
  group: 'mappings',
  name: test.name,
  code: test.result,
  ...(isWrong(test) ? { severity: 'error' } : {}),
  ...(test.result === 'no-sample' ? { skipped: true } : {}),
  message: [
    ...differences(test, language),
    ...test.findings.map(({ finding }) => findingText(finding, { language })),
  ].join('\n'),
  file: test.file,
});

/** How many mappings were tested, and how they fared. */
function sumText(tests: readonly MappingTest[], language: Language): string {
  const count = (result: TestResult): number | string =>
    tests.filter((t) => t.result === result).length || (result === 'ok' ? 0 : '');
  return word('sum', language, {
    count: tests.length,
    ok: count('ok'),
    differs: count('differs'),
    updated: count('updated'),
    refused: count('refused'),
    bare: count('no-sample'),
  });
}

/** What the samples of mappings gave (映射检验), and below it what differs or was refused: `ptrack/mappings-test/v1`. */
export function mappingsTestDocument(tests: readonly MappingTest[], language: Language): Document {
  const fields = fieldsOf(language);
  return {
    blocks: () => [
      { kind: 'table', columns: COLUMNS, sections: [{ rows: tests }] },
      ...tests.flatMap((t) => detailBlocks(t, language)),
    ],
    remarks: { lines: [sumText(tests, language)] },
    records: () => ({ fields, rows: tests }),
    json: () => ({
      schema: 'ptrack/mappings-test/v1',
      mappings: tests.map((t) => recordOf(fields, t)),
    }),
    cases: async () => tests.map((t) => caseOf(t, language)),
  };
}
