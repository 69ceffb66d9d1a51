import { type ArgsByCode, sentences } from '../model/message.ts';
import { allTargets, at, type Finding, type Rule } from './rule.ts';

const SAYS = sentences({
  'count-noun': {
    en: '{indicator} is counted in {own}; “{noun}” is taken as the same',
    zh: '{indicator} 的计量单位是“{own}”，此处“{noun}”按相同单位处理',
  },
});

declare module '../model/diagnostic.ts' {
  interface FindingArgs extends ArgsByCode<typeof SAYS> {}
}

/** A count in another noun than its indicator's: taken as the same, and said. */
export const countNoun: Rule = {
  id: 'count-noun',
  severity: 'info',
  says: SAYS,
  *check(w): Iterable<Finding<typeof SAYS>> {
    for (const target of allTargets(w)) {
      const indicator = target.indicator?.found;
      const noun = target.form?.value?.unit.noun;
      if (!indicator || !noun || indicator.kind === 'rank' || target.form?.change === 'rank') continue;
      const own = indicator.unit.noun;
      const allowed = [...(own ? [own] : []), ...indicator.nouns];
      if (own === undefined || allowed.includes(noun)) continue;
      yield {
        code: 'count-noun',
        args: { noun, indicator: indicator.id, own },
        ...at(target, target.form?.change ?? target.form?.comparator ?? ''),
      };
    }
  },
};
