import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { branchesOf } from '../../../src/model/cascade.ts';
import { decimal, plain, ZERO } from '../../../src/model/decimal.ts';
import { byName, cascade, found, judgedOf, short } from './helpers.ts';

const shares = (e: number, w: number, s: number, unit = '亩'): string =>
  `shares: { 东区: ${e} ${unit}, 西区: ${w} ${unit}, 南区: ${s} ${unit} }`;

describe('how a part stands to its whole', () => {
  it.each<[string, string, string, string]>([
    ['an amount of a region inside', 'land, at_least: 300 亩', 'land, at_least: 90 亩', 'adds'],
    [
      'an absolute rise',
      'firms, rise: 30 家, baseline: { period: 2023 }',
      'firms, rise: 9 家, baseline: { period: 2023 }',
      'adds',
    ],
    [
      'an absolute rise beside one with a stated baseline',
      'firms, rise: 150 家, baseline: { period: 2023, value: 1050 家 }',
      'firms, rise: 60 家, baseline: { period: 2023 }',
      'adds',
    ],
    ['a rate', 'share, at_least: 15 %', 'share, at_least: 16 %', 'same'],
    ['a rise in %', 'land, rise: 5 %', 'land, rise: 6 %', 'same'],
    [
      'an amount in every region',
      'land, region: 各区, each: region, at_least: 9 亩',
      'land, at_least: 8 亩',
      'same',
    ],
    ['the same region', 'land, at_least: 300 亩', 'land, region: 甲市, at_least: 300 亩', 'same'],
    ['another indicator', 'land, at_least: 300 亩', 'output, at_least: 1 亿元', 'indicator'],
    ['a promise without a figure', 'land, at_least: 300 亩', 'land, unquantified: true', 'unquantified'],
    ['a ceiling for a floor', 'land, at_least: 300 亩', 'land, at_most: 90 亩', 'form'],
    ['a change for the worse where better is asked', 'share, improve: true', 'share, fall: 1 百分点', 'form'],
    ['better without a figure', 'share, improve: true', 'share, no_worse: true', 'same'],
    ['so much more, where an amount is to get better', 'land, improve: true', 'land, rise: 9 亩', 'same'],
    ['better without a figure, for so much more', 'land, rise: 30 亩', 'land, improve: true', 'unquantified'],
    [
      'no worse, where neither way is better',
      'quota, no_worse: true',
      'quota, no_worse: true',
      'unquantified',
    ],
    ['a rise for a level', 'land, at_least: 300 亩', 'land, rise: 90 亩', 'form'],
    ['a rise in % for one in the unit', 'land, rise: 30 亩', 'land, rise: 9 %', 'form'],
    ['every month for the year', 'land, at_least: 300 亩', 'land, each: month, at_least: 9 亩', 'form'],
    ['what is bounded on both sides', 'quota, about: 30 吨', 'quota, about: 9 吨', 'form'],
    ['another window', 'land, at_least: 300 亩', 'land, window: 2024-S1, at_least: 90 亩', 'window'],
    [
      'another baseline',
      'firms, rise: 30 家, baseline: { period: 2023 }',
      'firms, rise: 9 家, baseline: { period: 2020 }',
      'baseline',
    ],
    [
      'a baseline where there is none',
      'firms, rise: 30 家',
      'firms, rise: 9 家, baseline: { period: 2020 }',
      'baseline',
    ],
    [
      'a group without a parent, whose members lie inside',
      'land, at_least: 300 亩',
      'land, region: 两园, at_least: 9 亩',
      'adds',
    ],
    [
      'a group of which one member lies outside',
      'land, at_least: 300 亩',
      'land, region: 内外, at_least: 9 亩',
      'region',
    ],
    [
      'a rise for a level with a stated baseline',
      'firms, at_least: 1200 家, baseline: { period: 2023, value: 1050 家 }',
      'firms, rise: 60 家, baseline: { period: 2023 }',
      'form',
    ],
    ['a region elsewhere', 'land, at_least: 300 亩', 'land, region: 乙市, at_least: 9 亩', 'region'],
  ])('%s', (_, whole, part, expected) => {
    const c = cascade({
      c: `targets: [ { id: t, indicator: ${whole} } ]`,
      e: `region: 东区, targets: [ { id: p, indicator: ${part}, serves: c/t } ]`,
    });
    const [branch] = c.root.parts;
    expect(branch?.apart ?? branch?.relation).toBe(expected);
  });

  it('a promise that is repeated elsewhere is served wherever it is named', () => {
    const c = cascade(
      {
        c: 'targets: [ { id: t, indicator: land, at_least: 100 亩 }, { id: again, same_as: t } ]',
        e: 'region: 东区, targets: [ { id: p, indicator: land, at_least: 60 亩, serves: c/again } ]',
        w: 'region: 西区, targets: [ { id: q, same_as: own, serves: c/t }, { id: own, indicator: land, at_least: 40 亩 } ]',
      },
      '',
      '2024-05',
      'c/again',
    );
    expect(c.root.parts.map((b) => [b.target.id, b.relation])).toEqual([
      ['p', 'adds'],
      ['q', 'adds'],
    ]);
    expect(short(judgedOf(c, 'root').promised?.parts)).toBe('100');
  });

  it('what serves a share hangs below it, by region or by lead unit; the rest beside', () => {
    const c = cascade({
      c: 'targets: [ { id: t, indicator: land, at_least: 300 亩, shares: { 东区: 100 亩, 市工信局: 50 亩 } } ]',
      d: 'lead: 市工信局, targets: [ { id: u, indicator: land, at_least: 50 亩, serves: c/t } ]',
      e: 'region: 东区, targets: [ { id: p, indicator: land, at_least: 110 亩, serves: c/t } ]',
      w: 'region: 西区, targets: [ { id: q, indicator: land, at_least: 80 亩, serves: c/t } ]',
    });
    const shape = branchesOf(c.root).map((b) => `${b.target.id} ${b.relation ?? ''}`);
    expect(shape).toEqual(['t ', 't@东区 adds', 'p same', 't@市工信局 adds', 'u same', 'q adds']);
    // a unit has no figures of its own
    expect(judgedOf(c, '市工信局').verdict).toBeUndefined();
    expect(judgedOf(c, '东区').verdict?.status).toBe('no-data');
  });

  it('a district has parts of its own', () => {
    const c = cascade({
      c: 'targets: [ { id: t, indicator: land, at_least: 100 亩 } ]',
      e: 'region: 东区, targets: [ { id: p, indicator: land, at_least: 100 亩, serves: c/t } ]',
      z: 'region: 东区新城, targets: [ { id: q, indicator: land, at_least: 40 亩, serves: e/p } ]',
    });
    expect(branchesOf(c.root).map((b) => b.target.id)).toEqual(['t', 'p', 'q']);
    expect(found(c)).toEqual(['undivided 60 40 100']);
  });

  it('a circle is drawn once', () => {
    const c = cascade({ c: 'targets: [ { id: t, indicator: land, at_least: 1 亩, serves: t } ]' });
    expect(branchesOf(c.root).length).toBe(2);
  });
});

