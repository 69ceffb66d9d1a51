import { plain } from '../model/decimal.ts';
import { labelPeriod } from '../model/label.ts';
import { monthPeriod } from '../model/period.ts';
import type { Amount, Needed, Verdict } from '../model/verdict.ts';
import { type Args, type Language, say } from '../wording/message.ts';
import { NEEDED } from '../wording/paces.ts';
import { dim, lines, type Rich } from './rich.ts';
import { amountText, changeText, number, percentText, safe } from './text.ts';

const t = (key: string, language: Language, args: Args = {}): string => say(NEEDED, key, args, language);

const monthLabel = (month: number, language: Language): string => labelPeriod(monthPeriod(month), language);

/** 7 months, 1 month; 7 个月 */
const monthsText = (months: number, language: Language): string =>
  t(months === 1 ? 'month' : 'months', language, { months });

/** What is left: months, or whole years where it is told by the year. */
function leftText(n: Needed, language: Language): string {
  const years = n.perYear || n.kind === 'yearly' ? n.months / 12 : 0;
  if (years === 0 || !Number.isInteger(years)) return monthsText(n.months, language);
  return t(years === 1 ? 'year' : 'years', language, { years });
}

/** How hard it is: how many times what is usual, and how often that was reached before. Empty where nothing is known. */
export function hardText(n: Needed, language: Language): string {
  const side = n.kind === 'headroom' ? 'headroom' : 'need';
  const times = n.hardness ? number(n.hardness) : '';
  const usual =
    n.kind !== 'growth' && n.against
      ? t(`${times === '' ? 'nothing' : side}/${n.against}`, language, {
          times,
          months: monthsText(n.months, language),
        })
      : '';
  const kept = n.kind === 'headroom' || (n.kind === 'growth' && n.atMost);
  const { reached, of } = n.history ?? {};
  const before = n.history
    ? t(kept ? 'kept' : 'reached', language, {
        reached: reached ?? 0,
        of: of ?? 0,
        months: monthsText(n.months, language),
      })
    : '';
  return [usual, before].filter((x) => x !== '').join(language === 'zh' ? '；' : '; ');
}

/** Before an amount that exactly does not do. */
const signOf = ({ strict, kind, atMost }: Needed): string =>
  !strict ? '' : kind === 'headroom' || (kind !== 'change' && atMost) ? '< ' : '> ';

/** What is still needed, as a sentence. */
export function neededText(n: Needed, language: Language): string {
  const isGrowth = n.kind === 'growth' || n.kind === 'yearly';
  const amount = (a: Amount | undefined): string =>
    a ? (isGrowth ? amountText(a) : changeText(a, language)) : '';
  const sign = signOf(n);
  return t(n.kind === 'growth' && n.atMost ? 'growth/most' : n.kind, language, {
    amount: sign + amount(n.amount),
    perMonth: n.perMonth ? sign + amount(n.perMonth) : '',
    perYear: n.perYear ? sign + amount(n.perYear) : '',
    aim: n.aim ? amountText(n.aim) : '',
    weight: n.weight ? percentText(n.weight) : '',
    months: leftText(n, language),
    yearBefore: amount(n.yearBefore),
    usedUp: n.usedUp === undefined ? '' : monthLabel(n.usedUp, language),
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
export function neededCell(v: Verdict, language: Language): Rich {
  const hardest = hardestOf(v);
  const n = hardest.needed;
  if (!n) return '';
  const sign = signOf(n);
  const change = (a: Amount | undefined): string => (a ? sign + changeText(a, language) : '');
  const amounts: Args = {
    amount: n.kind === 'growth' || n.kind === 'yearly' ? sign + amountText(n.amount) : change(n.amount),
    perMonth: change(n.perMonth),
    perYear: change(n.perYear),
    atMost: n.atMost ? 'yes' : '',
  };
  const kind = n.kind === 'headroom' ? 'headroom/' : '';
  const below = [
    n.assumed && t('cell/assumed', language),
    n.kind === 'headroom' &&
      n.usedUp !== undefined &&
      t('cell/usedUp', language, { month: monthLabel(n.usedUp, language) }),
    n.kind === 'change' && n.perMonth && t('cell/perMonth', language, amounts),
    n.perYear && t('cell/perYear', language, amounts),
    n.hardness &&
      n.kind !== 'growth' &&
      t(`cell/${kind}${n.against}`, language, { times: plain(n.hardness, 1) }),
    n.history && t('cell/history', language, { reached: n.history.reached, of: n.history.of }),
  ];
  return lines(
    hardest === v ? '' : safe(hardest.part ?? ''),
    t(`cell/${n.kind}`, language, amounts),
    ...below.map((line) => (line ? dim(line) : '')),
  );
}
