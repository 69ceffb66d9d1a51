import { type ArgsByCode, sentences } from '../model/message.ts';
import { allThings, at, type Finding, type Rule } from './rule.ts';

const SAYS = sentences({
  override: {
    en: 'the judgement by hand of “{id}” ({status}) ended on {until}, and today is {today}; take it away, or decide anew with a later date',
    zh: '“{id}”的人工判定（{status}）已于 {until} 到期，今天是 {today}；请撤销，或重新判定并写明新的期限',
  },
});

declare module '../model/diagnostic.ts' {
  interface FindingArgs extends ArgsByCode<typeof SAYS> {}
}

/** A judgement by hand whose date is past: it no longer holds, and has to be taken back or renewed. */
export const override: Rule = {
  id: 'override',
  severity: 'error',
  says: SAYS,
  *check(w): Iterable<Finding<typeof SAYS>> {
    // only `validate` says what day it is: elsewhere the plan is judged, with the calculated status
    const { today } = w;
    if (today === undefined) return;
    for (const thing of allThings(w)) {
      if (thing.type === 'goal' || !thing.override || thing.override.until >= today) continue;
      const { status, until } = thing.override;
      yield {
        code: 'override',
        args: { id: thing.id, status, until, today },
        ...at(thing, 'override/until'),
      };
    }
  },
};
