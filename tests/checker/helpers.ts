import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { expect } from 'vitest';
import { type CheckInput, checkPlan } from '../../src/checker/check.ts';
import { Catalogue } from '../../src/model/catalogue.ts';
import { decimal, decimalsOf, plain } from '../../src/model/decimal.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import {
  type Observation,
  type ObservationStatus,
  readBound,
  seriesKey,
} from '../../src/model/observation.ts';
import { parsePeriod } from '../../src/model/period.ts';
import { itemsOf, type Plan, type Target } from '../../src/model/plan.ts';
import { Units } from '../../src/model/unit.ts';
import type { Amount, PlanVerdict, Verdict } from '../../src/model/verdict.ts';
import { readIndicators, readOrganisations, readRegions } from '../../src/project/catalogues.ts';
import { FieldReader, type PlainMap } from '../../src/project/fields.ts';
import { linkTargets, readPlan } from '../../src/project/plan.ts';
import { readReports } from '../../src/project/reports.ts';

/** YAML as the project reads it: every scalar a text. */
const yaml = (text: string): PlainMap => load(text, { schema: FAILSAFE_SCHEMA }) as PlainMap;

/** Regions: a city of three districts, in a province. */
const REGIONS = `
- { code: P, name: 某省 }
- { code: C, name: 甲市, parent: 某省, parts: [各区] }
- { code: E, name: 东区, parent: 甲市 }
- { code: W, name: 西区, parent: 甲市 }
- { code: S, name: 南区, parent: 甲市 }
- { code: C-districts, name: 各区, parent: 甲市, members: [东区, 西区, 南区] }
`;

/** One indicator of every kind and habit; monthly with a lag of two months unless it says otherwise. */
const INDICATORS = `
- { id: output, name: 产值, kind: flow, unit: 亿元, growth: true }
- { id: net-firms, name: 净增企业, kind: flow, unit: 户, can_fall: true }
- { id: emissions, name: 排放量, kind: flow, unit: 吨, better: lower }
- { id: quota, name: 用量, kind: flow, unit: 吨, better: neither }
- { id: gdp, name: 生产总值, kind: flow, unit: 亿元, frequency: quarterly }
- { id: yearbook, name: 年鉴产量, kind: flow, unit: 吨, frequency: yearly }
- { id: titles, name: 称号, kind: flow, unit: 个, released: 10 }
- { id: firms, name: 企业数, kind: stock, unit: 家 }
- { id: backlog, name: 积案, kind: stock, unit: 件, better: lower }
- { id: level, name: 存量, kind: stock, unit: 件, better: neither }
- { id: coverage, name: 覆盖率, kind: share, unit: "%" }
- { id: vacancy, name: 空置率, kind: share, unit: "%", better: lower }
- { id: completion, name: 完成率, kind: share, unit: "%", accumulates: true }
- { id: growth, name: 增速, kind: growth, unit: "%" }
- { id: inflation, name: 涨幅, kind: growth, unit: "%", better: neither }
- { id: intensity, name: 能耗强度, kind: ratio, unit: 吨标准煤/万元, better: lower }
- { id: yield, name: 亩均产值, kind: ratio, unit: 万元/亩 }
- { id: price, name: 价格指数, kind: index, unit: 指数 }
- { id: place, name: 综合位次, kind: rank }
`;

/** A catalogue from YAML entries; without them, the world above. */
export function catalogue(entries = INDICATORS, regions = REGIONS, organisations = '[]'): Catalogue {
  const findings: Diagnostic[] = [];
  const c = new Catalogue(new Units());
  const read = new FieldReader('catalogue.yaml', c, findings);
  readRegions(yaml(`{ regions: ${flow(regions)} }`), read);
  readOrganisations(yaml(`{ organisations: ${flow(organisations)} }`), read);
  readIndicators(yaml(`{ indicators: ${flow(entries)} }`), read);
  expect(findings).toEqual([]);
  return c;
}

/** A block list of flow maps as one flow list. */
const flow = (list: string): string =>
  list.trim().startsWith('[')
    ? list
    : `[${list
        .trim()
        .split('\n')
        .map((line) => line.replace(/^- /, ''))
        .join(', ')}]`;

/** The default world with more entries. */
export const worldWith = (entries: string): Catalogue => catalogue(`${INDICATORS.trim()}\n${entries.trim()}`);

const WORLD = catalogue();

/**
 * An observation as one line: `output 2024-01/2024-05 25 亿元`, `firms@东区 2024-05 >4800`, `output 2024-03 3 !break`.
 * Without a region it is the city's, without a unit it has the indicator's.
 */
