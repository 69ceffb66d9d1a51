import type { Catalogue } from '../model/catalogue.ts';
import { type BatchEntry, STANDINGS } from '../model/history.ts';
import { labelPeriod } from '../model/label.ts';
import { formatMonth } from '../model/period.ts';
import { HISTORY_WORDS, STANDING_COUNT } from '../wording/history.ts';
import { type Args, type Messages, say } from '../wording/message.ts';
import type { Flat } from './flat.ts';
import { grid } from './grid.ts';
import { json, type Style, safe } from './text.ts';

const word = (key: keyof typeof HISTORY_WORDS, style: Style, args: Args = {}): string =>
  say(HISTORY_WORDS as Messages, key, args, style.language);

/** One name as it is; of several the first, and how many there are. */
function namesText(
  key: 'indicators' | 'regions',
  ids: readonly string[],
  nameOf: (id: string) => string | undefined,
  style: Style,
): string {
  const first = safe(nameOf(ids[0] ?? '') ?? ids[0] ?? '');
  return ids.length > 1 ? word(key, style, { first, all: ids.length }) : first;
}

function coversText(entry: BatchEntry, { indicators, regions }: Catalogue, style: Style): string {
  if (!entry.span) return '';
  return [
    namesText('indicators', entry.indicators, (id) => indicators.get(id)?.name, style),
    namesText('regions', entry.regions, (code) => regions.get(code)?.name, style),
    style.paint(labelPeriod(entry.span, style.language), 'dim'),
  ].join('\n');
}

/** How many figures a batch has, and what became of them. */
function figuresText({ observations, standings, faulty }: BatchEntry, style: Style): string {
  const became = STANDINGS.filter((s) => standings[s] > 0).map((s) => {
    const text = say(STANDING_COUNT, s, { count: standings[s] }, style.language);
    return style.paint(text, s === 'counts' ? 'green' : 'dim');
  });
  const bad = faulty > 0 ? [style.paint(word('faulty', style, { count: faulty }), 'red')] : [];
  return [String(observations), ...became, ...bad].join('\n');
}

/** The batches as a table, in the order given. */
export function logTable(entries: readonly BatchEntry[], catalogue: Catalogue, style: Style): string {
  if (entries.length === 0) return '';
  const head = (key: keyof typeof HISTORY_WORDS): string => style.paint(word(key, style), 'bold');
  const columns = [
    { head: head('batch'), min: 8, rigid: true },
    { head: head('ingested'), min: 10, rigid: true },
    { head: head('source'), min: 16 },
    { head: head('covers'), min: 16 },
    { head: head('figures'), min: 9, rigid: true },
  ];
  const rows = entries.map((e) => [
    safe(e.name),
    safe(e.ingested.slice(0, 10)),
    `${safe(e.source)}\n${style.paint(safe(e.mapping), 'dim')}`,
    coversText(e, catalogue, style),
    figuresText(e, style),
  ]);
  return `${grid(columns, rows, style.width)}\n`;
}

/** That there is nothing to list. */
export const noBatches = (knownOn: string | undefined, style: Style): string =>
  word('noBatches', style, { knownOn: knownOn ?? '' });

/** A batch as one flat object: `ptrack/log/v1`. */
export const flatBatch = (e: BatchEntry): Flat => ({
  batch: e.batch,
  name: e.name,
  ingested: e.ingested,
  source: e.source,
  mapping: e.mapping,
  observations: e.observations,
  ...e.standings,
  faulty: e.faulty,
  indicators: e.indicators,
  regions: e.regions,
  from: e.span ? formatMonth(e.span.start) : null,
  to: e.span ? formatMonth(e.span.end) : null,
});

/** `ptrack/log/v1` */
export const logJson = (entries: readonly BatchEntry[], knownOn: string | undefined): string =>
  json({ schema: 'ptrack/log/v1', knownOn: knownOn ?? null, batches: entries.map(flatBatch) });
