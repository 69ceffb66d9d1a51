import { fault, UserError } from '../model/diagnostic.ts';

/** The text of an export and the encoding it was found to be in. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

const MARKS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Files that are no text at all, told by their first bytes. */
const CONTAINERS: readonly (readonly [code: string, bytes: readonly number[]])[] = [
  ['ingest/workbook', [0x50, 0x4b, 0x03, 0x04]],
  ['ingest/workbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['ingest/compressed', [0x1f, 0x8b]],
];

const begins = (bytes: Uint8Array, with_: readonly number[]): boolean =>
  with_.every((b, i) => bytes[i] === b);

const decoder = (encoding: string, fatal = true) => new TextDecoder(encoding, { fatal });

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return decoder(encoding).decode(bytes);
  } catch {
    return undefined;
  }
}

/** How many bytes from the start can be decoded; a character cut at the end counts as not decoded. */
function goodBytes(bytes: Uint8Array, encoding: string): number {
  const good = (n: number): boolean => {
    try {
      decoder(encoding).decode(bytes.subarray(0, n), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let [low, high] = [0, bytes.length];
  if (good(high)) {
    for (let n = high; n >= 0 && high - n < 4; n--)
      if (tryDecode(bytes.subarray(0, n), encoding) !== undefined) return n;
  }
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (good(middle)) low = middle;
    else high = middle;
  }
  return low;
}

function undecodable(bytes: Uint8Array, encoding: string, file: string, code: string): UserError {
  const offset = goodBytes(bytes, encoding);
  const before = decoder(encoding, false).decode(bytes.subarray(0, offset));
  const lines = before.split(/\r\n|\r|\n/);
  const byte = (bytes[offset] ?? 0).toString(16).padStart(2, '0').toUpperCase();
  const place = { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  return new UserError(fault(code, { encoding, offset, byte }, place));
}

/**
 * Whether bytes that are no strict UTF-8 were nevertheless meant as UTF-8: GB18030 read as UTF-8 is nearly all
 * replacement characters, a damaged UTF-8 file has few. Without this it would be read as GB18030 and give
 * nonsense (乱码) without an error.
 */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = decoder('utf-8', false).decode(bytes);
  const bad = text.split('\uFFFD').length - 1;
  let good = 0;
  for (const char of text) if (char > '\u07FF' && char !== '\uFFFD') good++;
  return good > bad * 2;
}

function refuseBinary(bytes: Uint8Array, file: string): void {
  const container = CONTAINERS.find(([, magic]) => begins(bytes, magic));
  if (container) throw new UserError(fault(container[0], {}, { file }));
  const offset = bytes.indexOf(0);
  if (offset < 0) return;
  let line = 1;
  for (let i = 0; i < offset; i++) if (bytes[i] === 0x0a) line++;
  throw new UserError(fault('ingest/binary', { offset }, { file, line }));
}

/** The decoder of an encoding that was asked for; its name is one of the WHATWG Encoding Standard. */
function decodeAs(bytes: Uint8Array, encoding: string, file: string): Decoded {
  let name: string;
  try {
    name = decoder(encoding).encoding;
  } catch {
    throw new UserError(fault('ingest/unknown-encoding', { encoding }, { file }));
  }
  if (!name.startsWith('utf-16')) refuseBinary(bytes, file);
  const text = tryDecode(bytes, name);
  if (text === undefined) throw undecodable(bytes, name, file, 'ingest/undecodable');
  return { text, encoding: name };
}

function detect(bytes: Uint8Array, file: string): Decoded {
  refuseBinary(bytes, file);
  for (const encoding of ['utf-8', 'gb18030']) {
    const text = tryDecode(bytes, encoding);
    if (text !== undefined) return { text, encoding };
    if (encoding === 'utf-8' && isDamagedUtf8(bytes))
      throw undecodable(bytes, encoding, file, 'ingest/damaged-utf8');
  }
  throw undecodable(bytes, 'gb18030', file, 'ingest/undecodable');
}

/**
 * The text of an export: by its byte order mark, else the encoding asked for, else strict UTF-8 over the whole
 * file, else GB18030 (国标码). The whole file is looked at, because a sample can end inside a character.
 * Throws UserError where it is empty, binary, a workbook, compressed or in none of these.
 */
export function decode(bytes: Uint8Array, file: string, asked?: string): Decoded {
  const mark = MARKS.find(([, magic]) => begins(bytes, magic));
  const decoded = mark
    ? decodeAs(bytes, mark[0], file)
    : asked === undefined
      ? detect(bytes, file)
      : decodeAs(bytes, asked, file);
  if (decoded.text.trim() === '') throw new UserError(fault('ingest/empty-file', {}, { file }));
  return decoded;
}
