import type { Catalogue } from '../../model/catalogue.ts';
import { isMoment } from '../../model/kinds.ts';
import type { ObservationStatus } from '../../model/observation.ts';
import type { Period } from '../../model/period.ts';
import type { Region } from '../../model/region.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { Problem } from '../problems.ts';
import type { Capture, Captures } from './captures.ts';
import type { CellLookup, FieldReader } from './field-reader.ts';
import { type IndicatorAndUnit, isResolved, type Resolved, Resolver } from './resolve.ts';
import type { Figure } from './value.ts';

/** What a cell is said to be; what can't be worked out is a problem. */
export interface Meaning {
  readonly series: Resolved<IndicatorAndUnit>;
  readonly region: Resolved<Region>;
  readonly period: Period | Problem;
  readonly status: ObservationStatus | undefined | Problem;
  readonly published: string | undefined | Problem;
}

/** The spans that a label means: of a moment (期末), and of everything else. */
interface Spans {
  readonly bag: Captures;
  moment?: Period | Problem;
  span?: Period | Problem;
}

/** What a name means, by the sign of per cent in the cell. */
type BySign = { [sign in 'plain' | '%' | '‰']?: Resolved<IndicatorAndUnit> };

/** The fields that say which span a figure is for. */
const SPAN_FIELDS = ['period', 'from', 'to', 'year', 'basis'] as const;

/** Says what cells mean; each text they are described by is looked up once, however many cells it describes. */
export class Meanings {
  readonly resolver: Resolver;
  readonly #read: FieldReader;
  readonly #series: CellLookup<BySign>;
  readonly #region: CellLookup<Meaning['region']>;
  readonly #spans: CellLookup<Spans>;
  readonly #status: CellLookup<Meaning['status']>;
  readonly #published: CellLookup<Meaning['published']>;

  constructor(mapping: Mapping, catalogue: Catalogue, read: FieldReader) {
    const resolver = new Resolver(mapping, catalogue);
    this.resolver = resolver;
    this.#read = read;
    this.#series = read.lookup(['indicator', 'unit', 'scale'], () => ({}));
    // which region of a name is meant hangs on the span where regions have not always existed
    const place = catalogue.dated ? (['region', ...SPAN_FIELDS] as const) : (['region'] as const);
    this.#region = read.lookup(place, (bag) => resolver.region(bag));
    this.#spans = read.lookup(SPAN_FIELDS, (bag) => ({ bag }));
    this.#status = read.lookup(['status'], (bag) => resolver.status(bag));
    this.#published = read.lookup(['published'], (bag) => resolver.published(bag));
  }

  /** What a cell means, by what its row and its column say of it and what its own text captured (`within`). */
  of(
    row: readonly Capture[],
    column: number,
    within: Captures | undefined,
    percent: Figure['percent'],
  ): Meaning {
    const bySign = this.#series(row, column, within);
    const sign = percent ?? 'plain';
    bySign[sign] ??= this.resolver.series(this.#read.bag(row, column, within), percent);
    const series = bySign[sign];
    return {
      series,
      region: this.#region(row, column, within),
      period: this.#period(this.#spans(row, column, within), series),
      status: this.#status(row, column, within),
      published: this.#published(row, column, within),
    };
  }

  #period(spans: Spans, series: Meaning['series']): Period | Problem {
    const indicator = isResolved(series) ? series.indicator : undefined;
    const refused = this.resolver.refusedBasis(spans.bag, indicator);
    if (refused) return refused;
    const moment = indicator !== undefined && isMoment(indicator);
    const sort = moment ? 'moment' : 'span';
    spans[sort] ??= this.resolver.period(spans.bag, moment);
    return spans[sort];
  }

  /** What a cell of these captured texts means. */
  ofTexts(bag: Captures, percent: Figure['percent']): Meaning {
    const series = this.resolver.series(bag, percent);
    return {
      series,
      region: this.resolver.region(bag),
      period: this.#period({ bag }, series),
      status: this.resolver.status(bag),
      published: this.resolver.published(bag),
    };
  }

  /** Whether a cell takes back a figure that was published (删除): it then needs none of its own. */
  isDeletion(row: readonly Capture[], column: number, within: Captures | undefined): boolean {
    return this.#status(row, column, within) === 'deleted';
  }

  /** The label of a cell's span, where one gives it. */
  labelOf(row: readonly Capture[], column: number, within: Captures | undefined): string | undefined {
    return this.#spans(row, column, within).bag.period;
  }
}
