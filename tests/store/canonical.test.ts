import { describe, expect, it } from 'vitest';
import { formatRow, parseRow, splitRow } from '../../src/store/canonical.ts';
import { formatHead, type Head, parseHead } from '../../src/store/folder/head.ts';
import { C, row } from './helpers.ts';

describe('a row', () => {
  it.each([
    ['gdp CN 2024 16719.46 亿元', 'gdp,CN,2024-01,2024-12,16719.46,亿元,,,R2C2'],
    [
      'gdp CN 2024-Q2 281528.0 亿元 provisional 2024-07-15',
      'gdp,CN,2024-04,2024-06,281528.0,亿元,provisional,2024-07-15,R2C2',
    ],
    ['firms 370200 2024-06 >4800 家', 'firms,370200,2024-06,2024-06,>4800,家,,,R2C2'],
    ['gdp.growth CN 2024-05 -0.50 %', 'gdp.growth,CN,2024-05,2024-05,-0.50,%,,,R2C2'],
    ['gdp CN 2024 0 亿元 deleted', 'gdp,CN,2024-01,2024-12,,亿元,deleted,,R2C2'],
  ])('%s', (short, text) => {
    expect(formatRow(row(short))).toBe(text);
    expect(parseRow(splitRow(text), C.units)).toEqual(row(short));
  });

  it('is quoted only where it must be, and read back', () => {
    const odd = { ...row('gdp CN 2024 1 亿元'), cell: 'a,"b"' };
    expect(formatRow(odd)).toContain('"a,""b"""');
    expect(parseRow(splitRow(formatRow(odd)), C.units)).toEqual(odd);
  });

  it.each([
    ['gdp,CN', { fault: 'cells', found: 2 }],
    ['gdp,CN,2024,2024-12,1,亿元,,,', { fault: 'cell', column: 'from', found: '2024' }],
    ['gdp,CN,2024-12,2024-13,1,亿元,,,', { fault: 'cell', column: 'to', found: '2024-13' }],
    ['gdp,CN,2024-12,2024-11,1,亿元,,,', { fault: 'cell', column: 'to', found: '2024-11' }],
    ['gdp,CN,2024-01,2024-12,,亿元,,,', { fault: 'cell', column: 'value', found: '' }],
    ['gdp,CN,2024-01,2024-12,1e5,亿元,,,', { fault: 'cell', column: 'value', found: '1e5' }],
    ['gdp,CN,2024-01,2024-12,1,亿圆,,,', { fault: 'cell', column: 'unit', found: '亿圆' }],
    ['gdp,CN,2024-01,2024-12,1,亿元,p,,', { fault: 'cell', column: 'status', found: 'p' }],
    [
      'gdp,CN,2024-01,2024-12,1,亿元,,2024-02-30,',
      { fault: 'cell', column: 'published', found: '2024-02-30' },
    ],
  ])('%s can’t be read', (text, fault) => expect(parseRow(splitRow(text), C.units)).toEqual(fault));
});

describe('the first line', () => {
  const head: Head = {
    ptrack: 'batch/v1',
    source: '季度, 数据.csv',
    sourceHash: 'a',
    mapping: 'm',
    mappingHash: 'b',
    contentHash: 'c',
    ingested: '2024-07-01T08:00:00.000Z',
    tool: 'ptrack 0.1.0',
  };
  const HEADER = 'indicator,region,from,to,value,unit,status,published,cell\n';

  it('is read back', () => expect(parseHead(formatHead(head) + HEADER)).toEqual(head));
  it('also where an editor has put CRLF', () =>
    expect(parseHead(`${formatHead(head).trim()}\r\n${HEADER.trim()}\r\n`)).toEqual(head));

  it.each([
    ['no comment', HEADER],
    ['one line', '# {}'],
    ['no JSON', `# {nothing\n${HEADER}`],
    ['another kind', `# {"ptrack":"batch/v2"}\n${HEADER}`],
    ['a key missing', `# ${JSON.stringify({ ...head, source: undefined })}\n${HEADER}`],
    ['no time', `# ${JSON.stringify({ ...head, ingested: 'yesterday' })}\n${HEADER}`],
    ['another header', `${formatHead(head)}indicator,region\n`],
  ])('%s: not a batch', (_name, text) => expect(parseHead(text)).toBeUndefined());
});
