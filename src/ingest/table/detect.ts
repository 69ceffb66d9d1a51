import { Buffer, isAscii, isUtf8 } from 'node:buffer';
import { fault, UserError } from '../../model/diagnostic.ts';
import type { Chunks } from './chunks.ts';
import { EVIDENCE, type Inspection } from './inspect.ts';
import { badByte, decoder, placeOf, undecodable } from './undecodable.ts';

const LF = 0x0a;

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

/**
 * The encoding of a file, line by line: UTF-8 or GB18030 (国标码). `reads` is whether all of it reads as UTF-8, as
 * `inspect` found. Throws UserError where it is in neither of them, or in both.
 */
export function detect(chunks: Chunks, reads: Inspection['utf8'], file: string): string {
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
