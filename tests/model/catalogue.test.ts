import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Catalogue } from '../../src/model/catalogue.ts';
import type { Region } from '../../src/model/region.ts';
import { Units } from '../../src/model/unit.ts';
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

describe('a name of several regions', () => {
  const place = (code: string, name: string, parent?: string, more: Partial<Region> = {}): Region => ({
    code,
    name,
    aliases: [],
    ...(parent ? { parent } : {}),
    file: '',
    pointer: '',
    ...more,
  });
  const months = (year: number) => ({ start: year * 12, end: year * 12 + 11 });
  const places = [
    place('35', '福建省'),
    place('3501', '福州市', '35'),
    place('350102', '鼓楼区', '3501'),
    place('350121', '闽侯县', '福州市'),
    place('3201', '南京市'),
    place('320106', '鼓楼区', '南京市'),
    place('FZ', '福州城区', undefined, { members: ['鼓楼区', '闽侯县'], parent: '福州市' }),
    place('350103', '台江区', '3501', { from: 2010 * 12 }),
    place('old', '台江区', '3501', { until: 2010 * 12 - 1, official: '350103', successors: ['350103'] }),
  ];
  const read = (list: readonly Region[], home?: string): Catalogue => {
    const c = new Catalogue(new Units());
    for (const r of list) c.addRegion(r);
    const found = home === undefined ? undefined : c.region(home);
    if (found) c.home = found;
    return c;
  };
  const meant = (c: Catalogue, name: string, within?: string, year?: number): string => {
    const found = c.findRegion(name, {
      within: within === undefined ? c.home : c.regions.get(within),
      ...(year === undefined ? {} : { at: months(year) }),
    });
    if (!('fault' in found)) return found.code;
    return found.fault === 'ambiguous'
      ? found.found
          .map((r) => r.code)
          .sort()
          .join('|')
      : 'unknown';
  };
  const rows: readonly (readonly [string, string, string | undefined, number | undefined, string])[] = [
    ['means none for certain', '鼓楼区', undefined, undefined, '320106|350102'],
    ['means the one inside the region it is named from', '鼓楼区', '3201', undefined, '320106'],
    ['the one beside it', '鼓楼区', '350121', undefined, '350102'],
    ['the one in the province', '鼓楼区', '35', undefined, '350102'],
    ['itself', '鼓楼区', '320106', undefined, '320106'],
    ['the member of a group', '鼓楼区', 'FZ', undefined, '350102'],
    ['a code means one', '320106', '3501', undefined, '320106'],
    ['qualified', '福州市鼓楼区', undefined, undefined, '350102'],
    ['qualified with a stroke', '南京市/鼓楼区', undefined, undefined, '320106'],
    ['qualified twice', '福建省福州市鼓楼区', '3201', undefined, '350102'],
    ['qualified past one level', '福建省/鼓楼区', undefined, undefined, '350102'],
    ['qualified by what it does not lie in', '福建省南京市鼓楼区', undefined, undefined, 'unknown'],
    ['of one that is gone: the one that is there', '台江区', undefined, undefined, '350103'],
    ['at a time: the one that was there', '台江区', undefined, 2005, 'old'],
    ['a code used again, at a time', '350103', undefined, 2005, 'old'],
    ['a code used again, later', '350103', undefined, 2015, '350103'],
  ];
  it.each(rows)('%s', (_, name, within, year, expected) =>
    expect(meant(read(places), name, within, year)).toBe(expected),
  );
  it.each(rows)('%s, in whatever order the catalogue has them', (_, name, within, year, expected) =>
    fc.assert(
      fc.property(fc.shuffledSubarray(places, { minLength: places.length }), (list) => {
        expect(meant(read(list), name, within, year)).toBe(expected);
      }),
      { numRuns: 20 },
    ),
  );
  it('means the one of the project where nothing nearer says which', () =>
    expect([meant(read(places, '3501'), '鼓楼区'), meant(read(places, '3501'), '鼓楼区', '3201')]).toEqual([
      '350102',
      '320106',
    ]));
  it('regions that each say they lie in the other lie nowhere else', () => {
    const c = read([place('a', '甲乙', '乙甲'), place('b', '乙甲', '甲乙'), place('c', '乙', '甲')]);
    expect([meant(c, '甲乙'), meant(c, '甲乙乙')]).toEqual(['a', 'unknown']);
  });
  it('is listed with where each lies', () => {
    const c = read(places);
    const found = c.findRegion('鼓楼区');
    expect('fault' in found && found.fault === 'ambiguous' ? c.listed(found.found) : []).toEqual([
      '350102 (福州市)',
      '320106 (南京市)',
    ]);
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
  ])('%s', (_, name, region, expected) => {
    const found = c.findOrganisation(name, region === undefined ? undefined : c.regions.get(region));
    expect('fault' in found ? undefined : found.id).toBe(expected);
  });
  it('keep the first of one id', () => {
    const other = catalogue(indicators, regions, organisations);
    other.addOrganisation({ id: 'x-b', name: '新局', aliases: [], file: '', pointer: '' });
    expect(other.organisations.get('x-b')?.name).toBe('乙局');
  });
});

function failing(what: string): never {
  throw new Error(`no ${what}`);
}
