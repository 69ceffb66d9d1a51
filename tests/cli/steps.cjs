// Loaded before the program (node --require): counts its changes to the file system, and at one of them kills it, sends
// it a signal, or lets the change fail. STEP is the number of the change, AT what happens there; without STEP the names
// of all changes go to file descriptor 3 at the end.
'use strict';
const fs = require('node:fs');

const CHANGES =
  'mkdir open write writev writeFile appendFile fsync sync close link rename rm unlink truncate';
const HALVED = ['write', 'writeFile', 'appendFile'];
const { STEP, AT = '' } = process.env;
const passed = [];
/** Descriptors that were opened to write. */
const writing = new Set();

const toRead = (flags) => flags === undefined || (typeof flags === 'string' && !/[wa+]/.test(flags));

/** Whether this change is the one meant; what is only read changes nothing. */
function isMeant(name, [target, second]) {
  if (name === 'open' && toRead(second)) return false;
  if (typeof target === 'number' && !writing.has(target)) return false;
  passed.push(name);
  return passed.length === Number(STEP);
}

/** The first half of what was to be written. */
function halve(args) {
  const at = args.findIndex((a) => typeof a === 'string' || ArrayBuffer.isView(a));
  const whole = Buffer.from(args[at]);
  return [...args.slice(0, at), whole.subarray(0, whole.length >> 1)];
}

/** What happens instead of the change, or before it: an error to be thrown, or nothing. */
function happen(name, args, change) {
  if (AT.startsWith('E')) return Object.assign(new Error(AT), { code: AT, syscall: name });
  if (AT === 'half' && HALVED.includes(name)) change(...halve(args));
  process.kill(process.pid, AT === 'half' ? 'SIGKILL' : AT);
  return undefined;
}

function wrapAll(object, suffix, wrap) {
  for (const name of CHANGES.split(' ')) {
    const change = object[name + suffix];
    if (typeof change === 'function') object[name + suffix] = wrap(name, change.bind(object));
  }
}

const plain = { ...fs };
wrapAll(fs, 'Sync', (name, change) => (...args) => {
  const error = isMeant(name, args) && happen(name, args, change);
  if (error) throw error;
  const result = change(...args);
  if (name === 'open' && !toRead(args[1])) writing.add(result);
  return result;
});
wrapAll(fs, '', (name, change) => (...args) => {
  const done = args.pop();
  const error = isMeant(name, args) && happen(name, args, plain[`${name}Sync`]);
  if (error) return process.nextTick(done, error);
  return change(...args, (...results) => {
    if (name === 'open' && !toRead(args[1])) writing.add(results[1]);
    done(...results);
  });
});
const awaited =
  (name, change) =>
  async (...args) => {
    const error = isMeant(name, args) && happen(name, args, change);
    if (error) throw error;
    return change(...args);
  };
wrapAll(fs.promises, '', awaited);
const { open } = fs.promises;
fs.promises.open = async (...args) => {
  const handle = await open(...args);
  if (!toRead(args[1])) wrapAll(handle, '', awaited);
  return handle;
};

if (STEP === undefined) process.on('exit', () => fs.writeSync(3, passed.join(' ')));
