import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stemOf } from '../../../src/ingest/file-name.ts';
import { firstLines, upToLineEnd, wholeRows } from '../../../src/ingest/infer/beginning.ts';
import { dateForms, isDate } from '../../../src/ingest/infer/dates.ts';
import { findDelimiter, findMark, nameOf } from '../../../src/ingest/infer/dialect.ts';
import { findText } from '../../../src/ingest/infer/encoding.ts';
import { globOf } from '../../../src/ingest/infer/glob.ts';
import { noteBeginnings } from '../../../src/ingest/infer/layout.ts';
import { recogniser } from '../../../src/ingest/infer/recognise.ts';
import { flagMeaning, roleOf } from '../../../src/ingest/infer/standard.ts';
import { type Need, partsOf } from '../../../src/ingest/infer/title-parts.ts';
import { findClues } from '../../../src/ingest/infer/titles.ts';
import { gb18030, utf16 } from '../gb18030.ts';
import { bytes, catalogue, thrown } from '../helpers.ts';

const C = catalogue(
  [
    ['va', '规模以上工业增加值', 'flow', '亿元'],
    ['steel', '粗钢产量', 'flow', '万吨'],
  ],
  {
    regions: [
      ['CN', '全国'],
      ['SD', '山东省'],
      ['QD', '青岛市', '青岛'],
    ],
  },
);
const SIGHT = recogniser(C, '.');

describe('the beginning of a text', () => {
  it.each([
    ['a\nb\nc\n', 2, 'a\nb\n'],
    ['a\n"b\nb"\nc\n', 2, 'a\n"b\nb"\n'],
    ['a\nb', 2, 'a\nb'],
  ])('%j to line %i', (text, lines, start) => expect(firstLines(text, lines)).toBe(start));

  it.each([
    ['a,b\nc', 'a,b\n'],
    ['a,b\n"c\nd', 'a,b\n'],
    ['a,b\n"c\nd"\n', 'a,b\n"c\nd"\n'],
  ])('%j in whole rows', (text, rows) => expect(wholeRows(text)).toBe(rows));

  it('is cut behind a line, so that no character is', () => {
    expect(new TextDecoder().decode(upToLineEnd(bytes('年\n月\n日\n').subarray(0, 9)))).toBe('年\n月\n');
    expect(upToLineEnd(bytes('年月日').subarray(0, 4))).toHaveLength(4);
    for (const order of ['le', 'be'] as const) expect(upToLineEnd(utf16('年\n月\n', order))).toHaveLength(10);
  });
});

describe('what parts the cells', () => {
  it.each([
    ['地区,数值\n青岛,1.5\n', ','],
    ['地区;数值;数值\n青岛;1,5;2,5\n', ';'],
    ['a,b,c\\T\t2020\t2021\nx,y,z\t1.0\t2.0\n', '\t'],
    ['地区|数值\n青岛|1\n', '|'],
    ['只有文字\n', ','],
    ['地区;数值\n"青岛";1\n"即""墨";2\n', ';'],
    // quotes that make no sense between commas
    ['地区;名称;数值\n甲;"a,b";1\n', ';'],
  ])('%j: %j', (text, delimiter) => expect(findDelimiter(text, 'x.csv')).toBe(delimiter));

  it('has the name that mappings have for it', () => expect(nameOf('|')).toBe('pipe'));
});

describe('the decimal mark', () => {
  it.each([
    [['1.5', '12'], ';', '.', 'sure'],
    [['1,5', '12'], ';', ',', 'sure'],
    [['1.234,5', '12'], ';', ',', 'sure'],
    [['1.234', '12'], ';', '.', 'unknown'],
    [['1,234', '12'], '\t', '.', 'unknown'],
    [['1.234', '1.5'], ';', '.', 'sure'],
    [['1,5', '1.5'], ';', '.', 'unknown'],
    [['1,234', '1.5'], ',', '.', 'sure'],
    [['2024.05.17', '12'], ';', '.', 'sure'],
    [['12'], ';', '.', 'sure'],
  ] as const)('%j between %j: %s, %s', (cells, delimiter, mark, certainty) =>
    expect(findMark([[...cells]], delimiter)).toMatchObject({ mark, certainty }),
  );
});

/** 數量,年 and more in Big5. */
const BIG5 = Uint8Array.of(
  ...[0xbc, 0xc6, 0xb6, 0x71, 0x2c, 0xa6, 0x7e, 0x0a],
  ...[0xa4, 0xeb, 0x2c, 0xa5, 0xab, 0x0a, 0xa4, 0xeb, 0x2c, 0xa4, 0xe9, 0x0a, 0x31, 0x2c, 0x32, 0x0a],
);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

