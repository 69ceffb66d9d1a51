import { type ArgsByCode, sentences } from '../model/message.ts';
import { allTargets, at, type Finding, isLeftOut, type Rule } from './rule.ts';

const SAYS = sentences({
  'unknown-indicator': {
    en: 'no indicator is called “{name}”[nearest: (did you mean “{nearest}”?)]; add it to the catalogue or correct the name',
    zh: '指标目录中没有“{name}”[nearest:（是否指“{nearest}”？）]；请在目录中添加或更正名称',
  },
  'unknown-indicator/missing': {
    en: 'the target “{id}” names no indicator; add indicator:',
    zh: '目标“{id}”没有指标，请补上 indicator:',
  },
});

declare module '../model/diagnostic.ts' {
  interface FindingArgs extends ArgsByCode<typeof SAYS> {}
}

/** A target names an indicator the catalogue doesn't have, or names none though it has to be measured. */
export const unknownIndicator: Rule = {
  id: 'unknown-indicator',
  severity: 'error',
  says: SAYS,
  *check(w): Iterable<Finding<typeof SAYS>> {
    for (const target of allTargets(w)) {
      const { indicator } = target;
      if (indicator && !indicator.found && !isLeftOut(w, indicator.text.replace(/\.growth$/, ''))) {
        const nearest = w.catalogue.indicatorNames.nearest(indicator.text) ?? '';
        yield {
          code: 'unknown-indicator',
          args: { name: indicator.text, nearest },
          ...at(target, 'indicator'),
        };
      } else if (!indicator && !target.sameAs && target.form?.comparator !== 'unquantified') {
        yield { code: 'unknown-indicator/missing', args: { id: target.id }, ...at(target) };
      }
    }
  },
};
