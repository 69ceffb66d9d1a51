import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ingest } from '../../src/ingest/ingest.ts';
import { type Diagnostic, finding } from '../../src/model/diagnostic.ts';
import { brief, catalogue, codes, type Entry, line, read, source, sum, take, thrown } from './helpers.ts';

const ENTRIES: Entry[] = [
  ['gdp', '地区生产总值', 'flow', '亿元', '国内生产总值', '生产总值'],
  ['gdp.growth', '地区生产总值增速', 'growth', '%'],
  ['va', '规模以上工业增加值', 'flow', '亿元'],
  ['va.growth', '规模以上工业增加值增速', 'growth', '%'],
  ['firms', '规模以上工业企业数', 'stock', '家', '规上工业企业数'],
  ['coverage', '数字化转型覆盖率', 'share', '%'],
  ['place', '全省位次', 'rank', '位'],
  ['times', '放大倍数', 'ratio', '倍'],
  ['lead', '高于全省', 'gap', '百分点'],
  ['cpi', '居民消费价格指数', 'index', '指数'],
  ['m2', '货币和准货币(M2)供应量', 'stock', '亿元'],
  ['staff', '从业人员', 'stock', '人'],
];

const C = catalogue(ENTRIES, {
  regions: [
    ['CN', '全国'],
    ['370000', '山东省', '山东'],
    ['370200', '青岛市', '青岛'],
    ['370215', '即墨区'],
  ],
  more: { coverage: { accumulates: true }, firms: { nouns: ['家', '户'] } },
});

/** A long table: one figure a row. */
const LONG = {
  files: '*',
  header: ['地区', '指标', '时期', '数值', '单位'],
  fields: {
    region: { column: '地区' },
    indicator: { column: '指标' },
    period: { column: '时期' },
    value: { column: '数值' },
    unit: { column: '单位' },
  },
};
const long = (...rows: string[]): string => `地区,指标,时期,数值,单位\n${rows.join('\n')}\n`;
const longLines = (...rows: string[]): string[] => read(long(...rows), LONG, C).observations.map(line);

/** A wide table: periods across. */
const WIDE = {
  files: '*',
  header: ['指标', '{period}'],
  end: ['注：', '数据来源'],
  fields: {
    series: { column: '指标', as: ['{indicator}{basis}({unit})', '{indicator}({unit})'] },
    period: { from: 'header' },
    region: { constant: '青岛市' },
  },
};

