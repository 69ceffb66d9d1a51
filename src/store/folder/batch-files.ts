import { Buffer } from 'node:buffer';
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, fault, UserError } from '../../model/diagnostic.ts';
import { parseHead } from './head.ts';
import type { Batch } from './scan.ts';

/** The files of a folder of batches as they are now. */
export interface Survey {
  /** Those that are batches or ought to be, in the order of their names. */
  readonly files: readonly string[];
  /** The batches that can be read, the earliest ingested first. */
  readonly batches: readonly Batch[];
  /** Files that are no batches. */
  readonly broken: readonly Diagnostic[];
  /** Files that can't be opened. */
  readonly closed: readonly Diagnostic[];
}

function listFiles(dir: string): string[] {
  try {
    return readdirSync(dir)
      .filter((name) => name.endsWith('.csv') && !name.startsWith('.'))
      .sort()
      .map((name) => join(dir, name));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return []; // nothing was ingested yet
    throw new UserError(fault('store/unreadable', { problem: code ?? '' }, { file: dir }));
  }
}

/** What a pipe or a device fails with: it is never opened, because reading it may never end. */
const NOT_A_FILE = new Error('not a file');

const unreadable = (error: unknown, file: string): Diagnostic =>
  error === NOT_A_FILE
    ? fault('file/not-a-file', { path: file })
    : fault('store/unreadable', { problem: (error as NodeJS.ErrnoException).code ?? '' }, { file });

/** Longer than the first two lines of any batch. */
const HEAD_ROOM = 1 << 16;

/** The head of a batch; its rows are read when they are asked for. Undefined: the file is none. */
function openBatch(file: string): Batch | undefined {
  const stat = statSync(file);
  if (!stat.isFile() && !stat.isDirectory()) throw NOT_A_FILE;
  const start = Buffer.alloc(HEAD_ROOM);
  const handle = openSync(file, 'r');
  let length = 0;
  try {
    length = readSync(handle, start, 0, HEAD_ROOM, 0);
  } finally {
    closeSync(handle);
  }
  const head = parseHead(start.subarray(0, length).toString());
  let bytes: string | undefined;
  return (
    head && {
      file,
      head,
      get bytes() {
        try {
          bytes ??= readFileSync(file, 'latin1');
        } catch (error) {
          throw new UserError(unreadable(error, file));
        }
        return bytes;
      },
    }
  );
}

/** The files of a folder of batches; one that is not there yet has none. */
export class BatchFiles {
  readonly dir: string;
  /** Batches that were opened before: they never change. */
  #opened: ReadonlyMap<string, Batch> = new Map();

  constructor(dir: string) {
    this.dir = dir;
  }

  /** What is in the folder now: other programs may have written since. Throws UserError where it can't be listed. */
  survey(): Survey {
    const files = listFiles(this.dir);
    const opened = new Map<string, Batch>();
    const broken: Diagnostic[] = [];
    const closed: Diagnostic[] = [];
    for (const file of files) {
      try {
        const batch = this.#opened.get(file) ?? openBatch(file);
        if (batch) opened.set(file, batch);
        else broken.push(fault('store/no-batch', {}, { file, line: 1, column: 1 }));
      } catch (error) {
        closed.push(unreadable(error, file));
      }
    }
    this.#opened = opened;
    const batches = [...opened.values()].sort((a, b) =>
      a.head.ingested < b.head.ingested ? -1 : a.head.ingested > b.head.ingested ? 1 : 0,
    );
    return { files, batches, broken, closed };
  }

  /** What is in the folder now. Throws UserError where it or a file in it can't be opened. */
  all(): Survey {
    const survey = this.survey();
    if (survey.closed.length > 0) throw new UserError(survey.closed);
    return survey;
  }
}
