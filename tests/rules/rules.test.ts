import { describe, expect, it } from 'vitest';
import { Catalogue } from '../../src/model/catalogue.ts';
import type { Diagnostic, Severity } from '../../src/model/diagnostic.ts';
import type { Plan } from '../../src/model/plan.ts';
import { Units } from '../../src/model/unit.ts';
import { readIndicators, readOrganisations, readRegions } from '../../src/project/catalogues.ts';
import { FieldReader, type PlainMap } from '../../src/project/fields.ts';
import { linkTargets, readPlan } from '../../src/project/plan.ts';
import { readReports } from '../../src/project/reports.ts';
import { readScheme } from '../../src/project/scoring.ts';
import { RULES, runRules } from '../../src/rules/index.ts';

/** A sound example: every row below changes one thing of it. */
const good = () => ({
  indicators: [
    { id: 'output', name: '产值', kind: 'flow', unit: '亿元', growth: 'true' },
    { id: 'firms', name: '企业数', kind: 'stock', unit: '家' },
    { id: 'share', name: '占比', kind: 'share', unit: '%', numerator: 'output', denominator: 'gdp' },
    { id: 'gdp', name: '生产总值', kind: 'flow', unit: '亿元' },
    { id: 'idle', name: '低效企业数', kind: 'stock', unit: '家', better: 'lower' },
    { id: 'debt', name: '负债率', kind: 'share', unit: '%', better: 'lower' },
    { id: 'place', name: '位次', kind: 'rank', of: 'output', among: '各区', derive: 'true' },
  ] as Record<string, unknown>[],
  regions: [
    { code: 'P', name: '江南省' },
    { code: 'C', name: '东湖市', parent: '江南省' },
    { code: 'A', name: '甲区', parent: '东湖市' },
    { code: 'G', name: '各区', members: ['甲区'] },
  ] as Record<string, unknown>[],
  organisations: [
    { name: '东湖市工信局', aliases: ['市工信局'], region: '东湖市' },
    { name: '甲区经济局', region: '甲区' },
  ] as Record<string, unknown>[],
  plan: {
    id: 'p',
    title: '方案',
    region: '东湖市',
    window: '2024',
    lead: '市工信局',
    goals: [
      {
        id: 'g',
        title: '一',
        targets: [
          { indicator: 'output', at_least: '100 亿元' },
          { id: 'again', same_as: 'output' },
        ] as Record<string, unknown>[],
        milestones: [{ id: 'm', title: '节点', due: '2024-06' }] as Record<string, unknown>[],
      },
    ],
  },
  schemes: [
    { id: 's', title: '考核', plans: 'p', period: 'quarter', earn: { achieved: '1', lagging: 'completion' } },
  ] as Record<string, unknown>[],
  reports: [{ milestone: 'p/m', done: '2024-06-01', on: '2024-06-02' }] as Record<string, unknown>[],
});

type Example = ReturnType<typeof good>;

function check(
  example: Example,
  // examples divide a part of their target, which is told of by a rule with its own cases
  severities = new Map<string, 'off' | Severity>([['shares-sum', 'off']]),
  threshold?: Severity,
): Diagnostic[] {
  const catalogue = new Catalogue(new Units());
  const findings: Diagnostic[] = [];
  const read = new FieldReader('f.yaml', catalogue, findings);
  readRegions({ regions: example.regions } as PlainMap, read);
  readOrganisations({ organisations: example.organisations } as PlainMap, read);
  readIndicators({ indicators: example.indicators } as PlainMap, read);
  const plan = readPlan(example.plan as unknown as PlainMap, read, undefined) as Plan;
  linkTargets([plan]);
  const reports = readReports({ reports: example.reports } as PlainMap, read);
  const schemes = example.schemes.map((s) => readScheme(s as PlainMap, read));
  return [
    ...findings,
    ...runRules(
      {
        root: '.',
        catalogue,
        plans: [plan],
        reports,
        schemes,
        leftOut: new Set(['broken']),
        today: '2024-07-01',
      },
      severities,
      threshold,
    ),
  ];
}

const target = (change: Record<string, unknown>) => (e: Example) => {
  Object.assign(e.plan.goals[0]?.targets[0] ?? {}, change);
};
/** Another target with everything of its own. */
const extra = (t: Record<string, unknown>) => (e: Example) =>
  void e.plan.goals[0]?.targets.push({ id: 'x', ...t });
const ELSEWHERE = [
  { code: 'X', name: '西湖市', parent: '江南省' },
  { code: 'XG', name: '两地', members: ['甲区', '西湖市'] },
];
const INSIDE = [
  { code: 'AT', name: '甲镇', parent: '甲区' },
  { code: 'TG', name: '各镇', members: ['甲镇'] },
  { code: 'AG', name: '各地', members: ['甲区', '甲镇'] },
];
const SHARE = { indicator: 'share', at_least: '5 %' };
/** More regions, and shares of theirs: of the first target, or of another. */
const among =
  (
    regions: readonly Record<string, unknown>[],
    shares: Record<string, string>,
    of?: Record<string, unknown>,
  ) =>
  (e: Example) => {
    e.regions.push(...regions);
    (of ? extra({ ...of, shares }) : target({ shares }))(e);
  };
const indicator = (i: Record<string, unknown>) => (e: Example) => void e.indicators.push(i);

