import { type Decimal, HUNDRED, ONE, ZERO } from './decimal.ts';
import { CHANGES, comparesFigure } from './forms.ts';
import { buildsUp, isLevel, isMoment, isSummed, type OfKind } from './kinds.ts';
import { lengthOf, type Period, samePeriod, yearOf } from './period.ts';
import type { Baseline, Form, Pace, Steps } from './plan.ts';
import { convert, isRate } from './unit.ts';

/** What decides which pace a target can keep. */
export interface Paced {
  readonly indicator: OfKind;
  readonly window: Period;
  readonly form?: Form | undefined;
  readonly baseline?: Baseline | undefined;
  readonly steps?: Steps | undefined;
}

/**
 * The path of a target whose window is one year in a path of several: the years from the one after its baseline to its
 * window's (docs/method.md §4, the reading). A moment can be due within its year; what is made in a year needs all of it.
 * Undefined: no such path.
 */
export function yearsPath(
  { baseline, window }: Pick<Paced, 'baseline' | 'window'>,
  indicator: Paced['indicator'],
): Period | undefined {
  const from = baseline?.period;
  const whole = lengthOf(window) === 12 || isMoment(indicator);
  const oneYear = whole && yearOf(window.start) === yearOf(window.end);
  if (!from || !oneYear || yearOf(from.end) >= yearOf(window.end) - 1) return undefined;
  return { start: (yearOf(from.end) + 1) * 12, end: window.end };
}

/** Why a target cannot keep a pace; the rule `incomplete-form` has a sentence for each. */
export type Misfit =
  | 'steps'
  | 'linear'
  | 'linear-kind'
  | 'seasonal-kind'
  | 'seasonal-window'
  | 'geometric'
  | 'geometric-kind'
  | 'pace-form';

/** The level a form leads to from a stated baseline, as far as its sign goes. Undefined: it is not known. */
function levelOf(form: Form | undefined, b: Decimal, baseline: Baseline): Decimal | undefined {
  const q = form?.value;
  if (!q || !form.change) return q?.value;
  const change = CHANGES[form.change];
  if (change.value === 'times') return b.times(q.value);
  if (change.better !== 'opposite') return b;
  const amount = baseline.value && convert(q.value, q.unit, baseline.value.unit);
  if (isRate(q.unit) && (form.relative || !amount))
    return b.times(ONE.minus(q.value.times(q.unit.factor).div(HUNDRED)));
  return amount && b.minus(amount);
}

function geometricMisfits(t: Paced): Misfit[] {
  if (!isLevel(t.indicator) || (isSummed(t.indicator) && !yearsPath(t, t.indicator)))
    return ['geometric-kind'];
  const b = t.baseline?.value?.value;
  if (!b || !t.baseline || b.lte(ZERO)) return ['geometric'];
  const v = levelOf(t.form, b, t.baseline);
  return v === undefined || v.gt(ZERO) ? [] : ['geometric'];
}

function seasonalMisfits(t: Paced): Misfit[] {
  if (!buildsUp(t.indicator) || yearsPath(t, t.indicator)) return ['seasonal-kind'];
  const months = lengthOf(t.window);
  return months > 12 && months % 12 !== 0 ? ['seasonal-window'] : [];
}

/** Why a target cannot keep a pace; nothing where it can. */
export function misfitsOf(pace: Pace, t: Paced): Misfit[] {
  if (pace === 'hold') return [];
  if (pace === 'steps' && !t.steps) return ['steps'];
  if (t.form && !comparesFigure(t.form)) return ['pace-form'];
  if (pace === 'seasonal') return seasonalMisfits(t);
  if (pace === 'geometric') return geometricMisfits(t);
  if (pace === 'steps') return [];
  const { indicator } = t;
  if (!isLevel(indicator)) return ['linear-kind'];
  const stated = t.baseline?.value !== undefined;
  return buildsUp(indicator) || stated ? [] : ['linear'];
}

/**
 * Whether a target takes over the pace stated above it: only what it can keep, and checkpoints only for the window they
 * are parts of. The others keep the pace of their kind.
 */
export function takesOver(pace: Pace, t: Paced): boolean {
  if (misfitsOf(pace, t).length > 0) return false;
  if (pace !== 'steps') return true;
  const paced = buildsUp(t.indicator) || (isLevel(t.indicator) && t.baseline?.value !== undefined);
  return paced && t.steps !== undefined && samePeriod(t.steps.window, t.window) && !yearsPath(t, t.indicator);
}
