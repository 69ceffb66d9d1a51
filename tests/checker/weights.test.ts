import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plain } from '../../src/model/decimal.ts';
import type { Weighted } from '../../src/model/verdict.ts';
import { check } from './helpers.ts';

// one target of each status, as of June 2024; `half` has done half of what the year asks
const TARGETS: Readonly<Record<string, string>> = {
  missed: 'id: missed, indicator: emissions, at_most: 1 吨',
  lagging: 'id: lagging, indicator: output, at_least: 40 亿元',
  half: 'id: half, indicator: output, at_least: 20 亿元',
  nodata: 'id: nodata, indicator: growth, at_least: 1 %',
  held: 'id: held, indicator: coverage, at_least: 50 %',
  achieved: 'id: achieved, indicator: output, at_least: 1 亿元',
  notdue: 'id: notdue, indicator: titles, at_least: 1 个',
  masked: 'id: masked, indicator: output, unquantified: true',
  ceiling: 'id: ceiling, indicator: emissions, at_most: 20 吨',
  beyond: 'id: beyond, indicator: net-firms, at_least: 5 户',
  around: 'id: around, indicator: emissions, about: 20 吨',
  down: 'id: down, indicator: backlog, at_most: 6 件, baseline: { period: 2023, value: 10 件 }',
  fallen: 'id: fallen, indicator: firms, at_least: 30 家, baseline: { period: 2023, value: 10 家 }',
};
const data =
  'net-firms 2024-S1 9; emissions 2024-S1 5; output 2024-S1 10; firms 2024-06 5; backlog 2024-06 8; coverage 2024-S1 60';
const goalOf = (body: string, at = ''): { status: string | undefined; weighted: Weighted | undefined } => {
  const goal = check(body, { data, asOf: '2024-06' }).goals.get(at);
  return { status: goal?.status, weighted: goal?.weighted };
};
const targets = (...list: readonly [keyof typeof TARGETS, number?][]): string =>
  `targets: [ ${list.map(([id, w]) => `{ ${TARGETS[id]}${w === undefined ? '' : `, weight: ${w}`} }`).join(', ')} ]`;
const said = (w: Weighted | undefined): string =>
  w ? [w.achieved, w.onCourse, w.completion].map((d) => (d ? plain(d, 3) : '-')).join(' ') : 'none';

