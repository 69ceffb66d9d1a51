import { Buffer } from 'node:buffer';
import { decode } from '../table/decode.ts';
import { type Block, headOf, tableOf } from '../table/table.ts';

/** A text's first lines, so many and those after them up to one at which every quote that opened is closed. */
export function firstLines(text: string, lines: number): string {
  let open = false;
  let seen = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') open = !open;
    else if (text[i] === '\n' && ++seen >= lines && !open) return text.slice(0, i + 1);
  }
  return text;
}

/** A text that was cut somewhere, without the row it was cut in. */
export function wholeRows(text: string): string {
  let open = false;
  let end = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') open = !open;
    else if (text[i] === '\n' && !open) end = i + 1;
  }
  return text.slice(0, end);
}

/** Bytes that were cut somewhere, up to their last end of a line: no character is cut there. */
export function upToLineEnd(bytes: Uint8Array): Uint8Array {
  // in UTF-16 the byte of a line end is half a character
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const end = wide ? -1 : bytes.lastIndexOf(0x0a);
  return end < 0 ? bytes : bytes.subarray(0, end + 1);
}

/** Bytes as text, and their encoding. Throws UserError as `decode` does. */
export function textOf(bytes: Uint8Array, file: string, asked?: string): { encoding: string; text: string } {
  const { encoding, utf8 } = decode(() => [bytes], file, asked);
  return { encoding, text: Buffer.concat([...utf8()]).toString() };
}

/** All rows of a text. Throws UserError as going through a table does. */
export const rowsOf = (text: string, file: string, delimiter: string): Block['rows'] =>
  headOf(
    tableOf(() => [Buffer.from(text)], file, delimiter),
    Number.POSITIVE_INFINITY,
  ).rows;
