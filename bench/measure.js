// What every benchmark measures with: whole processes, wall time and peak memory, medians of paired runs.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export const program = join(root, 'bin/ptrack.cjs');

/**
 * One run of node: wall milliseconds, standard output and, where memory is asked for, peak memory in MB and milliseconds
 * of CPU. A run that fails ends the benchmark.
 */
export function runNode(args, { cwd = root, memory = false } = {}) {
  const all = memory ? ['--require', join(root, 'bench/peak.cjs'), ...args] : args;
  const stdio = ['ignore', 'pipe', 'pipe', ...(memory ? ['pipe'] : [])];
  const start = process.hrtime.bigint();
  const done = spawnSync(process.execPath, all, { cwd, encoding: 'utf8', maxBuffer: 1 << 28, stdio });
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  if (done.status !== 0)
    throw new Error(`${args.join(' ')} exited with ${done.status ?? done.signal}: ${done.stderr}`);
  const [kb = 0, cpu = 0] = (done.output[3] ?? '').split(' ').map(Number);
  return { ms, mb: kb / 1024, cpu, out: done.stdout };
}

export const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
