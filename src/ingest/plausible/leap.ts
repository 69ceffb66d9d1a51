import { decimalsOf } from '../../model/decimal.ts';
import { isLevel, isMoment } from '../../model/indicator.ts';
import type { Check } from './check.ts';
import {
  alike,
  type Comparable,
  levelOf,
  monthsOf,
  next,
  otherSteps,
  takesPart,
  yearsBefore,
} from './comparable.ts';
import { type Evidence, periodOf } from './evidence.ts';
import { monthAt, numberAt, type Spot } from './series.ts';

/** Ten times, less the fifth that a series may have changed meanwhile. */
const TENFOLD = Math.log(8);
/** The same of a hundred times: what is asked where a single figure speaks. */
const HUNDREDFOLD = Math.log(80);
/** How much further a level may have moved for each year between two figures, after the first. */
const YEARLY = Math.log(1.4);
/** How many of its last decimal the lesser figure is taken to be more than it is: few digits prove little. */
const DIGITS = 100;
/** How many times its usual step a series must leap. */
const UNUSUAL = 4;
/** A series is calm where so many other steps are known, and the largest of them is so many times smaller. */
const KNOWN = 4;
const CALM = 3;
/** Far above what doubles are wrong by, far below what matters. */
const NOISE = 1e-9;

/** Whether one level is about ten times another: what must hold, and what is seldom seen, before more is asked. */
function isTenfold(own: Comparable, i: number, j: number): boolean {
  const a = levelOf(own, i);
  const b = levelOf(own, j);
  return a >= 7.9 * b || b >= 7.9 * a;
}

/** One of the last decimal that says something: a spreadsheet makes 7.0 of 7. */
function stepOf({ s }: Comparable, i: number, evidence: Evidence): number {
  const { value, decimals } = evidence.shown({ series: s, index: i });
  return numberAt(s.columns.steps, i) * 10 ** (decimals - decimalsOf(value.toFixed()));
}

/** How far a figure is from another, as a logarithm with its sign, less what digits and years explain; 0 at the least. */
function distance(own: Comparable, i: number, j: number, evidence: Evidence): number {
  const { ends, values } = own.s.columns;
  const [a, b] = [levelOf(own, i), levelOf(own, j)];
  const least = a < b ? i : j;
  const few = 1 + (DIGITS * stepOf(own, least, evidence)) / numberAt(values, least);
  const years = Math.abs(monthAt(ends, i) - monthAt(ends, j)) / 12;
  const size = Math.abs(Math.log(a / b)) - Math.log(few) - Math.max(0, years - 1) * YEARLY;
  return Math.max(0, size) * Math.sign(a - b);
}

interface Leap {
  /** The figure that it is compared with. */
  readonly from: number;
  /** The figure after it, where that is back. */
  readonly back?: number;
}

/** The figures before one that it is compared with; nothing where there is none, or one that it does not leap from. */
function peersOf(own: Comparable, i: number, evidence: Evidence): readonly number[] | undefined {
  const before = next(own, i, -1);
  const near = before >= 0 && alike(own, i, before) ? before : -1;
  if (near >= 0 && !isTenfold(own, i, near)) return undefined;
  const years = yearsBefore(own, i);
  if (years >= 0 && years !== near && !isTenfold(own, i, years)) return undefined;
  if (near < 0 && years < 0) return undefined;
  const { ends } = own.s.columns;
  const whole = (j: number): boolean => j >= 0 && !evidence.breaks(own.s, monthAt(ends, j), monthAt(ends, i));
  return [near, ...(years === near ? [] : [years])].filter(whole);
}

