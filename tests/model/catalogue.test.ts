import { describe, expect, it } from 'vitest';
import { catalogue } from '../checker/helpers.ts';

const regions = `
- { code: CN, name: 全国 }
- { code: P, name: 某省, parent: 全国 }
- { code: C, name: 甲市, aliases: [甲], parent: 某省 }
- { code: D, name: 东区, parent: C }
- { code: X, name: 乙市, parent: 某省, parts: [乙镇] }
- { code: T, name: 乙镇 }
- { code: H, name: 一区, members: [东区] }
- { code: N, name: 无人, members: [无此市] }
- { code: G, name: 两市, members: [甲市, X, 无此市] }
- { code: L1, name: 环一, parent: 环二 }
- { code: L2, name: 环二, parent: 环一 }
- { code: O, name: 孤, parent: 无此地 }
`;
const organisations = `
- { id: cn-b, name: 工信局 }
- { id: p-b, name: 工信局, region: 某省 }
- { id: c-b, name: 工信局, aliases: [经信局], region: 甲市 }
- { id: x-b, name: 乙局, region: 乙市 }
- { id: x-f, name: 财政局, region: 乙市 }
- { id: lost-b, name: 失局, region: 无此地 }
`;
const indicators = `
- { id: output, name: 总产值, aliases: [产值], kind: flow, unit: 亿元, growth: { aliases: 产值增幅 } }
- { id: firms, name: 企业, kind: stock, unit: 家 }
- { id: new-firms, name: 企业, kind: flow, unit: 户 }
- { id: people, name: 企业, kind: stock, unit: 人 }
`;
const c = catalogue(indicators, regions, organisations);

const series = (label: string, unit?: string): string => {
  const found = c.series(label, unit === undefined ? undefined : c.units.parse(unit));
  if (!('fault' in found)) return found.id;
  return 'found' in found
    ? `${found.fault}: ${found.found.map((i) => i.id).join(' ')}`
    : `${found.fault}${found.nearest === undefined ? '' : ` (${found.nearest}?)`}`;
};

describe('the series a label means, told by name and unit', () => {
  it.each([
    ['a level by its unit', '总产值', '万元', 'output'],
    ['its growth by the same label in %', '总产值', '%', 'output.growth'],
    ['an alias of the level in %', '产值', '%', 'output.growth'],
    ['a name of the growth alone', '产值增幅', undefined, 'output.growth'],
    ['the growth by its own name', '总产值增速', '%', 'output.growth'],
    ['an id', 'output', undefined, 'output'],
    ['an id with its unit', 'output.growth', '%', 'output.growth'],
    ['an id in another unit', 'output', '%', 'unit: output'],
    [
      'a label shared by level and growth, without a unit',
      '总产值',
      undefined,
      'ambiguous: output output.growth',
    ],
    ['a label shared by two counts', '企业', '个', 'ambiguous: firms new-firms'],
    ['a label shared by several, told by persons', '企业', '万人', 'people'],
    ['a unit that fits none', '总产值', '吨', 'unit: output output.growth'],
    ['a spelling nobody knows', '总产直', '亿元', 'unknown (总产值?)'],
    ['a name nobody knows', '用电量指标', '千瓦时', 'unknown'],
    ['width and blanks do not matter', '总 产 值', '亿元', 'output'],
  ])('%s', (_, label, unit, expected) => expect(series(label, unit)).toBe(expected));
  it('keeps the first of two indicators of one id', () => {
    const twin = { ...c.indicators.get('firms'), name: '别名' };
    const other = catalogue(indicators, regions);
    other.addIndicator(twin as Parameters<typeof other.addIndicator>[0]);
    expect([other.indicators.get('firms')?.name, other.indicatorNames.get('别名')?.id]).toEqual([
      '企业',
      'firms',
    ]);
  });
});

describe('regions', () => {
  it.each([
    ['by code', 'C', 'C'],
    ['by name', '甲市', 'C'],
    ['by alias', '甲', 'C'],
    ['unknown', '丙市', undefined],
  ])('are found %s', (_, name, expected) => expect(c.region(name)?.code).toBe(expected));
  const chain = (code: string): string[] =>
    c.regionChain(c.regions.get(code) ?? failing(code)).map((r) => r.code);
  it.each([
    ['innermost first', 'D', ['D', 'C', 'P', 'CN']],
    ['a circle ends', 'L1', ['L1', 'L2']],
    ['a parent nobody knows ends it', 'O', ['O']],
  ])('lie in others: %s', (_, code, expected) => expect(chain(code)).toEqual(expected));
  const members = (code: string): string[] =>
    c.membersOf(c.regions.get(code) ?? failing(code)).map((r) => r.code);
  it('form groups, of members that are known', () => expect(members('G')).toEqual(['C', 'X']));
  it('are their own only member where they are no group', () => expect(members('C')).toEqual(['C']));
  const pair = (one: string, other: string) =>
    [c.regions.get(one) ?? failing(one), c.regions.get(other) ?? failing(other)] as const;
  it.each([
    ['itself', 'C', 'C', true],
    ['what it lies in, however far up', 'D', 'CN', true],
    ['not what lies in it', 'CN', 'D', false],
    ['not what it lies beside', 'C', 'X', false],
    ['a group with a member it lies in', 'D', 'G', true],
    ['a group without a parent: what all known members lie in', 'G', 'P', true],
    ['but not what only one of them lies in', 'G', 'C', false],
    ['a group of nobody known: nothing', 'N', 'P', false],
    ['what names it among its parts', 'T', 'X', true],
  ])('lie in %s', (_, inner, outer, expected) => expect(c.liesIn(...pair(inner, outer))).toBe(expected));
  it.each([
    ['one in the other', 'D', 'C', true],
    ['a group and what lies in a member', 'G', 'D', true],
    ['two groups with a member each, one in the other', 'G', 'H', true],
    ['regions side by side', 'C', 'X', false],
    ['a group and a region beside its members', 'H', 'X', false],
  ])('overlap: %s', (_, one, other, expected) => {
    expect(c.overlap(...pair(one, other))).toBe(expected);
    expect(c.overlap(...pair(other, one))).toBe(expected);
  });
  it('keep the first of one code', () => {
    const other = catalogue(indicators, regions);
    other.addRegion({ code: 'C', name: '新甲', aliases: [], file: '', pointer: '' });
    expect([other.regions.get('C')?.name, other.region('新甲')?.code]).toEqual(['甲市', 'C']);
  });
});

describe('organisations, as a plan of a region means them', () => {
  it.each([
    ['of several the nearest above', '工信局', 'D', 'c-b'],
    ['of the region itself', '工信局', 'C', 'c-b'],
    ['by alias', '经信局', 'D', 'c-b'],
    ['of the province where the city has none', '工信局', 'X', 'p-b'],
    ['of no region where none lies above', '工信局', 'CN', 'cn-b'],
    ['of no region where no region is given', '工信局', undefined, 'cn-b'],
    ['never of another region', '财政局', 'C', undefined],
    ['of a region nobody knows: as of none', '失局', 'C', 'lost-b'],
    ['unknown', '无此局', 'C', undefined],
  ])('%s', (_, name, region, expected) =>
    expect(c.organisation(name, region === undefined ? undefined : c.regions.get(region))?.id).toBe(expected),
  );
  it('keep the first of one id', () => {
    const other = catalogue(indicators, regions, organisations);
    other.addOrganisation({ id: 'x-b', name: '新局', aliases: [], file: '', pointer: '' });
    expect(other.organisations.get('x-b')?.name).toBe('乙局');
  });
});

function failing(what: string): never {
  throw new Error(`no ${what}`);
}
