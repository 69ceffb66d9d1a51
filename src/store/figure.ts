import type { Catalogue } from '../model/catalogue.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { isMoment } from '../model/kinds.ts';
import type { Observation } from '../model/observation.ts';
import type { Period } from '../model/period.ts';
import { commensurable } from '../model/unit.ts';

type Row = Pick<Observation, 'indicator' | 'period' | 'unit' | 'published'>;

/** The span a figure is known by: a stock, a rank, a share that builds up is one reading however long its span. */
export function spanOf(row: Row, catalogue: Catalogue): Period {
  const indicator = catalogue.indicators.get(row.indicator);
  return indicator && isMoment(indicator) ? { start: row.period.end, end: row.period.end } : row.period;
}

/** That a row is in a unit that can't measure its indicator. */
export function wrongUnit(
  row: Row,
  catalogue: Catalogue,
  file: string,
  line: number,
): Diagnostic | undefined {
  const unit = catalogue.indicators.get(row.indicator)?.unit;
  if (!unit || commensurable(unit, row.unit)) return undefined;
  const args = { indicator: row.indicator, unit: row.unit.text, expected: unit.text };
  return fault('store/wrong-unit', args, { file, line, column: 1 });
}

/** Whether what was ingested or published on that day was known on another; without one everything is. */
export const wasKnown = (day: string | undefined, knownOn: string | undefined): boolean =>
  knownOn === undefined || (day ?? '').slice(0, 10) <= knownOn;
