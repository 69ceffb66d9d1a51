import { nearest } from '../model/names.ts';
import { addressOf, itemsOf } from '../model/plan.ts';
import { at, type Finding, isLeftOut, type Rule } from './rule.ts';

/** Findings that are helped with the nearest name: of thousands it takes long to find. */
const HELPED = 50;

/** A report on a milestone that does not exist, or one that says it was done after it was reported. */
export const unknownMilestone: Rule = {
  id: 'unknown-milestone',
  severity: 'error',
  *check(w): Iterable<Finding> {
    const items = w.plans.flatMap((p) => itemsOf(p.root));
    let said = 0;
    const milestones = new Set(items.filter((i) => i.type === 'milestone').map(addressOf));
    for (const report of w.reports) {
      if (!milestones.has(report.milestone) && !isLeftOut(w, report.milestone.split('/')[0] ?? '')) {
        const args = {
          name: report.milestone,
          nearest: (said++ < HELPED && nearest(report.milestone, [...milestones])) || '',
        };
        yield { args, ...at(report, 'milestone') };
      }
      if (report.done && report.on && report.on < report.done)
        yield { what: 'future', args: { done: report.done, on: report.on }, ...at(report, 'on') };
    }
  },
};
