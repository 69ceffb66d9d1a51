import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { gb18030 } from '../ingest/gb18030.ts';
import { inLanes, start, storedRows } from './generated.ts';
import type { Run } from './hosted.ts';
import { project, remove } from './scenario.ts';

const PEAK = join(dirname(fileURLToPath(import.meta.url)), '../../bench/peak.cjs');
/** Megabytes that no export makes the program need. */
const MOST = 350;
/** Characters of the longest line that it prints. */
const LONGEST = 3000;

/** An export, what becomes of it, and the findings that say so. */
interface Broken {
  readonly name: string;
  readonly content: string | Uint8Array | undefined;
  readonly exit: 0 | 1 | 2;
  /** Codes of the errors and warnings, with the line of each where it has one: `ingest/no-rows:1`. */
  readonly codes: readonly string[];
  /** Rows that are taken. */
  readonly rows?: number;
}

const HEAD = '地区,指标,时期,单位,数值\n';
const row = (month = 5, value: string | number = 5): string =>
  `东湖市,工业产值,2024年${month}月,亿元,${value}\n`;
const months = (n: number): string =>
  Array.from(
    { length: n },
    (_, i) => `东湖市,工业产值,${1970 + Math.floor(i / 12)}年${(i % 12) + 1}月,亿元,${i}.5\n`,
  ).join('');
const cut = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, -1);
const utf8 = (text: string): Uint8Array => Buffer.from(text);
const join2 = (a: Uint8Array, b: Uint8Array): Uint8Array => Buffer.concat([a, b]);
const broken = (
  name: string,
  content: Broken['content'],
  exit: Broken['exit'],
  codes: readonly string[],
  rows = 0,
): Broken => ({ name, content, exit, codes, rows });

