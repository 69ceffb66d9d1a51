// Times the checker in process: so many targets with 36 months each, judged as they come, a JSON line each, to
// /dev/null; on two threads; beside DuckDB giving the bare status of the same targets. `npm run bench -- judge
// [SIZES…]`, else 1,000 to 1,000,000. Exits with 1 where the two give a target different statuses.
import { existsSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { AS_OF, FIRST, KINDS, MONTHS, STATUSES, tenths, WINDOW } from './judge-figures.js';
import { median, root, runNode } from './measure.js';

const self = fileURLToPath(import.meta.url);
const hasDuckdb = existsSync(join(root, 'bench/node_modules/@duckdb/node-api'));
const THREADS = 2;
/** Targets each thread judges before the clock starts, so that what is timed has been compiled. */
const WARM = 20_000;
/** Times each size is measured, each in a process of its own; the median counts. */
const RUNS = Number(process.env.RUNS ?? 3);
/** Bytes written at once. */
const CHUNK = 1 << 16;

const ENTRY = `
export { judgeTargets } from './src/checker/check.ts';
export { Catalogue } from './src/model/catalogue.ts';
export { Decimal } from './src/model/decimal.ts';
export { Units } from './src/model/unit.ts';
`;

/** The checker alone, bundled into a temporary file. */
async function bundle(dir) {
  const { build } = await import('esbuild');
  const outfile = join(dir, 'checker.cjs');
  await build({
    stdin: { contents: ENTRY, resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    outfile,
    logLevel: 'error',
  });
  return outfile;
}

/** The catalogue of one thread, and how its worlds are made: targets, and the columns of their figures in tenths. */
function worlds({ Catalogue, Decimal, Units }) {
  const catalogue = new Catalogue(new Units());
  const unit = catalogue.units.parse('亿元');
  const indicators = KINDS.map(({ kind, better }, i) => ({
    id: `indicator-${i}`,
    name: `指标${i}`,
    aliases: [],
    kind,
    unit,
    better,
    frequency: 'monthly',
    lag: 2,
    canFall: false,
    accumulates: false,
    nouns: [],
    file: '',
    pointer: '',
  }));
  for (const i of indicators) catalogue.addIndicator(i);
  const source = { batch: 'b.csv', line: 2, file: 'f.csv', cell: 'R2C2', ingested: '2024-09-01T00:00:00Z' };
  const periods = Array.from({ length: MONTHS }, (_, m) => ({ start: FIRST + m, end: FIRST + m }));

  /** One figure of the columns: its value is made when it is looked at. */
  class Figure {
    constructor(values, at, month) {
      this.values = values;
      this.at = at;
      this.period = periods[month];
    }
    get value() {
      return new Decimal(this.values[this.at], 10);
    }
  }
  Object.assign(Figure.prototype, { decimals: 1, unit, source });

  /** The figures of a target, made from the columns when they are asked for; its region is its number. */
  const seriesOf = (values) => ({
    get(key) {
      const at = Number(key.slice(key.indexOf('\u0000') + 1)) * MONTHS;
      const list = new Array(MONTHS);
      for (let m = 0; m < MONTHS; m++) list[m] = new Figure(values, at + m, m);
      return list;
    },
  });

  const due = { date: '2024-12-31', month: WINDOW.end };
  const quantity = (n) => ({ value: new Decimal(n, 1), decimals: 0, unit });
  const forms = KINDS.map((k) => ({ comparator: k.comparator, value: quantity(k.value) }));
  const baselines = KINDS.map((k) =>
    k.baseline
      ? { period: { start: 2023 * 12, end: 2023 * 12 + 11 }, value: quantity(k.baseline) }
      : undefined,
  );
  const refs = indicators.map((found) => ({ text: found.id, pointer: '', found }));
  function* targetsOf(from, count) {
    for (let i = 0; i < count; i++) {
      const kind = (from + i) % KINDS.length;
      const code = String(i);
      yield {
        type: 'target',
        plan: 'p',
        id: `t${from + i}`,
        title: '',
        path: [],
        file: '',
        pointer: '',
        lead: [],
        leadOpen: false,
        responsible: [],
        responsibleOpen: false,
        region: { text: code, pointer: '', found: { code, name: code, aliases: [], file: '', pointer: '' } },
        window: WINDOW,
        due,
        indicator: refs[kind],
        form: forms[kind],
        forms: [forms[kind].comparator],
        ...(baselines[kind] ? { baseline: baselines[kind] } : {}),
      };
    }
  }
  return (from, count) => ({
    catalogue,
    series: seriesOf(tenths(from, count)),
    targets: () => targetsOf(from, count),
    count,
  });
}

const quote = JSON.stringify;
const amount = (a) => (a ? `{"value":${a.value.toNumber()},"unit":${quote(a.unit.text)}}` : 'null');
const number = (x) => (x === undefined ? 'null' : x.toNumber());

/** What is still needed, as JSON. */
const need = (n) =>
  n
    ? `{"kind":"${n.kind}","value":${n.amount.value.toNumber()},"months":${n.months},"perMonth":${number(n.perMonth?.value)},"yearBefore":${number(n.yearBefore?.value)},"usedUp":${n.usedUp ?? null},"hardness":${number(n.hardness)}}`
    : 'null';

/** What a verdict says, as one line of JSON. */
const lineOf = (v) =>
  `{"plan":${quote(v.item.plan)},"target":${quote(v.item.id)},"status":"${v.status}","marks":${v.marks.length > 0 ? quote(v.marks) : '[]'},"actual":${amount(v.actual)},"limit":${amount(v.bound)},"expected":${amount(v.expected)},"pace":"${v.pace}","completion":${number(v.completion)},"paceGap":${number(v.paceGap)},"needed":${need(v.needed)},"reason":"${v.reason.code}"}`;

/** Judges a world's targets and writes a line for each; says what came of it. */
function run(checker, { catalogue, series, targets, count }, out) {
  const statuses = new Uint8Array(count);
  let [text, bytes, sample, judged] = ['', 0, '', 0];
  const flush = () => {
    bytes += Buffer.byteLength(text);
    writeSync(out, text);
    text = '';
  };
  const input = { catalogue, series, today: '2024-09-20', asOf: AS_OF };
  for (const v of checker.judgeTargets(targets(), input)) {
    statuses[judged++] = STATUSES.indexOf(v.status);
    const line = lineOf(v);
    sample ||= line;
    text += `${line}\n`;
    if (text.length > CHUNK) flush();
  }
  flush();
  return { statuses, bytes, sample };
}

/** One thread: makes its world, warms up with another, waits for the start, judges. */
function work({ bundled, from, count }) {
  const checker = createRequire(import.meta.url)(bundled);
  const out = openSync('/dev/null', 'w');
  const world = worlds(checker);
  const own = world(from, count);
  run(checker, world(0, WARM), out);
  parentPort.once('message', () => {
    const done = run(checker, own, out);
    parentPort.postMessage(done, [done.statuses.buffer]);
  });
  parentPort.postMessage('ready');
}

const once = (worker) => new Promise((done, fail) => worker.once('message', done).once('error', fail));

/** Judges so many targets in this process; prints what it took as JSON, and leaves the status of each in a file. */
async function measure(bundled, size, file) {
  const each = Math.ceil(size / THREADS);
  const workers = Array.from(
    { length: THREADS },
    (_, i) =>
      new Worker(self, {
        workerData: { bundled, from: i * each, count: Math.min(each, size - i * each) },
        // most of what is made for a target is gone with it
        resourceLimits: { maxYoungGenerationSizeMb: 96 },
      }),
  );
  await Promise.all(workers.map(once));
  const busy = process.cpuUsage();
  const start = process.hrtime.bigint();
  const results = workers.map(once);
  for (const w of workers) w.postMessage('go');
  const done = await Promise.all(results);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const { user, system } = process.cpuUsage(busy);
  const cpu = (user + system) / 1e6;
  const bytes = done.reduce((sum, d) => sum + d.bytes, 0);
  writeFileSync(file, Buffer.concat(done.map((d) => d.statuses)));
  console.log(JSON.stringify({ seconds, cpu, bytes, sample: done[0].sample }));
}

/** One size: the checker and DuckDB in turn, a process each; what they took, and whether they agree. */
function pair(bundled, size, file) {
  const { out, mb } = runNode([self, '--measure', bundled, String(size), file], { memory: true });
  const ours = { ...JSON.parse(out), mb };
  const theirs = hasDuckdb
    ? JSON.parse(runNode([join(root, 'bench/judge-duckdb.js'), String(size), file]).out)
    : undefined;
  return { ours, theirs };
}

/** What is said of one size; `smallest` is the time the smallest one took for each target. */
function show(size, runs, smallest) {
  const of = (key) => median(runs.map((r) => r.ours[key]));
  const [seconds, cpu, mb] = [of('seconds'), of('cpu'), of('mb')];
  const each = seconds / size;
  const perSecond = Math.round(size / seconds).toLocaleString('en');
  console.log(
    [
      `${size.toLocaleString('en').padStart(9)} targets`,
      `${seconds.toFixed(3).padStart(7)} s`,
      `${(each * 1e6).toFixed(2).padStart(6)} µs each`,
      `(${(each / (smallest ?? each)).toFixed(2)} × the smallest size’s)`,
      `${perSecond.padStart(8)} verdicts/s`,
      `${cpu.toFixed(2).padStart(6)} s of CPU`,
      `${mb.toFixed(0).padStart(4)} MB`,
      `${(runs[0].ours.bytes / size).toFixed(0)} B a line`,
    ].join('  '),
  );
  const [{ theirs }] = runs;
  if (theirs) {
    const took = median(runs.map((r) => r.theirs.seconds));
    const ratio = median(runs.map((r) => r.ours.seconds / r.theirs.seconds));
    const counts = STATUSES.map((s) => `${(theirs.counts[s] ?? 0).toLocaleString('en')} ${s}`).join(', ');
    console.log(
      `   DuckDB, status alone  ${took.toFixed(3)} s  ptrack / DuckDB ${ratio.toFixed(1)}  ${counts}`,
    );
    const differ = runs.flatMap((r) => r.theirs.differ);
    if (differ.length === 0) console.log('   the same status for every target');
    else {
      console.log(`   the statuses differ: ${JSON.stringify(differ.slice(0, 5))}`);
      process.exitCode = 1;
    }
  }
  return { each, seconds, mb };
}

async function main(sizes) {
  const dir = mkdtempSync(join(tmpdir(), 'ptrack-bench-'));
  try {
    const bundled = await bundle(dir);
    console.log(
      `the checker in process: node ${process.version}, ${cpus().length} cores, ${THREADS} threads, ${RUNS} runs each, medians`,
    );
    if (!hasDuckdb) console.log('DuckDB: not installed (npm ci --prefix bench)');
    let smallest;
    let last;
    let sample = '';
    for (const size of sizes) {
      const runs = Array.from({ length: RUNS }, () => pair(bundled, size, join(dir, 'statuses')));
      last = show(size, runs, smallest);
      smallest ??= last.each;
      sample = runs[0].ours.sample;
    }
    JSON.parse(sample);
    if (sizes.at(-1) === 1_000_000) {
      const { seconds, mb, each } = last;
      const met = (is) => (is ? 'met' : 'NOT met');
      console.log(`goal: a million in under 6 s: ${seconds.toFixed(3)} s, ${met(seconds < 6)}`);
      console.log(`goal: in under 1000 MB: ${mb.toFixed(0)} MB, ${met(mb < 1000)}`);
      if (sizes.length > 1)
        console.log(
          `goal: time in proportion: a target takes ${(each / smallest).toFixed(2)} times what it takes among ${sizes[0].toLocaleString('en')}, ${met(each <= smallest)}`,
        );
    }
    console.log(`a line: ${sample}`);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

if (!isMainThread) work(workerData);
else if (process.argv[2] === '--measure')
  await measure(process.argv[3], Number(process.argv[4]), process.argv[5]);
else {
  const asked = process.argv.slice(2);
  const wrong = asked.filter((a) => !/^[1-9]\d*$/.test(a));
  if (wrong.length > 0) {
    console.error(`“${wrong.join(' ')}” is no number of targets`);
    process.exitCode = 2;
  } else await main(asked.length > 0 ? asked.map(Number) : [1_000, 10_000, 100_000, 1_000_000]);
}
