import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Source } from '../../src/ingest/ingest.ts';
import { gb18030, utf16 } from './gb18030.ts';
import { bytes, catalogue, source, sum, take } from './helpers.ts';

const INDICATORS = ['工业增加值', '固定资产投资(不含农户)', '税收，合计', '出口 总值'];
const REGIONS = ['青岛市', '即墨区', '济宁市'];
const C = catalogue(
  INDICATORS.map((name, i) => [`i${i}`, name, 'flow', '亿元'] as const),
  { regions: REGIONS.map((name, i) => [`r${i}`, name] as const) },
);

const ENCODINGS: Record<string, (text: string) => Uint8Array> = {
  'utf-8': bytes,
  'utf-8 with a mark': (t) => bytes(`\uFEFF${t}`),
  'utf-16': (t) => utf16(t, 'le'),
  // without a Chinese character a text is the same in both
  gb18030,
};

const quoted = (cell: string): string => (/[",;|\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const value = fc.oneof(
  fc.integer({ min: -99999, max: 9999999 }).map(String),
  fc
    .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 99 }))
    .map(([a, b]) => `${a}.${String(b).padStart(2, '0')}`),
);

/** Figures of regions in months of 2024, of one or two indicators; null is a cell left blank. */
const figures = fc.record({
  indicators: fc.uniqueArray(fc.constantFrom(...INDICATORS), { minLength: 1, maxLength: 2 }),
  months: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }),
  cells: fc.array(fc.option(value), { minLength: 24, maxLength: 24 }),
});
type Figures = typeof figures extends fc.Arbitrary<infer T> ? T : never;

/** How a table is laid out: its rows of header, its rows, and how a mapping says so. */
interface Layout {
  readonly header: readonly (readonly string[])[];
  readonly rows: readonly (readonly string[])[];
  readonly mapping: object;
}

const month = (m: number): string => `2024年${m}月`;
const named = (indicator: string): string => `${indicator}(亿元)`;
const cellOf = (f: Figures, i: number, r: number, m: number): string =>
  f.cells[(i * REGIONS.length + r) * 4 + m] ?? '';

/** Every cell there is, with the places of its indicator, region and month. */
const all = (f: Figures) =>
  f.indicators.flatMap((indicator, i) =>
    REGIONS.flatMap((region, r) =>
      f.months.map((m, at) => ({ indicator, region, r, month: m, value: cellOf(f, i, r, at) })),
    ),
  );

const SERIES = { column: '指标', as: '{indicator}({unit})' };
const LAYOUTS: Record<string, (f: Figures) => Layout> = {
  long: (f) => ({
    header: [['时期', '地区', '指标', '数值']],
    rows: all(f).map((c) => [month(c.month), c.region, named(c.indicator), c.value]),
    mapping: {
      header: ['时期', '地区', '指标', '数值'],
      fields: {
        region: { column: '地区' },
        period: { column: '时期' },
        series: SERIES,
        value: { column: '数值' },
      },
    },
  }),
  'wide by month': (f) => ({
    header: [['指标', '地区', ...f.months.map(month)]],
    rows: f.indicators.flatMap((indicator, i) =>
      REGIONS.map((region, r) => [named(indicator), region, ...f.months.map((_, m) => cellOf(f, i, r, m))]),
    ),
    mapping: {
      header: ['指标', '地区', '{period}'],
      fields: { region: { column: '地区' }, period: { from: 'header' }, series: SERIES },
    },
  }),
  'wide by region': (f) => ({
    header: [['时期', '指标', ...REGIONS]],
    rows: f.indicators.flatMap((indicator, i) =>
      f.months.map((m, at) => [month(m), named(indicator), ...REGIONS.map((_, r) => cellOf(f, i, r, at))]),
    ),
    mapping: {
      header: ['时期', '指标', '{region}'],
      fields: { region: { from: 'header' }, period: { column: '时期' }, series: SERIES },
    },
  }),
  'wide by indicator': (f) => ({
    header: [['地区', '时期', ...f.indicators.map((i) => `${i}_亿元`)]],
    rows: REGIONS.flatMap((region, r) =>
      f.months.map((m, at) => [region, month(m), ...f.indicators.map((_, i) => cellOf(f, i, r, at))]),
    ),
    mapping: {
      header: ['地区', '时期', '{indicator}_{unit}'],
      fields: {
        region: { column: '地区' },
        period: { column: '时期' },
        indicator: { from: 'header' },
        unit: { from: 'header' },
      },
    },
  }),
  'a header of two rows': (f) => ({
    header: [
      ['地区', ...f.indicators.flatMap((i) => [named(i), ...f.months.slice(1).map(() => '')])],
      ['', ...f.indicators.flatMap(() => f.months.map(month))],
    ],
    rows: REGIONS.map((region, r) => [
      region,
      ...f.indicators.flatMap((_, i) => f.months.map((_m, at) => cellOf(f, i, r, at))),
    ]),
    mapping: {
      header: [
        ['地区', '{indicator}({unit})'],
        ['', '{period}'],
      ],
      fields: {
        region: { column: '地区' },
        period: { from: 'header' },
        indicator: { from: 'header' },
        unit: { from: 'header' },
      },
    },
  }),
  'a packed key, with a dimension that is not read': (f) => ({
    header: [['freq|sex|geo', ...f.months.map(month)]],
    rows: REGIONS.flatMap((region, r) =>
      ['T', 'F'].map((sex) => [
        `M|${sex}|${region}`,
        ...f.months.map((_, at) => (sex === 'T' ? cellOf(f, 0, r, at) : '99')),
      ]),
    ),
    mapping: {
      header: ['freq|sex|geo', '{period}'],
      keep: { sex: 'T' },
      fields: {
        region: { column: 'freq|sex|geo', as: '{_}|{sex}|{region}' },
        period: { from: 'header' },
        series: { constant: named(f.indicators[0] ?? ''), as: '{indicator}({unit})' },
      },
    },
  }),
};

