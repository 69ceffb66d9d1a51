import { formatPeriod } from '../model/period.ts';
import { addressOf, type Comparison, type Item, type Reference, type Target } from '../model/plan.ts';
import type { Organisation } from '../model/region.ts';
import { decidingTolerance } from '../model/tolerance.ts';
import type { Amount, Figure, Needed, Verdict } from '../model/verdict.ts';
import { figureOfPart } from './part.ts';
import { monthText } from './text.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One flat object of JSON output; parts of a whole are fractions, numbers are numbers, missing is null. */
export type Flat = Readonly<Record<string, Json>>;

const names = (units: readonly Reference<Organisation>[]): string[] =>
  units.map((u) => u.found?.name ?? u.text);

const comparison = (c: Comparison | undefined): Json =>
  c?.value
    ? {
        comparator: c.comparator,
        value: c.value.value.toNumber(),
        valueHigh: c.high?.value.toNumber() ?? null,
        unit: c.value.unit.text,
      }
    : null;

/** The address of a target referred to; its name as written where there is none. */
const address = (r: Reference<Target> | undefined): string | null =>
  r ? (r.found ? addressOf(r.found) : r.text) : null;

const shares = (target: Target | undefined): Json =>
  target?.shares?.map((s) => ({
    region: s.region?.code ?? null,
    organisation: s.unit?.name ?? null,
    value: s.value.value.toNumber(),
    unit: s.value.unit.text,
  })) ?? null;

/** A target or milestone as one flat object: `ptrack/targets/v1`. */
export function flatItem(item: Item): Flat {
  const target = item.type === 'target' ? item : undefined;
  const form = target?.form ?? target?.sameAs?.found?.form;
  const b = target?.baseline;
  const unit = form?.value?.unit.text;
  return {
    plan: item.plan,
    target: item.id,
    type: item.type,
    title: item.title,
    goal: item.path.join('/'),
    locator: item.locator ?? null,
    indicator:
      (target?.indicator ?? target?.sameAs?.found?.indicator)?.found?.id ?? target?.indicator?.text ?? null,
    region: item.region?.found?.code ?? item.region?.text ?? null,
    change: form?.change ?? null,
    comparator: target ? (form?.comparator ?? null) : 'done',
    value: form?.value?.value.toNumber() ?? null,
    valueHigh: form?.high?.value.toNumber() ?? null,
    unit: unit ?? target?.indicator?.found?.unit.text ?? null,
    tolerance: target ? (decidingTolerance(target)?.toNumber() ?? null) : null,
    stretch: comparison(target?.stretch),
    each: target?.each ?? null,
    benchmark: form?.benchmark?.found?.code ?? form?.benchmark?.text ?? null,
    baseline: b
      ? {
          period: b.period ? formatPeriod(b.period) : null,
          value: b.value?.value.toNumber() ?? null,
          unit: b.value?.unit.text ?? null,
          target: b.target?.text ?? null,
        }
      : null,
    commitment: item.commitment ?? null,
    nature: item.nature ?? null,
    window: formatPeriod(item.window),
    due: item.due.date,
    leadUnits: names(item.lead),
    leadOpen: item.leadOpen,
    responsibleUnits: names(item.responsible),
    sameAs: address(target?.sameAs),
    serves: address(target?.serves),
    shares: shares(target),
    weight: item.weight?.toNumber() ?? null,
    override: item.override ? { ...item.override } : null,
  };
}

export const amount = (a: Amount | undefined): Json =>
  a ? { value: a.value.toNumber(), unit: a.unit.text } : null;

const figure = (f: Figure | undefined): Json =>
  f
    ? {
        value: f.value.toNumber(),
        unit: f.unit.text,
        period: formatPeriod(f.period),
        bound: f.bound ?? null,
        how: f.how,
        sources: f.sources.map((s) => ({
          batch: s.source.batch,
          line: s.source.line,
          file: s.source.file,
          cell: s.source.cell,
          period: formatPeriod(s.period),
          value: s.value.toNumber(),
          unit: s.unit.text,
          status: s.status ?? null,
        })),
      }
    : null;

