import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Command, hosted, type Run } from './hosted.ts';

const here = dirname(fileURLToPath(import.meta.url));
export const PROGRAM = join(here, '../../bin/ptrack.cjs');

/** Runs the built program; the environment holds nothing of the machine's language or colours. */
type Runner = (
  args: readonly string[],
  cwd: string,
  env?: Readonly<Record<string, string>>,
  input?: string,
) => Run;

const given: (play: (command: Command) => Run) => Runner =
  (play) =>
  (args, cwd, env = {}, input = '') =>
    play({ args, cwd, env: { PATH: process.env.PATH ?? '', TZ: 'UTC', COLUMNS: '80', ...env }, input });

/** Runs the built program in a process of its own. */
const ownProcess = given(({ args, ...command }) => {
  const done = spawnSync(process.execPath, [PROGRAM, ...args], { ...command, encoding: 'utf8' });
  return { out: done.stdout, err: done.stderr, code: done.status };
});

/** Runs the built program in the host, which spares the start of a process; OWN=1 gives each command one. */
export const ptrack = process.env.OWN || process.platform === 'win32' ? ownProcess : given(hosted);

/** A fresh folder with a copy of a fixture project. */
export function project(name: string | undefined): string {
  const dir = mkdtempSync(join(tmpdir(), 'ptrack-test-'));
  if (name) cpSync(join(here, 'projects', name), dir, { recursive: true });
  return dir;
}

export const remove = (dir: string): void => rmSync(dir, { recursive: true, force: true });

/** Words of a command line, quoted where they hold spaces. */
const words = (line: string): string[] =>
  [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map((m) => m[1] ?? m[2] ?? m[3] ?? '');

/** What differs from run to run: times, hashes, the version, the temporary folder. */
const steady = (text: string, dir: string): string =>
  text
    .replaceAll(dir, 'DIR')
    .replace(/\d{4}-\d{2}-\d{2}-(\S+?)-[0-9a-f]{8}(-\d+)?\.csv/g, 'DAY-$1-HASH.csv')
    .replace(/[ \t]+$/gm, '');

const block = (text: string, mark: string): string[] =>
  text === ''
    ? []
    : text
        .replace(/\n$/, '')
        .split('\n')
        .map((l) => (l === '' ? mark : `${mark} ${l}`));

/**
 * Plays a scenario: lines of comment, `@ project`, files (`--- path` up to `---`), and commands (`$ NAME=x ptrack …`)
 * with what they print to standard output (`|`), to standard error (`!`) and their exit code (`=`). Returns the
 * scenario as it was played, which must be the scenario as it was written. The last command has a process of its own:
 * what the host gave the others must be what that gives.
 */
export function play(text: string): string {
  const lines = text.replace(/\n$/, '').split('\n');
  const name = lines.find((l) => l.startsWith('@ '))?.slice(2);
  const dir = project(name);
  const last = lines.findLastIndex((l) => l.startsWith('$ '));
  const played: string[] = [];
  try {
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i] ?? '';
      if (/^[|!=]( |$)/.test(line) || line === '|' || line === '!') continue;
      played.push(line);
      if (line.startsWith('--- ')) {
        const end = lines.indexOf('---', i);
        if (end < 0) throw new Error(`${line} has no end`);
        const path = join(dir, line.slice(4));
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, `${lines.slice(i + 1, end).join('\n')}\n`);
        played.push(...lines.slice(i + 1, end + 1));
        i = end;
      } else if (line.startsWith('$ ')) {
        const all = words(line.slice(2));
        const at = all.indexOf('ptrack');
        const env = Object.fromEntries(all.slice(0, at).map((w) => w.split('=', 2) as [string, string]));
        const run = (i === last ? ownProcess : ptrack)(all.slice(at + 1), dir, env);
        played.push(
          ...block(steady(run.out, dir), '|'),
          ...block(steady(run.err, dir), '!'),
          `= ${run.code}`,
        );
      }
    }
  } finally {
    remove(dir);
  }
  return `${played.join('\n')}\n`;
}