const dialect = fc.record({
  layout: fc.constantFrom(...Object.keys(LAYOUTS)),
  encoding: fc.constantFrom(...Object.keys(ENCODINGS), 'workbook'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  title: fc.boolean(),
  padded: fc.boolean(),
  note: fc.constantFrom('', '注：据初步统计', '"注：1.据\n初步统计"'),
  size: fc.integer({ min: 1, max: 4096 }),
});
type Dialect = typeof dialect extends fc.Arbitrary<infer T> ? T : never;

function write(layout: Layout, d: Dialect): Source {
  const table = [...layout.header, ...layout.rows];
  const title = d.title ? ['数据库：月度数据'] : [];
  if (d.encoding === 'workbook')
    return { kind: 'workbook', sheets: [{ name: '数据', hidden: false, rows: [title, [], ...table] }] };
  const pad = d.padded ? d.delimiter.repeat((layout.header[0]?.length ?? 1) - 1) : '';
  const note = d.note === '' ? [] : [`${d.note}${pad}`];
  const lines = [...title.map((t) => t + pad), ...table.map((r) => r.map(quoted).join(d.delimiter)), ...note];
  return source((ENCODINGS[d.encoding] ?? bytes)(lines.map((t) => t + d.lineEnd).join('')), d.size);
}

it('any small table comes back the same, in every layout, encoding, container and dialect', () => {
  fc.assert(
    fc.property(figures, dialect, (f, d) => {
      const layout = (LAYOUTS[d.layout] ?? LAYOUTS.long)?.(f);
      if (!layout) throw new Error(d.layout);
      const mapping = { files: '*', end: '注：', dialect: { delimiter: d.delimiter }, ...layout.mapping };
      const result = take(write(layout, d), mapping, C);
      const one = d.layout.startsWith('a packed key');
      const expected = all(f)
        .filter((c) => c.value !== '' && !(one && c.indicator !== f.indicators[0]))
        .map((c) => `i${INDICATORS.indexOf(c.indicator)} r${c.r} ${2024 * 12 + c.month - 1} ${c.value}`);
      const found = result.observations.map(
        (o) => `${o.indicator} ${o.region} ${o.period.start} ${o.number}`,
      );
      expect(found.sort()).toEqual(expected.sort());
      const errors = result.diagnostics.filter((x) => x.severity === 'error').map((x) => x.code);
      expect(errors).toEqual(found.length > 0 || result.tally.skipped === 0 ? [] : ['ingest/nothing-read']);
      expect(sum(result)).toBe(result.tally.cells);
    }),
    { numRuns: 600 },
  );
});
