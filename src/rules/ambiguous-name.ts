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
    const seen = new Set<string>();
    const said = (a: Indicator, b: Indicator, name: string): boolean => {
      const key = `${a.id} ${b.id} ${name}`;
      if (seen.has(key)) return true;
      seen.add(key);
      return false;
    };
    for (const indicator of w.catalogue.indicators.values())
      for (const name of [indicator.name, ...indicator.aliases].map(fold))
        for (const other of w.catalogue.indicatorNames.all(name)) {
          if (other.id >= indicator.id || !commensurable(other.unit, indicator.unit)) continue;
          if (said(indicator, other, name)) continue;
          yield {
            code: 'ambiguous-name',
            args: { name, a: indicator.id, b: other.id },
            file: indicator.file,
            pointer: indicator.pointer,
          };
        }
  },
};
