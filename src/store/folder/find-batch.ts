import { basename, dirname, resolve } from 'node:path';
import { type Diagnostic, fault, UserError } from '../../model/diagnostic.ts';
import { nearest } from '../../model/names.ts';
import type { Survey } from './batch-files.ts';

const stemOf = (file: string): string => basename(file, '.csv');

/** Names that several batches share are listed up to here. */
const LISTED = 10;

/** File names are compared in one form: a file system may keep 青 or é in another than the keyboard gives. */
const fold = (name: string): string => name.normalize('NFC').toLowerCase();

const havingPart = (part: string, files: readonly string[]): string[] =>
  files.filter((f) => fold(basename(f)).includes(fold(part)));

/** The hash at the end of a batch's name, with the number behind it where there is one. */
const HASH = /-([0-9a-f]{8}(?:-\d+)?)\.csv$/;

/** Everything in a name that could be the hash of another: eight digits of base 16, and each start of a number behind. */
const HASHES_WITHIN = /(?=([0-9a-f]{8})(?:-(\d+))?)/g;

/** How many of the names have each possible hash in them. */
function countHashes(names: readonly string[]): Map<string, number> {
  const count = new Map<string, number>();
  for (const name of names) {
    const within = new Set<string>();
    for (const [, hash = '', digits = ''] of name.matchAll(HASHES_WITHIN)) {
      within.add(hash);
      for (let n = 1; n <= digits.length; n++) within.add(`${hash}-${digits.slice(0, n)}`);
    }
    for (const hash of within) count.set(hash, (count.get(hash) ?? 0) + 1);
  }
  return count;
}

/**
 * What each file is called for short: the hash in its name, where no other file has that in its name; else its name
 * without .csv. Takes time that grows with the number of files alone.
 */
export function shortNames(files: readonly string[]): Map<string, string> {
  const count = countHashes(files.map((f) => fold(basename(f))));
  return new Map(
    files.map((f) => {
      const hash = HASH.exec(basename(f))?.[1];
      return [f, hash !== undefined && count.get(hash) === 1 ? hash : stemOf(f)];
    }),
  );
}

/** The part of a batch's name that its export gave. */
const slugOf = (file: string): string =>
  stemOf(file).replace(/^\d{4}-\d{2}-\d{2}-|-[0-9a-f]{8}(?:-\d+)?$/g, '');

/** The file of a name or a path that is exactly one of the folder's. */
function exactly(asked: string, dir: string, files: readonly string[]): string | undefined {
  const isHere = !/[\\/]/.test(asked) || resolve(dirname(asked)) === resolve(dir);
  if (!isHere) return undefined;
  const name = fold(basename(asked));
  const alike = files.filter((f) => fold(basename(f)) === name || fold(stemOf(f)) === name);
  const same = alike.find((f) => basename(f) === basename(asked) || stemOf(f) === basename(asked));
  return same ?? (alike.length === 1 ? alike[0] : undefined);
}

/** That no batch is meant, with what may have been. */
function noBatch(asked: string, dir: string, { files, batches }: Survey): Diagnostic {
  const source = fold(basename(asked));
  const made = batches.filter((b) => fold(b.head.source) === source);
  const names = shortNames(files);
  return fault('store/no-such-batch', {
    name: asked,
    nearest: (made.length === 0 && nearest(stemOf(asked), files.map(slugOf))) || '',
    made: made.map((b) => names.get(b.file) ?? b.file),
    folder: dir,
  });
}

/**
 * The file of the one batch that is meant by a path, a file name with or without .csv, or a part of a name that no
 * other has. Files that are no batches are found by their whole name alone. Throws UserError where none or several
 * are meant.
 */
export function findBatch(asked: string, dir: string, survey: Survey): string {
  const { files } = survey;
  const exact = exactly(asked, dir, files);
  if (exact !== undefined) return exact;
  const found = asked === '' || /[\\/]/.test(asked) ? [] : havingPart(asked, files);
  const sound = new Set(survey.batches.map((b) => b.file));
  const [only] = found;
  if (only === undefined) throw new UserError(noBatch(asked, dir, survey));
  if (found.length > 1) {
    const several = found.slice(0, LISTED).map((f) => basename(f));
    const more = found.length > LISTED ? found.length - LISTED : '';
    throw new UserError(fault('store/several-batches', { name: asked, several, more }));
  }
  if (!sound.has(only))
    throw new UserError(
      fault('store/whole-name', { file: basename(only) }, { file: only, line: 1, column: 1 }),
    );
  return only;
}
