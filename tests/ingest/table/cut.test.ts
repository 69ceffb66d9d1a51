import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutRows, LONGEST_ROW } from '../../../src/ingest/table/cut.ts';
import { bytes, source, tableIn, thrown } from '../helpers.ts';

const cuts = (text: string, size?: number) => [...cutRows(source(text, size).chunks, 'a.csv')];

describe('a text is cut between rows only', () => {
  const cell = fc.oneof(
    fc.stringMatching(/^[a-z指标0-9]{0,4}$/),
    fc.stringMatching(/^[a-z\n\r,"]{0,4}$/).map((t) => `"${t.replaceAll('"', '""')}"`),
  );
  const text = fc
    .array(fc.tuple(fc.array(cell, { minLength: 1, maxLength: 3 }), fc.constantFrom('\n', '\r\n', '\r')))
    .map((rows) => rows.map(([cells, end]) => cells.join(',') + end).join(''));

  it('whatever the size of the pieces, the rows and their places are those of the whole', () =>
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (t, size) => {
        const whole = tableIn(t, ',', 1 << 20);
        const pieces = tableIn(t, ',', size);
        expect(pieces.rows).toEqual(whole.rows);
        expect(Buffer.concat(cuts(t, size).map((c) => c.bytes)).toString()).toBe(t);
        for (const [row, cells] of whole.rows.entries())
          for (const column of cells.keys())
            expect(pieces.place(row, column)).toEqual(whole.place(row, column));
      }),
    ));

  it('an open end is known by the last piece', () => {
    expect(cuts('a\nb', 2).map((c) => c.open)).toEqual([false, true]);
    expect(cuts('a\nb\r', 2).map((c) => c.open)).toEqual([false, false]);
  });
});

describe('what has no end is refused, before memory is full', () => {
  const long = 'x'.repeat(LONGEST_ROW + 1);
  it.each([
    ['a line', `a\nb\n${long}`, 'ingest/line-too-long', 3],
    ['a quote', `a\n"b\n${long}`, 'ingest/open-quote', 2],
  ])('%s', (_name, text, code, line) => {
    const found = thrown(() => cuts(text, 1 << 18));
    expect(found[0]).toMatchObject({ code, line, args: { most: 4 } });
  });

  it('rows with more columns than any table', () =>
    expect(thrown(() => tableIn(`a\n${','.repeat(20_000)}\n`))[0]).toMatchObject({
      code: 'ingest/too-many-columns',
      line: 2,
    }));

  it('a million bytes in one cell are still read', () => {
    const text = `a,"${'指\n'.repeat(250_000)}",b\nc,d,e\n`;
    expect(tableIn(text, ',', 1 << 16).rows.map((r) => r.length)).toEqual([3, 3]);
    expect(bytes(text).length).toBeGreaterThan(1_000_000);
  });
});
