import { describe, expect, it } from 'vitest';
import { infer } from '../../../src/ingest/infer/infer.ts';
import { toMapping } from '../../../src/ingest/mapping/read-mapping.ts';
import { draftYaml } from '../../../src/report/draft.ts';
import { catalogue, thrown } from '../helpers.ts';
import { drafted, figures, open, readBy } from './helpers.ts';

const C = catalogue(
  [
    ['va', '规模以上工业增加值', 'flow', '亿元', '规上工业增加值'],
    ['va.growth', '工业增速', 'growth', '%'],
    ['invest', '固定资产投资', 'flow', '亿元'],
    ['invest.growth', '投资增速', 'growth', '%'],
    ['steel', '粗钢产量', 'flow', '万吨'],
    ['firms', '规上工业企业数', 'stock', '家'],
    ['m2', '货币(M2)供应量', 'stock', '亿元'],
    ['place', '亩均税收排名', 'rank', '位'],
    ['gdp', 'GDP growth', 'growth', '%'],
  ],
  {
    regions: [
      ['CN', '全国'],
      ['SD', '山东省'],
      ['QD', '青岛市', '青岛'],
      ['JM', '即墨区'],
      ['DE', 'Germany'],
      ['FR', 'France'],
    ],
  },
);
for (const [code, parent] of [
  ['QD', 'SD'],
  ['JM', 'QD'],
] as const) {
  const region = C.regions.get(code);
  if (region) C.regions.set(code, { ...region, parent });
}

interface Known {
  readonly text: string;
  readonly name?: string;
  readonly header: readonly unknown[];
  readonly fields: Record<string, unknown>;
  readonly figures: readonly string[];
  /** Keys of the draft beside those that every draft has. */
  readonly more?: Record<string, unknown>;
}