describe('a long table', () => {
  it('gives one observation a row, with the cell it came from', () => {
    const result = read(
      long('青岛市,地区生产总值,2024年,16719.46,亿元', '青岛,生产总值,2024年上半年,5.8,%'),
      LONG,
      C,
    );
    expect(result.observations.map(line)).toEqual([
      'gdp 370200 2024 16719.46 亿元',
      'gdp.growth 370200 2024-S1 5.8 %',
    ]);
    expect(result.observations.map((o) => o.cell)).toEqual(['R2C4', 'R3C4']);
    expect(result.tally).toEqual({
      cells: 2,
      observations: 2,
      missing: 0,
      rejected: 0,
      skipped: 0,
      repeated: 0,
    });
    expect(result.diagnostics).toEqual([]);
  });

  it.each([
    [
      'a level and its growth are told apart by unit',
      '青岛,规模以上工业增加值,2024年,9.4,%',
      'va.growth 370200 2024 9.4 %',
    ],
    ['the % may stand in the cell', '青岛,规模以上工业增加值,2024年,9.4%,', 'va.growth 370200 2024 9.4 %'],
    [
      'a stock is keyed by the end of its span',
      '青岛,规上工业企业数,2024年上半年,4902,家',
      'firms 370200 2024-06 4902 家',
    ],
    [
      '初 is the end of the month before',
      '青岛,规上工业企业数,截至2024年7月初,4800多,家',
      'firms 370200 2024-06 >4800 家',
    ],
    [
      'so is a share that builds up',
      '青岛,数字化转型覆盖率,截至2024年7月初,90.9,%',
      'coverage 370200 2024-06 90.9 %',
    ],
    [
      '截至 of a flow is from January',
      '青岛,生产总值,截至2024年5月,100,亿元',
      'gdp 370200 2024-01/2024-05 100 亿元',
    ],
    ['a place needs no unit', '青岛,全省位次,2024年5月,第3位,', 'place 370200 2024-05 3 位'],
    [
      'a gap is in points',
      '即墨区,高于全省,2024年前三季度,1.5,个百分点',
      'lead 370215 2024-01/2024-09 1.5 个百分点',
    ],
    [
      'an index keeps its base',
      '全国,居民消费价格指数,2024年5月,102.7,上年同月=100',
      'cpi CN 2024-05 102.7 上年同月=100',
    ],
    ['a zero is a figure', '青岛,生产总值,2024年5月,0,亿元', 'gdp 370200 2024-05 0 亿元'],
    ['units stay as published', '青岛,生产总值,2024年,1.67,万亿元', 'gdp 370200 2024 1.67 万亿元'],
    ['a pure number needs no unit', '青岛,放大倍数,2024年,2.5,-', 'times 370200 2024 2.5 倍'],
    [
      'a % agrees with a unit written out',
      '青岛,规模以上工业增加值,2024年,2.5%,percent',
      'va.growth 370200 2024 2.5 percent',
    ],
    ['an id is a name too', '青岛,va.growth,2024年,2.5,%', 'va.growth 370200 2024 2.5 %'],
    ['an id whose unit is its growth’s', '青岛,va,2024年,2.5,%', 'va.growth 370200 2024 2.5 %'],
  ])('%s', (_name, row, observation) => expect(longLines(row)).toEqual([observation]));

  it('another count noun is taken, and said', () => {
    const result = read(
      long('青岛,规上工业企业数,2024年5月,4902,户', '山东,规上工业企业数,2024年5月,1,户'),
      LONG,
      C,
    );
    expect(result.observations).toHaveLength(2);
    expect(result.diagnostics.map(brief)).toEqual([
      '2:20 ingest/other-noun {"indicator":"firms","noun":"户","own":"家","cell":"R2C4","count":2,"more":1}',
    ]);
  });
});