function needed(n: Needed | undefined): Json {
  if (!n) return null;
  return {
    kind: n.kind,
    value: n.amount.value.toNumber(),
    unit: n.amount.unit.text,
    strict: n.strict ?? false,
    aim: n.aim?.value.toNumber() ?? null,
    weight: n.weight?.toNumber() ?? null,
    months: n.months,
    perMonth: n.perMonth?.value.toNumber() ?? null,
    perYear: n.perYear?.value.toNumber() ?? null,
    soFar: n.soFar?.value.toNumber() ?? null,
    yearBefore: n.yearBefore?.value.toNumber() ?? null,
    usedUp: n.usedUp === undefined ? null : monthText(n.usedUp),
    exceeds: n.exceeds ?? false,
    atMost: n.atMost ?? false,
    assumed: n.assumed ?? false,
    hardness: n.hardness?.toNumber() ?? null,
    against: n.against ?? null,
    reached: n.history?.reached ?? null,
    spans: n.history?.of ?? null,
  };
}

/** A verdict as one flat object: what `ptrack targets` says of it, and how it was judged. */
export function flatVerdict(v: Verdict): Flat {
  return {
    ...flatItem(v.item),
    asOf: monthText(v.asOf),
    status: v.status,
    marks: v.marks,
    actual: figure(v.actual),
    baselineFigure: figure(v.baseline),
    limit: amount(v.bound),
    expected: amount(v.expected),
    enough: amount(v.enough),
    completion: v.completion?.toNumber() ?? null,
    distance: amount(v.distance),
    pace: v.pace ?? null,
    seasons: v.seasons
      ? v.seasons.map((s) => ({ period: formatPeriod(s.period), part: s.part.toNumber() }))
      : null,
    elapsed: v.elapsed?.toNumber() ?? null,
    paceGap: v.paceGap?.toNumber() ?? null,
    stretchMet: v.stretch?.met ?? null,
    needed: needed(v.needed),
    parts: v.parts
      ? v.parts.map((p) => ({
          part: p.part ?? '',
          status: p.status,
          actual: figure(figureOfPart(p)),
          needed: needed(p.needed),
        }))
      : null,
    reason: { code: v.reason.code, args: v.reason.args },
    calculated: v.calculated
      ? { status: v.calculated.status, code: v.calculated.reason.code, args: v.calculated.reason.args }
      : null,
  };
}

/** What is still needed, in one cell: its many figures by their names. */
function needCell({ kind = null, value = null, unit = null, ...rest }: Record<string, Json>): string {
  const named = Object.entries(rest)
    .filter(([, v]) => v !== null && v !== false)
    .map(([key, v]) => (v === true ? key : `${key} ${cellOf(v)}`));
  return [[kind, value, unit].map(cellOf).join(' '), ...named].join(', ');
}

/** The text of one value: lists joined with `; `, objects by their values. */
export function cellOf(value: Json): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map((v) => cellOf(v as Json)).join('; ');
  if (typeof value === 'number') return String(Number(value.toFixed(6)));
  if (typeof value !== 'object') return String(value);
  const { sources: _, ...rest } = value as Record<string, Json>;
  if ('perMonth' in rest) return needCell(rest);
  return Object.values(rest)
    .map(cellOf)
    .filter((t) => t !== '')
    .join(' ');
}

/** Keys whose objects become several columns of a CSV, so that numbers stay numbers: `actual.value`, `actual.unit` … */
const SPREAD: Readonly<Record<string, readonly string[]>> = {
  override: ['status', 'reason', 'by', 'until'],
  calculated: ['status', 'code'],
  gap: ['value', 'unit'],
  promisedSum: ['parts', 'whole', 'difference', 'unit', 'complete'],
  reportedSum: [
    'period',
    'parts',
    'whole',
    'difference',
    'unit',
    'agrees',
    'complete',
    'without',
    'gap',
    'undivided',
    'elsewhere',
  ],
  stretch: ['comparator', 'value', 'valueHigh', 'unit'],
  baseline: ['period', 'value', 'unit', 'target'],
  actual: ['value', 'unit', 'period', 'bound'],
  baselineFigure: ['value', 'unit', 'period'],
  limit: ['value', 'unit'],
  expected: ['value', 'unit'],
  enough: ['value', 'unit'],
  distance: ['value', 'unit'],
  needed: [
    'kind',
    'value',
    'unit',
    'strict',
    'aim',
    'weight',
    'months',
    'perMonth',
    'perYear',
    'soFar',
    'yearBefore',
    'usedUp',
    'exceeds',
    'atMost',
    'assumed',
    'hardness',
    'against',
    'reached',
    'spans',
  ],
};

/** A flat object with its inner objects spread over dotted keys, for a table of one value a cell. */
export function spread(row: Flat): Flat {
  const out: Record<string, Json> = {};
  for (const [key, value] of Object.entries(row)) {
    const inner = SPREAD[key];
    if (!inner) out[key] = value;
    else for (const k of inner) out[`${key}.${k}`] = (value as Record<string, Json> | null)?.[k] ?? null;
  }
  return out;
}
