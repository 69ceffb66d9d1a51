import { describe, expect, it } from 'vitest';
import { refusal, rowsOf, sheetsOf } from './helpers.ts';
import { type Cell, type SheetSpec, xlsx, xlsxParts, zip } from './workbook.ts';

describe('cells come as shown', () => {
  it.each<[string, Cell, string]>([
    ['text', '产值 & <增加值>', '产值 & <增加值>'],
    ['spaces', '  甲 ', '  甲 '],
    ['a number', 1891153.7, '1891153.7'],
    ['a number with its format', { v: 12.3, z: '0.00' }, '12.30'],
    ['a number with a built-in format', { v: 45_413, z: 57 }, '2024年5月'],
    ['truth', true, 'TRUE'],
    ['untruth', false, 'FALSE'],
    ['truth in words', { t: 'b', xml: '<v>true</v>' }, 'TRUE'],
    ['an error', { t: 'e', xml: '<f>1/0</f><v>#DIV/0!</v>' }, '#DIV/0!'],
    ['a formula’s number', { xml: '<f>SUM(A1:A3)</f><v>12.5</v>' }, '12.5'],
    ['a formula’s number with a format', { xml: '<f>A1</f><v>0.056</v>', z: '0.0%' }, '5.6%'],
    ['a formula’s text', { t: 'str', xml: '<f>A1&amp;"x"</f><v>a_x000D_b</v>' }, 'a\rb'],
    ['a formula’s empty text', { t: 'str', xml: '<f>""</f><v></v>' }, ''],
    ['a formula without a result', { xml: '<f>SUM(A1:A3)</f><v/>' }, '=SUM(A1:A3)'],
    ['a shared formula without a result', { xml: '<f t="shared" si="0"/>' }, '='],
    [
      'rich text',
      {
        t: 'inlineStr',
        xml: '<is><r><t>粗</t></r><r><rPr><b/></rPr><t xml:space="preserve">体 </t></r></is>',
      },
      '粗体 ',
    ],
    [
      'a phonetic guide',
      { t: 'inlineStr', xml: '<is><t>产</t><rPh sb="0" eb="1"><t>chan</t></rPh><phoneticPr/></is>' },
      '产',
    ],
    ['line ends of another system', '甲\r\n乙\r丙', '甲\n乙\n丙'],
    ['CDATA', { t: 'inlineStr', xml: '<is><t><![CDATA[<甲>]]></t></is>' }, '<甲>'],
    ['a character that XML can’t have', '甲_x000A_乙', '甲\n乙'],
    [
      'an ISO date with a format',
      { t: 'd', xml: '<v>2024-05-01T00:00:00</v>', z: 'yyyy"年"m"月"' },
      '2024年5月',
    ],
    ['an ISO day with a format', { t: 'd', xml: '<v>2024-05-01</v>', z: 'yyyy/m' }, '2024/5'],
    ['an ISO date without a format', { t: 'd', xml: '<v>2024-05-01</v>' }, '2024-05-01'],
    ['an ISO date that is none', { t: 'd', xml: '<v>soon</v>', z: 'yyyy' }, 'soon'],
    ['a number that is none', { xml: '<v>12,5</v>' }, '12,5'],
    ['a string without a number', { t: 's', xml: '' }, ''],
    ['a style alone', { xml: '', z: '0.00' }, ''],
  ])('%s', async (_name, cell, text) => {
    const rows = await rowsOf([['x', cell, '|']]);
    expect(rows).toEqual([['x', text, '|']]);
  });

  it('a style that is missing is the general one', async () => {
    const parts = xlsxParts([{ rows: [[{ v: 0.5, z: '0%' }]] }]);
    parts['xl/styles.xml'] = '<styleSheet/>';
    expect((await sheetsOf(zip(parts)))[0]?.rows).toEqual([['0.5']]);
  });

  it('days count from 1904 where the workbook says so', async () =>
    expect(await rowsOf([[{ v: 45_413 - 1462, z: 'yyyy-mm' }]], { since1904: true })).toEqual([['2024-05']]));
});

describe('cells keep their places', () => {
  it('empty rows and columns before the table stay', async () =>
    expect(await rowsOf([[], [], [null, null, '指标'], [], [null, 5]])).toEqual([
      [],
      [],
      ['', '', '指标'],
      [],
      ['', '5'],
    ]));

  it('cells and rows that do not say where they stand follow each other', async () => {
    const parts = xlsxParts([{ rows: [['x']] }]);
    parts['xl/worksheets/sheet1.xml'] =
      '<worksheet><sheetData><row><c><v>1</v></c><c r="C1"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row></sheetData></worksheet>';
    expect((await sheetsOf(zip(parts)))[0]?.rows).toEqual([['1', '', '2', '3'], ['4']]);
  });

  it('columns behind Z', async () => {
    const rows = await rowsOf([[...Array<null>(27).fill(null), 'AB', ...Array<null>(674).fill(null), 'AAA']]);
    expect([rows[0]?.[27], rows[0]?.[702]]).toEqual(['AB', 'AAA']);
  });

  it('cells in any order', async () => {
    const parts = xlsxParts([{ rows: [['x']] }]);
    parts['xl/worksheets/sheet1.xml'] =
      '<worksheet><sheetData><row r="2"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>';
    expect((await sheetsOf(zip(parts)))[0]?.rows).toEqual([['1'], ['3', '4']]);
  });
});