/** A target of firms there should be fewer of. */
const backlog = (t: Record<string, unknown>) => (e: Example) => {
  indicator({ id: 'backlog', name: '积案', kind: 'stock', unit: '家', better: 'lower' })(e);
  extra({ indicator: 'backlog', ...t })(e);
};

it('the example is sound', () => expect(check(good())).toEqual([]));

it.each<[string, (e: Example) => unknown]>([
  ['a stretch that asks for more', target({ stretch: { at_least: '110 亿元' } })],
  [
    'checkpoints on the way down',
    backlog({
      at_most: '100 家',
      baseline: { period: '2023', value: '200 家' },
      steps: { '2024-03': '180 家', '2024-06': '150 家' },
    }),
  ],
  [
    'checkpoints in amounts',
    target({ steps: { '2024-03': '20 亿元', '2024-06': '600000 万元', '2024-09': '70 %' } }),
  ],
  ['a stretch of about as much', target({ stretch: { about: '100 亿元' } })],
  [
    'a stretch of an aim without a figure',
    extra({ indicator: 'firms', improve: 'true', stretch: { at_least: '5 家' } }),
  ],
  [
    'a stretch below, where lower is better',
    (e) => {
      e.indicators.push({ id: 'risk', name: '风险', kind: 'stock', unit: '家', better: 'lower' });
      extra({ indicator: 'risk', about: '5 家', stretch: { at_most: '4 家' } })(e);
      extra({
        id: 'y',
        indicator: 'risk',
        region: '甲区',
        below: { region: '东湖市', at_least: '1 家' },
        stretch: { at_least: '2 家' },
      })(e);
    },
  ],
  ['a difference from the average of a group', extra({ indicator: 'output', above: { region: '各区' } })],
  ['an amount of a group, which adds up', extra({ indicator: 'output', at_least: '1 亿元', region: '各区' })],
  ['a share of a group, of sums', extra({ indicator: 'share', at_least: '1 %', region: '各区' })],
  [
    'a pace and checkpoints above that not everything below can keep',
    (e) => {
      Object.assign(e.plan, { steps: ['25 %', '50 %', '75 %', '100 %'] });
      Object.assign(e.plan.goals[0] ?? {}, { pace: 'seasonal' });
      extra({ indicator: 'output.growth', at_least: '5 %' })(e);
      extra({ id: 'y', indicator: 'firms', at_least: '5 家' })(e);
    },
  ],
  [
    'constant growth that leads somewhere',
    (e) => {
      const baseline = { period: '2023', value: '4 家' };
      extra({ indicator: 'firms', rise: '50 %', pace: 'geometric', baseline })(e);
      extra({ id: 'y', indicator: 'firms', improve: 'true', pace: 'geometric', baseline })(e);
    },
  ],
  [
    'an amount added up over the parts of a region',
    (e) => {
      e.regions.push({ code: 'H', name: '两区', parts: ['甲区'] });
      e.indicators.push({ id: 'r', name: '量', kind: 'flow', unit: '亩', derive: 'true' });
    },
  ],
])('%s is sound, too', (_, change) => {
  const example = good();
  change(example);
  expect(check(example)).toEqual([]);
});

