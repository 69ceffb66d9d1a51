import fc from 'fast-check';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../src/checker/check.ts';
import { appraiseAll, periodOf } from '../../src/checker/score.ts';
import { plain } from '../../src/model/decimal.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { formatPeriod, parsePeriod } from '../../src/model/period.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { Appraisal, Appraised, Scheme } from '../../src/model/scoring.ts';
import { FieldReader, type PlainMap } from '../../src/project/fields.ts';
import { linkTargets, readPlan } from '../../src/project/plan.ts';
import { readReports } from '../../src/project/reports.ts';
import { readScheme } from '../../src/project/scoring.ts';
import { catalogue, seriesOf } from './helpers.ts';

const REGIONS = `
- { code: C, name: 甲市 }
- { code: E, name: 东区, parent: 甲市 }
- { code: W, name: 西区, parent: 甲市 }
- { code: G, name: 各区, parent: 甲市, members: [东区, 西区] }
- { code: E2, name: 东区, parent: 乙市 }
- { code: C2, name: 乙市 }
`;
const INDICATORS = `
- { id: output, name: 产值, kind: flow, unit: 亿元, growth: true }
- { id: emissions, name: 排放, kind: flow, unit: 吨, better: lower }
- { id: firms, name: 企业数, kind: stock, unit: 家 }
- { id: backlog, name: 积案, kind: stock, unit: 件, better: lower }
- { id: quota, name: 用量, kind: flow, unit: 吨, better: neither }
- { id: titles, name: 称号, kind: flow, unit: 个, released: 10 }
`;
const WORLD = catalogue(
  INDICATORS,
  REGIONS,
  '[ { name: 甲局, aliases: [甲] }, { name: 乙局 }, { name: 丙局 }, { name: 丁局 }, { id: econ-e, name: 经济局, region: E }, { id: econ-w, name: 经济局, region: W } ]',
);

const yaml = (text: string): PlainMap => load(`{ ${text} }`, { schema: FAILSAFE_SCHEMA }) as PlainMap;

/** Earns in full, by completion, and nothing; what has no data is left out. */
const EARN = 'earn: { achieved: 1, on-track: 1, lagging: completion, missed: 0, no-data: leave-out }';

function schemeOf(body: string, earn = EARN): Scheme {
  const doc = { id: 's', title: 's', period: 'year', ...yaml(earn), ...yaml(body) };
  return readScheme(doc, new FieldReader('s.yaml', WORLD, []));
}

interface Given {
  readonly data?: string;
  readonly reports?: string;
  readonly asOf?: string;
  readonly today?: string;
  readonly earn?: string;
}

/** Appraises plans of the city for 2024, led by 甲局 unless they say otherwise. */
function score(scheme: string, plan: string | readonly string[], given: Given = {}): Appraised {
  const findings: Diagnostic[] = [];
  const read = new FieldReader('p.yaml', WORLD, findings);
  const plans = [plan].flat().map((body) => {
    const doc = { id: 'p', window: '2024', region: '甲市', lead: '甲局', ...yaml(body) };
    return readPlan(doc, read, undefined) as Plan;
  });
  linkTargets(plans);
  const reports = readReports(yaml(`reports: [ ${given.reports ?? ''} ]`), read);
  expect(findings).toEqual([]);
  const asOf = parsePeriod(given.asOf ?? '2024-06')?.end ?? 0;
  const verdicts = plans.map((p) =>
    checkPlan(p, {
      catalogue: WORLD,
      series: seriesOf(given.data ?? '', WORLD),
      reports,
      today: given.today ?? '2000-01-01',
      asOf,
    }),
  );
  return appraiseAll(schemeOf(scheme, given.earn), verdicts, asOf, WORLD);
}

const one = (all: Appraised, name = '甲局', role = 'lead'): Appraisal => {
  const found = all.appraisals.find((a) => a.name === name && a.role === role);
  if (!found) throw new Error(`no ${name}`);
  return found;
};
/** `score = earned / full − deducted`, and each point as `origin part full`. */
const said = (a: Appraisal): string =>
  `${a.score ? plain(a.score, 2) : 'none'} = ${plain(a.earned, 3)} / ${plain(a.full, 3)} − ${plain(a.deducted, 3)}`;
const origins = (a: Appraisal): string[] =>
  a.points.map(
    (p) => `${p.item.id} ${p.origin} ${plain(p.part, 3)} of ${plain(p.full, 3)}${p.capped ? ' capped' : ''}`,
  );

// by June: half of the year. 40 of 100 is 0.8 of what was expected, 60 is 1.2 of it
const half = 'output 2024-S1 40; emissions 2024-S1 40; output.growth 2024-S1 4; firms 2024-06 40';

