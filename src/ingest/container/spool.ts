import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fault, UserError } from '../../model/diagnostic.ts';
import { type Source, sourceOf } from './source.ts';

/** Where bytes are kept that can be had only once: what is unpacked, what comes through a pipe (暂存文件). */
export interface Spool {
  write(chunk: Uint8Array): void;
  /** What was written, to be read; closing it drops the spool. */
  source(name: string): Source;
  /** Throws away what was written. */
  drop(): void;
}

/**
 * A new spool in a private folder. Its name is taken away as soon as it is open: the system keeps the bytes until they
 * are let go, and frees them however the program ends, by a signal too. Nothing can be left behind.
 * Throws UserError where the folder can't be written or is full.
 */
export function openSpool(folder: string = tmpdir()): Spool {
  const writing = <T>(write: () => T): T => {
    try {
      return write();
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      throw new UserError(fault('container/no-spool', { folder, code }));
    }
  };
  const dir = writing(() => mkdtempSync(join(folder, 'ptrack-')));
  const remove = (): void => rmSync(dir, { recursive: true, force: true });
  let fd: number;
  try {
    fd = writing(() => openSync(join(dir, 'spool'), 'wx+', 0o600));
  } finally {
    try {
      remove();
    } catch {
      // Windows may keep the name of a file that is open: it goes when the spool is dropped
    }
  }
  let open = true;
  const drop = (): void => {
    if (!open) return;
    open = false;
    closeSync(fd);
    remove();
  };
  return {
    write(chunk) {
      for (let at = 0; at < chunk.length; ) at += writing(() => writeSync(fd, chunk, at));
    },
    source: (name) => ({ ...sourceOf(fd, name), close: drop }),
    drop,
  };
}