describe.each<[string, [string, (e: Example) => unknown, string][]]>([
  [
    'unknown-indicator',
    [
      [
        'a name the catalogue does not have',
        extra({ indicator: 'outptu', at_least: '1 亿元' }),
        'unknown-indicator',
      ],
      ['none at all', extra({ at_least: '1 亿元' }), 'unknown-indicator/missing'],
    ],
  ],
  [
    'unknown-organisation',
    [
      ['misspelt', target({ lead: '市工信居' }), 'unknown-organisation'],
      ['of another region', target({ responsible: ['甲区经济局'] }), 'unknown-organisation/elsewhere'],
    ],
  ],
  [
    'unknown-region',
    [
      ['of a target', target({ region: '西湖市' }), 'unknown-region'],
      ['compared with', extra({ indicator: 'output', above: { region: '西湖市' } }), 'unknown-region'],
      ['of a parent', (e) => e.regions.push({ code: 'Z', name: '丁区', parent: '西湖市' }), 'unknown-region'],
      [
        'of a member',
        (e) => e.regions.push({ code: 'Z', name: '丁组', members: ['西湖市'] }),
        'unknown-region',
      ],
      [
        'of a part',
        (e) => e.regions.push({ code: 'Z', name: '丁市', parts: ['甲区', '西湖市'] }),
        'unknown-region',
      ],
      [
        'of an organisation',
        (e) => e.organisations.push({ name: '某局', region: '西湖市' }),
        'unknown-region',
      ],
      [
        'none at all',
        (e) => Object.assign(e.plan, { region: undefined, lead: undefined }),
        'unknown-region/missing',
      ],
      [
        'of two places, neither of them the plan’s',
        (e) => {
          for (const city of ['西湖市', '南湖市'])
            e.regions.push({ code: city, name: city }, { code: `${city}X`, name: '丁区', parent: city });
          e.plan.goals[0]?.targets.push({ id: 'x', indicator: 'output', region: '丁区', at_least: '1 亿元' });
        },
        'unknown-region/ambiguous',
      ],
      [
        'of two places, of a part',
        (e) => {
          for (const city of ['西湖市', '南湖市'])
            e.regions.push({ code: city, name: city }, { code: `${city}X`, name: '丁区', parent: city });
          e.regions.push({ code: 'Z', name: '丁市', parts: ['甲区', '丁区'] });
        },
        'unknown-region/ambiguous',
      ],
    ],
  ],
  [
    'shared-name',
    [
      [
        'by two organisations of a region',
        (e) => e.organisations.push({ name: '甲区数据局', aliases: ['甲区经济局'], region: '甲区' }),
        'shared-name',
      ],
      [
        'by two regions of a region',
        (e) =>
          e.regions.push(
            { code: 'B', name: '乙区', parent: '东湖市' },
            { code: 'D', name: '丁区', aliases: ['乙区'], parent: 'C' },
          ),
        'shared-name/region',
      ],
    ],
  ],
  [
    'region-life',
    [
      [
        'ends before it begins',
        (e) => e.regions.push({ code: 'B', name: '乙区', from: '2020', until: '2019' }),
        'region-life/backwards',
      ],
      [
        'is succeeded without an end',
        (e) => e.regions.push({ code: 'B', name: '乙区', successors: ['甲区'] }),
        'region-life/endless',
      ],
      [
        'is its own successor',
        (e) => e.regions.push({ code: 'B', name: '乙区', until: '2019', successors: ['乙区'] }),
        'region-life/own',
      ],
      [
        'is succeeded after a gap',
        (e) =>
          e.regions.push(
            { code: 'B', name: '乙区', until: '2019', successors: ['丙区'] },
            { code: 'D', name: '丙区', from: '2021' },
          ),
        'region-life/gap',
      ],
      [
        'has the code of another at one time',
        (e) => e.regions.push({ id: 'old', code: 'A', name: '旧甲区', until: '2019' }),
        'region-life/code',
      ],
    ],
  ],
  [
    'unit-mismatch',
    [
      ['another dimension', target({ at_least: '100 家' }), 'unit-mismatch'],
      ['per cent of a level', target({ at_least: '6 %' }), 'unit-mismatch'],
      ['people for firms', extra({ indicator: 'firms', at_least: '5 人' }), 'unit-mismatch'],
      ['a rise of a rate in per cent', extra({ indicator: 'share', rise: '1 %' }), 'unit-mismatch/points'],
      [
        'a relative rise in points',
        extra({ indicator: 'share', rise: { at_least: '1 百分点', relative: 'true' } }),
        'unit-mismatch/relative',
      ],
      [
        'a relative rise of an amount in its unit',
        extra({ indicator: 'output', rise: { at_least: '5 亿元', relative: 'true' } }),
        'unit-mismatch/relative',
      ],
      [
        'a difference of rates in per cent',
        extra({ indicator: 'share', above: { region: '江南省', at_least: '1 %' } }),
        'unit-mismatch/points',
      ],
      [
        'times with a unit',
        extra({ indicator: 'firms', times: '2 家', baseline: { period: '2023' } }),
        'unit-mismatch/times',
      ],
      [
        'mean growth without %',
        extra({ indicator: 'output', average: '5 亿元', baseline: { period: '2020' } }),
        'unit-mismatch/average',
      ],
      [
        'a place in firms',
        extra({ indicator: 'output', region: '甲区', rank: { at_most: '3 家', among: '各区' } }),
        'unit-mismatch/rank',
      ],
      ['a stretch', target({ stretch: { at_least: '6 家' } }), 'unit-mismatch'],
      ['a baseline', target({ baseline: { period: '2023', value: '6 家' } }), 'unit-mismatch'],
      [
        'a tolerance',
        extra({ indicator: 'output', about: '5 亿元', tolerance: '3 家' }),
        'unit-mismatch/tolerance',
      ],
    ],
  ],
  [
    'incomplete-form',
    [
      ['none', extra({ indicator: 'output' }), 'incomplete-form/none'],
      ['several', target({ at_most: '200 亿元' }), 'incomplete-form/several'],
      [
        'mean growth without a baseline',
        extra({ indicator: 'output', average: '5 %' }),
        'incomplete-form/average',
      ],
      [
        'a place among one region',
        extra({ indicator: 'output', rank: { at_most: '3', among: '甲区' } }),
        'incomplete-form/group',
      ],
      ['each region of one region', target({ each: 'region' }), 'incomplete-form/group'],
      [
        'a rate of a group without each: percentages do not add up',
        extra({ indicator: 'output.growth', at_least: '1 %', region: '各区' }),
        'incomplete-form/group-without-each',
      ],
      [
        'the place of a group among its own members',
        extra({ indicator: 'output', rank: { at_most: '1', among: '各区' }, region: '各区' }),
        'incomplete-form/group-without-each',
      ],
      [
        'each quarter of a window without a whole quarter',
        target({ each: 'quarter', window: '2024-02/2024-04' }),
        'incomplete-form/no-quarter',
      ],
      [
        'an improvement of what is neither better higher nor lower',
        (e) => {
          e.indicators.push({ id: 'plain', name: '中性量', kind: 'flow', unit: '吨', better: 'neither' });
          extra({ indicator: 'plain', improve: 'true' })(e);
        },
        'incomplete-form/neither',
      ],
      ['a baseline without a period', target({ baseline: { value: '90 亿元' } }), 'incomplete-form/baseline'],
      [
        'a baseline after the window',
        target({ baseline: { period: '2025', value: '90 亿元' } }),
        'incomplete-form/baseline-late',
      ],
      [
        'another target as baseline of a rise',
        extra({ indicator: 'output', rise: '5 亿元', baseline: { target: 'output' } }),
        'incomplete-form/baseline-target',
      ],
      ['steps without steps', target({ pace: 'steps' }), 'incomplete-form/steps'],
      [
        'linear without a baseline',
        extra({ indicator: 'firms', at_least: '5 家', pace: 'linear' }),
        'incomplete-form/linear',
      ],
      [
        'linear growth',
        extra({
          indicator: 'output.growth',
          at_least: '5 %',
          pace: 'linear',
          baseline: { period: '2023', value: '4 %' },
        }),
        'incomplete-form/linear-kind',
      ],
      [
        'a season of a stock',
        extra({ indicator: 'firms', at_least: '5 家', pace: 'seasonal' }),
        'incomplete-form/seasonal-kind',
      ],
      [
        'a season on a path of yearly readings',
        extra({
          indicator: 'output',
          at_least: '5 亿元',
          pace: 'seasonal',
          baseline: { period: '2020', value: '4 亿元' },
        }),
        'incomplete-form/seasonal-kind',
      ],
      [
        'a season of a year and a half',
        (e) => {
          e.plan.window = '2024/2025';
          extra({ indicator: 'output', at_least: '5 亿元', pace: 'seasonal', window: '2024-01/2025-06' })(e);
        },
        'incomplete-form/seasonal-window',
      ],
      [
        'constant growth from an unknown baseline',
        extra({ indicator: 'firms', at_least: '5 家', pace: 'geometric', baseline: { period: '2023' } }),
        'incomplete-form/geometric',
      ],
      [
        'constant growth from nothing',
        extra({
          indicator: 'firms',
          at_least: '5 家',
          pace: 'geometric',
          baseline: { period: '2023', value: '0 家' },
        }),
        'incomplete-form/geometric',
      ],
      [
        'constant growth to nothing',
        extra({
          indicator: 'idle',
          fall: '5 家',
          pace: 'geometric',
          baseline: { period: '2023', value: '5 家' },
        }),
        'incomplete-form/geometric',
      ],
      [
        'constant growth to nothing, in %',
        extra({
          indicator: 'debt',
          fall: { at_least: '100 %', relative: 'true' },
          pace: 'geometric',
          baseline: { period: '2023', value: '5 %' },
        }),
        'incomplete-form/geometric',
      ],
      [
        'constant growth to 0 times',
        extra({
          indicator: 'firms',
          times: '0',
          pace: 'geometric',
          baseline: { period: '2023', value: '5 家' },
        }),
        'incomplete-form/geometric',
      ],
      [
        'constant growth of a flow within its window',
        extra({
          indicator: 'output',
          at_least: '5 亿元',
          pace: 'geometric',
          baseline: { period: '2023', value: '4 亿元' },
        }),
        'incomplete-form/geometric-kind',
      ],
      [
        'constant growth of a growth',
        extra({
          indicator: 'output.growth',
          at_least: '5 %',
          pace: 'geometric',
          baseline: { period: '2023', value: '4 %' },
        }),
        'incomplete-form/geometric-kind',
      ],
      [
        'a pace of a place',
        extra({ indicator: 'output', region: '甲区', rank: { at_most: '3', among: '各区' }, pace: 'linear' }),
        'incomplete-form/pace-form',
      ],
      [
        'a difference from a group of which there is no average',
        extra({ indicator: 'output.growth', region: '江南省', above: { region: '各区' } }),
        'incomplete-form/no-difference',
      ],
      [
        'a difference from itself',
        extra({ indicator: 'output', above: { region: '东湖市' } }),
        'incomplete-form/no-difference',
      ],
      ['checkpoints that fall', target({ steps: ['50 %', '20 %'] }), 'incomplete-form/steps-order'],
      [
        'amounts that rise on the way down',
        backlog({
          at_most: '100 家',
          baseline: { period: '2023', value: '200 家' },
          steps: { '2024-03': '150 家', '2024-06': '180 家' },
        }),
        'incomplete-form/steps-order',
      ],
      [
        'amounts that fall',
        target({ steps: { '2024-03': '60 亿元', '2024-06': '200000 万元' } }),
        'incomplete-form/steps-order',
      ],
      [
        'checkpoints that pass the whole',
        (e) => Object.assign(e.plan, { steps: { '2024-06': '120 %' } }),
        'incomplete-form/steps-beyond',
      ],
      [
        'two checkpoints for one month',
        target({ steps: { '2024-06': '20 %', '2024-Q2': '40 %', '2024': '100 %' } }),
        'incomplete-form/steps-twice',
      ],
      [
        'linear growth without a baseline',
        extra({ indicator: 'output.growth', at_least: '5 %', pace: 'linear' }),
        'incomplete-form/linear-kind',
      ],
      [
        'a place in words',
        extra({ indicator: 'output', region: '甲区', rank: { at_most: '前2名', among: '各区' } }),
        'value/place',
      ],
      [
        'a place in words, alone',
        extra({ indicator: 'place', region: '甲区', at_most: '第3' }),
        'value/place',
      ],
      [
        'a better place in words',
        extra({ indicator: 'place', region: '甲区', at_most: '3', stretch: { at_most: '前2' } }),
        'value/place',
      ],
      ['a number word without a unit', target({ at_least: '252亿' }), 'value/no-unit'],
      [
        'a number word without a unit, of a range',
        target({ at_least: undefined, between: '3..5 million' }),
        'value/no-unit',
      ],
      [
        'a list that does not divide the window',
        target({ steps: ['20 %', '40 %', '60 %', '80 %', '90 %'] }),
        'value/steps',
      ],
      [
        'a list of halves that are no quarters',
        (e) => {
          e.plan.window = '2024-02/2024-07';
          Object.assign(e.plan.goals[0]?.milestones[0] ?? {}, { due: '2024-06' });
          target({ steps: ['20 %', '100 %'] })(e);
        },
        'value/steps',
      ],
      [
        'a stretch of nothing',
        extra({ indicator: 'firms', unquantified: 'true', stretch: { at_least: '5 家' } }),
        'incomplete-form/stretch',
      ],
    ],
  ],
  [
    'unknown-target',
    [
      ['repeated', extra({ same_as: 'outptu' }), 'unknown-target'],
      [
        'as baseline',
        extra({ indicator: 'firms', times: '2', baseline: { target: 'none' } }),
        'unknown-target',
      ],
      [
        'in a circle',
        (e) => {
          extra({ id: 'a1', same_as: 'a2' })(e);
          extra({ id: 'a2', same_as: 'a1' })(e);
        },
        'unknown-target/circle',
      ],
    ],
  ],
  [
    'unknown-milestone',
    [
      [
        'a report on none',
        (e) => e.reports.push({ milestone: 'p/none', done: '2024-01-01' }),
        'unknown-milestone',
      ],
      [
        'a report on a target',
        (e) => e.reports.push({ milestone: 'p/output', done: '2024-01-01' }),
        'unknown-milestone',
      ],
      [
        'reported before it was done',
        (e) => e.reports.push({ milestone: 'p/m', done: '2024-03-01', on: '2024-02-01' }),
        'unknown-milestone/future',
      ],
    ],
  ],
  [
    'duplicate-id',
    [
      ['two targets', extra({ id: 'output', indicator: 'firms', at_least: '5 家' }), 'duplicate-id'],
      [
        'a goal and a milestone',
        (e) => e.plan.goals[0]?.milestones.push({ id: 'g', title: '又' }),
        'duplicate-id',
      ],
    ],
  ],
  [
    'due-outside-window',
    [
      ['after', target({ due: '2025-01-31' }), 'due-outside-window'],
      [
        'before',
        (e) => e.plan.goals[0]?.milestones.push({ id: 'n', title: '又', due: '2023-12' }),
        'due-outside-window',
      ],
      ['a checkpoint', target({ steps: { '2025-03': '20 %' } }), 'due-outside-window/step'],
      [
        'a checkpoint of the plan',
        (e) => Object.assign(e.plan, { steps: { '2025-03': '20 %' } }),
        'due-outside-window/step',
      ],
    ],
  ],
  [
    'empty-plan',
    [
      [
        'no targets',
        (e) => {
          e.plan.goals = [];
          e.reports = [];
        },
        'empty-plan',
      ],
    ],
  ],
  [
    'derivation',
    [
      [
        'of an unknown part',
        indicator({
          id: 'r',
          name: '比',
          kind: 'share',
          unit: '%',
          numerator: 'nothing',
          denominator: 'gdp',
        }),
        'derivation',
      ],
      [
        'among an unknown group',
        indicator({ id: 'r', name: '名', kind: 'rank', of: 'gdp', among: '无', derive: 'true' }),
        'derivation',
      ],
      [
        'in a circle',
        indicator({ id: 'r', name: '比', kind: 'share', unit: '%', numerator: 'r', denominator: 'gdp' }),
        'derivation/circle',
      ],
      [
        'in a circle through a place, a gap and a growth',
        (e) =>
          e.indicators.push(
            { id: 'r1', name: '名一', kind: 'rank', of: 'g1', among: '各区', derive: 'true' },
            {
              id: 'g1',
              name: '差一',
              kind: 'gap',
              unit: '百分点',
              of: 's1.growth',
              against: '江南省',
              derive: 'true',
            },
            {
              id: 's1',
              name: '率一',
              kind: 'share',
              unit: '%',
              numerator: 'r1',
              denominator: 'gdp',
              growth: { derive: 'true' },
            },
          ),
        'derivation/circle',
      ],
      [
        'of a region that is made up of itself',
        (e) => {
          e.regions.push({ code: 'H', name: '一市', parts: ['一组'] });
          e.regions.push({ code: 'I', name: '一组', members: ['甲区', '一市'] });
        },
        'derivation/region-circle',
      ],
      [
        'of a group that is in itself',
        (e) => {
          e.regions.push({ code: 'H', name: '一组', members: ['二组'] });
          e.regions.push({ code: 'I', name: '二组', members: ['甲区', '一组'] });
        },
        'derivation/region-circle',
      ],
      [
        'of a region with more than a hundred levels of parts',
        (e) => {
          for (let i = 0; i < 150; i++)
            e.regions.push({ code: `H${i}`, name: `层${i}`, ...(i > 0 ? { parts: [`层${i - 1}`] } : {}) });
        },
        'derivation/region-depth',
      ],
      [
        'of a figure with more than a hundred levels of sources',
        (e) => {
          for (let i = 0; i < 150; i++)
            e.indicators.push({
              id: `d${i}`,
              name: `级${i}`,
              ...(i > 0
                ? { kind: 'ratio', unit: '倍', numerator: `级${i - 1}`, denominator: 'gdp' }
                : { kind: 'flow', unit: '亿元' }),
            });
        },
        'derivation/depth',
      ],
      [
        'of half its parts',
        indicator({ id: 'r', name: '比', kind: 'share', unit: '%', numerator: 'gdp' }),
        'indicator/half-derivation',
      ],
      [
        'of what can not be derived',
        indicator({ id: 'r', name: '数', kind: 'index', unit: '指数', derive: 'true' }),
        'indicator/cannot-derive',
      ],
    ],
  ],
  [
    'ambiguous-name',
    [
      [
        'one label in one unit',
        indicator({ id: 'two', name: '另一', aliases: ['产值'], kind: 'flow', unit: '万元' }),
        'ambiguous-name',
      ],
    ],
  ],
  [
    'direction',
    [
      ['a ceiling on what should be high', extra({ indicator: 'firms', at_most: '5 家' }), 'direction'],
      ['a fall of what should be high', extra({ indicator: 'firms', fall: '5 家' }), 'direction'],
      [
        'a mean yearly growth of at least −3.5 % of what should be low (年均下降3.5%)',
        extra({
          indicator: 'idle',
          window: '2025',
          average: '-3.5 %',
          baseline: { period: '2020', value: '50 家' },
        }),
        'direction',
      ],
    ],
  ],
  [
    'weak-stretch',
    [
      ['less than the floor', target({ stretch: { at_least: '90 亿元' } }), 'weak-stretch'],
      ['less, in another unit', target({ stretch: { more_than: '900000 万元' } }), 'weak-stretch'],
      ['a ceiling instead of a floor', target({ stretch: { at_most: '200 亿元' } }), 'weak-stretch'],
      [
        'a smaller fall',
        extra({
          indicator: 'idle',
          fall: { at_least: '5 家' },
          stretch: { at_least: '4 家' },
          baseline: { period: '2023' },
        }),
        'weak-stretch',
      ],
      [
        'a worse place',
        extra({
          indicator: 'output',
          region: '甲区',
          rank: { at_most: '3', among: '各区' },
          stretch: { at_most: '4' },
        }),
        'weak-stretch',
      ],
      [
        'a range that begins lower',
        extra({ indicator: 'output', between: '5..8 亿元', stretch: { between: '4..9 亿元' } }),
        'weak-stretch',
      ],
    ],
  ],
  ['count-noun', [['another noun', extra({ indicator: 'firms', at_least: '5 户' }), 'count-noun']]],
  [
    'serves',
    [
      ['what does not exist', target({ serves: 'q/output' }), 'serves/unknown'],
      ['itself', target({ serves: 'output' }), 'serves/circle'],
      [
        'itself by way of another',
        (e) => {
          target({ serves: 'p/x' })(e);
          extra({ indicator: 'gdp', at_least: '1 亿元', serves: 'again' })(e);
        },
        'serves/circle',
      ],
      [
        'a growth a level',
        extra({ indicator: 'output.growth', at_least: '5 %', serves: 'p/output' }),
        'serves/dimension',
      ],
    ],
  ],
  [
    'shares',
    [
      ['of an unknown region', target({ shares: { 西湖市: '5 亿元' } }), 'shares/unknown'],
      ['of a unit elsewhere', target({ shares: { 甲区经济局: '5 亿元' } }), 'shares/unknown'],
      [
        'of one unit by two names',
        target({ shares: { 市工信局: '5 亿元', 东湖市工信局: '6 亿元' } }),
        'shares/twice',
      ],
      [
        'of nothing',
        extra({ indicator: 'firms', unquantified: 'true', shares: { 甲区: '5 家' } }),
        'shares/no-value',
      ],
      ['in another unit', target({ shares: { 甲区: '5 家' } }), 'unit-mismatch'],
      [
        'an amount of a rise in %',
        extra({ indicator: 'firms', rise: '10 %', shares: { 甲区: '5 家' } }),
        'shares/kind',
      ],
      ['in % of an amount', target({ shares: { 甲区: '60 %' } }), 'shares/kind'],
      ['that is no figure', target({ shares: { 甲区: '5 斗' } }), 'value/unknown-unit'],
      ['of its own region', target({ shares: { 甲区: '5 亿元', 东湖市: '6 亿元' } }), 'shares/whole'],
      [
        'of the group it is of itself',
        extra({ indicator: 'firms', region: '各区', at_least: '9 家', shares: { 各区: '9 家' } }),
        'shares/whole',
      ],
      [
        'of the region it lies in',
        target({ shares: { 甲区: '5 亿元', 江南省: '9 亿元' } }),
        'shares/outside',
      ],
      ['of a region elsewhere', among(ELSEWHERE, { 西湖市: '5 亿元' }), 'shares/outside'],
      ['of a rate elsewhere', among(ELSEWHERE, { 西湖市: '5 %' }, SHARE), 'shares/outside'],
      ['of a group that lies in part outside', among(ELSEWHERE, { 两地: '5 亿元' }), 'shares/outside'],
      ['of a group and its member', target({ shares: { 各区: '9 亿元', 甲区: '5 亿元' } }), 'shares/overlap'],
      ['of a region and one in it', among(INSIDE, { 甲区: '5 亿元', 甲镇: '2 亿元' }), 'shares/overlap'],
      [
        'of one in a region and the region',
        among(INSIDE, { 甲镇: '2 亿元', 甲区: '5 亿元' }),
        'shares/overlap',
      ],
      [
        'of two groups with a member each',
        among(INSIDE, { 各区: '5 亿元', 各镇: '2 亿元' }),
        'shares/overlap',
      ],
    ],
  ],
  [
    'scheme',
    [
      [
        'of a plan there is none of',
        (e) => Object.assign(e.schemes[0] ?? {}, { plans: ['p', 'q'] }),
        'scheme',
      ],
      ['of an id that another has', (e) => e.schemes.push({ ...e.schemes[0] }), 'scheme/twin'],
    ],
  ],
  [
    'override',
    [
      [
        'of yesterday, on a target',
        target({ override: { status: 'achieved', reason: '因', by: '某', until: '2024-06-30' } }),
        'override',
      ],
      [
        'on a milestone',
        (e) =>
          Object.assign(e.plan.goals[0]?.milestones[0] ?? {}, {
            override: { status: 'not-due', reason: '因', by: '某', until: '2024-06' },
          }),
        'override',
      ],
      [
        'until no date',
        target({ override: { status: 'achieved', reason: '因', by: '某', until: '2024-06-31' } }),
        'value/date',
      ],
    ],
  ],
])('%s', (_, rows) => {
  it.each(rows)('%s', (_name, change, code) => {
    const example = good();
    change(example);
    expect([...new Set(check(example).map((d) => d.code))]).toEqual([code]);
  });
});

