import { Buffer, isAscii, isUtf8 } from 'node:buffer';
import { fault, UserError } from '../../model/diagnostic.ts';
import type { Place } from '../place.ts';
import { type Chunks, firstBytes } from './chunks.ts';

/** An export as text: the encoding it was found to be in, and its text as UTF-8 without a mark. */
export interface Decoded {
  readonly encoding: string;
  readonly utf8: Chunks;
}

const MARKS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

const LF = 0x0a;

const begins = (bytes: Uint8Array, with_: readonly number[]): boolean =>
  with_.every((b, i) => bytes[i] === b);

const decoder = (encoding: string, fatal = true) => new TextDecoder(encoding, { fatal });

/** The line and column of a byte, counted in characters of the encoding. */
function placeOf(chunks: Chunks, offset: number, encoding: string): Place {
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
function badByte(chunks: Chunks, encoding: string): number | undefined {
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

function undecodable(
  chunks: Chunks,
  offset: number,
  encoding: string,
  file: string,
  code: string,
): UserError {
  const args = { encoding, offset, byte: byteAt(chunks, offset) };
  return new UserError(fault(code, args, { file, ...placeOf(chunks, offset, encoding) }));
}

/** Refuses what has a zero byte and what has nothing but white space. */
function refuseBinary(chunks: Chunks, file: string): void {
  let offset = 0;
  for (const chunk of chunks()) {
    const zero = chunk.indexOf(0);
    if (zero >= 0) {
      const { line } = placeOf(chunks, offset + zero, 'latin1');
      throw new UserError(fault('ingest/binary', { offset: offset + zero }, { file, line }));
    }
    offset += chunk.length;
  }
}

/** Bytes beyond ASCII that a line of GB18030 is unlikely to have as well-formed UTF-8: four Chinese characters. */
const EVIDENCE = 12;
/** How many bytes at the end of a piece are the beginning of a character of UTF-8 that goes on in the next. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** Whether a file is UTF-8; `cut`: but for a character that was begun at its end. */
function readsAsUtf8(chunks: Chunks): boolean | 'cut' {
  let carry: Uint8Array = new Uint8Array();
  let beyond = 0;
  for (const chunk of chunks()) {
    const bytes = carry.length > 0 ? Buffer.concat([carry, chunk]) : chunk;
    const cut = unfinished(bytes);
    if (!isUtf8(bytes.subarray(0, bytes.length - cut))) return false;
    for (let i = 0; i < bytes.length && beyond < EVIDENCE; i++) if ((bytes[i] ?? 0) >= 0x80) beyond++;
    carry = Buffer.from(bytes.subarray(bytes.length - cut));
  }
  if (carry.length === 0) return true;
  return beyond < EVIDENCE ? false : 'cut';
}

/** What speaks for an encoding: the length of the lines that are in it. */
interface Survey {
  utf8: number;
  other: number;
  /** Where the first line begins that can hardly be anything but UTF-8, and the first that is none; −1: nowhere. */
  firstUtf8: number;
  firstOther: number;
  /** Whether that one is GB18030. */
  isGb: boolean;
}

/** Lines that are no UTF-8 that are looked at for being UTF-8 with a damaged character. */
const LOOKED_INTO = 1000;
/** A line longer than this is looked at in pieces. */
const LONGEST = 1 << 20;

/** Whether a line that is no UTF-8 was meant as such: of another encoding, nearly all of it would be replaced. */
function isDamaged(line: Uint8Array): boolean {
  let [good, bad] = [0, 0];
  for (const char of decoder('utf-8', false).decode(line))
    if (char === '\uFFFD') bad++;
    else if (char > '\u07FF') good++;
  return good > bad * 2;
}

function isGb18030(line: Uint8Array): boolean {
  try {
    decoder('gb18030').decode(line);
    return true;
  } catch {
    return false;
  }
}

/** Whether UTF-8 has Chinese characters here, so many that GB18030 can hardly look like it by chance. */
const isPlainUtf8 = (line: Uint8Array): boolean =>
  line.filter((b) => b >= 0xe4 && b <= 0xe9).length * 3 >= EVIDENCE &&
  line.filter((b) => b >= 0x80).length >= EVIDENCE;

/** Looks at each line for itself; lines in ASCII are both. */
function survey(chunks: Chunks): Survey {
  const found: Survey = { utf8: 0, other: 0, firstUtf8: -1, firstOther: -1, isGb: false };
  let looked = 0;
  const look = (line: Uint8Array, offset: number): void => {
    if (isAscii(line)) return;
    if (isUtf8(line)) {
      found.utf8 += line.length;
      if (found.firstUtf8 < 0 && isPlainUtf8(line)) found.firstUtf8 = offset;
    } else if (looked++ < LOOKED_INTO && isDamaged(line)) found.utf8 += line.length;
    else {
      found.other += line.length;
      if (found.firstOther >= 0) return;
      found.firstOther = offset;
      found.isGb = isGb18030(line);
    }
  };
  let carry: Uint8Array = new Uint8Array();
  let offset = 0;
  for (const chunk of chunks()) {
    const bytes = carry.length > 0 ? Buffer.concat([carry, chunk]) : chunk;
    let from = 0;
    for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, from)) {
      look(bytes.subarray(from, end), offset + from);
      from = end + 1;
    }
    if (bytes.length - from > LONGEST) {
      look(bytes.subarray(from), offset + from);
      from = bytes.length;
    }
    carry = Buffer.from(bytes.subarray(from));
    offset += from;
  }
  look(carry, offset);
  return found;
}

