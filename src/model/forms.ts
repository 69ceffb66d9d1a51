import type { Better } from './kinds.ts';

/** An end of what is allowed: the least, the most, or both. */
export type End = 'low' | 'high' | 'both';

/** How a comparator compares a figure (docs/method.md §3). */
export interface ComparatorRow {
  /** What is written behind its key: a value, a range of two, or only `true`. */
  readonly takes: 'value' | 'range' | 'yes';
  /** What the figure is held against: the value, the baseline, or nothing, so that it is never judged. */
  readonly against: 'value' | 'baseline' | 'nothing';
  /** The ends beyond which a target is not met, by which way is better. */
  readonly ends: Readonly<Record<Better, End>>;
  /** Whether the ends themselves do not count (突破, 低于). */
  readonly strict: boolean;
  /** Whether it may be missed by the tolerance (左右). */
  readonly tolerant: boolean;
  /** Whether it says nothing where neither way is better. */
  readonly directed: boolean;
  /** What the schema says of its key: the words of plans, and when it is met. */
  readonly description: string;
}

const FLOOR = { higher: 'low', lower: 'low', neither: 'low' } as const;
const CEILING = { higher: 'high', lower: 'high', neither: 'high' } as const;
/** On the good side of a value nothing is too much. */
const WORSE_SIDE = { higher: 'low', lower: 'high', neither: 'both' } as const;

const PLAIN = { takes: 'value', against: 'value', strict: false, tolerant: false, directed: false } as const;

/** One row for each comparator: its key in plans, and how it compares. */
const COMPARATOR_ROWS = {
  at_least: { ...PLAIN, ends: FLOOR, description: '以上, 不低于, 达到, or a bare figure: met when a ≥ v' },
  more_than: { ...PLAIN, ends: FLOOR, strict: true, description: '突破, 超过: met when a > v' },
  at_most: { ...PLAIN, ends: CEILING, description: '控制在…以内, 不超过: met when a ≤ v' },
  less_than: { ...PLAIN, ends: CEILING, strict: true, description: '低于: met when a < v' },
  about: { ...PLAIN, ends: WORSE_SIDE, tolerant: true, description: '左右: met within the tolerance' },
  between: {
    ...PLAIN,
    takes: 'range',
    ends: WORSE_SIDE,
    description: 'A range, 1..2 个: where higher is better the low end is enough',
  },
  improve: {
    ...PLAIN,
    takes: 'yes',
    against: 'baseline',
    ends: { ...WORSE_SIDE, neither: 'low' },
    strict: true,
    directed: true,
    description: 'Better than the baseline (稳步提升, 稳中有升, 前移)',
  },
  no_worse: {
    ...PLAIN,
    takes: 'yes',
    against: 'baseline',
    ends: WORSE_SIDE,
    description: 'The baseline or better (保持稳定, 保持领先)',
  },
  unquantified: {
    ...PLAIN,
    takes: 'yes',
    against: 'nothing',
    ends: WORSE_SIDE,
    description: 'The document gives no figure (masked xx, 领先 without a place): shown, never judged',
  },
} as const satisfies Record<string, ComparatorRow>;

/** How a target's figure is compared with its value (docs/method.md §3). */
export type Comparator = keyof typeof COMPARATOR_ROWS;

/** How each comparator compares. */
export const COMPARATORS: Readonly<Record<Comparator, ComparatorRow>> = COMPARATOR_ROWS;

/** What a change makes of the figure before it is compared (docs/method.md §3). */
export interface ChangeRow {
  /** What is compared: a level made from the baseline, a yearly rate, places, or a difference from another region. */
  readonly compares: 'level' | 'rate' | 'places' | 'difference';
  /** Which way it is the better met: the indicator's own, the opposite, or always the lower. */
  readonly better: 'own' | 'opposite' | 'lower';
  /** What its value is: a number of times, a rate, a place, an amount to change by, or one to differ by. */
  readonly value: 'times' | 'rate' | 'place' | 'change' | 'difference';
  /** What it means without a comparator: at least the value, or any difference at all. Missing: it needs one. */
  readonly alone?: { readonly comparator: Comparator; readonly value?: string };
  /** What the plan has to say of the baseline: nothing, where it is looked up; its period; or another target may be it. */
  readonly baseline?: 'stated' | 'target';
  /** The key that names the group ranked among, or the region compared with. */
  readonly benchmark?: 'among' | 'region';
  /** What the schema says of its key. */
  readonly description: string;
}

const AT_LEAST = { comparator: 'at_least' } as const;
const ANY = { comparator: 'more_than', value: '0' } as const;

