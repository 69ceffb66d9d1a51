import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsGlob, mappingsFor } from '../../../src/ingest/mapping/choose.ts';
import { STATUSES } from '../../../src/ingest/mapping/mapping.ts';
import { toMapping } from '../../../src/ingest/mapping/read-mapping.ts';
import { thrown } from '../helpers.ts';

const schema = JSON.parse(readFileSync(new URL('../../../schema/mapping.v1.json', import.meta.url), 'utf8'));
const valid = new Ajv({ strict: false }).compile(schema);

const GOOD = {
  ptrack: 'mapping/v1',
  files: ['*季度数据*.csv'],
  header: ['指标', '{period}'],
  end: ['注：', '数据来源：'],
  fields: {
    series: {
      column: '指标',
      as: '{indicator}{basis}({unit})',
      basis: { 当季值: 'span', 累计值: 'year-to-date' },
    },
    period: { from: 'header' },
    region: { constant: '全国' },
  },
  labels: { 国内生产总值: 'gdp' },
  others: 'skip',
};

type Doc = Record<string, unknown>;
const with_ = (change: Doc): Doc => ({ ...GOOD, ...change });
const fields = (change: Doc): Doc => with_({ fields: { ...GOOD.fields, ...change } });

describe('a mapping as DESIGN has it', () => {
  it('is valid by its schema', () => {
    expect(valid(GOOD)).toBe(true);
    expect(valid({ ...GOOD, missing: 0, header: ['指标', 2024] })).toBe(true); // editors see numbers
    expect(valid({ ...GOOD, layout: 'wide' })).toBe(false);
  });

  it('becomes the model', () => {
    const mapping = toMapping(GOOD);
    expect(mapping.header.flat().map((h) => h.kind)).toEqual(['literal', 'pattern']);
    expect(mapping.fields.map((f) => f.name)).toEqual(['series', 'period', 'region']);
    expect(mapping.fields[0]?.as[0]?.match('国内生产总值累计值(亿元)')).toMatchObject({
      basis: 'year-to-date',
    });
    expect(mapping).toMatchObject({
      end: ['注:', '数据来源:'],
      others: { labels: 'skip', regions: 'error' },
      dialect: { delimiter: ',', decimal: '.' },
    });
  });

  it('a field read from the header has the header’s patterns, unless it has its own', () => {
    const header = ['时间', '{indicator}({unit})'];
    const doc = {
      files: '*',
      header,
      fields: { period: { column: '时间' }, series: { from: 'header' }, region: { constant: '全国' } },
    };
    expect(toMapping(doc).fields[1]?.as[0]?.text).toBe('{indicator}({unit})');
  });

  it.each([
    ['semicolon', ';'],
    ['tab', '\t'],
    ['pipe', '|'],
    ['comma', ','],
    [';', ';'],
  ])('delimiter %s', (delimiter, sign) => {
    const dialect = { delimiter, ...(sign === ',' ? {} : { decimal: ',' }), encoding: 'big5' };
    expect(toMapping(with_({ dialect })).dialect).toMatchObject({ delimiter: sign, encoding: 'big5' });
  });

  it('the schema and the model know the same statuses', () =>
    expect(schema.definitions.field.properties.status.additionalProperties.enum).toEqual(STATUSES));
});

