import { type Decimal, ZERO } from '../../model/decimal.ts';
import { comparedBy } from '../../model/forms.ts';
import { isPlaced } from '../../model/kinds.ts';
import { type Period, yearBefore } from '../../model/period.ts';
import { convert, isRate, type Unit } from '../../model/unit.ts';
import type { Amount, Figure, Needed } from '../../model/verdict.ts';
import type { Band } from '../band.ts';
import type { Case, Compared } from '../compared.ts';
import type { Expectation } from '../expected.ts';
import { historyOf } from './precedents.ts';

/** Whether what a target compares is a place (位次). */
export const comparesPlaces = ({ target, indicator }: Case): boolean =>
  comparedBy(target.form ?? {}) === 'places' || isPlaced(indicator);

/** A difference of two values: of two rates in percentage points, of two places in places. */
export function differenceOf(c: Case, value: Decimal, unit: Unit): Amount {
  if (comparesPlaces(c)) return { value, unit, places: true };
  const points = isRate(unit) ? c.readings.catalogue.units.parse('百分点') : undefined;
  return points ? { value: value.times(unit.factor), unit: points } : { value, unit };
}

/** What a need is made from. */
export interface Basis {
  readonly c: Case;
  readonly compared: Compared;
  readonly e: Expectation;
  /** The limits at the window's end. */
  readonly band: Band;
  /** Months left after the reading. */
  readonly months: number;
  /** Whether what is compared is the indicator's own figure, not a difference from another region's. */
  readonly own: boolean;
  /** Whether the past of the series is gone through, too. */
  readonly withHistory: boolean;
}

/** How many times what is usual is needed; no number where nothing, or less, is usual. */
export function hardness(needed: Decimal, usual: Decimal | undefined): Pick<Needed, 'hardness'> {
  return usual?.gt(ZERO) ? { hardness: needed.div(usual) } : {};
}

/** A figure of the indicator in the unit of the term. */
export const inTermUnit = (f: Figure, compared: Compared): Decimal =>
  convert(f.value, f.unit, compared.unit) ?? f.value;

const rest = ({ c, compared }: Basis): Period => ({
  start: compared.actual.period.end + 1,
  end: c.window.end,
});

/** What the same remaining months brought a year before, where it is known and nothing has changed how it is counted. */
export function broughtYearBefore(q: Basis): Decimal | undefined {
  const { c, compared } = q;
  const span = yearBefore(rest(q));
  const f = c.readings.at(c.indicator, c.region, span);
  if (!f || f.bound) return undefined;
  const broken = c.readings.breakBetween(c.indicator, c.region, span.start, compared.actual.period.end);
  return broken === undefined ? inTermUnit(f, compared) : undefined;
}

export function history(q: Basis, reaches: (brought: Decimal) => boolean): Pick<Needed, 'history'> {
  const { c, compared, months } = q;
  if (!q.withHistory) return {};
  const { readings, indicator, region } = c;
  const found = historyOf(
    { readings, indicator, region, until: compared.actual.period.end },
    months,
    reaches,
  );
  return found ? { history: found } : {};
}

/** Whether so much reaches an amount that is needed; where more than it is promised, only what is more. */
export const reaches =
  ({ band }: Basis, amount: Decimal) =>
  (brought: Decimal): boolean =>
    band.strict ? brought.gt(amount) : brought.gte(amount);

/** Whether so much stays under an amount that is allowed; where less than it is promised, only what is less. */
export const keeps =
  ({ band }: Basis, amount: Decimal) =>
  (brought: Decimal): boolean =>
    band.strict ? brought.lt(amount) : brought.lte(amount);

/** The smallest amount that reaches what is needed in the indicator's own unit. */
export const ownUnit = ({ c, compared }: Basis, value: Decimal): Decimal =>
  convert(value, compared.unit, c.indicator.unit) ?? value;

/** What is left to spare of a target that is met so far and has only to stay so. */
export const margin = ({ c, compared, months }: Basis, value: Decimal): Needed => ({
  kind: 'margin',
  amount: differenceOf(c, value, compared.unit),
  months,
});
