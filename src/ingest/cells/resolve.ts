import type { Catalogue } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import { type Basis, type LabelResult, readPeriodLabel } from '../../model/label.ts';
import { fold } from '../../model/names.ts';
import type { ObservationStatus } from '../../model/observation.ts';
import { monthPeriod, type Period, yearBefore } from '../../model/period.ts';
import type { Region } from '../../model/region.ts';
import { commensurable, type Unit } from '../../model/unit.ts';
import { BASES, fills, type Mapping, type Sense, SKIP, STATUSES } from '../mapping/mapping.ts';
import { type Problem, problem } from '../problems.ts';
import type { Captures } from './captures.ts';
import { readDate } from './date.ts';
import { readScale, SCALES_SHOWN, scaled } from './scale.ts';

/** An indicator and the unit its figure is in. */
export interface IndicatorAndUnit {
  readonly indicator: Indicator;
  readonly unit: Unit;
}

/** What a text was looked up as: found, left out, or a problem. */
export type Resolved<T> = T | 'skip' | Problem;

/** Whether a look-up gave a problem. */
export const isProblem = (found: unknown): found is Problem =>
  typeof found === 'object' && found !== null && 'args' in found;

/** Whether a look-up gave what was looked for. */
export const isResolved = <T>(found: Resolved<T>): found is T => found !== 'skip' && !isProblem(found);

/** Turns captured texts into series, regions and spans; what it has read once it remembers. */
export class Resolver {
  readonly #mapping: Mapping;
  readonly #catalogue: Catalogue;
  readonly #series = new Map<string, Resolved<IndicatorAndUnit>>();
  readonly #regions = new Map<string, Resolved<Region>>();
  readonly #periods = new Map<string, Period | Problem>();
  /** Whether the mapping says where the scale of figures comes from. */
  readonly #scales: boolean;
  readonly #dotted = { padded: false, ten: false };

  constructor(mapping: Mapping, catalogue: Catalogue) {
    this.#mapping = mapping;
    this.#scales = fills(mapping, 'scale');
    this.#catalogue = catalogue;
  }

  /** The series a label and a unit mean; the unit may come from a % in the cell itself. */
  series(bag: Captures, percent: string | undefined): Resolved<IndicatorAndUnit> {
    const unit = bag.unit ?? percent;
    const key = [bag.whole, bag.indicator, unit, bag.scale].join('\u0000');
    let found = this.#series.get(key);
    if (found === undefined) {
      found =
        bag.indicator === undefined
          ? problem('ingest/empty-field', { field: 'indicator' })
          : this.#find(bag, unit);
      this.#series.set(key, found);
    }
    return found;
  }