const known: Record<string, Known> = {
  'a long table with every field in a column': {
    text: '地区,指标,时期,年份,数值,单位,口径,状态,发布日期,备注\n青岛市,规上工业增加值,1-5月,2024,"1,088.4",亿元,累计,初步数,2024-06-17,\n即墨区,规上工业企业数,2024年5月,,约320,家,期末,,2024-06-17,快报\n',
    header: ['地区', '指标', '时期', '年份', '数值', '单位', '口径', '状态', '发布日期', '备注'],
    fields: {
      region: { column: '地区' },
      indicator: { column: '指标' },
      unit: { column: '单位' },
      basis: { column: '口径' },
      period: { column: '时期' },
      year: { column: '年份' },
      value: { column: '数值' },
      status: { column: '状态', status: { 初步数: 'provisional' } },
      published: { column: '发布日期' },
    },
    figures: [
      'va QD 2024-01/2024-05 1088.4 亿元 provisional 2024-06-17',
      'firms JM 2024-05 ≈320 家 2024-06-17',
    ],
  },
  'names with basis and unit, quarters above, the region in the title': {
    text: '青岛市季度数据,,\n指标,2024年第一季度,2024年第二季度\n规上工业增加值累计值(亿元),10.5,22.5\n规上工业增加值当季值(亿元),10.5,12\n注：初步核算。,,\n数据来源：统计局,,\n',
    header: ['指标', '{period}'],
    fields: {
      region: { preamble: '{region}季度数据' },
      series: { column: '指标', as: '{indicator}{basis}({unit})' },
      period: { from: 'header' },
    },
    more: { end: ['注：', '数据来源：'] },
    figures: ['va QD 2024-Q1 10.5 亿元', 'va QD 2024-S1 22.5 亿元', 'va QD 2024-Q2 12 亿元'],
  },
  'the same cumulative figures of one quarter twice are one': {
    text: '指标,地区,2024年第三季度\n规上工业增加值累计值(亿元),青岛市,30\n',
    header: ['指标', '地区', '{period}'],
    fields: {
      region: { column: '地区' },
      series: { column: '指标', as: '{indicator}{basis}({unit})' },
      period: { from: 'header' },
    },
    figures: ['va QD 2024-01/2024-09 30 亿元'],
  },
  'names with and without a basis, above': {
    text: '地区：青岛市\n时间,货币(M2)供应量期末值(亿元),固定资产投资(亿元)\n2024年5月,100,5\n2024年4月,90,\n',
    header: ['时间', '{indicator}({unit})'],
    fields: {
      region: { preamble: '地区：{region}' },
      series: { from: 'header', as: ['{indicator}{basis}({unit})', '{indicator}({unit})'] },
      period: { column: '时间' },
    },
    figures: ['m2 QD 2024-05 100 亿元', 'invest QD 2024-05 5 亿元', 'm2 QD 2024-04 90 亿元'],
  },
  'names of growths, told by what the catalogue knows': {
    text: '月份,地区,规上工业增加值累计增长(%),固定资产投资累计增长(%)\n2024年5月,青岛市,6.1,5.2\n',
    header: ['月份', '地区', '{indicator}{basis}({unit})'],
    fields: {
      region: { column: '地区' },
      series: { from: 'header', basis: { 累计增长: 'year-to-date' } },
      period: { column: '月份' },
    },
    figures: ['va.growth QD 2024-01/2024-05 6.1 %', 'invest.growth QD 2024-01/2024-05 5.2 %'],
  },
  'units behind a dash and bare names beside each other': {
    text: '时间,地区,规上工业增加值_亿元,亩均税收排名\n2024年1-5月,青岛市,6.1,3\n',
    header: ['时间', '地区', '{indicator}'],
    fields: {
      region: { column: '地区' },
      series: { from: 'header', as: ['{indicator}_{unit}', '{indicator}'] },
      period: { column: '时间' },
    },
    figures: ['va QD 2024-01/2024-05 6.1 亿元', 'place QD 2024-05 3 位'],
  },
  'a growth beside the level, both for the span of the title': {
    text: '青岛市2024年1-5月主要指标,,,\n指标,单位,累计,同比（%）\n规上工业增加值,亿元,1088.4,6.1\n固定资产投资,亿元,53.2,-2.8\n',
    header: ['指标', '单位', '{basis}', '同比（{unit}）'],
    fields: {
      region: { preamble: '{region}{year}年{period}主要指标' },
      indicator: { column: '指标' },
      unit: { column: '单位' },
      basis: { from: 'header' },
    },
    figures: [
      'va QD 2024-01/2024-05 1088.4 亿元',
      'va.growth QD 2024-01/2024-05 6.1 %',
      'invest QD 2024-01/2024-05 53.2 亿元',
      'invest.growth QD 2024-01/2024-05 -2.8 %',
    ],
  },
  'several bases beside each other, each in its own place': {
    text: '青岛市2024年5月快报,,,,\n指标,单位,本月,累计,累计增长（%）\n规上工业增加值,亿元,210.5,1088.4,6.1\n',
    header: ['指标', '单位', '{basis}', '{basis}', '{basis}({unit})'],
    fields: {
      region: { preamble: '{region}{year}年{period}快报' },
      indicator: { column: '指标' },
      unit: { column: '单位' },
      basis: { from: 'header', basis: { 累计增长: 'year-to-date' } },
    },
    figures: [
      'va QD 2024-05 210.5 亿元',
      'va QD 2024-01/2024-05 1088.4 亿元',
      'va.growth QD 2024-01/2024-05 6.1 %',
    ],
  },
  'a growth beside a span in the header, which the title names too': {
    text: '即墨区2024年1-5月情况,,\n发布日期：2024年6月19日,,\n指标,1-5月,同比(%)\n规上工业增加值（亿元）,25.4,7.1\n固定资产投资（亿元）,6.3,\n',
    header: ['指标', '{period}', '同比({unit})'],
    fields: {
      region: { preamble: '{region}{year}年{period}情况' },
      series: { column: '指标', as: '{indicator}({unit})' },
      period: { from: 'header' },
      published: { preamble: '发布日期：{published}' },
    },
    figures: [
      'va JM 2024-01/2024-05 25.4 亿元 2024-06-19',
      'va.growth JM 2024-01/2024-05 7.1 % 2024-06-19',
      'invest JM 2024-01/2024-05 6.3 亿元 2024-06-19',
    ],
  },
  'a growth beside a span in the header, the title naming nothing else': {
    text: '2024年1-5月情况,,\n指标,1-5月,同比(%),地区\n规上工业增加值（亿元）,25.4,7.1,青岛市\n',
    header: ['指标', '{period}', '同比({unit})', '地区'],
    fields: {
      region: { column: '地区' },
      series: { column: '指标', as: '{indicator}({unit})' },
      period: { from: 'header' },
      year: { preamble: '{year}年{period}情况' },
    },
    figures: ['va QD 2024-01/2024-05 25.4 亿元', 'va.growth QD 2024-01/2024-05 7.1 %'],
  },
  'one column of figures that is not named for them': {
    text: '地区,指标,时期,单位,甲\n青岛市,粗钢产量,2024年,万吨,5\n',
    header: ['地区', '指标', '时期', '单位', '甲'],
    fields: {
      region: { column: '地区' },
      indicator: { column: '指标' },
      unit: { column: '单位' },
      period: { column: '时期' },
      value: { column: '甲' },
    },
    figures: ['steel QD 2024 5 万吨'],
  },
  'a column of flags without a flag': {
    text: '地区,指标,时期,单位,数值,状态\n青岛市,粗钢产量,2024年,万吨,5,\n',
    header: ['地区', '指标', '时期', '单位', '数值', '状态'],
    fields: {
      region: { column: '地区' },
      indicator: { column: '指标' },
      unit: { column: '单位' },
      period: { column: '时期' },
      value: { column: '数值' },
      status: { column: '状态' },
    },
    figures: ['steel QD 2024 5 万吨'],
  },
  'names told by what stands in them, columns named otherwise': {
    text: '甲,乙,丙,丁\n青岛市,粗钢产量（万吨）,2024年5月,5\n即墨区,粗钢产量（万吨）,2024年5月,6\n',
    header: ['甲', '乙', '丙', '丁'],
    fields: {
      region: { column: '甲' },
      series: { column: '乙', as: '{indicator}({unit})' },
      period: { column: '丙' },
      value: { column: '丁' },
    },
    figures: ['steel QD 2024-05 5 万吨', 'steel JM 2024-05 6 万吨'],
  },
  'spans above with their unit, a column without a figure': {
    text: '指标,地区,2024年4月（万吨）,2024年5月（万吨）,2024年6月（万吨）\n粗钢产量,青岛市,5,6,\n',
    header: ['指标', '地区', '{period}({unit})'],
    fields: {
      region: { column: '地区' },
      indicator: { column: '指标' },
      period: { from: 'header' },
    },
    figures: ['steel QD 2024-04 5 万吨', 'steel QD 2024-05 6 万吨'],
  },
  'regions above, one of them without a figure': {
    text: '指标：粗钢产量（万吨）,,\n时间,青岛市,即墨区\n2024年5月,5,\n',
    header: ['时间', '{region}'],
    fields: {
      region: { from: 'header' },
      series: { preamble: '指标：{indicator}({unit})' },
      period: { column: '时间' },
    },
    figures: ['steel QD 2024-05 5 万吨'],
  },
  'regions above, semicolons, decimal commas': {
    text: '指标：规上工业增加值(亿元);;\n时间;青岛市;山东省\n2024年1-2月;1,5;2,5\n2024年1-3月;3,5;-\n',
    header: ['时间', '{region}'],
    fields: {
      region: { from: 'header' },
      series: { preamble: '指标：{indicator}({unit})' },
      period: { column: '时间' },
    },
    more: { dialect: { delimiter: 'semicolon', decimal: ',' } },
    figures: ['va QD 2024-01/2024-02 1.5 亿元', 'va SD 2024-01/2024-02 2.5 亿元', 'va QD 2024-Q1 3.5 亿元'],
  },
  'the title says it all': {
    text: '2024年各区规上工业增加值累计增速（单位：%）,,\n地区,4月,5月\n青岛,7.2,暂无\n即墨区,5.0,5.1\n',
    header: ['地区', '{period}'],
    fields: {
      region: { column: '地区' },
      series: { preamble: '{year}年各区{indicator}{basis}增速（单位：{unit}）' },
      period: { from: 'header' },
    },
    more: { missing: ['暂无'] },
    figures: [
      'va.growth QD 2024-01/2024-04 7.2 %',
      'va.growth JM 2024-01/2024-04 5.0 %',
      'va.growth JM 2024-01/2024-05 5.1 %',
    ],
  },
  'key and value in two cells of a row above': {
    text: '单位,亿元,\n指标：规上工业增加值,,\n地区,2024年1-5月,2024年1-6月\n青岛市,1.5,2.5\n',
    header: ['地区', '{period}'],
    fields: {
      region: { column: '地区' },
      indicator: { preamble: '指标：{indicator}' },
      unit: { preamble: '单位 {unit}' },
      period: { from: 'header' },
    },
    figures: ['va QD 2024-01/2024-05 1.5 亿元', 'va QD 2024-S1 2.5 亿元'],
  },
  'figures with their units, the span in the file’s name': {
    text: '工作内容,地区,进展\n规上工业企业数,青岛市,115家\n粗钢产量,青岛市,230余万吨\n',
    name: 'data/工作进展2024年1-5月.csv',
    header: ['工作内容', '地区', '进展'],
    fields: {
      region: { column: '地区' },
      indicator: { column: '工作内容' },
      period: { file: '{_}{year}年{period}' },
      value: { column: '进展', as: '{value}{unit}' },
    },
    more: { files: ['工作进展*.csv'] },
    figures: ['firms QD 2024-05 115 家', 'steel QD 2024-01/2024-05 >230 万吨'],
  },
  'signs of per cent in the cells': {
    text: '地区,规上工业增加值\n青岛市,6.1%\n即墨区,5.2%\n',
    name: '截至2024年5月.csv',
    header: ['地区', '{indicator}'],
    fields: {
      region: { column: '地区' },
      indicator: { from: 'header' },
      period: { file: '{period}' },
    },
    more: { files: ['截至*.csv'] },
    figures: ['va.growth QD 2024-01/2024-05 6.1 %', 'va.growth JM 2024-01/2024-05 5.2 %'],
  },
  'years above, months in the rows': {
    text: '指标：规上工业增加值（亿元）,,\n地区：青岛市,,\n月份,2023年,2024年\n1-2月,10.5,11.5\n1-3月,20.5,\n',
    header: ['月份', '{year}年'],
    fields: {
      region: { preamble: '地区：{region}' },
      series: { preamble: '指标：{indicator}({unit})' },
      period: { column: '月份' },
      year: { from: 'header' },
    },
    figures: [
      'va QD 2023-01/2023-02 10.5 亿元',
      'va QD 2024-01/2024-02 11.5 亿元',
      'va QD 2023-Q1 20.5 亿元',
    ],
  },
  'months above, years in the rows': {
    text: '指标：规上工业增加值（亿元）\n年份,地区,1-2月,1-3月\n2023,青岛市,10.5,11.5\n2024,青岛市,20.5,\n',
    header: ['年份', '地区', '{period}'],
    fields: {
      region: { column: '地区' },
      series: { preamble: '指标：{indicator}({unit})' },
      period: { from: 'header' },
      year: { column: '年份' },
    },
    figures: [
      'va QD 2023-01/2023-02 10.5 亿元',
      'va QD 2023-Q1 11.5 亿元',
      'va QD 2024-01/2024-02 20.5 亿元',
    ],
  },
  'days that stand for their months': {
    text: '日期,地区,规上工业企业数（家）\n2024-04-30,青岛市,12\n2024-05-31,青岛市,13\n',
    header: ['日期', '地区', '{indicator}({unit})'],
    fields: {
      region: { column: '地区' },
      series: { from: 'header' },
      period: { column: '日期', as: ['{period}-31', '{period}-30', '{period}-29', '{period}-28'] },
    },
    figures: ['firms QD 2024-04 12 家', 'firms QD 2024-05 13 家'],
  },
  'SDMX-CSV with flags': {
    text: 'DATAFLOW,LAST UPDATE,freq,unit,na_item,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\nX,13/06/25 11:00:00,A,%,GDP growth,Germany,2023,-0.3,\nX,13/06/25 11:00:00,A,%,GDP growth,Germany,2024,-0.2,bp\n',
    header: [
      'DATAFLOW',
      'LAST UPDATE',
      'freq',
      'unit',
      'na_item',
      'geo',
      'TIME_PERIOD',
      'OBS_VALUE',
      'OBS_FLAG',
    ],
    fields: {
      region: { column: 'geo' },
      indicator: { column: 'na_item' },
      unit: { column: 'unit' },
      period: { column: 'TIME_PERIOD' },
      value: { column: 'OBS_VALUE' },
      status: { column: 'OBS_FLAG', status: { bp: 'break' } },
    },
    figures: ['gdp DE 2023 -0.3 %', 'gdp DE 2024 -0.2 % break'],
  },
  'many columns that are not read': {
    text: 'A,B,C,D,E,F,G,H,I,地区,指标,单位,时期,数值\na,b,c,d,e,f,g,h,i,青岛市,粗钢产量,万吨,2024年,5\n',
    header: ['…', '地区', '指标', '单位', '时期', '数值'],
    fields: {
      region: { column: '地区' },
      indicator: { column: '指标' },
      unit: { column: '单位' },
      period: { column: '时期' },
      value: { column: '数值' },
    },
    figures: ['steel QD 2024 5 万吨'],
  },
  'braces in a header cell are no pattern': {
    text: '地区,{x},指标,时期,数值（万吨）\n青岛市,q,粗钢产量,2024年,5\n',
    header: ['地区', '…', '指标', '时期', '数值（{unit}）'],
    fields: {
      region: { column: '地区' },
      indicator: { column: '指标' },
      unit: { from: 'header' },
      period: { column: '时期' },
    },
    figures: ['steel QD 2024 5 万吨'],
  },
  'an empty first header cell, blank rows at the top, columns without a figure': {
    text: '单位：亿元,,\n地区：青岛市,,\n,规上工业增加值,固定资产投资,粗钢产量\n1978年,,,\n1979年,1.5,,\n1980年,2.5,3.5,\n',
    header: ['', '{indicator}'],
    fields: {
      region: { preamble: '地区：{region}' },
      indicator: { from: 'header' },
      unit: { preamble: '单位：{unit}' },
      period: { column: '' },
    },
    figures: ['va QD 1979 1.5 亿元', 'va QD 1980 2.5 亿元', 'invest QD 1980 3.5 亿元'],
  },
  'the inner region of a title': {
    text: '山东省青岛市2024年一季度经济运行情况,\n指标,数值\n规上工业企业数（家）,15\n',
    header: ['指标', '数值'],
    fields: {
      region: { preamble: '山东省{region}{year}年{period}经济运行情况' },
      series: { column: '指标', as: '{indicator}({unit})' },
      value: { column: '数值' },
    },
    figures: ['firms QD 2024-03 15 家'],
  },
  'Eurostat’s packed key and flags in the cells': {
    text: 'freq,unit,na_item,geo\\TIME_PERIOD\t2022 \t2023 \nA,PC,GDP growth,Germany\t1.8 \t-0.3 p\nA,PC,GDP growth,France\t: \t0.9 \n',
    name: 'x.tsv',
    header: ['freq,unit,na_item,geo\\TIME_PERIOD', '{period}'],
    fields: {
      series: {
        column: 'freq,unit,na_item,geo\\TIME_PERIOD',
        as: '{_},{unit},{indicator},{region}',
        unit: { PC: '%' },
      },
      period: { from: 'header' },
      value: { from: 'header', as: '{value} {status}', status: { p: 'provisional' } },
    },
    more: { dialect: { delimiter: 'tab' }, files: ['x*.tsv'] },
    figures: ['gdp DE 2022 1.8 %', 'gdp DE 2023 -0.3 % provisional', 'gdp FR 2023 0.9 %'],
  },
};

