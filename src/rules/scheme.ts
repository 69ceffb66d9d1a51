import { nearest } from '../model/names.ts';
import { type Finding, isLeftOut, type Rule } from './rule.ts';

/** A scoring scheme that appraises a plan there is none of, or whose id another scheme has. */
export const scheme: Rule = {
  id: 'scheme',
  severity: 'error',
  *check(w): Iterable<Finding> {
    const ids = w.plans.map((p) => p.id);
    const first = new Map<string, string>();
    for (const s of w.schemes) {
      const twin = first.get(s.id);
      if (twin === undefined) first.set(s.id, s.file);
      else yield { what: 'twin', args: { id: s.id, file: twin }, file: s.file, pointer: '/id' };
      for (const [i, name] of s.plans.entries())
        if (!ids.includes(name) && !isLeftOut(w, name))
          yield { args: { name, nearest: nearest(name, ids) ?? '' }, file: s.file, pointer: `/plans/${i}` };
    }
  },
};
