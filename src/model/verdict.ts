import type { Decimal } from './decimal.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Args, Both, Given } from './message.ts';
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

/** Whether it is met, or as good as expected by now. */
export const isGood = (status: Status): boolean => status === 'achieved' || status === 'on-track';

/**
 * What is shown beside a status: 数据陈旧, 逾期, 迟完成, 待终值, 界限值, 推定值, 人工判定; 有超限风险 (a ceiling the present
 * rate uses up), 口径变化 (a break in the series lies in the way), 历史不足 (a season seen in fewer than three years).
 */
export type Mark =
  | 'stale'
  | 'overdue'
  | 'late'
  | 'final-awaited'
  | 'bound'
  | 'inferred'
  | 'override'
  | 'at-risk'
  | 'break'
  | 'short-history';

/** A figure that was read or made, with what it was made of. */
export interface Figure {
  readonly value: Decimal;
  readonly decimals: number;
  readonly unit: Unit;
  readonly period: Period;
  readonly bound?: Bound;
  /** The published figures it rests on; more than one where it was summed or derived. */
  readonly sources: readonly Observation[];
  /** Those of them that were taken away: ytd(b) − ytd(a − 1). */
  readonly less?: readonly Observation[];
  /** How it was made; `published` where it was taken as it stands. */
  readonly how: string;
  /** The figures it was derived from, where it was. */
  readonly parts?: readonly Figure[];
  /** As a part of another figure: what it is of, a region or an indicator. */
  readonly label?: string;
}

/** The reasons there are, by code, with what each sentence is told; the table of sentences fills it. */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled where the sentences stand
export interface ReasonArgs {}

/** The code of a reason. */
export type ReasonCode = keyof ReasonArgs;

declare const said: unique symbol;

/** Why a verdict is what it is, as data: wording makes it a sentence. Only `reason` makes one. */
export interface Reason {
  readonly code: ReasonCode;
  readonly args: Args;
  readonly [said]: true;
}

const NOTHING = {};

/** A reason of a code; of one that can be several, with the arguments of all of them. */
export const reason = <C extends ReasonCode>(code: C, ...[args]: Given<Both<ReasonArgs[C]>>): Reason =>
  ({ code, args: args ?? NOTHING }) as unknown as Reason;

/** One value with its unit, in a verdict. */
export interface Amount {
  readonly value: Decimal;
  readonly unit: Unit;
  /** What is counted are places (位次). */
  readonly places?: true;
}

/** What part of a window the same span of an earlier year was (seasonal pace). */
export interface Season {
  /** The span of that year. */
  readonly period: Period;
  readonly part: Decimal;
}

/** How often what is needed was reached before: of so many spans, each as long as the months left. */
export interface History {
  readonly reached: number;
  readonly of: number;
}

/** What is still needed (METHOD §5). */
export interface Needed {
  /**
   * remainder: a flow has still to bring; headroom: a ceiling still allows; growth: the months left must grow by; change:
   * a level has still to move; places: to gain; yearly: growth a year in the years left; margin: met, and so much to spare.
   */
  readonly kind: 'remainder' | 'headroom' | 'growth' | 'change' | 'places' | 'yearly' | 'margin';
  /** In all, in the target's unit, in points or places. */
  readonly amount: Amount;
  /** For each of the months left. */
  readonly perMonth?: Amount;
  /** For each of the years left, on a path of several. */
  readonly perYear?: Amount;
  /** What a month (on a path, a year) has brought so far. */
  readonly soFar?: Amount;
  /** Whether exactly the amount does not do: more than it is needed, or less than it is left. */
  readonly strict?: boolean;
  /** Where what must be reached by the window's end is not what it is by now, as of a change since last year: what it is then. */
  readonly aim?: Amount;
  /** For a growth: the part of last year's level that the months so far made. */
  readonly weight?: Decimal;
  /** Months left after the reading. */
  readonly months: number;
  /** What the same months brought a year before. */
  readonly yearBefore?: Amount;
  /** The month number in which the present rate would use a ceiling up. */
  readonly usedUp?: number;
  /** Whether the present rate goes beyond a ceiling by the window's end. */
  readonly exceeds?: boolean;
  /** The amount is the most allowed; for a change, the level has to come down. */
  readonly atMost?: boolean;
  /** The span's share was taken as the part of the time, for want of levels. */
  readonly assumed?: boolean;
  /** How many times what is usual is needed; of a ceiling, how many times what it allows is usual. */
  readonly hardness?: Decimal;
  /** What is taken for usual: the same months a year before, or what was brought so far. */
  readonly against?: 'year-before' | 'so-far';
  readonly history?: History;
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
  /** Both ends of what is allowed, in the unit of the figure, where there are two: neither way is better. */
  readonly band?: { readonly low: Decimal; readonly high: Decimal };
  /** The part of the way that should be done by the end of the reading, as a fraction (f of METHOD §4). */
  readonly elapsed?: Decimal;
  readonly expected?: Amount;
  /** Expected less the slack: the worst figure that is on track; where there is a slack. */
  readonly enough?: Amount;
  readonly pace?: Pace;
  /** The years a seasonal pace was seen in, the latest first; empty where it fell back to the part of the time. */
  readonly seasons?: readonly Season[];
  /** Part of the way done, as a fraction. */
  readonly completion?: Decimal;
  /** What completion tells is the part of a ceiling that is used up: the less, the better. */
  readonly used?: true;
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
