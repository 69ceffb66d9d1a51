import type { Decimal } from './decimal.ts';
import type { Change, Comparator } from './forms.ts';
import type { Indicator } from './indicator.ts';
import type { Due, Period } from './period.ts';
import type { Quantity } from './quantity.ts';
import type { Organisation, Region } from './region.ts';

/** What is expected on the way to a value (序时进度): 按序时, 按季节, 按分期目标, 自始应达, 按年均增速. */
export type Pace = 'linear' | 'seasonal' | 'steps' | 'hold' | 'geometric';

export type Commitment = 'ensure' | 'plan' | 'strive';
export type Nature = 'binding' | 'anticipatory';

/** A comparison with one value, or with the two ends of a range. */
export interface Comparison {
  readonly comparator: Comparator;
  readonly value?: Quantity;
  /** The upper end of `between`. */
  readonly high?: Quantity;
}

/** The form of a target: a comparison of the figure, or of something made from it. */
export interface Form extends Comparison {
  readonly change?: Change;
  /** The change is in % of the baseline though the series is in % itself. */
  readonly relative?: boolean;
  /** The group ranked among, or the region compared with, as written and as found. */
  readonly benchmark?: Reference<Region>;
}

/** Something referred to by id, name or alias; unknown, or several things, where `found` is missing. */
export interface Reference<T> {
  readonly text: string;
  readonly pointer: string;
  readonly found?: T;
  /** What it could mean, where nothing tells which. */
  readonly several?: readonly T[];
}

/** The baseline a plan states (基期). */
export interface Baseline {
  readonly period?: Period;
  readonly value?: Quantity;
  /** Another target of the plan, whose value is the baseline. */
  readonly target?: Reference<Target>;
}

/** A part of a target's value that falls to a region or a unit (分解); neither is found where the name means none, or several. */
export interface Share {
  readonly text: string;
  readonly pointer: string;
  readonly region?: Region;
  readonly unit?: Organisation;
  /** The regions or units it could mean, where nothing tells which. */
  readonly several?: readonly (Region | Organisation)[];
  readonly value: Quantity;
}

/** What a person can judge a target or milestone to be, over what was calculated. */
export type OverrideStatus = 'achieved' | 'on-track' | 'lagging' | 'missed' | 'not-due';

/** A judgement by hand (人工判定): it holds to the end of a day. */
export interface Override {
  readonly status: OverrideStatus;
  readonly reason: string;
  /** Who decided. */
  readonly by: string;
  /** The last day it holds, as an ISO date. */
  readonly until: string;
}

/** A tolerance or slack: an amount in the unit, or a part of the value. */
export type Allowance = { readonly amount: Quantity } | { readonly part: Decimal };

/** A checkpoint: by the end of that month, that part of the value or that figure. */
export interface Step {
  readonly month: number;
  readonly to: Allowance;
  /** Where it is written, where it is. */
  readonly pointer?: string;
}

/** Checkpoints (分期目标; 月保季、季保年), stated once for everything below that is for the same window. */
export interface Steps {
  readonly points: readonly Step[];
  /** The window they are parts of. */
  readonly window: Period;
  /** Where they are written. */
  readonly pointer: string;
}

/** What goals, targets and milestones have in common, inherited from the nearest goal above. */
export interface Shared {
  readonly lead: readonly Reference<Organisation>[];
  /** 等: lead units that are not named. */
  readonly leadOpen: boolean;
  readonly responsible: readonly Reference<Organisation>[];
  readonly responsibleOpen: boolean;
  readonly region?: Reference<Region>;
  readonly window: Period;
  readonly due: Due;
  readonly commitment?: Commitment;
  readonly nature?: Nature;
  readonly tolerance?: Allowance;
  /** A part of the value, or of the way from the baseline. */
  readonly slack?: Decimal;
  /** Of a target: as it states it itself, or as it can keep what is stated above it. */
  readonly pace?: Pace;
  readonly steps?: Steps;
}

/** Where a thing stands: in its plan, its document and its file. */
export interface Place {
  readonly plan: string;
  readonly id: string;
  readonly title: string;
  /** Ids of the goals above, outermost first. */
  readonly path: readonly string[];
  readonly locator?: string;
  readonly file: string;
  readonly pointer: string;
}

/** What a goal, target or milestone says of itself alone: nothing below inherits it. */
export interface Own {
  /** What it counts for beside its siblings (权重, 分值). */
  readonly weight?: Decimal;
}

/** A promise about one indicator of one region (目标). */
export interface Target extends Place, Shared, Own {
  readonly type: 'target';
  readonly indicator?: Reference<Indicator>;
  readonly form?: Form;
  /** The form keys written, for the rules: exactly one is right. */
  readonly forms: readonly string[];
  readonly stretch?: Comparison;
  readonly each?: 'month' | 'quarter' | 'region';
  readonly baseline?: Baseline;
  /** The target this one repeats: listed, judged once. */
  readonly sameAs?: Reference<Target>;
  /** The target, of this plan or another, that this one is a part of (支撑上级目标). */
  readonly serves?: Reference<Target>;
  /** The value divided among regions or units. */
  readonly shares?: readonly Share[];
  readonly override?: Override;
}

/** Something to be done by a date (完成时限). */
export interface Milestone extends Place, Shared, Own {
  readonly type: 'milestone';
  readonly override?: Override;
}

export type Item = Target | Milestone;

/** A goal (任务), nested as the document is. */
export interface Goal extends Place, Shared, Own {
  readonly type: 'goal';
  readonly goals: readonly Goal[];
  readonly items: readonly Item[];
}

/** A work plan (工作方案). Its root goal holds everything. */
export interface Plan {
  readonly id: string;
  readonly title: string;
  readonly issuer: readonly string[];
  readonly document?: string;
  readonly file: string;
  readonly root: Goal;
}

/** The address of a target or milestone: plan/target. */
export const addressOf = (item: Pick<Place, 'plan' | 'id'>): string => `${item.plan}/${item.id}`;

/** The target that states the promise itself: where same_as leads, however long the way. */
export function originOf(target: Target): Target {
  const seen = new Set<Target>();
  let origin = target;
  for (let next = target.sameAs?.found; next && !seen.has(next); next = next.sameAs?.found) {
    seen.add(next);
    origin = next;
  }
  return origin;
}

/** The promise an item is: its own, or the one it repeats. */
export const promiseOf = (item: Item): Item => (item.type === 'target' ? originOf(item) : item);

/** Everything under a goal, in the document's order: a goal's own items, then those of the goals in it. */
export function itemsOf(goal: Goal): Item[] {
  return [...goal.items, ...goal.goals.flatMap(itemsOf)];
}

/** The targets of a plan, in the document's order. */
export const targetsOf = (plan: Plan): Target[] =>
  itemsOf(plan.root).filter((i): i is Target => i.type === 'target');

/** A goal and every goal in it, in the document's order. */
export function goalsOf(goal: Goal): Goal[] {
  return [goal, ...goal.goals.flatMap(goalsOf)];
}
