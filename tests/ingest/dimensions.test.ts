import { describe, expect, it } from 'vitest';
import { brief, catalogue, type Entry, line, read, source, sum, take, thrown } from './helpers.ts';

const ENTRIES: Entry[] = [
  ['gdp', '地区生产总值', 'flow', '亿元'],
  ['gdp.growth', '地区生产总值增速', 'growth', '%', '地区生产总值'],
  ['firms', '企业数', 'stock', '家'],
  ['jobless', '失业率', 'ratio', '%', 'Unemployment rate'],
];
const C = catalogue(ENTRIES, {
  regions: [
    ['CN', '全国'],
    ['370200', '青岛市'],
    ['DE', 'Germany'],
    ['FR', 'France'],
  ],
});

const SEX = {
  files: '*',
  header: ['geo', 'sex', 'age', 'TIME_PERIOD', 'OBS_VALUE'],
  fields: {
    region: { column: 'geo' },
    period: { column: 'TIME_PERIOD' },
    value: { column: 'OBS_VALUE' },
    indicator: { constant: 'jobless' },
    unit: { constant: '%' },
  },
};
const ROWS =
  'geo,sex,age,TIME_PERIOD,OBS_VALUE\nDE,T,TOTAL,2024,3.4\nDE,F,TOTAL,2024,3.1\nDE,T,Y15-24,2024,6.1\nFR,T,TOTAL,2024,7.4\nFR,F,TOTAL,2024,7.4\n';

describe('exports with several dimensions', () => {
  it('without keep: two values are an error, and the columns that tell them apart are listed with their values', () => {
    const result = read(ROWS, SEX, C);
    expect(result.observations.map(line)).toEqual(['jobless FR 2024 7.4 %']);
    expect(result.tally).toMatchObject({ cells: 5, observations: 1, rejected: 3, repeated: 1 });
    const found = result.diagnostics.map(
      (d) => `${d.severity} ${d.code} ${JSON.stringify(d.args.columns ?? '')}`,
    );
    expect(found).toEqual([
      'error ingest/two-values ""',
      'error ingest/two-values ""',
      'error ingest/other-dimensions ["sex (F, T)","age (TOTAL, Y15-24)"]',
      'warning ingest/same-but-for ["sex (F, T)"]',
    ]);
  });

  it('keep reads some rows and leaves the others out, counted', () => {
    const result = read(ROWS, { ...SEX, keep: { sex: 'T', age: ['TOTAL', 'total'] } }, C);
    expect(result.observations.map(line)).toEqual(['jobless DE 2024 3.4 %', 'jobless FR 2024 7.4 %']);
    expect(result.tally).toMatchObject({ cells: 5, observations: 2, skipped: 3 });
    expect(result.diagnostics.map(brief)).toEqual(['-:- ingest/not-kept {"cells":3}']);
  });

  it('a blank value keeps headline rows', () => {
    const text = 'Year,Sex,Region,Value\n2023,,,5\n2023,F,,3\n2023,,North,2\n2024,,,6\n';
    const doc = {
      files: '*',
      header: ['Year', 'Sex', 'Region', 'Value'],
      keep: { Sex: '', Region: '' },
      fields: {
        year: { column: 'Year' },
        value: { column: 'Value' },
        series: { constant: '失业率(%)', as: '{indicator}({unit})' },
        region: { constant: '全国' },
      },
    };
    expect(read(text, doc, C).observations.map(line)).toEqual(['jobless CN 2023 5 %', 'jobless CN 2024 6 %']);
  });

  it('dimensions packed into one cell are kept by a placeholder of their own', () => {
    const text =
      'freq,unit,sex,geo\\TIME_PERIOD\t2023 \t2024 \nA,PC,T,DE\t3.0 \t3.4 e\nA,PC,F,DE\t2.8 \t: \nA,PC,T,FR\t7.3 b\t: c\nA,NR,T,FR\t9 \t9 \n';
    const doc = {
      files: '*',
      dialect: { delimiter: 'tab' },
      header: ['freq,unit,sex,geo\\TIME_PERIOD', '{period}'],
      keep: { sex: 'T', was: 'PC' },
      fields: {
        series: { constant: '失业率(%)', as: '{indicator}({unit})' },
        region: { column: 'freq,unit,sex,geo\\TIME_PERIOD', as: '{_},{was},{sex},{region}' },
        period: { from: 'header' },
        value: {
          from: 'header',
          as: ['{value} {status}', '{value}'],
          status: { e: 'estimated', b: 'break', c: 'none' },
        },
      },
    };
    const result = read(text, doc, C);
    expect(result.observations.map(line)).toEqual([
      'jobless DE 2023 3.0 %',
      'jobless DE 2024 3.4 % estimated',
      'jobless FR 2023 7.3 % break',
    ]);
    expect(result.tally).toMatchObject({ cells: 8, observations: 3, missing: 1, skipped: 4 });
  });

  it('what is kept must be a column or a placeholder', () => {
    const [finding] = thrown(() => read(ROWS, { ...SEX, keep: { six: 'T' } }, C));
    expect(finding).toMatchObject({ code: 'ingest/column-not-in-header', pointer: '/keep/six' });
    expect(finding?.args).toMatchObject({ column: 'six', nearest: 'sex' });
  });
});

