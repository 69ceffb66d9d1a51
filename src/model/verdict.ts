import type { Decimal } from './decimal.ts';
import type { Arg, Diagnostic } from './diagnostic.ts';
import type { Bound, Observation } from './observation.ts';
import type { Period } from './period.ts';
import type { Goal, Item, Pace, Plan } from './plan.ts';
import type { Unit } from './unit.ts';

/** What is said of a target (METHOD §4): 已完成, 达到进度, 滞后, 未完成, 未到时点, 缺数据, 未量化. */
export type Status = 'achieved' | 'on-track' | 'lagging' | 'missed' | 'not-due' | 'no-data' | 'unquantified';

/** All statuses, the worst of those that are ranked first, then those that are only counted. */
export const STATUSES: readonly Status[] = [
  'missed',
  'lagging',
  'no-data',
  'on-track',
  'achieved',
  'not-due',
  'unquantified',
];

/** What is shown beside a status: 数据陈旧, 逾期, 迟完成, 待终值, 界限值, 推定值, 人工判定. */
export type Mark = 'stale' | 'overdue' | 'late' | 'final-awaited' | 'bound' | 'inferred' | 'override';

/** A figure that was read or made, with what it was made of. */
export interface Figure {
  readonly value: Decimal;
  readonly decimals: number;
  readonly unit: Unit;
  readonly period: Period;
  readonly bound?: Bound;
  /** The published figures it rests on; more than one where it was summed or derived. */
  readonly sources: readonly Observation[];
  /** How it was made; `published` where it was taken as it stands. */
  readonly how: string;
  /** The figures it was derived from, where it was. */
  readonly parts?: readonly Figure[];
}

/** Why a verdict is what it is, as data: wording makes it a sentence. */
export interface Reason {
  readonly code: string;
  readonly args: Readonly<Record<string, Arg>>;
}

/** One value with its unit, in a verdict. */
export interface Amount {
  readonly value: Decimal;
  readonly unit: Unit;
}

/** What is still needed (METHOD §5). */
export interface Needed {
  /** In all, in the target's unit (headroom for a ceiling); the growth the remaining months need for a growth. */
  readonly amount: Amount;
  readonly kind: 'remainder' | 'growth' | 'headroom';
  readonly perMonth?: Amount;
  readonly months: number;
  /** What the same months brought a year before. */
  readonly yearBefore?: Amount;
  /** The month number in which the present rate would use a ceiling up. */
  readonly usedUp?: number;
  /** The span's share was taken as the part of the year elapsed, for want of levels. */
  readonly assumed?: boolean;
}

/** The judgement of one target or milestone. */
export interface Verdict {
  readonly item: Item;
  readonly status: Status;
  readonly marks: readonly Mark[];
  readonly asOf: number;
  /** The figure compared, in the target's unit. */
  readonly actual?: Figure;
  /** The baseline it rests on. */
  readonly baseline?: Figure;
  /** The value it must reach, in the unit of the figure: v, b + v for a rise, b × v for times. */
  readonly bound?: Amount;
  /** The part of the way that should be done by the end of the reading, as a fraction (f of METHOD §4). */
  readonly elapsed?: Decimal;
  readonly expected?: Amount;
  readonly pace?: Pace;
  /** Part of the way done, as a fraction: used for ceilings. */
  readonly completion?: Decimal;
  /** a − v where there is no way to measure: in unit, points or places. */
  readonly distance?: Amount;
  /** Completion less the part that should be done, as a fraction (快于、慢于序时进度). */
  readonly paceGap?: Decimal;
  readonly stretch?: { readonly met: boolean | undefined };
  readonly needed?: Needed;
  /** The verdicts of the months, quarters or regions of `each`. */
  readonly parts?: readonly Verdict[];
  /** What a part of `each` is about. */
  readonly part?: string;
  readonly reason: Reason;
  /** What was calculated, where the status is a judgement by hand. */
  readonly calculated?: { readonly status: Status; readonly reason: Reason };
}

/** How much of the weight a plan gives to what lies in a goal has come to what, as fractions (加权完成). */
export interface Weighted {
  readonly achieved: Decimal;
  /** Achieved or on track. */
  readonly onCourse: Decimal;
  /** Mean completion, of 1 at the most, over what is measured by one. */
  readonly completion?: Decimal;
}

/** A goal with its worst status and the count of each. */
export interface GoalVerdict {
  readonly goal: Goal;
  readonly status: Status | undefined;
  readonly counts: Readonly<Record<Status, number>>;
  /** Where the plan weighs what lies in it. */
  readonly weighted?: Weighted;
}

/** All verdicts on a plan. */
export interface PlanVerdict {
  readonly plan: Plan;
  readonly asOf: number;
  readonly verdicts: readonly Verdict[];
  readonly goals: ReadonlyMap<string, GoalVerdict>;
  readonly counts: Readonly<Record<Status, number>>;
  /** Data warnings that came up on the way. */
  readonly warnings: readonly Diagnostic[];
}