describe('a wide table', () => {
  const text = readFileSync(new URL('../fixtures/ingest/quarterly-wide.csv', import.meta.url));

  it('takes basis, unit and period from where they stand', () => {
    const result = read(new Uint8Array(text), WIDE, C);
    expect(result.observations.map(line)).toEqual(
      [
        'gdp 370200 2024-Q2 4101.2 亿元',
        'gdp 370200 2024-Q1 3800.0 亿元',
        'gdp 370200 2024-S1 7901.2 亿元',
        'gdp 370200 2024-Q1 3800.0 亿元',
        'firms 370200 2024-06 4902 家',
      ].filter((_, i) => i !== 3),
    );
    expect(result.tally).toEqual({
      cells: 6,
      observations: 4,
      missing: 1,
      rejected: 0,
      skipped: 0,
      repeated: 1,
    });
    expect(result.encoding).toBe('utf-8');
  });

  it('1-2月 … 1-12月 across, the year from the title', () => {
    const table =
      '2024年全市主要指标（单位：%）,,\n地区,1-2月,1-3月,1-12月\n青岛市,9.1,10.0,\n即墨区,8.8,9.9,10.9\n';
    const doc = {
      files: '*',
      header: ['地区', '{period}'],
      fields: {
        region: { column: '地区' },
        period: { from: 'header' },
        year: { preamble: '{year}年{_}(单位:{unit})' },
        indicator: { constant: '规模以上工业增加值' },
      },
    };
    expect(read(table, doc, C).observations.map(line)).toEqual([
      'va.growth 370200 2024-01/2024-02 9.1 %',
      'va.growth 370200 2024-Q1 10.0 %',
      'va.growth 370215 2024-01/2024-02 8.8 %',
      'va.growth 370215 2024-Q1 9.9 %',
      'va.growth 370215 2024 10.9 %',
    ]);
  });

  it('本月, 累计 and 同比 across, the month from the file name', () => {
    const table = '指标,本月(亿元),本年累计(亿元),累计同比(%)\n规模以上工业增加值,100.5,480.1,9.6\n';
    const doc = {
      files: '*',
      header: ['指标', '{basis}({unit})'],
      fields: {
        indicator: { column: '指标' },
        basis: {
          from: 'header',
          basis: { 本月: 'span', 本年累计: 'year-to-date', 累计同比: 'year-to-date' },
        },
        period: { file: '{period}主要指标' },
        region: { constant: '青岛' },
      },
    };
    expect(read(table, doc, C, 'exports/2024年5月主要指标.csv').observations.map(line)).toEqual([
      'va 370200 2024-05 100.5 亿元',
      'va 370200 2024-01/2024-05 480.1 亿元',
      'va.growth 370200 2024-01/2024-05 9.6 %',
    ]);
  });

  it('本期 beside 上年同期, which the mapping names', () => {
    const table =
      '指标,本月,本年累计,上年同期,上年同期累计\n规模以上工业增加值,100.5,480.1,90,450\n货币和准货币(M2)供应量,8,8,7,7\n';
    const doc = {
      files: '*',
      header: ['指标', '{basis}'],
      fields: {
        indicator: { column: '指标' },
        unit: { constant: '亿元' },
        basis: {
          from: 'header',
          basis: {
            本月: 'span',
            本年累计: 'year-to-date',
            上年同期: 'year-before',
            上年同期累计: 'year-to-date-before',
          },
        },
        period: { file: '{period}主要指标' },
        region: { constant: '青岛' },
      },
    };
    expect(read(table, doc, C, 'exports/2024年5月主要指标.csv').observations.map(line)).toEqual([
      'va 370200 2024-05 100.5 亿元',
      'va 370200 2024-01/2024-05 480.1 亿元',
      'va 370200 2023-05 90 亿元',
      'va 370200 2023-01/2023-05 450 亿元',
      'm2 370200 2024-05 8 亿元',
      'm2 370200 2023-05 7 亿元',
    ]);
    const unread = { ...doc, fields: { ...doc.fields, period: { constant: '今年' } } };
    const broken = read(table, unread, C);
    expect(broken.diagnostics.map((d) => d.code)).toContain('ingest/period-unreadable');
  });

  it('names that hold parentheses themselves', () => {
    const doc = {
      files: '*',
      header: ['时间', '{indicator}({unit})'],
      fields: {
        period: { column: '时间' },
        series: { from: 'header', as: '{indicator}{basis}({unit})' },
        region: { constant: '全国' },
      },
    };
    expect(
      read('时间,货币和准货币(M2)供应量期末值(亿元)\n2024年5月,3018500\n', doc, C).observations.map(line),
    ).toEqual(['m2 CN 2024-05 3018500 亿元']);
  });
});

describe('a padded export in GB18030 with a note over several lines', () => {
  const file = new URL('../fixtures/ingest/monthly-padded-gb18030.csv', import.meta.url);
  const doc = {
    files: '*',
    header: ['时间', '{indicator}({unit})'],
    end: ['注：', '数据来源：'],
    fields: {
      period: { column: '时间' },
      series: { from: 'header' },
      region: { preamble: '地区：{region}' },
    },
  };

  it('leaves preamble and note out, and blank cells are missing', () => {
    const result = read(new Uint8Array(readFileSync(file)), doc, C);
    expect(result.encoding).toBe('gb18030');
    expect(result.observations.map(line)).toEqual([
      'va.growth 370200 2024-05 9.6 %',
      'cpi 370200 2024-05 100.2 上年同月=100',
      'va.growth 370200 2024-04 -0.5 %',
      'cpi 370200 2024-04 100.0 上年同月=100',
    ]);
    expect(result.tally).toMatchObject({ cells: 6, observations: 4, missing: 2 });
    expect(result.diagnostics).toEqual([]);
  });
});

