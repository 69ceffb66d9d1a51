// Loaded before a program (node --require): at its end, its peak memory in KB and the
// milliseconds of CPU it took go to file descriptor 3.
'use strict';
const { readFileSync, writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

/** What the kernel counted since the program began; maxRSS can hold the parent's memory from before it. */
function peak() {
  try {
    const hwm = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'latin1'));
    if (hwm) return Number(hwm[1]);
  } catch {
    // no Linux
  }
  return process.resourceUsage().maxRSS;
}

function cpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

// threads load it, too
if (isMainThread) process.on('exit', () => writeSync(3, `${peak()} ${cpu()}`));
