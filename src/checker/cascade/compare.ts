import { type Apart, adds, type Relation } from '../../model/cascade.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { type Decimal, ZERO } from '../../model/decimal.ts';
import { betterOf, COMPARATORS, fixedEnd } from '../../model/forms.ts';
import { type Period, samePeriod } from '../../model/period.ts';
import { type Form, originOf, type Share, type Target } from '../../model/plan.ts';
import { decidingTolerance } from '../../model/tolerance.ts';
import { convert, isRate, type Unit } from '../../model/unit.ts';
import { bandOf } from '../band.ts';

/**
 * What a target promises. That it gets better, or no worse, is a rise (a fall, where lower is better) from the baseline
 * of more than nothing, or of no less.
 */
function formOf(target: Target): Form | undefined {
  const { form, indicator } = originOf(target);
  const better = indicator?.found?.better;
  if (!form || better === undefined || better === 'neither') return form;
  const { against, strict } = COMPARATORS[form.comparator];
  if (against !== 'baseline') return form;
  return {
    comparator: strict ? 'more_than' : 'at_least',
    change: better === 'lower' ? 'fall' : 'rise',
  };
}

/** A promise as one value on one side: a floor (at least so much) or a ceiling. */
export interface Pledge {
  readonly value: Decimal;
  readonly unit: Unit;
  readonly side: 'floor' | 'ceiling';
  /** How strict the comparison is: 左右 and a range, 以上, 突破. */
  readonly strictness: number;
  /** How far 左右 may miss it, in its unit. */
  readonly tolerance: Decimal;
  /** The other end of a range: up to there nothing is more than promised. */
  readonly far?: Decimal;
  /** As it is written; nothing where no value is named (稳步提升). */
  readonly text: string;
}

/** What a target promises, as one value; undefined where it has none, or is bounded on both sides. */
export function pledgeOf(target: Target): Pledge | undefined {
  const origin = originOf(target);
  const [form, indicator] = [formOf(target), origin.indicator?.found];
  if (!form || !indicator || !(form.value || form.change)) return undefined;
  const { low, high, strict } = bandOf(form, betterOf(form, indicator.better), ZERO);
  const value = low ?? high;
  if (!value || (low && high)) return undefined;
  const soft = fixedEnd(form.comparator) === undefined;
  const unit = form.value?.unit ?? indicator.unit;
  const far = low ? form.high?.value : form.high && form.value?.value;
  return {
    value,
    unit,
    side: low ? 'floor' : 'ceiling',
    strictness: strict ? 2 : soft ? 0 : 1,
    tolerance: decidingTolerance(origin) ?? ZERO,
    ...(far ? { far } : {}),
    text: form.value ? `${value.toFixed()} ${unit.text}`.trim() : '',
  };
}

/** A value in another unit: of a bare number, which has none of its own, the number itself. */
export const inUnit = (value: Decimal, from: Unit, to: Unit): Decimal => convert(value, from, to) ?? value;

/** Whether two forms make the same thing of the figure before they compare it; to get better is to do so in any unit. */
function alike(a: Form, b: Form): boolean {
  if (a.change !== b.change || a.benchmark?.found !== b.benchmark?.found) return false;
  if (!a.value || !b.value) return true;
  return a.relative === b.relative && isRate(a.value.unit) === isRate(b.value.unit);
}

const sameOrNone = (a: Period | undefined, b: Period | undefined): boolean =>
  a && b ? samePeriod(a, b) : a === b;

/** How a part stands to its whole; a share of a unit is a part of the whole though its region is the same. */
export function relationOf(
  whole: Target,
  part: Target,
  share: Share | undefined,
  catalogue: Catalogue,
): { readonly relation: Relation; readonly apart?: Apart } {
  const apart = (why: Apart) => ({ relation: 'apart', apart: why }) as const;
  const [w, p] = [originOf(whole), originOf(part)];
  const indicator = w.indicator?.found;
  const [wholeOf, partOf] = [pledgeOf(whole), pledgeOf(part)];
  const [asked, own] = [formOf(whole), formOf(part)];
  const says = (f: Form | undefined): f is Form => f?.value !== undefined || f?.change !== undefined;
  if (!indicator || !says(asked) || !says(own)) return apart('unquantified');
  if (indicator !== p.indicator?.found) return apart('indicator');
  const every = w.each === 'region';
  if (!wholeOf || wholeOf.side !== partOf?.side || !alike(asked, own)) return apart('form');
  if ((every ? undefined : w.each) !== p.each) return apart('form');
  if (!samePeriod(w.window, p.window)) return apart('window');
  if (asked.change && !sameOrNone(w.baseline?.period, p.baseline?.period)) return apart('baseline');
  const [outer, inner] = [w.region?.found, p.region?.found];
  if (!outer || !inner || !catalogue.liesIn(inner, outer)) return apart('region');
  const inside = share?.unit !== undefined || inner !== outer;
  if (!inside || every || !adds(asked, indicator)) return { relation: 'same' };
  return own.value ? { relation: 'adds' } : apart('unquantified');
}

/** Whether a part promises less than its whole: like compared with like, then how strictly it is said. */
export function isWeaker(part: Pledge, whole: Pledge): boolean {
  const own = inUnit(part.value, part.unit, whole.unit);
  const order = whole.side === 'floor' ? own.cmp(whole.value) : whole.value.cmp(own);
  if (order !== 0) return order < 0;
  if (part.strictness !== whole.strictness) return part.strictness < whole.strictness;
  return inUnit(part.tolerance, part.unit, whole.unit).gt(whole.tolerance);
}