describe('sources, nearest first', () => {
  it('a pattern of the header is read with the words of every field it gives', () => {
    const mapping = {
      files: '*',
      header: ['时间', '{indicator}{basis}({unit})'],
      fields: {
        region: { constant: '青岛市' },
        period: { column: '时间' },
        indicator: { from: 'header' },
        basis: { from: 'header', basis: { 累计增长: 'year-to-date' } },
        unit: { from: 'header' },
      },
    };
    const text = '时间,规模以上工业增加值累计增长(%)\n2024年5月,6.1\n';
    expect(read(text, mapping, C).observations.map(line)).toEqual(['va.growth 370200 2024-01/2024-05 6.1 %']);
  });

  it('a unit above a column beats the unit of the row, and each column has its own pattern', () => {
    const mapping = {
      files: '*',
      header: ['指标', '单位', '{period}', '同比({unit})'],
      fields: {
        indicator: { column: '指标' },
        unit: { column: '单位' },
        period: { from: 'header' },
        region: { preamble: '{region}{year}年{period}主要指标' },
      },
    };
    const text = '青岛市2024年1-5月主要指标\n指标,单位,1-5月,同比(%)\n规模以上工业增加值,亿元,25.41,7.1\n';
    expect(read(text, mapping, C).observations.map(line)).toEqual([
      'va 370200 2024-01/2024-05 25.41 亿元',
      'va.growth 370200 2024-01/2024-05 7.1 %',
    ]);
  });

  it('a unit in the name is nearer than the one in the title', () => {
    const doc = {
      files: '*',
      header: ['指标', '{period}'],
      fields: {
        indicator: { column: '指标', as: ['{indicator}({unit})', '{indicator}'] },
        unit: { preamble: '单位：{unit}' },
        period: { from: 'header' },
        region: { constant: '全国' },
      },
    };
    const text = '单位：,亿元\n指标,2024年\n地区生产总值,1\n地区生产总值(%),5.0\n';
    expect(read(text, doc, C).observations.map(line)).toEqual([
      'gdp CN 2024 1 亿元',
      'gdp.growth CN 2024 5.0 %',
    ]);
  });

  it('a field’s own column is nearer than what another’s pattern found beside', () => {
    const doc = {
      ...LONG,
      fields: { ...LONG.fields, indicator: { column: '指标', as: '{indicator}({unit})' } },
    };
    const text = long('全国,地区生产总值(万元),2024年,1,亿元', '全国,地区生产总值(%),2023年,5.0,');
    expect(read(text, doc, C).observations.map(line)).toEqual([
      'gdp CN 2024 1 亿元',
      'gdp.growth CN 2023 5.0 %',
    ]);
  });

  it('basis, status, publication and unit from columns, and a unit inside the cell', () => {
    const doc = {
      files: '*',
      header: ['指标', '时期', '口径', '数值', '标志', '发布'],
      fields: {
        indicator: { column: '指标' },
        period: { column: '时期' },
        basis: { column: '口径' },
        value: { column: '数值', as: ['{value}{unit}', '{value}'] },
        status: { column: '标志', status: { 初步: 'provisional', 推断: 'inferred', 无: 'none' } },
        published: { column: '发布' },
        region: { constant: '青岛' },
      },
    };
    const text =
      '指标,时期,口径,数值,标志,发布\n' +
      '生产总值,2024年二季度,累计,7901.2亿元,初步,2024年7月25日\n' +
      '规上工业企业数,2024年6月,当月,4800多家,推断,\n' +
      '规上工业企业数,2024年5月,,0.49万家,无,2024/6/3\n' +
      '生产总值,2024年一季度,,,deleted,\n';
    expect(read(text, doc, C).observations.map(line)).toEqual([
      'gdp 370200 2024-S1 7901.2 亿元 provisional 2024-07-25',
      'firms 370200 2024-06 >4800 家 inferred',
      'firms 370200 2024-05 0.49 万家 2024-06-03',
    ]);
    const withUnit = { ...doc, fields: { ...doc.fields, unit: { constant: '亿元' } } };
    expect(read(text, withUnit, C).observations.at(-1)).toMatchObject({
      indicator: 'gdp',
      status: 'deleted',
    });
  });

  it('a span from two columns, a year in its own column', () => {
    const doc = {
      files: '*',
      header: ['起', '止', '年', '数值'],
      fields: {
        from: { column: '起' },
        to: { column: '止' },
        year: { column: '年' },
        value: { column: '数值' },
        series: { constant: '地区生产总值(亿元)', as: '{indicator}({unit})' },
        region: { constant: '全国' },
      },
    };
    const text = '起,止,年,数值\n2024-01,2024-05,,1\n1月,3月,2023年,2\n,,2022,3\n';
    expect(read(text, doc, C).observations.map(line)).toEqual([
      'gdp CN 2024-01/2024-05 1 亿元',
      'gdp CN 2023-Q1 2 亿元',
      'gdp CN 2022 3 亿元',
    ]);
    const bad = read(
      '起,止,年,数值\n5月,3月,2023,1\n13月,3月,2023,1\n1月,3月,去年,1\n1月,x月,2023,2\n,,,5\n',
      doc,
      C,
    );
    expect(codes(bad.diagnostics)).toEqual([
      'ingest/period-backwards',
      'ingest/period-no-such-month',
      'ingest/unreadable-year',
      'ingest/period-unreadable',
      'ingest/empty-field',
    ]);
  });

  it('a stock from two columns is keyed by its end', () => {
    const header = ['from', 'to', 'value'];
    const fields = {
      from: { column: 'from' },
      to: { column: 'to' },
      value: { column: 'value' },
      series: { constant: '规上工业企业数(家)', as: '{indicator}({unit})' },
      region: { constant: '全国' },
    };
    expect(
      read('from,to,value\n2024-01,2024-06,9\n', { files: '*', header, fields }, C).observations.map(line),
    ).toEqual(['firms CN 2024-06 9 家']);
  });

  it('a date of publication given from outside, where the export has none', () => {
    const result = ingest({
      name: 'own.csv',
      source: source(
        'indicator,region,from,to,value,unit,status,published,cell\ngdp,CN,2024-01,2024-12,1,亿元,,,R1C1\ngdp,CN,2023-01,2023-12,1,亿元,,2024-01-17,R1C2\n',
      ),
      catalogue: C,
      published: '2025-01-17',
    });
    expect([...result.figures].map((o) => o.published)).toEqual(['2025-01-17', '2024-01-17']);
  });
});