/** One row for each change: its key in plans, and what it makes of the figure. */
const CHANGE_ROWS = {
  /** 提高 */
  rise: {
    compares: 'level',
    better: 'own',
    value: 'change',
    alone: AT_LEAST,
    description: 'a − b: in the unit, in points of a rate, or in % of a level (提高1个百分点)',
  },
  /** 下降 */
  fall: {
    compares: 'level',
    better: 'opposite',
    value: 'change',
    alone: AT_LEAST,
    description: 'b − a: in the unit, in points of a rate, or in % of a level (较2020年下降18%)',
  },
  /** 倍数 */
  times: {
    compares: 'level',
    better: 'own',
    value: 'times',
    alone: AT_LEAST,
    baseline: 'target',
    description: 'a ÷ b (1.2倍, 翻一番)',
  },
  /** 年均 */
  average: {
    compares: 'rate',
    better: 'own',
    value: 'rate',
    alone: AT_LEAST,
    baseline: 'stated',
    description: 'Mean yearly growth since the baseline (年均增长)',
  },
  /** 位次 */
  rank: {
    compares: 'places',
    better: 'lower',
    value: 'place',
    benchmark: 'among',
    description: 'The place among a group of regions (前三名)',
  },
  /** 高于 */
  above: {
    compares: 'difference',
    better: 'own',
    value: 'difference',
    alone: ANY,
    benchmark: 'region',
    description: "A less another region's figure (高于全省3至5个百分点); alone: more than 0",
  },
  /** 低于 */
  below: {
    compares: 'difference',
    better: 'opposite',
    value: 'difference',
    alone: ANY,
    benchmark: 'region',
    description: "Another region's figure less a (低于全市平均); alone: more than 0",
  },
} as const satisfies Record<string, ChangeRow>;

/** What is made of the figure before it is compared: 提高, 下降, 倍数, 年均, 位次, 高于, 低于. */
export type Change = keyof typeof CHANGE_ROWS;

/** What each change makes of the figure. */
export const CHANGES: Readonly<Record<Change, ChangeRow>> = CHANGE_ROWS;

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>): readonly K[] =>
  Object.keys(table) as K[];

/** The comparators written with a value or a range; they may stand below a change. */
export const VALUED: readonly Comparator[] = keysOf(COMPARATORS).filter(
  (c) => COMPARATORS[c].takes !== 'yes',
);

/** The comparators that are whole forms of their own, written as `true`. */
export const BARE: readonly Comparator[] = keysOf(COMPARATORS).filter((c) => COMPARATORS[c].takes === 'yes');

/** Every change, in the order of the table. */
export const CHANGE_KEYS: readonly Change[] = keysOf(CHANGES);

/** What of a form decides how it is judged. */
export interface Comparing {
  readonly comparator: Comparator;
  readonly change?: Change;
}

/** Whether figures can meet it or not; what the document leaves open is never judged. */
export const isJudged = ({ comparator }: Comparing): boolean => COMPARATORS[comparator].against !== 'nothing';

/** What is compared: the indicator's own figure, or what a change makes of it. */
export const comparedBy = ({ change }: Pick<Comparing, 'change'>): 'figure' | ChangeRow['compares'] =>
  change === undefined ? 'figure' : CHANGES[change].compares;

/** Whether the indicator's own figure is compared, be it with a level made from the baseline; not a rate, place or difference. */
export function comparesFigure(form: Pick<Comparing, 'change'>): boolean {
  const what = comparedBy(form);
  return what === 'figure' || what === 'level';
}

/** Whether what must be reached is made from a baseline, or a rate since one is. */
export function needsBaseline({ comparator, change }: Comparing): boolean {
  if (change === undefined) return COMPARATORS[comparator].against === 'baseline';
  return CHANGES[change].benchmark === undefined;
}

/** The other way. */
export const opposite = (better: Better): Better =>
  better === 'higher' ? 'lower' : better === 'lower' ? 'higher' : better;

/** Which way what is compared is the better: of a fall and a distance below the opposite of the indicator's, of places the lower. */
export function betterOf({ change }: Pick<Comparing, 'change'>, own: Better): Better {
  const by = change === undefined ? 'own' : CHANGES[change].better;
  if (by === 'own') return own;
  return by === 'lower' ? by : opposite(own);
}

/** The end a comparator closes whichever way is better: a floor, a ceiling or both; undefined where that decides. */
export function fixedEnd(comparator: Comparator): End | undefined {
  const { higher, lower } = COMPARATORS[comparator].ends;
  return higher === lower ? higher : undefined;
}
