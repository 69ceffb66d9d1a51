import { STANDINGS, type Vintage } from '../model/history.ts';
import type { Indicator } from '../model/indicator.ts';
import { labelPeriod } from '../model/label.ts';
import { formatPeriod } from '../model/period.ts';
import type { Region } from '../model/region.ts';
import { EXPLAIN } from '../wording/explanations.ts';
import { HISTORY_WORDS, STANDING, STANDING_COUNT } from '../wording/history.ts';
import { type Args, type Messages, say } from '../wording/message.ts';
import { type Column, grid } from './grid.ts';
import type { Flat } from './records.ts';
import { json, type Style, safe } from './text.ts';
import { wrap } from './width.ts';

const word = (key: keyof typeof HISTORY_WORDS, style: Style, args: Args = {}): string =>
  say(HISTORY_WORDS as Messages, key, args, style.language);

/** From this many columns on, dates and places have a column each; below, two share one. */
const WIDE = 110;

/** A value as it was published, with its bound; that it was withdrawn; its flag below it. */
function valueText(v: Vintage, style: Style): string {
  if (v.status === 'deleted') return word('taken', style);
  const value = `${v.bound ?? ''}${v.value.toFixed(v.decimals)} ${v.unit.text}`.trim();
  if (!v.status) return safe(value);
  return `${safe(value)}\n${style.paint(say(EXPLAIN, `status/${v.status}`, {}, style.language), 'dim')}`;
}

function standingText({ standing }: Vintage, style: Style): string {
  const text = STANDING[standing][style.language];
  return standing === 'counts' ? style.paint(text, 'green') : text;
}

function columnsOf(style: Style): Column[] {
  const w = (key: keyof typeof HISTORY_WORDS): string => style.paint(word(key, style), 'bold');
  const first = [
    { head: w('period'), min: 8 },
    { head: w('standing'), min: 6, rigid: true },
    { head: w('value'), min: 10 },
  ];
  if (style.width >= WIDE)
    return [
      ...first,
      { head: w('published'), min: 10, rigid: true },
      { head: w('ingested'), min: 10, rigid: true },
      { head: w('cell'), min: 16 },
      { head: w('line'), min: 10, rigid: true },
    ];
  return [
    ...first,
    { head: `${w('published')} /\n${w('ingested')}`, min: 10, rigid: true },
    { head: `${w('cell')}\n${w('line')}`, min: 16 },
  ];
}

function cellsOf(v: Vintage, isFirst: boolean, style: Style): string[] {
  const { file, cell, line, ingested } = v.source;
  const [from, place] = [safe(`${file} ${cell}`), safe(`${v.name}:${line}`)];
  const days = [safe(v.published ?? ''), safe(ingested.slice(0, 10))];
  const first = [
    isFirst ? labelPeriod(v.period, style.language) : '',
    standingText(v, style),
    valueText(v, style),
  ];
  return style.width >= WIDE
    ? [...first, ...days, from, place]
    : [...first, days.join('\n'), `${from}\n${style.paint(place, 'dim')}`];
}

const isSameFigure = (a: Vintage, b: Vintage | undefined): boolean =>
  a.period.start === b?.period.start && a.period.end === b.period.end;

/** Every value of a series, period by period, the earliest published first; and how many became what. */
export function vintageTable(
  indicator: Indicator,
  region: Region,
  vintages: readonly Vintage[],
  knownOn: string | undefined,
  style: Style,
): string {
  const isFirst = vintages.map((v, i) => !isSameFigure(v, vintages[i - 1]));
  const title = [
    `${style.paint(safe(indicator.name), 'bold')} (${safe(indicator.id)})`,
    `${safe(region.name)} (${safe(region.code)})`,
    ...(knownOn === undefined ? [] : [word('knownOn', style, { date: knownOn })]),
  ];
  const heading = wrap(title.join(' · '), style.width);
  if (vintages.length === 0) return `${heading}\n`;
  const rows = vintages.map((v, i) => cellsOf(v, isFirst[i] === true, style));
  const counts = STANDINGS.map((s) => ({ s, count: vintages.filter((v) => v.standing === s).length }))
    .filter(({ count }) => count > 0)
    .map(({ s, count }) => say(STANDING_COUNT, s, { count }, style.language));
  const sum = word('values', style, {
    values: vintages.length,
    periods: isFirst.filter((first) => first).length,
  });
  const below = wrap([sum, ...counts].join(' · '), style.width);
  return `${[heading, '', grid(columnsOf(style), rows, style.width), '', below].join('\n')}\n`;
}

/** That there is nothing to show, with the regions that have something. */
export const noVintages = (
  regions: { readonly several: readonly string[]; readonly more: number | '' },
  knownOn: string | undefined,
  style: Style,
): string =>
  safe(word('noVintages', style, { knownOn: knownOn ?? '', regions: regions.several, more: regions.more }));

/** A value as one flat object: `ptrack/vintages/v1`. */
export const flatVintage = (v: Vintage): Flat => ({
  indicator: v.indicator,
  region: v.region,
  period: formatPeriod(v.period),
  standing: v.standing,
  value: v.status === 'deleted' ? null : v.value.toNumber(),
  unit: v.unit.text,
  bound: v.bound ?? null,
  status: v.status ?? null,
  published: v.published ?? null,
  ingested: v.source.ingested,
  batch: v.source.batch,
  name: v.name,
  line: v.source.line,
  file: v.source.file,
  cell: v.source.cell,
});

/** As `flatVintage`, for a table: the figure with the digits it was published with. */
export const vintageCells = (v: Vintage): Flat => ({
  ...flatVintage(v),
  value: v.status === 'deleted' ? null : v.value.toFixed(v.decimals),
});

/** `ptrack/vintages/v1` */
export const vintagesJson = (
  series: { readonly indicator: string; readonly region: string },
  vintages: readonly Vintage[],
  knownOn: string | undefined,
): string =>
  json({
    schema: 'ptrack/vintages/v1',
    ...series,
    knownOn: knownOn ?? null,
    vintages: vintages.map(flatVintage),
  });
