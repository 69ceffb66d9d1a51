import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { cascadeOf } from '../../../src/checker/cascade/cascade.ts';
import { treeOf } from '../../../src/checker/cascade/tree.ts';
import { type Branch, branchesOf, type Cascade, type Judged, nameOf } from '../../../src/model/cascade.ts';
import type { Catalogue } from '../../../src/model/catalogue.ts';
import { plain } from '../../../src/model/decimal.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import { parsePeriod } from '../../../src/model/period.ts';
import { addressOf, type Plan, targetsOf } from '../../../src/model/plan.ts';
import { FieldReader, type PlainMap } from '../../../src/project/fields.ts';
import { linkTargets, readPlan } from '../../../src/project/plan.ts';
import { catalogue, seriesOf } from '../helpers.ts';

/** A city with three districts, which make it up, a zone in one of them and one of its own, in a province. */
const REGIONS = `
- { code: P, name: 某省 }
- { code: C, name: 甲市, parent: 某省, parts: [各区] }
- { code: E, name: 东区, parent: 甲市 }
- { code: W, name: 西区, parent: 甲市 }
- { code: S, name: 南区, parent: 甲市 }
- { code: Z, name: 东区新城, parent: 东区 }
- { code: X, name: 乙市, parent: 某省 }
- { code: K, name: 直属园, parent: 甲市 }
- { code: ZD, name: 各园, parent: 甲市, members: [东区新城, 直属园] }
- { code: ZW, name: 两园, members: [东区新城, 直属园] }
- { code: ZX, name: 内外, members: [东区新城, 乙市] }
- { code: CD, name: 各区, parent: 甲市, members: [东区, 西区, 南区] }
`;

const INDICATORS = `
- { id: output, name: 产值, kind: flow, unit: 亿元, growth: true }
- { id: land, name: 土地, kind: flow, unit: 亩 }
- { id: net, name: 净增, kind: flow, unit: 户, can_fall: true }
- { id: emissions, name: 排放, kind: flow, unit: 吨, better: lower }
- { id: quota, name: 用量, kind: flow, unit: 吨, better: neither }
- { id: firms, name: 企业数, kind: stock, unit: 家 }
- { id: share, name: 占比, kind: share, unit: "%" }
- { id: vacancy, name: 空置率, kind: share, unit: "%", better: lower }
`;

const UNITS = '[ { name: 市工信局, region: 甲市 }, { name: 市资源局, region: 甲市 } ]';

export const WORLD: Catalogue = catalogue(INDICATORS, REGIONS, UNITS);

/** Plans for 2024 by id, each a list of targets; `c` is the city's, the others are of the regions they name. */
export function plansOf(bodies: Readonly<Record<string, string>>): Plan[] {
  const findings: Diagnostic[] = [];
  const plans = Object.entries(bodies).map(([id, body]) => {
    const map = load(`{ ${body} }`, { schema: FAILSAFE_SCHEMA }) as PlainMap;
    const doc = { id, title: id, window: '2024', region: '甲市', ...map };
    return readPlan(doc, new FieldReader(`${id}.yaml`, WORLD, findings), undefined) as Plan;
  });
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
  linkTargets(plans);
  return plans;
}

/** The cascade of a target, given by its address, or of the first target of the first plan. */
export function cascade(
  bodies: Readonly<Record<string, string>>,
  data = '',
  asOf: string | undefined = '2024-05',
  address?: string,
): Cascade {
  const plans = plansOf(bodies);
  const targets = plans.flatMap(targetsOf);
  const root = address === undefined ? targets[0] : targets.find((t) => addressOf(t) === address);
  const plan = plans.find((p) => p.id === root?.plan);
  if (!root || !plan) throw new Error('no such target');
  const month = asOf === '' ? undefined : parsePeriod(asOf)?.end;
  return cascadeOf(treeOf(root, plans, WORLD), plan, {
    catalogue: WORLD,
    series: seriesOf(data, WORLD),
    reports: [],
    today: '2024-07-01',
    ...(month === undefined ? {} : { asOf: month }),
  });
}

/** Every branch by what it is called; the root as `root`. */
export const byName = (c: Cascade): Record<string, Branch> =>
  Object.fromEntries(branchesOf(c.root).map((b) => [b === c.root ? 'root' : nameOf(b), b]));

export const judgedOf = (c: Cascade, name: string): Judged => {
  const branch = byName(c)[name];
  return (branch && c.of.get(branch)) ?? {};
};

/** Findings in short: code, and the figures named. */
export const found = (c: Cascade): string[] =>
  c.findings.map(({ code, args }) =>
    [code.replace('cascade/', ''), args.by, args.parts, args.value].filter((x) => x !== undefined).join(' '),
  );

export const short = (x: { value: Parameters<typeof plain>[0] } | undefined): string =>
  x ? plain(x.value, 4) : 'none';