describe('what each status earns', () => {
  it.each<[string, string, string, string]>([
    ['on track', '{ indicator: output, at_least: 80 亿元 }', EARN, 'output status 1 of 1'],
    [
      'lagging, by what was expected',
      '{ indicator: output, at_least: 100 亿元 }',
      EARN,
      'output completion 0.8 of 1',
    ],
    [
      'a part of it',
      '{ indicator: output, at_least: 100 亿元 }',
      EARN.replace('completion', '60 %'),
      'output status 0.6 of 1',
    ],
    ['achieved', '{ indicator: output, at_least: 40 亿元 }', EARN, 'output status 1 of 1'],
    [
      'more than asked, by the cap',
      '{ indicator: output, at_least: 40 亿元 }',
      EARN.replace('achieved: 1', 'achieved: completion'),
      'output completion 1 of 1 capped',
    ],
    ['missed', '{ indicator: emissions, at_most: 30 吨 }', EARN, 'emissions status 0 of 1'],
    [
      'a rate has no completion',
      '{ indicator: output.growth, at_least: 5 % }',
      EARN,
      'output.growth no-measure 0 of 1',
    ],
    [
      'unless the scheme says what that earns',
      '{ indicator: output.growth, at_least: 5 % }',
      EARN.replace('missed', 'unmeasured: 0.5, missed'),
      'output.growth no-measure 0.5 of 1',
    ],
    ['nor does a ceiling', '{ indicator: emissions, at_most: 70 吨 }', EARN, 'emissions no-measure 0 of 1'],
    ['a level that must hold', '{ indicator: firms, at_least: 50 家 }', EARN, 'firms no-measure 0 of 1'],
    [
      'further from the value than the baseline was',
      '{ indicator: firms, at_least: 60 家, baseline: { period: 2023, value: 50 家 } }',
      EARN,
      'firms completion 0 of 1',
    ],
    [
      'where the value must hold from the start, by it',
      '{ indicator: output, at_least: 80 亿元, pace: hold }',
      EARN,
      'output completion 0.5 of 1',
    ],
    [
      'as much as was expected, where that was nothing yet',
      '{ id: x, indicator: output, region: 西区, at_least: 80 亿元, steps: { 2024-06: 0 %, 2024-12: 100 % } }',
      EARN.replace('on-track: 1', 'on-track: completion'),
      'x completion 1 of 1',
    ],
    [
      'less than it',
      '{ indicator: firms, at_least: 60 家, baseline: { period: 2023, value: 50 家 }, steps: { 2024-06: 0 %, 2024-12: 100 % } }',
      EARN,
      'firms completion 0 of 1',
    ],
    ['of another year, nothing', '{ indicator: titles, at_least: 5 个, window: 2023 }', EARN, 'none'],
    [
      'no data, at nothing',
      '{ id: x, indicator: output, region: 东区, at_least: 5 亿元 }',
      EARN.replace('leave-out', '0'),
      'x status 0 of 1',
    ],
    [
      'no data, left out',
      '{ id: x, indicator: output, region: 东区, at_least: 5 亿元 }',
      EARN,
      'x left-out 0 of 0',
    ],
    [
      'not due, left out unless said',
      '{ indicator: titles, at_least: 5 个 }',
      EARN,
      'titles left-out 0 of 0',
    ],
    [
      'not due, where it is said',
      '{ indicator: titles, at_least: 5 个 }',
      EARN.replace('missed', 'not-due: 50 %, missed'),
      'titles status 0.5 of 1',
    ],
    [
      'what has no figure never counts',
      '{ indicator: output, unquantified: true }',
      EARN,
      'output left-out 0 of 0',
    ],
    [
      'every month, by those that hold',
      '{ indicator: output, each: month, window: 2024-Q2, at_least: 10 亿元 }',
      EARN.replace('missed: 0', 'missed: completion'),
      'output parts 0.667 of 1',
    ],
    [
      'no data, at a part',
      '{ id: x, indicator: output, region: 东区, at_least: 5 亿元 }',
      EARN.replace('leave-out', '30 %'),
      'x status 0.3 of 1',
    ],
    // 40 of at most 63 by half of the year: more than half is used up
    [
      'nor does about so much, where lower is better',
      '{ indicator: emissions, about: 60 吨 }',
      EARN,
      'emissions no-measure 0 of 1',
    ],
    ['nor a range', '{ indicator: emissions, between: 50..60 吨 }', EARN, 'emissions no-measure 0 of 1'],
    [
      'nor both ends, above the upper one',
      '{ indicator: quota, about: 60 吨 }',
      EARN,
      'quota no-measure 0 of 1',
    ],
    // expected 28.5 of 57; 20 ÷ 57 ÷ 0.5
    [
      'below the lower one, it does',
      '{ indicator: quota, about: 120 吨 }',
      EARN,
      'quota completion 0.702 of 1',
    ],
    // from 100 to 60, by half 80 is expected: 10 of the 20 that were due
    [
      'a ceiling that is come down to has a way',
      '{ indicator: backlog, at_most: 60 件, baseline: { period: 2023, value: 100 件 } }',
      EARN,
      'backlog completion 0.5 of 1',
    ],
    [
      'what is not measured, by the cap',
      '{ indicator: output.growth, at_least: 5 % }',
      EARN.replace('missed', 'unmeasured: 1.5, missed'),
      'output.growth no-measure 1 of 1 capped',
    ],
    [
      'more for a status than the cap',
      '{ indicator: output, at_least: 40 亿元 }',
      EARN.replace('achieved: 1', 'achieved: 1.2'),
      'output status 1 of 1 capped',
    ],
  ])('%s', (_, target, earn, expected) => {
    const data = `${half}; output@W 2024-S1 0; backlog 2024-06 90; quota 2024-S1 40; output 2024-04 12; output 2024-05 12; output 2024-06 8`;
    const { appraisals } = score('', `targets: [ ${target} ]`, { data, earn });
    expect(appraisals[0] ? origins(appraisals[0]).join() : 'none').toBe(expected);
  });
  it('what must hold in each, of which nothing is judged, is not measured', () => {
    const all = score(
      '',
      'targets: [ { indicator: output, each: month, at_least: 10 亿元, override: { status: lagging, reason: 因, by: 某, until: 2024-12-31 } } ]',
      {
        asOf: '2024-01',
      },
    );
    expect(origins(one(all))).toEqual(['output no-measure 0 of 1']);
  });
});

