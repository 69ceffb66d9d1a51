import type { Diagnostic } from '../../model/diagnostic.ts';
import type { PlanVerdict, Verdict } from '../../model/verdict.ts';
import { plainFindings } from '../findings.ts';
import { type Flat, recordOf } from '../records.ts';
import { monthText } from '../text.ts';
import { VERDICT_FIELDS } from '../verdict-fields.ts';

/** Plans that were judged, and by what was known when. */
export interface JudgedPlans {
  readonly plans: readonly PlanVerdict[];
  /** What the data itself calls for attention to. */
  readonly warnings: readonly Diagnostic[];
  readonly knownOn: string | undefined;
}

/** `ptrack/verdicts/v1`; `asOf` is null where plans have different ones, and stands with each verdict. */
export function verdictsJson({ plans, warnings, knownOn }: JudgedPlans, verdicts: readonly Verdict[]): Flat {
  const months = new Set(plans.map((p) => p.asOf));
  const [only] = months;
  return {
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
    verdicts: verdicts.map((v) => recordOf(VERDICT_FIELDS, v)),
    warnings: plainFindings(warnings),
  };
}