export function observation(line: string, c: Catalogue = WORLD): Observation {
  const [series = '', span = '', figure = '', ...rest] = line.trim().split(/\s+/);
  const [id = '', place = '甲市'] = series.split('@');
  const indicator = c.indicators.get(id);
  // of two regions of a name the one in the city, as in its plans
  const region = c.region(place, c.region('甲市'));
  const [period, value] = [parsePeriod(span), readBound(figure)];
  const flag = rest.find((w) => w.startsWith('!'))?.slice(1);
  const unitText = rest.find((w) => !w.startsWith('!'));
  const unit = unitText === undefined ? indicator?.unit : c.units.parse(unitText);
  if (!indicator || !region || !period || !value || !unit) throw new Error(`can't read ${line}`);
  return {
    indicator: id,
    region: region.code,
    period,
    value: decimal(value.number),
    decimals: decimalsOf(value.number),
    unit,
    ...(value.bound ? { bound: value.bound } : {}),
    ...(flag ? { status: flag as ObservationStatus } : {}),
    source: { batch: 'b.csv', line: 2, file: 'f.csv', cell: 'R2C2', ingested: '2024-01-01T00:00:00Z' },
  };
}

/** Observations by series, from lines separated by semicolons. */
export function seriesOf(data: string, c: Catalogue = WORLD): Map<string, Observation[]> {
  const series = new Map<string, Observation[]>();
  for (const line of data.split(';').filter((l) => l.trim() !== '')) {
    const o = observation(line, c);
    const key = seriesKey(o.indicator, o.region);
    series.set(key, [...(series.get(key) ?? []), o]);
  }
  return series;
}

/** A plan of the city for 2024 from YAML: `targets: [...]`, `goals: [...]`, a `window` or `region` of its own. */
export function planOf(body: string, c: Catalogue = WORLD): Plan {
  const findings: Diagnostic[] = [];
  const doc = { id: 'plan', window: '2024', region: '甲市', ...yaml(`{ ${body} }`) };
  const plan = readPlan(doc, new FieldReader('plan.yaml', c, findings), undefined);
  expect(findings).toEqual([]);
  if (!plan) throw new Error('no plan');
  linkTargets([plan]);
  return plan;
}

export const targetsOf = (plan: Plan): Target[] =>
  itemsOf(plan.root).filter((i): i is Target => i.type === 'target');

export interface Given {
  readonly data?: string;
  readonly reports?: string;
  /** A month; the plan's own default unless given. */
  readonly asOf?: string;
  readonly today?: string;
  readonly catalogue?: Catalogue;
  readonly wanted?: CheckInput['wanted'];
  readonly history?: boolean;
}

/** Checks a plan given as YAML. Today is long before every due date unless given. */
export function check(body: string, given: Given = {}): PlanVerdict {
  const c = given.catalogue ?? WORLD;
  const asOf = given.asOf === undefined ? undefined : parsePeriod(given.asOf)?.end;
  const reports = readReports(
    yaml(`{ reports: [ ${given.reports ?? ''} ] }`),
    new FieldReader('reports.yaml', c, []),
  );
  return checkPlan(planOf(body, c), {
    catalogue: c,
    series: seriesOf(given.data ?? '', c),
    reports,
    today: given.today ?? '2000-01-01',
    ...(asOf === undefined ? {} : { asOf }),
    ...(given.wanted ? { wanted: given.wanted } : {}),
    ...(given.history ? { history: true } : {}),
  });
}

/** The verdict on one target of a plan for 2024. */
export function judge(target: string, data: string, asOf?: string, given: Given = {}): Verdict {
  const [verdict] = check(`targets: [ { ${target} } ]`, {
    data,
    ...(asOf === undefined ? {} : { asOf }),
    ...given,
  }).verdicts;
  if (!verdict) throw new Error('no verdict');
  return verdict;
}

/** A verdict in short: `on-track`, `lagging stale`, `no-data (no-baseline)`. */
export const said = (v: Verdict): string =>
  [v.status, ...v.marks, ...(v.status === 'no-data' ? [`(${v.reason.code})`] : [])].join(' ');

/** An amount in short: `8.3 亿元`. */
export const amount = (a: Amount | undefined): string =>
  a ? `${plain(a.value)} ${a.unit.text}`.trim() : 'none';

/** One row of a table: what is promised, what is known, when, and what is said. */
export type Row = readonly [name: string, target: string, data: string, asOf: string, expected: string];

/** Judges a row of a table and compares what is said. */
export function holds(c: Catalogue | undefined, [, target, data, asOf, expected]: Row): void {
  expect(said(judge(target, data, asOf, c ? { catalogue: c } : {}))).toBe(expected);
}