describe('headers of several rows', () => {
  const doc = {
    files: '*',
    header: [
      ['指标', '单位', '{period}', '备注'],
      ['', '', '{basis}', '同比({unit})', '…'],
    ],
    fields: {
      indicator: { column: '指标' },
      unit: { column: '单位' },
      basis: { from: 'header' },
      period: { from: 'header' },
      region: { constant: '青岛市' },
    },
  };
  const own = {
    ...doc,
    header: [
      ['指标', '单位', '{period}', '备注'],
      ['', '', '{basis}', '同比({unit})', '{basis}', '同比({unit})', ''],
    ],
  };
  const expected = [
    'gdp 370200 2024-05 100 亿元',
    'gdp 370200 2024-01/2024-05 520 亿元',
    'gdp.growth 370200 2024-05 5.1 %',
    'gdp 370200 2024-06 110 亿元',
    'gdp 370200 2024-S1 630 亿元',
    'gdp.growth 370200 2024-06 5.2 %',
  ];
  const BELOW =
    ',,本月,累计,同比（%）,本月,累计,同比（%）,\n地区生产总值,亿元,100,520,5.1,110,630,5.2,快报\n';

  it('a cell merged over several columns stands for each of them', () => {
    const text = `指标,单位,2024年5月,,,2024年6月,,,备注\n${BELOW}`;
    expect(read(text, own, C).observations.map(line)).toEqual(expected);
  });

  it('so does one that is repeated', () => {
    const months = '2024年5月,2024年5月,2024年5月,2024年6月,2024年6月,2024年6月';
    expect(read(`标题,,\n指标,单位,${months},备注\n${BELOW}`, own, C).observations.map(line)).toEqual(
      expected,
    );
  });

  it('another second row is refused, with the difference', () => {
    const text = '指标,单位,2024年5月,,备注\n,,本月,环比（%）,\n地区生产总值,亿元,1,2,\n';
    const found = thrown(() => read(text, own, C));
    expect(found.map((d) => `${d.code} ${d.args.row}`)).toContain('ingest/header-differs 2');
  });

  it('a file that ends inside its header has none', () => {
    const [finding] = thrown(() => read('指标,单位,2024年5月,,,备注\n', own, C));
    expect(finding?.code).toBe('ingest/header-differs');
  });

  it('names of columns are those of any row', () => {
    const text = '地区,情况,\n,年份,数值\n青岛市,2024,5\n';
    const two = {
      files: '*',
      header: [
        ['地区', '情况', ''],
        ['', '年份', '数值'],
      ],
      fields: {
        region: { column: '地区' },
        year: { column: '年份' },
        value: { column: '数值' },
        series: { constant: '企业数(家)', as: '{indicator}({unit})' },
      },
    };
    expect(read(text, two, C).observations.map(line)).toEqual(['firms 370200 2024-12 5 家']);
  });
});

