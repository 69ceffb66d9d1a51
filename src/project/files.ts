import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fault, UserError } from '../model/diagnostic.ts';

/** The name of a project's own file. */
export const PROJECT_FILE = 'ptrack.yaml';

/** The folder of the project: the nearest one upwards that has a ptrack.yaml, else the folder itself. */
export function findRoot(from: string): string {
  const start = resolve(from);
  if (!existsSync(start) || !statSync(start).isDirectory())
    throw new UserError(fault('file/no-folder', { path: from }));
  for (let dir = start; ; dir = dirname(dir)) {
    if (existsSync(join(dir, PROJECT_FILE))) return dir;
    if (dirname(dir) === dir) return start;
  }
}

function entriesOf(dir: string): Dirent[] {
  try {
    return readdirSync(dir, { withFileTypes: true });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new UserError(fault('file/unreadable', { path: showPath(dir), code }));
  }
}

/**
 * Every file under a folder with one of the endings, in a stable order; none where the folder is missing. Throws
 * UserError where a folder can't be read.
 */
export function listFiles(dir: string, endings: readonly string[]): string[] {
  if (!existsSync(dir)) return [];
  const found: string[] = [];
  for (const entry of entriesOf(dir).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(dir, entry.name);
    if (entry.isDirectory()) for (const inner of listFiles(path, endings)) found.push(inner);
    else if (endings.some((e) => entry.name.endsWith(e))) found.push(path);
  }
  return found;
}

/** A path as it is shown: relative to where the user stands, with forward slashes. */
export const showPath = (path: string, from: string = process.cwd()): string => {
  const short = relative(from, path).replaceAll('\\', '/');
  return short === '' ? basename(path) : short.startsWith('../../..') ? path : short;
};

/**
 * The bytes of a file. Throws UserError where it is missing, can't be read, or is a pipe or a device, from which reading
 * may never end.
 */
export function readBytes(path: string): Buffer {
  try {
    const stat = statSync(path);
    if (!stat.isFile() && !stat.isDirectory())
      throw new UserError(fault('file/not-a-file', { path: showPath(path) }));
    return readFileSync(path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const why = code === 'ENOENT' ? 'file/missing' : code === 'EISDIR' ? 'file/is-folder' : 'file/unreadable';
    throw new UserError(fault(why, { path: showPath(path), code }));
  }
}
