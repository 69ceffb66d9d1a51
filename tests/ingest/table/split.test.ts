import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitRows } from '../../../src/ingest/table/split.ts';

/** What csv-parse makes of a text; undefined where it refuses it. */
function reference(text: string, delimiter: string): string[][] | undefined {
  try {
    return parse(text, {
      columns: false,
      delimiter,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
  } catch {
    return undefined;
  }
}

it.each([
  ['a,b\n', [['a', 'b']]],
  ['a,b', [['a', 'b']]],
  [
    'a,\n,b\n',
    [
      ['a', ''],
      ['', 'b'],
    ],
  ],
  ['\n', [['']]],
  ['a\n\nb\n', [['a'], [''], ['b']]],
  ['a,b\na,bc\na,b,c\na\n', [['a', 'b'], ['a', 'bc'], ['a', 'b', 'c'], ['a']]],
  ['a\rb\r\nc', [['a'], ['b'], ['c']]],
  ['"a,""b""\n",c\n', [['a,"b"\n', 'c']]],
  ['"",""\n', [['', '']]],
])('%j', (text, rows) => expect(splitRows(text, ',')).toEqual(rows));

it.each(['a"b\n', '"a"b\n', '"a', '"5"" pipe"\n5" pipe\n', 'x,"a""'])('no sense in quotes: %j', (text) =>
  expect(splitRows(text, ',')).toBeUndefined(),
);

it('a cell that says what the one above says is the same text, and a delimiter of two units is left to csv-parse', () => {
  expect(splitRows('全国,2023\n全国,2024\n', '𝄞')).toBeUndefined();
  expect(splitRows('全国,2023\n全国,2024\n', ',')).toEqual([
    ['全国', '2023'],
    ['全国', '2024'],
  ]);
});

const signs = fc.constantFrom('a', 'b', '"', '""', ',', ';', '\t', '\n', '\r', '\r\n', ' ', '中', '𝄞');

it.each([',', ';', '\t'])('reads and refuses what csv-parse does, delimited by %j', (delimiter) =>
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 24 }), (parts) => {
      const text = parts.join('');
      expect(splitRows(text, delimiter)).toEqual(reference(text, delimiter));
    }),
    { numRuns: 3000 },
  ),
);