describe('a finding at row and column of a cell is given its place in the file', () => {
  const at = (file: string | undefined, line: number, column: number): Diagnostic =>
    finding(
      'warning',
      'store/reckoned-without',
      {},
      { ...(file === undefined ? {} : { file }), line, column },
    );
  const places = (list: readonly Diagnostic[]): unknown[] => list.map((f) => [f.line, f.column]);
  const text = 'from,to,note,value\n2024-01,2024-06,"a\nb",9\n2025-01,2025-06,c,10\n';
  const fields = {
    from: { column: 'from' },
    to: { column: 'to' },
    value: { column: 'value' },
    series: { constant: '规上工业企业数(家)', as: '{indicator}({unit})' },
    region: { constant: '全国' },
  };
  const doc = { files: '*', header: ['from', 'to', 'note', 'value'], fields };
  it('of a text, whose quoted cells hold lines', () => {
    const { placed } = read(text, doc, C);
    const own = 'export.csv';
    expect(places(placed([at(own, 2, 4), at(own, 3, 4), at('old.csv', 3, 4), at(undefined, 3, 4)]))).toEqual([
      [3, 4],
      [4, 19],
      [3, 4],
      [3, 4],
    ]);
    expect(placed([])).toEqual([]);
  });
  it('of a workbook they are the place', () => {
    const rows = text.split('\n').map((row) => row.split(','));
    const sheets = [{ name: '表', hidden: false, rows: [rows[0] ?? [], rows[3] ?? []] }];
    const { placed } = take({ kind: 'workbook', sheets }, doc, C);
    expect(places(placed([at('export.csv', 2, 4)]))).toEqual([[2, 4]]);
  });
});