describe('a share is judged by what of the whole is the share’s', () => {
  it.each<[string, string, string, string]>([
    ['a flow, by months', 'land, at_least: 300 亩', 'land@东区 2024-01/2024-05 50', 'on-track 50'],
    [
      'checkpoints in %',
      'land, at_least: 300 亩, steps: { 2024-05: 50 % }',
      'land@东区 2024-01/2024-05 50',
      'lagging 60',
    ],
    [
      'checkpoints in the whole’s unit, which are parts of the way: 150 of 300',
      'land, at_least: 300 亩, steps: { 2024-05: 0.015 万亩 }',
      'land@东区 2024-01/2024-05 50',
      'lagging 60',
    ],
    [
      'but not those of a change, which start from its baseline',
      'land, rise: 300 亩, steps: { 2024-05: 150 亩 }',
      'land@东区 2023-01/2023-05 100; land@东区 2024-01/2024-05 150',
      'on-track 150',
    ],
    [
      'a stock must hold',
      'firms, at_least: 300 家, baseline: { period: 2023, value: 200 家 }',
      'firms@东区 2024-05 119',
      'lagging 120',
    ],
    [
      'held from the start',
      'land, at_least: 300 亩, pace: hold',
      'land@东区 2024-01/2024-05 50',
      'lagging 120',
    ],
    [
      'a rise from its own baseline',
      'firms, rise: 300 家, baseline: { period: 2023, value: 200 家 }',
      'firms@东区 2023-12 50; firms@东区 2024-05 170',
      'on-track 170',
    ],
    [
      'a tolerance in %',
      'land, about: 300 亩, tolerance: 10 %',
      'land@东区 2024-01/2024-05 45',
      'on-track 45',
    ],
    [
      'a tolerance in 亩 is the whole’s',
      'land, about: 300 亩, tolerance: 60 亩',
      'land@东区 2024-01/2024-05 47.5',
      'on-track 47.5',
    ],
    ['the low end of a range', 'land, between: 280..300 亩', 'land@东区 2024-01/2024-05 50', 'on-track 50'],
    ['every month', 'land, each: month, at_least: 300 亩', 'land@东区 2024-01 130', 'no-data none'],
  ])('%s', (_, target, data, expected) => {
    const unit = target.startsWith('firms') ? '家' : '亩';
    const c = cascade(
      { c: `targets: [ { id: t, indicator: ${target}, shares: { 东区: 120 ${unit} } } ]` },
      data,
    );
    const { verdict } = judgedOf(c, '东区');
    expect(`${verdict?.status} ${short(verdict?.expected)}`).toBe(expected);
  });
});