describe('several sources of one field', () => {
  const doc = (status: unknown) => ({
    files: '*',
    header: ['ACTION', 'TIME_PERIOD', 'OBS_VALUE', 'OBS_STATUS'],
    fields: {
      period: { column: 'TIME_PERIOD' },
      value: { column: 'OBS_VALUE' },
      status,
      series: { constant: '地区生产总值(亿元)', as: '{indicator}({unit})' },
      region: { constant: '全国' },
    },
  });
  const action = { column: 'ACTION', status: { D: 'deleted', I: 'none', A: 'none' } };
  const flag = { column: 'OBS_STATUS', status: { P: 'provisional', A: 'none' } };
  const text =
    'ACTION,TIME_PERIOD,OBS_VALUE,OBS_STATUS\nI,2022,1,P\nD,2023,,\nA,2024,3,A\nD,2021,7,P\nI,2020,NaN,\n';

  it.each([
    ['one way round', [action, flag]],
    ['the other way round', [flag, action]],
  ])('the first that gives something counts: %s', (name, status) => {
    const found = read(text, doc(status), C).observations.map(line);
    const last = name === 'one way round' ? 'gdp CN 2021 7 亿元 deleted' : 'gdp CN 2021 7 亿元 provisional';
    expect(found).toEqual([
      'gdp CN 2022 1 亿元 provisional',
      'gdp CN 2023 0 亿元 deleted',
      'gdp CN 2024 3 亿元',
      last,
    ]);
  });

  it('a figure has one place', () => {
    const twice = doc(action);
    const fields = { ...twice.fields, value: [{ column: 'OBS_VALUE' }, { column: 'OBS_STATUS' }] };
    const [finding] = thrown(() => read(text, { ...twice, fields }, C));
    expect(finding).toMatchObject({ code: 'ingest/values-twice', pointer: '/fields/value/1' });
  });
});

describe('months that a spreadsheet mangled', () => {
  const doc = {
    files: '*',
    header: ['月份', '数值'],
    fields: {
      period: { column: '月份' },
      value: { column: '数值' },
      series: { constant: '地区生产总值(亿元)', as: '{indicator}({unit})' },
      region: { constant: '全国' },
    },
  };
  it.each([
    [
      'October beside 2016.01',
      '2016.12,4\n2016.1,3\n2016.09,2\n2016.01,1\n',
      ['2016-12', '2016-09', '2016-01', '2016-10'],
    ],
    ['January beside 2016.10', '2016.1,1\n2016.2,2\n2016.10,3\n', ['2016-02', '2016-10', '2016-01']],
  ])('%s', (_name, rows, periods) => {
    const result = read(`月份,数值\n${rows}`, doc, C);
    expect(result.observations.map((o) => line(o).split(' ')[2])).toEqual(periods);
    expect(result.diagnostics.map((d) => `${d.severity} ${d.code}`)).toEqual(['info ingest/month-mended']);
    expect(sum(result)).toBe(result.tally.cells);
  });

  it('neither, where no other label tells', () => {
    const result = read('月份,数值\n2016.1,1\n2016.2,2\n', doc, C);
    expect(result.observations.map(line)).toEqual(['gdp CN 2016-02 2 亿元']);
    expect(result.diagnostics[0]).toMatchObject({ code: 'ingest/period-ambiguous', line: 2, column: 8 });
  });

  it('in a header, where the note follows', () => {
    const wide = {
      files: '*',
      end: '注',
      header: ['地区', '{period}'],
      fields: {
        region: { column: '地区' },
        period: { from: 'header' },
        series: { constant: '地区生产总值(亿元)', as: '{indicator}({unit})' },
      },
    };
    const text = '地区,2016.09,2016.1,2016.11\n全国,1,2,3\n青岛市,x,y,1\n注：…,,,\n';
    const result = read(text, wide, C);
    expect(result.observations.map(line).filter((l) => l.includes('2016-10'))).toEqual([
      'gdp CN 2016-10 2 亿元',
    ]);
    expect(result.rejects.map((r) => r.cell)).toEqual(['R3C3']);
    expect(sum(result)).toBe(6);
  });
});

