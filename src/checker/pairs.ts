import { type Decimal, decimal, HUNDRED, ONE, plain } from '../model/decimal.ts';
import { type Diagnostic, finding } from '../model/diagnostic.ts';
import type { Indicator } from '../model/indicator.ts';
import { formatPeriod, samePeriod, yearBefore } from '../model/period.ts';
import { addressOf, type Form, type Item, type Target } from '../model/plan.ts';
import { formatQuantity, type Quantity } from '../model/quantity.ts';
import { decidingTolerance } from '../model/tolerance.ts';
import { convert, isRate } from '../model/unit.ts';
import type { Figures } from './figures.ts';

/**
 * How far a year's prices can part a level at current prices from a growth at constant ones: nominal is (1 + real) ×
 * (1 + prices). Producer prices have moved by some 8 % in single years; a plan is made in advance, for an ordinary one.
 */
const PRICES = decimal('0.05');

/** Money is at current prices; what is counted or measured has none. */
const MONEY: readonly string[] = ['CNY', 'USD', 'EUR', 'HKD', 'JPY'];

/** What prices can part a level from a growth: nothing where the growth is that of the level itself (名义增速). */
function pricesOf(level: Indicator, growth: Target): Decimal {
  const real = growth.form?.change !== 'rise' && growth.indicator?.found?.derivation?.from !== 'levels';
  return real && MONEY.includes(level.unit.dimensions) ? ONE.plus(PRICES) : ONE;
}

/** Values a promise can mean: its rounding, the tolerance of 左右, the two ends of a range. */
interface Range {
  readonly low: Decimal;
  readonly high: Decimal;
}

function rangeOf(target: Target, value: Quantity, high: Quantity = value): Range {
  const rounding = decimal(`5e-${value.decimals + 1}`);
  const tolerance = decidingTolerance(target);
  const either = tolerance?.gt(rounding) ? tolerance : rounding;
  return { low: value.value.minus(either), high: high.value.plus(either) };
}

/** Whether a target is a floor, a ceiling or neither: only promises on one side go together. */
const SIDE: Readonly<Partial<Record<Form['comparator'], 'floor' | 'ceiling' | 'near'>>> = {
  at_least: 'floor',
  more_than: 'floor',
  at_most: 'ceiling',
  less_than: 'ceiling',
  about: 'near',
  between: 'near',
};

const goTogether = (a: Form, b: Form): boolean => {
  const [one, other] = [SIDE[a.comparator], SIDE[b.comparator]];
  return one === other || one === 'near' || other === 'near';
};

/** A level promised as it is: an amount, and nothing made of it. */
const isLevel = ({ indicator, form, each }: Target): boolean =>
  (indicator?.found?.kind === 'flow' || indicator?.found?.kind === 'stock') &&
  form?.change === undefined &&
  form?.value !== undefined &&
  !each;

/** The level whose growth on the year before a target promises: by its own series, or by a rise in % of it. */
function growthOf({ indicator, form, each, baseline, window }: Target): string | undefined {
  const found = indicator?.found;
  if (!found || !form?.value || each || !isRate(form.value.unit)) return undefined;
  if (found.growthOf !== undefined) return form.change ? undefined : found.growthOf;
  const own = !baseline || (baseline.period && samePeriod(baseline.period, yearBefore(window)));
  return form.change === 'rise' && own ? found.id : undefined;
}

function contradiction(level: Target, growth: Target, figures: Figures): Diagnostic | undefined {
  const [l, g, indicator, region] = [level.form, growth.form, level.indicator?.found, level.region?.found];
  if (!l?.value || !g?.value || !indicator || !region || !goTogether(l, g)) return undefined;
  const [values, rates] = [rangeOf(level, l.value, l.high), rangeOf(growth, g.value, g.high)];
  const span = yearBefore(level.window);
  const base = figures.at(indicator, region.code, span);
  if (!base || base.bound || base.value.lte(0)) return undefined;
  const { unit } = g.value;
  const factor = (rate: Decimal): Decimal => ONE.plus(rate.times(unit.factor).div(HUNDRED));
  if (factor(rates.low).lte(0)) return undefined;
  const observed = convert(base.value, base.unit, l.value.unit) ?? base.value;
  const allowed = pricesOf(indicator, growth);
  const low = values.low.div(factor(rates.high)).div(allowed);
  const high = values.high.div(factor(rates.low)).times(allowed);
  if (observed.gte(low) && observed.lte(high)) return undefined;
  const decimals = Math.max(1, l.value.decimals);
  return finding(
    'warning',
    'data/paired',
    {
      level: addressOf(level),
      value: formatQuantity(l.value),
      growth: addressOf(growth),
      rate: formatQuantity(g.value),
      implied: l.value.value.div(factor(g.value.value)).toFixed(decimals),
      observed: plain(observed, 6),
      unit: l.value.unit.text,
      period: formatPeriod(span),
    },
    { file: level.file },
  );
}

/** What a promise is of: an indicator of a region in a window. */
const keyOf = (indicator: string, { region, window }: Target): string =>
  [indicator, region?.found?.code, window.start, window.end].join('\u0000');

/** The growth nearest to each level in the document, of the same indicator, region and window: 252 亿元，增长10%. */
function pairsOf(targets: readonly Target[]): [level: Target, growth: Target][] {
  const near = new Map<Target, { growth: Target; away: number }>();
  const last = new Map<string, { growth: Target; at: number }>();
  const visit = (t: Target, at: number): void => {
    const level = growthOf(t);
    if (level !== undefined) last.set(keyOf(level, t), { growth: t, at });
    const i = last.size > 0 && isLevel(t) ? t.indicator?.found : undefined;
    const found = i && last.get(keyOf(i.id, t));
    if (!found) return;
    const away = Math.abs(at - found.at);
    if (away < (near.get(t)?.away ?? Number.POSITIVE_INFINITY)) near.set(t, { growth: found.growth, away });
  };
  for (const [at, t] of targets.entries()) visit(t, at);
  last.clear();
  for (const [back, t] of targets.toReversed().entries()) visit(t, targets.length - 1 - back);
  return targets.flatMap((t) => {
    const growth = near.get(t)?.growth;
    return growth ? [[t, growth] as [Target, Target]] : [];
  });
}

/**
 * Paired promises (252 亿元，增长10%): a level and its growth imply last year's base, value ÷ (1 + rate). Where the
 * observed base lies outside of what both can mean by their rounding, and of a year's prices where it is money, one of
 * them is wrong, or a figure is: a data warning names them.
 */
export const pairedWarnings = (
  targets: readonly Target[],
  figures: Figures,
  wanted: (item: Item) => boolean,
): Diagnostic[] =>
  pairsOf(targets)
    .filter(([level, growth]) => wanted(level) || wanted(growth))
    .flatMap(([level, growth]) => contradiction(level, growth, figures) ?? []);
