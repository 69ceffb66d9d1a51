import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const HERE = join(dirname(fileURLToPath(import.meta.url)), '../..');
const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Runs a program of an empty project; what it prints, and its exit code. */
const run = (program: string, args: readonly string[], cwd: string) =>
  spawnSync(program, args, { cwd, encoding: 'utf8', env: { PATH: process.env.PATH, HOME: cwd } });

describe('the packed tarball, installed in an empty project', () => {
  let dir = '';
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'ptrack-packed-'));
    writeFileSync(join(dir, 'package.json'), '{ "private": true }');
    // the build is there, and other tests are using it
    const packed = run(NPM, ['pack', HERE, '--ignore-scripts', '--json'], dir);
    const [{ filename }] = JSON.parse(packed.stdout);
    const installed = run(NPM, ['install', '--offline', '--no-audit', '--no-fund', `./${filename}`], dir);
    expect(installed).toMatchObject({ status: 0 });
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  const ptrack = (...args: string[]) => run('npx', ['--no-install', 'ptrack', ...args], dir);

  it('needs nothing else', () => {
    const { version } = JSON.parse(readFileSync(join(HERE, 'package.json'), 'utf8'));
    expect(ptrack('--version')).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
  });
  it('drafts a mapping, and says that there is no plan yet', () => {
    writeFileSync(join(dir, 'x.csv'), '指标,2024年1月,2024年2月\n工业产值(亿元),1,2\n');
    expect(ptrack('ingest', '--infer', 'x.csv')).toMatchObject({ status: 0 });
    const run = ptrack('check');
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('file/none-matched');
  });
});