describe('workbooks', () => {
  const doc = {
    files: '*',
    header: ['地区', '{period}'],
    fields: {
      region: { column: '地区' },
      period: { from: 'header' },
      series: { constant: '地区生产总值(亿元)', as: '{indicator}({unit})' },
    },
  };
  const rows = [['2024年统计'], ['地区', '2023年', '2024年'], ['全国', '1', '2.50']];
  const sheet = (name: string, of: string[][] = rows, hidden = false) => ({ name, rows: of, hidden });
  const book = (...sheets: ReturnType<typeof sheet>[]) => ({ kind: 'workbook', sheets }) as const;

  it('the only sheet with rows that is not hidden', () => {
    const result = take(
      book(sheet('封面', [['', '']]), sheet('数据'), sheet('草稿', rows, true)),
      doc,
      C,
      'a.xlsx',
    );
    expect(result.observations.map((o) => `${line(o)} ${o.cell}`)).toEqual([
      'gdp CN 2023 1 亿元 R3C2',
      'gdp CN 2024 2.50 亿元 R3C3',
    ]);
    expect(result.encoding).toBe('workbook');
  });

  it.each([
    ['by name', '数据'],
    ['by number', '2'],
  ])('one that is asked for %s', (_name, asked) =>
    expect(take(book(sheet('封面'), sheet('数据')), { ...doc, sheet: asked }, C).observations).toHaveLength(
      2,
    ),
  );

  it.each([
    [
      'several and none asked for',
      book(sheet('甲'), sheet('乙')),
      doc,
      'ingest/which-sheet',
      { sheets: ['甲', '乙'] },
    ],
    [
      'none of that name',
      book(sheet('甲')),
      { ...doc, sheet: '丙' },
      'ingest/no-sheet',
      { sheet: '丙', sheets: ['甲'] },
    ],
    ['none with rows', book(sheet('甲', [])), doc, 'ingest/empty-file', {}],
  ])('%s is refused', (_name, from, mapping, code, args) =>
    expect(thrown(() => take(from, mapping, C))[0]).toMatchObject({ code, args }),
  );

  it('a cell that is wrong is found by row and column', () => {
    const wrong = book(sheet('甲', [...rows, ['全国', '无', '']]));
    expect(take(wrong, doc, C).diagnostics[0]).toMatchObject({
      code: 'ingest/not-a-number',
      line: 4,
      column: 2,
    });
  });
});

