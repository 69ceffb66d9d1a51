import picomatch from 'picomatch';
import { baseName } from '../file-name.ts';
import type { Mapping } from './mapping.ts';

/** The mappings whose file patterns fit the name of a file (folders and .gz do not count), in the order given. */
export function mappingsFor<T extends Pick<Mapping, 'files'>>(name: string, mappings: readonly T[]): T[] {
  const base = baseName(name).normalize('NFC');
  const names = [base, base.replace(/\.gz$/i, '')];
  return mappings.filter((m) => {
    const fits = picomatch(
      m.files.map((f) => f.normalize('NFC')),
      { dot: true, nocase: true },
    );
    return names.some((n) => fits(n));
  });
}
