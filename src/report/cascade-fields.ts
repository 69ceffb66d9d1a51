import type { Branch, Cascade, Judged, Promised, Reported } from '../model/cascade.ts';
import { formatPeriod } from '../model/period.ts';
import { addressOf } from '../model/plan.ts';
import { ITEM_FIELDS } from './item-fields.ts';
import { type Field, field, group, within } from './records.ts';
import { amountField, VERDICT_FIELDS } from './verdict-fields.ts';

/** A branch with what was found out about it, and where it hangs. */
export interface Hung {
  readonly branch: Branch;
  readonly judged: Judged;
  readonly parent?: Branch;
  readonly depth: number;
}

/** Every branch, each before its parts; however deep they lie. */
export function hungOf({ root, of }: Cascade): Hung[] {
  const rows: Hung[] = [];
  const open: Hung[] = [{ branch: root, judged: of.get(root) ?? {}, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { branch, depth } = next;
    rows.push(next);
    for (const part of branch.parts.toReversed())
      open.push({ branch: part, judged: of.get(part) ?? {}, parent: branch, depth: depth + 1 });
  }
  return rows;
}

type Sum = Pick<Promised, 'parts' | 'whole' | 'difference'>;

const SUM: readonly Field<Sum>[] = [
  field('parts', (s) => s.parts.value.toNumber()),
  field('whole', (s) => s.whole.value.toNumber()),
  field('difference', (s) => s.difference.value.toNumber()),
  field('unit', (s) => s.whole.unit.text),
];

const PROMISED: readonly Field<Promised>[] = [...SUM, field('complete', (s) => s.complete)];

const REPORTED: readonly Field<Reported>[] = [
  field('period', (s) => formatPeriod(s.period)),
  ...SUM,
  field('agrees', (s) => s.agrees),
  field('complete', (s) => s.complete),
  field('without', (s) => s.without),
  field('gap', (s) => s.gap?.whole.value.toNumber() ?? null),
  field('undivided', (s) => s.gap?.undivided?.value.toNumber() ?? null),
  field('elsewhere', (s) => s.gap?.elsewhere.value.toNumber() ?? null),
];

const named = <R>(fields: readonly Field<R>[], ...keys: readonly string[]): Field<R>[] =>
  fields.filter((f) => keys.includes(f.key));

const ofTarget = (...keys: readonly string[]): Field<Hung>[] =>
  named(ITEM_FIELDS, ...keys).map((f) => within(({ branch }: Hung) => branch.target, f));

const ofVerdict = (...keys: readonly string[]): Field<Hung>[] =>
  named(VERDICT_FIELDS, ...keys).map((f) => within(({ judged }: Hung) => judged.verdict, f));

/** A branch, with the keys of `ptrack/cascade/v1`. */
export const BRANCH_FIELDS: readonly Field<Hung>[] = [
  field('depth', (h) => h.depth),
  ...ofTarget('plan', 'target'),
  field('parent', ({ parent }) => (parent ? addressOf(parent.target) : null)),
  field('kind', ({ branch }) => (branch.share ? 'share' : 'target')),
  ...ofTarget('title', 'locator', 'indicator'),
  field('region', ({ branch: { target, share } }) =>
    share?.unit ? null : (target.region?.found?.code ?? null),
  ),
  field('organisation', ({ branch }) => branch.share?.unit?.name ?? null),
  field('relation', ({ branch }) => branch.relation ?? null),
  field('apart', ({ branch }) => branch.apart ?? null),
  ...ofTarget('change', 'comparator', 'value', 'valueHigh', 'unit'),
  ...ofVerdict('status'),
  field('marks', ({ judged }) => judged.verdict?.marks ?? []),
  ...ofVerdict('actual', 'expected', 'completion'),
  field('ofPromise', ({ judged }) => judged.ofPromise?.toNumber() ?? null),
  field('contribution', ({ judged }) => judged.contribution?.ofWhole?.toNumber() ?? null),
  amountField('gap', ({ judged }) => judged.contribution?.gap),
  field('ofShortfall', ({ judged }) => judged.contribution?.ofShortfall?.toNumber() ?? null),
  group('promisedSum', ({ judged }: Hung) => judged.promised, PROMISED),
  group('reportedSum', ({ judged }: Hung) => judged.reported, REPORTED),
];