describe('merged cells', () => {
  it.each<[string, Cell[][], string[], string[][]]>([
    [
      'a text stands in all of them',
      [
        ['2024年', null, null],
        ['a', 'b', 'c'],
      ],
      ['A1:C1'],
      [
        ['2024年', '2024年', '2024年'],
        ['a', 'b', 'c'],
      ],
    ],
    [
      'down a column too',
      [
        ['东部', 1],
        [null, 2],
        [null, 3],
      ],
      ['A1:A2'],
      [
        ['东部', '1'],
        ['东部', '2'],
        ['', '3'],
      ],
    ],
    [
      'a date too',
      [
        [{ v: 45_413, z: 'yyyy-mm' }, null],
        ['a', 'b'],
      ],
      ['A1:B1'],
      [
        ['2024-05', '2024-05'],
        ['a', 'b'],
      ],
    ],
    [
      'a figure stands once',
      [
        [12.5, null],
        ['a', 'b'],
      ],
      ['A1:B1'],
      [['12.5'], ['a', 'b']],
    ],
    ['a figure with a format stands once', [[{ v: 1, z: '0%' }, null, 'x']], ['A1:B1'], [['100%', '', 'x']]],
    ['an error stands once', [[{ t: 'e', xml: '<v>#N/A</v>' }, null, 'x']], ['A1:B1'], [['#N/A', '', 'x']]],
    [
      'what lies under one is not shown',
      [
        ['甲', '乙', 7],
        [1, 2, 3],
      ],
      ['A1:B1', 'A2:B2'],
      [
        ['甲', '甲', '7'],
        ['1', '', '3'],
      ],
    ],
    ['under an empty one too', [[null, '乙', 'c']], ['A1:B1'], [['', '', 'c']]],
    [
      'no farther than the sheet has content',
      [['标题'], ['a', 'b']],
      ['A1:XFD1', 'A2:A1048576'],
      [
        ['标题', '标题'],
        ['a', 'b'],
      ],
    ],
    ['a block of one cell', [['甲', '乙']], ['B1'], [['甲', '乙']]],
    ['two figures in one row', [[1, null, 2, null, 'x']], ['A1:B1', 'C1:D1'], [['1', '', '2', '', 'x']]],
  ])('%s', async (_name, rows, merges, expected) => expect(await rowsOf(rows, { merges })).toEqual(expected));
});

