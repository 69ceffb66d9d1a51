import { Buffer } from 'node:buffer';
import { fault, UserError } from '../../model/diagnostic.ts';
import type { Chunks } from './chunks.ts';

/** Whole rows of a delimited text, as UTF-8. */
export interface Cut {
  readonly bytes: Buffer;
  /** The line its first row begins on, from 1. */
  readonly line: number;
  /** The last piece of a text without a line end at its end: its last row may have been cut. */
  readonly open: boolean;
}

const [LF, CR, QUOTE] = [0x0a, 0x0d, 0x22];

/** No row of an export is as long; one that is would have to be held in memory whole. */
export const LONGEST_ROW = 4 << 20;

/** Where the piece being read stands: how far whole rows reach, and the lines so far. */
class Scan {
  /** Behind the last line end outside quotes. */
  whole = 0;
  /** Lines up to `whole`. */
  lines = 0;
  /** Line ends since, which stand inside quotes. */
  #within = 0;
  #quoted = false;
  #at = 0;

  /** Whether the last row goes on inside a quote. */
  get quoted(): boolean {
    return this.#quoted;
  }

  /** Goes on to the end of the bytes; a CR at their very end waits, because an LF may follow. */
  on(bytes: Buffer, last: boolean): void {
    const rest = bytes.subarray(this.#at);
    if (!this.#quoted && this.#within === 0 && !rest.includes(QUOTE) && !rest.includes(CR))
      this.#plain(bytes, rest);
    else this.#each(bytes, last);
  }

  /** Where every line is a row. */
  #plain(bytes: Buffer, rest: Buffer): void {
    const end = rest.lastIndexOf(LF) + 1;
    if (end > 0) {
      for (let at = rest.indexOf(LF); at >= 0; at = rest.indexOf(LF, at + 1)) this.lines++;
      this.whole = this.#at + end;
    }
    this.#at = bytes.length;
  }

  #each(bytes: Buffer, last: boolean): void {
    let i = this.#at;
    for (; i < bytes.length; i++) {
      const byte = bytes[i];
      if (byte === QUOTE) this.#quoted = !this.#quoted;
      else if (byte === LF || byte === CR) {
        if (byte === CR) {
          if (i + 1 === bytes.length && !last) break;
          if (bytes[i + 1] === LF) i++;
        }
        this.#within++;
        if (this.#quoted) continue;
        this.lines += this.#within;
        this.#within = 0;
        this.whole = i + 1;
      }
    }
    this.#at = i;
  }

  /** The whole rows have been taken off. */
  taken(): void {
    this.#at -= this.whole;
    this.whole = 0;
    this.lines = 0;
  }
}

function tooLong(file: string, line: number, quoted: boolean): UserError {
  const code = quoted ? 'ingest/open-quote' : 'ingest/line-too-long';
  return new UserError(fault(code, { most: LONGEST_ROW >> 20 }, { file, line }));
}

/**
 * Cuts a text between rows, wherever its pieces end: at line ends (CR, LF or CRLF) outside quotes. Throws UserError
 * where a row is longer than any export's, so that memory stays bounded.
 */
export function* cutRows(chunks: Chunks, file: string): Iterable<Cut> {
  let pending: Buffer = Buffer.alloc(0);
  let line = 1;
  const scan = new Scan();
  for (const chunk of chunks()) {
    pending = pending.length > 0 ? Buffer.concat([pending, chunk]) : Buffer.from(chunk);
    scan.on(pending, false);
    if (pending.length - scan.whole > LONGEST_ROW) throw tooLong(file, line + scan.lines, scan.quoted);
    if (scan.whole === 0) continue;
    yield { bytes: pending.subarray(0, scan.whole), line, open: false };
    line += scan.lines;
    pending = Buffer.from(pending.subarray(scan.whole));
    scan.taken();
  }
  scan.on(pending, true);
  if (pending.length > 0) yield { bytes: pending, line, open: scan.whole < pending.length };
}
