import {
  formatPeriod,
  isWritable,
  lengthOf,
  monthNumber,
  monthOfYear,
  monthPeriod,
  type Period,
  parsePeriod,
  yearOf,
  yearToDate,
} from './period.ts';

/**
 * How a published label is to be taken:
 * `span` the span it names (当期, 当季); `year-to-date` from January to its end (累计);
 * `end` the end of what it names, as a stock is keyed (期末).
 */
export type Basis = 'span' | 'year-to-date' | 'end';

export interface LabelContext {
  /** How the series' figures are to be taken. */
  readonly basis: Basis;
  /** The year of a label that names none. */
  readonly year?: number;
}

/** Why a label could not be read. */
export type LabelFault =
  | 'unreadable'
  | 'no-year'
  | 'no-such-month'
  | 'backwards'
  | 'mid-month'
  | 'ambiguous'
  | 'a-day';

export type LabelResult = { readonly period: Period } | { readonly fault: LabelFault };

const CHINESE = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const ENGLISH = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const number = (text: string): number => (/^\d+$/.test(text) ? Number(text) : CHINESE.indexOf(text) + 1);
const english = (text: string): number => ENGLISH.indexOf(text.slice(0, 3)) + 1;

const N = '(\\d{1,2}|十[一二]?|[一二三四五六七八九])';
const MONTH =
  '(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december)';

/** A month range of a year, both 1 to 12; `point` marks labels that name a moment (截至…, …底). */
interface Found {
  readonly from: number;
  readonly to: number;
  readonly point?: boolean;
  /** 当月: the month itself, whatever the basis. */
  readonly itself?: boolean;
}

const quarter = (n: number): Found => ({ from: n * 3 - 2, to: n * 3 });
const point = (month: number): Found => ({ from: month, to: month, point: true });
const oneMonth = (n: number): Found => ({ from: n, to: n });
const isMonth = (n: number): boolean => n >= 1 && n <= 12;
const endOf = (n: number): Found | LabelFault => (isMonth(n) ? point(n) : 'no-such-month');
/** 初 is the 1st to the 10th: the end of the month before (0 is December of the year before). */
const beginningOf = (n: number): Found | LabelFault => (isMonth(n) ? point(n - 1) : 'no-such-month');

const BODIES: readonly (readonly [RegExp, (a: string, b: string) => Found | LabelFault])[] = [
  [/^(?:全年|年度)?$/, () => ({ from: 1, to: 12 })],
  [/^(?:上半年|h1|s1)$/, () => ({ from: 1, to: 6 })],
  [/^(?:下半年|h2|s2)$/, () => ({ from: 7, to: 12 })],
  [/^前([一二三四1-4])季度$/, (n) => ({ from: 1, to: number(n) * 3 })],
  [new RegExp(`^前${N}个月$`), (n) => ({ from: 1, to: number(n) })],
  [/^[一1]-([二三四2-4])季度$/, (n) => ({ from: 1, to: number(n) * 3 })],
  [/^第?([一二三四1-4])季度?$/, (n) => quarter(number(n))],
  [/^第?([一二三四1-4])季度[底末]$/, (n) => endOf(number(n) * 3)],
  [/^q([1-4])$/, (n) => quarter(number(n))],
  [/^(?:年底|年末)$/, () => point(12)],
  [new RegExp(`^${N}月?-${N}月$`), (from, to) => ({ from: number(from), to: number(to) })],
  [new RegExp(`^${N}月$`), (n) => oneMonth(number(n))],
  [new RegExp(`^${N}月当月$`), (n) => ({ ...oneMonth(number(n)), itself: true })],
  [new RegExp(`^${N}月[底末]$`), (n) => endOf(number(n))],
  [new RegExp(`^${N}月初$`), (n) => beginningOf(number(n))],
  [new RegExp(`^${N}月[中上下]旬?$`), () => 'mid-month'],
  [/^m?(0[1-9]|1[0-2])$/, (n) => oneMonth(number(n))],
  [/^m([1-9])$/, (n) => oneMonth(number(n))],
];

