import { fault, UserError } from '../../model/diagnostic.ts';
import type { Place } from '../place.ts';
import type { Chunks } from './chunks.ts';

/** A decoder of an encoding, by its name in the WHATWG Encoding Standard; `fatal`: it throws where it can't decode. */
export const decoder = (encoding: string, fatal = true) => new TextDecoder(encoding, { fatal });

/** The line and column of a byte, counted in characters of the encoding. */
export function placeOf(chunks: Chunks, offset: number, encoding: string): Place {
  const decode = decoder(encoding, false);
  let [line, column, left, before] = [1, 1, offset, ''];
  const count = (text: string): void => {
    for (const char of text) {
      const ends = char === '\n' || char === '\r';
      if (ends && !(char === '\n' && before === '\r')) line++;
      column = ends ? 1 : column + char.length;
      before = char;
    }
  };
  for (const chunk of chunks()) {
    count(decode.decode(chunk.subarray(0, left), { stream: true }));
    left -= chunk.length;
    if (left <= 0) break;
  }
  return { line, column };
}

/** How many bytes from the start can be decoded; undefined where all can. A character cut at the end can't. */
export function badByte(chunks: Chunks, encoding: string): number | undefined {
  let decode = decoder(encoding);
  let offset = 0;
  for (const chunk of chunks()) {
    try {
      decode.decode(chunk, { stream: true });
      offset += chunk.length;
    } catch {
      decode = decoder(encoding);
      let at = 0;
      for (const again of chunks()) {
        if (at + again.length <= offset) decode.decode(again, { stream: true });
        else
          for (let i = 0; i < again.length; i++)
            try {
              decode.decode(again.subarray(i, i + 1), { stream: true });
            } catch {
              return at + i;
            }
        at += again.length;
      }
    }
  }
  try {
    decode.decode();
    return undefined;
  } catch {
    return offset - cutBytes(chunks, offset, encoding);
  }
}

/** How many bytes at the end are those of a character that was cut. */
function cutBytes(chunks: Chunks, length: number, encoding: string): number {
  for (let cut = 1; cut < 4; cut++) {
    const decode = decoder(encoding);
    let at = 0;
    try {
      for (const chunk of chunks()) {
        decode.decode(chunk.subarray(0, Math.max(0, length - cut - at)), { stream: true });
        at += chunk.length;
      }
      decode.decode();
      return cut;
    } catch {
      // one byte more
    }
  }
  return 1;
}

function byteAt(chunks: Chunks, offset: number): string {
  let at = 0;
  for (const chunk of chunks()) {
    if (offset < at + chunk.length)
      return (chunk[offset - at] ?? 0).toString(16).padStart(2, '0').toUpperCase();
    at += chunk.length;
  }
  return '00';
}

/** The error for a byte that can't be decoded, at its line and column. */
export function undecodable(
  chunks: Chunks,
  offset: number,
  encoding: string,
  file: string,
  code: string,
): UserError {
  const args = { encoding, offset, byte: byteAt(chunks, offset) };
  return new UserError(fault(code, args, { file, ...placeOf(chunks, offset, encoding) }));
}