  #find(bag: Captures, unitText: string | undefined): Resolved<IndicatorAndUnit> {
    const { labels, others } = this.#mapping;
    const label = bag.indicator ?? '';
    const whole = bag.whole ?? label;
    const target = labels.get(fold(whole)) ?? labels.get(fold(label));
    if (target === SKIP) return 'skip';
    const names = target === undefined ? [label, whole] : [target];
    const name = names.find((n) => this.#exists(n));
    if (name === undefined) {
      if (target !== undefined)
        return problem('ingest/label-leads-nowhere', { label, target, ...this.#near(target) });
      return others.labels === 'skip'
        ? 'skip'
        : problem('ingest/unknown-indicator', { label, ...this.#near(label) });
    }
    return this.#inUnit(label, name, unitText, bag.scale);
  }

  #exists(name: string): boolean {
    const found = this.#catalogue.series(name, undefined);
    return !('fault' in found) || found.fault !== 'unknown';
  }

  #near(name: string): { nearest?: string } {
    const nearest = this.#catalogue.indicatorNames.nearest(name);
    return nearest === undefined ? {} : { nearest };
  }

  #inUnit(
    label: string,
    name: string,
    unitText: string | undefined,
    scale: string | undefined,
  ): IndicatorAndUnit | Problem {
    if (scale === undefined && this.#scales) return problem('ingest/empty-field', { field: 'scale' });
    const power = readScale(scale ?? '0');
    if (power === undefined)
      return problem('ingest/unknown-scale', { text: scale ?? '', known: SCALES_SHOWN });
    const found = this.#withUnit(label, name, unitText);
    if (isProblem(found)) return found;
    const unit = scaled(this.#catalogue.units, found.unit, power);
    if (unit) return { indicator: found.indicator, unit };
    return problem('ingest/scale-of-unit', { label, unit: found.unit.text, text: scale ?? '' });
  }

  #withUnit(label: string, name: string, unitText: string | undefined): IndicatorAndUnit | Problem {
    const unit = unitText === undefined ? undefined : this.unit(unitText);
    if (unitText !== undefined && !unit) return problem('ingest/unknown-unit', { label, unit: unitText });
    let found = this.#catalogue.series(name, unit);
    // an id names one series; its name leads to the growth that shares it, told by the unit
    if ('fault' in found && found.fault === 'unit')
      found = this.#catalogue.series(found.found[0]?.name ?? name, unit);
    if (!('fault' in found)) {
      if (unit) return this.#counted(label, { indicator: found, unit });
      // only a place or a pure number can do without a unit
      const bare = found.kind === 'rank' || found.unit.dimensions === 'number';
      return bare
        ? { indicator: found, unit: found.unit }
        : problem('ingest/no-unit', { label, expected: [found.unit.text] });
    }
    if (found.fault === 'unknown') return problem('ingest/unknown-indicator', { label });
    const expected = found.found.map((i) => i.unit.text);
    if (!unit) return problem('ingest/no-unit', { label, expected });
    return found.fault === 'unit'
      ? problem('ingest/wrong-unit', { label, unit: unit.text, expected })
      : problem('ingest/ambiguous-indicator', {
          label,
          unit: unit.text,
          indicators: found.found.map((i) => i.id),
        });
  }

  /** A noun that does not count this indicator is another count: 人 are no 家. */
  #counted(label: string, series: IndicatorAndUnit): IndicatorAndUnit | Problem {
    const { nouns, unit } = series.indicator;
    const noun = series.unit.noun;
    if (noun === undefined || nouns.length === 0 || noun === unit.noun || nouns.includes(noun)) return series;
    return problem('ingest/wrong-noun', {
      label,
      noun,
      expected: [...new Set([...(unit.noun ? [unit.noun] : []), ...nouns])],
    });
  }

  /** A unit; a base (上年同月=100) is that of an index. */
  unit(text: string): Unit | undefined {
    const { units } = this.#catalogue;
    return units.parse(text);
  }

  /** A sign of per cent in a cell whose figures are in another unit; nothing where it fits. */
  wrongSign(percent: string, { unit }: IndicatorAndUnit): Problem | undefined {
    const sign = this.unit(percent);
    if (!sign || (commensurable(sign, unit) && sign.factor.eq(unit.factor))) return undefined;
    return problem('ingest/percent-cell', { found: sign.text, unit: unit.text });
  }

  /** The region a text names. */
  region(bag: Captures): Resolved<Region> {
    const text = bag.region;
    if (text === undefined) return problem('ingest/empty-field', { field: 'region' });
    // which region of a name is meant can hang on the span, which has its own message where it cannot be read
    const span = this.#catalogue.dated ? this.period(bag, false) : undefined;
    const at = span && !isProblem(span) ? span : undefined;
    const key = `${text}\u0000${at?.end ?? ''}`;
    let found = this.#regions.get(key);
    if (found === undefined) {
      found = this.#findRegion(text, at);
      this.#regions.set(key, found);
    }
    return found;
  }

  #findRegion(text: string, at: Period | undefined): Resolved<Region> {
    const { regions, others } = this.#mapping;
    const target = regions.get(fold(text));
    if (target === SKIP) return 'skip';
    const found = this.#catalogue.findRegion(target ?? text, at ? { at } : {});
    if (!('fault' in found)) return found;
    if (found.fault === 'ambiguous')
      return problem('ingest/ambiguous-region', {
        region: target ?? text,
        several: this.#catalogue.listed(found.found),
      });
    if (target === undefined && others.regions === 'skip') return 'skip';
    return problem('ingest/unknown-region', {
      region: target ?? text,
      ...(found.nearest === undefined ? {} : { nearest: found.nearest }),
    });
  }

