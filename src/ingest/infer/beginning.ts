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

/** The bytes up to the last end of a line among the first so many: no character is cut there. */
export function firstBytes(bytes: Uint8Array, most: number): Uint8Array {
  // in UTF-16 the byte of a line end is half a character
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const end = wide || bytes.length <= most ? -1 : bytes.lastIndexOf(0x0a, most);
  return end < 0 ? bytes : bytes.subarray(0, end + 1);
}