/** The decoder of an encoding that was asked for; its name is one of the WHATWG Encoding Standard. */
function named(encoding: string, file: string): string {
  try {
    return decoder(encoding).encoding;
  } catch {
    throw new UserError(fault('ingest/unknown-encoding', { encoding }, { file }));
  }
}

function detect(chunks: Chunks, file: string): string {
  const reads = readsAsUtf8(chunks);
  if (reads === true) return 'utf-8';
  const { utf8, other, firstUtf8, firstOther, isGb } = survey(chunks);
  if (firstUtf8 >= 0 && isGb && reads !== 'cut') {
    const names = firstUtf8 < firstOther ? ['utf-8', 'gb18030'] : ['gb18030', 'utf-8'];
    const { line } = placeOf(chunks, Math.max(firstUtf8, firstOther), 'latin1');
    const args = { before: names[0] ?? '', encoding: names[1] ?? '' };
    throw new UserError(fault('ingest/mixed-encodings', args, { file, line }));
  }
  if (reads === 'cut' || utf8 > other)
    throw undecodable(chunks, badByte(chunks, 'utf-8') ?? 0, 'utf-8', file, 'ingest/damaged-utf8');
  const bad = badByte(chunks, 'gb18030');
  if (bad !== undefined) throw undecodable(chunks, bad, 'gb18030', file, 'ingest/undecodable');
  return 'gb18030';
}

function* transcoded(chunks: Chunks, encoding: string): Iterable<Uint8Array> {
  const decode = decoder(encoding);
  for (const chunk of chunks()) yield Buffer.from(decode.decode(chunk, { stream: true }));
  const rest = decode.decode();
  if (rest !== '') yield Buffer.from(rest);
}

function* behindMark(chunks: Chunks, mark: readonly number[]): Iterable<Uint8Array> {
  let left = mark.length;
  for (const chunk of chunks()) {
    if (left < chunk.length) yield chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}

const BLANK = new Set([0, 0x20, 0x09, 0x0a, 0x0d]);

function isEmpty(chunks: Chunks): boolean {
  for (const chunk of chunks()) if (chunk.some((b) => !BLANK.has(b))) return false;
  return true;
}

/**
 * Finds the encoding of an export: its byte order mark, else the encoding asked for, else strict UTF-8 over the
 * whole file, else GB18030 (国标码). The whole file is gone through, because a sample can end inside a character, and
 * UTF-8 with one damaged character would be read as GB18030 and give nonsense (乱码) without an error.
 * Throws UserError, with line and column, where it is empty, binary, in none of these or in two of them.
 */
export function decode(chunks: Chunks, file: string, asked?: string): Decoded {
  const start = firstBytes(chunks, 3);
  const mark = MARKS.find(([, magic]) => begins(start, magic));
  const body: Chunks = mark ? () => behindMark(chunks, mark[1]) : chunks;
  if (isEmpty(body)) throw new UserError(fault('ingest/empty-file', {}, { file }));
  const given = mark?.[0] ?? (asked === undefined ? undefined : named(asked, file));
  if (!given?.startsWith('utf-16')) refuseBinary(body, file);
  if (given !== undefined && !(given === 'utf-8' && readsAsUtf8(body) === true)) {
    const bad = badByte(body, given);
    if (bad !== undefined) throw undecodable(body, bad, given, file, 'ingest/undecodable');
  }
  const encoding = given ?? detect(body, file);
  return { encoding, utf8: encoding === 'utf-8' ? body : () => transcoded(body, encoding) };
}
