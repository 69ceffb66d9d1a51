import picomatch from 'picomatch';
import { baseName } from './fields.ts';
import type { Mapping } from './mapping-types.ts';

/** The mappings whose file patterns fit the name of a file (folders do not count), in the order given. */
export function mappingsFor<T extends Pick<Mapping, 'files'>>(name: string, mappings: readonly T[]): T[] {
  const base = baseName(name).normalize('NFC');
  return mappings.filter((m) =>
    picomatch(
      m.files.map((f) => f.normalize('NFC')),
      { dot: true, nocase: true },
    )(base),
  );
}
