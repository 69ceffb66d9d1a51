import { plain } from '../model/decimal.ts';
import { labelPeriod } from '../model/label.ts';
import { monthPeriod } from '../model/period.ts';
import type { Amount, Needed, Verdict } from '../model/verdict.ts';
import { type Args, say } from '../wording/message.ts';
import { NEEDED } from '../wording/paces.ts';
import { amountText, changeText, number, percentText, type Style, safe } from './text.ts';

const t = (key: string, style: Style, args: Args = {}): string => say(NEEDED, key, args, style.language);

const monthLabel = (month: number, style: Style): string => labelPeriod(monthPeriod(month), style.language);

/** 7 months, 1 month; 7 个月 */
const monthsText = (months: number, style: Style): string =>
  t(months === 1 ? 'month' : 'months', style, { months });

/** What is left: months, or whole years where it is told by the year. */
function leftText(n: Needed, style: Style): string {
  const years = n.perYear || n.kind === 'yearly' ? n.months / 12 : 0;
  if (years === 0 || !Number.isInteger(years)) return monthsText(n.months, style);
  return t(years === 1 ? 'year' : 'years', style, { years });
}

/** How hard it is: how many times what is usual, and how often that was reached before. Empty where nothing is known. */
export function hardText(n: Needed, style: Style): string {
  const side = n.kind === 'headroom' ? 'headroom' : 'need';
  const times = n.hardness ? number(n.hardness) : '';
  const usual =
    n.kind !== 'growth' && n.against
      ? t(`${times === '' ? 'nothing' : side}/${n.against}`, style, {
          times,
          months: monthsText(n.months, style),
        })
      : '';
  const kept = n.kind === 'headroom' || (n.kind === 'growth' && n.atMost);
  const { reached, of } = n.history ?? {};
  const before = n.history
    ? t(kept ? 'kept' : 'reached', style, {
        reached: reached ?? 0,
        of: of ?? 0,
        months: monthsText(n.months, style),
      })
    : '';
  return [usual, before].filter((x) => x !== '').join(style.language === 'zh' ? '；' : '; ');
}

/** Before an amount that exactly does not do. */
const signOf = ({ strict, kind, atMost }: Needed): string =>
  !strict ? '' : kind === 'headroom' || (kind !== 'change' && atMost) ? '< ' : '> ';

/** What is still needed, as a sentence. */
export function neededText(n: Needed, style: Style): string {
  const isGrowth = n.kind === 'growth' || n.kind === 'yearly';
  const amount = (a: Amount | undefined): string =>
    a ? (isGrowth ? amountText(a) : changeText(a, style.language)) : '';
  const sign = signOf(n);
  return t(n.kind === 'growth' && n.atMost ? 'growth/most' : n.kind, style, {
    amount: sign + amount(n.amount),
    perMonth: n.perMonth ? sign + amount(n.perMonth) : '',
    perYear: n.perYear ? sign + amount(n.perYear) : '',
    aim: n.aim ? amountText(n.aim) : '',
    weight: n.weight ? percentText(n.weight) : '',
    months: leftText(n, style),
    yearBefore: amount(n.yearBefore),
    usedUp: n.usedUp === undefined ? '' : monthLabel(n.usedUp, style),
    assumed: n.assumed ? 'yes' : '',
    atMost: n.atMost ? 'yes' : '',
  });
}

/** The part of a target that is the hardest to meet: of `each` one of its parts, else itself. */
export const hardestOf = (v: Verdict): Verdict =>
  v.needed || !v.parts ? v : (([...v.parts].filter((p) => p.needed).sort(byHardness)[0] ?? v) as Verdict);

/** What stands before what: 0 nothing was ever brought of what is needed, 1 by hardness, 2 not known, 3 nothing needed. */
function rankOf(n: Needed | undefined): number {
  if (!n) return 3;
  if (n.kind === 'margin') return 2.5;
  if (n.hardness) return 1;
  return n.against ? 0 : 2;
}

/** The hardest first: the most times what is usual; before it where nothing of it was brought, after it what has no measure. */
export function byHardness(a: Verdict, b: Verdict): number {
  const [x, y] = [hardestOf(a).needed, hardestOf(b).needed];
  return rankOf(x) - rankOf(y) || (x?.hardness && y?.hardness ? y.hardness.cmp(x.hardness) : 0);
}

/** The lines of the column: what a month must bring, how hard that is, and how often it was reached. */
export function neededCell(v: Verdict, style: Style): string {
  const hardest = hardestOf(v);
  const n = hardest.needed;
  if (!n) return '';
  const dim = (text: string): string => style.paint(text, 'dim');
  const sign = signOf(n);
  const change = (a: Amount | undefined): string => (a ? sign + changeText(a, style.language) : '');
  const amounts: Args = {
    amount: n.kind === 'growth' || n.kind === 'yearly' ? sign + amountText(n.amount) : change(n.amount),
    perMonth: change(n.perMonth),
    perYear: change(n.perYear),
    atMost: n.atMost ? 'yes' : '',
  };
  const lines = [
    ...(hardest === v ? [] : [safe(hardest.part ?? '')]),
    t(`cell/${n.kind}`, style, amounts),
    ...(n.assumed ? [dim(t('cell/assumed', style))] : []),
    ...(n.kind === 'headroom' && n.usedUp !== undefined
      ? [dim(t('cell/usedUp', style, { month: monthLabel(n.usedUp, style) }))]
      : []),
    ...(n.kind === 'change' && n.perMonth ? [dim(t('cell/perMonth', style, amounts))] : []),
    ...(n.perYear ? [dim(t('cell/perYear', style, amounts))] : []),
    ...(n.hardness && n.kind !== 'growth'
      ? [
          dim(
            t(`cell/${n.kind === 'headroom' ? 'headroom/' : ''}${n.against}`, style, {
              times: plain(n.hardness, 1),
            }),
          ),
        ]
      : []),
    ...(n.history ? [dim(t('cell/history', style, { reached: n.history.reached, of: n.history.of }))] : []),
  ];
  return lines.join('\n');
}
