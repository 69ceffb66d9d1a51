import { format, getFormatFromId, isDateFormat } from 'numfmt';
import { decimal } from '../../model/decimal.ts';

const MONTH = 'yyyy"年"m"月"';
const DAY = 'm"月"d"日"';

/** Formats that a file names by number alone, as the standard has them for Chinese (ECMA-376-1, 18.8.30, zh-cn). */
const CHINESE: Readonly<Record<number, string>> = {
  27: MONTH,
  28: DAY,
  29: DAY,
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  36: MONTH,
  50: MONTH,
  51: DAY,
  52: MONTH,
  53: DAY,
  54: DAY,
  57: MONTH,
  58: DAY,
};
const LAST_BUILT_IN = 81;

/** The number format (数字格式) of a number that the file itself does not define. */
export const builtIn = (id: number): string =>
  CHINESE[id] ?? (id <= LAST_BUILT_IN ? getFormatFromId(id, 'zh-CN') : 'General');

/** A number format ready for use. */
interface Style {
  readonly pattern: string;
  readonly date: boolean;
  readonly general: boolean;
  /** It shows a few digits and a power of ten (1.23E+08), and leaves the others out. */
  readonly scientific: boolean;
}

const styles = new Map<string, Style>();

/** Characters of the longest number format: a spreadsheet takes no more, and reading one takes their square. */
const LONGEST = 255;
/** A number format that can't be read. */
const UNREADABLE: Style = { pattern: '[', date: false, general: false, scientific: false };

/** Digits that a spreadsheet keeps of a number. */
const DIGITS = 15;
/** The days that a spreadsheet can show, and how many lie between its two calendars (1900, 1904). */
const [LAST_DAY, BETWEEN] = [2_958_466, 1462];

/**
 * A number format as `numfmt` reads it. Chinese versions name the general format in Chinese and escape with `!`; a long
 * date stands as the system would have it; the language of a currency does not change the marks of its number.
 */
function styleOf(code: string): Style {
  if (code.length > LONGEST) return UNREADABLE;
  let style = styles.get(code);
  if (!style) {
    const pattern = /^\[\$-F800\]/i.test(code)
      ? 'yyyy"年"m"月"d"日"'
      : code
          .replaceAll('G/通用格式', 'General')
          .replace(/"[^"]*"|!(.)/g, (whole, char?: string) => (char === undefined ? whole : `\\${char}`));
    const general = /^(?:\[[^\]]*\])*(?:General|@)?$/i.test(pattern);
    const date = !general && isDateFormat(pattern);
    const bare = pattern.replace(/\[\$([^\]-]*)[^\]]*\]/g, (_, currency: string) => `"${currency}"`);
    const scientific = !date && /[0#?]E[+-]/i.test(pattern.replace(/"[^"]*"|\\./g, ''));
    style = { pattern: date ? pattern : bare, general, date, scientific };
    styles.set(code, style);
  }
  return style;
}

/** A number in plain digits, 15 of them, as a spreadsheet keeps it: 0.1 + 0.2 is 0.3, and 1891153.7 stays what it is. */
function plain(value: number): string {
  const exact = String(value);
  const text = exact.length <= DIGITS ? exact : String(Number(value.toPrecision(DIGITS)));
  return text.includes('e') ? decimal(text).toFixed() : text;
}

/** Whether a number format makes dates of numbers. */
export const isDate = (code: string): boolean => styleOf(code).date;

/**
 * A number as the workbook shows it (显示值): by its number format, rounded as that says (1.005 as 0.00 is 1.01); in the
 * general format, and in one that shows a power of ten, with all its digits, whatever the width of its column. A date
 * before 1900 stands as ######, as in the workbook. Two things are not as shown, or a figure would be lost: a zero whose format makes it a dash is 0, for a dash
 * means that there is no figure; and a number whose format can't be read stands with the format behind it, which is no
 * figure.
 */
export function shown(value: number, code: string, since1904: boolean): string {
  const style = styleOf(code);
  const { pattern, date, general, scientific } = style;
  if (general || scientific) return plain(value);
  const day = date && since1904 ? value + BETWEEN : value;
  if (date && !(day >= 0 && day < LAST_DAY)) return '######';
  try {
    if (style === UNREADABLE) throw new RangeError();
    const text = format(pattern, day).trim();
    return value === 0 && /^[-–—]+$/.test(text) ? '0' : text;
  } catch {
    return `${plain(value)} [${code.slice(0, LONGEST)}]`;
  }
}