describe('do the parts add up to the whole', () => {
  it.each<[string, string, string[]]>([
    ['exactly', `land, at_least: 300 亩, ${shares(100, 120, 80)}`, []],
    ['in other units', 'land, at_least: 300 亩, shares: { 东区: 100 亩, 西区: 0.02 万亩 }', []],
    ['short', `land, at_least: 300 亩, ${shares(100, 120, 60)}`, ['short 20 280 300']],
    ['层层加码', `land, at_least: 300 亩, ${shares(120, 120, 90)}`, ['over 30 330 300']],
    ['about, by the value named', `land, about: 300 亩, ${shares(100, 120, 80)}`, []],
    [
      'more than the ceiling',
      `emissions, at_most: 300 吨, ${shares(120, 120, 90, '吨')}`,
      ['loose 30 330 300'],
    ],
    [
      'tighter than the ceiling',
      `emissions, at_most: 300 吨, ${shares(100, 100, 90, '吨')}`,
      ['tight 10 290 300'],
    ],
    ['a fall of what should be low', `emissions, fall: 30 吨, ${shares(10, 10, 5, '吨')}`, ['short 5 25 30']],
    [
      'among units',
      'land, at_least: 300 亩, shares: { 市工信局: 100 亩, 市资源局: 150 亩 }',
      ['short 50 250 300'],
    ],
    [
      'a region and what lies in it',
      'land, at_least: 300 亩, shares: { 东区: 300 亩, 东区新城: 20 亩 }',
      ['overlap'],
    ],
    ['a group and its member', 'land, at_least: 300 亩, shares: { 各区: 300 亩, 东区: 20 亩 }', ['overlap']],
    ['a range, inside of it', `land, between: 280..320 亩, ${shares(100, 120, 80)}`, []],
    ['a range, below it', `land, between: 280..320 亩, ${shares(100, 120, 50)}`, ['short 10 270 280']],
    ['a range, above it', `land, between: 280..320 亩, ${shares(100, 120, 110)}`, ['over 50 330 280']],
    [
      'a range to stay in, inside of it',
      `emissions, between: 280..320 吨, ${shares(100, 120, 80, '吨')}`,
      [],
    ],
    [
      'a range to stay in, below it',
      `emissions, between: 280..320 吨, ${shares(100, 100, 70, '吨')}`,
      ['tight 50 270 320'],
    ],
    [
      'a range to stay in, above it',
      `emissions, between: 280..320 吨, ${shares(120, 120, 90, '吨')}`,
      ['loose 10 330 320'],
    ],
    ['rates do not add', 'share, at_least: 15 %, shares: { 东区: 16 %, 西区: 15 % }', []],
  ])('%s', (_, target, expected) => {
    expect(found(cascade({ c: `targets: [ { id: t, indicator: ${target} } ]` }))).toEqual(expected);
  });

  const serving = (id: string, region: string, what: string): Record<string, string> => ({
    [id]: `region: ${region}, targets: [ { id: p, indicator: ${what}, serves: c/t } ]`,
  });
  const whole = { c: 'targets: [ { id: t, indicator: land, at_least: 300 亩 } ]' };
  const ceiling = { c: 'targets: [ { id: t, indicator: emissions, at_most: 300 吨 } ]' };
  it.each<[string, Record<string, string>, string[]]>([
    [
      'some districts only',
      { ...whole, ...serving('e', '东区', 'land, at_least: 120 亩') },
      ['undivided 180 120 300'],
    ],
    [
      'all zones, which do not make up the city',
      {
        ...whole,
        ...serving('e', '东区新城', 'land, at_least: 120 亩'),
        ...serving('w', '直属园', 'land, at_least: 90 亩'),
      },
      ['undivided 90 210 300'],
    ],
    [
      'all districts',
      {
        ...whole,
        ...serving('e', '东区', 'land, at_least: 120 亩'),
        ...serving('w', '西区', 'land, at_least: 90 亩'),
        ...serving('s', '南区', 'land, at_least: 80 亩'),
      },
      ['short 10 290 300'],
    ],
    [
      'all members of a group',
      {
        c: 'region: 各园, targets: [ { id: t, indicator: land, at_least: 300 亩 } ]',
        ...serving('e', '东区新城', 'land, at_least: 120 亩'),
        ...serving('w', '直属园', 'land, at_least: 90 亩'),
      },
      ['short 90 210 300'],
    ],
    ['one for all', { ...whole, ...serving('d', '各区', 'land, each: region, at_least: 280 亩') }, []],
    [
      'a ceiling for some',
      { ...ceiling, ...serving('e', '东区', 'emissions, at_most: 120 吨') },
      ['undivided 180 120 300'],
    ],
    [
      'one district twice',
      {
        ...whole,
        ...serving('e', '东区', 'land, at_least: 120 亩'),
        ...serving('f', '东区', 'land, at_least: 90 亩'),
      },
      ['overlap'],
    ],
  ])('%s', (_, plans, expected) => expect(found(cascade(plans))).toEqual(expected));

  it('says what part of the whole each promises', () => {
    const c = cascade({
      c: `targets: [ { id: t, indicator: land, at_least: 300 亩, ${shares(100, 120, 60)} } ]`,
    });
    expect(['东区', '西区', '南区'].map((n) => plain(judgedOf(c, n).ofPromise ?? ZERO, 3))).toEqual([
      '0.333',
      '0.4',
      '0.2',
    ]);
  });
  it('says no part of a whole of nothing', () => {
    const c = cascade({
      c: 'targets: [ { id: t, indicator: net, at_least: 0 户, shares: { 东区: 0 户 } } ]',
    });
    expect(judgedOf(c, '东区')).not.toHaveProperty('ofPromise');
  });
});

