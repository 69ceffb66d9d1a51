import { Buffer, isUtf8 } from 'node:buffer';
import type { Chunks } from './chunks.ts';

/** Bytes beyond ASCII that a line of GB18030 is unlikely to have as well-formed UTF-8: four Chinese characters. */
export const EVIDENCE = 12;

/** What a file is found to be in one pass through its bytes, before it is decoded. */
export interface Inspection {
  /** It has nothing but white space and zero bytes. */
  readonly blank: boolean;
  /** Where its first zero byte stands; −1: nowhere. */
  readonly zero: number;
  /** Whether it is UTF-8; `cut`: but for a character that was begun at its end. */
  readonly utf8: boolean | 'cut';
}

const BLANK: ReadonlySet<number> = new Set([0, 0x20, 0x09, 0x0a, 0x0d]);

/** How many bytes at the end of a piece are the beginning of a character of UTF-8 that goes on in the next. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** Reads pieces of a file as UTF-8, wherever they end. */
class Utf8Check {
  #carry: Uint8Array = new Uint8Array();
  #good = true;
  /** Bytes beyond ASCII, counted as far as they are evidence. */
  #beyond = 0;

  /** Reads the next piece. */
  add(chunk: Uint8Array): void {
    if (!this.#good) return;
    const bytes = this.#carry.length > 0 ? Buffer.concat([this.#carry, chunk]) : chunk;
    const whole = bytes.length - unfinished(bytes);
    this.#good = isUtf8(bytes.subarray(0, whole));
    for (let i = 0; i < bytes.length && this.#beyond < EVIDENCE; i++)
      if ((bytes[i] ?? 0) >= 0x80) this.#beyond++;
    this.#carry = Buffer.from(bytes.subarray(whole));
  }

  /** What all pieces came to. */
  result(): Inspection['utf8'] {
    if (!this.#good) return false;
    if (this.#carry.length === 0) return true;
    return this.#beyond < EVIDENCE ? false : 'cut';
  }
}

/** Looks through a file once. */
export function inspect(chunks: Chunks): Inspection {
  const utf8 = new Utf8Check();
  let [blank, zero, offset] = [true, -1, 0];
  for (const chunk of chunks()) {
    blank &&= !chunk.some((b) => !BLANK.has(b));
    if (zero < 0) {
      const found = chunk.indexOf(0);
      if (found >= 0) zero = offset + found;
    }
    utf8.add(chunk);
    offset += chunk.length;
  }
  return { blank, zero, utf8: utf8.result() };
}
