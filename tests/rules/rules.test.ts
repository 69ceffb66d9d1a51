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
        'a group without each',
        extra({ indicator: 'output', at_least: '1 亿元', region: '各区' }),
        'incomplete-form/group-without-each',
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
        'of half its parts',
        indicator({ id: 'r', name: '比', kind: 'share', unit: '%', numerator: 'gdp' }),
        'indicator/half-derivation',
      ],
      [
        'of what can not be derived',
        indicator({ id: 'r', name: '量', kind: 'stock', unit: '家', derive: 'true' }),
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
    [['a ceiling on what should be high', extra({ indicator: 'firms', at_most: '5 家' }), 'direction']],
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
      ['that is no figure', target({ shares: { 甲区: '5 头' } }), 'value/unknown-unit'],
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
