import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { PROGRAM, project, remove } from './scenario.ts';

/** `script` of util-linux gives a program a terminal. */
const there = /util-linux/.test(spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '');

let dir = '';
afterEach(() => remove(dir));

/** Runs the program in a terminal and types an answer each time it asks. */
function inTerminal(args: readonly string[], answers: readonly string[]): Promise<[string, number | null]> {
  const quoted = [process.execPath, PROGRAM, ...args].map((a) => `'${a}'`).join(' ');
  const child = spawn('script', ['-qec', quoted, '/dev/null'], {
    cwd: dir,
    env: { PATH: process.env.PATH ?? '', TERM: 'xterm', NO_COLOR: '1' },
  });
  let shown = '';
  let typed = 0;
  child.stdout.on('data', (data: Buffer) => {
    shown += data.toString('utf8');
    const asked = shown.split('? \u001b').length - 1;
    while (typed < Math.min(asked, answers.length)) child.stdin.write(answers[typed++] ?? '');
  });
  return new Promise((resolve) => child.on('close', (code) => resolve([shown, code])));
}

describe.skipIf(!there)('in a terminal (skipped where there is no `script` of util-linux)', () => {
  const start = (): { catalogue: () => string; before: string } => {
    dir = project('donghu');
    writeFileSync(
      join(dir, 'data/exports/monthly-names.csv'),
      '地区,指标,时期,单位,数值\n东湖市,工业产直,2024年1-6月,亿元,120.5\n西湖市,工业产值,2024年1-6月,亿元,9\n注：\n',
    );
    const catalogue = (): string => readFileSync(join(dir, 'targets/catalogue.yaml'), 'utf8');
    return { catalogue, before: catalogue() };
  };
  const ingest = ['ingest', 'data/exports/monthly-names.csv', '--learn'];

  it('--learn asks, learns what is confirmed, and reads again', async () => {
    const { catalogue, before } = start();
    const [shown, code] = await inTerminal(ingest, ['y\r', '甲区\r']);
    expect(shown).toContain('“工业产直” (indicator, 1 cell(s), data/exports/monthly-names.csv R2C5)');
    expect(shown).toContain('“西湖市” is now an alias of 甲区 (A), in targets/regions.yaml');
    expect(shown).toContain('written to data/observations/');
    expect(code).toBe(0);
    expect(catalogue()).toBe(before.replace('[规上工业产值]', '[规上工业产值, 工业产直]'));
  });

  it('what is not confirmed is not learnt', async () => {
    const { catalogue, before } = start();
    const [shown, code] = await inTerminal(ingest, ['\r', 'n\r']);
    expect(shown).toContain('nothing was written');
    expect(code).toBe(1);
    expect(catalogue()).toBe(before);
  });

  it.each([
    ['Ctrl-D asks no more', '\u0004', 1, 'now an alias of 工业产值'],
    ['Ctrl-C writes nothing', '\u0003', 2, 'stopped; nothing was written'],
  ])('%s', async (_, key, expected, said) => {
    const { catalogue, before } = start();
    const [shown, code] = await inTerminal(ingest, ['y\r', key]);
    expect(shown).toContain(said);
    expect(code).toBe(expected);
    expect(catalogue() === before).toBe(key === '\u0003');
  });
});