describe('faults of meaning, each at its place', () => {
  it.each<[string, Doc, string, string]>([
    [
      'a field without a source',
      fields({ region: { as: '{region}' } }),
      'ingest/field-without-source',
      '/fields/region',
    ],
    [
      'a field with two',
      fields({ region: { constant: 'a', column: 'b' } }),
      'ingest/field-with-several-sources',
      '/fields/region',
    ],
    [
      'a placeholder nobody knows',
      fields({ region: { constant: 'a', as: ['{region}', '{place}'] } }),
      'ingest/unknown-placeholder',
      '/fields/region/as/1',
    ],
    [
      'a placeholder in the header nobody knows',
      with_({ header: ['指标', '{perod}'] }),
      'ingest/unknown-placeholder',
      '/header/1',
    ],
    [
      'a placeholder twice',
      fields({ region: { file: '{region}-{region}' } }),
      'ingest/placeholder-twice',
      '/fields/region/file',
    ],
    [
      'a brace left open',
      fields({ region: { preamble: '地区：{region' } }),
      'ingest/unclosed-placeholder',
      '/fields/region/preamble',
    ],
    [
      'a pattern beside its source’s own',
      fields({ region: { preamble: '{region}', as: '{region}' } }),
      'ingest/pattern-twice',
      '/fields/region/as',
    ],
    [
      'a pattern that fills nothing',
      fields({ region: { constant: 'a', as: 'a' } }),
      'ingest/pattern-fills-nothing',
      '/fields/region/as',
    ],
    [
      'a column the header lacks',
      fields({ region: { column: '地域' } }),
      'ingest/column-not-in-header',
      '/fields/region/column',
    ],
    [
      'a column the header has twice',
      with_({ header: ['指标', '指标', '{period}'] }),
      'ingest/column-twice',
      '/fields/series/column',
    ],
    ['no values', fields({ period: { constant: '2024' } }), 'ingest/no-value-column', '/fields'],
    ['values twice', fields({ value: { column: '指标' } }), 'ingest/values-twice', '/fields/value'],
    [
      'no pattern in the header',
      with_({ header: ['指标', '2024年'] }),
      'ingest/no-header-pattern',
      '/header',
    ],
    [
      'no region',
      { ...GOOD, fields: { series: GOOD.fields.series, period: GOOD.fields.period } },
      'ingest/nothing-fills',
      '/fields',
    ],
    [
      'a basis that is none',
      fields({ series: { ...GOOD.fields.series, basis: { 当季值: 'quarter' } } }),
      'ingest/unknown-basis',
      '/fields/series/basis',
    ],
    [
      'a status that is none',
      fields({ status: { constant: 'p', status: { p: 'prelim' } } }),
      'ingest/unknown-status',
      '/fields/status/status',
    ],
    [
      'a decimal mark that parts cells',
      with_({ dialect: { decimal: ',' } }),
      'ingest/decimal-is-delimiter',
      '/dialect',
    ],
  ])('%s', (_name, doc, code, pointer) =>
    expect(thrown(() => toMapping(doc))).toContainEqual(expect.objectContaining({ code, pointer })),
  );

  it('all of them at once, and the nearest column named', () => {
    const doc = {
      ...GOOD,
      header: ['指标', '地区', '{period}'],
      fields: { series: { column: '指标名' }, period: { from: 'header' } },
    };
    const found = thrown(() => toMapping(doc));
    expect(found.map((d) => d.code)).toEqual(['ingest/column-not-in-header', 'ingest/nothing-fills']);
    expect(found[0]?.args).toMatchObject({ column: '指标名', nearest: '指标' });
  });

  it('nothing at all', () => {
    const [first, ...rest] = thrown(() => toMapping({ files: '*', header: ['a'] }));
    expect(first?.code).toBe('ingest/no-value-column');
    expect(rest.map((d) => d.args.field)).toEqual(['indicator', 'region', 'period']);
  });
});

describe('which mappings fit a file', () => {
  const list = [{ files: ['*季度*.csv'] }, { files: ['qd-*.csv', 'QD_?.CSV'] }, { files: ['*'] }];
  it.each([
    ['季度数据 (1).csv', [0, 2]],
    ['data/exports/qd-2024.csv', [1, 2]],
    ['qd_1.csv', [1, 2]],
    ['C:\\data\\qd-x.CSV', [1, 2]],
    ['.hidden', [2]],
  ])('%s', (name, found) => expect(mappingsFor(name, list)).toEqual(found.map((i) => list[i])));
});

describe('a pattern of file names', () => {
  it.each([
    ['*', '', true],
    ['?', '', false],
    ['a*b*c', 'abc', true],
    ['a*b*c', 'a1b2b3c', true],
    ['a*b*c', 'abcd', false],
    ['*季度?.csv', '一季度二季度1.csv', true],
    ['é?', 'e\u0301𠮷', true],
    ['[a](b){c}+!.csv', '[A](b){c}+!.csv', true],
    ['[a].csv', 'a.csv', false],
  ])('%s and %s: %s', (glob, name, fits) => expect(fitsGlob(name, glob)).toBe(fits));

  it('takes what the same regular expression takes', () => {
    const part = fc.constantFrom('a', 'b', '*', '?', '**');
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 8 }).map((p) => p.join('')),
        fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 }),
        (glob, name) => {
          const plain = new RegExp(`^${glob.replaceAll('?', '.').replace(/\*+/g, '.*')}$`);
          expect(fitsGlob(name, glob)).toBe(plain.test(name));
        },
      ),
    );
  });

  it('of a hundred stars takes no time against a long name', () => {
    const start = performance.now();
    expect(fitsGlob(`${'a'.repeat(5000)}!`, `${'*a'.repeat(100)}b`)).toBe(false);
    // a backtracking matcher does not end; this one takes some milliseconds
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