describe('is a part’s promise weaker than its whole’s', () => {
  it.each<[string, string, string, string[]]>([
    ['as much', 'output.growth, at_least: 10 %', 'output.growth, at_least: 10 %', []],
    ['more', 'output.growth, at_least: 10 %', 'output.growth, at_least: 11 %', []],
    ['less', 'output.growth, at_least: 10 %', 'output.growth, at_least: 9 %', ['weaker']],
    ['about as much', 'output.growth, at_least: 10 %', 'output.growth, about: 10 %', ['softer']],
    [
      'as much, where the whole is about it',
      'output.growth, about: 10 %',
      'output.growth, at_least: 10 %',
      [],
    ],
    [
      'at least, where the whole is more than',
      'output.growth, more_than: 10 %',
      'output.growth, at_least: 10 %',
      ['softer'],
    ],
    ['a range from the same', 'output.growth, between: 10..12 %', 'output.growth, at_least: 10 %', []],
    ['a higher ceiling', 'vacancy, at_most: 10 %', 'vacancy, at_most: 11 %', ['weaker']],
    ['a lower ceiling', 'vacancy, at_most: 10 %', 'vacancy, at_most: 9 %', []],
    ['a smaller rise', 'share, rise: 1 百分点', 'share, rise: 0.8 百分点', ['weaker']],
    ['a smaller fall', 'vacancy, fall: 1 百分点', 'vacancy, fall: 8 千分点', ['weaker']],
    ['a smaller multiple', 'land, times: 1.2', 'land, times: 1.1', ['weaker']],
    [
      'a worse place',
      'share, region: 东区, rank: { at_most: 2, among: 各区 }',
      'share, rank: { at_most: 3, among: 各区 }',
      ['weaker'],
    ],
    [
      'less far above',
      'share, above: { region: 某省, at_least: 3 百分点 }',
      'share, above: { region: 某省, at_least: 2 百分点 }',
      ['weaker'],
    ],
    [
      'further below is not weaker',
      'vacancy, below: { region: 某省, at_least: 1 百分点 }',
      'vacancy, below: { region: 某省, at_least: 2 百分点 }',
      [],
    ],
    [
      'an amount in each region',
      'land, region: 各区, each: region, at_least: 9 亩',
      'land, at_least: 8 亩',
      ['weaker'],
    ],
    [
      'about as much, but by more',
      'output.growth, about: 10 %',
      'output.growth, about: 10 %, tolerance: 1 百分点',
      ['softer'],
    ],
    [
      'about as much, by less',
      'output.growth, about: 10 %',
      'output.growth, about: 10 %, tolerance: 0.2 百分点',
      [],
    ],
    ['no worse, where the whole is better', 'share, improve: true', 'share, no_worse: true', ['softer']],
    ['better, where the whole is no worse', 'share, no_worse: true', 'share, improve: true', []],
    ['so much better, where the whole is better', 'share, improve: true', 'share, rise: 0.1 百分点', []],
    [
      'better, where the whole is so much better',
      'share, rise: 1 百分点',
      'share, improve: true',
      ['softer'],
    ],
    [
      'lower by so much, where lower is better',
      'vacancy, improve: true',
      'vacancy, fall: 5 %, relative: true',
      [],
    ],
    ['worse, where the whole is better', 'share, improve: true', 'share, fall: 1 百分点', []],
    [
      'a smaller mean growth',
      'output, average: 8 %, baseline: { period: 2020, value: 5 亿元 }',
      'output, average: 7.5 %, baseline: { period: 2020, value: 2 亿元 }',
      ['weaker'],
    ],
    ['a range from less', 'output.growth, at_least: 10 %', 'output.growth, between: 9..12 %', ['weaker']],
    ['an amount of a district is a part', 'land, at_least: 300 亩', 'land, at_least: 8 亩', ['undivided']],
    ['another indicator is not compared', 'output.growth, at_least: 10 %', 'share, at_least: 1 %', []],
  ])('%s', (_, whole, part, expected) => {
    const c = cascade({
      c: `targets: [ { id: t, indicator: ${whole} } ]`,
      e: `region: 东区, targets: [ { id: p, indicator: ${part}, serves: c/t } ]`,
    });
    expect(found(c).map((f) => f.split(' ')[0])).toEqual(expected);
  });

  it('the plan of a district that promises less than its share', () => {
    const c = cascade({
      c: `targets: [ { id: t, indicator: land, at_least: 300 亩, ${shares(100, 120, 80)} } ]`,
      e: 'region: 东区, targets: [ { id: p, indicator: land, at_least: 90 亩, serves: c/t } ]',
    });
    expect(c.findings.map((f) => [f.code, f.args.own, f.args.asked, f.file])).toEqual([
      ['cascade/weaker', '90 亩', '100 亩', 'e.yaml'],
    ]);
  });
});