describe('what a goal comes to by weight: achieved, on course, completion', () => {
  it.each<[string, string, string]>([
    ['no weights', targets(['achieved'], ['half']), 'none'],
    ['an achieved one', targets(['achieved', 30], ['lagging', 70]), '0.3 0.3 0.475'],
    ['one on track is on course', targets(['achieved', 30], ['half', 70]), '0.3 1 0.65'],
    [
      'in %',
      targets(['achieved', 30], ['half', 70]).replaceAll(/weight: (\d+)/g, 'weight: $1 %'),
      '0.3 1 0.65',
    ],
    [
      'one without a weight beside others counts nothing',
      targets(['achieved', 30], ['lagging', 30], ['half']),
      '0.5 0.5 0.625',
    ],
    ['what has no figure is left out', targets(['achieved', 30], ['masked', 70]), '1 1 1'],
    ['what has no data is not achieved', targets(['achieved', 30], ['nodata', 70]), '0.3 0.3 1'],
    ['nor what is not due', targets(['achieved', 30], ['notdue', 70]), '0.3 0.3 1'],
    ['a rate that holds is on course, without a completion', targets(['held', 1]), '0 1 -'],
    ['so is a ceiling', targets(['ceiling', 1], ['half', 1]), '0 1 0.5'],
    ['also one that is said as about, where lower is better', targets(['around', 1], ['half', 1]), '0 1 0.5'],
    ['one that is come down to has a way to go', targets(['down', 1], ['ceiling', 1]), '0 1 0.5'],
    ['below the baseline is nothing', targets(['fallen', 1]), '0 0 0'],
    ['more than all of it, where it can fall again', targets(['beyond', 1]), '0 1 1'],
    ['missed', targets(['missed', 1]), '0 0 -'],
    ['only what has no figure', targets(['masked', 1]), 'none'],
    ['weights of 0', targets(['achieved', 0]), 'none'],
  ])('%s', (_, body, expected) => expect(said(goalOf(body).weighted)).toBe(expected));

  const goals = (a: string, b: string): string =>
    `goals: [ { id: a, title: a, ${a} }, { id: b, title: b, ${b} } ]`;
  it.each<[string, string, string]>([
    [
      'goals by their weights, each by what is weighed in it',
      goals(
        `weight: 60, ${targets(['achieved', 30], ['half', 70])}`,
        `weight: 40, ${targets(['lagging', 1])}`,
      ),
      '0.18 0.6 0.49',
    ],
    [
      'and where nothing is weighed in one, each promise in it the same',
      goals(
        `weight: 60, ${targets(['achieved'], ['half'], ['lagging'], ['masked'])}`,
        `weight: 40, targets: []`,
      ),
      '0.333 0.667 0.583',
    ],
    [
      'also deep below, each repeated promise once',
      goals(
        `weight: 1, goals: [ { id: deep, ${targets(['achieved'])} } ], targets: [ { id: again, same_as: achieved }, { ${TARGETS.half} } ], milestones: [ { id: m, title: 建成 } ]`,
        targets(['lagging', 1]),
      ),
      '0.333 0.667 0.75',
    ],
    [
      'weights in a goal that has none do not weigh on the one above',
      goals(targets(['achieved', 1]), targets(['half'])),
      'none',
    ],
    [
      'a repeated promise with a weight of its own counts by it',
      `targets: [ { id: again, same_as: half, weight: 1 }, { ${TARGETS.half}, weight: 1 }, { ${TARGETS.achieved}, weight: 2 } ]`,
      '0.5 1 0.75',
    ],
  ])('%s', (_, body, expected) => expect(said(goalOf(body).weighted)).toBe(expected));

  it('a goal of its own, by its own', () => {
    expect(said(goalOf(goals(targets(['achieved', 1]), targets(['half'])), '/goals/0').weighted)).toBe(
      '1 1 1',
    );
  });

  it('weights change no status', () => {
    const ids = fc.subarray(Object.keys(TARGETS), { minLength: 1 });
    fc.assert(
      fc.property(
        ids,
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 13, maxLength: 13 }),
        (list, weights) => {
          const weighed = goalOf(targets(...list.map((id, i) => [id, weights[i] ?? 1] as [string, number])));
          const plainly = goalOf(targets(...list.map((id) => [id] as [string])));
          expect(weighed.status).toBe(plainly.status);
          const { achieved, onCourse, completion } = weighed.weighted ?? {};
          for (const d of [achieved, onCourse, completion]) expect(!d || (d.gte(0) && d.lte(1))).toBe(true);
          expect(!achieved || !onCourse || achieved.lte(onCourse)).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a judgement by hand', () => {
  const by = (status: string, until = '2024-12-31') =>
    `override: { status: ${status}, reason: 缘由, by: 督查室, until: ${until} }`;
  const judged = (target: string, today = '2024-07-01') =>
    check(`targets: [ ${target} ]`, { data, asOf: '2024-06', today });

  it('stands in place of what was calculated, marked, with that beside it', () => {
    const { verdicts, counts, goals, warnings } = judged(`{ ${TARGETS.lagging}, ${by('on-track')} }`);
    expect(verdicts[0]).toMatchObject({
      status: 'on-track',
      marks: ['override'],
      reason: { code: 'override', args: { by: '督查室', why: '缘由', until: '2024-12-31', was: 'lagging' } },
      calculated: { status: 'lagging', reason: { code: 'behind' } },
    });
    expect([counts['on-track'], goals.get('')?.status, warnings]).toEqual([1, 'on-track', []]);
  });
  it.each<[string, string, string, string, string]>([
    ['to the end of its date', 'on-track', '2024-07-01', '2024-07-01', 'on-track override'],
    ['and not after it', 'on-track', '2024-06-30', '2024-07-01', 'lagging'],
    ['to the end of a month', 'missed', '2024-06', '2024-06-30', 'missed override'],
    ['a final one is not overdue', 'achieved', '2025-12-31', '2025-03-01', 'achieved override'],
    ['another is', 'on-track', '2025-12-31', '2025-03-01', 'on-track override overdue'],
    ['also what is not due by hand', 'not-due', '2024-12-31', '2024-07-01', 'not-due override'],
  ])('holds %s', (_, status, until, today, expected) => {
    const [v] = judged(`{ ${TARGETS.lagging}, ${by(status, until)} }`, today).verdicts;
    expect([v?.status, ...(v?.marks ?? [])].join(' ')).toBe(expected);
  });
  it.each<[string, string, string, string[], boolean]>([
    ['a ceiling at risk that is judged lagging', 'ceiling-risk', 'lagging', ['override'], true],
    ['a ceiling at risk that is judged on track', 'ceiling-risk', 'on-track', ['at-risk', 'override'], true],
    ['achieved: nothing is needed any more', 'lagging', 'achieved', ['override'], false],
    ['missed: nor can anything help', 'lagging', 'missed', ['override'], false],
    ['still open: what is needed stands', 'lagging', 'on-track', ['override'], true],
    ['not due by hand', 'lagging', 'not-due', ['override'], true],
  ])('%s', (_, id, status, marks, needed) => {
    // the ceiling holds from the start, so that half of it by half of the year is on track; more of it will not be
    const risky = 'id: risky, indicator: emissions, at_most: 9 吨, pace: hold';
    const target = id === 'ceiling-risk' ? risky : TARGETS[id];
    const [v] = judged(`{ ${target}, ${by(status)} }`).verdicts;
    expect([v?.status, v?.marks, v?.needed !== undefined]).toEqual([status, marks, needed]);
  });
  it('says when its date is past', () => {
    const { warnings, verdicts } = judged(`{ ${TARGETS.lagging}, ${by('achieved', '2024-06-30')} }`);
    expect(warnings).toEqual([
      {
        code: 'data/override-past',
        severity: 'warning',
        args: { target: 'plan/lagging', status: 'achieved', until: '2024-06-30' },
        file: 'plan.yaml',
      },
    ]);
    expect(verdicts[0]).not.toHaveProperty('calculated');
  });
  it('of a milestone', () => {
    const { verdicts } = check(`milestones: [ { id: m, title: 建成, due: 2024-03, ${by('achieved')} } ]`, {
      asOf: '2024-06',
    });
    expect([verdicts[0]?.status, verdicts[0]?.calculated?.status]).toEqual(['achieved', 'no-data']);
  });
  it('is repeated with the promise, which may have one of its own', () => {
    const { verdicts } = judged(
      `{ ${TARGETS.lagging}, ${by('on-track')} }, { id: again, same_as: lagging }, { id: third, same_as: lagging, ${by('missed')} }`,
    );
    expect(verdicts.map((v) => [v.status, v.marks.join(' '), v.reason.code, v.calculated?.status])).toEqual([
      ['on-track', 'override', 'override', 'lagging'],
      ['on-track', 'override', 'same-as', 'lagging'],
      ['missed', 'override', 'override', 'on-track'],
    ]);
  });
});
