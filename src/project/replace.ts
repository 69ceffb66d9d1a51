import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fault, UserError } from '../model/diagnostic.ts';

/** Milliseconds between two looks at a lock, how long a run waits for another, and when a lock of another machine is old. */
const [LOOK, PATIENCE, OLD] = [25, 120_000, 600_000];

const LOCK = /^\..+\.lock$/;
const TEMPORARY = /^\..+\.(\d+)-\d+\.tmp$/;

const unwritable = (path: string, error: unknown): UserError =>
  new UserError(fault('file/unwritable', { path, code: (error as NodeJS.ErrnoException).code ?? '' }));

/** Whether no process of this machine has that number any more. */
function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** What a lock says of who holds it; undefined where it is gone by now. */
function holderOf(lock: string): { readonly text: string; readonly stale: boolean } | undefined {
  try {
    const text = readFileSync(lock, 'utf8');
    const [pid, host] = text.split(' ');
    const stale = host === hostname() ? isGone(Number(pid)) : Date.now() - statSync(lock).mtimeMs > OLD;
    return { text, stale };
  } catch {
    return undefined;
  }
}

/** Takes away a lock whose holder is gone. Of several that try one does; a lock that is new by then is put back. */
function dropStale(lock: string): void {
  const holder = holderOf(lock);
  if (!holder?.stale) return;
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
    if (readFileSync(aside, 'utf8') === holder.text) rmSync(aside);
    else renameSync(aside, lock);
  } catch {
    // another run was faster
  }
}

/** Takes a lock, or says that another run has it. Throws UserError where none can be made. */
function take(lock: string, path: string): boolean {
  try {
    writeFileSync(lock, `${process.pid} ${hostname()}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw unwritable(path, error);
  }
}

/** What runs that were killed have left in a folder. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = TEMPORARY.exec(name)?.[1];
    if (pid !== undefined && isGone(Number(pid))) rmSync(join(folder, name), { force: true });
    if (LOCK.test(name)) dropStale(join(folder, name));
  }
}

/**
 * Holds files against other runs of the program (文件锁) while something is done with them, one run after the other.
 * What a killed run left beside them is swept away. Throws UserError where a run that lives keeps one for minutes.
 */
export async function holding<T>(paths: readonly string[], act: () => T): Promise<T> {
  // in one order, so that no two runs wait for each other
  const files = [...new Set(paths.map((p) => realpathSync(p)))].sort();
  const held: string[] = [];
  try {
    for (const file of files) {
      const lock = join(dirname(file), `.${basename(file)}.lock`);
      const until = Date.now() + PATIENCE;
      while (!take(lock, file)) {
        dropStale(lock);
        if (Date.now() > until) throw new UserError(fault('file/locked', { path: file, lock }));
        await sleep(LOOK * (1 + Math.random()));
      }
      held.push(lock);
    }
    for (const folder of new Set(files.map((f) => dirname(f)))) sweep(folder);
    return act();
  } finally {
    for (const lock of held) rmSync(lock, { force: true });
  }
}

/** Gives a new file the mode and, where the system lets us, the owner and group of the one it replaces. */
function likeness(handle: number, { uid, gid, mode }: Stats): void {
  try {
    fchownSync(handle, uid, gid);
  } catch {
    // only root may give files away
  }
  fchmodSync(handle, mode & 0o7777);
}

/**
 * Puts a new text in the place of a file, whole or not at all, with its mode and owner, and lasting: it is on the disk
 * before it has the name. Throws UserError, the file as it was, where it no longer holds `before`: someone else has
 * written it meanwhile.
 */
export function replaceFile(path: string, before: string, after: string): void {
  const whole = realpathSync(path);
  const temporary = join(dirname(whole), `.${basename(whole)}.${process.pid}-${Date.now()}.tmp`);
  try {
    const handle = openSync(temporary, 'wx', 0o600);
    try {
      writeFileSync(handle, after);
      likeness(handle, statSync(whole));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (readFileSync(whole, 'utf8') !== before) throw new UserError(fault('file/changed', { path }));
    renameSync(temporary, whole);
    const folder = openSync(dirname(whole), 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch (error) {
    throw error instanceof UserError ? error : unwritable(path, error);
  } finally {
    rmSync(temporary, { force: true });
  }
}