it.each<[string, (e: Example) => unknown]>([
  ['serves a target of the plan', extra({ indicator: 'gdp', at_least: '1 亿元', serves: 'output' })],
  ['serves one of a plan that is broken, which is said there', target({ serves: 'broken/output' })],
  [
    'of a plan that is broken is appraised',
    (e) => Object.assign(e.schemes[0] ?? {}, { plans: ['p', 'broken'] }),
  ],
  ['is divided among regions and units', target({ shares: { 甲区: '5 亿元', 市工信局: '6 亿元' } })],
  ['is divided among groups without a parent, whose members lie inside', among(INSIDE, { 各镇: '5 亿元' })],
  [
    'has a share of a region that lies in it by its parts alone',
    (e) => {
      Object.assign(e.regions[1] ?? {}, { parts: ['甲区', '新区'] });
      among([{ code: 'N', name: '新区' }], { 甲区: '5 亿元', 新区: '6 亿元' })(e);
    },
  ],
  ['is a rate, of a region and one in it', among(INSIDE, { 甲区: '5 %', 甲镇: '6 %' }, SHARE)],
  [
    'asks something of each region, and of one in it',
    among(
      INSIDE,
      { 甲区: '5 家', 甲镇: '2 家' },
      { indicator: 'firms', region: '各地', each: 'region', at_least: '1 家' },
    ),
  ],
  [
    'is judged by hand to the end of today',
    target({ override: { status: 'achieved', reason: '因', by: '某', until: '2024-07-01' } }),
  ],
])('sound: a target %s', (_, change) => {
  const example = good();
  change(example);
  expect(check(example)).toEqual([]);
});

