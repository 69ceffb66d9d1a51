import { ingest } from '../ingest/ingest.ts';
import { Catalogue } from '../model/catalogue.ts';
import { type Diagnostic, UserError } from '../model/diagnostic.ts';
import { fold } from '../model/names.ts';
import { type Observation, seriesKey } from '../model/observation.ts';
import { formatPeriod } from '../model/period.ts';
import type { Region } from '../model/region.ts';
import { readBytes, showPath } from '../project/files.ts';
import type { Shelf } from './mappings.ts';

/** A catalogue in which every name is a firm: a mapping's `region` then names firms, which are never regions. */
class FirmCatalogue extends Catalogue {
  readonly firms = new Map<string, Region>();

  constructor(catalogue: Catalogue) {
    super(catalogue.units);
    Object.assign(this, { indicators: catalogue.indicators, indicatorNames: catalogue.indicatorNames });
  }

  override region(name: string): Region {
    const key = fold(name);
    const known = this.firms.get(key);
    if (known) return known;
    // no region has a code with a space in it, so that the two can stand beside each other
    const firm = { code: `firm ${key}`, name: name.trim(), aliases: [], file: '', pointer: '' };
    this.firms.set(key, firm);
    return firm;
  }
}

/** Figures by firm, as some files give them. They are not stored. */
export interface Firms {
  readonly firms: readonly Region[];
  readonly series: ReadonlyMap<string, readonly Observation[]>;
  readonly remarks: readonly Diagnostic[];
}

/**
 * Reads files of figures by firm, each by its mapping. Of two values of one figure that of the file named later counts,
 * and is remarked on. Throws UserError where a cell can't be read: a firm left out would look like one that went away.
 */
export function readFirms(files: readonly string[], shelf: Shelf): Firms {
  const catalogue = new FirmCatalogue(shelf.project.catalogue);
  const figures = new Map<string, Observation>();
  const remarks: Diagnostic[] = [];
  for (const path of files) {
    const file = showPath(path);
    const bytes = readBytes(path);
    const known = shelf.mappingFor(file, bytes);
    const { observations, diagnostics, tally } = ingest({
      name: file,
      bytes,
      catalogue,
      ...(known ? { mapping: known.mapping } : {}),
    });
    if (tally.rejected > 0) throw new UserError(...diagnostics.filter((d) => d.severity === 'error'));
    remarks.push(...diagnostics);
    for (const { cell, ...o } of observations) {
      const key = `${seriesKey(o.indicator, o.region)}${formatPeriod(o.period)}`;
      const earlier = figures.get(key);
      if (earlier && !earlier.value.eq(o.value)) {
        const firm = catalogue.region(o.region.replace(/^firm /, '')).name;
        const args = {
          indicator: o.indicator,
          firm,
          period: formatPeriod(o.period),
          oldValue: `${earlier.value.toFixed(earlier.decimals)} ${earlier.unit.text}`,
          newValue: `${o.value.toFixed(o.decimals)} ${o.unit.text}`,
        };
        remarks.push({ code: 'contributions/two-values', severity: 'warning', args, file });
      }
      figures.set(key, { ...o, source: { batch: '', line: 0, file, cell, ingested: '' } });
    }
  }
  const series = new Map<string, Observation[]>();
  for (const o of figures.values()) {
    const key = seriesKey(o.indicator, o.region);
    const known = series.get(key);
    if (known) known.push(o);
    else series.set(key, [o]);
  }
  return { firms: [...catalogue.firms.values()], series, remarks };
}
