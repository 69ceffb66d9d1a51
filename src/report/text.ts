import { type Decimal, HUNDRED, ONE, plain } from '../model/decimal.ts';
import { labelPeriod } from '../model/label.ts';
import { formatPeriod } from '../model/period.ts';
import type { Comparison, Form, Item, Reference } from '../model/plan.ts';
import { formatQuantity } from '../model/quantity.ts';
import type { Organisation } from '../model/region.ts';
import { isPoints, isRate } from '../model/unit.ts';
import type { Amount, Figure, Verdict } from '../model/verdict.ts';
import { type Args, type Language, type Messages, say } from '../wording/message.ts';
import { CHANGE, COMPARATOR, REASONS, STATUS, WORDS } from '../wording/verdicts.ts';
import type { Tone } from './rich.ts';

/** What a report is made with. */
export interface Style {
  readonly language: Language;
  /** Columns of the terminal. */
  readonly width: number;
  /** Shows a text in a tone; leaves it as it is where colour is off. */
  readonly paint: (text: string, tone: Tone) => string;
}

/**
 * Text from files, made safe for a terminal: control characters, which could move the cursor or change its title, are
 * shown as visible ones; bidirectional overrides likewise.
 */
export function safe(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be shown
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (c) => {
    const code = c.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '␡' : '�';
  });
}

/** JSON text in which nothing can move a terminal's cursor: what JSON leaves raw is escaped, and means the same. */
export const json = (value: unknown): string =>
  `${JSON.stringify(value, null, 2).replace(
    /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )}\n`;

/** A word of tables and headings. */
export const word = (key: keyof typeof WORDS, language: Language, args: Args = {}): string =>
  say(WORDS as Messages, key, args, language);

/** Decimals that show three figures of what is below 1. */
function decimalsBelowOne(value: Decimal): number {
  const size = Math.abs(value.toNumber());
  return size > 0 && size < 1 ? Math.min(10, 2 - Math.floor(Math.log10(size))) : 0;
}

/** A number for people: rounded to so many decimals, of what is below 1 to three figures at the least; no trailing zeros. */
export const number = (value: Decimal, decimals = 2): string =>
  plain(value, Math.max(decimals, decimalsBelowOne(value)));

/** 25 亩, 6.5 % */
export const amountText = (a: Amount, decimals = 2): string =>
  `${number(a.value, decimals)} ${a.unit.text}`.trim();

/** What must be reached; both ends of a band where neither way is better. */
export function limitText({ bound, band }: Verdict, decimals = 2): string {
  if (!bound) return '';
  return band
    ? `${number(band.low, decimals)}–${amountText({ ...bound, value: band.high }, decimals)}`
    : amountText(bound, decimals);
}

/** An amount of a change: rates in points, places as such. */
export function changeText({ value, unit, places }: Amount, language: Language, decimals = 2): string {
  const name =
    isRate(unit) || isPoints(unit)
      ? word('points', language)
      : places
        ? word(value.abs().eq(ONE) ? 'place' : 'places', language)
        : unit.text;
  return `${number(value, decimals)} ${name}`;
}

/** A figure with the sign of its bound and the decimals it was published with. */
export function figureText(f: Figure): string {
  const sign = f.bound ? `${f.bound} ` : '';
  const own =
    f.how === 'published' || f.how === 'stated'
      ? f.value.toFixed(Math.min(f.decimals, 6))
      : number(f.value, Math.max(2, f.decimals));
  return safe(`${sign}${own} ${f.unit.text}`.trim());
}

/** The period of a figure, for people: Jan–May 2023. */
export const periodText = (f: Pick<Figure, 'period'>, language: Language): string =>
  labelPeriod(f.period, language);

/** A fraction as per cent: 0.083 is 8.3 %. */
export const percentText = (fraction: Decimal): string => `${plain(fraction.times(HUNDRED), 1)} %`;

/** The part done, or of a ceiling the part used up; empty where there is none. */
export function doneText({ completion, used }: Verdict, language: Language): string {
  const part = completion ? percentText(completion) : '';
  return used ? word('used', language, { part }) : part;
}

function comparisonText(c: Comparison, language: Language, due: string): string {
  const value = c.value && formatQuantity(c.value);
  const high = c.high;
  const range =
    c.comparator === 'between' && c.value && high
      ? `${c.value.value.toFixed(c.value.decimals)}–${formatQuantity(high)}`
      : value;
  return say(COMPARATOR, c.comparator, { value: range ?? '', due }, language);
}

const EACH = { month: 'eachMonth', quarter: 'eachQuarter', region: 'eachRegion' } as const;

/** What is promised: ≥ 300 亩, 提高 ≈ 1 百分点, place ≤ 3 in 青岛市各区市. */
export function promiseText(item: Item, language: Language): string {
  if (item.type === 'milestone') return say(COMPARATOR, 'done', { due: item.due.date }, language);
  const form: Form | undefined = item.form ?? item.sameAs?.found?.form;
  if (!form) return '';
  const every = item.each && EACH[item.each];
  const comparison = [every ? word(every, language) : '', comparisonText(form, language, item.due.date)]
    .join(' ')
    .trim();
  if (!form.change) return safe(comparison);
  const bare = form.comparator === 'more_than' && form.value?.value.eq(0) === true;
  const benchmark = form.benchmark?.found?.name ?? form.benchmark?.text ?? '';
  return safe(say(CHANGE, form.change, { comparison: bare ? '' : comparison, benchmark }, language).trim());
}

/** What a stretch asks for: ≥ 350 亩. */
export const stretchText = (c: Comparison, language: Language): string =>
  safe(comparisonText(c, language, ''));

/** Units as the plan writes them, which is shorter than their full names; 等 where others are not named. */
export function unitsText(
  list: readonly Reference<Organisation>[],
  open: boolean,
  language: Language,
): string {
  if (list.length === 0) return '';
  const names = list.map((u) => u.text).join(language === 'zh' ? '、' : ', ');
  return safe(open ? names + word('others', language) : names);
}

/** Why a verdict is what it is, as a sentence; of a long list so many, and how many more there are. */
export function reasonText(verdict: Verdict, language: Language, most = Number.POSITIVE_INFINITY): string {
  const { code, args } = verdict.reason;
  const shown: Record<string, Args[string]> = { ...args };
  for (const [key, list] of Object.entries(args))
    if (Array.isArray(list) && list.length > most + 1)
      shown[key] = [...list.slice(0, most), word('more', language, { count: list.length - most })];
  for (const key of ['status', 'was'])
    if (typeof shown[key] === 'string')
      shown[key] = STATUS[shown[key] as keyof typeof STATUS]?.[language] ?? shown[key];
  return safe(say(REASONS, code, shown, language));
}

/** How far ahead of its pace or behind it, in points; of a ceiling how much more or less is used. */
export function paceGapOf({ paceGap, used }: Verdict) {
  if (!paceGap) return undefined;
  const points = plain(paceGap.times(HUNDRED).abs(), 1);
  const more = paceGap.gt(0);
  const key = points === '0' ? 'onPace' : used ? (more ? 'over' : 'under') : more ? 'ahead' : 'behind';
  return { key, points } as const;
}

/** The canonical text of the as-of month. */
export const monthText = (month: number): string => formatPeriod({ start: month, end: month });