describe('where everything was found, the draft reads the export as it is', () => {
  it.each(Object.entries(known))('%s', (_, c) => {
    const d = drafted(c.text, C, c.name);
    expect(d.doc).toEqual({
      ptrack: 'mapping/v1',
      files: ['export*.csv'],
      header: c.header,
      fields: c.fields,
      ...c.more,
    });
    expect(open(d)).toEqual([]);
    expect(d.faults).toEqual([]);
    expect(figures(c.text, C, c.name)).toEqual(c.figures);
    expect(readBy(d, c.text, C, c.name).rejects).toEqual([]);
  });
});

interface Lacking {
  readonly text: string;
  readonly name?: string;
  readonly home?: string;
  /** What a person has to decide. */
  readonly open: readonly string[];
  /** Lines of the draft, comments among them. */
  readonly says: readonly string[];
  /** How the draft is refused as it stands: by its shape, its meaning, or by what it makes of the cells. */
  readonly refused?: readonly string[];
}

const lacking: Record<string, Lacking> = {
  'no region': {
    text: '指标,时期,数值,单位\n粗钢产量,2024年,5,万吨\n',
    open: ['region'],
    says: ['  # 未知：是哪个地区的数据？文件没有写', '  # region: { constant: "?" }'],
    refused: ['ingest/nothing-fills region'],
  },
  'no region, in a project of one': {
    text: '指标,时期,数值,单位\n粗钢产量,2024年,5,万吨\n',
    home: '青岛市',
    open: ['region'],
    says: ['  # region: { constant: 青岛市 }'],
    refused: ['ingest/nothing-fills region'],
  },
  'neither region nor indicator nor unit': {
    text: '时期,数值\n2024年,5\n',
    open: ['region', 'indicator', 'unit'],
    says: ['  # indicator: { constant: "?" }', '  # unit: { constant: "?" }'],
    refused: ['ingest/nothing-fills indicator', 'ingest/nothing-fills region'],
  },
  'a unit that the catalogue suggests': {
    text: '地区,指标,时期,数值\n青岛市,粗钢产量,2024年,5\n',
    open: ['unit'],
    says: ['  # 未知：单位是什么？文件没有写', '  # 指标目录中的单位：万吨', '  # unit: { constant: 万吨 }'],
    refused: ['ingest/no-unit'],
  },
  'an index': {
    text: '地区,指标,时期,数值\n青岛市,物价指数,2024年,105\n',
    open: ['unit', 'labels'],
    says: ['  # unit: { constant: 指数 }'],
    refused: ['ingest/unknown-indicator'],
  },
  'units of some names only': {
    text: '地区,指标,时期,数值\n青岛市,粗钢产量（万吨）,2024年,5\n青岛市,规上工业企业数,2024年,5\n',
    open: ['unit'],
    says: ['  # 未知：有 1 个名称没有单位：规上工业企业数', '  # unit: { constant: 家 }'],
    refused: ['ingest/no-unit'],
  },
  'units that ptrack does not know': {
    text: '地区,指标,时期,数值,计量单位\n青岛市,粗钢产量,2024年,5,车皮\n青岛市,规上工业增加值,2024年,5,annual %\n',
    open: ['unit'],
    says: ['  # unit: { column: 计量单位, unit: { 车皮: "?", annual %: "%" } }'],
    refused: ['ingest/no-unit', 'ingest/no-unit'],
  },
  'units in brackets that ptrack does not know': {
    text: '地区,指标,时期,数值\nGermany,GDP growth (annual %),2024年,5\n',
    open: ['unit', 'labels'],
    says: ['  # unit: { column: 指标, as: "{_}({unit})", unit: { annual %: "%" } }'],
    refused: ['ingest/unknown-indicator'],
  },
  'a scale that ptrack does not know': {
    text: 'REF_AREA,INDICATOR,UNIT_MEASURE,UNIT_MULT,TIME_PERIOD,OBS_VALUE\n青岛市,粗钢产量,吨,kilo,2024,5\n',
    open: ['scale'],
    says: ['  # scale: { column: UNIT_MULT, scale: { kilo: "?" } }'],
  },
  'no year': {
    text: '地区,指标,时期,数值,单位\n青岛市,粗钢产量,1-5月,5,万吨\n',
    open: ['year'],
    says: ['  # 未知：“1-5月”没有年份，别处也没有', '  # year: { constant: "?" }'],
    refused: ['ingest/period-no-year'],
  },
  'a year, and nothing that says which part of it': {
    text: '青岛市主要指标（2024年）,,\n指标,单位,本月\n粗钢产量,万吨,5\n',
    open: ['year'],
    says: [
      '  region: { preamble: "{region}主要指标（{_}年）" }',
      '  # 未知：只写了年份：是 2024 年全年的数据吗？',
      '  # year: { preamble: "{_}主要指标（{year}年）" }',
    ],
    refused: ['ingest/nothing-fills period'],
  },
  'a year alone in the file’s name': {
    text: '地区,粗钢产量（万吨）\n青岛市,5\n',
    name: '2024.csv',
    open: ['year'],
    says: ['files: [2024.csv]', '  # year: { file: "{year}" }'],
    refused: ['ingest/nothing-fills period'],
  },
  'no span at all': {
    text: '地区,粗钢产量（万吨）\n青岛市,5\n',
    open: ['period'],
    says: ['  # 未知：没有写明数据的时期', '  # period: { constant: "?" }'],
    refused: ['ingest/nothing-fills period'],
  },
  'labels that can’t be read': {
    text: '地区,指标,时期,数值,单位\n青岛市,粗钢产量,2024年6月,5,万吨\n青岛市,粗钢产量,2024年6月中旬,5,万吨\n',
    open: ['period'],
    says: ['  # 未知：共 2 种：2024年6月 … 2024年6月中旬', '  # 但以下读不懂，读入时会被拒绝：2024年6月中旬'],
    refused: ['ingest/period-mid-month'],
  },
  'days of which it is not clear what they stand for': {
    text: '日期,地区,粗钢产量（万吨）\n2024-03-31,青岛市,12\n2024-06-30,青岛市,13\n',
    open: ['period'],
    says: ['  # period: { column: 日期 }'],
    refused: ['ingest/nothing-fills period'],
  },
  'a growth of which it is not clear which span it has': {
    text: '青岛市2024年5月快报,,,,\n指标,单位,本月,累计,同比（%）\n规上工业增加值,亿元,210.5,1088.4,6.1\n',
    open: ['header'],
    says: ['# 未知：含义不明，未读取：同比（%）', 'header: [指标, 单位, "{basis}", 同比（%）]'],
  },
  'a growth beside one total, of a month': {
    text: '青岛市2024年5月快报,,,\n指标,单位,累计,同比（%）\n规上工业增加值,亿元,1088.4,6.1\n',
    open: ['header'],
    says: ['# 未知：含义不明，未读取：同比（%）'],
  },
  'a growth beside a span that the title does not name': {
    text: '青岛市2024年情况,,\n指标,1-5月,同比(%)\n规上工业增加值（亿元）,25.4,7.1\n',
    open: ['header'],
    says: ['# 未知：含义不明，未读取：同比(%)', '  region: { preamble: "{region}{year}年情况" }'],
  },
  'columns of figures of which none is named for it': {
    text: '地区,指标,时期,单位,甲,乙\n青岛市,粗钢产量,2024年,万吨,5,6\n',
    open: ['header', 'value'],
    says: ['  # 未知：哪一列是数据：甲、乙？', '  # value: { column: 甲 }'],
    refused: ['ingest/no-value-column'],
  },
  'names that the catalogue lacks': {
    text: '地区,指标,时期,数值,单位\n青岛市,粗钢产直,2024年,5,万吨\n青岛市,规上工业企业,2024年,6,家\n青岛市,生铁,2024年,7,万吨\n崂山区,粗钢产量,2024年,7,万吨\n',
    open: ['labels', 'regions'],
    says: [
      '# 未知：4 个名称中有 3 个不在指标目录：请加入目录，或在此写明对应的指标，不要的写 skip：',
      '# labels:',
      '#   粗钢产直: skip # 粗钢产量？',
      '#   规上工业企业: 规上工业企业数',
      '#   生铁: skip',
      '# regions:',
      '#   崂山区: skip',
    ],
    refused: [
      'ingest/unknown-indicator',
      'ingest/unknown-indicator',
      'ingest/unknown-indicator',
      'ingest/unknown-region',
    ],
  },
  'hundreds of names that the catalogue lacks': {
    text: `地区,指标,时期,数值,单位\n${Array.from({ length: 30 }, (_, i) => `R${i},名称${i},2024年,5,万吨\n`).join('')}`,
    open: ['others'],
    says: ['# others: { labels: skip, regions: skip }'],
  },
  'rows that other columns tell apart': {
    text: 'Year,Series,Unit,Region,Sex,Age,Value\n2024,粗钢产量,吨,青岛市,,0-9,1\n2024,粗钢产量,吨,青岛市,male,0-9,2\n2024,粗钢产量,吨,青岛市,,10-19,3\n',
    open: ['keep'],
    says: [
      '# 未知：有 3 行的指标、地区和时期相同而数据不同；请在每列中只保留一个值：',
      '# keep:',
      '#   Sex: "" # ""、male',
      '#   Age: 0-9 # 0-9、10-19',
    ],
    refused: ['ingest/two-values', 'ingest/two-values', 'ingest/two-values'],
  },
  'rows that nothing tells apart': {
    text: '地区,指标,时期,数值,单位\n青岛市,粗钢产量,2024年,5,万吨\n青岛市,粗钢产量,2024年,6,万吨\n',
    open: ['keep'],
    says: ['# 未知：有 2 行的指标、地区和时期相同而数据不同，读入时会被拒绝'],
    refused: ['ingest/two-values', 'ingest/two-values'],
  },
  'rows without a region': {
    text: '地区,指标,时期,数值,单位\n青岛市,粗钢产量,2024年,5,万吨\n,粗钢产量,2024年,6,万吨\n',
    open: ['region'],
    says: ['  # 其中 1 行为空，读入时会被拒绝；如这些行是总计，可写 [{ column: 地区 }, { constant: ? }]'],
    refused: ['ingest/empty-field'],
  },
  'words of basis and flags that are not known': {
    text: '地区,指标,时期,数值,单位,口径,状态\n青岛市,粗钢产量,2024年5月,5,万吨,自年初,q\n',
    open: ['basis', 'status'],
    says: [
      '  # 以下是当期（span）、累计（year-to-date）还是期末（end）？请写入 basis：自年初',
      '  # 以下标记须写明含义，否则读入时会被拒绝：q',
    ],
    refused: ['ingest/unknown-basis', 'ingest/unknown-flag'],
  },
  'texts where figures should be': {
    text: '地区,指标,时期,数值,单位\n青岛市,粗钢产量,2024年1月,5,万吨\n青岛市,粗钢产量,2024年2月,见附件,万吨\n',
    open: ['missing'],
    says: ['# missing: [见附件]'],
    refused: ['ingest/not-a-number'],
  },
  'known words for nothing beside others': {
    text: '地区,指标,时期,数值,单位\n青岛市,粗钢产量,2024年1月,5,万吨\n青岛市,粗钢产量,2024年2月,见附件,万吨\n青岛市,粗钢产量,2024年3月,暂无,万吨\n',
    open: ['missing'],
    says: ['missing: [暂无]', '# 数据列中有 1 种文字，是表示没有数据吗？见附件'],
    refused: ['ingest/not-a-number'],
  },
  'which column is the indicator': {
    text: 'Year,Units,Group1,Group2,Value\n2015,%,A,X,1\n2016,%,B,Y,2\n',
    open: ['region', 'indicator'],
    says: [
      '  # 未知：哪一列是指标：Group1 (A, B)、Group2 (X, Y)？还是全部为一个指标（{ constant: … }）？',
      '  # indicator: { column: Group1 }',
    ],
    refused: ['ingest/nothing-fills indicator', 'ingest/nothing-fills region'],
  },
  'which mark parts decimals': {
    text: '地区;指标;单位;2023年;2024年\n青岛市;粗钢产量;万吨;1.234;2.345\n',
    open: ['dialect'],
    says: ['# 未知：1.234 的小数点是“.”还是“,”？请写明', 'dialect: { delimiter: semicolon, decimal: "?" }'],
    refused: ['schema/not-allowed'],
  },
  'regions above that the catalogue lacks': {
    text: '指标：粗钢产量（万吨）,,,\n时间,崂山区,黄岛区,合计\n2024年5月,5,6,11\n',
    open: ['regions'],
    says: ['header: [时间, "{region}"]', '  # 可能：表头 3 列：崂山区 … 合计', '#   崂山区: skip'],
    refused: ['ingest/unknown-region', 'ingest/unknown-region', 'ingest/unknown-region'],
  },
  'a growth in the header, and the title names its span and nothing else': {
    text: '1-5月情况,,,\n指标,1-5月,同比(%),地区\n规上工业增加值（亿元）,25.4,7.1,青岛市\n',
    name: '2024.csv',
    open: ['header'],
    says: ['# 未知：含义不明，未读取：同比(%)'],
  },
  'a growth beside columns of spans': {
    text: '指标,地区,2024年5月,同比(%),2024年1-5月,同比(%)\n规上工业增加值（亿元）,青岛市,25.4,7.1,100,5\n',
    open: ['header'],
    says: ['header: [指标, 地区, "{period}", 同比(%), "{period}", 同比(%)]'],
  },
  'a growth beside a level in the header': {
    text: '地区,时间,规上工业增加值（亿元）,同比（%）\n青岛市,2024年1-5月,5,6\n',
    open: ['header'],
    says: ['header: [地区, 时间, "{indicator}({unit})", 同比（%）]'],
  },
  'flags behind figures that are not known': {
    text: '地区;指标;2023;2024\n青岛市;粗钢产量（万吨）;1.5;2.5 q\n',
    open: ['value'],
    says: ['  value: { from: header, as: "{value} {status}" }'],
    refused: ['ingest/unknown-flag'],
  },
  'a header of two rows, indicators above their spans': {
    text: '地区,规上工业增加值（亿元）,,粗钢产量（万吨）,\n,2024年5月,2024年6月,2024年5月,2024年6月\n青岛市,5,6,7,8\n',
    open: [],
    says: ['header: [[地区, "{indicator}({unit})"], ["", "{period}"]]', '  series: { from: header }'],
  },
  'a header of two rows, of which the lower one says nothing known': {
    text: '指标,单位,2024年5月,,\n,,当月,甲,乙\n规上工业增加值,亿元,210.5,1,2\n',
    open: ['header', 'region'],
    says: ['# 未知：含义不明，未读取：甲、乙'],
  },
  'a header of two rows': {
    text: '青岛市主要指标,,,,\n指标,单位,2024年5月,,\n,,当月,累计,累计增长（%）\n规上工业增加值,亿元,210.5,1088.4,6.1\n',
    open: [],
    says: [
      'header: [[指标, 单位, "{period}"], ["", "", "{basis}", "{basis}", "{basis}({unit})"]]',
      '  basis: { from: header, basis: { 累计增长: year-to-date } }',
      '  period: { from: header }',
    ],
  },
  'a packed key with units that ptrack does not know': {
    text: 'freq,unit,geo\\TIME_PERIOD\t2022 \t2023 \nA,MIO_T,Germany\t1.8 \t0.3 \n',
    name: 'x.tsv',
    open: ['indicator', 'unit'],
    says: [
      '  # indicator: { constant: "?" }',
      '  unit: { column: "freq,unit,geo\\\\TIME_PERIOD", as: "{_},{unit},{region}", unit: { MIO_T: "?" } }',
    ],
    refused: ['ingest/nothing-fills indicator'],
  },
};