function readDay(month: number, day: number, year: number): Found | LabelFault {
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day === days) return endOf(month);
  if (day >= 1 && day <= 10) return beginningOf(month);
  return day >= 1 && day < days ? 'mid-month' : 'no-such-month';
}

function readBody(body: string, year: number): Found | LabelFault {
  for (const [pattern, make] of BODIES) {
    const m = pattern.exec(body);
    if (m) return make(m[1] ?? '', m[2] ?? '');
  }
  const day = new RegExp(`^${N}月(\\d{1,2})[日号]$`).exec(body);
  return day ? readDay(number(day[1] ?? ''), Number(day[2]), year) : 'unreadable';
}

function settle(found: Found | LabelFault, year: number, basis: Basis): LabelResult {
  if (typeof found === 'string') return { fault: found };
  if (found.to > 12 || found.from > 12 || (!found.point && found.from < 1)) return { fault: 'no-such-month' };
  if (found.from > found.to) return { fault: 'backwards' };
  return apply({ start: monthNumber(year, found.from), end: monthNumber(year, found.to) }, basis, found);
}

function apply(span: Period, basis: Basis, found: Pick<Found, 'point' | 'itself'> = {}): LabelResult {
  const period = taken(span, basis, found);
  return isWritable(period) ? { period } : { fault: 'no-such-month' };
}

function taken(span: Period, basis: Basis, { point, itself }: Pick<Found, 'point' | 'itself'>): Period {
  if (itself) return span;
  if (basis === 'end') return monthPeriod(span.end);
  return (point || basis === 'year-to-date') && lengthOf(span) <= 12 ? yearToDate(span.end) : span;
}

/** Text as labels are compared: NFKC, no spaces, one dash, lower case; the 至 of 截至 is no dash. */
const normalise = (label: string): string =>
  label
    .normalize('NFKC')
    .replace(/^\s*截\s*[至止到]/, '截止')
    .replace(/[—–−‐‑~～至到]+/g, '-')
    .replace(/(\d)\s+(?=q[1-4]|[hs][12])/gi, '$1')
    .replace(/\s+/g, '')
    .replace(/月份/g, '月')
    .replace(/年份/g, '年')
    .toLowerCase();

function readEnglish(text: string, context: LabelContext): LabelResult | undefined {
  const range = new RegExp(`^${MONTH}(?:-${MONTH})?[.,]?(\\d{4})$`).exec(text);
  if (range) {
    const from = english(range[1] ?? '');
    return settle({ from, to: range[2] ? english(range[2]) : from }, Number(range[3]), context.basis);
  }
  const turned = /^(q[1-4]|[hs][12])(\d{4})$/.exec(text);
  return turned ? settle(readBody(turned[1] ?? '', 0), Number(turned[2]), context.basis) : undefined;
}

/**
 * Reads a period label as statistics publish it (METHOD §1): 2024年5月, 1—5月, 上半年, 截至2024年7月初, 2024Q1,
 * May 2024 … A label without a year takes it from the context, never from the clock.
 */
