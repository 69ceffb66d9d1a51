import { describe, expect, it } from 'vitest';
import { readScale, scaleCell, scaled } from '../../../src/ingest/cells/scale.ts';
import { Units } from '../../../src/model/unit.ts';
import { catalogue, codes, line, read, thrown } from '../helpers.ts';

const C = catalogue([
  ['farm', 'Farm value', 'flow', '美元'],
  ['steel', '粗钢产量', 'flow', '万吨'],
  ['rate', '失业率', 'share', '%'],
  ['place', '排名', 'rank', '位'],
]);

const LONG = {
  ptrack: 'mapping/v1',
  files: ['*'],
  header: ['REF_DATE', 'Item', 'UOM', 'SCALAR_FACTOR', 'VALUE'],
  fields: {
    region: { constant: '全国' },
    indicator: { column: 'Item' },
    unit: { column: 'UOM', unit: { Dollars: '美元', Percent: '%' } },
    period: { column: 'REF_DATE' },
    value: { column: 'VALUE' },
    scale: { column: 'SCALAR_FACTOR' },
  },
};
const HEAD = 'REF_DATE,Item,UOM,SCALAR_FACTOR,VALUE\n';
const without = (field: 'scale', doc: typeof LONG, more = {}) => {
  const { [field]: _, ...fields } = doc.fields;
  return { ...doc, fields: { ...fields, ...more } };
};

describe('a scale', () => {
  it.each([
    ['units', 0],
    ['Thousands', 3],
    ['BILLIONS', 9],
    ['万', 4],
    ['千', 3],
    ['亿', 8],
    ['0', 0],
    ['3', 3],
    ['9', 9],
    ['1,000,000', 6],
    ['1000', 3],
    ["'000", 3],
  ])('%s is a power of ten', (text, power) => expect(readScale(text)).toBe(power));

  it.each(['1', '10', '100', 'x', '-3', '', '16', '3.0', 'dollars'])('%s is none for certain', (text) =>
    expect(readScale(text)).toBeUndefined(),
  );

  it('in a cell of its own says no unit', () => {
    expect(scaleCell('单位：万')).toBe('万');
    expect(scaleCell(' 单 位: 亿 ')).toBe('亿');
    for (const text of ['单位：万元', '单位：个', '单位：3', '万', '单位'])
      expect(scaleCell(text), text).toBeUndefined();
  });

  it.each([
    ['美元', 3, '千美元'],
    ['元', 8, '亿元'],
    ['亿元', 4, '万亿元'],
    ['吨', 6, '百万吨'],
    ['家', 3, '千家'],
    ['usd', 9, 'billion usd'],
    ['t', 3, 'thousand t'],
    ['元/亩', 4, '万元/亩'],
  ])('of %s makes a unit that is known again', (text, power, written) => {
    const units = new Units();
    const unit = units.parse(text);
    const found = unit && scaled(units, unit, power);
    expect(found?.text).toBe(written);
    expect(units.parse(written)?.factor.toFixed()).toBe(unit?.factor.times(`1e${power}`).toFixed());
  });

  it('of a percentage makes none', () => {
    const units = new Units();
    const unit = units.parse('%');
    expect(unit && scaled(units, unit, 3)).toBeUndefined();
    expect(unit && scaled(units, unit, 0)).toBe(unit);
  });
});

describe('figures with a scale', () => {
  it('keep their digits, and are of the multiplied unit, row by row', () => {
    const r = read(
      `${HEAD}2021,Farm value,Dollars,thousands,34819\n2022,Farm value,Dollars,units,35000000\n2021,粗钢产量,吨,6,1.50\n2021,失业率,%,units,5.1\n`,
      LONG,
      C,
    );
    expect(r.observations.map(line)).toEqual([
      'farm CN 2021 34819 千美元',
      'farm CN 2022 35000000 美元',
      'steel CN 2021 1.50 百万吨',
      'rate CN 2021 5.1 %',
    ]);
  });

  it('are rejected where the scale is not certain, empty, or fits no unit', () => {
    const r = read(
      `${HEAD}2021,Farm value,Dollars,1,34819\n2022,Farm value,Dollars,,35\n2021,失业率,Percent,thousands,5.1\n`,
      LONG,
      C,
    );
    expect(r.observations).toEqual([]);
    expect(codes(r.diagnostics)).toEqual([
      'ingest/unknown-scale',
      'ingest/empty-field',
      'ingest/scale-of-unit',
    ]);
  });

  it('take words of their own from a table', () => {
    const doc = {
      ...LONG,
      fields: { ...LONG.fields, scale: { column: 'SCALAR_FACTOR', scale: { '1': 'units', k: 3 } } },
    };
    const r = read(`${HEAD}2021,Farm value,Dollars,1,34\n2022,Farm value,Dollars,k,35\n`, doc, C);
    expect(r.observations.map(line)).toEqual(['farm CN 2021 34 美元', 'farm CN 2022 35 千美元']);
    const wrong = {
      ...LONG,
      fields: { ...LONG.fields, scale: { column: 'SCALAR_FACTOR', scale: { k: 'kilo' } } },
    };
    expect(codes(thrown(() => read(HEAD, wrong, C)))).toEqual(['ingest/no-scale']);
  });

  it('take it from the header above them, or from a cell above the table', () => {
    const wide = {
      ptrack: 'mapping/v1',
      files: ['*'],
      header: ['年份', '{indicator}({scale}{unit})'],
      fields: { region: { constant: '全国' }, indicator: { from: 'header' }, period: { column: '年份' } },
    };
    expect(read('年份,Farm value(千美元)\n2021,5\n', wide, C).observations.map(line)).toEqual([
      'farm CN 2021 5 千美元',
    ]);
    const above = {
      ...wide,
      header: ['年份', '{indicator}'],
      fields: { ...wide.fields, unit: { constant: '美元' }, scale: { preamble: '单位：{scale}' } },
    };
    expect(read('单位：万,\n年份,Farm value\n2021,5\n', above, C).observations.map(line)).toEqual([
      'farm CN 2021 5 万美元',
    ]);
  });
});

describe('a scale that is not read', () => {
  it('is a fault of the mapping that asserts its column', () => {
    const doc = without('scale', LONG);
    expect(codes(thrown(() => read(HEAD, doc, C)))).toEqual(['ingest/scale-unread']);
    const text = `${HEAD}2021,Farm value,Dollars,units,34\n`;
    for (const declared of [
      without('scale', LONG, { scale: { constant: 'units' } }),
      { ...doc, keep: { SCALAR_FACTOR: 'units' } },
    ])
      expect(read(text, declared, C).observations.map(line)).toEqual(['farm CN 2021 34 美元']);
  });

  it('is a fault of an export that has its column, or its cell, where the mapping sees neither', () => {
    const doc = { ...without('scale', LONG), header: ['REF_DATE', 'Item', 'UOM', '...', 'VALUE'] };
    const text = `${HEAD}2021,Farm value,Dollars,units,34\n`;
    expect(codes(thrown(() => read(text, doc, C)))).toEqual(['ingest/scale-in-export']);
    const above = text.replaceAll('SCALAR_FACTOR', 'other');
    expect(codes(thrown(() => read(`农业,,单位：万\n${above}`, doc, C)))).toEqual(['ingest/scale-in-export']);
    expect(read(`农业,,单位：万元\n${above}`, doc, C).observations).toHaveLength(1);
  });
});