it('shares at the wrong places name both regions, once each', () => {
  const example = good();
  among([...ELSEWHERE, ...INSIDE], {
    东湖市: '1 亿元',
    两地: '2 亿元',
    甲区: '3 亿元',
    A: '3 亿元',
    各镇: '4 亿元',
    甲镇: '5 亿元',
  })(example);
  expect(check(example).map(({ code, args }) => [code, args])).toEqual([
    ['shares/twice', { name: 'A', first: '甲区' }],
    ['shares/whole', { name: '东湖市', whole: '东湖市' }],
    ['shares/outside', { name: '两地', whole: '东湖市', outside: ['西湖市'] }],
    ['shares/overlap', { name: '各镇', first: '甲区' }],
    ['shares/overlap', { name: '甲镇', first: '甲区' }],
  ]);
});

it('a target that serves into a circle is not in it', () => {
  const example = good();
  extra({ indicator: 'gdp', at_least: '1 亿元', serves: 'output' })(example);
  target({ serves: 'y' })(example);
  example.plan.goals[0]?.targets.push({ id: 'y', indicator: 'gdp', at_least: '2 亿元', serves: 'output' });
  expect(check(example).map((d) => `${d.code} ${d.args.id}`)).toEqual([
    'serves/circle output',
    'serves/circle y',
  ]);
});

