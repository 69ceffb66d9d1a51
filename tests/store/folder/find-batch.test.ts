import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortNames } from '../../../src/store/folder/find-batch.ts';

/** Short names by the definition: a hash that no other file has in its name. */
function plainly(files: readonly string[]): Map<string, string> {
  const names = files.map((f) => f.normalize('NFC').toLowerCase());
  return new Map(
    files.map((f) => {
      const hash = /-([0-9a-f]{8}(?:-\d+)?)\.csv$/.exec(f)?.[1];
      const alone = hash !== undefined && names.filter((n) => n.includes(hash)).length === 1;
      return [f, alone ? hash : f.replace(/\.csv$/, '')];
    }),
  );
}

describe('what batches are called for short', () => {
  it.each([
    ['alone in its name', ['2026-01-01-a-00000001.csv', '2026-01-01-a-00000002.csv'], '00000001'],
    ['also in another name', ['2026-01-01-a-00000001.csv', 'x00000001y.csv'], '2026-01-01-a-00000001'],
    ['with a number', ['2026-01-01-a-00000001-2.csv', '2026-01-01-a-00000001-3.csv'], '00000001-2'],
    ['whose number begins another', ['b-00000001-2.csv', 'b-00000001-21.csv'], 'b-00000001-2'],
    ['of a name without one', ['b.csv'], 'b'],
  ])('%s', (_, files, short) => expect(shortNames(files).get(files[0] ?? '')).toBe(short));

  it('are those of the definition', () => {
    const digit = fc.constantFrom('0', '1', 'a', 'A', 'é', '-', '2');
    const hash = fc.constantFrom('00000001', '00000011', '10000000', '00000001-2', '00000001-21');
    const name = fc
      .tuple(fc.array(digit, { maxLength: 12 }), hash)
      .map(([start, end]) => `${start.join('')}-${end}.csv`);
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 12 }), (files) => {
        expect(shortNames(files)).toEqual(plainly(files));
      }),
    );
  });
});
