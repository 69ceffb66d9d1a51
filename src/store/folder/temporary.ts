import { rmSync } from 'node:fs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Temporary files (临时文件) that are being written now. */
const open = new Set<string>();
let watching = false;

/** Takes the temporary files away and lets the signal end the program as it would have. */
function endBy(signal: NodeJS.Signals): void {
  for (const file of open) discard(file);
  process.kill(process.pid, signal);
}

/** Removes a temporary file, where it is there. */
export function discard(file: string): void {
  open.delete(file);
  try {
    rmSync(file, { force: true });
  } catch {
    // it was never made: its folder is none
  }
}

/**
 * Notes a file before it is made, so that Ctrl-C or a polite end (SIGINT, SIGTERM, SIGHUP) does not leave it behind;
 * `discard` ends that. What is killed outright leaves it to the sweep of a later run. A signal is heard only when the
 * program comes back to its event loop: what works long without a pause would hold it up.
 */
export function note(file: string): void {
  open.add(file);
  if (watching) return;
  watching = true;
  for (const signal of SIGNALS) process.once(signal, endBy);
}
