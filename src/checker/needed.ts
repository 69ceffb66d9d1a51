import { comparedBy, comparesFigure } from '../model/forms.ts';
import { isMoment, KINDS } from '../model/kinds.ts';
import { lengthOf } from '../model/period.ts';
import type { Needed } from '../model/verdict.ts';
import { endFor, type Limits } from './limits.ts';
import { neededFlow, neededGrowth } from './needed-flow.ts';
import { neededAverage, neededLevel, neededPlaces } from './needed-level.ts';
import { type Expectation, limitsStay } from './pace.ts';
import { comparesPlaces, type Question } from './question.ts';
import { type Case, type Term, termOf } from './term.ts';

/** The limits at the window's end: of a change from the same span a year before, with the whole window's baseline. */
function finalLimits(c: Case, term: Term): Limits | undefined {
  const { form } = c.target;
  const fixed = limitsStay(c.target) || KINDS[c.indicator.kind].baseline === 'before-window';
  if (!form || fixed || !comparesFigure(form)) return term.limits;
  const period = isMoment(c.indicator) ? { start: c.window.end, end: c.window.end } : c.window;
  const last = termOf(c, form, { ...term.actual, period });
  return 'term' in last ? last.term.limits : undefined;
}

/**
 * What is still needed to meet a target that is not final (METHOD §5); undefined where nothing can be said: no exact
 * reading, a window that is over, or an aim that is not known yet.
 */
export function neededFor(
  c: Case,
  term: Term,
  e: Expectation,
  asOf: number,
  withHistory: boolean,
): Needed | undefined {
  const { actual } = term;
  const months = c.window.end - actual.period.end;
  if (months <= 0 || actual.bound || asOf > c.window.end) return undefined;
  const limits = finalLimits(c, term);
  if (!limits) return undefined;
  const own = comparedBy(c.target.form ?? {}) !== 'difference';
  const needed = answer({ c, term, e, limits, months, own, withHistory });
  if (!needed || needed.kind === 'margin' || needed.kind === 'places') return needed;
  const end = endFor(actual.value, limits);
  const [then, now] = [limits[end], term.limits[end]];
  const moves = then && now && then !== now && !then.eq(now);
  if (!limits.strict && !moves) return needed;
  return {
    ...needed,
    ...(limits.strict ? { strict: true } : {}),
    ...(moves ? { aim: { value: then, unit: term.unit } } : {}),
  };
}

/** The answer that fits what is compared. */
function answer(q: Question): Needed | undefined {
  const { c, term } = q;
  const { spans } = KINDS[c.indicator.kind];
  if (comparedBy(c.target.form ?? {}) === 'rate') return neededAverage(q);
  if (comparesPlaces(c)) return neededPlaces(q);
  if (!q.own) return neededLevel({ ...q, withHistory: false });
  if (c.path) return neededLevel(q);
  if (spans === 'add') return neededFlow(q);
  const growth = spans === 'compound' && lengthOf(c.window) <= 12 && term.actual.unit.factor.gt(0);
  return growth ? neededGrowth(q) : neededLevel(q);
}