const plan = (e: number, w: number, s: number): Record<string, string> => ({
  c: `targets: [ { id: t, indicator: land, at_least: 300 亩, ${shares(e, w, s)} } ]`,
});
const figures = (whole: number, e?: number, w?: number, s?: number, span = '2024-01/2024-05'): string =>
  [
    `land ${span} ${whole}`,
    ...[
      ['东区', e],
      ['西区', w],
      ['南区', s],
    ].flatMap(([region, v]) => (v === undefined ? [] : [`land@${region} ${span} ${v}`])),
  ].join('; ');

describe('do the reported parts add up to the reported whole', () => {
  it.each<[string, string, string[]]>([
    ['they do', figures(110, 60, 35, 15), []],
    ['but for rounding', figures(110, 60, 35, 17), []],
    [
      'in a coarser unit, by its rounding',
      figures(110, 60, 35, 15).replace('land@东区 2024-01/2024-05 60', 'land@东区 2024-01/2024-05 0.01 万亩'),
      [],
    ],
    [
      'in a finer one that ends in noughts',
      'output 2024-01/2024-05 11.0; output@东区 2024-01/2024-05 60000 万元; output@西区 2024-01/2024-05 40000 万元; output@南区 2024-01/2024-05 5000 万元',
      ['reported 0.5 10.5 11'],
    ],
    [
      'added up from months, each of which is rounded',
      'output 2024-01/2024-05 11.2; output@东区 2024-01/2024-05 6.0; output@西区 2024-01/2024-05 4.0; output@南区 2024-01 0.2; output@南区 2024-02 0.2; output@南区 2024-03 0.2; output@南区 2024-04 0.2; output@南区 2024-05 0.1',
      [],
    ],
    [
      'a count has no rounding',
      'net 2024-01/2024-05 11; net@东区 2024-01/2024-05 6; net@西区 2024-01/2024-05 3; net@南区 2024-01/2024-05 1',
      ['reported 1 10 11'],
    ],
    ['they do not', figures(110, 60, 35, 18), ['reported 3 113 110']],
    ['one has no figure', figures(110, 60, 35), ['unreported']],
    ['those that have report more than the whole', figures(90, 60, 35), ['unreported', 'reported 5 95 90']],
    ['one is only a bound', figures(110, 60, 35).concat('; land@南区 2024-01/2024-05 >10'), ['unreported']],
    ['the whole is only a bound', figures(110, 60, 35, 15).replace(' 110', ' >110'), []],
    ['none is there', '', []],
  ])('%s', (_, data, expected) => {
    const [indicator] = data.split(' ');
    const unit = { output: '亿元', net: '户' }[indicator ?? ''] ?? '亩';
    const whole = indicator === 'output' || indicator === 'net' ? indicator : 'land';
    const c = `targets: [ { id: t, indicator: ${whole}, at_least: 300 ${unit}, ${shares(100, 120, 80, unit)} } ]`;
    expect(found(cascade({ c }, data))).toEqual(expected);
  });

  it('members of a group are all of it', () => {
    const c = cascade(
      {
        c: 'region: 各园, targets: [ { id: t, indicator: land, at_least: 30 亩, shares: { 东区新城: 20 亩, 直属园: 10 亩 } } ]',
      },
      'land@各园 2024-01/2024-05 12; land@东区新城 2024-01/2024-05 6; land@直属园 2024-01/2024-05 4',
    );
    expect(found(c)).toEqual(['reported 2 10 12']);
  });
  it('they are compared over the last span that all who report have', () => {
    const data = `${figures(80, 45, 25, 10, '2024-01/2024-04')}; ${figures(110, 60)}`;
    const { reported } = judgedOf(cascade(plan(100, 120, 80), data), 'root');
    expect([short(reported?.whole), short(reported?.parts), reported?.without]).toEqual(['80', '80', []]);
  });
  it('where a total can fall, some parts may bring more than all', () => {
    const c = cascade(
      { c: 'targets: [ { id: t, indicator: net, at_least: 30 户, shares: { 东区: 20 户, 西区: 10 户 } } ]' },
      'net 2024-01/2024-05 5; net@东区 2024-01/2024-05 9',
    );
    expect(found(c)).toEqual(['unreported']);
  });
  it('years are compared on a path of several', () => {
    const c = cascade(
      {
        c: 'window: 2025, targets: [ { id: t, indicator: land, at_least: 300 亩, baseline: { period: 2020, value: 100 亩 }, shares: { 东区: 300 亩 } } ]',
      },
      'land 2023 200; land@东区 2023 150',
      '2024-05',
    );
    expect(short(judgedOf(c, 'root').reported?.difference)).toBe('-50');
  });
});

