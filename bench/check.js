// Times `ptrack check` as a whole process from the folder of batches, beside a bare pass of csv-parse over the same
// batches and `node -e 0`: `npm run bench -- check`, or with the number of stored figures: `node bench/check.js 100000`.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { storedProjects } from './exports.js';
import { median, program, root, runNode } from './measure.js';

/** Times of a bare pass, and MB, that a check may take: of a few series, and of all that is stored. */
const GOALS = { few: [2, 400], all: [4, 1000] };
const LARGEST = 1_000_000;

const thousands = (n) => n.toLocaleString('en');

const check = (dir, ...more) => [program, 'check', '-q', '--today', '2024-06-20', '-C', dir, ...more];

/** That every target is judged, and by figures. */
function expectJudged(dir, targets) {
  const { verdicts } = JSON.parse(runNode(check(dir, '--format', 'json')).out);
  const found = verdicts.filter((v) => v.actual !== null).length;
  if (verdicts.length !== targets || found !== targets)
    throw new Error(`${verdicts.length} verdicts, ${found} of them on figures, not ${targets}`);
}

/** What is compared, by name. */
function readersOf({ few, all, targets }, files, figures) {
  const judge = (dir) => () => runNode(check(dir), { memory: true });
  const pass = () => {
    const run = runNode([join(root, 'bench/pass-csv-parse.js'), ...files], { memory: true });
    if (Number(run.out) !== figures + files.length)
      throw new Error(`csv-parse saw ${run.out.trim()} records, not ${figures + files.length}`);
    return run;
  };
  return {
    'csv-parse': pass,
    'node -e 0': () => runNode(['-e', '0'], { memory: true }),
    [`few: ${thousands(targets.few)} targets`]: judge(few),
    [`all: ${thousands(targets.all)} targets`]: judge(all),
  };
}

function measure(figures) {
  const dir = mkdtempSync(join(tmpdir(), 'ptrack-bench-'));
  try {
    const projects = storedProjects(dir, figures);
    const exported = join(projects.few, 'data/exports');
    runNode([
      program,
      'ingest',
      '-q',
      '-C',
      projects.few,
      ...readdirSync(exported).map((f) => join(exported, f)),
    ]);
    const stored = join(projects.few, 'data/observations');
    const files = readdirSync(stored).map((f) => join(stored, f));
    expectJudged(projects.few, projects.targets.few);
    expectJudged(projects.all, projects.targets.all);

    const runs = Number(process.env.RUNS ?? (figures > 300_000 ? 3 : 7));
    const readers = Object.entries(readersOf(projects, files, figures));
    for (const [, read] of readers) read();
    const rounds = Array.from({ length: runs }, () => readers.map(([, read]) => read()));
    const bytes = files.reduce((sum, f) => sum + statSync(f).size, 0);
    console.log(
      `${thousands(figures)} stored figures, ${files.length} batches, ${(bytes / 1e6).toFixed(1)} MB, ${runs} runs each`,
    );
    for (const [i, [name]] of readers.entries()) {
      const ms = median(rounds.map((r) => r[i].ms));
      const mb = median(rounds.map((r) => r[i].mb));
      const [pass, start] = [0, 1].map((k) => median(rounds.map((r) => r[i].ms / r[k].ms)).toFixed(2));
      const cpu = median(rounds.map((r) => r[i].cpu));
      // on a machine that others use, too, CPU time says more than wall time
      const busy = median(rounds.map((r) => r[i].cpu / r[0].cpu)).toFixed(2);
      const ratios = i < 2 ? '' : `  ${pass} × csv-parse (${busy} in CPU), ${start} × node -e 0`;
      const goal = figures === LARGEST ? GOALS[name.slice(0, 3)] : undefined;
      const note = goal ? `  (goal ≤ ${goal[0]} × csv-parse, ≤ ${goal[1]} MB)` : '';
      console.log(
        `  ${name.padEnd(20)}${ms.toFixed(0).padStart(7)} ms ${cpu.toFixed(0).padStart(7)} ms of CPU ${mb.toFixed(0).padStart(5)} MB${ratios}${note}`,
      );
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const asked = process.argv.slice(2);
const wrong = asked.filter((a) => !/^[1-9]\d*$/.test(a));
if (wrong.length > 0) {
  console.error(`“${wrong.join(' ')}” is no number of figures`);
  process.exitCode = 2;
} else {
  console.log(
    `ptrack check from the folder of batches: node ${process.version}, ${cpus().length} cores, whole processes,`,
  );
  console.log('medians of paired runs, peak memory as the kernel counts it');
  for (const figures of asked.length > 0 ? asked.map(Number) : [10_000, 100_000, LARGEST]) measure(figures);
}