/** Whether a figure leaps away from those before it. */
function leapOf(own: Comparable, i: number, peers: readonly number[], evidence: Evidence): Leap | undefined {
  const { ends } = own.s.columns;
  const [from] = peers;
  if (from === undefined) return undefined;
  const sign = Math.sign(distance(own, i, from, evidence));
  const least = Math.min(...peers.map((j) => distance(own, i, j, evidence) * sign)) + NOISE;
  if (least < TENFOLD) return undefined;
  const after = next(own, i, 1);
  const like =
    after >= 0 && alike(own, i, after) && !evidence.breaks(own.s, monthAt(ends, i), monthAt(ends, after));
  const back = like && distance(own, i, after, evidence) * sign + NOISE >= TENFOLD;
  const steps = otherSteps(own, i);
  const calm = steps.length >= KNOWN && least >= CALM * (steps.at(-1) ?? 0);
  const sure = peers.length > 1 || back || calm;
  const usual = steps[Math.floor(steps.length / 2)] ?? 0;
  if (least < Math.max(sure ? TENFOLD : HUNDREDFOLD, UNUSUAL * usual)) return undefined;
  return back ? { from, back: after } : { from };
}

/** How many times a level is another: `9870`, or the part it is of it. */
function timesOf(
  own: Comparable,
  i: number,
  j: number,
): { readonly times: string } | { readonly part: string } {
  const ratio = levelOf(own, i) / levelOf(own, j);
  const short = (n: number): string => (n < 100 ? n.toFixed(1) : n.toFixed(0));
  return ratio > 1 ? { times: short(ratio) } : { part: short(1 / ratio) };
}

/**
 * A level ten times its neighbours, or a tenth of them: the series breaks, or a unit was misread (万元 as 亿元).
 *
 * Like is compared with like: months with months, quarters with quarters, running totals by the mean of their months and
 * only inside one year or with at least half a year in each, so that a February is not held against a December. A figure
 * is compared with the one before it and with the same span a year before. Each of them must say that it leaps: one
 * that does not has a season, or a habit, to explain it. Then two voices are enough for ten times (8, because the series
 * itself moves): the two figures before; or the figure after, which is back; or a history of at least four other steps,
 * none of them a third as large. Where a single figure speaks, as in a young series, it takes a hundred times (80),
 * which a wrong 万 or 千 is and a good year is not.
 *
 * Small numbers leap without a fault (1 firm, then 12): the lesser figure is taken to be a hundred of its last decimal
 * more than it is, so that few digits prove little and nothing (0) proves nothing. Series that are never quiet must leap
 * four times as far as they usually step, and years without a figure are granted 40 per cent each. What
 * `accumulates` starts from nothing every time and is left out, as are growth, ranks and gaps.
 */
export const leap: Check = {
  code: 'data/leap',
  check(s, warnings, evidence) {
    const { indicator } = s;
    if (!isLevel(indicator) || indicator.accumulates) return;
    const own: Comparable = { s, moment: isMoment(indicator), adds: indicator.kind === 'flow' };
    const { ends } = s.columns;
    for (let i = s.from + 1; i < s.to; i++) {
      const peers = takesPart(own, i) ? peersOf(own, i, evidence) : undefined;
      const found = peers && leapOf(own, i, peers, evidence);
      if (!found) continue;
      evidence.addLeap(s, monthAt(ends, i));
      // nothing before the figure left behind tells which of the two is wrong
      if (next(own, found.from, -1) < 0) evidence.addLeap(s, monthAt(ends, found.from));
      if (found.back !== undefined) {
        evidence.addLeap(s, monthAt(ends, found.back));
        own.left = (own.left ?? new Set()).add(i);
      }
      const [now, then]: [Spot, Spot] = [
        { series: s, index: i },
        { series: s, index: found.from },
      ];
      warnings.add(leap.code, now, [then], () => ({
        ...timesOf(own, i, found.from),
        other: evidence.value(then),
        otherPeriod: periodOf(then),
        otherCell: evidence.where(then),
        ...(own.adds && monthsOf(own, i) !== monthsOf(own, found.from) ? { monthly: 'yes' } : {}),
      }));
    }
  },
};
