import { baseName } from '../file-name.ts';
import type { Mapping } from './mapping.ts';

/** A name as it is compared: one form of each letter, whatever the case. */
const comparable = (name: string): string => name.normalize('NFC').toLowerCase();

/**
 * Whether a name fits a pattern in which `*` stands for any text and `?` for any one character. Where the text behind a
 * `*` does not fit, only the last `*` takes more: the time is at most the product of both lengths.
 */
export function fitsGlob(name: string, glob: string): boolean {
  const [text, wanted] = [[...comparable(name)], [...comparable(glob)]];
  let at = 0;
  let i = 0;
  let star: { readonly behind: number; end: number } | undefined;
  while (at < text.length) {
    if (wanted[i] === '*') star = { behind: ++i, end: at };
    else if (i < wanted.length && (wanted[i] === '?' || wanted[i] === text[at])) {
      i++;
      at++;
    } else if (star) {
      i = star.behind;
      at = ++star.end;
    } else return false;
  }
  while (wanted[i] === '*') i++;
  return i === wanted.length;
}

/** The mappings whose file patterns fit the name of a file (folders and .gz do not count), in the order given. */
export function mappingsFor<T extends Pick<Mapping, 'files'>>(name: string, mappings: readonly T[]): T[] {
  const base = baseName(name);
  const names = [base, base.replace(/\.gz$/i, '')];
  return mappings.filter((m) => m.files.some((glob) => names.some((n) => fitsGlob(n, glob))));
}
