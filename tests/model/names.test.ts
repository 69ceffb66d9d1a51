import { describe, expect, it } from 'vitest';
import { fold, Names, nearest } from '../../src/model/names.ts';

describe('names are compared without regard to', () => {
  it.each([
    ['width', 'ＧＤＰ（亿元）', 'GDP(亿元)'],
    ['blanks', '全 国', '全国'],
    ['wide blanks', '全　国', '全国'],
    ['case', 'Gdp', 'GDP'],
  ])('%s', (_, a, b) => expect(fold(a)).toBe(fold(b)));
});

describe('names of things', () => {
  const names = new Names<string>();
  names.add('产值', 'level');
  names.add('产 值', 'growth');
  names.add('产值', 'level');
  names.add('利润', 'profit');
  it('one name can belong to several things, each once', () =>
    expect(names.all('产值')).toEqual(['level', 'growth']));
  it('the first entered is meant where one is asked for', () => expect(names.get('产值')).toBe('level'));
  it('an unknown name belongs to none', () => {
    expect(names.all('税收')).toEqual([]);
    expect(names.get('税收')).toBeUndefined();
  });
  it('the nearest is shown as it was first entered', () => {
    const shown = new Names<number>();
    shown.add('ＧＤＰ 总量', 1);
    shown.add('gdp总量', 1);
    expect(shown.nearest('gdp总 数')).toBe('ＧＤＰ 总量');
  });
});

describe('the nearest in spelling', () => {
  const candidates = ['规上工业增加值', '规上工业利润', '出口'];
  it.each([
    ['one letter wrong', '规上工业增价值', '规上工业增加值'],
    ['one letter missing', '规上工业利', '规上工业利润'],
    ['exactly half of the letters', '进口', '出口'],
    ['more than half of them', '税收总额', undefined],
  ])('%s', (_, name, expected) => expect(nearest(name, candidates)).toBe(expected));
  it('of nothing is nothing', () => expect(nearest('出口', [])).toBeUndefined());
});
