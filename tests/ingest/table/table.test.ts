import { describe, expect, it } from 'vitest';
import { findPlaces, type Table } from '../../../src/ingest/table/table.ts';
import { tableIn, thrown } from '../helpers.ts';

describe('rows and cells', () => {
  it.each([
    [
      'LF, CRLF and CR in one file',
      'a,b\nc,d\r\ne,f\rg,h',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
        ['g', 'h'],
      ],
    ],
    ['a blank row keeps its number', 'a\n\nb\n', [['a'], [''], ['b']]],
    ['rows of different lengths', 'a\nb,c,d\n', [['a'], ['b', 'c', 'd']]],
    ['quoted cells with commas, quotes and line ends', '"a,""b""\nc",d\n', [['a,"b"\nc', 'd']]],
  ])('%s', (_name, text, rows) => expect(tableIn(text).rows).toEqual(rows));

  it.each([';', '\t', '|'])('a delimiter of its own: %j', (d) =>
    expect(tableIn(`a${d}b,c\n`, d).rows).toEqual([['a', 'b,c']]),
  );

  it('says whether the last line is closed', () => {
    expect(tableIn('a\nb').open).toBe(true);
    expect(tableIn('a\nb\r\n').open).toBe(false);
  });
});

describe('the place of a cell in the file', () => {
  const table = tableIn('标题\r\n\r\n"x\r\ny",2\r\n"q,""r""",3,4\r\nz,5');
  it.each([
    [0, 0, 1, 1],
    [2, 0, 3, 1],
    [2, 1, 4, 4],
    [3, 0, 5, 1],
    [3, 2, 5, 13],
    [4, 1, 6, 3],
    [4, 7, 6, 4],
  ])('row %i, column %i: line %i, column %i', (row, column, line, at) =>
    expect(table.place(row, column)).toEqual({ line, column: at }),
  );
  it('a row that is not there is at the end', () => expect(table.place(99, 0).line).toBe(6));
});

describe('the places of cells in blocks of rows', () => {
  let read = 0;
  const table: Table = function* () {
    for (const first of [0, 2, 4]) {
      read++;
      yield {
        first,
        length: 2,
        rows: [['a'], ['b']],
        open: false,
        place: (row, column) => ({ line: row + 10, column: column + 1 }),
      };
    }
  };
  it.each<[string, [number, number][], (number | undefined)[], number]>([
    [
      'in one pass, to the last of them',
      [
        [3, 0],
        [0, 0],
        [2, 1],
      ],
      [13, 10, 12],
      2,
    ],
    [
      'beyond the end there is none',
      [
        [5, 0],
        [6, 0],
      ],
      [15, undefined],
      3,
    ],
    ['of none nothing is read', [], [], 0],
    ['of what is no cell neither', [[-1, -1]], [undefined], 0],
  ])('%s', (_, cells, lines, blocks) => {
    read = 0;
    const places = findPlaces(
      table,
      cells.map(([row, column]) => ({ row, column })),
    );
    expect([places.map((p) => p?.line), read]).toEqual([lines, blocks]);
  });
});

describe('broken quotes', () => {
  it.each([
    ['never closed', 'a,b\nc,"d\ne,f\n', { code: 'ingest/open-quote', line: 2, column: 3 }],
    [
      'never closed, after one with a quote in it',
      '"a""b",1\n"c',
      { code: 'ingest/open-quote', line: 2, column: 1 },
    ],
    ['inside a cell', 'a,b\nc,5"屏\n', { code: 'ingest/stray-quote', line: 2, column: 4 }],
    [
      'behind quoted cells',
      '"a","b ""c""\nd","All" GDP\n',
      { code: 'ingest/stray-quote', line: 2, column: 8 },
    ],
    ['text after the closing one', 'a\n"b"c\n', { code: 'ingest/stray-quote', line: 2, column: 3 }],
  ])('%s', (_name, text, finding) => expect(thrown(() => tableIn(text))[0]).toMatchObject(finding));

  it('a fault of the program is passed on as it is', () =>
    expect(() => tableIn('"a"', 5 as unknown as string)).toThrow());
});
