import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROGRAM, project, ptrack, remove } from './scenario.ts';

let dir = '';
beforeEach(() => {
  dir = project('donghu');
});
afterEach(() => remove(dir));

const write = (path: string, content: string | Uint8Array): void => writeFileSync(join(dir, path), content);
const batches = (): string[] => {
  try {
    return readdirSync(join(dir, 'data/observations'));
  } catch {
    return [];
  }
};

/** No stack trace, nothing of the program's own files. */
const isClean = (text: string): boolean => !/\n\s+at |ptrack\.cjs|TypeError|undefined/.test(text);

describe('bad exports give a clear error, exit 2 or 1, and nothing is written', () => {
  const head = '地区,指标,时期,单位,数值\n';
  it.each<[string, string | Uint8Array, number]>([
    ['empty', '', 2],
    ['binary', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 1, 2, 3]), 2],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 2],
    ['only a header', head, 2],
    ['cut inside a quote', `${head}东湖市,"工业产值,2024年1-5月,亿元,5\n`, 2],
    [
      'cut inside a character',
      Buffer.from(`${head}东湖市,工业产值,2024年5月,亿元,5\n东湖市`).subarray(0, -1),
      2,
    ],
    ['NUL bytes', `${head}东湖市,工业\0产值,2024年5月,亿元,5\n`, 2],
    ['rows too long', `${head}东湖市,工业产值,2024年5月,亿元,5,6,7\n`, 1],
    ['an exponent without bounds', `${head}东湖市,工业产值,2024年5月,亿元,1e99999999999999999999\n`, 1],
    ['a negative exponent without bounds', `${head}东湖市,工业产值,2024年5月,亿元,1e-9999999\n`, 1],
    ['a figure of a thousand digits', `${head}东湖市,工业产值,2024年5月,亿元,${'9'.repeat(1000)}\n`, 1],
    ['a figure cut where the note should follow', `${head}东湖市,工业产值,2024年5月,亿元,1013`, 1],
    ['a formula', `${head}东湖市,工业产值,2024年5月,亿元,=1+1\n`, 1],
    ['another table', 'a,b,c\n1,2,3\n', 2],
  ])('%s', (_, content, code) => {
    write('data/exports/monthly-x.csv', content);
    const run = ptrack(['ingest', 'data/exports/monthly-x.csv'], dir);
    expect(run.code).toBe(code);
    expect(run.err).toContain('monthly-x.csv');
    expect(isClean(run.err)).toBe(true);
    expect(batches()).toEqual([]);
  });
});

describe('names from files reach a terminal without their control characters', () => {
  const evil = '\u001b]0;owned\u0007\u001b[2J红\u202e';
  it.each([
    [
      'a plan title',
      () =>
        write(
          'targets/plan.yaml',
          readFileSync(join(dir, 'targets/plan.yaml'), 'utf8').replace(
            'title: 稳增长',
            `title: "${evil.replace('\u001b', '\\e').replace('\u001b', '\\e').replace('\u0007', '\\a')}"`,
          ),
        ),
      ['check', '--all'],
    ],
    [
      'an unknown key',
      () => write('targets/evil.yaml', `ptrack: plan/v1\nid: e\ntitle: t\nwindow: 2024\n"\\e[31mkey": 1\n`),
      ['validate'],
    ],
    [
      'a label of an export',
      () =>
        write('data/exports/monthly-e.csv', `地区,指标,时期,单位,数值\n东湖市,${evil},2024年5月,亿元,5\n`),
      ['ingest', 'data/exports/monthly-e.csv'],
    ],
    ['an argument', () => {}, ['check', evil]],
  ])('%s', (_, prepare, args) => {
    prepare();
    const run = ptrack(args, dir);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(run.out + run.err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202e]/);
  });
});