describe('sheets', () => {
  it('come in their order, with their names, hidden ones too', async () => {
    const sheets: SheetSpec[] = [
      { name: '1-5月 & 全年', rows: [['a']] },
      { name: '底稿', rows: [], state: 'hidden' },
      { name: '参数', rows: [['c']], state: 'veryHidden' },
    ];
    expect(await sheetsOf(xlsx(sheets))).toEqual([
      { name: '1-5月 & 全年', hidden: false, rows: [['a']] },
      { name: '底稿', hidden: true, rows: [] },
      { name: '参数', hidden: true, rows: [['c']] },
    ]);
  });

  it('charts are no sheets', async () => {
    const parts = xlsxParts([{ rows: [['a']] }, { rows: [] }]);
    const relations = parts['xl/_rels/workbook.xml.rels'] ?? '';
    parts['xl/_rels/workbook.xml.rels'] = relations.replace(
      /worksheet" Target="worksheets\/sheet2.xml/,
      'chartsheet" Target="chartsheets/sheet1.xml',
    );
    expect((await sheetsOf(zip(parts))).map((s) => s.name)).toEqual(['Sheet1']);
  });

  it('other prefixes, other capitals, byte order marks and backslashes', async () => {
    const parts = xlsxParts([{ rows: [['甲', 1]], merges: ['A1:A2'] }]);
    const turned = Object.entries(parts).map(([name, xml]) => {
      const prefixed = xml.replace(/<(\/?)(\w+)/g, '<$1x:$2').replaceAll('r:id', 'd3p1:id');
      return [name.replaceAll('/', '\\').replace('sharedStrings', 'SharedStrings'), `\uFEFF${prefixed}`];
    });
    expect((await sheetsOf(zip(Object.fromEntries(turned))))[0]?.rows).toEqual([['甲', '1']]);
  });

  it('a workbook that stands in no folder', async () => {
    const parts = xlsxParts([{ rows: [['甲']] }]);
    const moved = Object.entries(parts).map(([name, xml]) => [
      name.replace('xl/', ''),
      xml.replace('/xl/', '/'),
    ]);
    expect((await sheetsOf(zip(Object.fromEntries(moved))))[0]?.rows).toEqual([['甲']]);
  });

  it('neither strings nor styles are needed', async () => {
    const parts = xlsxParts([{ rows: [[1]] }]);
    const relations = parts['xl/_rels/workbook.xml.rels'] ?? '';
    parts['xl/_rels/workbook.xml.rels'] = relations.replace(/<Relationship Id="st.*?\/>/g, '');
    expect((await sheetsOf(zip(parts)))[0]?.rows).toEqual([['1']]);
  });
});

describe('a damaged workbook is refused', () => {
  const change = (name: string, turn: (xml: string) => string | undefined): Buffer => {
    const parts: Record<string, string | undefined> = xlsxParts([{ rows: [['甲', 1]] }]);
    const turned = turn(parts[name] ?? '');
    const { [name]: _, ...rest } = parts;
    return zip({ ...(rest as Record<string, string>), ...(turned === undefined ? {} : { [name]: turned }) });
  };
  const SHEET = 'xl/worksheets/sheet1.xml';
  it.each([
    ['XML that is cut', SHEET, (x: string) => x.slice(0, -20)],
    ['tags that do not match', SHEET, (x: string) => x.replace('</row>', '</wor>')],
    ['no UTF-8', SHEET, undefined],
    ['a string that is not there', SHEET, (x: string) => x.replace('<v>0</v>', '<v>7</v>')],
    ['a place that is none', SHEET, (x: string) => x.replace('A1', '甲')],
    ['a row beyond the last', SHEET, (x: string) => x.replace('A1', 'A1048577')],
    ['a column beyond the last', SHEET, (x: string) => x.replace('A1', 'XFE1')],
    ['a sheet that is missing', SHEET, () => undefined],
    ['strings that are missing', 'xl/sharedStrings.xml', () => undefined],
    [
      'a reference that is missing',
      'xl/_rels/workbook.xml.rels',
      (x: string) => x.replace('Id="s0"', 'Id="s9"'),
    ],
    ['all references missing', 'xl/_rels/workbook.xml.rels', () => undefined],
    ['references without what they need', 'xl/_rels/workbook.xml.rels', () => '<R><Relationship/></R>'],
    ['sheets without what they need', 'xl/workbook.xml', () => '<w><sheet/></w>'],
  ])('%s', async (_name, part, turn) => {
    const bytes = turn
      ? change(part, turn)
      : zip({ ...xlsxParts([{ rows: [] }]), [SHEET]: Uint8Array.of(0x3c, 0x61, 0x3e, 0xff, 0xfe) });
    const finding = await refusal(sheetsOf(bytes));
    expect(finding).toMatchObject({ code: 'container/damaged-workbook', file: 'x' });
    expect(finding.args.problem).toContain('xl/');
  });

  it('entities of its own are not expanded', async () => {
    const bytes = change(
      'xl/sharedStrings.xml',
      (x) => `<!DOCTYPE sst [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>${x.replace('甲', '&b;')}`,
    );
    expect((await sheetsOf(bytes))[0]?.rows[0]?.[0]).toBe('&b;');
  });
});

describe('a sheet without measure is refused', () => {
  const few = { times: 200, small: 2 ** 26, text: 2 ** 26, workbook: 2 ** 26, old: 2 ** 26, cells: 1000 };
  const places = (...refs: string[]): Buffer => {
    const parts = xlsxParts([{ name: '数据', rows: [['x']] }]);
    const cells = refs.map((r) => `<c r="${r}"><v>1</v></c>`).join('');
    parts['xl/worksheets/sheet1.xml'] = `<worksheet><sheetData>${cells}</sheetData></worksheet>`;
    return zip(parts);
  };
  const merged = (merges: string[]): Buffer => xlsx([{ name: '数据', rows: [['甲', 'b'], ['c']], merges }]);
  it.each([
    ['cells far to the right', places('A1', 'XFD1')],
    ['cells far below', places('A1', 'A1048576')],
    ['merged blocks upon each other', merged(Array<string>(400).fill('A1:XFD1048576'))],
    ['merged blocks beside the cells', merged(Array<string>(600).fill('D1:XFD1048576'))],
  ])('%s', async (_name, bytes) =>
    expect(await refusal(sheetsOf(bytes, { limits: few }))).toMatchObject({
      code: 'container/too-many-cells',
      args: { sheet: '数据', most: 1000 },
    }),
  );

  it('the sheets of a workbook share the measure', async () => {
    const sheet = { rows: [[...Array<null>(600).fill(null), 'x']] };
    expect(await sheetsOf(xlsx([sheet]), { limits: few })).toHaveLength(1);
    expect((await refusal(sheetsOf(xlsx([sheet, sheet]), { limits: few }))).args.sheet).toBe('Sheet2');
  });
});