/** How a draft is refused as it stands: the codes of what is said, and the field where one is lacking. */
function refusals(c: Lacking): string[] {
  const d = drafted(c.text, C, c.name, c.home);
  if (d.faults.length > 0) return d.faults.map((f) => f.code);
  try {
    toMapping(d.doc);
  } catch {
    return thrown(() => toMapping(d.doc)).map((f) => [f.code, f.args.field ?? ''].join(' ').trim());
  }
  return readBy(d, c.text, C, c.name).rejects.flatMap((r) => r.problems.map((p) => p.code));
}

describe('what is not known is left to a person, and the draft is refused for it', () => {
  it.each(Object.entries(lacking))('%s', (_, c) => {
    const d = drafted(c.text, C, c.name, c.home);
    expect(open(d)).toEqual(c.open);
    for (const says of c.says) expect(d.yaml.split('\n')).toContain(says);
    if (c.refused) expect(refusals(c)).toEqual(c.refused);
  });
});

it('a growth of an unclear span is left out, and the figures beside it are read', () => {
  expect(figures(lacking['a growth beside one total, of a month']?.text ?? '', C)).toEqual([
    'va QD 2024-01/2024-05 1088.4 亿元',
  ]);
});

it.each(['青岛市,2024年5月,12.5\n青岛市,2024年6月,13.5\n', '甲,乙\n丙,丁\n'])('%j is no table', (text) =>
  expect(() => drafted(text, C)).toThrow('no table'),
);

it('says what was not looked at, and what the bytes do not tell', () => {
  const rows = [
    ['地区', '粗钢产量（万吨）'],
    ['青岛市', '5'],
  ];
  const sheet = { file: '截至2024年5月.csv', rows, delimiter: ',', encoding: 'big5' } as const;
  const text = (named: boolean, part: boolean): string => {
    const draft = infer({ ...sheet, named, part }, C);
    return draft ? draftYaml(draft, 'zh') : '';
  };
  expect(text(true, false)).toContain(
    '# 可能：编码无法由字节判断；请核对按 big5 读出的文字是否正确\ndialect: { encoding: big5 }\n',
  );
  expect(text(false, true)).toContain('# 文件较大，只看了前 2 行。\n');
  expect(text(false, true)).toContain('# end: [注：, 数据来源：]\n');
  expect(text(false, false)).not.toContain('dialect');
});
