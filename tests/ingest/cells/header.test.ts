import { describe, expect, it } from 'vitest';
import { findHeader } from '../../../src/ingest/cells/header.ts';
import { toMapping } from '../../../src/ingest/mapping/read-mapping.ts';
import { tableIn, thrown } from '../helpers.ts';

/** A mapping with this header; what its fields are does not matter here. */
const asserting = (header: string[]) => {
  const fill = ['indicator', 'region', 'period'].map((f) => [f, { constant: 'x' }]);
  const head = [...header, ...(header.some((h) => h.includes('{')) ? [] : [])];
  const value = head.some((h) => h.includes('{')) ? { from: 'header' } : { column: head[0] };
  return toMapping({ files: '*', header: head, fields: { ...Object.fromEntries(fill), value } });
};

const find = (header: string[], text: string) => findHeader(asserting(header), tableIn(text), 'a.csv');

describe('the asserted header is found', () => {
  it.each<[string, string[], string, number, number]>([
    ['on the first row', ['指标', '{period}'], '指标,2023年,2024年\n', 0, 3],
    ['below a preamble', ['指标', '{period}'], '数据库：年度\n\n时间：最近\n指标,2024\n', 3, 2],
    [
      'below a preamble padded with commas',
      ['时间', '{indicator}({unit})'],
      '库：月度,,\n时间：1990-,,\n时间,a(个),b(家)\n',
      2,
      3,
    ],
    ['with an empty first cell', ['', '{indicator}'], ',投资,产值\n', 0, 3],
    ['padded at its end', ['指标', '{period}'], '指标,2024,,\n', 0, 2],
    ['with an asserted empty cell at its end', ['指标', '{period}', ''], '指标,2024,\n', 0, 3],
    ['in full-width forms and with spaces', ['指标(月)', '{period}'], '指 标（月）,２０２４年\n', 0, 2],
    ['with columns that are not read', ['a', '…', 'b', '…'], 'a,x,y,b,z\n', 0, 5],
    ['with none of the columns that are not read', ['a', '…', 'b', '…'], 'a,b\n', 0, 2],
    ['with a column after a pattern', ['指标', '{period}', '备注'], '指标,2023,2024,备注\n', 0, 4],
    ['with two patterns', ['地区', '{period}', '{indicator}({unit})'], '地区,2023,2024,产值(亿元)\n', 0, 4],
  ])('%s', (_name, header, text, row, width) => {
    const found = find(header, text);
    expect([found.row, found.columns.length]).toEqual([row, width]);
  });
});

describe('an export whose columns changed is refused, with the difference', () => {
  it('a column missing and one that is new', () => {
    const found = thrown(() => find(['指标', '单位', '{period}'], '标题\n指标,计量单位,2024年\n'));
    expect(found.map((d) => d.code)).toEqual([
      'ingest/header-differs',
      'ingest/header-lacks',
      'ingest/header-new',
    ]);
    expect(found[0]).toMatchObject({
      file: 'a.csv',
      line: 2,
      column: 4,
      args: { row: 2, expected: ['指标', '单位', '{period}'], found: ['指标', '计量单位', '2024年'] },
    });
    expect(found[1]?.args.cells).toEqual(['单位']);
    expect(found[2]?.args).toMatchObject({ cell: 'R2C2', cells: ['计量单位'] });
  });

  it.each<[string, string[], string, string[]]>([
    ['a column that is no period', ['指标', '{period}'], '指标,2024,备注\n', ['differs', 'new']],
    ['another order', ['a', 'b'], 'b,a\n', ['differs', 'order']],
    ['a column in the middle without a name', ['指标', '{period}'], '指标,2024,,2023\n', ['differs', 'new']],
    ['nothing like it', ['指标', '{period}', '…'], 'x,y\n', ['differs', 'lacks', 'new']],
    ['nothing but blank rows', ['指标', '{period}'], ',,\n,,\n', ['differs', 'lacks']],
  ])('%s', (_name, header, text, codes) =>
    expect(thrown(() => find(header, text)).map((d) => d.code.replace('ingest/header-', ''))).toEqual(codes),
  );

  it('of a row whose cells alternate where its patterns do not, the first cell is named, and what could stand there', () => {
    const header = ['月份', '{indicator}当月值({unit})', '{indicator}当月同比({unit})'];
    const found = thrown(() => find(header, '月份,甲当月值(亿元),甲当月同比(%),乙当月值(亿元)\n'));
    expect(found[1]?.args).toEqual({ cell: 'R1C4', text: '乙当月值(亿元)', expected: [header[2]] });
    expect(found.map((d) => d.column)).toEqual([22, 22]);
    expect(thrown(() => find(['a', '{indicator}值'], 'a,甲值,a\n'))[1]?.args.expected).toEqual([
      '{indicator}值',
    ]);
    expect(thrown(() => find(['甲值', 'a'], '甲值,a,a\n'))[1]?.args).toEqual({
      cell: 'R1C3',
      text: 'a',
      end: 'yes',
    });
  });

  it.each([
    ['semicolon', '指标;2024\n'],
    ['tab', '指标\t2024\n'],
    ['pipe', '指标|2024\n'],
  ])('of a row cut by another mark (%s) that mark is named alone', (delimiter, text) => {
    const found = thrown(() => find(['指标', '{period}'], text));
    expect(found.map((d) => [d.code, d.args])).toEqual([['ingest/other-delimiter', { row: 1, delimiter }]]);
  });

  it('of a row with hundreds of columns the first are shown', () => {
    const text = `指标,${Array.from({ length: 300 }, (_, i) => `列${i}`).join(',')}\n`;
    const [differs, added] = thrown(() => find(['指标', '{period}'], text)).filter(
      (d) => !d.code.endsWith('lacks'),
    );
    expect([differs?.args.found, added?.args.cells].map((cells) => (cells as string[]).length)).toEqual([
      16, 16,
    ]);
  });

  it('below so many rows of preamble it is not looked for', () =>
    expect(thrown(() => find(['指标', '{period}'], `${'x\n'.repeat(80)}指标,2024\n`))[0]?.code).toBe(
      'ingest/header-differs',
    ));
});
