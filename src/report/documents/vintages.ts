import { STANDINGS, type Vintage } from '../../model/history.ts';
import type { Indicator } from '../../model/indicator.ts';
import { labelPeriod } from '../../model/label.ts';
import { formatPeriod } from '../../model/period.ts';
import type { Region } from '../../model/region.ts';
import { EXPLAIN } from '../../wording/explanations.ts';
import { HISTORY_WORDS, STANDING, STANDING_COUNT } from '../../wording/history.ts';
import { type Args, type Language, type Messages, say } from '../../wording/message.ts';
import type { Block, Column, Document } from '../document.ts';
import { type Field, field, recordOf } from '../records.ts';
import { bold, dim, joined, lines, type Rich, toned } from '../rich.ts';
import { safe } from '../text.ts';

const word = (key: keyof typeof HISTORY_WORDS, language: Language, args: Args = {}): string =>
  say(HISTORY_WORDS as Messages, key, args, language);

/** A value of a figure, and whether it is the first of its period. */
interface Row {
  readonly vintage: Vintage;
  readonly isFirst: boolean;
}

const isSameFigure = (a: Vintage, b: Vintage | undefined): boolean =>
  a.period.start === b?.period.start && a.period.end === b.period.end;

/** A value as it was published, with its bound; that it was withdrawn; its flag below it. */
function valueText(v: Vintage, language: Language): Rich {
  if (v.status === 'deleted') return word('taken', language);
  const value = safe(`${v.bound ?? ''}${v.value.toFixed(v.decimals)} ${v.unit.text}`.trim());
  return v.status ? lines(value, dim(say(EXPLAIN, `status/${v.status}`, {}, language))) : value;
}

function standingText({ standing }: Vintage, language: Language): Rich {
  const text = STANDING[standing][language];
  return standing === 'counts' ? toned('green', text) : text;
}

/** The values of a series, one a row; a period is named beside its first. */
const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'period',
    heading: (language) => word('period', language),
    least: 8,
    text: ({ vintage, isFirst }, language) => (isFirst ? labelPeriod(vintage.period, language) : ''),
  },
  {
    key: 'standing',
    heading: (language) => word('standing', language),
    least: 6,
    rigid: true,
    text: ({ vintage }, language) => standingText(vintage, language),
  },
  {
    key: 'value',
    heading: (language) => word('value', language),
    least: 10,
    text: ({ vintage }, language) => valueText(vintage, language),
  },
  {
    key: 'published',
    heading: (language) => word('published', language),
    least: 10,
    text: ({ vintage }) => safe(vintage.published ?? ''),
  },
  {
    key: 'ingested',
    heading: (language) => word('ingested', language),
    least: 10,
    rigid: true,
    under: 'published',
    text: ({ vintage }) => safe(vintage.source.ingested.slice(0, 10)),
  },
  {
    key: 'cell',
    heading: (language) => word('cell', language),
    least: 16,
    text: ({ vintage: { source } }) => safe(`${source.file} ${source.cell}`),
  },
  {
    key: 'line',
    heading: (language) => word('line', language),
    least: 10,
    rigid: true,
    under: 'cell',
    text: ({ vintage }) => safe(`${vintage.name}:${vintage.source.line}`),
  },
];

const FIELDS: readonly Field<Vintage>[] = [
  field('indicator', (v) => v.indicator),
  field('region', (v) => v.region),
  field('period', (v) => formatPeriod(v.period)),
  field('standing', (v) => v.standing),
  {
    ...field<Vintage>('value', (v) => (v.status === 'deleted' ? null : v.value.toNumber())),
    // every digit that was published, and no other
    cell: (v) => (v.status === 'deleted' ? '' : v.value.toFixed(v.decimals)),
  },
  field('unit', (v) => v.unit.text),
  field('bound', (v) => v.bound ?? null),
  field('status', (v) => v.status ?? null),
  field('published', (v) => v.published ?? null),
  field('ingested', (v) => v.source.ingested),
  field('batch', (v) => v.source.batch),
  field('name', (v) => v.name),
  field('line', (v) => v.source.line),
  field('file', (v) => v.source.file),
  field('cell', (v) => v.source.cell),
];

/** How many values there are of how many periods, and how many became what. */
function countsText(rows: readonly Row[], language: Language): string {
  const counts = STANDINGS.map((s) => ({ s, count: rows.filter((r) => r.vintage.standing === s).length }))
    .filter(({ count }) => count > 0)
    .map(({ s, count }) => say(STANDING_COUNT, s, { count }, language));
  const periods = rows.filter((r) => r.isFirst).length;
  return [word('values', language, { values: rows.length, periods }), ...counts].join(' · ');
}

function blocksOf(vintages: readonly Vintage[], language: Language): Block[] {
  if (vintages.length === 0) return [];
  const rows = vintages.map((vintage, i) => ({ vintage, isFirst: !isSameFigure(vintage, vintages[i - 1]) }));
  return [
    { kind: 'table', columns: COLUMNS, sections: [{ rows }] },
    { kind: 'paragraph', lines: [countsText(rows, language)] },
  ];
}

/**
 * Every value of a series (历次发布值), period by period, the earliest published first, and how many became what:
 * `ptrack/vintages/v1`.
 */
export function vintagesDocument(
  indicator: Indicator,
  region: Region,
  vintages: readonly Vintage[],
  knownOn: string | undefined,
  language: Language,
): Document {
  const known = knownOn === undefined ? '' : word('knownOn', language, { date: knownOn });
  return {
    title: joined(
      [
        [bold(safe(indicator.name)), ` (${safe(indicator.id)})`],
        `${safe(region.name)} (${safe(region.code)})`,
        known,
      ],
      ' · ',
    ),
    blocks: () => blocksOf(vintages, language),
    records: () => ({ fields: FIELDS, rows: vintages }),
    isList: true,
    json: () => ({
      schema: 'ptrack/vintages/v1',
      indicator: indicator.id,
      region: region.code,
      knownOn: knownOn ?? null,
      vintages: vintages.map((v) => recordOf(FIELDS, v)),
    }),
  };
}

/** That there is nothing to show, with the regions that have something. */
export const noVintages = (
  regions: { readonly several: readonly string[]; readonly more: number | '' },
  knownOn: string | undefined,
  language: Language,
): string =>
  safe(
    word('noVintages', language, { knownOn: knownOn ?? '', regions: regions.several, more: regions.more }),
  );
