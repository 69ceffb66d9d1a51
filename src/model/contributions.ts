import type { Decimal } from './decimal.ts';
import type { Indicator } from './indicator.ts';
import type { Period } from './period.ts';

/** Whether a part is there at both spans, at the later alone (新增), or at the earlier alone (退出). */
export type Presence = 'both' | 'entrant' | 'exit';

/** What one part brought to the growth of the whole (拉动). */
export interface PartGrowth {
  /** A region's code, or a firm's name. */
  readonly code: string;
  readonly name: string;
  readonly presence: Presence;
  /** In the indicator's unit, over the span and over the same span a year before; 0 where it was not there. */
  readonly now: Decimal;
  readonly before: Decimal;
  /** Its own growth in %, on a base above 0. */
  readonly growth?: Decimal;
  /** Percentage points of the whole's growth: (now − before) ÷ the whole before × 100. */
  readonly points: Decimal;
  /** Its part of the whole's growth, as a fraction. */
  readonly ofGrowth?: Decimal;
  /** How many points more than over the span before. */
  readonly change?: Decimal;
  /** Its place by points, 1 the largest; equal ones share the better place. */
  readonly rank: number;
}

/** Some parts together. */
export interface Together {
  readonly count: number;
  readonly points: Decimal;
}

/** The growth of a whole, taken apart. */
export interface Contributions {
  readonly indicator: Indicator;
  readonly period: Period;
  /** The earlier span that `change` compares with, where there is one. */
  readonly since?: Period;
  readonly total: {
    /** The region whose figure it is; missing where it is the sum of the parts. */
    readonly region?: string;
    readonly now: Decimal;
    readonly before: Decimal;
    /** Growth in %, which the points of the parts and the residual add up to. */
    readonly growth: Decimal;
    readonly change?: Decimal;
    /** The growth published for it, at constant prices or on a comparable sample. */
    readonly published?: Decimal;
  };
  /** Every part, the largest contribution first. */
  readonly parts: readonly PartGrowth[];
  /** Parts whose figures are not known for both spans; a firm that has none at all this year is gone, and not unknown. */
  readonly without: readonly string[];
  readonly entrants: Together;
  readonly exits: Together;
  /** Growth in % of the parts that are there at both spans (可比口径), where entrants or exits make a difference. */
  readonly comparable?: Decimal;
  /** Points that no part brought: growth less the points of all parts. */
  readonly residual: Decimal;
}
