import { type ArgsByCode, sentences } from '../model/message.ts';
import { yearsPath } from '../model/pace.ts';
import { contains, type Due, formatPeriod, lastDateOf } from '../model/period.ts';
import { allThings, type Finding, type Rule } from './rule.ts';

const SAYS = sentences({
  'due-outside-window': {
    en: 'due {due} lies outside the window {window} (to {end}); correct one of them',
    zh: '完成时限 {due} 在窗口 {window}（至 {end}）之外，请更正',
  },
  'due-outside-window/step': {
    en: 'the checkpoint {step} lies outside the window {window}',
    zh: '分期目标 {step} 在窗口 {window} 之外',
  },
});

declare module '../model/diagnostic.ts' {
  interface FindingArgs extends ArgsByCode<typeof SAYS> {}
}

/** A due date outside the window of its target or of its plan, or a checkpoint outside its target's window. */
export const dueOutsideWindow: Rule = {
  id: 'due-outside-window',
  severity: 'error',
  says: SAYS,
  *check(w): Iterable<Finding<typeof SAYS>> {
    // one that is inherited is the same object everywhere: it is said once, where it is first met
    const seen = new Set<Due>();
    for (const thing of allThings(w)) {
      const { due, window } = thing;
      const inside = due.month >= window.start && due.month <= window.end;
      if (!inside && !seen.has(due)) {
        seen.add(due);
        const place = { file: thing.file, pointer: `${thing.pointer}/due` };
        yield {
          code: 'due-outside-window',
          args: { due: due.date, window: formatPeriod(window), end: lastDateOf(window) },
          ...place,
        };
      }
      // they are said where they are written, not again at everything below
      const steps = thing.steps?.pointer === `${thing.pointer}/steps` ? thing.steps : undefined;
      if (!steps) continue;
      // on a path of several years a checkpoint can lie in any of them
      const path =
        thing.type === 'target' && thing.indicator?.found && yearsPath(thing, thing.indicator.found);
      const way = path || steps.window;
      for (const { month } of steps.points) {
        const step = { start: month, end: month };
        if (!contains(way, step))
          yield {
            code: 'due-outside-window/step',
            args: { step: formatPeriod(step), window: formatPeriod(way) },
            file: thing.file,
            pointer: steps.pointer,
          };
      }
    }
  },
};
