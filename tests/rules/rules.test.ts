import { describe, expect, it } from 'vitest';
import { Catalogue } from '../../src/model/catalogue.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
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

function check(example: Example, severities = new Map<string, 'off' | 'warning'>()): Diagnostic[] {
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
    ),
  ];
}

const target = (change: Record<string, unknown>) => (e: Example) => {
  Object.assign(e.plan.goals[0]?.targets[0] ?? {}, change);
};
/** Another target with everything of its own. */
const extra = (t: Record<string, unknown>) => (e: Example) =>
  void e.plan.goals[0]?.targets.push({ id: 'x', ...t });
const indicator = (i: Record<string, unknown>) => (e: Example) => void e.indicators.push(i);

it('the example is sound', () => expect(check(good())).toEqual([]));

it.each<[string, (e: Example) => unknown]>([
  ['a stretch that asks for more', target({ stretch: { at_least: '110 亿元' } })],
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
        'checkpoints that pass the whole',
        (e) => Object.assign(e.plan, { steps: { '2024-06': '120 %' } }),
        'incomplete-form/steps-order',
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
      ['that is no figure', target({ shares: { 甲区: '5 斗' } }), 'value/unknown-unit'],
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
  [
    'is judged by hand to the end of today',
    target({ override: { status: 'achieved', reason: '因', by: '某', until: '2024-07-01' } }),
  ],
])('sound: a target %s', (_, change) => {
  const example = good();
  change(example);
  expect(check(example)).toEqual([]);
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

it('a rule can be turned off, or weigh less', () => {
  const example = good();
  target({ due: '2025-01-31' })(example);
  expect(check(example, new Map([['due-outside-window', 'off' as const]]))).toEqual([]);
  expect(check(example, new Map([['due-outside-window', 'warning' as const]]))[0]?.severity).toBe('warning');
});

it('ids of rules are unique', () => expect(new Set(RULES.map((r) => r.id)).size).toBe(RULES.length));
