import { formatMonth, lastDateOf, monthPeriod } from '../model/period.ts';
import { addressOf, type Milestone } from '../model/plan.ts';
import type { Report } from '../model/report.ts';
import { reason, type Verdict } from '../model/verdict.ts';

/** The report that counts: the latest of those that could be seen by then. */
function latestReport(reports: readonly Report[], address: string, seenUntil: string): Report | undefined {
  let best: Report | undefined;
  const when = (r: Report): string => r.on ?? r.done ?? '';
  for (const r of reports) {
    // what was reported or done after the as-of month can't be known yet
    if (r.milestone !== address || (r.done ?? '') > seenUntil || (!r.done && when(r) > seenUntil)) continue;
    if (!best || when(r) >= when(best)) best = r;
  }
  return best;
}

/** Judges a milestone: the date it was done counts, not that of the report (METHOD §4). */
export function judgeMilestone(milestone: Milestone, reports: readonly Report[], asOf: number): Verdict {
  const end = lastDateOf(monthPeriod(asOf));
  const due = milestone.due.date;
  const report = latestReport(reports, addressOf(milestone), end);
  const base = { item: milestone, asOf, marks: [] } as const;
  if (report?.done) {
    const args = { done: report.done, due, evidence: report.evidence ?? '' };
    return report.done <= due
      ? { ...base, status: 'achieved', reason: reason('done', args) }
      : { ...base, status: 'missed', marks: ['late'], reason: reason('done-late', args) };
  }
  if (report && report.on !== undefined && report.on > due)
    return { ...base, status: 'missed', reason: reason('not-done', { on: report.on, due }) };
  if (due > end)
    return report
      ? { ...base, status: 'on-track', reason: reason('under-way', { on: report.on ?? '', due }) }
      : { ...base, status: 'not-due', reason: reason('before-due', { due }) };
  if (report)
    return {
      ...base,
      status: 'no-data',
      reason: reason('not-done-then', { on: report.on ?? '', due }),
    };
  const unreported = { due, asOf: formatMonth(asOf) };
  return { ...base, status: 'no-data', reason: reason('no-report', unreported) };
}
