import type { Region } from '../../model/region.ts';
import type { Recogniser } from './recognise.ts';
import { isBasis } from './words.ts';

/** What can be said once for a whole table, above it or in its file's name. */
export type Need = 'indicator' | 'unit' | 'scale' | 'region' | 'period' | 'year' | 'basis' | 'published';

/** A part of a title that is to be captured. */
export interface Part {
  readonly need: Need;
  readonly start: number;
  readonly text: string;
}

const QUARTER = '第?[一二三四1-4]季度|前[一二三]季度|[上下]半年|全年';
/** Months; a day of a month is a date, and not for the table to be about. */
const MONTHS = '\\d{1,2}\\s*[-—–~至]\\s*\\d{1,2}\\s*月份?|\\d{1,2}\\s*月[底末]?份?(?!\\s*\\d{1,2}\\s*[日号])';
const UNTIL = '(?:截[至止到]\\s*)?';
const YEAR = '((?:19|20)\\d{2})(?!\\d|年?度?\\s*[-—–~至]\\s*\\d{4})';
const SPAN = new RegExp(
  `${UNTIL}(?<![\\d\\-—–~])(?<!(?<!截)至)${YEAR}(年?度?\\s*(?:${QUARTER}|${MONTHS}|(?<=年)))?`,
);
const MONTH = /(?<!\d)((?:19|20)\d{2})[-.]?(?:0[1-9]|1[0-2])(?![-.]?\d)/;
const LOOSE = new RegExp(`${UNTIL}(?<!\\d)(?:${QUARTER}|${MONTHS})`);
const UNIT = /[(（]\s*(?:(?:计量)?单位\s*[：:])?\s*([^()（）：:]+?)\s*[)）]/;
const BASIS = /本年累计值?|累计值?|当[月季期]值?|本[月季期]值?|[期月季年]末值?/;

/** What changes in a title from one export to the next: spans and numbers. */
const CHANGING = new RegExp(`(?<!\\d)(?:${QUARTER}|${MONTHS})`, 'g');

/** A title's text with what changes left open. */
export const steady = (text: string): string =>
  text
    .replace(/[{}]/g, '{_}')
    .replace(CHANGING, '{_}')
    .replace(/\d[\d\s.\-/]*/g, '{_}')
    .replace(/(?:\{_\})+/g, '{_}');

/** The names in a text, those that are part of a longer one left out, with what they are the names of. */
function mentions<T>(
  text: string,
  names: Iterable<readonly [string, T]>,
  least: number,
): (readonly [string, T])[] {
  const found = [...names].filter(([name]) => name.length >= least && text.includes(name));
  return found.filter(([name]) => !found.some(([other]) => other !== name && other.includes(name)));
}

/** The region a title is about: of several the one that lies in all the others (山东省青岛市). */
function regionIn(text: string, { catalogue }: Recogniser): string | undefined {
  const names = [...catalogue.regions.values()].flatMap((r) =>
    [r.name, ...r.aliases].map((name) => [name, r] as const),
  );
  const found = mentions<Region>(text, names, 2);
  const inner = found.filter(([, region]) => {
    const chain = catalogue.regionChain(region);
    return found.every(([, other]) => chain.includes(other));
  });
  return inner[0]?.[0];
}

/** The indicator a title is about, where it names one. */
function indicatorIn(text: string, { catalogue }: Recogniser): string | undefined {
  const names = [...catalogue.indicators.values()].flatMap((i) =>
    [i.name, ...i.aliases].map((name) => [name, name] as const),
  );
  const found = new Set(mentions(text, names, 3).map(([name]) => name));
  return found.size === 1 ? [...found][0] : undefined;
}

/** The span a title names, and its year apart from it where both are needed. */
function spanIn(text: string, needs: ReadonlySet<Need>): Part[] {
  const span = MONTH.exec(text) ?? SPAN.exec(text);
  const part = (need: Need, found: string, start: number): Part[] => [{ need, text: found, start }];
  if (span?.[1] === undefined) {
    const loose = LOOSE.exec(text);
    return loose ? part('period', loose[0], loose.index) : [];
  }
  const whole = span[0].trim();
  const year = part('year', span[1], span.index + whole.indexOf(span[1]));
  const label = /^\d{4}年\s*(.+)$/.exec(whole)?.[1];
  if (!/[月季半]|全年|^\d{4}\D?\d\d$/.test(whole) || !needs.has('period')) return year;
  if (label === undefined || !needs.has('year')) return part('period', whole, span.index);
  return [...year, ...part('period', label, span.index + whole.indexOf(label, 5))];
}

/** What can be captured from a title, at most one part for each field. */
export function partsOf(text: string, needs: ReadonlySet<Need>, recognise: Recogniser): Part[] {
  const parts: Part[] = [];
  const add = ({ need, start, text: found }: Part): void => {
    const free = parts.every((p) => start >= p.start + p.text.length || start + found.length <= p.start);
    if (free && needs.has(need)) parts.push({ need, start, text: found });
  };
  const name = (need: Need, found: string | undefined): void => {
    if (found !== undefined) add({ need, start: text.indexOf(found), text: found });
  };
  name('region', regionIn(text, recognise));
  name('indicator', indicatorIn(text, recognise));
  for (const part of spanIn(text, needs)) add(part);
  const unit = UNIT.exec(text);
  if (unit?.[1] !== undefined && recognise.unit(unit[1]))
    add({ need: 'unit', start: unit.index + unit[0].indexOf(unit[1]), text: unit[1] });
  const basis = BASIS.exec(text);
  if (basis && isBasis(basis[0])) add({ need: 'basis', start: basis.index, text: basis[0] });
  return parts.sort((a, b) => a.start - b.start);
}
