import type { Catalogue } from '../../model/catalogue.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Check } from './check.ts';
import { Desk } from './desk.ts';
import { falls } from './falls.ts';
import { growth } from './growth.ts';
import { leap } from './leap.ts';
import { months } from './months.ts';
import { part } from './part.ts';
import type { Look, Series } from './series.ts';
import { sums } from './sums.ts';

/** Every check there is; a new one is a file and a line here. Leaps come first, because they explain what follows. */
const CHECKS: readonly Check[] = [leap, falls, months, growth, part, sums];

/** More figures than any series has spans: what is checked by looking back would take too long. */
const LONGEST = 5000;

/**
 * What no office would mean, among figures of which some are fresh (合理性检查): warnings that name the figures, each
 * thing once for an indicator. Series by `seriesKey`; those that `related` names belong to them. `look` gives the exact
 * figure of an id, and is called only for what is suspected. Pure.
 */
export function plausible(
  series: ReadonlyMap<string, Series>,
  catalogue: Catalogue,
  look: Look,
): Diagnostic[] {
  const desk = new Desk(series, catalogue, look);
  for (const { check } of CHECKS)
    for (const s of series.values()) if (s.to - s.from <= LONGEST) check(s, desk);
  return desk.findings();
}