describe('a judgement by hand counts as it was decided', () => {
  const by = (status: string, until = '2024-12-31') =>
    `override: { status: ${status}, reason: 因, by: 某, until: ${until} }`;
  const scheme = 'deductions: { missed: 2, late: 1, overdue: 0.5 }';
  const reports = '{ milestone: p/m, done: 2024-04-01 }';
  const milestone = (more = '') => `milestones: [ { id: m, title: 建成, due: 2024-03${more} } ]`;
  it.each<[string, string, string, string[]]>([
    ['late, as it was calculated', milestone(), '0 = 0 / 1 − 3', ['late']],
    [
      'achieved: what was late is so no more',
      milestone(`, ${by('achieved')}`),
      '1 = 1 / 1 − 0',
      ['override'],
    ],
    [
      'on track: not final, and so overdue',
      milestone(`, ${by('on-track')}`),
      '0.5 = 1 / 1 − 0.5',
      ['override', 'overdue'],
    ],
    ['missed, and late it remains', milestone(`, ${by('missed')}`), '0 = 0 / 1 − 3', ['late', 'override']],
    ['past its date, it does not', milestone(`, ${by('achieved', '2024-07-04')}`), '0 = 0 / 1 − 3', ['late']],
    [
      'lagging on what is ahead, by what was done',
      `targets: [ { indicator: output, at_least: 70 亿元, ${by('lagging')} } ]`,
      '1 = 1 / 1 − 0',
      ['override'],
    ],
    [
      'on track on what is behind',
      `targets: [ { indicator: output, at_least: 100 亿元, ${by('on-track')} } ]`,
      '1 = 1 / 1 − 0',
      ['override'],
    ],
    [
      'missed on what is on track',
      `targets: [ { indicator: output, at_least: 80 亿元, ${by('missed')} } ]`,
      '0 = 0 / 1 − 2',
      ['override'],
    ],
    [
      'achieved against a final figure',
      `targets: [ { indicator: emissions, at_most: 30 吨, ${by('achieved')} } ]`,
      '1 = 1 / 1 − 0',
      ['override'],
    ],
    [
      'not due: left out',
      `targets: [ { indicator: output, at_least: 80 亿元, ${by('not-due')} } ]`,
      'none = 0 / 0 − 0',
      ['override'],
    ],
    [
      'what has no figure',
      `targets: [ { indicator: output, unquantified: true, ${by('on-track')} } ]`,
      '1 = 1 / 1 − 0',
      ['override'],
    ],
  ])('%s', (_, plan, expected, marks) => {
    const a = one(
      score(scheme, plan, { data: half, reports: plan.startsWith('m') ? reports : '', today: '2024-07-05' }),
    );
    expect([said(a), a.points[0]?.verdict.marks]).toEqual([expected, marks]);
  });
});

