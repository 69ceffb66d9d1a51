import type { Catalogue } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import { type LabelFault, readPeriodLabel } from '../../model/label.ts';
import { type Value, valueReader } from '../cells/value.ts';
import { compilePattern, type Pattern, type Tables } from '../mapping/pattern.ts';
import { tidy } from '../text.ts';

/** A text as the label of a span: whether it names its year, and why it can't be taken where it can't. */
export interface Label {
  readonly dated: boolean;
  /** Nothing but a year. */
  readonly year: boolean;
  readonly fault?: LabelFault;
}

const YEAR = /^(?:19|20)\d{2}$/;
/** Digits that are more likely a month of a year than a figure: 202405, 2024.05. */
const MONTH = /^(?:19|20)\d{2}(?:[01]\d|\.\d{1,2})$/;
/** Short codes that can be read as months and halves, and are not: the money supplies M1 and M2. */
const CODE = /^[ms]\d$/i;

function readLabel(raw: string): Label | undefined {
  const text = tidy(raw);
  if (CODE.test(text) || (/^[-+]?[\d.,]+$/.test(text) && !YEAR.test(text) && !MONTH.test(text)))
    return undefined;
  const read = readPeriodLabel(text, { basis: 'span' });
  const year = /^\d{4}\s*年?度?$/.test(text);
  if ('period' in read) return { dated: true, year };
  if (read.fault === 'no-year') return { dated: false, year };
  return read.fault === 'unreadable' ? undefined : { dated: /\d{4}/.test(text), year, fault: read.fault };
}

const pattern = (text: string, tables: Tables = {}): Pattern => compilePattern(text, tables) as Pattern;

const WITH_UNIT = pattern('{value}{unit}');
/** A figure with a flag behind it, as Eurostat's tables have them: 1.2 p, : c */
const FLAGGED = /^(.*\S)\s+([a-z]{1,2})$/;

/** How a figure stands in its cell: alone, with its unit (115家), with a flag (1.2 p). */
export type Shape = 'plain' | 'with-unit' | 'flagged' | 'missing';

/** What texts can be, for one file and one catalogue. Texts come back again and again: what was seen is kept. */
export interface Recogniser {
  readonly catalogue: Catalogue;
  readonly value: (text: string) => Value;
  /** How a cell holds a figure; undefined where it holds none. */
  readonly shape: (text: string) => Shape | undefined;
  readonly label: (text: string) => Label | undefined;
  readonly region: (text: string) => boolean;
  /** The series called so. `Catalogue.series` looks for the nearest name too, which takes long. */
  readonly series: (name: string) => readonly Indicator[];
  readonly unit: (text: string) => boolean;
}

/** A function that keeps what it has found: the same texts come back again and again. */
export function keeping<T>(look: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly found: T }>();
  return (text) => {
    let kept = known.get(text);
    if (!kept) {
      kept = { found: look(text) };
      known.set(text, kept);
    }
    return kept.found;
  };
}

/** Looks at texts with a catalogue in mind; `mark` is the decimal mark. */
export function recogniser(catalogue: Catalogue, mark: '.' | ','): Recogniser {
  const value = valueReader([], mark);
  const unit = (text: string): boolean => tidy(text) !== '' && catalogue.units.parse(text) !== undefined;
  const isFigure = (text: string): boolean => typeof value(text) === 'object';
  const shape = (text: string): Shape | undefined => {
    const read = value(text);
    if (read === 'missing') return 'missing';
    if (read !== 'unreadable') return 'plain';
    const bag = WITH_UNIT.match(text);
    // 2022年 is a year, though it can be read as so many years
    const united = bag?.value !== undefined && isFigure(bag.value) && unit(bag.unit ?? '');
    if (united && !readLabel(text)) return 'with-unit';
    const flagged = FLAGGED.exec(tidy(text))?.[1];
    return flagged !== undefined && value(flagged) !== 'unreadable' ? 'flagged' : undefined;
  };
  const series = (name: string): readonly Indicator[] => {
    const byId = catalogue.indicators.get(name);
    return byId ? [byId] : catalogue.indicatorNames.all(name);
  };
  return {
    catalogue,
    value,
    shape: keeping(shape),
    label: keeping(readLabel),
    region: (text) => catalogue.region(text) !== undefined,
    series,
    unit: keeping(unit),
  };
}
