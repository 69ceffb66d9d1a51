import { type Decimal, decimal, HUNDRED, ONE, plain } from '../../model/decimal.ts';
import { isMoment } from '../../model/indicator.ts';
import { seriesKey } from '../../model/observation.ts';
import { isRate } from '../../model/unit.ts';
import type { Check } from './check.ts';
import { type Evidence, periodOf } from './evidence.ts';
import { type Remainder, remainder } from './rounding.ts';
import { FRESH, flagsAt, monthAt, numberAt, type Series, type Spot } from './series.ts';

/** How many points, as a part of one, and how many times lie between rates that are far from each other. */
const POINTS = decimal('0.15');
const TIMES = decimal(4).div(3);

/** A published growth, and the levels of its span and of the same span a year before. */
interface Trio {
  readonly rate: Spot;
  readonly now: Spot;
  readonly base: Spot;
}

/** What the levels give, as one in parts of the other: the least and the most that their rounding allows. */
const rangeOf = (now: Remainder, base: Remainder): readonly [least: Decimal, most: Decimal] => [
  now.off.minus(now.allowed).div(base.off.plus(base.allowed)),
  now.off.plus(now.allowed).div(base.off.minus(base.allowed)),
];

/** Whether a published growth is far from all that its levels can give. */
function isFar({ rate, now, base }: Trio, evidence: Evidence): boolean {
  const exact = (spot: Spot): Remainder => remainder([spot], [], evidence.look);
  const { unit } = rate.series.indicator;
  const part = (d: Decimal): Decimal => d.times(unit.factor).div(unit.divisor).div(HUNDRED);
  const published = ONE.plus(part(exact(rate).off));
  const [least, most] = rangeOf(exact(now), exact(base));
  const [low, high] = published.lt(least) ? [published, least] : [most, published];
  return high.minus(low).gt(POINTS) && high.gt(low.times(TIMES));
}

/** The growth of one level over another, in the unit of a rate. */
function derived({ rate, now, base }: Trio, evidence: Evidence): string {
  const { unit } = rate.series.indicator;
  const [x, y] = [now, base].map((spot) => remainder([spot], [], evidence.look).off) as [Decimal, Decimal];
  const value = x.div(y).minus(ONE).times(HUNDRED).times(unit.divisor).div(unit.factor);
  return `${plain(value, 1)} ${unit.text}`;
}

/** Whether a figure of a level comes before a span, in the order of a series; at a moment only its end counts. */
function isBefore(level: Series, i: number, start: number, end: number, moment: boolean): boolean {
  const own = monthAt(level.columns.ends, i);
  return own < end || (own === end && !moment && monthAt(level.columns.starts, i) < start);
}

const isAt = (level: Series, i: number, start: number, end: number, moment: boolean): boolean =>
  i < level.to &&
  monthAt(level.columns.ends, i) === end &&
  (moment || monthAt(level.columns.starts, i) === start);

/**
 * A published growth far from what the levels of the span and of a year before give. Published real growth is not the
 * ratio of published levels: prices, samples that change with the firms above the threshold, and censuses lie between
 * them, and can turn its sign. Retail sales of the larger firms in May 2018 were rightly published as 5.5 % more, with
 * levels of 11476.7 after 12937.1 亿元, 11.3 % less: 17 points, a sixth of the level. So a rate is far only where a level
 * would have to be more than a third greater or a quarter less for it, and it is more than 15 points away, whatever its
 * sign. That leaves what it is meant to find: an index read as a rate (106.5), a unit or a span of one of the levels, a
 * row of another year or region. Levels at or below 0 give no rate. An index says its growth itself.
 */
export const growth: Check = {
  code: 'data/growth-far',
  check(s, warnings, evidence) {
    const { growthOf, unit } = s.indicator;
    const level = growthOf === undefined ? undefined : evidence.series(seriesKey(growthOf, s.region));
    if (!level || level.indicator.kind === 'index' || !isRate(unit)) return;
    const moment = isMoment(level.indicator);
    const one = unit.factor.div(unit.divisor).div(HUNDRED).toNumber();
    const { starts, ends, values, flags } = s.columns;
    let [now, base] = [level.from, level.from];
    for (let i = s.from; i < s.to; i++) {
      const start = monthAt(starts, i);
      const end = monthAt(ends, i);
      while (now < level.to && isBefore(level, now, start, end, moment)) now++;
      while (base < level.to && isBefore(level, base, start - 12, end - 12, moment)) base++;
      if (!isAt(level, now, start, end, moment) || !isAt(level, base, start - 12, end - 12, moment)) continue;
      const before = numberAt(level.columns.values, base);
      if (!(before > 0)) continue;
      const off = 1 + numberAt(values, i) * one - numberAt(level.columns.values, now) / before;
      if (Math.abs(off) < 0.149) continue;
      if (
        !(
          (flagsAt(flags, i) | flagsAt(level.columns.flags, now) | flagsAt(level.columns.flags, base)) &
          FRESH
        )
      )
        continue;
      const trio: Trio = {
        rate: { series: s, index: i },
        now: { series: level, index: now },
        base: { series: level, index: base },
      };
      if (evidence.breaks(level, end - 12, end) || !isFar(trio, evidence)) continue;
      warnings.add(growth.code, trio.rate, [trio.now, trio.base], () => ({
        level: level.indicator.name,
        derived: derived(trio, evidence),
        now: evidence.value(trio.now),
        nowCell: evidence.where(trio.now),
        base: evidence.value(trio.base),
        basePeriod: periodOf(trio.base),
        baseCell: evidence.where(trio.base),
      }));
    }
  },
};
