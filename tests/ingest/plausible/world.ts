import { FigureTable } from '../../../src/ingest/figures/figure-table.ts';
import { plausible } from '../../../src/ingest/plausible/index.ts';
import { tabulate } from '../../../src/ingest/plausible/tabulate.ts';
import type { Catalogue } from '../../../src/model/catalogue.ts';
import { decimal, decimalsOf } from '../../../src/model/decimal.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import {
  type Observation,
  type ObservationStatus,
  readBound,
  type Written,
} from '../../../src/model/observation.ts';
import { parsePeriod } from '../../../src/model/period.ts';
import { catalogue, checkWording, type Entry } from '../helpers.ts';

const ENTRIES: Entry[] = [
  ['output', '产值', 'flow', '亿元'],
  ['output.growth', '产值增速', 'growth', '%'],
  ['net', '净增', 'flow', '亿元'],
  ['added', '新增企业', 'flow', '家'],
  ['firms', '企业数', 'stock', '家'],
  ['firms.growth', '企业数增速', 'growth', '%'],
  ['loans', '贷款余额', 'stock', '亿元'],
  ['land', '用地', 'flow', '亩'],
  ['share', '占比', 'share', '%'],
  ['mille', '万分占比', 'share', '‰'],
  ['multiple', '倍数占比', 'share', '倍'],
  ['completion', '完成率', 'share', '%'],
  ['margin', '利润率', 'ratio', '%'],
  ['yield', '亩均产值', 'ratio', '万元/亩'],
  ['price', '价格指数', 'index', '上年同期=100'],
  ['price.growth', '价格涨幅', 'growth', '%'],
  ['place', '位次', 'rank', '位'],
];

const MORE = {
  'output.growth': { growthOf: 'output' },
  'firms.growth': { growthOf: 'firms' },
  'price.growth': { growthOf: 'price' },
  net: { canFall: true },
  completion: { accumulates: true },
};

/** A city of three districts that make it up, and a county with some of its towns listed. */
export function world(): Catalogue {
  const c = catalogue(ENTRIES, { more: MORE, regions: [['C', '甲市']] });
  const file = { aliases: [], file: 'r.yaml', pointer: '' };
  for (const [code, name] of [
    ['E', '东区'],
    ['W', '西区'],
    ['S', '南区'],
  ] as const)
    c.addRegion({ code, name, parent: '甲市', ...file });
  c.addRegion({ code: 'G', name: '各区', members: ['东区', '西区', '南区'], ...file });
  c.addRegion({ code: 'P', name: '某省', parts: ['各区', '甲县'], ...file });
  c.addRegion({ code: 'X', name: '甲县', ...file });
  c.addRegion({ code: 'T', name: '甲镇', parent: '甲县', ...file });
  c.addRegion({ code: 'L', name: '失县', parts: ['东区', '无此区'], ...file });
  c.addRegion({ code: 'M', name: '环县', parts: ['环县', '东区'], ...file });
  return c;
}

/** A figure of an export, or of the store before it has a batch. */
export type Reading = Written & Pick<Observation, 'value' | 'decimals'>;

/** `output@E 2024-01/2024-02 12.3 亿元 !break`; the city, and the indicator's own unit, unless said. */
function readingOf(text: string, cell: string, c: Catalogue): Reading {
  const m = /^(\S+?)(?:@(\S+))? (\S+) (\S+)(?: ([^!\s]\S*))?(?: !(\S+))?$/.exec(text.trim());
  const period = parsePeriod(m?.[3] ?? '');
  const bound = readBound(m?.[4] ?? '');
  const indicator = c.indicators.get(m?.[1] ?? '');
  const unit = m?.[5] === undefined ? indicator?.unit : c.units.parse(m[5]);
  if (!m || !indicator || !period || !bound || !unit) throw new Error(`no figure: ${text}`);
  return {
    indicator: indicator.id,
    region: m[2] ?? 'C',
    period,
    number: bound.number,
    value: decimal(bound.number),
    decimals: decimalsOf(bound.number),
    unit,
    ...(bound.bound ? { bound: bound.bound } : {}),
    ...(m[6] ? { status: m[6] as ObservationStatus } : {}),
    cell,
  };
}

/** Figures from text, parted by semicolons or lines; their cells are R1, R2 … */
export const readings = (text: string, c: Catalogue, name = 'R'): Reading[] =>
  text
    .split(/[;\n]/)
    .filter((t) => t.trim() !== '')
    .map((t, i) => readingOf(t, name === 'R' ? `R${i + 1}C1` : `${name}${i + 1}`, c));

/** Figures as an export gives them; the n-th stands in row n, column 1. */
export function figuresOf(list: readonly Reading[], c: Catalogue): FigureTable {
  const figures = new FigureTable();
  for (const [row, r] of list.entries()) {
    const indicator = c.indicators.get(r.indicator);
    const region = c.regions.get(r.region) ?? {
      code: r.region,
      name: r.region,
      aliases: [],
      file: '',
      pointer: '',
    };
    if (!indicator) throw new Error(r.indicator);
    const { period, unit, bound, status, published } = r;
    const number = r.value.toFixed(r.decimals);
    figures.add({ indicator, region, period, number, unit, bound, status, published, row, column: 0 });
  }
  return figures;
}

export const stored = (list: readonly Reading[], ingested = '2024-01-01T00:00:00Z'): Observation[] =>
  list.map(({ cell, number: _, ...o }, i) => ({
    ...o,
    source: { batch: 'data/observations/old.csv', line: i + 3, file: 'old.csv', cell, ingested },
  }));

/** What is found in an export, beside what is known. */
export function find(fresh: string, known = '', c = world()): Diagnostic[] {
  const { series, look } = tabulate(
    figuresOf(readings(fresh, c), c),
    stored(readings(known, c, 'K')),
    c,
    'new.csv',
  );
  return checkWording(plausible(series, c, look));
}

/** Codes without their group, with the figure each names first: `fell 2024-Q1`. */
export const brief = (list: readonly Diagnostic[]): string[] =>
  list.map((d) => {
    const { region, period, others, more } = d.args;
    const place = region === '甲市' ? period : `${region} ${period}`;
    const rest = [...(others as string[]), ...(more ? [`+${more}`] : [])];
    return [`${d.code.replace('data/', '')} ${place}`, ...rest].join(', ');
  });

/** Running totals of a year, month by month from February, of an indicator: `output 2024-01/2024-02 20 …`. */
export const totals = (indicator: string, year: number, values: readonly (number | string)[]): string =>
  values.map((v, i) => `${indicator} ${year}-01/${year}-${String(i + 2).padStart(2, '0')} ${v}`).join(';');