describe('labels of the mapping, before the catalogue’s', () => {
  const doc = (labels: object, extra: object = {}) => ({ ...LONG, labels, ...extra });
  it.each([
    ['to an id', { 工业增加值总量: 'va' }, '工业增加值总量,2024年,5,亿元', 'va CN 2024 5 亿元'],
    [
      'to an id, in the unit of its growth',
      { 工业增加值总量: 'va' },
      '工业增加值总量,2024年,5,%',
      'va.growth CN 2024 5 %',
    ],
    ['to a name', { 总量: '规模以上工业增加值' }, '总量,2024年,5,亿元', 'va CN 2024 5 亿元'],
    ['before a name of the catalogue', { 生产总值: 'va' }, '生产总值,2024年,5,亿元', 'va CN 2024 5 亿元'],
  ])('%s', (_name, labels, row, observation) =>
    expect(read(long(`全国,${row}`), doc(labels), C).observations.map(line)).toEqual([observation]),
  );

  it('skip leaves a series or a region out, and counts it', () => {
    const text = long(
      '全国,粮食产量,2024年,5,万吨',
      '海外,生产总值,2024年,5,亿元',
      '本国,生产总值,2024年,6,亿元',
    );
    const result = read(text, doc({ 粮食产量: 'skip' }, { regions: { 海外: 'skip', 本国: '全国' } }), C);
    expect(result.observations.map(line)).toEqual(['gdp CN 2024 6 亿元']);
    expect(result.tally).toMatchObject({ cells: 3, observations: 1, skipped: 2 });
    expect(result.diagnostics).toMatchObject([
      {
        code: 'ingest/labels-skipped',
        severity: 'info',
        args: { labels: ['粮食产量', '海外'], cells: 2 },
      },
    ]);
  });

  it('of many that are left out the first are named', () => {
    const rows = Array.from({ length: 20 }, (_, i) => `全国,第${i}种产品,2024年,5,万吨`);
    const [remark] = read(long(...rows), { ...LONG, others: 'skip' }, C).diagnostics;
    expect(remark).toMatchObject({ code: 'ingest/labels-skipped', args: { cells: 20, more: 8 } });
  });

  it('others: skip is for series; regions must be asked for', () => {
    const text = long('全国,粮食产量,2024年,5,万吨', '海外,生产总值,2024年,5,亿元');
    expect(codes(read(text, { ...LONG, others: 'skip' }, C).diagnostics)).toEqual([
      'ingest/unknown-region',
      'ingest/labels-skipped',
    ]);
    const both = read(text, { ...LONG, others: { labels: 'skip', regions: 'skip' } }, C);
    expect(both.tally).toMatchObject({ skipped: 2, rejected: 0 });
    expect(codes(both.diagnostics)).toContain('ingest/nothing-read');
  });
});

