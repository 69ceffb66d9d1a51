import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { fitWidths, layOut } from '../../src/report/layout.ts';
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

  it('is what the library finds of a coloured text', () =>
    fc.assert(
      fc.property(text, text, (a, b) => {
        const coloured = `\u001b[33m${a}\u001b[39m\u001b[1;2m${b}\u001b[0m`;
        expect(widthOf(coloured)).toBe(stringWidth(coloured));
      }),
    ));

  it.each([
    ['left', '工业  '],
    ['right', '  工业'],
  ] as const)('pads to a width, to stand at the %s', (align, padded) =>
    expect(pad('工业', 6, align)).toBe(padded),
  );

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

describe('a layout', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'工业增加值ab1 '), maxLength: 30 });
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 });
  const columns = [
    { heading: '状态', least: 4 },
    { heading: '目标', least: 6 },
    { heading: '值', least: 4, align: 'right' as const },
  ];
  const linesOf = (...args: Parameters<typeof layOut>): string[] =>
    [...layOut(...args)].flatMap((piece) => piece.split('\n'));

  it('fits its width, and every character of every cell is there', () =>
    fc.assert(
      fc.property(rows, fc.integer({ min: 30, max: 120 }), fc.boolean(), (list, width, rule) => {
        const out = linesOf(columns, [{ rows: list }], width, rule);
        for (const line of out) expect(widthOf(line)).toBeLessThanOrEqual(width);
        const sorted = (s: string): string => [...bare(s)].sort().join('');
        expect(sorted(out.join('').replaceAll('─', ''))).toBe(sorted(`状态目标值${list.flat().join('')}`));
      }),
    ));

  it.each([
    [
      'headings stand between rows, across the whole width',
      false,
      ['一 稳增长稳增长稳增长', 'a    1', '二', 'bb  20'],
    ],
    [
      'a rule stands under the heads where there is room',
      true,
      ['一 稳增长稳增长稳增长', 'a    1', '二', 'bb  20'],
    ],
  ])('%s; figures stand at the right', (_, rule, rest) =>
    expect(
      linesOf(
        [
          { heading: '名', least: 1 },
          { heading: 'of', least: 1, align: 'right' },
        ],
        [
          { heading: '一 稳增长稳增长稳增长', rows: [['a', '1']] },
          { heading: '二', rows: [['bb', '20']] },
        ],
        40,
        rule,
      ),
    ).toEqual(['名  of', ...(rule ? ['──  ──'] : []), ...rest]),
  );

  it('a cell of a tree runs on beside one that is higher', () =>
    expect(
      linesOf(
        [
          { heading: 't', least: 1, tree: true },
          { heading: 'v', least: 1 },
        ],
        [{ rows: [['├─ a\n│  b', '1\n2\n3']] }],
        20,
      ),
    ).toEqual(['t     v', '├─ a  1', '│  b  2', '│     3']));

  it('takes more rows than a call takes arguments', () => {
    const many = Array.from({ length: 130_000 }, () => ['']);
    expect(linesOf([{ heading: 'h', least: 1 }], [{ rows: many }], 80)).toHaveLength(many.length + 1);
  });

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
