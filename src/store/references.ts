import type { Catalogue } from '../model/catalogue.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import type { Written } from '../model/observation.ts';
import { wrongUnit } from './figure.ts';

type Reference = Pick<Written, 'indicator' | 'region' | 'period' | 'unit'>;

/** That a row names something the catalogue does not have, or is in a unit that can't measure it. */
export function checkReferences(
  row: Reference,
  file: string,
  line: number,
  catalogue: Catalogue,
): Diagnostic[] {
  const place = { file, line, column: 1 };
  const findings: Diagnostic[] = [];
  if (!catalogue.indicators.has(row.indicator)) {
    const nearest = catalogue.indicatorNames.nearest(row.indicator);
    findings.push(
      fault('store/unknown-indicator', { indicator: row.indicator, ...(nearest ? { nearest } : {}) }, place),
    );
  }
  const unit = wrongUnit(row, catalogue, file, line);
  if (unit) findings.push(unit);
  if (!catalogue.regions.has(row.region)) {
    const nearest = catalogue.regionNames.nearest(row.region);
    findings.push(
      fault('store/unknown-region', { region: row.region, ...(nearest ? { nearest } : {}) }, place),
    );
  }
  return findings;
}
