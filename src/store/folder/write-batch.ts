import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, extname, join } from 'node:path';
import { fault, UserError } from '../../model/diagnostic.ts';
import type { Written } from '../../model/observation.ts';
import { formatRows } from '../canonical.ts';
import { sha256 } from '../hash.ts';
import { isOf, isWhole, type Origin } from '../origin.ts';
import type { Appended } from '../store.ts';
import { formatHead, parseHead } from './head.ts';
import { discard, note } from './temporary.ts';

/** A place for the hash, as long as one. */
const NO_HASH = '0'.repeat(64);

/** Temporary files of runs that were killed are older than any run takes (milliseconds). */
const STALE = 60 * 60 * 1000;
/** Letters of the export's name in the batch's; at four bytes each they fit into any file system's 255. */
const LONGEST_NAME = 50;

/** A file name as part of another: letters and digits of any script, the rest as dashes. */
function slug(source: string): string {
  const stem = basename(source, extname(source)).normalize('NFC').toLowerCase();
  const words = stem.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return [...words].slice(0, LONGEST_NAME).join('') || 'export';
}

/** Whether the batch at this path already has all of the same export by the same mapping. */
function isSame(file: string, origin: Origin): boolean {
  const head = parseHead(readFileSync(file, 'utf8'));
  return head !== undefined && isOf(head, origin) && isWhole(head, origin.published);
}

/** Gives a written file its name, unless something has that name already; true: it has it now. */
function giveName(temporary: string, file: string): boolean {
  try {
    linkSync(temporary, file);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
    // a file system without hard links: renaming would overwrite, so that this is as safe as it can be there
    if (existsSync(file)) return false;
    renameSync(temporary, file);
    return true;
  }
}

/** Writes the comment, the header and the rows; the comment again once the hash of what is below it is known. */
function writeBelow(file: string, origin: Origin, rows: Iterable<Written>): void {
  const head = (contentHash: string): string => formatHead({ ptrack: 'batch/v1', ...origin, contentHash });
  const handle = openSync(file, 'wx');
  try {
    const hash = createHash('sha256');
    writeSync(handle, head(NO_HASH));
    for (const piece of formatRows(rows)) {
      const bytes = Buffer.from(piece);
      hash.update(bytes);
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
    }
    writeSync(handle, head(hash.digest('hex')), 0);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes the new name last through a power cut, where the system lets folders be synced. */
export function syncFolder(dir: string): void {
  try {
    const handle = openSync(dir, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Windows opens no folders
  }
}

/** Removes the temporary files that killed runs have left in a folder. */
function sweep(dir: string, now: number): void {
  for (const name of readdirSync(dir)) {
    if (!/^\.ptrack-.*\.tmp$/.test(name)) continue;
    const file = join(dir, name);
    if (now - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? now) > STALE)
      rmSync(file, { force: true });
  }
}

/** What is said of an error of the system. */
const CODES: Readonly<Record<string, string>> = {
  ENOSPC: 'store/disk-full',
  EDQUOT: 'store/disk-full',
  EFBIG: 'store/too-large',
  EACCES: 'store/not-writable',
  EPERM: 'store/not-writable',
  EROFS: 'store/not-writable',
  ENOTDIR: 'store/not-a-folder',
  EEXIST: 'store/not-a-folder',
};

function toUserError(error: unknown, folder: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return error;
  return new UserError(
    fault(CODES[code] ?? 'store/cannot-write', { folder, problem: code }, { file: folder }),
  );
}

/**
 * Writes one batch, whole or not at all: into a temporary file of the same folder, synced, then linked to its name
 * `<day>-<source>-<hash>.csv`, which nothing is ever overwritten by. The name comes from the export and the mapping,
 * so that two runs at once do not take one export twice. Throws UserError where the disk is full or the folder can't
 * be written; nothing is left behind then.
 */
export function writeBatch(dir: string, origin: Origin, rows: Iterable<Written>): Appended {
  const hash = sha256(`${origin.sourceHash}\n${origin.mappingHash}`).slice(0, 8);
  const stem = `${origin.ingested.slice(0, 10)}-${slug(origin.source)}-${hash}`;
  const temporary = join(dir, `.ptrack-${process.pid}-${sha256(`${Math.random()}`).slice(0, 12)}.tmp`);
  try {
    mkdirSync(dir, { recursive: true });
    sweep(dir, Date.now());
    note(temporary);
    writeBelow(temporary, origin, rows);
    for (let n = 1; ; n++) {
      const file = join(dir, n === 1 ? `${stem}.csv` : `${stem}-${n}.csv`);
      if (giveName(temporary, file)) {
        syncFolder(dir);
        return { batch: file, written: true };
      }
      if (isSame(file, origin)) return { batch: file, written: false };
    }
  } catch (error) {
    throw toUserError(error, dir);
  } finally {
    discard(temporary);
  }
}
