// Times `ptrack ingest` as a whole process, beside a bare pass of csv-parse over the same bytes and DuckDB reading the
// same file: `npm run bench -- ingest`, or with what is to be read: `node bench/ingest.js 100000 wide`.
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { longProject, wideProject } from './exports.js';
import { median, program, root, runNode } from './measure.js';

const RATIO = 1.8;
const MEMORY = 300;
const hasDuckdb = existsSync(join(root, 'bench/node_modules/@duckdb/node-api'));

/** Fewer runs of what takes long; RUNS says otherwise. */
const runsFor = (cells) => Number(process.env.RUNS ?? (cells > 300_000 ? 3 : 7));

const thousands = (n) => Math.round(n).toLocaleString('en');

/** What is compared, by name: each reads the export once and says how many records it saw. */
function readersOf(project, form) {
  const { dir, file, utf8, rows, cells } = project;
  const ptrack = () => {
    rmSync(join(dir, 'data/observations'), { recursive: true, force: true });
    const run = runNode([program, 'ingest', '-q', '--format', 'json', file], { cwd: dir, memory: true });
    const { tally } = JSON.parse(run.out).files[0];
    return { ...run, seen: tally.observations + tally.missing, expected: cells };
  };
  const pass = (script, expected, ...args) => {
    const run = runNode([join(root, 'bench', script), ...args], { memory: true });
    return { ...run, seen: Number(run.out), expected };
  };
  return {
    'ptrack ingest': ptrack,
    'csv-parse': () => pass('pass-csv-parse.js', rows + 1, file),
    ...(hasDuckdb ? { DuckDB: () => pass('pass-duckdb.js', rows, utf8, form) } : {}),
  };
}

/** Each reader in turn, A B C A B C …, after one round that does not count. */
function rounds(readers, runs) {
  const once = ([name, read]) => {
    const run = read();
    if (run.seen !== run.expected) throw new Error(`${name} saw ${run.seen}, not ${run.expected}`);
    return run;
  };
  const all = Object.entries(readers);
  all.forEach(once);
  return Array.from({ length: runs }, () => all.map(once));
}

function measure(name, form, encoding, make) {
  const dir = mkdtempSync(join(tmpdir(), 'ptrack-bench-'));
  try {
    const project = make(dir);
    const { file, utf8, cells } = project;
    const runs = runsFor(cells);
    const readers = readersOf(project, form);
    const taken = rounds(readers, runs);
    console.log(`${name}, ${encoding}, ${(statSync(file).size / 1e6).toFixed(1)} MB, ${runs} runs each`);
    for (const [i, reader] of Object.keys(readers).entries()) {
      const ms = median(taken.map((round) => round[i].ms));
      const mb = median(taken.map((round) => round[i].mb));
      const ratio = median(taken.map((round) => round[0].ms / round[i].ms)).toFixed(2);
      const speed = `${thousands((cells / ms) * 1000).padStart(10)} ${form === 'wide' ? 'cells' : 'rows'}/s`;
      const notes = [
        i === 0 ? `(goal ≤ ${MEMORY} MB)` : `ptrack takes ${ratio} times as long`,
        ...(reader === 'csv-parse' ? [`(goal ≤ ${RATIO})`] : []),
        ...(reader === 'DuckDB' && utf8 !== file ? ['(reads the UTF-8 copy)'] : []),
      ];
      const figures = `${ms.toFixed(0).padStart(7)} ms ${speed} ${mb.toFixed(0).padStart(5)} MB`;
      console.log(`  ${reader.padEnd(14)}${figures}  ${notes.join(' ')}`);
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const long = (rows, encoding) =>
  measure(`long form, ${thousands(rows)} rows`, 'long', encoding, (dir) => longProject(dir, rows, encoding));
const wide = (encoding) =>
  measure('wide form, 31 regions × 600 months', 'wide', encoding, (dir) => wideProject(dir, encoding));

const asked = process.argv.slice(2);
const wrong = asked.filter((a) => a !== 'wide' && !/^[1-9]\d*$/.test(a));
if (wrong.length > 0) {
  console.error(`“${wrong.join(' ')}” is neither a number of rows nor “wide”`);
  process.exitCode = 2;
} else {
  console.log(
    `ptrack ingest into an empty folder: node ${process.version}, ${cpus().length} cores, whole processes,`,
  );
  console.log('medians of paired runs, peak memory as the kernel counts it');
  if (!hasDuckdb) console.log('DuckDB: not installed (npm ci --prefix bench)');
  for (const size of asked.length > 0 ? asked : ['100000', '1000000', 'wide']) {
    const encodings = size === '1000000' ? ['utf-8'] : ['utf-8', 'gb18030'];
    for (const encoding of encodings) size === 'wide' ? wide(encoding) : long(Number(size), encoding);
  }
}