/** What one finding says in its arguments, and where. */
it.each<[string, (e: Example) => unknown, Record<string, unknown>[]]>([
  [
    'a list of quarters names the one that falls',
    target({ steps: ['20 %', '60 %', '40 %', '100 %'] }),
    [{ id: 'output', step: '40 %', before: '60 %', at: '/goals/0/targets/0/steps/2' }],
  ],
  [
    'a list of months names each',
    target({ steps: '10 20 30 25 50 60 70 65 80 90 95 100'.split(' ').map((n) => `${n} %`) }),
    [
      { id: 'output', step: '25 %', before: '30 %', at: '/goals/0/targets/0/steps/3' },
      { id: 'output', step: '65 %', before: '70 %', at: '/goals/0/targets/0/steps/7' },
    ],
  ],
  [
    'a map names the key',
    target({ steps: { '2024': '12.5 %', '2024-06': '120 %' } }),
    [
      { id: 'output', step: '120 %', at: '/goals/0/targets/0/steps/2024-06' },
      { id: 'output', step: '12.5 %', before: '120 %', at: '/goals/0/targets/0/steps/2024' },
    ],
  ],
  [
    'a circle of derivations is told once, with its way',
    (e) => {
      const share = { kind: 'share', unit: '%', denominator: 'gdp' };
      for (const [id, numerator] of [
        ['乙', '丙'],
        ['丙', '丁'],
        ['丁', '乙'],
        ['甲', '乙'],
      ])
        e.indicators.push({ id, name: `率${id}`, numerator, ...share });
    },
    [{ id: '乙', way: '乙 → 丙 → 丁 → 乙', at: '/indicators/7' }],
  ],
  [
    'two circles through one are two',
    (e) => {
      const share = { kind: 'share', unit: '%' };
      e.indicators.push({ id: '甲', name: '率甲', numerator: '乙', denominator: '丙', ...share });
      for (const id of ['乙', '丙'])
        e.indicators.push({ id, name: `率${id}`, numerator: '甲', denominator: 'gdp', ...share });
    },
    [
      { id: '甲', way: '甲 → 乙 → 甲', at: '/indicators/7' },
      { id: '丙', way: '丙 → 甲 → 丙', at: '/indicators/9' },
    ],
  ],
  [
    'a circle of regions too',
    (e) => {
      e.regions.push({ code: 'H', name: '一市', parts: ['一组'] });
      e.regions.push({ code: 'I', name: '一组', members: ['甲区', '一市'] });
    },
    [{ name: '一市', way: '一市 → 一组 → 一市', at: '/regions/4/parts' }],
  ],
  [
    'a direction by the key that was written',
    extra({ indicator: 'firms', fall: '5 家' }),
    [
      {
        comparator: 'fall',
        indicator: 'firms',
        better: 'higher',
        higher: 'higher',
        at: '/goals/0/targets/2/fall',
      },
    ],
  ],
  [
    'a direction by both keys that were written',
    extra({ indicator: 'idle', fall: { at_most: '5 家' } }),
    [
      {
        comparator: 'fall: at_most',
        indicator: 'idle',
        better: 'lower',
        lower: 'lower',
        at: '/goals/0/targets/2/fall',
      },
    ],
  ],
  [
    'a direction against another region',
    extra({ indicator: 'idle', above: { region: '江南省' } }),
    [
      {
        comparator: 'above',
        indicator: 'idle',
        better: 'lower',
        lower: 'lower',
        at: '/goals/0/targets/2/above',
      },
    ],
  ],
])('%s', (_, change, expected) => {
  const example = good();
  change(example);
  expect(check(example).map((d) => ({ ...d.args, at: d.pointer }))).toEqual(expected);
});

