import { inflateRawSync } from 'node:zlib';
import { fault, UserError } from '../../model/diagnostic.ts';
import { crc32 } from './crc32.ts';
import { readAt, type Source } from './source.ts';

/** A file in a zip, as the directory at the zip's end has it. Sizes and offsets in bytes. */
export interface Entry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const [STORED, DEFLATED] = [0, 8];
const [END, END64, LOCATOR64] = [0x06054b50, 0x06064b50, 0x07064b50];
const [CENTRAL, LOCAL] = [0x02014b50, 0x04034b50];
/** The end record has 22 bytes and a comment of up to 65535; before it may stand a locator of 20. */
const [END_SIZE, LOCATOR_SIZE, COMMENT] = [22, 20, 0xffff];
/** A field of the old format that says: look into the new one (Zip64). */
const SEE_64 = 0xffffffff;
/** No workbook has as many parts, nor a directory as large. */
const MOST_ENTRIES = 20_000;
const MOST_DIRECTORY = 16 * 2 ** 20;

const damaged = (file: string, cut = false): UserError =>
  new UserError(fault(cut ? 'container/cut' : 'container/damaged', {}, { file }));

const long = (bytes: Buffer, at: number): number =>
  Math.min(Number(bytes.readBigUInt64LE(at)), Number.MAX_SAFE_INTEGER);

/** Where the directory stands, by the record at the end of the file. */
function findDirectory(source: Source, file: string): { offset: number; length: number; count: number } {
  const start = Math.max(0, source.size - END_SIZE - COMMENT - LOCATOR_SIZE);
  const tail = readAt(source.fd, start, source.size - start);
  for (let at = tail.length - END_SIZE; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END) continue;
    const found = {
      count: tail.readUInt16LE(at + 10),
      length: tail.readUInt32LE(at + 12),
      offset: tail.readUInt32LE(at + 16),
    };
    const locator = at - LOCATOR_SIZE;
    if (locator < 0 || tail.readUInt32LE(locator) !== LOCATOR64) return found;
    const record = readAt(source.fd, long(tail, locator + 8), 56);
    if (record.length < 56 || record.readUInt32LE(0) !== END64) throw damaged(file);
    return { count: long(record, 32), length: long(record, 40), offset: long(record, 48) };
  }
  throw damaged(file, true);
}

/** Sizes and offset as the extra field has them, where the old fields are too small. */
function wide(extra: Buffer, fields: readonly number[]): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    return fields.map((field) => {
      if (field !== SEE_64) return field;
      next += 8;
      return long(extra, next - 8);
    });
  }
  return [...fields];
}

function readEntry(directory: Buffer, at: number): { entry: Entry; next: number } {
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((o) =>
    directory.readUInt16LE(at + o),
  ) as [number, number, number];
  const extra = at + 46 + nameLength;
  const next = extra + extraLength + commentLength;
  if (directory.readUInt32LE(at) !== CENTRAL || next > directory.length) throw new RangeError('directory');
  const old = [24, 20, 42].map((o) => directory.readUInt32LE(at + o));
  const [size, packed, offset] = wide(directory.subarray(extra, extra + extraLength), old) as [
    number,
    number,
    number,
  ];
  const entry = {
    name: directory.toString('utf8', at + 46, extra).replaceAll('\\', '/'),
    encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
    method: directory.readUInt16LE(at + 10),
    crc: directory.readUInt32LE(at + 16),
    packed,
    size,
    offset,
  };
  return { entry, next };
}

/**
 * The files of a zip by their names in small letters, read from its directory without unpacking anything.
 * Throws UserError where the directory is missing (the file was cut), damaged or beyond all measure.
 */
export function readDirectory(source: Source, file: string): ReadonlyMap<string, Entry> {
  const { offset, length, count } = findDirectory(source, file);
  if (count > MOST_ENTRIES || length > MOST_DIRECTORY) throw damaged(file);
  const entries = new Map<string, Entry>();
  try {
    const directory = readAt(source.fd, offset, length);
    for (let i = 0, at = 0; i < count; i++) {
      const { entry, next } = readEntry(directory, at);
      const key = entry.name.toLowerCase();
      // two files of one name: programs differ in which they take
      if (entries.has(key)) throw new RangeError('twice');
      entries.set(key, entry);
      at = next;
    }
  } catch (error) {
    if (error instanceof RangeError) throw damaged(file);
    throw error;
  }
  return entries;
}

/** Unpacks one file of a zip. Throws UserError where it is damaged or larger than its directory says. */
export function unpack(source: Source, entry: Entry, file: string): Buffer {
  const head = readAt(source.fd, entry.offset, 30);
  if (head.length < 30 || head.readUInt32LE(0) !== LOCAL) throw damaged(file);
  const start = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  if (start + entry.packed > source.size) throw damaged(file);
  const packed = readAt(source.fd, start, entry.packed);
  const bytes = inflate(packed, entry);
  if (bytes?.length !== entry.size || crc32(bytes) !== entry.crc) throw damaged(file);
  return bytes;
}

function inflate(packed: Buffer, { method, size }: Entry): Buffer | undefined {
  if (method === STORED) return packed;
  if (method !== DEFLATED) return undefined;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    return undefined;
  }
}