describe('rejections name the cell, the text and what was expected', () => {
  it.each<[string, string, string, object]>([
    [
      'an unknown indicator',
      '全国,规模以上工业增值,2024年,1,%',
      'ingest/unknown-indicator',
      { label: '规模以上工业增值', nearest: '规模以上工业增加值', cell: 'R2C4', count: 1 },
    ],
    [
      'an unknown region',
      '青岛是,生产总值,2024年,1,%',
      'ingest/unknown-region',
      { region: '青岛是', nearest: '青岛市' },
    ],
    ['an unknown unit', '全国,生产总值,2024年,1,亿圆', 'ingest/unknown-unit', { unit: '亿圆' }],
    [
      'a unit that can’t measure it',
      '全国,生产总值,2024年,1,个百分点',
      'ingest/wrong-unit',
      { unit: '个百分点', expected: ['亿元', '%'] },
    ],
    [
      'a count of something else',
      '全国,规上工业企业数,2024年,1,座',
      'ingest/wrong-noun',
      { noun: '座', expected: ['家', '户'] },
    ],
    ['people are no firms', '全国,从业人员,2024年,1,家', 'ingest/wrong-unit', { expected: ['人'] }],
    ['no unit', '全国,规上工业企业数,2024年,1,', 'ingest/no-unit', { expected: ['家'] }],
    [
      'no unit, and two series it could be',
      '全国,生产总值,2024年,1,',
      'ingest/no-unit',
      { expected: ['亿元', '%'] },
    ],
    ['an unreadable period', '全国,生产总值,去年,1,%', 'ingest/period-unreadable', { label: '去年' }],
    ['a period without a year', '全国,生产总值,5月,1,%', 'ingest/period-no-year', { label: '5月' }],
    [
      'a month that is January or October',
      '全国,生产总值,2016.1,1,%',
      'ingest/period-ambiguous',
      { label: '2016.1' },
    ],
    ['the middle of a month', '全国,生产总值,2016年5月中旬,1,%', 'ingest/period-mid-month', {}],
    ['no figure', '全国,生产总值,2024年,约三成,%', 'ingest/not-a-number', { text: '约三成' }],
    [
      'a % under another unit',
      '全国,生产总值,2024年,5%,亿元',
      'ingest/percent-cell',
      { found: '%', unit: '亿元' },
    ],
    ['an empty label', '全国,,2024年,5,亿元', 'ingest/empty-field', { field: 'indicator' }],
    ['an empty region', ',生产总值,2024年,5,亿元', 'ingest/empty-field', { field: 'region' }],
  ])('%s', (_name, row, code, args) => {
    const result = read(long(row), LONG, C);
    expect(result.diagnostics[0]).toMatchObject({
      code,
      severity: 'error',
      file: 'export.csv',
      line: 2,
      args,
    });
    expect(result.observations).toEqual([]);
    expect(result.tally).toMatchObject({ cells: 1, rejected: 1 });
    expect(result.rejects).toMatchObject([{ cell: 'R2C4', text: row.split(',')[3], problems: [{ code }] }]);
  });

  it('an ambiguous label', () => {
    const twins = catalogue([
      ['a', '产值', 'flow', '亿元'],
      ['b', '产值', 'flow', '万元'],
    ]);
    expect(read(long('全国,产值,2024年,1,亿元'), LONG, twins).diagnostics[0]).toMatchObject({
      code: 'ingest/ambiguous-indicator',
      args: { indicators: ['a', 'b'] },
    });
  });

  it('each label once, with its count; every cell in rejects', () => {
    const result = read(
      long('全国,甲指标,2024年,1,%', '全国,甲指标,2023年,2,%', '月球,甲指标,2022年,3,%'),
      LONG,
      C,
    );
    expect(result.diagnostics.map((d) => [d.code, d.args.count])).toEqual([
      ['ingest/unknown-indicator', 3],
      ['ingest/unknown-region', 1],
    ]);
    expect(result.rejects.map((r) => r.problems.length)).toEqual([1, 1, 2]);
    expect(sum(result)).toBe(result.tally.cells);
  });

  it('a name nothing fits, a flag and a basis nobody knows, a date that is none, a label that leads nowhere', () => {
    const doc = {
      files: '*',
      header: ['指标', '口径', '数值', '标志', '发布'],
      fields: {
        series: { column: '指标', as: '{indicator}({unit})' },
        basis: { column: '口径' },
        value: { column: '数值' },
        status: { column: '标志' },
        published: { column: '发布' },
        period: { constant: '2024' },
        region: { constant: '全国' },
      },
      labels: { 甲: 'gdpp' },
    };
    const rows = [
      '生产总值,,1,,',
      '生产总值(亿元),旬报,1,,',
      '生产总值(亿元),,1,?,',
      '生产总值(亿元),,1,,昨天',
      '甲(亿元),,1,,',
    ];
    const result = read(`指标,口径,数值,标志,发布\n${rows.join('\n')}\n`, doc, C);
    expect(codes(result.diagnostics)).toEqual([
      'ingest/pattern-unfitting',
      'ingest/unknown-basis',
      'ingest/unknown-flag',
      'ingest/unreadable-date',
      'ingest/label-leads-nowhere',
    ]);
    expect(result.diagnostics[4]?.args).toMatchObject({ target: 'gdpp', nearest: 'gdp' });
  });

  it('a label with nothing near it names nothing', () =>
    expect(
      read(long('火星上的某处地方,完全没有关系的名称呀,2024年,1,%'), LONG, C).diagnostics.map(
        (d) => d.args.nearest,
      ),
    ).toEqual([undefined, undefined]));
});

describe('one figure twice in a file', () => {
  it('the same again counts as repeated, also in another unit', () => {
    const result = read(
      long('全国,生产总值,2024年,10000,亿元', '全国,国内生产总值,2024,1.0,万亿元'),
      LONG,
      C,
    );
    expect(result.observations.map(line)).toEqual(['gdp CN 2024 10000 亿元']);
    expect(result.tally).toMatchObject({ cells: 2, observations: 1, repeated: 1 });
  });

  it('two different values are an error naming both cells, and neither is taken', () => {
    const rows = [
      '全国,生产总值,2024年,1,亿元',
      '全国,生产总值,2024年,2.50,亿元',
      '全国,生产总值,2024年,3,亿元',
    ];
    const result = read(long(...rows), LONG, C);
    expect(result.observations).toEqual([]);
    expect(result.tally).toMatchObject({ cells: 3, rejected: 3 });
    expect(result.diagnostics[0]).toMatchObject({
      code: 'ingest/two-values',
      line: 3,
      args: { first: '1 亿元', firstCell: 'R2C4', second: '2.50 亿元', cell: 'R3C4', period: '2024' },
    });
  });

  it('a stock given for two spans with one end is one figure', () =>
    expect(
      codes(
        read(long('全国,规上工业企业数,2023年,1,家', '全国,规上工业企业数,2023年四季度,2,家'), LONG, C)
          .diagnostics,
      ),
    ).toEqual(['ingest/two-values']));

  it('a bound stands beside an exact figure; two publications beside each other', () => {
    expect(
      longLines('全国,规上工业企业数,2024年6月,4902,家', '全国,规上工业企业数,2024年6月,4800多,家'),
    ).toHaveLength(2);
  });
});

