import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** How many columns a text takes in a terminal: a Chinese character takes two. */
export const widthOf = (text: string): number => stringWidth(text);

/** Wraps a text at a display width; Chinese text breaks anywhere, nothing is lost. */
export const wrap = (text: string, width: number): string =>
  wrapAnsi(text, Math.max(2, width), { hard: true, trim: true });

/** Pads a text with spaces to a display width. */
export const pad = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));
