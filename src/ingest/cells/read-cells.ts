import type { Severity } from '../../model/diagnostic.ts';
import { isMoment } from '../../model/indicator.ts';
import { formatPeriod, type Period } from '../../model/period.ts';
import { commensurable } from '../../model/unit.ts';
import { FigureTable, type Taken } from '../figures/figure-table.ts';
import type { IngestInput } from '../input.ts';
import { capture, type Field, type Mapping } from '../mapping/mapping.ts';
import { type Problem, Problems, problem } from '../problems.ts';
import type { Block } from '../table/table.ts';
import { cellName, isBlank, ownText, tidy } from '../text.ts';
import type { Capture, Captures, Facet, FieldReader } from './captures.ts';
import { type Found, isProblem, Resolver, type Series } from './resolve.ts';
import { Rivals } from './two-values.ts';
import { type Figure, type Value, type ValueReader, valueReader } from './value.ts';

/** Where a cell stands, and its text. */
interface Cell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Knows its place in the file. */
  readonly in: Pick<Block, 'place'>;
}

/** What a cell is said to be; what can't be worked out is a problem. */
interface Meaning {
  readonly series: Found<Series>;
  readonly region: ReturnType<Resolver['region']>;
  readonly period: Period | Problem;
  readonly status: ReturnType<Resolver['status']>;
  readonly published: ReturnType<Resolver['published']>;
}

/** A cell whose span is known only when all labels have been seen. */
interface Waiting {
  readonly cell: Cell;
  readonly figure: Figure;
  readonly bag: Captures;
}

/** The spans that a label means: of a stock, and of everything else. */
interface Spans {
  readonly bag: Captures;
  moment?: Period | Problem;
  span?: Period | Problem;
}

/** The series that a name means, by the sign of per cent in the cell. */
interface SeriesOf {
  plain?: Found<Series>;
  '%'?: Found<Series>;
  '‰'?: Found<Series>;
}

/** What the captured texts of a cell mean, each worked out once for the same texts. */
interface Facets {
  readonly series: Facet<SeriesOf>;
  readonly region: Facet<ReturnType<Resolver['region']>>;
  readonly spans: Facet<Spans>;
  readonly status: Facet<ReturnType<Resolver['status']>>;
  readonly published: Facet<ReturnType<Resolver['published']>>;
  readonly keeps: Facet<boolean>;
}

const NO_PROBLEMS: readonly Problem[] = [];
const NO_FIGURE: Figure = { number: '0' };

const isTaken = <T>(found: Found<T>): found is T => found !== 'skip' && !isProblem(found);

const isAmbiguous = (found: unknown): boolean => isProblem(found) && found.code === 'ingest/period-ambiguous';

/** Names of what is left out that are held, to be listed. */
const HELD = 10_000;

/** One reading of one export: takes its cells one by one and keeps count of what becomes of them. */
export class Run {
  readonly tally = { cells: 0, missing: 0, rejected: 0, skipped: 0, repeated: 0 };
  readonly findings = new Problems();
  readonly figures = new FigureTable();
  /** Cells that say something of the same figure. */
  readonly rivals = new Rivals();
  /** Names of series and regions that the mapping leaves out. */
  readonly skipped = new Set<string>();
  /** Cells of dimensions that the mapping leaves out. */
  otherDimensions = 0;
  readonly #input: IngestInput;
  readonly #read: FieldReader;
  readonly #resolver: Resolver;
  readonly #value: ValueReader;
  readonly #valueField: Field | undefined;
  readonly #facets: Facets;
  readonly #deletes: boolean;
  readonly #waiting: Waiting[] = [];