describe('which part explains how much of the shortfall', () => {
  // expected by May: 125 of 300; 50 of 120, 41.67 of 100, 25 of 60: 116.67 together, 8.33 promised by none
  it('by hand', () => {
    const c = cascade(plan(120, 100, 60), figures(110, 60, 35, 15));
    const of = (name: string) => {
      const { contribution: k } = judgedOf(c, name);
      return [
        short(k?.actual),
        plain(k?.ofWhole ?? ZERO, 4),
        short(k?.gap),
        plain(k?.ofShortfall ?? ZERO, 4),
      ];
    };
    expect([of('东区'), of('西区'), of('南区')]).toEqual([
      ['60', '0.5455', '10', '-0.6667'],
      ['35', '0.3182', '-6.6667', '0.4444'],
      ['15', '0.1364', '-10', '0.6667'],
    ]);
    const gap = judgedOf(c, 'root').reported?.gap;
    expect([short(gap?.whole), short(gap?.undivided), short(gap?.elsewhere)]).toEqual([
      '-15',
      '-8.3333',
      '0',
    ]);
  });
  it('under a ceiling, what is above is behind', () => {
    const c = cascade(
      { c: `targets: [ { id: t, indicator: emissions, at_most: 300 吨, ${shares(120, 120, 60, '吨')} } ]` },
      figures(140, 70, 50, 20).replaceAll('land', 'emissions'),
    );
    expect(['东区', '西区', '南区'].map((n) => short(judgedOf(c, n).contribution?.gap))).toEqual([
      '-20',
      '0',
      '5',
    ]);
    expect(plain(judgedOf(c, '东区').contribution?.ofShortfall ?? ZERO, 4)).toBe('1.3333');
  });
  it('not where the whole goes its way from a baseline and its parts have to hold', () => {
    const whole = 'indicator: firms, at_least: 120 家, baseline: { period: 2023, value: 90 家 }';
    const c = cascade(
      { c: `targets: [ { id: t, ${whole}, ${shares(60, 35, 25, '家')} } ]` },
      'firms 2024-05 95; firms@东区 2024-05 45; firms@西区 2024-05 30; firms@南区 2024-05 20',
    );
    expect(judgedOf(c, 'root').reported?.gap).toBeUndefined();
    expect(judgedOf(c, '东区').contribution).not.toHaveProperty('ofShortfall');
    expect(c.findings.map((f) => f.code)).toContain('cascade/other-way');
  });
  it('nobody explains a shortfall that is none', () => {
    const c = cascade(plan(120, 100, 60), figures(130, 60, 55, 15));
    expect(judgedOf(c, '东区').contribution).not.toHaveProperty('ofShortfall');
  });
  it('a part that reported nothing, and what nobody reported, are said apart', () => {
    const c = cascade(plan(120, 100, 60), figures(110, 60, 35));
    const gap = judgedOf(c, 'root').reported?.gap;
    // 15 are reported by none of the two; 25 were expected of 南区, which promised them
    expect([short(gap?.undivided), short(gap?.elsewhere)]).toEqual(['-8.3333', '-10']);
  });
  it('a unit owes what it promised by the whole’s way: 200 of 300, of which 10 too much are promised', () => {
    const c = cascade(
      {
        c: 'targets: [ { id: t, indicator: land, at_least: 300 亩, shares: { 东区: 110 亩, 市工信局: 200 亩 } } ]',
      },
      figures(110, 60),
    );
    const gap = judgedOf(c, 'root').reported?.gap;
    // −15 = (60 − 45.8333) + (129.1667 − 125) + (110 − 60 − 83.3333)
    expect([short(gap?.undivided), short(gap?.elsewhere), gap?.over]).toEqual(['4.1667', '-33.3333', true]);
  });
  it('a unit under a ceiling likewise', () => {
    const c = cascade(
      {
        c: 'targets: [ { id: t, indicator: emissions, at_most: 300 吨, shares: { 东区: 110 吨, 市工信局: 200 吨 } } ]',
      },
      figures(140, 60).replaceAll('land', 'emissions'),
    );
    const gap = judgedOf(c, 'root').reported?.gap;
    // 125 − 140 = (45.8333 − 60) + (125 − 129.1667) + (83.3333 − 80)
    expect([short(gap?.whole), short(gap?.undivided), short(gap?.elsewhere), gap?.over]).toEqual([
      '-15',
      '-4.1667',
      '3.3333',
      true,
    ]);
  });
  it.each([
    ['land', '亩', 110, -15],
    ['emissions', '吨', 140, -15],
  ])(
    'where the parts of %s are promised less than the whole, nothing is beyond it',
    (indicator, unit, whole, own) => {
      const promise = indicator === 'land' ? 'at_least' : 'at_most';
      const c = cascade(
        {
          c: `targets: [ { id: t, indicator: ${indicator}, ${promise}: 300 ${unit}, ${shares(120, 100, 60, unit)} } ]`,
        },
        figures(whole, 60, 35, 15).replaceAll('land', indicator),
      );
      const gap = judgedOf(c, 'root').reported?.gap;
      expect(gap?.whole.value.eq(own)).toBe(true);
      expect(gap).not.toHaveProperty('over');
    },
  );
  it.each([
    [
      'of a change, whose baseline is not known',
      'firms, rise: 30 家',
      'firms 2023-12 100; firms 2024-05 120; firms@东区 2023-12 50; firms@东区 2024-05 55',
      '家',
    ],
    [
      'of a whole of nothing',
      'net, at_least: 0 户',
      'net 2024-01/2024-05 -2; net@东区 2024-01/2024-05 -1',
      '户',
    ],
  ])(
    'what is expected of a part without a figure %s is not known: all else is one rest',
    (_, whole, data, unit) => {
      const c = cascade(
        {
          c: `targets: [ { id: t, indicator: ${whole}, shares: { 东区: 20 ${unit}, 市工信局: 10 ${unit} } } ]`,
        },
        data,
      );
      const gap = judgedOf(c, 'root').reported?.gap;
      const own = judgedOf(c, '东区').contribution?.gap;
      expect(gap).not.toHaveProperty('undivided');
      expect(gap?.elsewhere.value.plus(own?.value ?? 0).eq(gap.whole.value)).toBe(true);
    },
  );
  it('a whole of nothing has no parts of it', () => {
    const c = cascade(plan(120, 100, 60), figures(0, 0, 0, 0));
    expect(judgedOf(c, '东区').contribution).not.toHaveProperty('ofWhole');
  });
  it('where the whole is judged by another span, its gap is not known', () => {
    const c = cascade(
      { c: 'targets: [ { id: t, indicator: land, each: month, at_least: 30 亩, shares: { 东区: 30 亩 } } ]' },
      figures(110, 60),
    );
    expect(judgedOf(c, 'root').reported).not.toHaveProperty('gap');
    expect(judgedOf(c, '东区').contribution).not.toHaveProperty('gap');
  });
  it('without an as-of month, that of the root’s plan holds for all', () => {
    const c = cascade(plan(120, 100, 60), `${figures(110, 60, 35, 15)}; land@东区 2024-01/2024-06 80`, '');
    expect(c.asOf % 12).toBe(4);
  });
});