describe('weights are multiplied, and each is named', () => {
  const weights =
    'points: 10, weights: { commitment: { ensure: 1.5, strive: 80 % }, nature: { binding: 2 }, kind: { flow: 0.5, growth: 3, milestone: 4 }, plan: true }';
  it.each<[string, string, string[], string]>([
    ['none', 'targets: [ { indicator: firms, at_least: 5 家 } ]', [], '10'],
    [
      'commitment',
      'targets: [ { indicator: firms, at_least: 5 家, commitment: ensure } ]',
      ['commitment ensure 1.5'],
      '15',
    ],
    [
      'one that is not named',
      'targets: [ { indicator: firms, at_least: 5 家, commitment: plan } ]',
      [],
      '10',
    ],
    [
      'nature and kind',
      'targets: [ { indicator: output, at_least: 5 亿元, nature: binding } ]',
      ['nature binding 2', 'kind flow 0.5'],
      '10',
    ],
    ['of the plan', 'targets: [ { indicator: firms, at_least: 5 家, weight: 3 } ]', ['plan p/firms 3'], '30'],
    [
      'all',
      'targets: [ { indicator: output.growth, at_least: 5 %, nature: binding, commitment: strive, weight: 10 % } ]',
      ['commitment strive 0.8', 'nature binding 2', 'kind growth 3', 'plan p/output.growth 0.1'],
      '4.8',
    ],
    ['a milestone', 'milestones: [ { id: m, title: 建成 } ]', ['kind milestone 4'], '40'],
    [
      'inherited',
      'commitment: ensure, targets: [ { indicator: firms, at_least: 5 家 } ]',
      ['commitment ensure 1.5'],
      '15',
    ],
  ])('%s', (_, plan, factors, full) => {
    const earn = EARN.replace('leave-out', '0').replace('missed', 'not-due: 0, missed');
    const [p] = one(score(weights, plan, { data: half, earn })).points;
    expect(p?.factors.map((f) => `${f.of} ${f.key} ${plain(f.factor)}`)).toEqual(factors);
    expect(p && plain(p.full)).toBe(full);
  });
  it('the plan’s weights count only where the scheme says so', () => {
    const a = one(score('', 'targets: [ { indicator: firms, at_least: 5 家, weight: 3 } ]', { data: half }));
    expect(plain(a.full)).toBe('1');
  });
});

describe('deductions, caps and scale', () => {
  // 1 on track, 0.8 of one lagging, 1 missed: 1.8 of 3
  const plan = `targets: [ { indicator: output, at_least: 100 亿元 }, { indicator: firms, at_least: 5 家 }, { indicator: emissions, at_most: 30 吨 } ]`;
  it.each<[string, string, string]>([
    ['a plain sum', '', '1.8 = 1.8 / 3 − 0'],
    ['of 100', 'scale: 100', '60 = 1.8 / 3 − 0'],
    ['less what is missed', 'scale: 100, deductions: { missed: 5 }', '55 = 1.8 / 3 − 5'],
    ['and lagging', 'scale: 100, deductions: { missed: 5, lagging: 1.5 }', '53.5 = 1.8 / 3 − 6.5'],
    [
      'no more than the cap',
      'scale: 100, deductions: { missed: 5, lagging: 1.5 }, caps: { deductions: 6 }',
      '54 = 1.8 / 3 − 6',
    ],
    ['not below nothing', 'deductions: { missed: 5 }', '0 = 1.8 / 3 − 5'],
    ['no more in all than the cap', 'scale: 100, caps: { total: 50 }', '50 = 1.8 / 3 − 0'],
    ['what is of no account', 'deductions: { late: 5, overdue: 5 }', '1.8 = 1.8 / 3 − 0'],
  ])('%s', (_, scheme, expected) => expect(said(one(score(scheme, plan, { data: half })))).toBe(expected));

  it('more than asked counts up to the cap of an item', () => {
    const earn = EARN.replace('on-track: 1', 'on-track: completion');
    const of = (cap: string, done: number) =>
      said(
        one(
          score(cap, 'targets: [ { indicator: output, at_least: 100 亿元 } ]', {
            data: `output 2024-S1 ${done}`,
            earn,
          }),
        ),
      );
    expect([of('', 60), of('caps: { item: 120 % }', 55), of('caps: { item: 1.2 }', 80)]).toEqual([
      '1 = 1 / 1 − 0',
      '1.1 = 1.1 / 1 − 0',
      '1.2 = 1.2 / 1 − 0',
    ]);
  });
  it('says where a score ends', () => {
    const of = (scheme: string) => one(score(scheme, plan, { data: half })).ends;
    expect([
      of(''),
      of('deductions: { missed: 5 }'),
      of('deductions: { missed: 1.8 }'),
      of('caps: { total: 1.8 }'),
      of('caps: { total: 1 }'),
    ]).toEqual([undefined, 'floor', undefined, undefined, 'cap']);
  });
  it('late, and overdue', () => {
    const a = one(
      score(
        'deductions: { missed: 1, late: 0.5, overdue: 0.25 }',
        `targets: [ { indicator: output, at_least: 5 亿元, window: 2024-S1, region: 东区 } ], milestones: [ { id: m, title: 建成, due: 2024-03 } ]`,
        {
          reports: '{ milestone: p/m, done: 2024-04-01 }',
          today: '2024-07-05',
        },
      ),
    );
    expect(a.points.map((p) => p.deductions.map((d) => `${d.for} ${plain(d.points)}`))).toEqual([
      ['overdue 0.25'],
      ['missed 1', 'late 0.5'],
    ]);
  });
  it('rounds to two decimals', () => {
    const a = one(
      score('scale: 100', 'targets: [ { indicator: output, at_least: 120 亿元 } ]', { data: half }),
    );
    expect(said(a)).toBe('66.67 = 0.667 / 1 − 0');
  });
  it('rounds a half up', () => {
    const earn = EARN.replace('completion', '12.345 %');
    const a = one(
      score('scale: 100', 'targets: [ { indicator: output, at_least: 120 亿元 } ]', { data: half, earn }),
    );
    expect(a.score && plain(a.score)).toBe('12.35');
  });
  it('takes off also for what is left out', () => {
    const earn = EARN.replace('missed: 0', 'missed: leave-out');
    expect(said(one(score('scale: 100, deductions: { missed: 5 }', plan, { data: half, earn })))).toBe(
      '85 = 1.8 / 2 − 5',
    );
  });
  it('nobody is given a score for nothing', () => {
    const nothing =
      'targets: [ { indicator: titles, at_least: 5 个 }, { id: other, indicator: titles, at_least: 5 个, lead: 乙局 } ]';
    expect([said(one(score('', nothing))), said(one(score('scale: 100', nothing)))]).toEqual([
      'none = 0 / 0 − 0',
      'none = 0 / 0 − 0',
    ]);
    expect(one(score('', nothing))).not.toHaveProperty('rank');
    expect(
      said(
        one(
          score(
            'scale: 100, weights: { kind: { flow: 0 } }',
            'targets: [ { indicator: output, at_least: 1 亿元 } ]',
            { data: half },
          ),
        ),
      ),
    ).toBe('none = 0 / 0 − 0');
  });
});

