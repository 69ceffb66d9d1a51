import type { Branch, Cascade, Judged } from '../model/cascade.ts';
import { formatPeriod } from '../model/period.ts';
import { addressOf } from '../model/plan.ts';
import { amount, type Flat, flatItem, flatVerdict, type Json } from './flat.ts';
import { plainFindings } from './json.ts';
import { json, monthText } from './text.ts';

function sums({ promised: p, reported: r }: Judged): { promisedSum: Json; reportedSum: Json } {
  const of = (s: NonNullable<typeof p> | NonNullable<typeof r>) => ({
    parts: s.parts.value.toNumber(),
    whole: s.whole.value.toNumber(),
    difference: s.difference.value.toNumber(),
    unit: s.whole.unit.text,
    complete: s.complete,
  });
  return {
    promisedSum: p ? of(p) : null,
    reportedSum: r
      ? {
          period: formatPeriod(r.period),
          ...of(r),
          agrees: r.agrees,
          without: r.without,
          gap: r.gap?.whole.value.toNumber() ?? null,
          undivided: r.gap?.undivided?.value.toNumber() ?? null,
          elsewhere: r.gap?.elsewhere.value.toNumber() ?? null,
        }
      : null,
  };
}

function flatBranch(branch: Branch, judged: Judged, parent: Branch | undefined, depth: number): Flat {
  const { target, share } = branch;
  const { plan, title, locator, indicator, change, comparator, value, valueHigh, unit } = flatItem(target);
  const verdict = judged.verdict && flatVerdict(judged.verdict);
  const { contribution: c, ofPromise } = judged;
  return {
    depth,
    plan: plan as Json,
    target: target.id,
    parent: parent ? addressOf(parent.target) : null,
    kind: share ? 'share' : 'target',
    title: title as Json,
    locator: locator as Json,
    indicator: indicator as Json,
    region: share?.unit ? null : (target.region?.found?.code ?? null),
    organisation: share?.unit?.name ?? null,
    relation: branch.relation ?? null,
    apart: branch.apart ?? null,
    change: change as Json,
    comparator: comparator as Json,
    value: value as Json,
    valueHigh: valueHigh as Json,
    unit: unit as Json,
    status: verdict?.status ?? null,
    marks: verdict?.marks ?? [],
    actual: verdict?.actual ?? null,
    expected: verdict?.expected ?? null,
    completion: verdict?.completion ?? null,
    ofPromise: ofPromise?.toNumber() ?? null,
    contribution: c?.ofWhole?.toNumber() ?? null,
    gap: amount(c?.gap),
    ofShortfall: c?.ofShortfall?.toNumber() ?? null,
    ...sums(judged),
  };
}

/** One flat row for each branch, each before its parts; however deep they lie. */
export function cascadeRows({ root, of }: Cascade): Flat[] {
  const rows: Flat[] = [];
  const open: { branch: Branch; parent?: Branch; depth: number }[] = [{ branch: root, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { branch, parent, depth } = next;
    rows.push(flatBranch(branch, of.get(branch) ?? {}, parent, depth));
    for (const part of branch.parts.toReversed())
      open.push({ branch: part, parent: branch, depth: depth + 1 });
  }
  return rows;
}

/** `ptrack/cascade/v1` */
export const cascadeJson = (cascade: Cascade, knownOn: string | undefined): string =>
  json({
    schema: 'ptrack/cascade/v1',
    asOf: monthText(cascade.asOf),
    knownOn: knownOn ?? null,
    branches: cascadeRows(cascade),
    findings: plainFindings(cascade.findings),
    warnings: plainFindings(cascade.warnings),
  });
