import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** Columns of one UTF-16 unit of the scripts nearly all our text is in; undefined: ask the library. */
function columnsOf(code: number): 1 | 2 | undefined {
  if (code >= 0x20 && code < 0x7f) return 1;
  if (code >= 0x4e00 && code <= 0x9fff) return 2; // Chinese characters
  if (code >= 0x3001 && code <= 0x3020) return 2; // 、。《》
  if (code >= 0xff01 && code <= 0xff60) return 2; // full-width forms
  if (code === 0xb7 || (code >= 0x2012 && code <= 0x2026) || (code >= 0x2260 && code <= 0x2265)) return 1; // · – … ≥
  return undefined;
}

/** What begins a sequence that sets a colour, and all of it: it takes no columns. */
const ESCAPE = 0x1b;
const COLOUR = new RegExp(`${String.fromCharCode(ESCAPE)}\\[[0-9;]*m`, 'y');

/**
 * How many columns a text takes in a terminal: a Chinese character takes two. What the library would find for plain
 * Chinese and English text is added up here, because it searches every text for emoji first, which takes longest.
 */
export function widthOf(text: string): number {
  let columns = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === ESCAPE) {
      COLOUR.lastIndex = i;
      if (!COLOUR.test(text)) return stringWidth(text);
      i = COLOUR.lastIndex - 1;
      continue;
    }
    const own = columnsOf(code);
    if (own === undefined) return stringWidth(text);
    columns += own;
  }
  return columns;
}

const fits = (text: string, width: number): boolean =>
  text.split('\n').every((line) => widthOf(line) <= width);

/** Wraps a text at a display width; Chinese text breaks anywhere, nothing is lost. */
export const wrap = (text: string, width: number): string =>
  fits(text, width) ? text : wrapAnsi(text, Math.max(2, width), { hard: true, trim: true });

/** Pads a text with spaces to a display width, behind it or, to stand at the right, before it. */
export function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'right' ? space + text : text + space;
}