const CASES: readonly Broken[] = [
  // nothing in it
  broken('an empty file', '', 2, ['ingest/empty-file']),
  broken('only a byte order mark', '\uFEFF', 2, ['ingest/empty-file:1']),
  broken('only blank lines', '\n\n  \n', 2, ['ingest/empty-file:1']),
  broken('only a carriage return', '\r', 2, ['ingest/empty-file:1']),
  broken('only a header', HEAD, 2, ['ingest/no-rows:1']),
  broken('only a header, without a line end', HEAD.trim(), 2, ['ingest/no-rows:1']),
  broken('a header only inside the note', `注：${HEAD}`, 2, [
    'ingest/header-differs:1',
    'ingest/header-lacks:1',
    'ingest/header-new:1',
  ]),
  broken('no file', undefined, 2, ['file/missing']),

  // cut
  broken('cut inside the header', '地区,指标,时期,单', 2, [
    'ingest/header-differs:1',
    'ingest/header-lacks:1',
    'ingest/header-new:1',
  ]),
  broken('cut inside a quote', `${HEAD}${row()}东湖市,"工业产值,2024年6月,亿元,5\n`, 2, [
    'ingest/open-quote:3',
  ]),
  broken('cut inside a figure', `${HEAD}${row()}东湖市,工业产值,2024年6月,亿元,101`, 1, [
    'ingest/truncated:3',
  ]),
  broken('cut inside a character of UTF-8', cut(utf8(`${HEAD}${row()}东湖市`)), 2, ['ingest/damaged-utf8:3']),
  broken('cut inside a character of GB18030', cut(gb18030(`${HEAD}${row()}东湖市`)), 2, [
    'ingest/undecodable:3',
  ]),

  // encodings
  broken('GB18030 and then UTF-8', join2(gb18030(HEAD + months(40)), utf8(months(40))), 2, [
    'ingest/mixed-encodings:42',
  ]),
  broken('UTF-8 with one row of GB18030', join2(utf8(HEAD + months(40)), gb18030(row())), 2, [
    'ingest/mixed-encodings:42',
  ]),
  broken('UTF-16 without a mark', Buffer.from(HEAD + row(), 'utf16le'), 2, ['ingest/binary:1']),
  broken('UTF-16 the other way round', Buffer.from(HEAD + row(), 'utf16le').swap16(), 2, ['ingest/binary:1']),
  broken('a NUL in a cell', `${HEAD}${row()}东湖市,工业\0产值,2024年6月,亿元,5\n`, 2, ['ingest/binary:3']),
  broken('a block of NULs at the end', `${HEAD}${row()}${'\0'.repeat(4096)}`, 2, ['ingest/binary:3']),
  broken('a byte order mark in the middle', `${HEAD}${row(5)}\uFEFF${row(6)}`, 0, [], 2),
  broken('two exports one after the other', `\uFEFF${HEAD}${row(5)}\uFEFF${HEAD}${row(6)}`, 1, [
    'ingest/not-a-number:3',
    'ingest/period-unreadable:3',
    'ingest/unknown-indicator:3',
    'ingest/unknown-region:3',
  ]),

  // rows and columns
  broken('lines that end in a carriage return alone', (HEAD + months(3)).replaceAll('\n', '\r'), 0, [], 3),
  broken(
    'a row longer than its header',
    `${HEAD}${row(5)}东湖市,工业产值,2024年7月,亿元,5,6,7\n\n${row(8)}`,
    1,
    ['ingest/row-too-long:3'],
  ),
  broken('a quote inside a cell', `${HEAD}${row(5)}东湖市,工业"产值",2024年6月,亿元,5\n`, 2, [
    'ingest/stray-quote:3',
  ]),
  broken('a header cell twice', `地区,指标,时期,单位,数值,数值\n东湖市,工业产值,2024年5月,亿元,5,6\n`, 2, [
    'ingest/header-differs:1',
    'ingest/header-order:1',
  ]),
  broken('a header cell in place of another', `地区,指标,指标,单位,数值\n${row()}`, 2, [
    'ingest/header-differs:1',
    'ingest/header-lacks:1',
  ]),
  broken(
    'two hundred thousand columns',
    `${Array.from({ length: 200_000 }, (_, i) => `c${i}`).join(',')}\n${'1,'.repeat(200_000)}1\n`,
    2,
    ['ingest/too-many-columns:1'],
  ),
  broken('a row of a million cells', `${HEAD}${row()}${'1,'.repeat(999_999)}1\n`, 2, [
    'ingest/too-many-columns:3',
  ]),

  // figures
  ...['1e999999', '1e-999999', '9'.repeat(100_000), '9'.repeat(3_000_000), `0.${'1'.repeat(100_000)}`].map(
    (value) =>
      broken(`the figure ${value.slice(0, 12)} (${value.length})`, HEAD + row(5, value), 1, [
        'ingest/not-a-number:2',
      ]),
  ),
  ...['Infinity', '0x10', '1_000', '--5', '5-'].map((value) =>
    broken(`the figure ${value}`, HEAD + row(5, value), 1, ['ingest/not-a-number:2']),
  ),

  // what a spreadsheet would run
  ...[
    '"=HYPERLINK(""http://x.example"",""5"")"',
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(A1)',
    '＝1+1',
    "=cmd|' /C calc'!A0",
  ].map((value) =>
    broken(`the formula ${value} as a figure`, HEAD + row(5, value), 1, ['ingest/not-a-number:2']),
  ),
  broken('formulas as labels', `${HEAD}=A1,"=HYPERLINK(""http://x.example"",""y"")",=B1,@SUM,5\n`, 1, [
    'ingest/period-unreadable:2',
    'ingest/unknown-indicator:2',
    'ingest/unknown-region:2',
  ]),
  broken(
    'escapes as labels',
    `${HEAD}\u001b]0;x\u0007东湖市,\u001b[2J\u202e工业产值\u009b31m,2024年5月,亿元,5\n`,
    1,
    ['ingest/unknown-indicator:2', 'ingest/unknown-region:2'],
  ),
  broken('line ends inside a label', `${HEAD}东湖市,"工业\n产直\r\n",2024年5月,亿元,5\n`, 1, [
    'ingest/unknown-indicator:4',
  ]),
];

type Ended = Run & { readonly megabytes: number; readonly rows: readonly string[] };

