import type { Apart, Relation } from '../../model/cascade.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { type Decimal, ZERO } from '../../model/decimal.ts';
import type { Better, Indicator } from '../../model/indicator.ts';
import { type Period, samePeriod } from '../../model/period.ts';
import { type Form, originOf, type Share, type Target } from '../../model/plan.ts';
import type { Region } from '../../model/region.ts';
import { convert, isRate, type Unit } from '../../model/unit.ts';
import { limitsOf } from '../limits.ts';

/** Which way what is compared is better: a fall, a place and a distance below turn the indicator's own way. */
function betterOf(form: Form, indicator: Indicator): Better {
  if (form.change === 'rank') return 'lower';
  const turned = form.change === 'fall' || form.change === 'below';
  if (!turned || indicator.better === 'neither') return indicator.better;
  return indicator.better === 'higher' ? 'lower' : 'higher';
}

/** A promise as one value on one side: a floor (at least so much) or a ceiling. */
export interface Pledge {
  readonly value: Decimal;
  readonly unit: Unit;
  readonly side: 'floor' | 'ceiling';
  /** How strict the comparison is: 左右 and a range, 以上, 突破. */
  readonly strictness: number;
}

/** What a target promises, as one value; undefined where it has none, or is bounded on both sides. */
export function pledgeOf(target: Target): Pledge | undefined {
  const { form, indicator } = originOf(target);
  if (!form?.value || !indicator?.found) return undefined;
  const { low, high, strict } = limitsOf(form, betterOf(form, indicator.found), ZERO);
  const value = low ?? high;
  if (!value || (low && high)) return undefined;
  const soft = form.comparator === 'about' || form.comparator === 'between';
  return {
    value,
    unit: form.value.unit,
    side: low ? 'floor' : 'ceiling',
    strictness: strict ? 2 : soft ? 0 : 1,
  };
}

/** A value in another unit: of a bare number, which has none of its own, the number itself. */
export const inUnit = (value: Decimal, from: Unit, to: Unit): Decimal => convert(value, from, to) ?? value;

/** Whether amounts of regions add up to that of the region they make: flows and stocks, and absolute changes of them. */
function adds(form: Form, indicator: Indicator): boolean {
  if (indicator.kind !== 'flow' && indicator.kind !== 'stock') return false;
  if (!form.change) return true;
  return (form.change === 'rise' || form.change === 'fall') && !(form.value && isRate(form.value.unit));
}

/** Whether two forms make the same thing of the figure before they compare it. */
const alike = (a: Form, b: Form): boolean =>
  a.change === b.change &&
  a.relative === b.relative &&
  a.benchmark?.found === b.benchmark?.found &&
  (a.value && isRate(a.value.unit)) === (b.value && isRate(b.value.unit));

const sameOrNone = (a: Period | undefined, b: Period | undefined): boolean =>
  a && b ? samePeriod(a, b) : a === b;

/** Whether a region is, lies in, or is a member of another. */
export const liesIn = (inner: Region, outer: Region, catalogue: Catalogue): boolean => {
  const chain = catalogue.regionChain(inner);
  return [outer, ...catalogue.membersOf(outer)].some((r) => chain.includes(r));
};

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
  if (!indicator || !w.form || !p.form || !w.form.value || !p.form.value) return apart('unquantified');
  if (indicator !== p.indicator?.found) return apart('indicator');
  const every = w.each === 'region';
  if (!wholeOf || wholeOf.side !== partOf?.side || !alike(w.form, p.form)) return apart('form');
  if ((every ? undefined : w.each) !== p.each) return apart('form');
  if (!samePeriod(w.window, p.window)) return apart('window');
  if (w.form.change && !sameOrNone(w.baseline?.period, p.baseline?.period)) return apart('baseline');
  const [outer, inner] = [w.region?.found, p.region?.found];
  if (!outer || !inner || !liesIn(inner, outer, catalogue)) return apart('region');
  const own = share?.unit !== undefined || inner !== outer;
  return { relation: own && !every && adds(w.form, indicator) ? 'adds' : 'same' };
}

/** Whether a part promises less than its whole: like compared with like, then how strictly it is said. */
export function isWeaker(part: Pledge, whole: Pledge): boolean {
  const own = inUnit(part.value, part.unit, whole.unit);
  const order = whole.side === 'floor' ? own.cmp(whole.value) : whole.value.cmp(own);
  return order < 0 || (order === 0 && part.strictness < whole.strictness);
}
