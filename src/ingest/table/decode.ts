import { Buffer } from 'node:buffer';
import { fault, UserError } from '../../model/diagnostic.ts';
import { type Chunks, firstBytes } from './chunks.ts';
import { detect } from './detect.ts';
import { inspect } from './inspect.ts';
import { badByte, decoder, placeOf, undecodable } from './undecodable.ts';

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

const begins = (bytes: Uint8Array, with_: readonly number[]): boolean =>
  with_.every((b, i) => bytes[i] === b);

/** The name of an encoding that was asked for, as the WHATWG Encoding Standard has it. */
function named(encoding: string, file: string): string {
  try {
    return decoder(encoding).encoding;
  } catch {
    throw new UserError(fault('ingest/unknown-encoding', { encoding }, { file }));
  }
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
  const { blank, zero, utf8 } = inspect(body);
  if (blank) throw new UserError(fault('ingest/empty-file', {}, { file }));
  const given = mark?.[0] ?? (asked === undefined ? undefined : named(asked, file));
  if (zero >= 0 && !given?.startsWith('utf-16')) {
    const { line } = placeOf(body, zero, 'latin1');
    throw new UserError(fault('ingest/binary', { offset: zero }, { file, line }));
  }
  if (given !== undefined && !(given === 'utf-8' && utf8 === true)) {
    const bad = badByte(body, given);
    if (bad !== undefined) throw undecodable(body, bad, given, file, 'ingest/undecodable');
  }
  const encoding = given ?? detect(body, utf8, file);
  return { encoding, utf8: encoding === 'utf-8' ? body : () => transcoded(body, encoding) };
}
