import { decimal, decimalsOf, LONGEST as MOST_DECIMALS } from '../../model/decimal.ts';
import type { Bound } from '../../model/observation.ts';
import { NOTE_MARK, tidy } from '../text.ts';

/** A cell's figure as text, its decimals kept; what it proves where it is a bound; its sign of per cent. */
export interface Figure {
  readonly number: string;
  readonly bound?: Bound;
  readonly percent?: '%' | '‰';
}

/** What a cell holds: a figure, none, or a text that can't be read as one. */
export type Value = Figure | 'missing' | 'unreadable';

/** Reads a cell. */
export type ValueReader = (text: string) => Value;

/** What stands for a figure that is not there (缺测): blank, dashes, dots, x, colon, slash, NaN. It is never zero. */
const MISSING = /^(?:[-–—−‐]+|\.{2,}|x+|:|\/|nan)?$/i;

/** Words before and after a figure that make it a bound (约数). 以上 and 以下 include the number itself. */
const BEFORE = words({
  '>=': '>= ≥ 不低于 不少于 至少',
  '<=': '<= ≤ 不超过 不高于 不多于 至多 最多',
  '>': '> 超过 超 逾 突破 高于 多于 大于',
  '<': '< 将近 接近 近 不足 不到 不满 低于 少于 小于',
  '≈': '≈ 约 大约 大概',
});
const AFTER = words({
  '>': '多 余',
  '>=': '以上 及以上 +',
  '<': '',
  '<=': '以下 及以下 以内',
  '≈': '左右 上下',
});

function words(byBound: Readonly<Record<Bound, string>>): ReadonlyMap<string, Bound> {
  const pairs = Object.entries(byBound) as [Bound, string][];
  return new Map(
    pairs.flatMap(([bound, text]) =>
      text
        .split(' ')
        .filter((w) => w !== '')
        .map((word) => [word, bound] as const),
    ),
  );
}

const oneOf = (known: ReadonlyMap<string, Bound>): string =>
  [...known.keys()]
    .sort((a, b) => b.length - a.length)
    .map((w) => w.replace(/[+?.*]/g, '\\$&'))
    .join('|');

/** The words before a figure that make it a bound. */
export const BOUND_BEFORE = [...BEFORE.keys()];
/** The words after a figure that make it a bound. */
export const BOUND_AFTER = [...AFTER.keys()];

const PLAIN = /^-?\d{1,20}(?:\.\d{1,20})?$/;
const WORDED = new RegExp(`^(${oneOf(BEFORE)})?\\s*(.*?)\\s*([%‰])?\\s*(${oneOf(AFTER)})?$`);
const PLACE = /^第?(\d+)[位名]$/;
const BRACKETS = /^\(([^()%‰]*)([%‰])?\)$/;
/** A decrease as tables print it: (-)3.2 */
const BRACKETED_SIGN = /^\(\s*([-+−])\s*\)\s*(?=[\d.])/;
/**
 * A sign, digits in groups of three by one separator or in none, decimals, an exponent. No group follows a leading 0: 0,999
 * is a decimal comma.
 */
const NUMBER = /^([-+−])?((?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+|\d+)?(?:\.\d+)?)(e[-+]?\d+)?$/i;

/** Digits of a figure, before and behind its point together. */
const MOST_DIGITS = 40;

/** A number's plain text, without thousands separators; undefined where it is none. */
function plainNumber(text: string, mark: '.' | ','): string | undefined {
  const turned = mark === ',' ? text.replace(/[.,]/g, (c) => (c === ',' ? '.' : ',')) : text;
  const m = NUMBER.exec(turned);
  if (!m?.[2]) return undefined;
  const digits = m[2].replace(/[, ]/g, '').replace(/^(?=\.)/, '0');
  const signed = m[1] === '-' || m[1] === '−' ? `-${digits}` : digits;
  // no statistic has more digits; an exponent without bounds would be written out digit by digit
  const exponent = Number(m[3]?.slice(1) ?? 0);
  if (digits.length > MOST_DIGITS || Math.abs(exponent) > MOST_DIGITS) return undefined;
  const places = decimalsOf(digits) - exponent;
  // what has more decimals than are kept would become another figure, or 0
  if (places > MOST_DECIMALS) return undefined;
  return m[3] ? decimal(`${signed}${m[3]}`).toFixed(Math.max(0, places)) : signed;
}

function readWorded(text: string, mark: '.' | ','): Figure | undefined {
  const m = WORDED.exec(text.replace(BRACKETED_SIGN, '$1'));
  let middle = m?.[2] ?? '';
  let percent = m?.[3];
  const brackets = BRACKETS.exec(middle);
  if (brackets?.[1] !== undefined) {
    if (/^[-+−]/.test(brackets[1])) return undefined;
    middle = `-${brackets[1].trim()}`;
    percent ??= brackets[2];
  }
  const number = plainNumber(middle, mark);
  const [before, after] = [m?.[1], m?.[4]];
  if (number === undefined || (before !== undefined && after !== undefined)) return undefined;
  const bound = BEFORE.get(before ?? '') ?? AFTER.get(after ?? '');
  return { number, ...(bound ? { bound } : {}), ...(percent ? { percent: percent as '%' | '‰' } : {}) };
}

/** Whether a text is a figure but for its marks: a comma or a space after a leading 0 (0,999). */
export const isMarkAfterZero = (text: string): boolean =>
  /^[-+−]?0\d{0,2}[, ]\d{3}(?:[,. ]\d+)*$/.test(tidy(text));

/** Whether a figure stands as spreadsheets show long ones (1.23E+08): digits of it may be missing. */
export const isShortened = (text: string): boolean => {
  const m = /\d(?:\.(\d+))?E\+(\d+)\s*$/.exec(text);
  return m !== null && Number(m[2]) > (m[1]?.length ?? 0);
};

/**
 * A reader of cells: full-width digits, thousands separators, per cent signs, bracketed negatives, bounds
 * (4800多, 近1000, >4800), places (第3位). `missing` are markers beside the usual ones; `mark` is the decimal mark.
 */
export function valueReader(missing: readonly string[] = [], mark: '.' | ',' = '.'): ValueReader {
  const own = new Set(missing.map((m) => tidy(m).toLowerCase()));
  return (raw) => {
    if (mark === '.' && PLAIN.test(raw)) return own.has(raw) ? 'missing' : { number: raw };
    if (NOTE_MARK.test(raw)) return 'unreadable';
    const text = tidy(raw);
    if (MISSING.test(text) || own.has(text.toLowerCase())) return 'missing';
    const place = PLACE.exec(text)?.[1];
    if (place !== undefined) return { number: place };
    return readWorded(text, mark) ?? 'unreadable';
  };
}
