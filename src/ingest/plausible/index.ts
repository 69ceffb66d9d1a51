import type { Catalogue } from '../../model/catalogue.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Check } from './check.ts';
import { Evidence } from './evidence.ts';
import { falls } from './falls.ts';
import { growth } from './growth.ts';
import { leap } from './leap.ts';
import { months } from './months.ts';
import { part } from './part.ts';
import { rates } from './rates.ts';
import type { Look, Series } from './series.ts';
import { sums } from './sums.ts';
import { Warnings } from './warnings.ts';

/** Every check there is; a new one is a file and a line here. Leaps come first, because they explain what follows. */
const CHECKS: readonly Check[] = [leap, rates, falls, months, growth, part, sums];

/** More figures than any series has spans: what is checked by looking back would take too long. */
const LONGEST = 5000;

/**
 * Warns of what an office can hardly have meant, among figures of which some are fresh (合理性检查): each check once for
 * an indicator, with the figures by name. Takes series by `seriesKey`, those that `related` lists among them; `look` gives
 * the exact figure of an id, and is called only for what is suspected. Pure.
 */
export function plausible(
  series: ReadonlyMap<string, Series>,
  catalogue: Catalogue,
  look: Look,
): Diagnostic[] {
  const evidence = new Evidence(series, catalogue, look);
  const warnings = new Warnings(evidence);
  for (const { check } of CHECKS)
    for (const s of series.values()) if (s.to - s.from <= LONGEST) check(s, warnings, evidence);
  return warnings.list();
}
