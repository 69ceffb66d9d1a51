import { decimal, decimalsOf } from '../model/decimal.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { formatPeriod } from '../model/period.ts';
import { commensurable } from '../model/unit.ts';
import type { Capture, Captures, FieldReader } from './fields.ts';
import { Findings, type Problem, problem } from './findings.ts';
import type { IngestInput } from './input.ts';
import { capture, type Field, type Mapping } from './mapping-types.ts';
import { type Reading, Repeats } from './repeats.ts';
import { isProblem, Resolver } from './resolve.ts';
import type { Table } from './table.ts';
import { cellName, isBlank, tidy } from './text.ts';
import { type Figure, type ValueReader, valueReader } from './value.ts';

/** A cell that was not taken, with its text and why. */
export interface Reject {
  readonly cell: string;
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** A cell that the mapping leaves out, by the name of its series or region. */
interface Skip {
  readonly skip: string;
}

/** One reading of one file: takes its cells one by one and keeps count of what becomes of them. */
export class Run {
  readonly tally = { cells: 0, missing: 0, rejected: 0, skipped: 0, repeated: 0 };
  readonly rejects: Reject[] = [];
  readonly findings = new Findings();
  readonly repeats = new Repeats();
  /** Names of series and regions that the mapping leaves out. */
  readonly skipped = new Set<string>();
  readonly #input: IngestInput;
  readonly #table: Table;
  readonly #resolver: Resolver;
  readonly #value: ValueReader;
  readonly #valueField: Field | undefined;

  constructor(input: IngestInput, mapping: Mapping, table: Table) {
    this.#input = input;
    this.#table = table;
    this.#resolver = new Resolver(mapping, input.catalogue);
    this.#value = valueReader(mapping.missing, mapping.dialect.decimal);
    this.#valueField = mapping.fields.find((f) => f.name === 'value');
  }

  #say(p: Problem, row: number, column: number, severity: Diagnostic['severity'] = 'error'): void {
    const place = () => this.#table.place(row, column);
    this.findings.add(p, cellName(row, column), this.#input.name, place, severity);
  }

  #reject(row: number, column: number, text: string, problems: readonly Problem[]): void {
    this.tally.rejected++;
    this.rejects.push({ cell: cellName(row, column), text, problems });
    for (const p of problems) this.#say(p, row, column);
  }

  /** A row longer than its header: a comma inside a name or a number has moved its cells. */
  rejectRow(row: number, columns: readonly number[], width: number): void {
    const cells = this.#table.rows[row] ?? [];
    const found = cells.findLastIndex((c) => !isBlank(c)) + 1;
    const long = problem('ingest/row-too-long', { row: row + 1, expected: width, found });
    for (const column of columns) {
      this.tally.cells++;
      this.#reject(row, column, cells[column] ?? '', [long]);
    }
  }

  /** A cell that is not there, because its row ends before it. */
  short(row: number, column: number, severity: Diagnostic['severity']): void {
    const code = severity === 'error' ? 'ingest/truncated' : 'ingest/row-too-short';
    const p = problem(code, { row: row + 1 });
    if (severity === 'error') {
      this.tally.cells++;
      this.#reject(row, column, '', [p]);
    } else this.#say(p, row, column, severity);
  }

  cell(row: number, column: number, read: FieldReader, about: readonly Capture[]): void {
    this.tally.cells++;
    const text = this.#table.rows[row]?.[column] ?? '';
    const whole = this.#value(text);
    const within =
      this.#valueField && typeof whole === 'string' ? capture(this.#valueField, text) : undefined;
    const value = within?.value === undefined ? whole : this.#value(within.value);
    const { bag, unfitting } = read.cell(about, column, within);
    if (value === 'missing' && bag.status !== 'deleted') {
      this.tally.missing++;
      return;
    }
    const problems = unfitting.map((u) => problem('ingest/pattern-unfitting', { ...u }));
    if (value === 'unreadable') problems.push(problem('ingest/not-a-number', { text: tidy(text) }));
    const reading = this.#resolve(bag, value, cellName(row, column), problems);
    if (reading && 'skip' in reading) {
      this.tally.skipped++;
      this.skipped.add(reading.skip);
    } else if (reading) this.#keep(reading, row, column, text);
    else this.#reject(row, column, text, problems);
  }

  /** The reading of a cell, the name it is left out for, or nothing with its problems added. */
  #resolve(
    bag: Captures,
    value: Figure | 'missing' | 'unreadable',
    cell: string,
    problems: Problem[],
  ): Reading | Skip | undefined {
    const figure: Figure = typeof value === 'string' ? { number: '0' } : value;
    const series = this.#resolver.series(bag, figure.percent);
    const region = this.#resolver.region(bag);
    if (series === 'skip') return { skip: bag.indicator ?? '' };
    if (region === 'skip') return { skip: bag.region ?? '' };
    const indicator = isProblem(series) ? undefined : series.indicator;
    const period = this.#resolver.period(bag, indicator);
    const status = this.#resolver.status(bag);
    const published = this.#resolver.published(bag) ?? this.#input.published;
    problems.push(...[series, region, period, status, published].filter(isProblem));
    if (isProblem(series) || isProblem(region) || isProblem(period)) return undefined;
    const sign = figure.percent === undefined ? undefined : this.#resolver.unit(figure.percent);
    if (sign && !(commensurable(sign, series.unit) && sign.factor.eq(series.unit.factor)))
      problems.push(problem('ingest/percent-cell', { found: sign.text, unit: series.unit.text }));
    if (problems.length > 0) return undefined;
    return {
      indicator: series.indicator.id,
      region: region.code,
      period,
      value: decimal(figure.number),
      decimals: decimalsOf(figure.number),
      unit: series.unit,
      ...(figure.bound ? { bound: figure.bound } : {}),
      ...(typeof status === 'string' ? { status } : {}),
      ...(typeof published === 'string' ? { published } : {}),
      cell,
    };
  }

  #keep(reading: Reading, row: number, column: number, text: string): void {
    this.#remarkNoun(reading, row, column);
    const outcome = this.repeats.add(reading);
    if (outcome.kind === 'repeated') this.tally.repeated++;
    if (outcome.kind !== 'conflict') return;
    const { earlier, first } = outcome;
    const p = problem('ingest/two-values', {
      indicator: reading.indicator,
      region: reading.region,
      period: formatPeriod(reading.period),
      first: `${earlier.value.toFixed(earlier.decimals)} ${earlier.unit.text}`,
      firstCell: earlier.cell,
      second: `${reading.value.toFixed(reading.decimals)} ${reading.unit.text}`,
    });
    if (first) {
      // neither is taken: which is right is not for the program to say
      this.tally.rejected++;
      this.rejects.push({ cell: earlier.cell, text: earlier.value.toFixed(earlier.decimals), problems: [p] });
    }
    this.#reject(row, column, text, [p]);
  }

  /** Count nouns are interchangeable within one indicator, and said (METHOD §2). */
  #remarkNoun(reading: Reading, row: number, column: number): void {
    const own = this.#input.catalogue.indicators.get(reading.indicator)?.unit.noun;
    const noun = reading.unit.noun;
    if (noun === undefined || own === undefined || noun === own) return;
    this.#say(problem('ingest/other-noun', { indicator: reading.indicator, noun, own }), row, column, 'info');
  }
}
