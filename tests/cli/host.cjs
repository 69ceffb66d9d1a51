// Plays command lines by the built program, one after the other, in one process: `node host.cjs ASKED ANSWERED`, two named
// pipes with a line of JSON for each command and for what became of it. Most of a short command is the start of Node.
// For every command the whole program is loaded anew, with its own folder, environment and streams; whatever else one
// command could leave to the next is looked for, and is an error.
'use strict';
const fs = require('node:fs');
const { join } = require('node:path');
const { isDeepStrictEqual } = require('node:util');
const { Readable, Writable } = require('node:stream');
const { setImmediate } = require('node:timers/promises');

const [asked, answered] = [fs.openSync(process.argv[2], 'r'), fs.openSync(process.argv[3], 'w')];
const program = join(__dirname, '../../bin/ptrack.cjs');

/** A stream that keeps what is written to it. */
function keeper() {
  const parts = [];
  const stream = new Writable({
    write(part, _, done) {
      parts.push(part);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(parts).toString() };
}

/** What all commands share: the names of globals, the listeners of the process, what keeps it alive. */
const shared = () => ({
  globals: Reflect.ownKeys(globalThis),
  listeners: process.eventNames().map((name) => [name, process.rawListeners(name)]),
  alive: process.getActiveResourcesInfo().filter((kind) => kind !== 'Immediate'),
});

/** Takes away what a command listened to: its process would have ended with it. */
function unlisten(before) {
  for (const name of process.eventNames()) {
    const kept = before.listeners.find(([n]) => n === name)?.[1] ?? [];
    for (const listener of process.rawListeners(name))
      if (!kept.includes(listener)) process.removeListener(name, listener);
  }
}

/** Waits until nothing keeps the process alive but what did before, as a process of its own would. */
async function drained(before) {
  while (shared().alive.length > before.alive.length) await setImmediate();
}

async function play({ args, cwd, env, input = '' }) {
  const before = shared();
  const [out, err] = [keeper(), keeper()];
  const streams = {
    stdout: out.stream,
    stderr: err.stream,
    stdin: Readable.from([Buffer.from(input)], { objectMode: false }),
  };
  for (const [name, value] of Object.entries(streams))
    Object.defineProperty(process, name, { value, configurable: true });
  const noted = [];
  process.on('warning', (warning) => noted.push(`${warning}`));
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.argv = [process.execPath, program, ...args];
  process.exitCode = undefined;
  for (const name of Object.keys(require.cache)) delete require.cache[name];
  process.chdir(cwd);
  await require(program);
  await drained(before);
  const code = process.exitCode ?? 0;
  process.emit('exit', code);
  unlisten(before);
  if (noted.length > 0) throw new Error(`Node warns: ${noted.join('; ')}`);
  if (!isDeepStrictEqual(shared(), before)) throw new Error('the command leaves something to the next');
  return { out: out.text(), err: err.text(), code };
}

/** The next line that is asked; nothing at the end. */
let rest = Buffer.alloc(0);
function next() {
  const part = Buffer.alloc(1 << 16);
  while (!rest.includes(10)) {
    const length = fs.readSync(asked, part);
    if (length === 0) return undefined;
    rest = Buffer.concat([rest, part.subarray(0, length)]);
  }
  const end = rest.indexOf(10);
  const line = rest.subarray(0, end).toString();
  rest = rest.subarray(end + 1);
  return line;
}

async function main() {
  process.chdir('/');
  for (let line = next(); line !== undefined; line = next()) {
    const run = await play(JSON.parse(line)).catch((error) => ({ problem: error.stack }));
    fs.writeFileSync(answered, `${JSON.stringify(run)}\n`);
  }
}
main();
