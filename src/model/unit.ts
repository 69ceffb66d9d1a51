import { type Decimal, decimal, decimalsFor, decimalsOf, digitsOf, LONGEST, ONE } from './decimal.ts';
import { fold } from './names.ts';

/**
 * A unit of measurement (计量单位): a factor to the base of its dimensions, and what it counts.
 * Factors are fractions because some are not finite decimals (1 亩 = 10000/15 m²).
 */
export interface Unit {
  /** As it was written, NFKC, without spaces but between English words: 亿元, million t. */
  readonly text: string;
  /** Dimension → power, e.g. { CNY: 1, area: −1 } for 万元/亩; as a sorted key. */
  readonly dimensions: string;
  readonly factor: Decimal;
  readonly divisor: Decimal;
  /** The count noun (量词), where it counts things: 家, 个, 项. */
  readonly noun?: string;
  /** Of an index, what it is 100 against (基期): 上年同月, 上月, 2020年; none where that is not said. */
  readonly base?: string;
}

type Base = readonly [dimension: string, factor: string, divisor?: string];

/** Base units by name. Energy in 标准煤 and in kWh are kept apart: their ratio is a convention, not a conversion. */
const BASES: Readonly<Record<string, Base>> = {
  '': ['number', '1'],
  倍: ['number', '1'],
  times: ['number', '1'],
  元: ['CNY', '1'],
  人民币: ['CNY', '1'],
  元人民币: ['CNY', '1'],
  cny: ['CNY', '1'],
  rmb: ['CNY', '1'],
  yuan: ['CNY', '1'],
  美元: ['USD', '1'],
  usd: ['USD', '1'],
  欧元: ['EUR', '1'],
  eur: ['EUR', '1'],
  港元: ['HKD', '1'],
  hkd: ['HKD', '1'],
  日元: ['JPY', '1'],
  jpy: ['JPY', '1'],
  平方米: ['area', '1'],
  平米: ['area', '1'],
  m2: ['area', '1'],
  亩: ['area', '10000', '15'],
  mu: ['area', '10000', '15'],
  公顷: ['area', '10000'],
  ha: ['area', '10000'],
  hectares: ['area', '10000'],
  平方公里: ['area', '1000000'],
  平方千米: ['area', '1000000'],
  km2: ['area', '1000000'],
  米: ['length', '1'],
  m: ['length', '1'],
  公里: ['length', '1000'],
  千米: ['length', '1000'],
  km: ['length', '1000'],
  立方米: ['volume', '1'],
  m3: ['volume', '1'],
  升: ['volume', '0.001'],
  l: ['volume', '0.001'],
  桶: ['barrel', '1'],
  barrel: ['barrel', '1'],
  吨: ['mass', '1000'],
  t: ['mass', '1000'],
  tonnes: ['mass', '1000'],
  千克: ['mass', '1'],
  公斤: ['mass', '1'],
  斤: ['mass', '0.5'],
  kg: ['mass', '1'],
  克: ['mass', '0.001'],
  毫克: ['mass', '0.000001'],
  mg: ['mass', '0.000001'],
  微克: ['mass', '0.000000001'],
  μg: ['mass', '0.000000001'],
  ug: ['mass', '0.000000001'],
  g: ['mass', '0.001'],
  吨二氧化碳: ['carbon dioxide', '1'],
  吨二氧化碳当量: ['carbon dioxide', '1'],
  tco2: ['carbon dioxide', '1'],
  tco2e: ['carbon dioxide', '1'],
  吨标准煤: ['coal', '1000'],
  吨标煤: ['coal', '1000'],
  tce: ['coal', '1000'],
  千克标准煤: ['coal', '1'],
  kgce: ['coal', '1'],
  克标准煤: ['coal', '0.001'],
  千瓦时: ['energy', '3600000'],
  度: ['energy', '3600000'],
  kwh: ['energy', '3600000'],
  兆瓦时: ['energy', '3600000000'],
  mwh: ['energy', '3600000000'],
  gwh: ['energy', '3600000000000'],
  twh: ['energy', '3600000000000000'],
  焦耳: ['energy', '1'],
  吉焦: ['energy', '1000000000'],
  gj: ['energy', '1000000000'],
  tj: ['energy', '1000000000000'],
  pj: ['energy', '1000000000000000'],
  瓦: ['power', '1'],
  千瓦: ['power', '1000'],
  kw: ['power', '1000'],
  兆瓦: ['power', '1000000'],
  mw: ['power', '1000000'],
  吉瓦: ['power', '1000000000'],
  gw: ['power', '1000000000'],
  人: ['people', '1'],
  people: ['people', '1'],
  persons: ['people', '1'],
  人次: ['person-times', '1'],
  家次: ['visits', '1'],
  车次: ['vehicle-trips', '1'],
  架次: ['flights', '1'],
  年: ['months', '12'],
  岁: ['months', '12'],
  years: ['months', '12'],
  个月: ['months', '1'],
  months: ['months', '1'],
  天: ['hours', '24'],
  日: ['hours', '24'],
  days: ['hours', '24'],
  小时: ['hours', '1'],
  h: ['hours', '1'],
  '%': ['percent', '1'],
  percent: ['percent', '1'],
  '‰': ['percent', '0.1'],
  百分点: ['points', '1'],
  个百分点: ['points', '1'],
  pp: ['points', '1'],
  percentagepoints: ['points', '1'],
  千分点: ['points', '0.1'],
  个千分点: ['points', '0.1'],
  指数: ['index', '1'],
  点: ['index', '1'],
  index: ['index', '1'],
};

