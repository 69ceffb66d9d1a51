import { formatPeriod } from '../model/period.ts';
import {
  addressOf,
  type Comparison,
  type Form,
  type Item,
  type Reference,
  type Target,
} from '../model/plan.ts';
import type { Organisation } from '../model/region.ts';
import { decidingTolerance } from '../model/tolerance.ts';
import { type Field, field, group, list } from './records.ts';

const names = (units: readonly Reference<Organisation>[]): string[] =>
  units.map((u) => u.found?.name ?? u.text);

const targetOf = (item: Item): Target | undefined => (item.type === 'target' ? item : undefined);

/** The form of a target; of one that repeats another, that one's. */
function formOf(item: Item): Form | undefined {
  const target = targetOf(item);
  return target?.form ?? target?.sameAs?.found?.form;
}

/** The address of a target referred to; its name as written where there is none. */
const address = (r: Reference<Target> | undefined): string | null =>
  r ? (r.found ? addressOf(r.found) : r.text) : null;

function indicatorOf(item: Item): string | null {
  const target = targetOf(item);
  const indicator = target?.indicator ?? target?.sameAs?.found?.indicator;
  return indicator?.found?.id ?? target?.indicator?.text ?? null;
}

const tolerance = (item: Item): number | null => {
  const target = targetOf(item);
  return (target && decidingTolerance(target)?.toNumber()) ?? null;
};

type Stretch = Comparison & { readonly value: NonNullable<Comparison['value']> };

const stretchOf = (item: Item): Stretch | undefined => {
  const stretch = targetOf(item)?.stretch;
  return stretch?.value ? { ...stretch, value: stretch.value } : undefined;
};

/** A target or milestone, with the keys of `ptrack/targets/v1`. */
export const ITEM_FIELDS: readonly Field<Item>[] = [
  field('plan', (i) => i.plan),
  field('target', (i) => i.id),
  field('type', (i) => i.type),
  field('title', (i) => i.title),
  field('goal', (i) => i.path.join('/')),
  field('locator', (i) => i.locator ?? null),
  field('indicator', indicatorOf),
  field('region', (i) => i.region?.found?.code ?? i.region?.text ?? null),
  field('change', (i) => formOf(i)?.change ?? null),
  field('comparator', (i) => (targetOf(i) ? (formOf(i)?.comparator ?? null) : 'done')),
  field('value', (i) => formOf(i)?.value?.value.toNumber() ?? null),
  field('valueHigh', (i) => formOf(i)?.high?.value.toNumber() ?? null),
  field('unit', (i) => formOf(i)?.value?.unit.text ?? targetOf(i)?.indicator?.found?.unit.text ?? null),
  field('tolerance', tolerance),
  group('stretch', stretchOf, [
    field('comparator', (s) => s.comparator),
    field('value', (s) => s.value.value.toNumber()),
    field('valueHigh', (s) => s.high?.value.toNumber() ?? null),
    field('unit', (s) => s.value.unit.text),
  ]),
  field('each', (i) => targetOf(i)?.each ?? null),
  field('benchmark', (i) => {
    const benchmark = formOf(i)?.benchmark;
    return benchmark?.found?.code ?? benchmark?.text ?? null;
  }),
  group('baseline', (i: Item) => targetOf(i)?.baseline, [
    field('period', (b) => (b.period ? formatPeriod(b.period) : null)),
    field('value', (b) => b.value?.value.toNumber() ?? null),
    field('unit', (b) => b.value?.unit.text ?? null),
    field('target', (b) => b.target?.text ?? null),
  ]),
  field('commitment', (i) => i.commitment ?? null),
  field('nature', (i) => i.nature ?? null),
  field('window', (i) => formatPeriod(i.window)),
  field('due', (i) => i.due.date),
  field('leadUnits', (i) => names(i.lead)),
  field('leadOpen', (i) => i.leadOpen),
  field('responsibleUnits', (i) => names(i.responsible)),
  field('sameAs', (i) => address(targetOf(i)?.sameAs)),
  field('serves', (i) => address(targetOf(i)?.serves)),
  list('shares', (i: Item) => targetOf(i)?.shares, [
    field('region', (s) => s.region?.code ?? null),
    field('organisation', (s) => s.unit?.name ?? null),
    field('value', (s) => s.value.value.toNumber()),
    field('unit', (s) => s.value.unit.text),
  ]),
  field('weight', (i) => i.weight?.toNumber() ?? null),
  group('override', (i: Item) => i.override, [
    field('status', (o) => o.status),
    field('reason', (o) => o.reason),
    field('by', (o) => o.by),
    field('until', (o) => o.until),
  ]),
];
