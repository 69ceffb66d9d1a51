import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { fault, UserError } from '../../model/diagnostic.ts';
import { type Fingerprint, Fingerprinter } from '../../model/fingerprint.ts';

/** Bytes read at a time. */
export const CHUNK = 64 * 1024;

/** A file that is open, and whose bytes can be read again from anywhere. */
export interface Source {
  readonly fd: number;
  readonly size: number;
  /** The bytes from the start, at every call anew. Throws UserError where the file changes meanwhile. */
  chunks(): Iterable<Uint8Array>;
  /** A pass through all chunks has found it already; without one it takes a pass. */
  fingerprint(): Fingerprint;
  close(): void;
}

/** The finding for a file that the system does not let us read. */
export function unreadable(error: unknown, name: string): UserError {
  const { code = '' } = error as NodeJS.ErrnoException;
  const why = code === 'ENOENT' ? 'file/missing' : code === 'EISDIR' ? 'file/is-folder' : 'file/unreadable';
  return new UserError(fault(why, { path: name, code }));
}

/** Runs what touches a file; what the system refuses becomes a finding. */
function reading<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw unreadable(error, name);
  }
}

/** Where a shell hands over what it has opened itself: standard input, or `<(…)`. */
const HANDED_OVER = /^\/dev\/(?:fd\/|stdin$)|^\/proc\//;

/**
 * Opens a file; a pipe has no size and can be read once only. Throws UserError where it can't be read, and for a pipe or
 * a device by name: nothing may ever come, or an end.
 */
export function openFile(path: string, name: string): { fd: number; pipe: boolean } {
  const stat = reading(name, () => statSync(path));
  if (stat.isDirectory()) throw unreadable({ code: 'EISDIR' }, name);
  const pipe = !stat.isFile();
  if (pipe && !HANDED_OVER.test(path)) throw new UserError(fault('file/not-a-file', { path: name }));
  return { fd: reading(name, () => openSync(path, 'r')), pipe };
}

/** Fills a buffer from a place of a file; shorter where the file ends before. */
export function readAt(fd: number, position: number, length: number): Buffer {
  const buffer = Buffer.allocUnsafeSlow(length);
  let filled = 0;
  while (filled < length) {
    const read = readSync(fd, buffer, filled, length - filled, position + filled);
    if (read === 0) break;
    filled += read;
  }
  return buffer.subarray(0, filled);
}

/** The source an open file is. `name` is what findings call it. */
export function sourceOf(fd: number, name: string): Source {
  const { size, mtimeMs } = fstatSync(fd);
  let open = true;
  let fingerprint: Fingerprint | undefined;
  function* chunks(): Generator<Uint8Array> {
    const taker = fingerprint ? undefined : new Fingerprinter();
    for (let at = 0; ; ) {
      const chunk = reading(name, () => readAt(fd, at, CHUNK));
      if (chunk.length === 0) break;
      at += chunk.length;
      taker?.update(chunk);
      yield chunk;
    }
    const now = fstatSync(fd);
    if (now.size !== size || now.mtimeMs !== mtimeMs)
      throw new UserError(fault('container/changed', {}, { file: name }));
    fingerprint ??= taker?.digest();
  }
  return {
    fd,
    size,
    chunks,
    fingerprint() {
      if (!fingerprint) for (const _ of chunks());
      return fingerprint as Fingerprint;
    },
    close() {
      if (open) closeSync(fd);
      open = false;
    },
  };
}