/** Count nouns (量词): interchangeable within one indicator. 人 and 人次, 家 and 家次 are dimensions of their own. */
const NOUNS =
  '家 个 项 户 场 场次 座 所 件 条 台 套 处 宗 期 款 种 批 组 支 名 位 辆 艘 只 张 篇 部 次 例 站 栋 间 份 门 对 起 头 株 棵 列 ' +
  'firms items units projects stations events households';

const MULTIPLIERS: readonly (readonly [string, string])[] = [
  ['万亿', '1e12'],
  ['trillion', '1e12'],
  ['billion', '1e9'],
  ['million', '1e6'],
  ['thousand', '1e3'],
  ['千亿', '1e11'],
  ['百亿', '1e10'],
  ['十亿', '1e9'],
  ['亿', '1e8'],
  ['千万', '1e7'],
  ['百万', '1e6'],
  ['十万', '1e5'],
  ['万', '1e4'],
  ['千', '1e3'],
  ['百', '1e2'],
];

/** What a project adds: a unit of its own dimension, or one that equals so much of a known unit. */
export interface AddedUnit {
  readonly name: string;
  readonly equals?: { readonly value: Decimal; readonly unit: string };
}

interface Simple {
  readonly dimension: string;
  readonly factor: Decimal;
  readonly divisor: Decimal;
  readonly noun?: string;
}

/** A unit as people read it: of its spaces only those between English words are left. */
const asWritten = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/(?<![a-z]) | (?![a-z])/gi, '');

/** Reads unit texts; one for each project, because a project can add units and count nouns. */
export class Units {
  readonly #known = new Map<string, Simple>();
  readonly #cache = new Map<string, Unit | undefined>();