export function readPeriodLabel(label: string, context: LabelContext): LabelResult {
  let text = normalise(label);
  const until = text.startsWith('截止');
  if (until) text = text.slice(2);
  if (text === '') return { fault: 'unreadable' };
  // 1-5月累计: the label itself says that it is cumulative; a stock stays a moment
  if (/.累计$/.test(text)) {
    text = text.slice(0, -2);
    context = context.basis === 'end' ? context : { ...context, basis: 'year-to-date' };
  }
  const canonical = /^\d{4}(-(q[1-4]|s[12]|\d{2}))?(\/\d{4}(-(q[1-4]|s[12]|\d{2}))?)?$/.test(text);
  if (canonical) {
    const span = parsePeriod(text.toUpperCase());
    return span ? apply(span, context.basis, { point: until }) : { fault: 'no-such-month' };
  }
  const worded = readEnglish(text, context);
  if (worded) return worded;

  const years = /^(\d{4})年?-(\d{4})年?$/.exec(text);
  if (years) {
    const [a, b] = [Number(years[1]), Number(years[2])];
    return a < b ? apply({ start: a * 12, end: b * 12 + 11 }, context.basis) : { fault: 'backwards' };
  }
  const twice = new RegExp(`^(\\d{4})年${N}月-(\\d{4})年${N}月$`).exec(text);
  if (twice) {
    const [m1, m2] = [number(twice[2] ?? ''), number(twice[4] ?? '')];
    if (m1 > 12 || m2 > 12 || m1 < 1 || m2 < 1) return { fault: 'no-such-month' };
    const span = { start: monthNumber(Number(twice[1]), m1), end: monthNumber(Number(twice[3]), m2) };
    return span.start <= span.end ? apply(span, context.basis) : { fault: 'backwards' };
  }
  const compact = /^(\d{4})(\d{2})$/.exec(text) ?? /^(\d{4})[./](\d{1,2})$/.exec(text);
  if (compact) {
    const month = compact[2] ?? '';
    // a spreadsheet turns 2016.10 into 2016.1: January or October, so it is not guessed
    if (month === '1' && text.includes('.')) return { fault: 'ambiguous' };
    return settle(
      { from: Number(month), to: Number(month), point: until },
      Number(compact[1]),
      context.basis,
    );
  }
  const dated = /^(\d{4})(?:年(?:度(?=$))?|-|\.|(?=[qhsm]\d)|$)(.*)$/.exec(text);
  const year = dated ? Number(dated[1]) : context.year;
  const body = dated ? (dated[2] ?? '') : text;
  const ending = /^年[底末]$/.test(body) || /^[底末]$/.test(body) ? '年底' : body;
  const found = readBody(ending, year ?? 2000);
  if (typeof found === 'string') return { fault: found };
  if (year === undefined) return { fault: 'no-year' };
  // 2024年5月31日 of an amount: the day, or the year up to it? 截至 would say
  if (/[日号]$/.test(body) && !until && context.basis === 'span') return { fault: 'a-day' };
  return settle(until ? { ...found, point: true } : found, year, context.basis);
}

const CN_QUARTER = ['一', '二', '三', '四'];
const EN_MONTH = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A span as people write it: `2024年1—5月`, `2024年一季度`; `Jan–May 2024`, `2024 Q1`. */
export function labelPeriod(p: Period, language: 'en' | 'zh'): string {
  const text = formatPeriod(p);
  const year = yearOf(p.start);
  const [a, b] = [monthOfYear(p.start), monthOfYear(p.end)];
  if (/^\d{4}$/.test(text)) return language === 'zh' ? `${text}年` : text;
  if (/^\d{4}\/\d{4}$/.test(text))
    return language === 'zh' ? `${text.replace('/', '—')}年` : text.replace('/', '–');
  const part = /-([QS])(\d)$/.exec(text);
  if (part) {
    const n = Number(part[2]);
    if (part[1] === 'S') return language === 'zh' ? `${year}年${n === 1 ? '上' : '下'}半年` : `H${n} ${year}`;
    return language === 'zh' ? `${year}年${CN_QUARTER[n - 1]}季度` : `Q${n} ${year}`;
  }
  if (yearOf(p.end) !== year)
    return language === 'zh'
      ? `${year}年${a}月—${yearOf(p.end)}年${b}月`
      : `${EN_MONTH[a - 1]} ${year} – ${EN_MONTH[b - 1]} ${yearOf(p.end)}`;
  if (a === b) return language === 'zh' ? `${year}年${a}月` : `${EN_MONTH[a - 1]} ${year}`;
  return language === 'zh' ? `${year}年${a}—${b}月` : `${EN_MONTH[a - 1]}–${EN_MONTH[b - 1]} ${year}`;
}
