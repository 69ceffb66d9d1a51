#!/usr/bin/env node
'use strict';
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const main = join(__dirname, '../dist/main.cjs');
if (existsSync(main)) module.exports = require(main).run(process.argv.slice(2));
else {
  process.stderr.write('ptrack has not been built yet: run "npm run build" in its folder\n');
  process.exitCode = 2;
}
