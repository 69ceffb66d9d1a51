import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRows } from '../../src/store/canonical.ts';
import { diffRows, isSameRows } from '../../src/store/row-diff.ts';
import { row } from './helpers.ts';

const text = (...rows: readonly string[]): string => [...formatRows(rows.map(row))].join('');

describe('canonical rows compared with those expected', () => {
  const a = 'gdp CN 2024 16719.46 亿元';
  const b = 'firms 370200 2024-06 >4800 家';
  const line = (short: string): string => text(short).split('\n')[1] ?? '';
  const cell = (column: string, expected: string, found: string) => ({ column, expected, found });

  it.each([
    ['the same', [a, b], [a, b], [], [], []],
    ['another order', [a, b], [b, a], [], [], []],
    ['a row less', [a, b], [a], [line(b)], [], []],
    ['a row more', [a], [a, b], [], [line(b)], []],
    ['a row twice', [a], [a, a], [], [line(a)], []],
    ['a row no longer twice', [a, a], [a], [line(a)], [], []],
    [
      'another value',
      [a, b],
      [a, 'firms 370200 2024-06 4902 家'],
      [],
      [],
      [[cell('value', '>4800', '4902')]],
    ],
    [
      'other decimals',
      ['gdp CN 2024 1.0 亿元'],
      ['gdp CN 2024 1 亿元'],
      [],
      [],
      [[cell('value', '1.0', '1')]],
    ],
    [
      'another unit and a date',
      ['gdp CN 2024 1 亿元'],
      ['gdp CN 2024 1 万元 2025-01-20'],
      [],
      [],
      [[cell('unit', '亿元', '万元'), cell('published', '', '2025-01-20')]],
    ],
    ['another span', [a], ['gdp CN 2023 16719.46 亿元'], [line(a)], [line('gdp CN 2023 16719.46 亿元')], []],
  ])('%s', (_, expected, found, missing, extra, changed) => {
    const diff = diffRows(text(...expected), text(...found));
    expect(diff).toMatchObject({ missing, extra });
    expect(diff.changed.map((c) => c.cells)).toEqual(changed);
    expect(isSameRows(diff)).toBe(missing.length + extra.length + changed.length === 0);
  });

  it('everything is extra where nothing is expected, the header too', () =>
    expect(diffRows('', text(a)).extra).toEqual(text(a).trimEnd().split('\n')));

  it('line ends say nothing', () =>
    expect(isSameRows(diffRows(text(a, b).replaceAll('\n', '\r\n'), text(a, b)))).toBe(true));

  const rows = fc.array(
    fc
      .tuple(fc.constantFrom('2022', '2023', '2024-05'), fc.integer({ min: 0, max: 3 }))
      .map(([span, value]) => line(`gdp CN ${span} ${value} 亿元`)),
    { maxLength: 8 },
  );

  it('a row is either the same on both sides, or told once', () =>
    fc.assert(
      fc.property(rows, rows, (expected, found) => {
        const { missing, extra, changed } = diffRows(expected.join('\n'), found.join('\n'));
        const told = (own: readonly string[], changes: readonly string[], all: readonly string[]) => {
          const left = [...all];
          for (const l of [...own, ...changes]) left.splice(left.indexOf(l), 1);
          return left.sort();
        };
        expect(
          told(
            missing,
            changed.map((c) => c.expected),
            expected,
          ),
        ).toEqual(
          told(
            extra,
            changed.map((c) => c.found),
            found,
          ),
        );
        for (const c of changed) expect(c.cells.map((x) => x.column)).toEqual(['value']);
      }),
    ));
});
