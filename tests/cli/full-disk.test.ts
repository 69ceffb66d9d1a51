import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Export,
  filesOf,
  generated,
  OBSERVATIONS,
  start,
  storedRows,
  writeExport,
} from './generated.ts';
import { PROGRAM, ptrack, remove } from './scenario.ts';

const STEPS = join(dirname(fileURLToPath(import.meta.url)), 'steps.cjs');

let dir = '';
let small: Export;
let large: Export;
beforeEach(() => {
  dir = generated();
  small = writeExport(dir, 'small', 0, 5);
  large = writeExport(dir, 'large', 1, 600);
});
afterEach(() => remove(dir));

function shell(command: readonly string[], script: string, lang = 'en'): SpawnSyncReturns<string> {
  const [program = '', ...args] = [...command, 'sh', '-c', script];
  const env = {
    PATH: process.env.PATH,
    TZ: 'UTC',
    PTRACK_LANG: lang,
    RUN: `"${process.execPath}" "${PROGRAM}"`,
  };
  return spawnSync(program, args, { cwd: dir, encoding: 'utf8', env });
}

const works = ([program = '', ...args]: readonly string[]): boolean => spawnSync(program, args).status === 0;
/** Mounts of its own, which need no root where the system has user namespaces. */
const MOUNTS = ['unshare', '--map-root-user', '--mount'];
const canMount = works([...MOUNTS, 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']);
/** Somebody for whom permissions hold: root has to become another. */
const NOBODY = process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--clear-groups'] : [];
const canBeNobody = works([...NOBODY, process.execPath, PROGRAM, '--version']);

/** One line with the code, no stack trace. */
function expectLine(text: string, code: string): void {
  expect(text.trimEnd().split('\n')).toHaveLength(1);
  expect(text).toContain(`[${code}]`);
}

/** What is left behind must be what was there: the batch of the small export, or nothing. */
const KEPT = (): string[] => [...small.rows].sort();

describe.skipIf(!canMount)('on a file system of its own (skipped where mounting is not allowed)', () => {
  it.each([
    ['en', 'there is no room left'],
    ['zh', '磁盘空间不足'],
  ])('a disk that is full: exit 2, and the batch that was there stays alone (%s)', (lang, words) => {
    mkdirSync(join(dir, OBSERVATIONS));
    const run = shell(
      MOUNTS,
      `mount -t tmpfs -o size=16k tmpfs ${OBSERVATIONS} && eval $RUN ingest -q ${small.file} >/dev/null
       cp ${OBSERVATIONS}/* kept; eval $RUN ingest ${large.file}; echo "= $?"
       cmp kept ${OBSERVATIONS}/* && ls -A ${OBSERVATIONS} | wc -l`,
      lang,
    );
    expectLine(run.stderr, 'store/disk-full');
    expect(run.stderr).toContain(words);
    expect(run.stdout).toMatch(/^= 2\n\s*1\n$/);
  });

  it('one that can only be read', () => {
    ptrack(['ingest', small.file], dir);
    const run = shell(
      MOUNTS,
      `mount --bind . . && mount -o remount,bind,ro . && cd . && cd "$PWD" && eval $RUN ingest ${large.file}`,
    );
    expect(run.status).toBe(2);
    expectLine(run.stderr, 'store/not-writable');
    expect(storedRows(dir)).toEqual(KEPT());
  });
});

it.each([
  ['en', /larger than a file may be .*ulimit -f/],
  ['zh', /超过了 .*单个文件.*ulimit -f/],
])('a batch larger than a file may be (ulimit): exit 2, nothing is left of it (%s)', (lang, words) => {
  ptrack(['ingest', small.file], dir);
  const run = shell([], `ulimit -f 16; eval $RUN ingest ${large.file}`, lang);
  expect(run.status).toBe(2);
  expectLine(run.stderr, 'store/too-large');
  expect(run.stderr).toMatch(words);
  expect(filesOf(dir).size).toBe(1);
  expect(storedRows(dir)).toEqual(KEPT());
});

it('an error at any of its changes: exit 2 and nothing left, or exit 0 and the batch whole', {
  timeout: 120_000,
}, async () => {
  ptrack(['ingest', small.file], dir);
  const { third } = await start(['ingest', large.file], dir, STEPS).ended;
  const [kept = ''] = [...filesOf(dir).keys()].filter((name) => name.includes('small'));
  const clear = (): void => {
    for (const name of filesOf(dir).keys()) if (name !== kept) rmSync(join(dir, OBSERVATIONS, name));
  };
  const codes = { ENOSPC: 'store/disk-full', EIO: 'store/cannot-write' };
  // a temporary file that can't be removed is left to the sweep
  const steps = third.split(' ').flatMap((change, i) => (/^(rm|unlink)$/.test(change) ? [] : [i + 1]));
  const moments = steps.flatMap((step) => Object.entries(codes).map(([AT, code]) => ({ step, AT, code })));
  const ends: (number | null)[] = [];
  for (const { step, AT, code } of moments) {
    clear();
    const run = await start(['ingest', large.file], dir, STEPS, { STEP: String(step), AT }).ended;
    ends.push(run.code);
    if (run.code === 0) expect(storedRows(dir)).toEqual([...small.rows, ...large.rows].sort());
    else {
      expect(run.code).toBe(2);
      expectLine(run.err, code);
      expect([...filesOf(dir).keys()]).toEqual([kept]);
    }
  }
  expect(ends.filter((c) => c === 2).length).toBeGreaterThan(moments.length / 3);
});

describe.skipIf(!canBeNobody)('a folder without permission (skipped where root can be nobody else)', () => {
  const asNobody = (): SpawnSyncReturns<string> => shell(NOBODY, `eval $RUN ingest ${large.file}`);
  beforeEach(() => {
    chmodSync(dir, 0o755);
    ptrack(['ingest', small.file], dir);
  });
  it.each<[string, string, number, string]>([
    ['to write', OBSERVATIONS, 0o555, 'store/not-writable'],
    ['to read', OBSERVATIONS, 0o000, 'file/unreadable'],
    ['to look into', 'data', 0o000, 'file/unreadable'],
  ])('%s', (_, folder, mode, code) => {
    chmodSync(join(dir, folder), mode);
    const run = asNobody();
    chmodSync(join(dir, folder), 0o755);
    expect(run.status).toBe(2);
    expectLine(run.stderr, code);
    expect(storedRows(dir)).toEqual(KEPT());
  });
});

describe('something else where the folder should be', () => {
  it.each<[string, () => void, string]>([
    ['a file', () => writeFileSync(join(dir, OBSERVATIONS), 'mine'), 'store/unreadable'],
    [
      'a link that leads nowhere',
      () => symlinkSync('nowhere', join(dir, OBSERVATIONS)),
      'store/cannot-write',
    ],
  ])('%s', (_, prepare, code) => {
    prepare();
    const run = ptrack(['ingest', small.file], dir);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain(`[${code}]`);
    expect(run.err).toContain(OBSERVATIONS);
  });
});

describe('the summary can not be written: exit 2, the batch is whole, and the next run says that it was taken', () => {
  it.each([
    ['to standard output', '> /dev/full'],
    ['to a device', '--format json=/dev/full'],
    ['into a folder that is none', '--format json=no/such/folder'],
  ])('%s', (_, output) => {
    const run = shell([], `eval $RUN ingest ${small.file} ${output}`);
    expect(run.status).toBe(2);
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(run.stderr).toMatch(/could not be written|cannot be written/);
    expect(storedRows(dir)).toEqual(KEPT());
    expect(ptrack(['ingest', small.file], dir).out).toContain('already taken');
  });
});