describe('who is appraised, for what', () => {
  it('lead and responsible units apart, each once a promise', () => {
    const all = score(
      '',
      `goals: [ { id: a, title: a, lead: [甲局, 甲局, 等], responsible: [乙局, 甲局], targets: [ { indicator: firms, at_least: 5 家 } ] }, { id: b, title: b, lead: 乙局, targets: [ { id: again, same_as: firms }, { id: third, same_as: again } ] } ]`,
      { data: half },
    );
    expect(all.appraisals.map((a) => `${a.role} ${a.name} ${a.points.map((p) => p.item.id)}`)).toEqual([
      'lead 乙局 again',
      'lead 甲局 firms',
      'responsible 乙局 firms',
      'responsible 甲局 firms',
    ]);
  });
  it('regions, and those in which something must hold each by its own', () => {
    const target = '{ indicator: output, region: 各区, each: region, at_least: 100 亿元';
    const data = 'output@东区 2024-S1 60; output@西区 2024-S1 40; output 2024-S1 1';
    const of = (more: string) =>
      score(
        'by: region',
        `targets: [ ${target}${more} }, { id: x, indicator: output, at_least: 100 亿元 } ], milestones: [ { id: m, title: 建成, due: 2024-03 } ]`,
        { data },
      ).appraisals.map((a) => `${a.rank} ${a.name} ${said(a)}`);
    expect(of('')).toEqual([
      '1 东区 1 = 1 / 1 − 0',
      '2 西区 0.8 = 0.8 / 1 − 0',
      '3 甲市 0.02 = 0.02 / 1 − 0',
    ]);
    // a judgement by hand is of the promise, in every region
    expect(of(', override: { status: achieved, reason: 因, by: 某, until: 2024-12-31 }').slice(0, 2)).toEqual(
      ['1 东区 1 = 1 / 1 − 0', '1 西区 1 = 1 / 1 − 0'],
    );
  });
  it('units and regions of one name are not one', () => {
    const plans = (region: string, id: string) =>
      `id: ${id}, region: ${region}, lead: 经济局, targets: [ { indicator: output, at_least: 100 亿元 } ]`;
    const data = 'output@E 2024-S1 60; output@W 2024-S1 40; output@E2 2024-S1 20';
    const of = (scheme: string, ...list: string[]) =>
      score(scheme, list, { data }).appraisals.map((a) => `${a.rank} ${a.id} ${a.name} ${said(a)}`);
    expect(of('', plans('E', 'a'), plans('W', 'b'))).toEqual([
      '1 econ-e 经济局 1 = 1 / 1 − 0',
      '2 econ-w 经济局 0.8 = 0.8 / 1 − 0',
    ]);
    expect(of('by: region', plans('E', 'a'), plans('E2', 'b'))).toEqual([
      '1 E 东区 1 = 1 / 1 − 0',
      '2 E2 东区 0.4 = 0.4 / 1 − 0',
    ]);
  });
  it('a unit under several names is one', () => {
    const all = score(
      '',
      'targets: [ { id: a, indicator: firms, at_least: 5 家, lead: [甲, 甲局] }, { id: b, indicator: firms, at_least: 6 家, lead: 甲 } ]',
      { data: half },
    );
    expect(all.appraisals.map((a) => [a.name, a.points.length])).toEqual([['甲局', 2]]);
  });
  it('what a group must bring each month is the group’s, not its members’', () => {
    const { appraisals } = score(
      'by: region',
      'targets: [ { indicator: output, region: 各区, each: quarter, window: 2024-S1, at_least: 10 亿元 } ]',
      {
        data: 'output@G 2024-Q1 20; output@G 2024-Q2 5',
        earn: EARN.replace('missed: 0', 'missed: completion'),
      },
    );
    expect(appraisals.map((a) => `${a.id} ${origins(a)}`)).toEqual(['G output parts 0.5 of 1']);
  });
  it.each<[string, number, string]>([
    ['the whole without data', 60, 'E 1 = 1 / 1 − 0, W 0.25 = 0.5 / 1 − 0.25'],
    ['the whole missed, and so final', 40, 'W 0.25 = 0.5 / 1 − 0.25, E 0 = 0 / 1 − 0'],
  ])('each region is overdue by its own status: %s', (_, figure, expected) => {
    const { appraisals } = score(
      'by: region, deductions: { overdue: 0.25 }',
      'targets: [ { indicator: output, region: 各区, each: region, window: 2024-S1, at_least: 50 亿元 } ]',
      {
        data: `output@E 2024-S1 ${figure}; output@W 2024-05 40`,
        today: '2024-07-05',
        earn: EARN.replace('leave-out', '0.5'),
      },
    );
    expect(appraisals.map((a) => `${a.id} ${said(a)}`).join(', ')).toBe(expected);
  });
  it('a region that is not there is not appraised', () => {
    const all = score('by: region', 'region: 无此区, targets: [ { indicator: firms, at_least: 5 家 } ]');
    expect(all.appraisals).toEqual([]);
  });
  it.each<[string, string, string, string[]]>([
    ['a quarter', 'quarter', '2024-05', ['2024-Q2', 'year', 's1', 'q2', 'in-q2']],
    ['another', 'quarter', '2024-09', ['2024-Q3', 'year', 'later']],
    ['a year', 'year', '2024-05', ['2024', 'year', 's1', 'q2', 'later', 'in-q1', 'in-q2']],
    ['another year', 'year', '2025-01', ['2025']],
  ])('%s: targets whose window touches it, milestones due in it', (_, period, asOf, expected) => {
    const target = (id: string, window: string) =>
      `{ id: ${id}, indicator: firms, at_least: 5 家, window: ${window} }`;
    const all = score(
      `period: ${period}`,
      `targets: [ ${target('year', '2024')}, ${target('s1', '2024-S1')}, ${target('q2', '2024-Q2')}, ${target('later', '2024-S2')} ], milestones: [ { id: in-q1, title: a, due: 2024-03 }, { id: in-q2, title: b, due: 2024-06-01 } ]`,
      { asOf },
    );
    expect([formatPeriod(all.period), ...(all.appraisals[0]?.points ?? []).map((p) => p.item.id)]).toEqual(
      expected,
    );
  });
  it('the period is the one of the calendar', () => {
    expect(formatPeriod(periodOf(schemeOf('period: quarter'), parsePeriod('2024-12')?.end ?? 0))).toBe(
      '2024-Q4',
    );
  });
});

