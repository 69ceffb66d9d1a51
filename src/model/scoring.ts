import type { Decimal } from './decimal.ts';
import type { Kind } from './kinds.ts';
import type { Period } from './period.ts';
import type { Commitment, Item, Nature } from './plan.ts';
import type { Verdict } from './verdict.ts';

/** What a status brings: a part of the full points, the part completed of what was expected, or nothing counted at all. */
export type Earning = { readonly part: Decimal } | 'completion' | 'leave-out';

/** The statuses that a scheme says something about; what has no figure in its plan never counts. */
export const EARNING_STATUSES = ['achieved', 'on-track', 'lagging', 'missed', 'no-data', 'not-due'] as const;
export type EarningStatus = (typeof EARNING_STATUSES)[number];

/** What points are taken off for: a status, or a mark beside it. */
export const DEDUCTIONS = ['missed', 'lagging', 'no-data', 'late', 'overdue'] as const;
export type DeductionFor = (typeof DEDUCTIONS)[number];

/** The kinds a promise is weighed by: that of its indicator, or a milestone. */
export type ScoredKind = Kind | 'milestone';

/** A stated way to appraise (考核办法). */
export interface Scheme {
  readonly id: string;
  readonly title: string;
  /** Ids of the plans appraised; all where empty. */
  readonly plans: readonly string[];
  readonly by: 'unit' | 'region';
  readonly period: 'quarter' | 'year';
  /** Full points of a promise, before its weights. */
  readonly points: Decimal;
  readonly weights: {
    readonly commitment: Readonly<Partial<Record<Commitment, Decimal>>>;
    readonly nature: Readonly<Partial<Record<Nature, Decimal>>>;
    readonly kind: Readonly<Partial<Record<ScoredKind, Decimal>>>;
    /** Whether the weight that the plan gives a promise counts too. */
    readonly plan: boolean;
  };
  readonly earn: Readonly<Record<EarningStatus, Earning>>;
  /** The part that `completion` earns where none is measured: rates, ceilings, milestones. */
  readonly unmeasured: Decimal;
  /** Points taken off for each promise of which that is said. */
  readonly deductions: Readonly<Partial<Record<DeductionFor, Decimal>>>;
  readonly caps: {
    /** The most a promise can earn, as a part of its full points. */
    readonly item: Decimal;
    /** The most that can be taken off a unit. */
    readonly deductions?: Decimal;
    /** The most a unit can reach. */
    readonly total?: Decimal;
  };
  /** What full marks are; the plain sum of points where it is missing. */
  readonly scale?: Decimal;
  readonly file: string;
}

/** In what role something is appraised: 牵头单位, 责任单位, or a region. */
export type Role = 'lead' | 'responsible' | 'region';

/** One weight of a promise, and where it comes from. */
export interface Factor {
  readonly of: 'commitment' | 'nature' | 'kind' | 'plan';
  /** The commitment, nature or kind. */
  readonly key: string;
  readonly factor: Decimal;
}

/**
 * How the earned part was found: by the status, by completion, by the parts of `each` that hold, or not at all for want
 * of a measure; or not counted.
 */
export type Origin = 'status' | 'completion' | 'parts' | 'no-measure' | 'left-out';

/** What completion earns: what is done ÷ what was expected by then; of `each`, the parts that hold ÷ those judged. */
export interface Measure {
  readonly done: Decimal;
  readonly of: Decimal;
}

/** What one promise brought to one unit (得分明细). */
export interface Point {
  readonly item: Item;
  readonly verdict: Verdict;
  readonly factors: readonly Factor[];
  /** Points × factors; 0 where it is left out. */
  readonly full: Decimal;
  readonly origin: Origin;
  /** Where the part was measured. */
  readonly measure?: Measure;
  /** The part of the full points earned. */
  readonly part: Decimal;
  /** Whether the part was cut at the cap of an item. */
  readonly capped: boolean;
  readonly earned: Decimal;
  readonly deductions: readonly { readonly for: DeductionFor; readonly points: Decimal }[];
}

/** What one unit or region came to. */
export interface Appraisal {
  /** The id of the unit, or the code of the region: names can be shared (every city has its 经济局). */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly points: readonly Point[];
  readonly full: Decimal;
  readonly earned: Decimal;
  /** What was taken off, after its cap. */
  readonly deducted: Decimal;
  /** Between 0 and the cap; missing where nothing was counted. */
  readonly score?: Decimal;
  /** Where the points come to less than nothing, or to more than the cap: where the score ends. */
  readonly ends?: 'floor' | 'cap';
  /** Its place among those of its role, 1 the best; equal scores share the better place. */
  readonly rank?: number;
}

/** Everything a scheme came to in one quarter or year. */
export interface Appraised {
  readonly scheme: Scheme;
  readonly period: Period;
  readonly asOf: number;
  /** By role, the best first. */
  readonly appraisals: readonly Appraisal[];
}