describe('rows that do not fit their header', () => {
  it('a row that is longer is rejected whole: a comma has moved its cells', () => {
    const result = read('指标,2024年,2023年\n生产总值(亿元),1,234,5\n', WIDE, C);
    expect(result.tally).toMatchObject({ cells: 2, rejected: 2 });
    expect(result.diagnostics[0]).toMatchObject({
      code: 'ingest/row-too-long',
      args: { row: 2, expected: 3, found: 4, count: 2 },
    });
  });

  it('a row that ends early has missing cells, and is remarked on', () => {
    const result = read('指标,2024年,2023年\n生产总值(亿元),1\n注：\n', WIDE, C);
    expect(result.tally).toMatchObject({ cells: 2, observations: 1, missing: 1 });
    expect(result.diagnostics).toMatchObject([
      { code: 'ingest/row-too-short', severity: 'warning', args: { row: 2 } },
    ]);
  });

  it('the last row of a file that was cut is rejected', () => {
    const result = read('指标,2024年,2023年\n生产总值(亿元),1,2\n规模以上工业增加值(%),9.', WIDE, C);
    expect(codes(result.diagnostics)).toContain('ingest/truncated');
    expect(sum(result)).toBe(result.tally.cells);
  });

  it('the end of the table was asserted and is not there', () =>
    expect(read('指标,2024年\n生产总值(亿元),1\n', WIDE, C).diagnostics).toMatchObject([
      { code: 'ingest/no-end', severity: 'info', line: 2 },
    ]));
});

describe('an export that can’t be read at all', () => {
  it.each<[string, string, object | undefined, string]>([
    ['no mapping', 'a,b\n', undefined, 'ingest/no-mapping'],
    ['no rows below the header', '指标,2024年\n', WIDE, 'ingest/no-rows'],
    ['nothing but a note below the header', '指标,2024年\n注：无\n', WIDE, 'ingest/no-rows'],
    [
      'no unit in the preamble',
      '指标,2024年\nx,1\n',
      { ...WIDE, fields: { ...WIDE.fields, unit: { preamble: '单位：{unit}' } } },
      'ingest/not-in-preamble',
    ],
    [
      'no year in the file name',
      '指标,2024年\nx,1\n',
      { ...WIDE, fields: { ...WIDE.fields, year: { file: '{year}年' } } },
      'ingest/not-in-file-name',
    ],
    ['a quote never closed', '指标,2024年\n"生产总值(亿元),1\n', WIDE, 'ingest/open-quote'],
  ])('%s', (_name, text, doc, code) => expect(codes(thrown(() => read(text, doc, C)))).toEqual([code]));
});

describe('ptrack’s own output is read without a mapping', () => {
  const rows =
    'indicator,region,from,to,value,unit,status,published,cell\n' +
    'gdp,CN,2024-01,2024-12,16719.46,亿元,revised,2025-01-17,R5C3\n' +
    'firms,370200,2024-06,2024-06,>4800,家,,,R6C3\n' +
    'gdp,CN,2023-01,2023-12,,亿元,deleted,,R7C3\n';
  it.each([
    ['with its comment', `# {"ptrack":"batch/v1","source":"a.csv"}\n${rows}`, 3],
    ['as --dry-run prints it', rows, 2],
  ])('%s', (_name, text, first) => {
    const result = read(text, undefined, C);
    expect(result.observations.map(line)).toEqual([
      'gdp CN 2024 16719.46 亿元 revised 2025-01-17',
      'firms 370200 2024-06 >4800 家',
      'gdp CN 2023 0 亿元 deleted',
    ]);
    expect(result.observations[0]?.cell).toBe(`R${first}C5`);
  });
});
