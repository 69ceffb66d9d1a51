import type { Diagnostic } from '../model/diagnostic.ts';
import type { Item } from '../model/plan.ts';
import type { PlanVerdict, Verdict } from '../model/verdict.ts';
import { flatItem, flatVerdict } from './flat.ts';
import { json, monthText } from './text.ts';

/** `ptrack/targets/v1` */
export const targetsJson = (items: readonly Item[]): string =>
  json({ schema: 'ptrack/targets/v1', targets: items.map(flatItem) });

/** Findings as they are, without a sentence. */
export const plainFindings = (list: readonly Diagnostic[]) =>
  list.map(({ code, severity, args, file, line }) => ({
    code,
    severity,
    args,
    file: file ?? null,
    line: line ?? null,
  }));

/** `ptrack/verdicts/v1`; `asOf` is null where plans have different ones, and stands with each verdict. */
export function verdictsJson(
  plans: readonly PlanVerdict[],
  verdicts: readonly Verdict[],
  warnings: readonly Diagnostic[],
  knownOn: string | undefined,
): string {
  const months = new Set(plans.map((p) => p.asOf));
  const [only] = months;
  return json({
    schema: 'ptrack/verdicts/v1',
    asOf: months.size === 1 && only !== undefined ? monthText(only) : null,
    knownOn: knownOn ?? null,
    plans: plans.map((p) => ({
      plan: p.plan.id,
      title: p.plan.title,
      asOf: monthText(p.asOf),
      counts: p.counts,
      goals: [...p.goals.values()].map(({ goal, status, counts, weighted }) => ({
        goal: [...goal.path, ...(goal.pointer === '' ? [] : [goal.id])].join('/'),
        title: goal.title,
        locator: goal.locator ?? null,
        status: status ?? null,
        counts,
        weight: goal.weight?.toNumber() ?? null,
        weighted: weighted
          ? {
              achieved: weighted.achieved.toNumber(),
              onCourse: weighted.onCourse.toNumber(),
              completion: weighted.completion?.toNumber() ?? null,
            }
          : null,
      })),
    })),
    verdicts: verdicts.map(flatVerdict),
    warnings: plainFindings(warnings),
  });
}
