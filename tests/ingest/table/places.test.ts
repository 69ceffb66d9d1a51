import { describe, expect, it } from 'vitest';
import type { Cut } from '../../../src/ingest/table/cut.ts';
import { openQuote, placesIn, strayQuote } from '../../../src/ingest/table/places.ts';

const cutOf = (text: string, line = 1): Cut => ({ bytes: Buffer.from(text), line }) as Partial<Cut> as Cut;

describe('the place of a stray quote', () => {
  it.each([
    ['inside a cell without quotes', 'a,b\n1,2"3\n', 2, 4],
    ['behind one that closes', 'a,b\r\n"1"2,3\r\n', 2, 3],
    ['behind a doubled one', '"a""b"c,1\n', 1, 6],
    ['in the first cell', '1"2\n', 1, 2],
    ['that is none: the start', '"a",b\n"c"', 1, 1],
  ])('%s', (_, text, line, column) => expect(strayQuote(cutOf(text), ',')).toEqual({ line, column }));
  it('counts from where the cut begins', () =>
    expect(strayQuote(cutOf('a;b\n"1";2"\n', 7), ';')).toEqual({ line: 8, column: 6 }));
});

describe('the place of the quote that is never closed', () => {
  it.each([
    ['the only one', 'a,"b\n', 1, 3],
    ['behind one that is closed', '"a","b\nc\n', 1, 5],
    ['behind a doubled one', '"a""",1\n"x', 2, 1],
    ['at the start of a row behind CR', 'a\r"b', 2, 1],
  ])('%s', (_, text, line, column) => expect(openQuote(cutOf(text), ',')).toEqual({ line, column }));
});

describe('the place of a cell', () => {
  const rows = [
    ['a', 'b\nc', 'd'],
    ['1', '2'],
  ];
  const find = placesIn(cutOf('a,"b\nc",d\r\n1,2'), () => rows, 3, ',');
  it.each([
    ['plain', 3, 0, 1, 1],
    ['quoted', 3, 1, 1, 3],
    ['behind a line end in quotes', 3, 2, 2, 4],
    ['of the row below', 4, 1, 3, 3],
    ['that its row does not have, at its end', 3, 9, 2, 5],
    ['that the last row does not have', 4, 9, 3, 4],
    ['of no row: the last line', 9, 0, 3, 1],
  ])('%s', (_, row, column, line, at) => expect(find(row, column)).toEqual({ line, column: at }));
});
