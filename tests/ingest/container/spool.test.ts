import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { gunzip } from '../../../src/ingest/container/gunzip.ts';
import { LIMITS } from '../../../src/ingest/container/limits.ts';
import { openExport } from '../../../src/ingest/container/open.ts';
import type { Source } from '../../../src/ingest/container/source.ts';
import { CHUNK } from '../../../src/ingest/container/source.ts';
import { openSpool } from '../../../src/ingest/container/spool.ts';
import { fault, UserError } from '../../../src/model/diagnostic.ts';
import { thrown } from '../helpers.ts';
import { file, folder, open, refusal } from './helpers.ts';

vi.mock('node:fs', { spy: true });

beforeEach(() => {
  vi.resetAllMocks();
});

const failing = (code: string) => () => {
  throw Object.assign(new Error(code), { code });
};

describe('a spool', () => {
  it('has no name from the moment it is open', () => {
    const tmp = folder();
    const spool = openSpool(tmp);
    expect(fs.readdirSync(tmp)).toEqual([]);
    spool.write(Buffer.from('甲乙'));
    spool.write(Buffer.from('丙'));
    const source = spool.source('x');
    expect(Buffer.concat([...source.chunks()]).toString()).toBe('甲乙丙');
    source.close();
    expect(fs.readdirSync(tmp)).toEqual([]);
  });

  it('is made in a folder that only its owner can enter', () => {
    let mode = 0;
    const tmp = folder();
    vi.mocked(fs.rmSync).mockImplementationOnce((path) => {
      mode = fs.statSync(path).mode & 0o777;
      expect(fs.statSync(join(String(path), 'spool')).mode & 0o777).toBe(0o600);
    });
    openSpool(tmp).drop();
    expect(mode).toBe(0o700);
    expect(fs.readdirSync(tmp)).toEqual([]);
  });

  it('that can’t lose its name at once loses it when it is dropped', () => {
    const tmp = folder();
    vi.mocked(fs.rmSync).mockImplementationOnce(failing('EBUSY'));
    const spool = openSpool(tmp);
    expect(fs.readdirSync(tmp)).toHaveLength(1);
    spool.drop();
    expect(fs.readdirSync(tmp)).toEqual([]);
  });

  it('is written whole where the system takes only a part at a time', () => {
    const spool = openSpool(folder());
    const write = fs.writeSync as (fd: number, chunk: Uint8Array) => number;
    vi.mocked(write).mockImplementationOnce((fd, chunk) => write(fd, chunk.subarray(0, 2)));
    spool.write(Buffer.from('abcdef'));
    const source = spool.source('x');
    expect(Buffer.concat([...source.chunks()]).toString()).toBe('abcdef');
    source.close();
  });

  it('where there is no folder', () => {
    const tmp = join(folder(), 'none');
    expect(thrown(() => openSpool(tmp))).toMatchObject([
      { code: 'container/no-spool', args: { folder: tmp, code: 'ENOENT' } },
    ]);
  });

  it('that can’t be opened leaves no folder', () => {
    const tmp = folder();
    vi.mocked(fs.openSync).mockImplementationOnce(failing('EMFILE'));
    expect(thrown(() => openSpool(tmp))).toMatchObject([{ args: { code: 'EMFILE' } }]);
    expect(fs.readdirSync(tmp)).toEqual([]);
  });

  it('on a full disk is refused, and its space is given back', async () => {
    const [path, tmp] = [file(gzipSync('a,1\n')), folder()];
    vi.resetAllMocks();
    vi.mocked(fs.writeSync).mockImplementationOnce(failing('ENOSPC'));
    expect(await refusal(openExport(path, { tmp }))).toMatchObject({
      code: 'container/no-spool',
      args: { folder: tmp, code: 'ENOSPC' },
    });
    // the spool and the file itself
    expect(vi.mocked(fs.closeSync)).toHaveBeenCalledTimes(2);
  });
});

describe('unpacking keeps to its bounds', () => {
  it('never writes more than the limit', async () => {
    const path = file(gzipSync(Buffer.alloc(2 ** 25)));
    vi.resetAllMocks();
    await refusal(openExport(path, { limits: { ...LIMITS, text: 2 ** 20 } }));
    const written = vi.mocked(fs.writeSync).mock.calls.reduce((n, [, chunk]) => n + chunk.length, 0);
    expect(written).toBe(2 ** 20);
  });

  it('never reads more than a chunk at a time', async () => {
    const opened = await open(Buffer.alloc(2 ** 20, 'a,1\n'));
    expect(opened.fingerprint.lf).toMatch(/^[0-9a-f]{64}$/);
    const asked = vi.mocked(fs.readSync).mock.calls.map(([, buffer]) => buffer.byteLength);
    expect(Math.max(...asked)).toBe(CHUNK);
  });

  it('passes on what goes wrong with the file itself', async () => {
    const source = (error: Error): Source => ({
      fd: 0,
      size: 99,
      *chunks() {
        yield gzipSync('a,1\n').subarray(0, 9);
        throw error;
      },
      fingerprint: () => ({ lf: '', raw: '' }),
      close() {},
    });
    const changed = new UserError(fault('container/changed', {}, { file: 'x' }));
    expect(await refusal(gunzip(source(changed), 'x', LIMITS, undefined))).toBe(changed.diagnostics[0]);
    const bug = new TypeError('a fault of the program');
    await expect(gunzip(source(bug), 'x', LIMITS, undefined)).rejects.toBe(bug);
  });
});

describe.skipIf(process.platform === 'win32')('however the program ends, nothing is left', () => {
  it.each<[NodeJS.Signals | 'exit']>([['SIGINT'], ['SIGTERM'], ['SIGKILL'], ['exit']])('%s', async (how) => {
    const dir = folder();
    const tmp = folder();
    const program = join(dir, 'program.mjs');
    await build({
      stdin: {
        contents: `import { openExport } from './src/ingest/container/open.ts';
          const opened = await openExport(process.argv[2], { tmp: process.argv[3] });
          for (const chunk of opened.chunks()) process.stdout.write(chunk);
          process.stdin.once('data', () => process.exit(0));`,
        resolveDir: process.cwd(),
        loader: 'ts',
      },
      outfile: program,
      bundle: true,
      format: 'esm',
      platform: 'node',
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
    });
    const child = spawn(process.execPath, [program, file(gzipSync('a,1\n')), tmp]);
    const [said] = await once(child.stdout, 'data');
    expect(String(said)).toBe('a,1\n');
    expect(fs.readdirSync(tmp)).toEqual([]);
    const ended = once(child, 'exit');
    if (how === 'exit') child.stdin.write('x');
    else child.kill(how);
    expect(await ended).toEqual(how === 'exit' ? [0, null] : [null, how]);
    expect(fs.readdirSync(tmp)).toEqual([]);
  });
});
