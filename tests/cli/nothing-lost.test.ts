import { cpSync, rmSync, utimesSync, watch, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Export,
  filesOf,
  generated,
  inLanes,
  isBatch,
  OBSERVATIONS,
  rowsOf,
  type Started,
  start,
  storedRows,
  writeExport,
} from './generated.ts';
import { project, ptrack, remove } from './scenario.ts';

const STEPS = join(dirname(fileURLToPath(import.meta.url)), 'steps.cjs');
/** How often a run is killed at a moment of chance; KILLS=500 for a long proof, SEED for other moments. */
const KILLS = Number(process.env.KILLS ?? 15);
/** Rows of the exports of those runs: more of them where there is time. */
const ROWS = process.env.KILLS ? 3000 : 600;
const SEED = Number(process.env.SEED ?? 20240517);

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function chance(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** For machines that do other work, too. */
const LONG = { timeout: 120_000 };

const sorted = (exports: readonly Export[]): string[] => exports.flatMap((e) => e.rows).sort();
const leftovers = (dir: string): string[] => [...filesOf(dir).keys()].filter((name) => !isBatch(name));

/** A project in which one export has been taken, with three more: new figures, a revision, and others. */
interface Scene {
  readonly dir: string;
  readonly earlier: Export;
  readonly runs: Readonly<Record<string, readonly Export[]>>;
  /** The batch of the earlier export. */
  readonly stood: ReadonlyMap<string, Buffer>;
}

function scene(rows: number): Scene {
  const dir = generated();
  const earlier = writeExport(dir, 'earlier', 0, rows);
  const added = writeExport(dir, 'new', 1, rows);
  const revised = writeExport(dir, 'revised', 0, rows, 1);
  const other = writeExport(dir, 'other', 2, rows);
  const taken = ptrack(['ingest', earlier.file], dir);
  if (taken.code !== 0) throw new Error(taken.err);
  const runs = { 'new figures': [added], 'a revision': [revised], 'two exports': [revised, other] };
  return { dir, earlier, runs, stood: filesOf(dir) };
}

const copy = (of: Scene): Scene => {
  const dir = project(undefined);
  cpSync(of.dir, dir, { recursive: true });
  return { ...of, dir };
};

/** Takes the folder back to what stood before the run that was killed. */
function reset({ dir, stood }: Scene): void {
  for (const name of filesOf(dir).keys())
    if (!stood.has(name)) rmSync(join(dir, OBSERVATIONS, name), { force: true });
}

/** What a killed run left: how many of its exports it took, and whether a temporary file lies about. */
interface Left {
  readonly signal: NodeJS.Signals | null;
  readonly took: number;
  readonly temporary: boolean;
}

/**
 * After a run was ended: what stood before stands byte for byte, each batch of the run is there whole or not at all,
 * `validate` finds nothing, and the same command then succeeds and leaves exactly the rows of all exports.
 */
async function checkKilled(
  at: Scene,
  exports: readonly Export[],
  ended: Awaited<Started['ended']>,
): Promise<Left> {
  const files = filesOf(at.dir);
  for (const [name, bytes] of at.stood) expect(files.get(name)?.equals(bytes)).toBe(true);
  const added = [...files].filter(([name]) => !at.stood.has(name));
  const batches = added.filter(([name]) => isBatch(name)).map(([name, bytes]) => rowsOf(name, bytes).sort());
  const whole = exports.map((e) => [...e.rows].sort());
  for (const rows of batches) expect(whole).toContainEqual(rows);
  expect(new Set(batches.map((rows) => rows[0])).size).toBe(batches.length);
  const temporary = leftovers(at.dir);
  for (const name of temporary) expect(name).toMatch(/^\.ptrack-.*\.tmp$/);
  expect(await start(['validate'], at.dir).ended).toMatchObject({ code: 0 });
  const again = await start(['ingest', ...exports.map((e) => e.file)], at.dir).ended;
  expect(again).toMatchObject({ code: 0, err: '' });
  expect(storedRows(at.dir)).toEqual(sorted([at.earlier, ...exports]));
  return { signal: ended.signal, took: batches.length, temporary: temporary.length > 0 };
}

describe('a run that is killed leaves the folder as it was before or as it is after', () => {
  let scenes: Scene[] = [];
  let steps: Scene[] = [];
  beforeAll(() => {
    const [large, small] = [scene(ROWS), scene(100)];
    scenes = [large, copy(large)];
    steps = [small, copy(small)];
  }, 60_000);
  afterAll(() => {
    for (const s of [...scenes, ...steps]) remove(s.dir);
  });

  it(`at ${KILLS} moments of chance`, { timeout: LONG.timeout + KILLS * 5000 }, async () => {
    const [one] = scenes as [Scene];
    const names = Object.keys(one.runs);
    const took: number[] = [];
    for (const name of names) {
      const began = performance.now();
      await start(['ingest', ...(one.runs[name] ?? []).map((e) => e.file)], one.dir).ended;
      took.push(performance.now() - began);
      reset(one);
    }
    const random = chance(SEED);
    // in turn at a time of the run, and when the folder has changed so many times
    const moments = Array.from({ length: KILLS }, (_, i) => ({
      kind: i % names.length,
      byTime: Math.floor(i / names.length) % 2 === 0,
      part: ((i + random()) / KILLS) * 1.05,
      changes: 1 + Math.floor(random() * 6),
      pause: random() * 2,
    }));
    const left = await inLanes(moments, async (moment, lane) => {
      const at = scenes[lane] as Scene;
      reset(at);
      const exports = at.runs[names[moment.kind] ?? ''] ?? [];
      const run = start(['ingest', ...exports.map((e) => e.file)], at.dir);
      const kill = (): boolean => run.child.kill('SIGKILL');
      const watcher = watch(join(at.dir, OBSERVATIONS));
      let seen = 0;
      watcher.on('change', () => {
        if (!moment.byTime && ++seen === moment.changes) setTimeout(kill, moment.pause);
      });
      const delay = moment.part * (took[moment.kind] ?? 0);
      const timer = moment.byTime ? setTimeout(kill, delay) : undefined;
      const ended = await run.ended;
      watcher.close();
      clearTimeout(timer);
      return checkKilled(at, exports, ended);
    });
    const killed = left.filter((l) => l.signal === 'SIGKILL');
    if (process.env.KILLS)
      console.log(
        `${KILLS} runs: ${killed.length} killed; ${killed.filter((l) => l.took > 0).length} of these had taken an export, ${killed.filter((l) => l.temporary).length} left a temporary file`,
      );
    expect(killed.length).toBeGreaterThan(KILLS / 3);
    expect(killed.some((l) => l.took === 0)).toBe(true);
  });

  it('before each of its changes to the folder, and half-way through each that writes', LONG, async () => {
    const [one] = steps as [Scene];
    const name = 'two exports';
    const files = (one.runs[name] ?? []).map((e) => e.file);
    const { third } = await start(['ingest', ...files], one.dir, STEPS).ended;
    const changes = third.split(' ');
    expect(changes.filter((c) => c === 'link' || c === 'rename')).toHaveLength(2);
    const moments = changes.flatMap((change, i) =>
      (/^(write|append)/.test(change) ? ['SIGKILL', 'half'] : ['SIGKILL']).map((at) => ({ step: i + 1, at })),
    );
    const left = await inLanes(moments, async ({ step, at: AT }, lane) => {
      const at = steps[lane] as Scene;
      reset(at);
      const run = start(['ingest', ...files], at.dir, STEPS, { STEP: String(step), AT });
      return checkKilled(at, at.runs[name] ?? [], await run.ended);
    });
    expect(left.every((l) => l.signal === 'SIGKILL')).toBe(true);
    expect(new Set(left.map((l) => l.took))).toEqual(new Set([0, 1, 2]));
    expect(left.some((l) => l.temporary)).toBe(true);
  });

  it(
    'before each of its changes by a polite signal: then no temporary file is left either',
    LONG,
    async () => {
      const [one] = steps as [Scene];
      const [revised] = one.runs['a revision'] as [Export];
      reset(one);
      const { third } = await start(['ingest', revised.file], one.dir, STEPS).ended;
      const moments = third
        .split(' ')
        .flatMap((_, i) => ['SIGINT', 'SIGTERM'].map((at) => ({ step: i + 1, at })));
      const left = await inLanes(moments, async ({ step, at: AT }, lane) => {
        const at = steps[lane] as Scene;
        reset(at);
        const run = start(['ingest', revised.file], at.dir, STEPS, { STEP: String(step), AT });
        const { code, signal } = await run.ended;
        expect([`${AT} null`, 'null 0']).toContain(`${signal} ${code}`);
        expect(leftovers(at.dir)).toEqual([]);
        const stored = storedRows(at.dir);
        expect([sorted([at.earlier]), sorted([at.earlier, revised])]).toContainEqual(stored);
        return signal;
      });
      expect(new Set(left)).toContain('SIGINT');
      expect(new Set(left)).toContain('SIGTERM');
    },
  );
});

describe('what a killed run left', () => {
  let dir = '';
  let file = '';
  beforeAll(async () => {
    dir = generated();
    ({ file } = writeExport(dir, 'a', 0, 50));
    const { third } = await start(['ingest', file, '--format', 'json'], dir, STEPS).ended;
    for (const name of filesOf(dir).keys()) rmSync(join(dir, OBSERVATIONS, name));
    const step = 1 + third.split(' ').findIndex((change) => change.startsWith('write'));
    await start(['ingest', file], dir, STEPS, { STEP: String(step), AT: 'half' }).ended;
  });
  afterAll(() => remove(dir));

  const age = (name: string, minutes: number): void => {
    const then = Date.now() / 1000 - minutes * 60;
    utimesSync(join(dir, OBSERVATIONS, name), then, then);
  };

  it('is no batch to any command, and stays for an hour, because its run could be alive', () => {
    const [name = ''] = leftovers(dir);
    expect([...filesOf(dir).keys()]).toEqual([name]);
    expect(ptrack(['validate'], dir)).toMatchObject({ code: 0, out: '' });
    expect(JSON.parse(ptrack(['check', '--format', 'json'], dir).out).verdicts[0].actual).toBeNull();
    age(name, 59);
    expect(ptrack(['ingest', file], dir).code).toBe(0);
    expect(leftovers(dir)).toEqual([name]);
  });

  it('is swept by the first run that writes after that; files of others are not', () => {
    const [name = ''] = leftovers(dir);
    writeFileSync(join(dir, OBSERVATIONS, '.notes.tmp'), 'mine');
    age('.notes.tmp', 6000);
    age(name, 61);
    expect(ptrack(['ingest', writeExport(dir, 'b', 1, 5).file], dir).code).toBe(0);
    expect(leftovers(dir)).toEqual(['.notes.tmp']);
  });
});

describe('sixteen runs at once', () => {
  it.each<[string, number, number]>([
    ['of sixteen exports: all are taken', 16, 1],
    ['of one export: it is taken once, and fifteen say that it was taken', 1, 16],
    ['of eight exports, two of each', 8, 2],
    ['of two exports, eight of each', 2, 8],
  ])('%s', LONG, async (_, different, times) => {
    const dir = generated();
    try {
      const exports = Array.from({ length: different }, (_, i) => writeExport(dir, `x${i}`, i, 200));
      const all = Array.from({ length: times }, () => exports).flat();
      const runs = await Promise.all(
        all.map((e) => start(['ingest', e.file, '--format', 'json'], dir).ended),
      );
      for (const run of runs) expect(run).toMatchObject({ code: 0, err: '' });
      const said = runs.map((run) => JSON.parse(run.out).files[0]);
      const written = said.filter((s) => s.batch !== null);
      expect(written.map((s) => s.file).sort()).toEqual(exports.map((e) => e.file).sort());
      for (const s of said)
        if (s.batch === null) expect(s.alreadyTaken).toBe(written.find((w) => w.file === s.file)?.batch);
      expect(storedRows(dir)).toEqual(sorted(exports));
      expect(leftovers(dir)).toEqual([]);
      expect(ptrack(['validate'], dir)).toMatchObject({ code: 0, out: '' });
    } finally {
      remove(dir);
    }
  });

  it('the fifteen say so in words, too', () => {
    const dir = generated();
    const { file } = writeExport(dir, 'a', 0, 5);
    ptrack(['ingest', file], dir);
    expect(ptrack(['ingest', file, '--lang', 'en'], dir).out).toMatch(
      /already taken .* as data\/observations\//,
    );
    expect(ptrack(['ingest', file, '--lang', 'zh'], dir).out).toContain('读入过');
    remove(dir);
  });
});
