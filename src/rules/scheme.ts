import { type ArgsByCode, sentences } from '../model/message.ts';
import { nearest } from '../model/names.ts';
import { type Finding, isLeftOut, type Rule } from './rule.ts';

const SAYS = sentences({
  scheme: {
    en: 'no plan is called “{name}”[nearest: (did you mean “{nearest}”?)]',
    zh: '没有方案“{name}”[nearest:（是否指“{nearest}”？）]',
  },
  'scheme/twin': {
    en: 'the scheme “{id}” stands in {file} too; give one of them another id',
    zh: '考核办法“{id}”与 {file} 中的重名，请改其一',
  },
});

declare module '../model/diagnostic.ts' {
  interface FindingArgs extends ArgsByCode<typeof SAYS> {}
}

/** A scoring scheme that appraises a plan there is none of, or whose id another scheme has. */
export const scheme: Rule = {
  id: 'scheme',
  severity: 'error',
  says: SAYS,
  *check(w): Iterable<Finding<typeof SAYS>> {
    const ids = w.plans.map((p) => p.id);
    const first = new Map<string, string>();
    for (const s of w.schemes) {
      const twin = first.get(s.id);
      if (twin === undefined) first.set(s.id, s.file);
      else yield { code: 'scheme/twin', args: { id: s.id, file: twin }, file: s.file, pointer: '/id' };
      for (const [i, name] of s.plans.entries())
        if (!ids.includes(name) && !isLeftOut(w, name))
          yield {
            code: 'scheme',
            args: { name, nearest: nearest(name, ids) ?? '' },
            file: s.file,
            pointer: `/plans/${i}`,
          };
    }
  },
};
