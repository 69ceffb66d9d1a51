import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HOST = join(dirname(fileURLToPath(import.meta.url)), 'host.cjs');

/** A command line with all that its process would be given. */
export interface Command {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly input: string;
}

/** What a command printed, and its exit code. */
export interface Run {
  readonly out: string;
  readonly err: string;
  readonly code: number | null;
}

/** Starts the host (host.cjs), which ends with this process; a named pipe leads to it and one back. */
function startHost(): { readonly asked: number; readonly answered: number } {
  const dir = mkdtempSync(join(tmpdir(), 'ptrack-host-'));
  const pipes = ['asked', 'answered'].map((name) => join(dir, name)) as [string, string];
  execFileSync('mkfifo', pipes);
  spawn(process.execPath, [HOST, ...pipes], { stdio: ['ignore', 'ignore', 'inherit'] }).unref();
  // each waits until the host has opened it, too
  const host = { asked: openSync(pipes[0], 'w'), answered: openSync(pipes[1], 'r') };
  rmSync(dir, { recursive: true });
  return host;
}

/** Reads a line, however long; throws where the host has ended. */
function readLine(from: number): string {
  const parts: Buffer[] = [];
  for (;;) {
    const part = Buffer.alloc(1 << 16);
    const length = readSync(from, part);
    if (length === 0) throw new Error('the host has ended');
    parts.push(part.subarray(0, length));
    if (part[length - 1] === 10) return Buffer.concat(parts).toString();
  }
}

let host: ReturnType<typeof startHost> | undefined;

/** Runs the built program in a process that plays one command after the other. */
export function hosted(command: Command): Run {
  host ??= startHost();
  writeFileSync(host.asked, `${JSON.stringify(command)}\n`);
  const run = JSON.parse(readLine(host.answered)) as Run & { readonly problem?: string };
  if (run.problem !== undefined) throw new Error(`${command.args.join(' ')}: ${run.problem}`);
  return run;
}