const amount = fc.integer({ min: 0, max: 500 });
const three = fc.tuple(amount, amount, amount);

describe('always', () => {
  it('the gaps of the parts, what none promised and what none reported make the gap of the whole', () => {
    fc.assert(
      fc.property(three, three, amount, ([e, w, s], [fe, fw, fs], whole) => {
        const c = cascade(plan(e + 1, w + 1, s + 1), figures(whole, fe, fw, fs));
        const gap = judgedOf(c, 'root').reported?.gap;
        const parts = ['东区', '西区', '南区'].map((n) => judgedOf(c, n).contribution?.gap?.value ?? ZERO);
        const sum = [...parts, gap?.undivided?.value ?? ZERO, gap?.elsewhere.value ?? ZERO].reduce((a, b) =>
          a.plus(b),
        );
        expect(
          sum
            .minus(gap?.whole.value ?? 1)
            .abs()
            .lt('1e-20'),
        ).toBe(true);
        // and each is what a plain sum by hand says: reported less 5/12 of the promise
        const plainly = [fe - ((e + 1) * 5) / 12, fw - ((w + 1) * 5) / 12, fs - ((s + 1) * 5) / 12];
        for (const [i, p] of parts.entries()) expect(p.toNumber()).toBeCloseTo(plainly[i] ?? Number.NaN, 8);
        expect(gap?.elsewhere.value.toNumber()).toBeCloseTo(whole - fe - fw - fs, 8);
      }),
      { numRuns: 200 },
    );
  });
  it('who reports changes nothing of what was expected of no part; floors and ceilings', () => {
    const known = fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()).filter((k) => k.some((x) => x));
    fc.assert(
      fc.property(three, three, amount, known, fc.boolean(), (promised, reported, whole, has, ceiling) => {
        const [e, w, s] = promised.map((v) => v + 1) as [number, number, number];
        const [fe, fw, fs] = reported.map((v, i) => (has[i] ? v : undefined));
        const data = figures(whole, fe, fw, fs);
        const c = ceiling
          ? cascade(
              {
                c: `targets: [ { id: t, indicator: emissions, at_most: 300 吨, ${shares(e, w, s, '吨')} } ]`,
              },
              data.replaceAll('land', 'emissions'),
            )
          : cascade(plan(e, w, s), data);
        const sign = ceiling ? -1 : 1;
        const gap = judgedOf(c, 'root').reported?.gap;
        // by hand: 125 of 300 by May, 5/12 of every promise
        const own = sign * (whole - 125);
        const undivided = (sign * ((e + w + s - 300) * 5)) / 12;
        const parts = promised.reduce(
          (sum, v, i) => sum + (has[i] ? sign * ((reported[i] ?? 0) - ((v + 1) * 5) / 12) : 0),
          0,
        );
        expect(gap?.whole.value.toNumber()).toBeCloseTo(own, 8);
        expect(gap?.undivided?.value.toNumber()).toBeCloseTo(undivided, 8);
        expect(gap?.elsewhere.value.toNumber()).toBeCloseTo(own - undivided - parts, 8);
      }),
      { numRuns: 200 },
    );
  });
  it('parts that make the whole, in promises and figures, explain all of the shortfall', () => {
    fc.assert(
      fc.property(three, ([fe, fw, fs]) => {
        const c = cascade(plan(120, 100, 80), figures(fe + fw + fs, fe, fw, fs));
        const explained = ['东区', '西区', '南区'].map((n) => judgedOf(c, n).contribution?.ofShortfall);
        if (fe + fw + fs >= 125) expect(explained).toEqual([undefined, undefined, undefined]);
        else
          expect(
            explained
              .reduce((a, b) => decimal(a ?? ZERO).plus(b ?? ZERO), ZERO)
              ?.round(12)
              .toNumber(),
          ).toBe(1);
        expect(found(c)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
  it('the order of plans and shares changes nothing but the order', () => {
    const served = {
      c: 'targets: [ { id: t, indicator: land, at_least: 300 亩 } ]',
      e: 'region: 东区, targets: [ { id: p, indicator: land, at_least: 120 亩, serves: c/t } ]',
      w: 'region: 西区, targets: [ { id: p, indicator: land, at_least: 100 亩, serves: c/t } ]',
      s: 'region: 南区, targets: [ { id: p, indicator: land, at_least: 60 亩, serves: c/t } ]',
    };
    const data = figures(110, 60, 35, 15);
    const said = (order: readonly string[]) => {
      const c = cascade(
        Object.fromEntries(order.map((k) => [k, served[k as keyof typeof served]])),
        data,
        '2024-05',
        'c/t',
      );
      const parts = Object.entries(byName(c)).map(([n, b]) => [n, short(c.of.get(b)?.contribution?.gap)]);
      return JSON.stringify([parts.sort(), found(c).sort()]);
    };
    fc.assert(
      fc.property(fc.shuffledSubarray(['c', 'e', 'w', 's'], { minLength: 4 }), (order) => {
        expect(said(order)).toBe(said(['c', 'e', 'w', 's']));
      }),
      { numRuns: 24 },
    );
  });
});
