import type { Decimal } from './decimal.ts';
import type { Diagnostic } from './diagnostic.ts';
import { CHANGES } from './forms.ts';
import type { Indicator } from './indicator.ts';
import { addsUp } from './kinds.ts';
import type { Period } from './period.ts';
import type { Form, Share, Target } from './plan.ts';
import { isRate } from './unit.ts';
import type { Amount, Verdict } from './verdict.ts';

/**
 * How a part stands to its whole: its amount adds to the whole's (分量), its promise is of the same kind and compared
 * with the whole's (同口径), or neither can be said (不可比).
 */
export type Relation = 'adds' | 'same' | 'apart';

/** Why a part is apart: another indicator, window, form, baseline or region, or no value. */
export type Apart = 'indicator' | 'window' | 'form' | 'baseline' | 'region' | 'unquantified';

/** A target of a cascade (分解树), or a share of one, with what is a part of it. */
export interface Branch {
  /** The target; for a share one made from it, with the share's value and region. */
  readonly target: Target;
  /** Set where this is a share of the target above. */
  readonly share?: Share;
  /** How it stands to the branch above; none for the root. */
  readonly relation?: Relation;
  readonly apart?: Apart;
  readonly parts: readonly Branch[];
}

/** What a part brought to the reported whole, and to how far the whole is behind. */
export interface Contribution {
  readonly actual: Amount;
  /** Its part of the reported whole, as a fraction. */
  readonly ofWhole?: Decimal;
  /** How far it is ahead of what is expected of it; behind is below 0, also under a ceiling. */
  readonly gap?: Amount;
  /** The part of the whole's shortfall it explains, as a fraction; below 0 where it makes up for others. */
  readonly ofShortfall?: Decimal;
}

/** What the parts promise together, beside the whole. */
export interface Promised {
  readonly whole: Amount;
  readonly parts: Amount;
  /** Parts less whole. */
  readonly difference: Amount;
  /** Whether the plan divides the whole, or the parts are all there are. */
  readonly complete: boolean;
}

/** What the parts reported together, beside the whole, over one span. */
export interface Reported {
  readonly period: Period;
  readonly whole: Amount;
  readonly parts: Amount;
  readonly difference: Amount;
  /** Whether the difference is no more than rounding. */
  readonly agrees: boolean;
  /** Whether the parts make up the whole region. */
  readonly complete: boolean;
  /** Parts without a figure. */
  readonly without: readonly string[];
  /**
   * How far the whole is ahead of what is expected of it, and what of that no part explains: `undivided` was expected
   * of no part; `elsewhere` was reported by none, less what was expected of parts without a figure. Where that is not
   * known, `elsewhere` is all that is left. gap = Σ gaps of the parts + undivided + elsewhere. `over` is set where more was
   * expected of the parts than of the whole, which `undivided` then takes back.
   */
  readonly gap?: {
    readonly whole: Amount;
    readonly undivided?: Amount;
    readonly over?: true;
    readonly elsewhere: Amount;
  };
}

/** What was found out about one branch and its parts. */
export interface Judged {
  /** None for the share of a unit: figures come by region. */
  readonly verdict?: Verdict;
  /** Its part of what the whole promises, as a fraction. */
  readonly ofPromise?: Decimal;
  readonly contribution?: Contribution;
  readonly promised?: Promised;
  readonly reported?: Reported;
}

/** A target with everything that serves it, judged and added up. */
export interface Cascade {
  readonly root: Branch;
  readonly asOf: number;
  readonly of: ReadonlyMap<Branch, Judged>;
  readonly findings: readonly Diagnostic[];
  /** Data warnings that came up on the way. */
  readonly warnings: readonly Diagnostic[];
}

/** Whether amounts of regions add up to that of the region they make: flows and stocks, and absolute changes of them. */
export function adds(form: Form, indicator: Indicator): boolean {
  if (!addsUp(indicator) || !form.value) return false;
  if (!form.change) return true;
  return CHANGES[form.change].value === 'change' && !isRate(form.value.unit);
}

/** A branch and every branch below it, each before its parts. */
export const branchesOf = (branch: Branch): Branch[] => [branch, ...branch.parts.flatMap(branchesOf)];

/** What a branch is called beside others: a part of an amount by its region or unit, another by its title. */
export const nameOf = ({ target, share, relation }: Branch): string =>
  share?.text ?? (relation === 'adds' ? target.region?.found?.name : undefined) ?? target.title;
