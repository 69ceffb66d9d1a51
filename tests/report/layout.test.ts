import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { fitWidths, grid } from '../../src/report/grid.ts';
import { safe } from '../../src/report/text.ts';
import { pad, widthOf, wrap } from '../../src/report/width.ts';

const text = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom(...'规模以上工业增加值（亿元）、。·—…≥≤≈abc 123,.%é🏭\u0301ｱ'),
    maxLength: 30,
  }),
);
const bare = (t: string): string => t.replace(/\s+/g, '');

describe('width', () => {
  it('is what the library finds', () =>
    fc.assert(
      fc.property(text, (t) => {
        expect(widthOf(t)).toBe(stringWidth(t));
      }),
      { numRuns: 2000 },
    ));

  it('pads to a width', () => expect(pad('工业', 6)).toBe('工业  '));

  it('is kept by wrapping, and nothing is lost', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'工业增加值ab c1，'), maxLength: 60 }),
        fc.integer({ min: 2, max: 20 }),
        (t, width) => {
          const wrapped = wrap(t, width);
          for (const line of wrapped.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(width);
          expect(bare(wrapped)).toBe(bare(t));
        },
      ),
    ));
});

describe('a grid', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'工业增加值ab1 '), maxLength: 30 });
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 });
  const columns = [
    { head: '状态', min: 4 },
    { head: '目标', min: 6 },
    { head: '值', min: 4 },
  ];

  it('fits its width, and every character of every cell is there', () =>
    fc.assert(
      fc.property(rows, fc.integer({ min: 30, max: 120 }), (list, width) => {
        const out = grid(columns, list, width);
        for (const line of out.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(width);
        const sorted = (s: string): string => [...bare(s)].sort().join('');
        expect(sorted(out)).toBe(sorted(`状态目标值${list.flat().join('')}`));
      }),
    ));

  it('puts headings between rows, across the whole width', () =>
    expect(
      grid(
        [
          { head: 'a', min: 1 },
          { head: 'b', min: 1 },
        ],
        [{ heading: '一 稳增长' }, ['1', '2'], { heading: '二' }],
        20,
      ),
    ).toBe('a  b\n一 稳增长\n1  2\n二'));

  it.each([
    [[10, 10], [1, 1], 30, [10, 10]],
    [[20, 10], [1, 1], 24, [14, 10]],
    [[20, 20], [1, 1], 20, [10, 10]],
    [[20, 20], [18, 1], 24, [18, 6]],
    [[20, 20], [18, 18], 10, [5, 5]],
    [[20, 20], [18, 18], 2, [4, 4]],
  ])('widths %j with least %j in %i are %j', (wanted, least, whole, widths) =>
    expect(fitWidths(wanted, least, whole)).toEqual(widths),
  );
});

it.each([
  ['\u001b[31m', '␛[31m'],
  ['a\u0007b', 'a␇b'],
  ['\u007f', '␡'],
  ['\u009b2J', '\ufffd2J'],
  ['\u202egnp', '\ufffdgnp'],
  ['工业\n', '工业␊'],
])('%j is shown as %j', (from, to) => expect(safe(from)).toBe(to));