describe('places', () => {
  const target = (unit: string, value: number) =>
    `{ id: ${unit}, indicator: output, at_least: ${value} 亿元, lead: ${unit} }`;
  it('equal scores share the better place (1, 2, 2, 4)', () => {
    const all = score(
      'scale: 100',
      `targets: [ ${target('甲局', 100)}, ${target('乙局', 80)}, ${target('丙局', 100)}, ${target('丁局', 200)} ]`,
      { data: half },
    );
    expect(all.appraisals.map((a) => `${a.rank} ${a.name} ${a.score ? plain(a.score) : ''}`)).toEqual([
      '1 乙局 100',
      '2 丙局 80',
      '2 甲局 80',
      '4 丁局 40',
    ]);
  });
  it('scores that are shown equal are equal', () => {
    const all = score(
      'scale: 100',
      `targets: [ ${target('甲局', 120)}, { id: x, indicator: output, at_least: 120.001 亿元, lead: 乙局 } ]`,
      { data: half },
    );
    expect(all.appraisals.map((a) => a.rank)).toEqual([1, 1]);
  });
});

describe('always', () => {
  const value = fc.integer({ min: 1, max: 300 });
  const unit = fc.constantFrom('甲局', '乙局', '丙局', '丁局');
  const commitment = fc.constantFrom('ensure', 'plan', 'strive');
  const promises = fc.array(fc.tuple(value, unit, unit, commitment), { minLength: 1, maxLength: 12 });
  const caps = fc.record({
    item: fc.integer({ min: 0, max: 30 }),
    off: fc.integer({ min: 0, max: 20 }),
    total: fc.integer({ min: 0, max: 120 }),
  });
  const planOf = (list: readonly (readonly [number, string, string, string])[]): string =>
    `targets: [ ${list.map(([v, lead, other, c], i) => `{ id: t${v}-${i}, indicator: output, at_least: ${v} 亿元, lead: ${lead}, responsible: ${other}, commitment: ${c} }`).join(', ')} ]`;
  const WEIGHT: Readonly<Record<string, number>> = { ensure: 1.5, plan: 1, strive: 0.8 };

  it('scores lie between nothing and the caps, and are what a plain calculation makes them', () => {
    fc.assert(
      fc.property(promises, caps, (list, cap) => {
        const item = cap.item / 10;
        const scheme = `scale: 100, points: 10, weights: { commitment: { ensure: 1.5, strive: 0.8 } }, deductions: { lagging: 3 }, caps: { item: ${item}, deductions: ${cap.off}, total: ${cap.total} }`;
        const earn = EARN.replace('on-track: 1', 'on-track: completion').replace(
          'achieved: 1',
          'achieved: completion',
        );
        const all = score(scheme, planOf(list), { data: half, earn });
        for (const a of all.appraisals) {
          const own = list.filter(([, lead, other]) => (a.role === 'lead' ? lead : other) === a.name);
          const full = own.reduce((s, [, , , c]) => s + 10 * (WEIGHT[c] ?? 1), 0);
          const earned = own.reduce(
            (s, [v, , , c]) => s + 10 * (WEIGHT[c] ?? 1) * Math.min(item, 40 / v / 0.5),
            0,
          );
          const off = Math.min(cap.off, 3 * own.filter(([v]) => 40 < v && 40 < v * 0.5).length);
          const plainly = Math.min(cap.total, Math.max(0, (earned / full) * 100 - off));
          expect(a.score?.toNumber()).toBeCloseTo(plainly, 1);
          expect(a.score?.gte(0) && a.score.lte(cap.total)).toBe(true);
          expect(a.deducted.lte(cap.off)).toBe(true);
          expect(a.points.every((p) => p.earned.lte(p.full.times(item)))).toBe(true);
          const better = all.appraisals.filter((o) => o.role === a.role && o.score?.gt(a.score ?? 0));
          expect(a.rank).toBe(better.length + 1);
        }
      }),
      { numRuns: 150 },
    );
  });
  it('every score is what its points come to, recalculated plainly', () => {
    const statuses = fc.constantFrom('achieved', 'on-track', 'lagging', 'missed', 'not-due', undefined);
    const promise = fc.tuple(
      value,
      unit,
      commitment,
      statuses,
      fc.constantFrom('output', 'emissions', 'firms'),
    );
    fc.assert(
      fc.property(
        fc.array(promise, { minLength: 1, maxLength: 8 }),
        caps,
        fc.boolean(),
        (list, cap, scaled) => {
          const UNITS: Readonly<Record<string, string>> = { output: '亿元', emissions: '吨', firms: '家' };
          const item = cap.item / 10;
          const all = score(
            `${scaled ? 'scale: 100,' : ''} points: 5, weights: { commitment: { ensure: 150 %, strive: 0 }, kind: { stock: 0.3 } }, deductions: { missed: 2, lagging: 0.7, overdue: 0.1 }, caps: { item: ${item}, deductions: ${cap.off}, total: ${cap.total} }`,
            `targets: [ ${list.map(([v, lead, c, status, indicator], i) => `{ id: t${i}, indicator: ${indicator}, at_least: ${v} ${UNITS[indicator]}, lead: ${lead}, commitment: ${c}${status ? `, override: { status: ${status}, reason: 因, by: 某, until: 2030 }` : ''} }`).join(', ')} ]`,
            { data: half, today: '2025-01-10', earn: EARN.replace('missed', 'unmeasured: 0.4, missed') },
          );
          for (const a of all.appraisals) {
            let [full, earned, off] = [0, 0, 0];
            for (const p of a.points) {
              const whole = p.factors.reduce((product, f) => product * f.factor.toNumber(), 5);
              const measured = p.measure && p.measure.done.toNumber() / p.measure.of.toNumber();
              const part: Readonly<Record<string, number>> = {
                status: p.verdict.status === 'missed' ? 0 : 1,
                completion: measured ?? Number.NaN,
                'no-measure': 0.4,
              };
              if (p.origin !== 'left-out') {
                full += whole;
                earned += whole * Math.min(item, Math.max(0, part[p.origin] ?? Number.NaN));
              }
              for (const d of p.deductions) off += d.points.toNumber();
            }
            off = Math.min(off, cap.off);
            const reached = scaled ? (earned / full) * 100 : earned;
            expect(a.full.toNumber()).toBeCloseTo(full, 6);
            expect(a.earned.toNumber()).toBeCloseTo(earned, 6);
            expect(a.deducted.toNumber()).toBeCloseTo(off, 6);
            if (a.points.every((p) => p.origin === 'left-out') || (scaled && full === 0)) {
              expect([a.score, a.rank]).toEqual([undefined, undefined]);
              continue;
            }
            expect(a.score?.toNumber()).toBeCloseTo(Math.min(cap.total, Math.max(0, reached - off)), 1);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
  it('the order of the plans changes nothing, also where they repeat each other’s promises', () => {
    const plan = (id: string, ...targets: string[]): string =>
      `id: ${id}, targets: [ ${targets.join(', ')} ]`;
    const bodies = fc.record({
      a: fc.tuple(value, unit, commitment),
      b: fc.tuple(unit, commitment),
      c: fc.tuple(unit, commitment, value),
    });
    fc.assert(
      fc.property(bodies, ({ a, b, c }) => {
        const plans = [
          plan(
            'a',
            `{ id: own, indicator: output, at_least: ${a[0]} 亿元, lead: ${a[1]}, commitment: ${a[2]} }`,
          ),
          plan('b', `{ id: again, same_as: a/own, lead: ${b[0]}, commitment: ${b[1]} }`),
          plan(
            'c',
            `{ id: third, same_as: b/again, lead: ${c[0]}, commitment: ${c[1]} }`,
            `{ id: other, indicator: firms, at_least: ${c[2]} 家, lead: ${c[0]} }`,
          ),
        ];
        const of = (...order: number[]) =>
          score(
            'scale: 100, weights: { commitment: { ensure: 3, strive: 0.5 } }',
            order.map((i) => plans[i] ?? ''),
            {
              data: half,
            },
          ).appraisals.map((x) => `${x.rank} ${x.id} ${said(x)} ${origins(x).sort()}`);
        const first = of(0, 1, 2);
        for (const order of [
          [2, 1, 0],
          [1, 0, 2],
          [2, 0, 1],
        ])
          expect(of(...order)).toEqual(first);
      }),
      { numRuns: 40 },
    );
  });
  it('a quarter sees nothing of what came after it', () => {
    const plans = `targets: [ { indicator: output, at_least: 100 亿元 } ], milestones: [ { id: m, title: 建成, due: 2024-06 } ]`;
    const of = (data: string, reports: string) =>
      score('period: quarter', plans, { data, reports, asOf: '2024-Q2' }).appraisals.map((a) => [
        said(a),
        origins(a),
      ]);
    fc.assert(
      fc.property(value, fc.integer({ min: 1, max: 31 }), (later, day) => {
        const report = `{ milestone: p/m, done: 2024-07-${String(day).padStart(2, '0')} }`;
        expect(of(`${half}; output 2024-01/2024-07 ${40 + later}`, report)).toEqual(of(half, ''));
      }),
      { numRuns: 30 },
    );
  });
  it('a better figure never gives a lower score', () => {
    fc.assert(
      fc.property(promises, value, value, (list, a, b) => {
        const of = (figure: number) =>
          new Map(
            score('scale: 100, deductions: { lagging: 3 }', planOf(list), {
              data: `output 2024-S1 ${figure}`,
            }).appraisals.map((x) => [`${x.role} ${x.id}`, x.score?.toNumber() ?? Number.NaN]),
          );
        const [low, high] = [of(Math.min(a, b)), of(Math.max(a, b))];
        for (const [who, points] of low) expect(high.get(who)).toBeGreaterThanOrEqual(points);
      }),
      { numRuns: 60 },
    );
  });
  it('places do not hang on how many points there are, nor on the names', () => {
    fc.assert(
      fc.property(promises, fc.integer({ min: 1, max: 1000 }), (list, points) => {
        const of = (scheme: string, some: typeof list) =>
          score(scheme, planOf(some), { data: half }).appraisals.map((a) => [a.role, a.name, a.rank]);
        const first = of('scale: 100', list);
        expect(of(`scale: 100, points: ${points}`, list)).toEqual(first);
        // two names exchanged: so are their places
        const other = (name: string): string => ({ 甲局: '乙局', 乙局: '甲局' })[name] ?? name;
        const exchanged = of(
          'scale: 100',
          list.map(([v, a, b, c]) => [v, other(a), other(b), c] as const) as typeof list,
        );
        const key = (rows: typeof first) => rows.map((r) => r.join(' ')).sort();
        expect(
          key(
            exchanged.map(
              ([role, name, rank]) => [role, other(String(name)), rank] as (typeof first)[number],
            ),
          ),
        ).toEqual(key(first));
      }),
      { numRuns: 40 },
    );
  });
  it('the order of the promises changes nothing', () => {
    fc.assert(
      fc.property(promises, (list) => {
        const numbered = list.map(([v, a, b, c], i) => [v + i * 1000, a, b, c] as const);
        const of = (some: typeof numbered) =>
          score('scale: 100', planOf(some), { data: half }).appraisals.map(
            (a) => `${a.role} ${a.rank} ${a.name} ${said(a)}`,
          );
        expect(of(numbered.toReversed())).toEqual(of(numbered));
      }),
      { numRuns: 50 },
    );
  });
});