  /** Why a word of basis can't be taken; nothing where it can. */
  refusedBasis(bag: Captures, indicator: Indicator | undefined): Problem | undefined {
    const { basis } = bag;
    if (basis === undefined) return undefined;
    if (!isSense(basis)) return problem('ingest/unknown-basis', { word: basis, known: BASES });
    // an amount made over a span has no reading at its end
    return basis === 'end' && indicator?.kind === 'flow'
      ? problem('ingest/end-of-flow', { indicator: indicator.id })
      : undefined;
  }

  /**
   * The span a figure is for, whose basis is not refused. Stocks (`moment`) are keyed by its end; for the rest the export's
   * own basis counts.
   */
  period(bag: Captures, moment: boolean): Period | Problem {
    this.#seeDotted(bag.period);
    const explicit = bag.basis as Sense | undefined;
    const basis = moment ? 'end' : basisOf(explicit);
    const key = [basis, explicit, bag.year, bag.period, bag.from, bag.to].join('\u0000');
    let found = this.#periods.get(key);
    if (!found) {
      const named = readSpan(bag, basis);
      found = explicit?.endsWith('-before') && !isProblem(named) ? yearBefore(named) : named;
      this.#periods.set(key, found);
    }
    return found;
  }

  /** How this export writes months with a dot: 2016.01 with its zero, or 2016.10 as it is. */
  #seeDotted(label: string | undefined): void {
    const month = /^\s*\d{4}\.(0\d|10)\s*$/.exec(label ?? '')?.[1];
    if (month === '10') this.#dotted.ten = true;
    else if (month !== undefined) this.#dotted.padded = true;
  }

  /**
   * A label such as 2016.1 as it was before a spreadsheet dropped its zero, told by the other labels of the export:
   * October beside 2016.01, January beside 2016.10; undefined where neither is there. Ask when all have been seen.
   */
  mended(label: string): string | undefined {
    if (this.#dotted.padded) return `${label}0`;
    return this.#dotted.ten ? label.replace('.', '.0') : undefined;
  }

  /** What a flag says of its figure. */
  status(bag: Captures): ObservationStatus | undefined | Problem {
    if (bag.status === undefined || bag.status === 'none') return undefined;
    const known = STATUSES.find((s) => s === bag.status);
    return known === undefined
      ? problem('ingest/unknown-flag', { flag: bag.status, known: STATUSES })
      : (known as ObservationStatus);
  }

  /** The day a figure was published, as an ISO date. */
  published(bag: Captures): string | undefined | Problem {
    if (bag.published === undefined) return undefined;
    return readDate(bag.published) ?? problem('ingest/unreadable-date', { text: bag.published });
  }
}

const isSense = (word: string): word is Sense => (BASES as readonly string[]).includes(word);

/** How a label is taken; that its figure is of a year before (上年同期) is another thing. */
function basisOf(sense: Sense | undefined): Basis {
  if (sense === 'year-before') return 'span';
  return sense === 'year-to-date-before' ? 'year-to-date' : (sense ?? 'span');
}

function readSpan(bag: Captures, basis: Basis): Period | Problem {
  const year = bag.year === undefined ? undefined : Number(/^(\d{4})\s*年?度?$/.exec(bag.year)?.[1]);
  if (Number.isNaN(year)) return problem('ingest/unreadable-year', { text: bag.year ?? '' });
  const one = (label: string, as: Basis): Period | Problem => {
    const read: LabelResult = readPeriodLabel(label, { basis: as, ...(year === undefined ? {} : { year }) });
    return 'period' in read ? read.period : problem(`ingest/period-${read.fault}`, { label });
  };
  if (bag.period !== undefined) return one(bag.period, basis);
  if (bag.from === undefined || bag.to === undefined)
    return year === undefined ? problem('ingest/empty-field', { field: 'period' }) : one(String(year), basis);
  const [from, to] = [one(bag.from, 'span'), one(bag.to, 'span')];
  if (isProblem(from) || isProblem(to)) return isProblem(from) ? from : to;
  if (from.start > to.end) return problem('ingest/period-backwards', { label: `${bag.from} – ${bag.to}` });
  return basis === 'end' ? monthPeriod(to.end) : { start: from.start, end: to.end };
}