  constructor(added: readonly AddedUnit[] = [], nouns: readonly string[] = []) {
    for (const noun of [...NOUNS.split(' '), ...nouns])
      this.#known.set(fold(noun), { dimension: 'count', factor: ONE, divisor: ONE, noun });
    for (const [name, [dimension, factor, divisor]] of Object.entries(BASES))
      this.#known.set(name, {
        dimension,
        factor: decimal(factor),
        divisor: divisor ? decimal(divisor) : ONE,
      });
    for (const unit of added) {
      const base = unit.equals && this.#read(fold(unit.equals.unit));
      this.#known.set(
        fold(unit.name),
        base && unit.equals
          ? {
              dimension: base.dimensions,
              factor: base.factor.times(unit.equals.value),
              divisor: base.divisor,
              ...(base.noun ? { noun: base.noun } : {}),
            }
          : { dimension: unit.name, factor: ONE, divisor: ONE },
      );
    }
  }

  #simple(text: string): Simple | undefined {
    const known = this.#known.get(text);
    if (known || text === '') return known;
    for (const [word, factor] of MULTIPLIERS) {
      if (!text.startsWith(word)) continue;
      const rest = this.#simple(text.slice(word.length));
      // 万 alone, 万倍 and 万% are no units
      if (rest && rest.dimension !== 'number' && rest.dimension !== 'percent' && rest.dimension !== 'points')
        return { ...rest, factor: rest.factor.times(decimal(factor)) };
    }
    return undefined;
  }

  /** The unit a text names, compound units (万元/亩, 件/万人) included. Undefined: not a known unit. */
  parse(text: string): Unit | undefined {
    if (!this.#cache.has(text)) {
      const unit = this.#read(fold(text));
      this.#cache.set(text, unit && { ...unit, text: asWritten(text) });
    }
    return this.#cache.get(text);
  }

  /** Whether a text is a number word alone (亿, 百万, million): the unit it counts is missing. */
  isMultiplier(text: string): boolean {
    const word = fold(text);
    return this.parse(text) === undefined && MULTIPLIERS.some(([known]) => known === word);
  }

  #read(text: string): Unit | undefined {
    const base = /^(.+)=100$/.exec(text)?.[1]?.replace('去年', '上年');
    const whole = this.#simple(base === undefined ? text : 'index');
    if (whole) {
      const { dimension, factor, divisor, noun } = whole;
      const more = { ...(noun ? { noun } : {}), ...(base === undefined ? {} : { base }) };
      return { text, dimensions: dimension, factor, divisor, ...more };
    }
    const [above, below, more] = text.split('/');
    if (!above || !below || more !== undefined) return undefined;
    const [top, bottom] = [this.#simple(above), this.#simple(below)];
    if (!top || !bottom) return undefined;
    return {
      text,
      dimensions: `${top.dimension}/${bottom.dimension}`,
      factor: top.factor.times(bottom.divisor),
      divisor: top.divisor.times(bottom.factor),
      ...(top.noun ? { noun: top.noun } : {}),
    };
  }
}

/** Whether one can be turned into the other. Indices on two bases can't (上年同月=100, 上月=100). */
export const commensurable = (a: Unit, b: Unit): boolean =>
  a.dimensions === b.dimensions && (a.base === undefined || b.base === undefined || a.base === b.base);

/** The value in another unit of the same dimensions; undefined where the dimensions differ. */
export function convert(value: Decimal, from: Unit, to: Unit): Decimal | undefined {
  if (from === to) return value;
  if (!commensurable(from, to)) return undefined;
  if (from.factor.eq(to.factor) && from.divisor.eq(to.divisor)) return value;
  return value.times(from.factor).times(to.divisor).div(from.divisor.times(to.factor));
}

/**
 * Decimals of a figure in another unit, where the published ones say nothing (1.3 万 is 13000): those it has; where it
 * has no end (110 亩 are 7.33… 公顷), as many as show the digits of the published one, and three at the least.
 */
export function decimalsIn(converted: Decimal, value: Decimal, decimals: number): number {
  if (converted === value || converted.eq(value)) return decimals;
  const own = decimalsOf(converted.toFixed());
  return own < LONGEST ? own : decimalsFor(converted, Math.max(3, digitsOf(value, decimals)));
}

/** Whether a unit can count places (位次): 位, 名, or none. */
export const isPlace = (unit: Unit): boolean =>
  unit.dimensions === 'number' || unit.noun === '位' || unit.noun === '名';

/** Whether a unit is a rate (%), whose changes are percentage points. */
export const isRate = (unit: Unit): boolean => unit.dimensions === 'percent';
export const isPoints = (unit: Unit): boolean => unit.dimensions === 'points';

const COUNTED = new Set(['count', 'people', 'person-times', 'visits']);

const counts = new WeakMap<Unit, boolean>();

/** Whether single things are counted (家, 人): a whole number of them is exact. */
export function isCount(u: Unit): boolean {
  let known = counts.get(u);
  if (known === undefined) {
    known = COUNTED.has(u.dimensions) && u.factor.eq(1) && u.divisor.eq(1);
    counts.set(u, known);
  }
  return known;
}
