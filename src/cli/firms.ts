import { openExport } from '../ingest/container/open.ts';
import { ingest } from '../ingest/ingest.ts';
import { Catalogue } from '../model/catalogue.ts';
import { decimal, decimalsOf } from '../model/decimal.ts';
import { type Diagnostic, finding, UserError } from '../model/diagnostic.ts';
import { fold } from '../model/names.ts';
import { type Observation, seriesKey } from '../model/observation.ts';
import { formatPeriod } from '../model/period.ts';
import type { Region } from '../model/region.ts';
import { showPath } from '../project/files.ts';
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

/** The figures of one file by its mapping, and what is remarkable about it. Throws UserError where a cell can't be read. */
async function readOne(
  path: string,
  shelf: Shelf,
  catalogue: Catalogue,
): Promise<{ readonly observations: Observation[]; readonly remarks: readonly Diagnostic[] }> {
  const exported = await openExport(path === '-' ? path : showPath(path));
  try {
    const file = exported.name;
    const known = shelf.mappingFor(file, exported);
    const { figures, diagnostics, tally } = ingest({
      name: file,
      source: exported,
      catalogue,
      ...(known ? { mapping: known.mapping } : {}),
    });
    // a firm left out would look like one that went away
    if (tally.rejected > 0) throw new UserError(diagnostics.filter((d) => d.severity === 'error'));
    const observations = [...figures].map(({ cell, number, ...rest }) => ({
      ...rest,
      value: decimal(number),
      decimals: decimalsOf(number),
      source: { batch: '', line: 0, file, cell, ingested: '' },
    }));
    return { observations, remarks: diagnostics };
  } finally {
    exported.close();
  }
}

/** That a later file gives another value for a figure; the later one counts. */
const twoValues = (old: Observation, now: Observation, firm: string): Diagnostic =>
  finding(
    'warning',
    'contributions/two-values',
    {
      indicator: now.indicator,
      firm,
      period: formatPeriod(now.period),
      oldValue: `${old.value.toFixed(old.decimals)} ${old.unit.text}`,
      newValue: `${now.value.toFixed(now.decimals)} ${now.unit.text}`,
    },
    { file: now.source.file },
  );

/**
 * Reads files of figures by firm, each by its mapping. Of two values of one figure that of the file named later counts,
 * and is remarked on.
 */
export async function readFirms(files: readonly string[], shelf: Shelf): Promise<Firms> {
  const catalogue = new FirmCatalogue(shelf.project.catalogue);
  const figures = new Map<string, Observation>();
  const remarks: Diagnostic[] = [];
  for (const path of files) {
    const read = await readOne(path, shelf, catalogue);
    for (const remark of read.remarks) remarks.push(remark);
    for (const o of read.observations) {
      const key = `${seriesKey(o.indicator, o.region)}${formatPeriod(o.period)}`;
      const earlier = figures.get(key);
      if (earlier && !earlier.value.eq(o.value))
        remarks.push(twoValues(earlier, o, catalogue.region(o.region.replace(/^firm /, '')).name));
      figures.set(key, o);
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