describe('the encoding', () => {
  it.each([
    ['UTF-8', bytes('地区,数值\n'), 'utf-8', false],
    ['GB18030', gb18030('地区,数值\n'), 'gb18030', false],
    ['GB18030 without a common character', gb18030('青岛,1\n'), 'gb18030', false],
    ['Big5', BIG5, 'big5', true],
    ['Western European that could be GB18030', latin1('Région;1\nÉtat;2\nMünster;3\n'), 'windows-1252', true],
    ['Western European that is nothing else', latin1('Régi\xf3n 1\nCaf\xe9,2\n'), 'windows-1252', true],
  ] as const)('%s', (_, source, encoding, named) =>
    expect(findText(source, 'x.csv')).toMatchObject({ encoding, named }),
  );

  it('is read where it has to be named', () => {
    expect(findText(BIG5, 'x.csv').text).toBe('數量,年\n月,市\n月,日\n1,2\n');
    expect(findText(latin1('Région;1\n'), 'x.csv').text).toBe('Région;1\n');
  });

  it.each([
    ['nothing', bytes(''), 'ingest/empty-file'],
    ['damaged UTF-8', Uint8Array.from([...bytes('地区数值指标'), 0xff]), 'ingest/damaged-utf8'],
  ])('%s is refused', (_, source, code) =>
    expect(thrown(() => findText(source, 'x.csv')).map((f) => f.code)).toEqual([code]),
  );
});

describe('the pattern for names of files', () => {
  it.each([
    ['data/exports/工业月报2024年5月.csv', '工业月报*.csv'],
    ['2024年1-5月工业.csv', '*工业*.csv'],
    ['增加值（2024年）.csv', '增加值*.csv'],
    ['分省年度数据 (6).csv', '分省年度数据*.csv'],
    ['上半年快报.csv', '*快报*.csv'],
    ['monthly-2024-05.csv', 'monthly-*.csv'],
    ['est[1]!.tsv', 'est[1]!*.tsv'],
    ['2024.csv', '2024.csv'],
    ['数据.csv.gz', '数据*.csv.gz'],
    ['数据', '数据*'],
  ])('%s: %s', (name, glob) => expect(globOf(name)).toBe(glob));

  it('leaves endings out of the stem', () => expect(stemOf('a\\b\\月报.csv.gz')).toBe('月报'));
});

describe('dates that stand for spans', () => {
  it.each([
    [['2024-01-01', '2024-02-01'], ['{period}-01']],
    [['2024/1/1', '2024/2/1'], ['{period}/1']],
    [['2024年1月1日', '2024年2月1日'], ['{period}1日']],
    [['2024-01-01T00:00:00', '2024-02-01T00:00:00'], ['{period}-01{_}']],
    [
      ['2024-01-31', '2024-02-29'],
      ['{period}-31', '{period}-30', '{period}-29', '{period}-28'],
    ],
    [['2023-01-01', '2024-01-01'], ['{year}{_}-01']],
    [['2024-03-31', '2024-06-30'], undefined],
    [['2024-01-01', '2024-04-01'], undefined],
    [['2024-01-01'], undefined],
    [['2024-01-15', '2024-02-15'], undefined],
    [['2024-01-31', 'x'], undefined],
  ])('%j: %j', (texts, forms) => expect(dateForms(texts)).toEqual(forms));

  it('are told by their form', () => expect(['2024-05-31', '2024-05'].map(isDate)).toEqual([true, false]));
});

describe('what a text can be', () => {
  it.each([
    ['2024年5月', { dated: true, year: false }],
    ['2024', { dated: true, year: true }],
    ['202405', { dated: true, year: false }],
    ['5月', { dated: false, year: false }],
    ['2016.1', { dated: true, year: false, fault: 'ambiguous' }],
    ['6月中旬', { dated: false, year: false, fault: 'mid-month' }],
    ['1234', undefined],
    ['106.6', undefined],
    ['M2', undefined],
    ['青岛', undefined],
  ])('the label %s', (text, label) => expect(SIGHT.label(text)).toEqual(label));

  it.each([
    ['1.5', 'plain'],
    ['—', 'missing'],
    ['115家', 'with-unit'],
    ['1.2 p', 'flagged'],
    [': c', 'flagged'],
    ['2022年', undefined],
    ['5斗', undefined],
    ['text b', undefined],
  ])('the cell %s', (text, shape) => expect(SIGHT.shape(text)).toBe(shape));

  it.each([
    ['p', 'provisional'],
    ['bp', 'break'],
    ['du', 'none'],
    ['qp', undefined],
    ['q', undefined],
    ['推定', 'inferred'],
    ['什么', undefined],
  ])('the flag %s', (flag, means) => expect(flagMeaning(flag)).toBe(means));

  it.each([
    ['OBS_VALUE: Observation value', 'value'],
    ['地 区', 'region'],
    ['甲', undefined],
  ])('the column %s', (name, role) => expect(roleOf(name)).toBe(role));
});