/** Takes a broken export into a project of its own and tells what came of it. */
async function take({ content }: Broken, lang: string): Promise<Ended> {
  const dir = project('donghu');
  try {
    const file = 'data/exports/monthly-broken.csv';
    if (content !== undefined) writeFileSync(join(dir, file), content);
    const args = ['ingest', file, '--lang', lang];
    const { third, ...run } = await start(args, dir, PEAK).ended;
    return { ...run, megabytes: Number.parseInt(third, 10) / 1024, rows: storedRows(dir) };
  } finally {
    remove(dir);
  }
}

/** The codes of errors and warnings in what was printed, each with its line where it has one. */
const codesOf = (err: string): string[] =>
  [
    ...err.matchAll(
      /^(?:\S+\.csv(?::(\d+):\d+)? {2})?(?:error|warning|错误|警告) {2}.*\[([\w-]+\/[\w-]+)\]$/gm,
    ),
  ].map(([, line, code]) => (line === undefined ? `${code}` : `${code}:${line}`));

/** What is owed to whoever reads it, whatever is wrong: no stack trace, no escapes, no flood, bounded memory. */
function expectDecent(run: Ended): void {
  expect(run.err).not.toMatch(/\n\s+at |ptrack\.cjs|TypeError|RangeError|undefined|internal\/fault/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  expect(run.out + run.err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  for (const line of (run.out + run.err).split('\n')) expect(line.length).toBeLessThan(LONGEST);
  expect(run.megabytes).toBeGreaterThan(10);
  expect(run.megabytes).toBeLessThan(MOST);
}

/** What every broken export must come to, whatever is wrong with it. */
function expectBroken(run: Ended, given: Broken): void {
  expect(codesOf(run.err).sort()).toEqual([...given.codes].sort());
  expect(run.code).toBe(given.exit);
  expect(run.rows).toHaveLength(given.rows ?? 0);
  expect(run.err === '' || run.err.includes('monthly-broken.csv')).toBe(true);
  expectDecent(run);
}

describe('a broken export is told with its place, in both languages, and nothing of it is taken', () => {
  const ended = new Map<string, Ended>();
  beforeAll(async () => {
    const all = CASES.flatMap((given) => ['en', 'zh'].map((lang) => ({ given, lang })));
    await inLanes(all, async ({ given, lang }) => ended.set(given.name + lang, await take(given, lang)));
  }, 120_000);

  it.each(CASES)('$name', (given) => {
    const [en, zh] = ['en', 'zh'].map((lang) => ended.get(given.name + lang) as Ended) as [Ended, Ended];
    expectBroken(en, given);
    expectBroken(zh, given);
    if (given.codes.length === 0) return;
    expect(en.err).toMatch(/(?:^| {2})(?:error|warning) {2}/m);
    expect(zh.err).toMatch(/(?:^| {2})(?:错误|警告) {2}.*\p{Script=Han}/mu);
  });
});

it('a folder is told as one', async () => {
  const dir = project('donghu');
  mkdirSync(join(dir, 'data/exports/monthly-folder.csv'));
  const run = await start(['ingest', 'data/exports/monthly-folder.csv'], dir).ended;
  expect(run).toMatchObject({ code: 2, out: '' });
  expect(run.err).toMatch(/^error {2}.*monthly-folder\.csv.* \[file\/is-folder\]\n$/);
  remove(dir);
});

const MiB = 1024 * 1024;
/** Findings of which any will do: which comes first is the reader's to say. */
const eitherOf = (...codes: string[]): RegExp => new RegExp(`\\[(?:${codes.join('|')})\\]$`, 'm');

/** Takes an export that may be written in parts, by the mapping of the project, whatever its name. */
async function takeLarge(name: string, parts: readonly Uint8Array[], lang: string): Promise<Ended> {
  const dir = project('donghu');
  try {
    const file = `data/exports/${name}`;
    const handle = openSync(join(dir, file), 'w');
    for (const part of parts) writeSync(handle, part);
    closeSync(handle);
    const args = ['ingest', file, '--mapping', 'data/mappings/monthly.yaml', '--lang', lang];
    const { third, ...run } = await start(args, dir, PEAK).ended;
    return { ...run, megabytes: Number.parseInt(third, 10) / 1024, rows: storedRows(dir) };
  } finally {
    remove(dir);
  }
}

function expectRefused(run: Ended, code: RegExp, name: string): void {
  expect(run.err.length).toBeLessThan(10 * LONGEST);
  expect(run.err).toMatch(code);
  expect(run.err).toContain(name);
  expect(run).toMatchObject({ code: 2, rows: [] });
  expectDecent(run);
}

describe('what a reader that holds the whole export in memory can not do', () => {
  const member = (text: string): Uint8Array => gzipSync(text.repeat(Math.ceil(MiB / text.length)));
  const times = (part: Uint8Array, n: number): Uint8Array[] => Array.from({ length: n }, () => part);

  it.each<[string, string, () => Uint8Array[], RegExp]>([
    [
      'fifty megabytes in one line, without a line end',
      'monthly.csv',
      () => times(Buffer.alloc(MiB, 'a'), 50),
      eitherOf('ingest/line-too-long'),
    ],
    [
      'fifty megabytes in one line below the header',
      'monthly.csv',
      () => [utf8(HEAD), ...times(Buffer.alloc(MiB - 1, '东'), 50)],
      eitherOf('ingest/line-too-long'),
    ],
    [
      'fifty megabytes of cells in one line',
      'monthly.csv',
      () => [utf8(HEAD + row()), ...times(Buffer.alloc(MiB, '1,'), 50)],
      eitherOf('ingest/line-too-long'),
    ],
    [
      'fifty megabytes inside a quote that is never closed',
      'monthly.csv',
      () => [utf8(`${HEAD}${row()}"`), ...times(Buffer.alloc(MiB, 'a,b\n'), 50)],
      eitherOf('ingest/line-too-long', 'ingest/open-quote'),
    ],
    [
      'a gzip bomb of one line',
      'monthly.csv.gz',
      () => times(member('a'), 2048),
      eitherOf('ingest/line-too-long', '[a-z]+/bomb'),
    ],
    [
      'a gzip bomb of rows',
      'monthly.csv.gz',
      () => [gzipSync(HEAD), ...times(member(row()), 2048)],
      eitherOf('[a-z]+/bomb'),
    ],
    [
      'a gzip file that was cut',
      'monthly.csv.gz',
      () => [gzipSync(HEAD + months(600)).subarray(0, -20)],
      eitherOf('(?:container|ingest)/[a-z-]+'),
    ],
  ])('%s: refused, in bounded memory', { timeout: 120_000 }, async (_, name, parts, code) => {
    for (const lang of ['en', 'zh']) expectRefused(await takeLarge(name, parts(), lang), code, name);
  });

  it('a header cell of three megabytes: it is not printed whole', async () => {
    const given = broken('', `地区,${'长'.repeat(1_000_000)},时期,单位,数值\n${row()}`, 2, [
      'ingest/header-differs:1',
      'ingest/header-lacks:1',
      'ingest/header-new:1',
    ]);
    const run = await take(given, 'en');
    expect(run.err.length).toBeLessThan(10 * LONGEST);
    expectBroken(run, given);
  });

  it('UTF-8 and then as much GB18030: the place is where the encoding changes', async () => {
    const content = join2(utf8(HEAD + months(40)), gb18030(months(40)));
    const run = await take(broken('', content, 2, []), 'en');
    expect(codesOf(run.err)).toEqual([expect.stringMatching(/^ingest\/mixed-encodings:42$/)]);
  });

  it('ragged rows: each at its own line', async () => {
    const short = '东湖市,工业产值\n';
    const long = '东湖市,工业产值,2024年7月,亿元,5,6,7\n';
    const given = broken('', `${HEAD}${row(5)}${short}${long}\n${row(8)}`, 1, [
      'ingest/row-too-short:3',
      'ingest/row-too-long:4',
    ]);
    expectBroken(await take(given, 'en'), given);
  });
});