it('a rule can be turned off, or weigh less', () => {
  const example = good();
  target({ due: '2025-01-31' })(example);
  expect(check(example, new Map([['due-outside-window', 'off' as const]]))).toEqual([]);
  expect(check(example, new Map([['due-outside-window', 'warning' as const]]))[0]?.severity).toBe('warning');
});

it('a rule whose findings weigh less than is asked for says nothing, until the project lets them weigh more', () => {
  const example = good();
  target({ due: '2025-01-31', stretch: { at_least: '90 亿元' } })(example);
  const codes = (severities?: Map<string, Severity>): string[] =>
    check(example, severities, 'error').map((d) => d.code);
  expect(codes()).toEqual(['due-outside-window']);
  expect(codes(new Map([['weak-stretch', 'error']]))).toEqual(['due-outside-window', 'weak-stretch']);
  expect(codes(new Map([['due-outside-window', 'warning']]))).toEqual([]);
});

it('ids of rules are unique', () => expect(new Set(RULES.map((r) => r.id)).size).toBe(RULES.length));

describe('shares that cannot make the value', () => {
  const told = (change: (e: Example) => unknown): object[] => {
    const example = good();
    change(example);
    return check(example, new Map())
      .filter((d) => d.code === 'shares-sum')
      .map((d) => d.args);
  };
  it('of a floor are short of it', () =>
    expect(told(target({ shares: { 甲区: '5 亿元' } }))).toEqual([
      { id: 'output', sum: '5', whole: '100 亿元', by: '95', unit: '亿元', short: 'yes' },
    ]));
  it('of a ceiling are more than it, in whatever unit', () =>
    expect(told(extra({ indicator: 'firms', at_most: '4 家', shares: { 甲区: '5 家' } }))).toMatchObject([
      { sum: '5', by: '1', over: 'yes' },
    ]));
  it.each<[string, (e: Example) => unknown]>([
    ['more than a floor', target({ shares: { 甲区: '1000001 万元' } })],
    ['as much as a floor', target({ shares: { 甲区: '100 亿元' } })],
    ['less than a ceiling', extra({ indicator: 'firms', at_most: '4 家', shares: { 甲区: '3 家' } })],
    ['that do not add up', extra({ ...SHARE, shares: { 甲区: '4 %' } })],
    ['in another unit', target({ shares: { 甲区: '5 家' } })],
    ['of no value', extra({ indicator: 'firms', unquantified: 'true', shares: { 甲区: '5 家' } })],
  ])('%s: nothing is said', (_, change) => expect(told(change)).toEqual([]));
});