describe('a note begins with', () => {
  it.each([
    [
      [['注：一'], ['　　　2.二'], ['2.三'], ['数据来源：统计局']],
      ['注：', '数据来源：'],
    ],
    [[['', '本表为快报数，见附件'], ['又一行']], ['本表为快报数']],
    [
      [['Note 1: x'], ['(continued)'], ['Source: y']],
      ['Note 1:', 'Source:'],
    ],
    [[[''], ['12 x']], []],
  ])('%j: %j', (rows, beginnings) => expect(noteBeginnings(rows, 0)).toEqual(beginnings));
});

const ALL: ReadonlySet<Need> = new Set([
  'indicator',
  'unit',
  'region',
  'period',
  'year',
  'basis',
  'published',
]);

describe('a title', () => {
  it.each<[string, readonly Need[], string | undefined]>([
    ['2024年1-5月规模以上工业增加值', ['period', 'year'], '{year}年{period}规模以上工业增加值'],
    ['截至2024年5月底', ['period', 'year'], '{period}'],
    ['2024-05 快报', ['period', 'year'], '{period} 快报'],
    ['2024年5月17日发', ['period', 'year'], '{year}年{_}月{_}日发'],
    ['2023-2024年', ['period', 'year'], undefined],
    ['2023年至2024年', ['year'], undefined],
    ['三季度快报', ['period', 'year'], '{period}快报'],
    ['2024年三季度快报', ['year'], '{year}年{_}快报'],
    ['山东省青岛市', ['region'], undefined],
    ['全国（单位：亿元）', ['region', 'unit'], '{region}（单位：{unit}）'],
    ['全国（见表）', ['unit'], undefined],
    ['规模以上工业增加值和粗钢产量', ['indicator'], undefined],
    ['粗钢产量本年累计值{x}', ['indicator', 'basis'], '{indicator}{basis}{_}x{_}'],
    ['https://example.org/2024年', ['year'], undefined],
    ['发布日期：2024年6月', ['year', 'period'], undefined],
  ])('%s, for %j: %s', (text, needs, pattern) =>
    expect(findClues([[text]], '', new Set(needs), SIGHT).map((clue) => clue.pattern)[0]).toBe(pattern),
  );

  it('has each part once, none within another', () => {
    const parts = partsOf('青岛市2024年5月粗钢产量（万吨）', ALL, SIGHT);
    expect(parts.map((p) => [p.need, p.text])).toEqual([
      ['region', '青岛市'],
      ['year', '2024'],
      ['period', '5月'],
      ['indicator', '粗钢产量'],
      ['unit', '万吨'],
    ]);
  });
});

describe('a text above the table with its key', () => {
  it.each<[string, string | undefined]>([
    ['单位：亿元', '单位：{unit}'],
    ['（单位：亿元）', '（单位：{unit}）'],
    ['单位：见表', undefined],
    ['地区：某县', '地区：{region}'],
    ['指标：货币(M2)供应量期末值(亿元)', '指标：{indicator}{basis}({unit})'],
    ['指标：粗钢产量', '指标：{indicator}'],
    ['时间：2024年5月', '时间：{period}'],
    ['时间：2016-', undefined],
    ['时间：1990-2021', undefined],
    ['时间：最近10年', undefined],
    ['年份：2024', '年份：{year}'],
    ['年份：近年', undefined],
    ['发布日期：2024-06-17', '发布日期：{published}'],
  ])('%s: %s', (text, pattern) =>
    expect(findClues([[text]], '', ALL, SIGHT).find((clue) => clue.keyed)?.pattern).toBe(pattern),
  );

  it('is not looked for where a text above would be taken for it', () =>
    expect(findClues([['指标：甲、乙'], ['指标：丙']], '', new Set(['indicator']), SIGHT)).toHaveLength(1));
});

it('a file’s name is left open around what is taken from it', () => {
  const patterns = (stem: string, ...needs: Need[]): string[] =>
    findClues([], stem, new Set(needs), SIGHT).map((clue) => clue.pattern);
  expect(patterns('工业月报2024年5月', 'year')).toEqual(['{_}{year}年{_}']);
  expect(patterns('青岛市粗钢产量202405', 'region', 'period')).toEqual(['{region}粗钢产量{period}']);
  expect(patterns('月报第3期2024', 'year')).toEqual(['{_}{year}']);
  expect(patterns('月报', 'year')).toEqual([]);
});

it('any bytes are a text, or refused for a reason', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), (source) => {
      try {
        expect(findText(source, 'x.csv').text).not.toBe('');
      } catch {
        expect(thrown(() => findText(source, 'x.csv'))[0]?.code).toMatch(/^ingest\//);
      }
    }),
  );
});
