/** Which way is better (越高越好, 越低越好, 不论). */
export type Better = 'higher' | 'lower' | 'neither';

/** The pace of a target that states none: from the start, from a stated baseline, only over several years, or it must hold. */
export type DefaultPace = 'linear' | 'over-years' | 'hold';

/** How the figures of a kind of indicator behave (docs/method.md §2). */
export interface Behaviour {
  /** What a figure is keyed by: its whole span (当期), or the end of it, a moment (期末). */
  readonly keyedBy: 'span' | 'end';
  /** The same where the catalogue says that it `accumulates`. */
  readonly keyedByAccumulating?: 'end';
  /** How the figures of spans make that of the longer one: they add up, are its two ends, compound, or do not. */
  readonly spans: 'add' | 'ends' | 'compound' | 'apart';
  /** Whether the figures of several regions add up to those of all (合计): amounts do, rates and places do not. */
  readonly addsUp: boolean;
  /** Whether it is an amount or part itself, not a change or a place: what a way from a baseline makes sense for. */
  readonly level: boolean;
  /** The pace of a target that states none, by whether the plan states the value of its baseline. */
  readonly pace: { readonly unstated: DefaultPace; readonly stated: DefaultPace };
  /** The baseline where the plan names none: the last figure before the window, or that of the same span a year before. */
  readonly baseline: 'before-window' | 'year-before';
  /** The sides of a promise to which the part done, or used up, is counted from nothing; to others there is a distance. */
  readonly counted: { readonly low: boolean; readonly high: boolean };
  /** What it is measured in: a unit, places (位次), or numbers against a base that need no unit (上年=100). */
  readonly measure: 'unit' | 'places' | 'base';
  /** What `derive: true` lets its figures be made of: the sum over regions, places among them, a difference from one. */
  readonly derives?: 'regions' | 'places' | 'difference';
  /** Which way is better, unless the catalogue says otherwise. */
  readonly better: Better;
}

const ALWAYS = { unstated: 'linear', stated: 'linear' } as const;
const NEVER = { unstated: 'hold', stated: 'hold' } as const;
const OVER_YEARS = { unstated: 'hold', stated: 'over-years' } as const;
const APART = { low: false, high: false } as const;

/** A figure of a span that stands for itself: what most rates have in common. */
const RATE = {
  keyedBy: 'span',
  spans: 'apart',
  addsUp: false,
  level: true,
  pace: OVER_YEARS,
  baseline: 'year-before',
  counted: APART,
  measure: 'unit',
  better: 'higher',
} as const satisfies Behaviour;

/** One row for each kind of indicator. */
const ROWS = {
  /** 当期量: an amount made during a span. */
  flow: {
    keyedBy: 'span',
    spans: 'add',
    addsUp: true,
    level: true,
    pace: ALWAYS,
    baseline: 'year-before',
    counted: { low: true, high: true },
    measure: 'unit',
    derives: 'regions',
    better: 'higher',
  },
  /** 期末量: an amount at a moment. */
  stock: {
    keyedBy: 'end',
    spans: 'ends',
    addsUp: true,
    level: true,
    pace: { unstated: 'hold', stated: 'linear' },
    baseline: 'before-window',
    counted: { low: false, high: true },
    measure: 'unit',
    derives: 'regions',
    better: 'higher',
  },
  /** 比重、率: one thing as % of another. */
  share: { ...RATE, keyedByAccumulating: 'end' },
  /** 单位量: one thing per unit of another. */
  ratio: RATE,
  /** 同比: % change on the same span a year before. */
  growth: { ...RATE, spans: 'compound', level: false, pace: NEVER },
  /** 位次: a place among regions, 1 is best. */
  rank: {
    ...RATE,
    keyedBy: 'end',
    level: false,
    pace: NEVER,
    measure: 'places',
    derives: 'places',
    better: 'lower',
  },
  /** 差: own figure less another region's. */
  gap: { ...RATE, level: false, pace: NEVER, derives: 'difference' },
  /** 指数: published with a base. */
  index: { ...RATE, measure: 'base' },
} as const satisfies Record<string, Behaviour>;

/** How a series behaves over time (docs/method.md §2): 当期量, 期末量, 比重或率, 单位量, 同比, 位次, 差, 指数. */
export type Kind = keyof typeof ROWS;

/** How the figures of each kind behave. */
export const KINDS: Readonly<Record<Kind, Behaviour>> = ROWS;

/** What tells how the figures of an indicator behave. */
export interface OfKind {
  readonly kind: Kind;
  /** Whether it builds up over the window from nothing, though it is no flow. */
  readonly accumulates: boolean;
}

/** Whether the figures are keyed by the end of their span: a moment's reading (期末). */
export function isMoment(i: OfKind): boolean {
  const { keyedBy, keyedByAccumulating } = KINDS[i.kind];
  return ((i.accumulates && keyedByAccumulating) || keyedBy) === 'end';
}

/** Whether it builds up over the window from nothing: a flow, and what accumulates. */
export const buildsUp = (i: OfKind): boolean => i.accumulates || KINDS[i.kind].pace.unstated === 'linear';

/** Whether its amounts of spans laid end to end add up to that of the whole span (当期量). */
export const isSummed = (i: Pick<OfKind, 'kind'>): boolean => KINDS[i.kind].spans === 'add';

/** Whether it is an amount or part itself, not a change or a place: what a path from a baseline makes sense for. */
export const isLevel = (i: Pick<OfKind, 'kind'>): boolean => KINDS[i.kind].level;

/** Whether the figures of several regions add up to those of all (合计). */
export const addsUp = (i: Pick<OfKind, 'kind'>): boolean => KINDS[i.kind].addsUp;

/** Whether what is measured are places (位次). */
export const isPlaced = (i: Pick<OfKind, 'kind'>): boolean => KINDS[i.kind].measure === 'places';
