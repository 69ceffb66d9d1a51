import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Export, Sheet } from '../../../src/ingest/container/export.ts';
import { type OpenOptions, openExport } from '../../../src/ingest/container/open.ts';
import { type Diagnostic, UserError } from '../../../src/model/diagnostic.ts';
import { checkWording } from '../helpers.ts';
import { type Cell, type SheetSpec, xlsx } from './workbook.ts';

/** A folder for one test. */
export function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'ptrack-test-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** A file for one test. */
export function file(bytes: Uint8Array | string, name = 'export.csv'): string {
  const path = join(folder(), name);
  writeFileSync(path, bytes);
  return path;
}

/** Opens bytes as a file called `x`; what is opened is closed with the test. */
export async function open(bytes: Uint8Array | string, options: OpenOptions = {}): Promise<Export> {
  const opened = await openExport(file(bytes), { name: 'x', ...options });
  onTestFinished(() => opened.close());
  return opened;
}

/** The bytes of a text, put together. */
export function bytesOf(opened: Export): Buffer {
  if (opened.kind !== 'text') throw new Error('a workbook');
  return Buffer.concat([...opened.chunks()]);
}

/** The sheets of a workbook that is given as bytes. */
export async function sheetsOf(bytes: Uint8Array, options: OpenOptions = {}): Promise<readonly Sheet[]> {
  const opened = await open(bytes, options);
  if (opened.kind !== 'workbook') throw new Error('no workbook');
  return opened.sheets;
}

/** The rows of the first sheet of a workbook with these cells. */
export async function rowsOf(
  rows: readonly (readonly Cell[])[],
  more: Omit<SheetSpec, 'rows'> & { since1904?: boolean } = {},
): Promise<readonly (readonly string[])[]> {
  const { since1904 = false, ...spec } = more;
  const [sheet] = await sheetsOf(xlsx([{ rows, ...spec }], { since1904 }));
  return sheet?.rows ?? [];
}

/** The finding with which a promise is refused. */
export async function refusal(promise: Promise<unknown>): Promise<Diagnostic> {
  try {
    await promise;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const [first] = checkWording(error.diagnostics);
    if (first) return first;
  }
  throw new Error('nothing was refused');
}
