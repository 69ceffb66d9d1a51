import { allThings, at, type Finding, type Rule } from './rule.ts';

/** A judgement by hand whose date is past: it no longer holds, and has to be taken back or renewed. */
export const override: Rule = {
  id: 'override',
  severity: 'error',
  *check(w): Iterable<Finding> {
    // only `validate` says what day it is: elsewhere the plan is judged, with the calculated status
    const { today } = w;
    if (today === undefined) return;
    for (const thing of allThings(w)) {
      if (thing.type === 'goal' || !thing.override || thing.override.until >= today) continue;
      const { status, until } = thing.override;
      yield { args: { id: thing.id, status, until, today }, ...at(thing, 'override/until') };
    }
  },
};