describe('a plan that is', () => {
  it.each([
    ['a folder of its name', () => mkdirSync(join(dir, 'targets/dir.yaml')), 0],
    [
      'deeply nested',
      () =>
        write(
          'targets/deep.yaml',
          `ptrack: plan/v1\nid: deep\ntitle: t\nwindow: 2024\ngoals: ${'[{id: g, title: t, goals: '.repeat(60)}[]${'}]'.repeat(60)}\n`,
        ),
      2,
    ],
    [
      'a bomb of aliases',
      () =>
        write(
          'targets/bomb.yaml',
          `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e]\nptrack: plan/v1\nid: bomb\ntitle: t\nwindow: 2024\nlead: *f\n`,
        ),
      2,
    ],
    [
      'a bomb of nested goals',
      () => {
        const nest = Array.from({ length: 9 }, (_, i) => {
          const inner = i === 0 ? '' : Array.from({ length: 9 }, () => `*g${i - 1}`).join(', ');
          return `  - &g${i} { id: g${i}, title: t, goals: [${inner}] }`;
        });
        write(
          'targets/nest.yaml',
          `ptrack: plan/v1\nid: nest\ntitle: t\nwindow: 2024\ngoals:\n${nest.join('\n')}\n`,
        );
      },
      2,
    ],
    [
      'keyed by __proto__',
      () =>
        write(
          'targets/proto.yaml',
          'ptrack: plan/v1\nid: proto\ntitle: t\nwindow: 2024\n__proto__: { a: 1 }\n',
        ),
      2,
    ],
    [
      'GB18030',
      () => write('targets/gbk.yaml', new Uint8Array([0x70, 0x3a, 0x20, 0xb9, 0xa4, 0xd2, 0xb5, 0x0a])),
      2,
    ],
  ])('%s', (_, prepare, code) => {
    prepare();
    const run = ptrack(['check', '--as-of', '2024-05'], dir);
    expect(run.code).toBe(code);
    expect(isClean(run.err)).toBe(true);
    expect(run.out).toContain('donghu-2024'); // the sound plan is judged all the same
  });
});

it('a batch that was changed is found by validate and its sound rows still count', () => {
  ptrack(['ingest', 'data/exports/monthly-2024.csv'], dir);
  const [name] = batches();
  const path = join('data/observations', name ?? '');
  write(path, readFileSync(join(dir, path), 'utf8').replace(',101.2,', ',201.2,'));
  const run = ptrack(['validate'], dir);
  expect(run).toMatchObject({ code: 1 });
  expect(run.out).toContain('store/changed');
});