  constructor(input: IngestInput, mapping: Mapping, read: FieldReader) {
    this.#input = input;
    this.#read = read;
    const resolver = new Resolver(mapping, input.catalogue);
    this.#resolver = resolver;
    this.#value = valueReader(mapping.missing, mapping.dialect.decimal);
    const valueField = mapping.fields.find((f) => f.name === 'value');
    this.#valueField = valueField?.as.every((p) => p.bare) ? undefined : valueField;
    this.#deletes = mapping.fields.some((f) => f.as.some((p) => p.fills.includes('status')));
    this.#facets = {
      series: read.facet(['indicator', 'unit'], () => ({})),
      region: read.facet(['region'], (bag) => resolver.region(bag)),
      spans: read.facet(['period', 'from', 'to', 'year', 'basis'], (bag) => ({ bag })),
      status: read.facet(['status'], (bag) => resolver.status(bag)),
      published: read.facet(['published'], (bag) => resolver.published(bag)),
      keeps: read.facet(read.dimensions, read.keepsCell),
    };
  }

  #say(p: Problem, cell: Cell, severity: Severity = 'error'): void {
    const place = () => cell.in.place(cell.row, cell.column);
    this.findings.add(p, cellName(cell.row, cell.column), this.#input.name, place, severity);
  }

  #reject(cell: Cell, problems: readonly Problem[]): void {
    this.tally.rejected++;
    this.#input.reject?.({ cell: cellName(cell.row, cell.column), text: cell.text, problems });
    for (const p of problems) this.#say(p, cell);
  }

  /** A row longer than its header: a comma inside a name or a number has moved its cells. */
  rejectRow(block: Block, row: number, cells: readonly string[]): void {
    const found = cells.findLastIndex((c) => !isBlank(c)) + 1;
    const long = problem('ingest/row-too-long', { row: row + 1, expected: this.#read.width, found });
    for (const column of this.#read.valueColumns) {
      this.tally.cells++;
      this.#reject({ row, column, text: cells[column] ?? '', in: block }, [long]);
    }
  }

  /** A row of other dimensions than the mapping keeps. */
  leaveRow(): void {
    const cells = this.#read.valueColumns.length;
    this.tally.cells += cells;
    this.#leave(cells);
  }

  #leave(cells: number): void {
    this.tally.skipped += cells;
    this.otherDimensions += cells;
  }

  /** A cell that is not there, because its row ends before it. */
  short(block: Block, row: number, column: number, severity: Severity): void {
    const cell = { row, column, text: '', in: block };
    if (severity === 'error') {
      this.tally.cells++;
      this.#reject(cell, [problem('ingest/truncated', { row: row + 1 })]);
    } else this.#say(problem('ingest/row-too-short', { row: row + 1 }), cell, severity);
  }

  cell(block: Block, row: number, column: number, text: string, about: readonly Capture[]): void {
    this.tally.cells++;
    const whole = this.#value(text);
    const within =
      this.#valueField && typeof whole === 'string' ? capture(this.#valueField, tidy(text)) : undefined;
    if (!this.#facets.keeps(about, column, within)) {
      this.#leave(1);
      return;
    }
    const value = within?.value === undefined ? whole : this.#value(within.value);
    if (value === 'missing' && !(this.#deletes && this.#facets.status(about, column, within) === 'deleted')) {
      this.tally.missing++;
      return;
    }
    const meaning = this.#meaning(about, column, within, value);
    if (meaning.series === 'skip' || meaning.region === 'skip') {
      const bag = this.#read.bag(about, column, within);
      this.tally.skipped++;
      if (this.skipped.size < HELD)
        this.skipped.add((meaning.series === 'skip' ? bag.indicator : bag.region) ?? '');
      return;
    }
    const cell = { row, column, text, in: block };
    const problems = this.#problems(cell, about, value);
    const figure = typeof value === 'string' ? NO_FIGURE : value;
    if (
      isAmbiguous(meaning.period) &&
      problems.length === 0 &&
      this.#facets.spans(about, column, within).bag.period
    ) {
      const place = block.place(row, column);
      const bag = this.#read.bag(about, column, within);
      const own = { row, column, text: ownText(text), in: { place: () => place } };
      const digits = { ...figure, number: ownText(figure.number) };
      this.#waiting.push({ cell: own, figure: digits, bag });
    } else this.#settle(cell, figure, meaning, problems);
  }

  /** What is wrong with the texts themselves, before they are looked up. */
  #problems({ text, column }: Cell, about: readonly Capture[], value: Value): readonly Problem[] {
    const unfitting = this.#read.unfitting(about, column);
    if (unfitting.length === 0 && value !== 'unreadable') return NO_PROBLEMS;
    return [
      ...unfitting.map((u) => problem('ingest/pattern-unfitting', { ...u })),
      ...(value === 'unreadable' ? [problem('ingest/not-a-number', { text: tidy(text) })] : []),
    ];
  }

  #meaning(about: readonly Capture[], column: number, within: Captures | undefined, value: Value): Meaning {
    const percent = typeof value === 'string' ? undefined : value.percent;
    const known = this.#facets.series(about, column, within);
    const sign = percent ?? 'plain';
    known[sign] ??= this.#resolver.series(this.#read.bag(about, column, within), percent);
    const series = known[sign];
    const spans = this.#facets.spans(about, column, within);
    const indicator = isTaken(series) ? series.indicator : undefined;
    const kind = indicator && isMoment(indicator) ? 'moment' : 'span';
    spans[kind] ??= this.#resolver.period(spans.bag, indicator);
    return {
      series,
      region: this.#facets.region(about, column, within),
      period: spans[kind],
      status: this.#facets.status(about, column, within),
      published: this.#facets.published(about, column, within),
    };
  }

  /** Cells whose label can be two months, now that the other labels are known. */
  settleWaiting(): void {
    for (const { cell, figure, bag } of this.#waiting) {
      const label = this.#resolver.mended(bag.period ?? '');
      if (label !== undefined)
        this.#say(problem('ingest/month-mended', { label: bag.period ?? '', month: label }), cell, 'info');
      const whole: Captures = label === undefined ? bag : { ...bag, period: label };
      const series = this.#resolver.series(whole, figure.percent);
      const indicator = isTaken(series) ? series.indicator : undefined;
      const meaning = {
        series,
        region: this.#resolver.region(whole),
        period: this.#resolver.period(whole, indicator),
        status: this.#resolver.status(whole),
        published: this.#resolver.published(whole),
      };
      this.#settle(cell, figure, meaning, NO_PROBLEMS);
    }
  }

  /** Takes a cell of which everything is known, else rejects it. */
  #settle(cell: Cell, figure: Figure, meaning: Meaning, texts: readonly Problem[]): void {
    const { series, region, period, status } = meaning;
    const published = meaning.published ?? this.#input.published;
    const problems =
      isTaken(series) && figure.percent !== undefined ? [...texts, ...this.#percent(figure, series)] : texts;
    if (
      problems.length > 0 ||
      !isTaken(series) ||
      !isTaken(region) ||
      !isTaken(period) ||
      isProblem(status) ||
      isProblem(published)
    ) {
      // what does not fit its pattern leaves fields empty, which is no second fault
      const faults = [series, region, period, status, published]
        .filter(isProblem)
        .filter((p) => texts.length === 0 || p.code !== 'ingest/empty-field');
      this.#reject(cell, [...problems, ...faults]);
      return;
    }
    const { indicator, unit } = series;
    const { number, bound } = figure;
    const { row, column } = cell;
    this.#take(cell, { indicator, region, period, number, unit, bound, status, published, row, column });
  }

  /** A sign of per cent in a cell whose figures are in another unit. */
  #percent(figure: Figure, series: Series): readonly Problem[] {
    const sign = this.#resolver.unit(figure.percent ?? '%');
    if (!sign || (commensurable(sign, series.unit) && sign.factor.eq(series.unit.factor))) return NO_PROBLEMS;
    return [problem('ingest/percent-cell', { found: sign.text, unit: series.unit.text })];
  }

  #take(cell: Cell, taken: Taken): void {
    this.#remarkNoun(cell, taken);
    const outcome = this.figures.add(taken);
    if (outcome.kind === 'new') return;
    const { kind, earlier } = outcome;
    this.rivals.add(this.figures.rowOf(earlier), cell.row, kind);
    if (kind === 'repeated') {
      this.tally.repeated++;
      return;
    }
    const p = problem('ingest/two-values', {
      indicator: taken.indicator.id,
      region: taken.region.code,
      period: formatPeriod(taken.period),
      first: `${this.figures.textOf(earlier)} ${this.figures.unitOf(earlier).text}`,
      firstCell: this.figures.cellOf(earlier),
      second: `${taken.number} ${taken.unit.text}`,
    });
    if (this.figures.strike(earlier)) {
      // neither is taken: which is right is not for the program to say
      this.tally.rejected++;
      const [first, text] = [this.figures.cellOf(earlier), this.figures.textOf(earlier)];
      this.#input.reject?.({ cell: first, text, problems: [p] });
    }
    this.#reject(cell, [p]);
  }

  /** Count nouns are interchangeable within one indicator, and said (METHOD §2). */
  #remarkNoun(cell: Cell, { indicator, unit }: Taken): void {
    const own = indicator.unit.noun;
    if (unit.noun === undefined || own === undefined || unit.noun === own) return;
    this.#say(problem('ingest/other-noun', { indicator: indicator.id, noun: unit.noun, own }), cell, 'info');
  }
}
