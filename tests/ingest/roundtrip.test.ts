import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gb18030, utf16 } from './gb18030.ts';
import { bytes, catalogue, read, sum } from './helpers.ts';

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

const quoted = (cell: string): string => (/[",;|\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const value = fc.oneof(
  fc.integer({ min: -99999, max: 9999999 }).map(String),
  fc
    .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 99 }))
    .map(([a, b]) => `${a}.${String(b).padStart(2, '0')}`),
);

const layout = fc.record({
  wide: fc.boolean(),
  encoding: fc.constantFrom(...Object.keys(ENCODINGS)),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  padded: fc.boolean(),
  note: fc.constantFrom('', '注：据初步统计', '"注：1.据\n初步统计"'),
});

/** One indicator's figures: regions down, months of 2024 across; null is a cell left blank. */
const figures = fc.record({
  indicator: fc.constantFrom(...INDICATORS),
  months: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }),
  cells: fc.array(fc.array(fc.option(value), { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 3 }),
});

type Layout = typeof layout extends fc.Arbitrary<infer T> ? T : never;
type Figures = typeof figures extends fc.Arbitrary<infer T> ? T : never;

const month = (m: number): string => `2024年${m}月`;

function rowsOf(f: Figures, wide: boolean): string[][] {
  if (wide)
    return [
      ['地区', ...f.months.map(month)],
      ...REGIONS.map((r, i) => [r, ...f.months.map((_, j) => f.cells[i]?.[j] ?? '')]),
    ];
  return [
    ['时期', '地区', '指标', '数值'],
    ...REGIONS.flatMap((r, i) =>
      f.months.map((m, j) => [month(m), r, `${f.indicator}(亿元)`, f.cells[i]?.[j] ?? '']),
    ),
  ];
}

function write(f: Figures, l: Layout): Uint8Array {
  const rows = rowsOf(f, l.wide);
  const width = rows[0]?.length ?? 0;
  const pad = l.padded ? l.delimiter.repeat(width - 1) : '';
  const title = `${quoted(`指标：${f.indicator}(亿元)`)}${pad}`;
  const note = l.note === '' ? [] : [`${l.note}${pad}`];
  const lines = [title, ...rows.map((r) => r.map(quoted).join(l.delimiter)), ...note];
  return (ENCODINGS[l.encoding] ?? bytes)(lines.map((t) => t + l.lineEnd).join(''));
}

function mappingOf(l: Layout): object {
  const end = '注：';
  const dialect = { delimiter: l.delimiter };
  if (l.wide)
    return {
      files: '*',
      end,
      dialect,
      header: ['地区', '{period}'],
      fields: {
        region: { column: '地区' },
        period: { from: 'header' },
        series: { preamble: '指标：{indicator}({unit})' },
      },
    };
  return {
    files: '*',
    end,
    dialect,
    header: ['时期', '地区', '指标', '数值'],
    fields: {
      region: { column: '地区' },
      period: { column: '时期' },
      series: { column: '指标', as: '{indicator}({unit})' },
      value: { column: '数值' },
    },
  };
}

it('any small table, long or wide, in any encoding and dialect, comes back the same', () => {
  fc.assert(
    fc.property(figures, layout, (f, l) => {
      const result = read(write(f, l), mappingOf(l), C);
      const id = `i${INDICATORS.indexOf(f.indicator)}`;
      const expected = REGIONS.flatMap((_, i) =>
        f.months.flatMap((m, j) => {
          const text = f.cells[i]?.[j];
          return text === null || text === undefined ? [] : [`${id} r${i} ${2024 * 12 + m - 1} ${text}`];
        }),
      );
      const found = result.observations.map(
        (o) => `${o.indicator} ${o.region} ${o.period.start} ${o.number}`,
      );
      expect(found.sort()).toEqual(expected.sort());
      expect(result.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
      expect(result.tally.cells).toBe(f.months.length * REGIONS.length);
      expect(sum(result)).toBe(result.tally.cells);
    }),
    { numRuns: 300 },
  );
});
