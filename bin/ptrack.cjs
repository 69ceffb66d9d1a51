#!/usr/bin/env node
'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const built = join(__dirname, '../dist/ptrack.cjs');

/** Reads a file of the build; undefined where it is missing. */
function read(path, encoding) {
  try {
    return readFileSync(path, encoding);
  } catch {
    return undefined;
  }
}

const source = read(built, 'latin1'); // the bundle is plain ASCII
if (source === undefined) {
  process.stderr.write('ptrack has not been built yet: run "npm run build" in its folder\n');
  process.exitCode = 2;
} else {
  // the build keeps compiled code beside the source; another version of Node refuses it and compiles anew
  const cachedData = read(join(__dirname, '../dist/ptrack.cache'));
  const script = new Script(source, { filename: built, ...(cachedData ? { cachedData } : {}) });
  const program = { exports: {} };
  script.runInThisContext()(program, program.exports, require);
  program.exports.run(process.argv.slice(2));
}
