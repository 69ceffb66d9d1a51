// Times the checker in process: so many targets with 36 months each, judged as they come, a JSON line each, to
// /dev/null; on two threads. `node bench/judge.js [SIZES…]`, else 1,000 to 1,000,000.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const THREADS = 2;
const MONTHS = 36;
const FIRST = 2022 * 12;
const AS_OF = 2024 * 12 + 7;
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

/** Indicators of the kinds plans promise most of, and what is promised of each. */
const KINDS = [
  { kind: 'flow', better: 'higher', comparator: 'at_least', value: 600 },
  { kind: 'flow', better: 'lower', comparator: 'at_most', value: 700 },
  { kind: 'stock', better: 'higher', comparator: 'at_least', value: 60, baseline: 40 },
  { kind: 'flow', better: 'higher', comparator: 'about', value: 550 },
];

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

  const window = { start: 2024 * 12, end: 2024 * 12 + 11 };
  const due = { date: '2024-12-31', month: window.end };
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
      const kind = i % KINDS.length;
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
        window,
        due,
        indicator: refs[kind],
        form: forms[kind],
        forms: [forms[kind].comparator],
        ...(baselines[kind] ? { baseline: baselines[kind] } : {}),
      };
    }
  }
  return (from, count) => {
    const values = new Int32Array(count * MONTHS);
    for (let i = 0; i < values.length; i++) values[i] = 300 + (((from * MONTHS + i) * 7919) % 500);
    return { catalogue, series: seriesOf(values), targets: () => targetsOf(from, count) };
  };
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

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
function run(checker, { catalogue, series, targets }, out) {
  const counts = {};
  let [text, bytes, sample] = ['', 0, ''];
  const flush = () => {
    bytes += Buffer.byteLength(text);
    writeSync(out, text);
    text = '';
  };
  const input = { catalogue, series, today: '2024-09-20', asOf: AS_OF };
  for (const v of checker.judgeTargets(targets(), input)) {
    counts[v.status] = (counts[v.status] ?? 0) + 1;
    const line = lineOf(v);
    sample ||= line;
    text += `${line}\n`;
    if (text.length > CHUNK) flush();
  }
  flush();
  return { counts, bytes, sample };
}

/** One thread: makes its world, warms up with another, waits for the start, judges. */
function work({ bundled, from, count }) {
  const checker = createRequire(import.meta.url)(bundled);
  const out = openSync('/dev/null', 'w');
  const world = worlds(checker);
  const own = world(from, count);
  run(checker, world(0, WARM), out);
  parentPort.once('message', () => parentPort.postMessage(run(checker, own, out)));
  parentPort.postMessage('ready');
}

const once = (worker) => new Promise((done, fail) => worker.once('message', done).once('error', fail));

/** Judges so many targets in this process; prints what it took as JSON. */
async function measure(bundled, size) {
  const each = Math.ceil(size / THREADS);
  const workers = Array.from(
    { length: THREADS },
    (_, i) =>
      new Worker(fileURLToPath(import.meta.url), {
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
  const counts = {};
  for (const d of done) for (const [k, n] of Object.entries(d.counts)) counts[k] = (counts[k] ?? 0) + n;
  const rss = process.resourceUsage().maxRSS / 1024;
  const cpu = (user + system) / 1e6;
  console.log(
    JSON.stringify({
      size,
      seconds,
      cpu,
      rss,
      counts,
      bytes: done[0].bytes + done[1].bytes,
      sample: done[0].sample,
    }),
  );
}

async function main() {
  const dir = mkdtempSync(join(tmpdir(), 'ptrack-bench-'));
  try {
    const bundled = await bundle(dir);
    const asked = process.argv
      .slice(2)
      .map(Number)
      .filter((n) => n > 0);
    let sample = '';
    for (const size of asked.length > 0 ? asked : [1_000, 10_000, 100_000, 1_000_000]) {
      const runs = Array.from({ length: RUNS }, () => {
        const done = spawnSync(
          process.execPath,
          [fileURLToPath(import.meta.url), '--measure', bundled, String(size)],
          { encoding: 'utf8' },
        );
        if (done.status !== 0) throw new Error(done.stderr);
        return JSON.parse(done.stdout);
      });
      const of = (key) => median(runs.map((r) => r[key]));
      const [seconds, cpu, rss] = [of('seconds'), of('cpu'), of('rss')];
      sample = runs[0].sample;
      JSON.parse(sample);
      console.log(
        [
          `${size.toLocaleString('en').padStart(9)} targets`,
          `${seconds.toFixed(3).padStart(7)} s`,
          `${((seconds / size) * 1e6).toFixed(2).padStart(6)} µs each`,
          `${Math.round(size / seconds)
            .toLocaleString('en')
            .padStart(8)} verdicts/s`,
          `${cpu.toFixed(2).padStart(6)} s of CPU`,
          `${rss.toFixed(0).padStart(4)} MB`,
          `${(runs[0].bytes / size).toFixed(0)} B a line`,
        ].join('  '),
      );
    }
    console.log(`goal: a million in under 6 s and 1000 MB, on two threads. A line: ${sample}`);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

if (!isMainThread) work(workerData);
else if (process.argv[2] === '--measure') await measure(process.argv[3], Number(process.argv[4]));
else await main();