describe('nothing is left out without a word', () => {
  const base = {
    files: '*',
    fields: {
      region: { column: '地区' },
      period: { from: 'header' },
      series: { constant: '地区生产总值(亿元)', as: '{indicator}({unit})' },
    },
  };
  const told = (text: string, doc: object) => {
    const result = read(text, doc, C);
    const found = result.diagnostics.map((d) => `${d.severity} ${d.code} ${JSON.stringify(d.args)}`);
    return [result.observations.length, ...found];
  };

  it('… takes as few columns as it can', () =>
    expect(
      told('地区,代码,2023年,2024年\n全国,7,1,2\n', { ...base, header: ['地区', '…', '{period}'] }),
    ).toEqual([2]));

  it('columns under … that fit a pattern are named', () =>
    expect(
      told('地区,2023年,合计,2024年\n全国,1,3,2\n', { ...base, header: ['地区', '{period}', '…'] }),
    ).toEqual([1, 'warning ingest/column-unread {"columns":["2024年"]}']));

  it('figures below the note are counted', () =>
    expect(
      told('地区,2023年\n全国,1\n注册地,2\n青岛市,3\n说明,\n', {
        ...base,
        end: '注',
        header: ['地区', '{period}'],
      }),
    ).toEqual([1, 'info ingest/figures-below-note {"rows":2,"row":3}']));

  it('a value that keep asks for and no row has', () =>
    expect(
      told('地区,口径,2023年\n全国,A,1\n', {
        ...base,
        header: ['地区', '口径', '{period}'],
        keep: { 口径: ['B'] },
      }),
    ).toEqual([
      0,
      'warning ingest/keep-unmet {"column":"口径","lacking":["b"],"found":["A"]}',
      'info ingest/not-kept {"cells":1}',
      'error ingest/nothing-read {"skipped":1}',
    ]));

  it('what keep reads may stand in the cell itself', () => {
    const value = { from: 'header', as: ['{value} {note_of}', '{value}'] };
    const doc = {
      ...base,
      header: ['地区', '{period}'],
      keep: { note_of: ['a', ''] },
      fields: { ...base.fields, value },
    };
    expect(read('地区,2023年,2024年\n全国,5 a,6 b\n', doc, C).observations.map(line)).toEqual([
      'gdp CN 2023 5 亿元',
    ]);
  });

  it('names merged downwards may stand again, or not', () => {
    const two = {
      ...base,
      header: [
        ['地区', '{period}'],
        ['', '{basis}'],
      ],
      fields: { ...base.fields, basis: { from: 'header' } },
    };
    const expected = ['gdp CN 2024-05 1 亿元', 'gdp CN 2024-01/2024-05 5 亿元'];
    for (const name of ['', '地区'])
      expect(read(`地区,2024年5月,\n${name},当月,累计\n全国,1,5\n`, two, C).observations.map(line)).toEqual(
        expected,
      );
    const named = { ...two, header: [two.header[0], ['地区', '{basis}']] };
    expect(read('地区,2024年5月,\n地区,当月,累计\n全国,1,5\n', named, C).observations.map(line)).toEqual(
      expected,
    );
  });

  it('a mark of a note is no digit', () => {
    const header = ['地区', '{period}'];
    const cells = ['36.5①', '1234²', '5⑴', '3.2*'];
    const result = read(`地区,2021年,2022年,2023年,2024年\n全国,${cells.join()}\n`, { ...base, header }, C);
    expect(result.rejects.map((r) => r.text)).toEqual(cells);
    const label = read('地区,2024年1²月\n全国,1\n', { ...base, header }, C);
    expect(label.observations).toEqual([]);
  });

  it('a reading at the end of a span, or at a day, is none of an amount', () => {
    const long = (period: string, basis: string) => ({
      files: '*',
      header: ['地区', '数'],
      fields: {
        region: { column: '地区' },
        value: { column: '数' },
        period: { constant: period },
        basis: { constant: basis },
        series: { constant: '地区生产总值(亿元)', as: '{indicator}({unit})' },
      },
    });
    const code = (period: string, basis: string) =>
      read('地区,数\n全国,1\n', long(period, basis), C).diagnostics[0]?.code;
    expect(code('2024年5月', '期末值')).toBe('ingest/end-of-flow');
    expect(code('2024年5月31日', '当期值')).toBe('ingest/period-a-day');
    expect(code('截至2024年5月31日', '当期值')).toBeUndefined();
  });

  it.each([
    ['增速 before amount', ['%', '亿元']],
    ['amount before 增速', ['亿元', '%']],
  ])('one label is refused for an amount and taken for its growth: %s', (_, units) => {
    const doc = {
      files: '*',
      header: ['地区', '单位', '时间', '数'],
      fields: {
        region: { column: '地区' },
        unit: { column: '单位' },
        period: { column: '时间' },
        value: { column: '数' },
        basis: { constant: '期末值' },
        indicator: { constant: '地区生产总值' },
      },
    };
    const rows = units.map((unit) => `全国,${unit},2024年5月,1\n`).join('');
    const result = read(`地区,单位,时间,数\n${rows}`, doc, C);
    expect(result.observations.map(line)).toEqual(['gdp.growth CN 2024-05 1 %']);
    expect(result.rejects.map((r) => r.problems[0]?.code)).toEqual(['ingest/end-of-flow']);
  });
});

it('pieces may end anywhere', () => {
  const text = '\uFEFF地区,"年\n份",值\r\n全国,2023,1\r青岛市,"2024",2\n注：\n';
  const doc = {
    files: '*',
    end: '注',
    header: ['地区', '年 份', '值'],
    fields: {
      region: { column: '地区' },
      year: { column: '年 份' },
      value: { column: '值' },
      series: { constant: '地区生产总值(亿元)', as: '{indicator}({unit})' },
    },
  };
  for (let size = 1; size < 60; size++)
    expect(take(source(text, size), doc, C).observations.map(line)).toEqual([
      'gdp CN 2023 1 亿元',
      'gdp 370200 2024 2 亿元',
    ]);
});
