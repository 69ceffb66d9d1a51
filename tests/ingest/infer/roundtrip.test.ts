import fc from 'fast-check';
import { expect, it } from 'vitest';
import { UserError } from '../../../src/model/diagnostic.ts';
import { formatPeriod, type Period } from '../../../src/model/period.ts';
import { gb18030, utf16 } from '../gb18030.ts';
import { bytes, catalogue, sum } from '../helpers.ts';
import { drafted, open, readBy } from './helpers.ts';

const NAMES = ['工业增加值', '固定资产投资(不含农户)', '税收，合计', '出口总值'];
const REGIONS = ['青岛市', '即墨区', '济宁市'];
const C = catalogue(
  NAMES.map((name, i) => [`i${i}`, name, 'flow', '亿元'] as const),
  { regions: REGIONS.map((name, i) => [`r${i}`, name] as const) },
);

const month = (m: number): Period => ({ start: 2024 * 12 + m - 1, end: 2024 * 12 + m - 1 });
const ENGLISH = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (n: number): string => String(n).padStart(2, '0');

/** How spans are labelled, from the numbers 1 to 4; `year` where the labels leave it to the title. */
const LABELS: Record<string, { label: (n: number) => string; span: (n: number) => Period; year?: true }> = {
  months: { label: (n) => `2024年${n + 4}月`, span: (n) => month(n + 4) },
  codes: { label: (n) => `2024-${two(n)}`, span: month },
  compact: { label: (n) => `2024${two(n)}`, span: month },
  english: { label: (n) => `${ENGLISH[n - 1]} 2024`, span: month },
  totals: {
    label: (n) => `1-${n + 1}月`,
    span: (n) => ({ start: 2024 * 12, end: 2024 * 12 + n }),
    year: true,
  },
  undated: { label: (n) => `${n}月`, span: month, year: true },
  quarters: {
    label: (n) => `2024年第${'一二三四'[n - 1]}季度`,
    span: (n) => ({ start: 2024 * 12 + n * 3 - 3, end: 2024 * 12 + n * 3 - 1 }),
  },
  years: {
    label: (n) => `${2019 + n}年`,
    span: (n) => ({ start: (2019 + n) * 12, end: (2019 + n) * 12 + 11 }),
  },
  digits: {
    label: (n) => String(2019 + n),
    span: (n) => ({ start: (2019 + n) * 12, end: (2019 + n) * 12 + 11 }),
  },
};

const ENCODINGS: Record<string, (text: string) => Uint8Array> = {
  'utf-8': bytes,
  'utf-8 with a mark': (t) => bytes(`\uFEFF${t}`),
  'utf-16': (t) => utf16(t, 'le'),
  gb18030,
};

const figure = fc.oneof(
  fc.integer({ min: -99999, max: 9999999 }).map(String),
  fc
    .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 99 }))
    .map(([a, b]) => `${a}.${two(b)}`),
);

const table = fc.record({
  /** What the header names. */
  above: fc.constantFrom('nothing', 'periods', 'regions', 'indicators'),
  /** Where the unit stands. */
  unit: fc.constantFrom('name', 'column', 'preamble'),
  labels: fc.constantFrom(...Object.keys(LABELS)),
  names: fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 3 }),
  regions: fc.uniqueArray(fc.constantFrom(...REGIONS), { minLength: 1, maxLength: 3 }),
  spans: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 4 }),
  /** Columns that say nothing of the figures. */
  beside: fc.subarray(['序号', '备注', '来源']),
  /** The order of the columns in front of the figures. */
  turned: fc.boolean(),
  cells: fc.array(fc.option(figure, { freq: 4 }), { minLength: 36, maxLength: 36 }),
  encoding: fc.constantFrom(...Object.keys(ENCODINGS)),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  decimal: fc.constantFrom('.', ','),
  padded: fc.boolean(),
  note: fc.constantFrom(
    '',
    '注：据初步统计',
    '"注：1.据\n初步统计"',
    '数据来源：统计局',
    '本表为初步统计数据。',
  ),
});

type Table = typeof table extends fc.Arbitrary<infer T> ? T : never;

/** The figures of a table, each with what it is of. */
interface Cell {
  readonly name: string;
  readonly region: string;
  readonly span: number;
  readonly text: string | null;
}

function cellsOf(t: Table): Cell[] {
  let at = 0;
  // bare years and months are told from figures by their order
  const spans = ['digits', 'compact'].includes(t.labels) ? [...t.spans].sort() : t.spans;
  return t.names.flatMap((name) =>
    t.regions.flatMap((region) => spans.map((span) => ({ name, region, span, text: t.cells[at++] ?? null }))),
  );
}

/** What a file can keep to itself. */
const LACKING = ['地区', '指标', '时间', '单位', '年'] as const;
type Lack = (typeof LACKING)[number];

