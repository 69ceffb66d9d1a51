import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Status } from '../../src/model/verdict.ts';
import { check, said } from './helpers.ts';

// one target of each status, as of June 2024
const STATUS: Readonly<Record<string, string>> = {
  missed: '{ id: missed, indicator: emissions, at_most: 1 吨 }',
  lagging: '{ id: lagging, indicator: output, at_least: 1000 亿元 }',
  'no-data': '{ id: no-data, indicator: growth, at_least: 1 % }',
  'on-track': '{ id: on-track, indicator: firms, at_least: 1 家 }',
  achieved: '{ id: achieved, indicator: output, at_least: 1 亿元 }',
  'not-due': '{ id: not-due, indicator: titles, at_least: 1 个 }',
  unquantified: '{ id: unquantified, indicator: output, unquantified: true }',
};
const data = 'emissions 2024-S1 5; output 2024-S1 10; firms 2024-06 5';
const targets = (...ids: string[]): string => `targets: [ ${ids.map((id) => STATUS[id]).join(', ')} ]`;
const checked = (body: string) => check(body, { data, asOf: '2024-06' });

describe('several targets under one goal: the worst status (METHOD §4)', () => {
  it.each([
    [['achieved', 'on-track', 'no-data', 'lagging', 'missed'], 'missed'],
    [['achieved', 'on-track', 'no-data', 'lagging'], 'lagging'],
    [['achieved', 'on-track', 'no-data'], 'no-data'],
    [['achieved', 'on-track'], 'on-track'],
    [['achieved'], 'achieved'],
    [['achieved', 'not-due', 'unquantified'], 'achieved'],
    [['not-due', 'unquantified'], undefined],
    [[], undefined],
  ])('%j → %s', (ids, expected) => {
    const v = checked(targets(...ids));
    expect(v.verdicts.map((x) => x.status)).toEqual(ids);
    expect(v.goals.get('')?.status).toBe(expected);
  });
  it('every goal has the worst of what is under it, whatever the order and the nesting; the others only count', () => {
    const ids = Object.keys(STATUS);
    const ORDER = ['missed', 'lagging', 'no-data', 'on-track', 'achieved'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ids), { maxLength: 8 }), fc.nat(8), (list, cut) => {
        const own = (some: readonly string[], from: number): string =>
          `targets: [ ${some.map((id, i) => STATUS[id]?.replace(`id: ${id}`, `id: t${from + i}`)).join(', ')} ]`;
        const v = checked(
          `${own(list.slice(0, cut), 0)}, goals: [ { id: g, title: g, ${own(list.slice(cut), cut)} } ]`,
        );
        const worst = (some: readonly string[]) => ORDER.find((s) => some.includes(s));
        expect([v.goals.get('')?.status, v.goals.get('/goals/0')?.status]).toEqual([
          worst(list),
          worst(list.slice(cut)),
        ]);
        for (const id of ids) expect(v.counts[id as Status]).toBe(list.filter((x) => x === id).length);
      }),
      { numRuns: 100 },
    );
  });
  it('counts every status', () => {
    expect(checked(targets('missed', 'not-due', 'unquantified')).counts).toEqual({
      missed: 1,
      lagging: 0,
      'no-data': 0,
      'on-track': 0,
      achieved: 0,
      'not-due': 1,
      unquantified: 1,
    });
  });
  it('rolls goals up into the goals above', () => {
    const goals = `{ id: one, ${targets('achieved')} }, { id: two, goals: [ { id: deep, ${targets('lagging')} } ], milestones: [ { id: m, title: 建成 } ] }`;
    const v = checked(`goals: [ ${goals} ]`);
    expect([...v.goals.entries()].map(([at, g]) => `${at} ${g.status}`)).toEqual([
      ' lagging',
      '/goals/0 achieved',
      '/goals/1 lagging',
      '/goals/1/goals/0 lagging',
    ]);
    expect(v.goals.get('/goals/1')?.counts).toMatchObject({ lagging: 1, 'not-due': 1 });
  });
  it('judges only what is wanted', () => {
    const v = check(targets('missed', 'achieved'), {
      data,
      asOf: '2024-06',
      wanted: (i) => i.id === 'achieved',
    });
    expect([v.verdicts.length, v.goals.get('')?.status]).toEqual([1, 'achieved']);
  });
});

describe('a target that repeats another (same_as)', () => {
  const twice = (more = ''): string =>
    `targets: [ { id: again, same_as: lagging${more} }, ${STATUS.lagging}, { id: thrice, same_as: again } ]`;
  it('has its verdict, and names it', () => {
    const v = checked(twice());
    expect(v.verdicts.map((x) => [x.item.id, x.status, x.reason.code])).toEqual([
      ['again', 'lagging', 'same-as'],
      ['lagging', 'lagging', 'behind'],
      ['thrice', 'lagging', 'same-as'],
    ]);
    expect(v.verdicts[0]?.reason.args).toEqual({ target: 'plan/lagging' });
  });
  it('is counted once', () => {
    const v = checked(twice());
    expect([v.counts.lagging, v.goals.get('')?.counts.lagging]).toEqual([1, 1]);
  });
  it('is overdue by its own due date', () => {
    const { verdicts } = check(twice(', due: 2024-11-30'), { data, asOf: '2024-06', today: '2024-12-15' });
    expect(verdicts.map(said)).toEqual(['lagging overdue', 'lagging', 'lagging']);
    const later = check(twice(', due: 2024-12-31, window: 2024'), {
      data,
      asOf: '2024-06',
      today: '2025-01-15',
    });
    expect(later.verdicts.map((x) => x.marks)).toEqual([['overdue'], ['overdue'], ['overdue']]);
  });
  it('is without data where the other is not to be found', () => {
    expect(checked('targets: [ { id: again, same_as: nothing } ]').verdicts.map(said)).toEqual([
      'no-data (unreadable)',
    ]);
  });
});
