import { type ArgsByCode, sentences } from '../model/message.ts';
import type { Change, Comparator } from '../model/plan.ts';
import { allTargets, at, type Finding, type Rule } from './rule.ts';

const SAYS = sentences({
  direction: {
    en: '{comparator} on {indicator}, of which [higher:higher][lower:lower] is better: is it meant so?',
    zh: '{indicator} [higher:越高越好][lower:越低越好]，却写了 {comparator}，是否写反？',
  },
});

declare module '../model/diagnostic.ts' {
  interface FindingArgs extends ArgsByCode<typeof SAYS> {}
}

/** Changes that are compared the other way round: of 下降 and 低于 a floor asks for a low figure. */
const TURNED: readonly (Change | undefined)[] = ['fall', 'below'];

/** The keys that were written: a change alone stands for at least that much, above and below for any difference. */
function writtenOf(change: Change | undefined, comparator: Comparator): string {
  if (!change) return comparator;
  const implied = change === 'above' || change === 'below' ? ['at_least', 'more_than'] : ['at_least'];
  return implied.includes(comparator) ? change : `${change}: ${comparator}`;
}

/** A floor on what should be low, or a ceiling on what should be high, also of a change of it: legal, but seldom meant. */
export const direction: Rule = {
  id: 'direction',
  severity: 'warning',
  says: SAYS,
  *check(w): Iterable<Finding<typeof SAYS>> {
    for (const target of allTargets(w)) {
      const better = target.indicator?.found?.better;
      const { comparator, change } = target.form ?? {};
      if (change === 'rank' || !comparator) continue;
      const turned = TURNED.includes(change);
      const floor = comparator === 'at_least' || comparator === 'more_than';
      const ceiling = comparator === 'at_most' || comparator === 'less_than';
      const [asksHigh, asksLow] = turned ? [ceiling, floor] : [floor, ceiling];
      if ((asksHigh && better === 'lower') || (asksLow && better === 'higher')) {
        const indicator = target.indicator?.text ?? '';
        const args = { comparator: writtenOf(change, comparator), indicator, better, [better]: better };
        yield { code: 'direction', args, ...at(target, change ?? comparator) };
      }
    }
  },
};