/** One way to write the figures down: the columns that say what a row is about, and what stands above the others. */
function rowsOf(t: Table, lack?: Lack): string[][] {
  const label = LABELS[t.labels]?.label ?? String;
  const unit = t.unit === 'name' && lack !== '单位' ? '(亿元)' : '';
  const about: Record<string, (c: Cell) => string> = {
    地区: (c) => c.region,
    指标: (c) => `${c.name}${unit}`,
    时间: (c) => label(c.span),
    ...(t.unit === 'column' ? { 单位: () => '亿元' } : {}),
  };
  const over = { nothing: '', periods: '时间', regions: '地区', indicators: '指标' }[t.above];
  const given = Object.keys(about).filter((key) => key !== over && key !== lack);
  const sides = t.turned ? given.reverse() : given;
  const above = about[over] ?? (() => '数值');
  const cells = cellsOf(t);
  const heads = [...new Set(cells.map(above))];
  const key = (c: Cell): string => sides.map((side) => about[side]?.(c)).join('\u0000');
  const body = [...new Set(cells.map(key))].map((of) => {
    const row = cells.filter((c) => key(c) === of);
    const texts = heads.map((head) => row.find((c) => above(c) === head)?.text ?? '');
    return [...of.split('\u0000'), ...texts.map((x) => (t.decimal === ',' ? x.replace('.', ',') : x))];
  });
  const more: Record<string, (row: number) => string> = {
    序号: (row) => String(row + 1),
    备注: (row) => (row % 2 === 0 ? '初步数' : ''),
    来源: () => '统计局 2024年5月',
  };
  return [
    [...t.beside, ...sides, ...heads],
    ...body.map((row, i) => [...t.beside.map((name) => more[name]?.(i) ?? ''), ...row]),
  ];
}

const quoted = (cell: string): string => (/[",;|\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

function write(t: Table, lack?: Lack): Uint8Array {
  const rows = rowsOf(t, lack);
  const pad = t.padded ? t.delimiter.repeat((rows[0]?.length ?? 1) - 1) : '';
  const title = [
    ...(LABELS[t.labels]?.year && lack !== '年' ? [`2024年主要指标${pad}`] : []),
    ...(t.unit === 'preamble' && lack !== '单位' ? [`单位：亿元${pad}`] : []),
  ];
  const note = t.note === '' ? [] : [`${t.note}${pad}`];
  const lines = [...title, ...rows.map((r) => r.map(quoted).join(t.delimiter)), ...note];
  return (ENCODINGS[t.encoding] ?? bytes)(lines.map((text) => text + t.lineEnd).join(''));
}

it('a table of a documented kind is drafted so that the draft reads it as it is', () => {
  fc.assert(
    fc.property(table, (t) => {
      fc.pre(t.delimiter !== ',' || t.decimal === '.');
      // without a single figure there is no table
      fc.pre(cellsOf(t).some((c) => c.text !== null));
      const source = write(t);
      const d = drafted(source, C);
      expect(d.faults).toEqual([]);
      expect(open(d)).toEqual([]);
      const result = readBy(d, source, C);
      const expected = cellsOf(t).flatMap(({ name, region, span, text }) => {
        const period = LABELS[t.labels]?.span(span);
        if (text === null || !period) return [];
        return [`i${NAMES.indexOf(name)} r${REGIONS.indexOf(region)} ${formatPeriod(period)} ${text}`];
      });
      const found = result.observations.map(
        (o) => `${o.indicator} ${o.region} ${formatPeriod(o.period)} ${o.number}`,
      );
      expect(result.diagnostics.filter((f) => f.severity === 'error')).toEqual([]);
      expect(found.sort()).toEqual(expected.sort());
      expect(sum(result)).toBe(result.tally.cells);
    }),
    { numRuns: Number(process.env.RUNS ?? 300) },
  );
});

/** The figures of a table of which one thing is the same throughout, and not said. */
const lacking = table.chain((t) =>
  fc.constantFrom(...LACKING).map((lack) => {
    const first = {
      ...t,
      ...(lack === '指标' ? { names: t.names.slice(0, 1) } : {}),
      ...(lack === '地区' ? { regions: t.regions.slice(0, 1) } : {}),
      ...(lack === '时间' ? { spans: t.spans.slice(0, 1) } : {}),
      // what the header names can't be left out
      ...(lack === '指标' && t.above === 'indicators' ? { above: 'periods' } : {}),
      ...(lack === '地区' && t.above === 'regions' ? { above: 'periods' } : {}),
      ...(lack === '时间' && t.above === 'periods' ? { above: 'nothing' } : {}),
      ...(lack === '年' ? { labels: 'undated' } : {}),
      ...(lack === '时间' ? { labels: 'months' } : {}),
    };
    return { t: first as Table, lack };
  }),
);

it('a table that keeps something to itself is never read on a guess', () => {
  fc.assert(
    fc.property(lacking, ({ t, lack }) => {
      fc.pre(t.delimiter !== ',' || t.decimal === '.');
      fc.pre(cellsOf(t).some((c) => c.text !== null));
      const source = write(t, lack);
      const d = drafted(source, C);
      expect(open(d)).not.toEqual([]);
      if (d.faults.length > 0) return;
      let taken: string[];
      try {
        taken = readBy(d, source, C).observations.map((o) => o.cell);
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
        return;
      }
      expect(taken).toEqual([]);
    }),
    { numRuns: Number(process.env.RUNS ?? 300) },
  );
});
