import { type ArgsByCode, sentences } from '../model/message.ts';
import { nearest } from '../model/names.ts';
import { addressOf, itemsOf } from '../model/plan.ts';
import { at, type Finding, isLeftOut, type Rule } from './rule.ts';

const SAYS = sentences({
  'unknown-milestone': {
    en: 'there is no milestone “{name}”[nearest: (did you mean “{nearest}”?)]',
    zh: '没有节点“{name}”[nearest:（是否指“{nearest}”？）]',
  },
  'unknown-milestone/future': {
    en: 'reported on {on} as done on {done}, which is later; correct one of the dates',
    zh: '{on} 的报告称 {done} 完成，完成日期晚于报告日期，请更正',
  },
});

declare module '../model/diagnostic.ts' {
  interface FindingArgs extends ArgsByCode<typeof SAYS> {}
}

/** Findings that are helped with the nearest name: of thousands it takes long to find. */
const HELPED = 50;

/** A report on a milestone that does not exist, or one that says it was done after it was reported. */
export const unknownMilestone: Rule = {
  id: 'unknown-milestone',
  severity: 'error',
  says: SAYS,
  *check(w): Iterable<Finding<typeof SAYS>> {
    const items = w.plans.flatMap((p) => itemsOf(p.root));
    let said = 0;
    const milestones = new Set(items.filter((i) => i.type === 'milestone').map(addressOf));
    for (const report of w.reports) {
      if (!milestones.has(report.milestone) && !isLeftOut(w, report.milestone.split('/')[0] ?? '')) {
        const args = {
          name: report.milestone,
          nearest: (said++ < HELPED && nearest(report.milestone, [...milestones])) || '',
        };
        yield { code: 'unknown-milestone', args, ...at(report, 'milestone') };
      }
      if (report.done && report.on && report.on < report.done)
        yield {
          code: 'unknown-milestone/future',
          args: { done: report.done, on: report.on },
          ...at(report, 'on'),
        };
    }
  },
};
