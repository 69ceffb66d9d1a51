import { comparedBy, comparesFigure } from '../../model/forms.ts';
import { isMoment, KINDS } from '../../model/kinds.ts';
import { lengthOf } from '../../model/period.ts';
import type { Needed } from '../../model/verdict.ts';
import { type Band, endFor } from '../band.ts';
import { type Case, type Compared, compare } from '../compared.ts';
import { bandStays, type Expectation } from '../expected.ts';
import { type Basis, comparesPlaces } from './basis.ts';
import { neededFlow, neededGrowth } from './flow.ts';
import { neededAverage, neededLevel, neededPlaces } from './level.ts';

/** The limits at the window's end: of a change from the same span a year before, with the whole window's baseline. */
function finalBand(c: Case, compared: Compared): Band | undefined {
  const { form } = c.target;
  const fixed = bandStays(c.target) || KINDS[c.indicator.kind].baseline === 'before-window';
  if (!form || fixed || !comparesFigure(form)) return compared.band;
  const period = isMoment(c.indicator) ? { start: c.window.end, end: c.window.end } : c.window;
  const last = compare(c, form, { ...compared.actual, period });
  return 'compared' in last ? last.compared.band : undefined;
}

/**
 * What is still needed to meet a target that is not final (METHOD §5); undefined where nothing can be said: no exact
 * reading, a window that is over, or an aim that is not known yet.
 */
export function neededFor(
  c: Case,
  compared: Compared,
  e: Expectation,
  asOf: number,
  withHistory: boolean,
): Needed | undefined {
  const { actual } = compared;
  const months = c.window.end - actual.period.end;
  if (months <= 0 || actual.bound || asOf > c.window.end) return undefined;
  const band = finalBand(c, compared);
  if (!band) return undefined;
  const own = comparedBy(c.target.form ?? {}) !== 'difference';
  const needed = answer({ c, compared, e, band, months, own, withHistory });
  if (!needed || needed.kind === 'margin' || needed.kind === 'places') return needed;
  const end = endFor(actual.value, band);
  const [then, now] = [band[end], compared.band[end]];
  const moves = then && now && then !== now && !then.eq(now);
  if (!band.strict && !moves) return needed;
  return {
    ...needed,
    ...(band.strict ? { strict: true } : {}),
    ...(moves ? { aim: { value: then, unit: compared.unit } } : {}),
  };
}

/** The answer that fits what is compared. */
function answer(q: Basis): Needed | undefined {
  const { c, compared } = q;
  const { spans } = KINDS[c.indicator.kind];
  if (comparedBy(c.target.form ?? {}) === 'rate') return neededAverage(q);
  if (comparesPlaces(c)) return neededPlaces(q);
  if (!q.own) return neededLevel({ ...q, withHistory: false });
  if (c.path) return neededLevel(q);
  if (spans === 'add') return neededFlow(q);
  const growth = spans === 'compound' && lengthOf(c.window) <= 12 && compared.actual.unit.factor.gt(0);
  return growth ? neededGrowth(q) : neededLevel(q);
}
