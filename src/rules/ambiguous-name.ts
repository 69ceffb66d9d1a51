import type { Indicator } from '../model/indicator.ts';
import { type ArgsByCode, sentences } from '../model/message.ts';
import { fold } from '../model/names.ts';
import { commensurable } from '../model/unit.ts';
import type { Finding, Rule } from './rule.ts';

const SAYS = sentences({
  'ambiguous-name': {
    en: 'the label “{name}” means both {a} and {b}, in the same kind of unit; an export could mean either',
    zh: '名称“{name}”同时指 {a} 和 {b}，且单位同类，数据表中无法区分',
  },
});

declare module '../model/diagnostic.ts' {
  interface FindingArgs extends ArgsByCode<typeof SAYS> {}
}

/** One label for two indicators in the same kind of unit: an export could mean either. */
export const ambiguousName: Rule = {
  id: 'ambiguous-name',
  severity: 'warning',
  says: SAYS,
  *check(w): Iterable<Finding<typeof SAYS>> {
    // each is set against the first of its name and kind of unit: pairs would be as many as the square of them
    const firsts = new Map<string, Indicator[]>();
    const byId = [...w.catalogue.indicators.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const indicator of byId)
      for (const name of new Set([indicator.name, ...indicator.aliases].map(fold))) {
        const others = firsts.get(name) ?? [];
        firsts.set(name, others);
        const other = others.find((o) => commensurable(o.unit, indicator.unit));
        if (!other) others.push(indicator);
        else
          yield {
            code: 'ambiguous-name',
            args: { name, a: indicator.id, b: other.id },
            file: indicator.file,
            pointer: indicator.pointer,
          };
      }
  },
};