it('a checkout that changed nothing but line ends changes nothing', () => {
  const raw = readFileSync(join(dir, 'data/exports/monthly-2024.csv'), 'utf8');
  const [lf, crlf] = [raw.replaceAll('\r\n', '\n'), raw.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n')];
  for (const [first, then] of [
    [lf, crlf],
    [crlf, lf],
  ] as const) {
    write('data/exports/monthly-2024.csv', first);
    ptrack(['ingest', 'data/exports/monthly-2024.csv'], dir);
    const [batch = ''] = batches();
    const path = join('data/observations', batch);
    write('data/exports/monthly-2024.csv', then);
    write(path, readFileSync(join(dir, path), 'utf8').replaceAll('\n', '\r\n'));
    expect(ptrack(['validate'], dir)).toMatchObject({ code: 0 });
    expect(ptrack(['ingest', 'data/exports/monthly-2024.csv'], dir)).toMatchObject({ code: 0 });
    expect(batches()).toEqual([batch]);
    expect(ptrack(['undo', batch], dir).out).toContain('ptrack ingest data/exports/monthly-2024.csv');
    expect(batches()).toEqual([]);
  }
});

it('an export taken when its hash was of its bytes is known again', () => {
  const crlf = readFileSync(join(dir, 'data/exports/monthly-2024.csv'), 'utf8').replace(/\r?\n/g, '\r\n');
  write('data/exports/monthly-2024.csv', crlf);
  ptrack(['ingest', 'data/exports/monthly-2024.csv'], dir);
  const [batch = ''] = batches();
  const path = join('data/observations', batch);
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
  write(path, readFileSync(join(dir, path), 'utf8').replace(hash(crlf.replaceAll('\r\n', '\n')), hash(crlf)));
  expect(readFileSync(join(dir, path), 'utf8')).toContain(hash(crlf));
  ptrack(['ingest', 'data/exports/monthly-2024.csv'], dir);
  expect(batches()).toEqual([batch]);
});

it('a closed pipe ends quietly', async () => {
  const child = spawn(process.execPath, [PROGRAM, 'targets', '--format', 'json'], {
    cwd: dir,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((done) => child.on('close', done));
  expect({ code, err }).toEqual({ code: 0, err: '' });
});

describe('a pipe or a device where a file should be is told, and never waited for', () => {
  it.each([
    ['an export', 'pipe.csv', ['ingest', 'pipe.csv']],
    ['a plan', 'targets/pipe.yaml', ['validate']],
    ['the project file', 'ptrack.yaml', ['check']],
    ['a batch', 'data/observations/2026-01-01-pipe-00000000.csv', ['log']],
  ])('%s', (_, file, args) => {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    rmSync(join(dir, file), { force: true });
    execFileSync('mkfifo', [join(dir, file)]);
    const run = spawnSync(process.execPath, [PROGRAM, ...args], {
      cwd: dir,
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(file);
    expect(run.stderr).toMatch(/not a (regular )?file/);
  });
  it('an endless device', () => {
    const run = spawnSync(process.execPath, [PROGRAM, 'ingest', '/dev/zero'], {
      cwd: dir,
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('file/not-a-file');
  });
  it('but what a shell hands over is read', () => {
    const run = spawnSync(
      '/bin/sh',
      [
        '-c',
        `cat data/exports/monthly-2024.csv | "${process.execPath}" "${PROGRAM}" ingest /dev/stdin --mapping data/mappings/monthly.yaml --dry-run`,
      ],
      { cwd: dir, encoding: 'utf8', timeout: 20_000 },
    );
    expect(run.stderr).toContain('/dev/stdin');
    expect(run.status).toBe(0);
  });
});

it('a folder that was removed under the program is told in one line, exit 2', () => {
  const gone = join(dir, 'gone');
  mkdirSync(gone);
  const run = spawnSync('/bin/sh', ['-c', `rmdir "${gone}" && "${process.execPath}" "${PROGRAM}" check`], {
    cwd: gone,
    encoding: 'utf8',
  });
  expect(run.status).toBe(2);
  expect(run.stderr).toContain('file/folder-gone');
  expect(run.stderr.trim().split('\n')).toHaveLength(1);
});

it('a full disk is told in one line, exit 2', () => {
  const run = spawnSync(
    '/bin/sh',
    ['-c', `"${process.execPath}" "${PROGRAM}" targets --format json > /dev/full`],
    {
      cwd: dir,
      encoding: 'utf8',
    },
  );
  expect(run.status).toBe(2);
  expect(run.stderr.trim().split('\n')).toHaveLength(1);
  expect(run.stderr).toContain('ENOSPC');
});

it('output into a device goes through it, and into a link to the file behind it', () => {
  symlinkSync('real.json', join(dir, 'link.json'));
  write('real.json', 'before');
  expect(ptrack(['targets', '--format', 'json=link.json', '--format', 'csv=/dev/null'], dir).code).toBe(0);
  expect(lstatSync(join(dir, 'link.json')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(dir, 'real.json'), 'utf8')).toContain('ptrack/targets/v1');
  expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
});

it('a stored figure in a unit that can not measure it is reported, exit 2', () => {
  ptrack(['ingest', 'data/exports/monthly-2024.csv'], dir);
  const path = join('data/observations', batches()[0] ?? '');
  write(path, readFileSync(join(dir, path), 'utf8').replace('110,亩', '110,家'));
  const run = ptrack(['check'], dir);
  expect(run.code).toBe(2);
  expect(run.err).toContain('store/wrong-unit');
});

it('a plan that repeats the target of another is judged by that one’s figures, also alone', () => {
  ptrack(['ingest', 'data/exports/monthly-2024.csv'], dir);
  write(
    'targets/second.yaml',
    'ptrack: plan/v1\nid: second\ntitle: 第二\nregion: 东湖市\nwindow: 2024\ntargets: [{ id: x, same_as: donghu-2024/land }]\n',
  );
  const run = ptrack(['check', 'second', '--format', 'json'], dir);
  expect(JSON.parse(run.out).verdicts[0]).toMatchObject({
    status: 'lagging',
    asOf: '2024-05',
    actual: { value: 110 },
  });
});

describe('colour', () => {
  it.each([
    ['none in a pipe', [], {}, false],
    ['--color always', ['--color', 'always'], {}, true],
    ['--color beats NO_COLOR', ['--color', 'always'], { NO_COLOR: '1' }, true],
    ['FORCE_COLOR in a pipe', [], { FORCE_COLOR: '1' }, true],
    ['NO_COLOR beats FORCE_COLOR', [], { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    ['--color never beats FORCE_COLOR', ['--color', 'never'], { FORCE_COLOR: '1' }, false],
  ])('%s', (_, args, env, coloured) => {
    const { out } = ptrack(['check', ...args], dir, env as Record<string, string>);
    expect(out.includes('\u001b[')).toBe(coloured);
  });
});

it('says in one line that it has not been built', () => {
  mkdirSync(join(dir, 'bin'));
  writeFileSync(join(dir, 'bin/ptrack.cjs'), readFileSync(PROGRAM));
  const run = spawnSync(process.execPath, [join(dir, 'bin/ptrack.cjs'), 'check'], { encoding: 'utf8' });
  expect(run.status).toBe(2);
  expect(run.stderr.trim().split('\n')).toHaveLength(1);
  expect(run.stderr).toContain('npm run build');
});

describe('names that a spreadsheet would run, or a page would load, are text in every output', () => {
  const RUNS = [
    '=HYPERLINK("http://x.example","y")',
    '+1+1',
    '-2+3+cmd|calc!A0',
    '-5 A1:B2',
    '@SUM(A1)',
    '＝1+1',
    '＋1+1',
    '－1+1',
    '＠SUM(A1)',
  ];
  const LOADS = ['![x](http://x.example/p.png)', '[x](javascript:alert(1))', '<img src=x>', 'a | b'];

  it.each(['targets', 'check'])('%s', (command) => {
    const goals = [...RUNS, ...LOADS].map(
      (title, i) =>
        `  - { id: g${i}, title: '${title}', targets: [{ id: t${i}, title: '${title}', indicator: land, at_least: 300 亩 }] }`,
    );
    write(
      'targets/plan.yaml',
      `ptrack: plan/v1\nid: evil\ntitle: t\nregion: 东湖市\nwindow: 2024\ngoals:\n${goals.join('\n')}\n`,
    );
    const run = ptrack([command, '--format', 'csv', '--format', 'markdown=evil.md'], dir);
    expect(isClean(run.err)).toBe(true);
    const cells = (parse(run.out) as string[][]).flat();
    for (const title of RUNS) expect(cells).toContain(`'${title}`);
    expect(cells.filter((c) => /^[=+@＝＋＠]/.test(c) || /^[-－](?!\d+(\.\d+)?$)/.test(c))).toEqual([]);
    const markdown = readFileSync(join(dir, 'evil.md'), 'utf8');
    expect(markdown).toContain('!\\[x](http');
    expect(markdown).not.toMatch(/(?<!\\)\[|</);
    const widths = markdown
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/(?<!\\)\|/).length);
    expect(new Set(widths).size).toBe(1);
  });

  it('negative numbers stay numbers', () => {
    ptrack(['ingest', 'data/exports/monthly-2024.csv'], dir);
    const cells = (parse(ptrack(['check', '--format', 'csv'], dir).out) as string[][]).flat();
    expect(cells.some((c) => /^-\d+(\.\d+)?$/.test(c))).toBe(true);
    expect(cells.filter((c) => c.startsWith("'"))).toEqual([]);
  });
});
