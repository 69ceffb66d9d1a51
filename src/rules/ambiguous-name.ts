import type { Indicator } from '../model/indicator.ts';
import { fold } from '../model/names.ts';
import { commensurable } from '../model/unit.ts';
import type { Finding, Rule } from './rule.ts';

/** One label for two indicators in the same kind of unit: an export could mean either. */
export const ambiguousName: Rule = {
  id: 'ambiguous-name',
  severity: 'warning',
  *check(w): Iterable<Finding> {
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
            args: { name, a: indicator.id, b: other.id },
            file: indicator.file,
            pointer: indicator.pointer,
          };
        }
  },
};
