import type { Catalogue } from '../../model/catalogue.ts';
import { type BatchEntry, STANDINGS } from '../../model/history.ts';
import { labelPeriod } from '../../model/label.ts';
import { formatMonth } from '../../model/period.ts';
import { HISTORY_WORDS, STANDING_COUNT } from '../../wording/history.ts';
import { type Args, type Language, type Messages, say } from '../../wording/message.ts';
import type { Column, Document } from '../document.ts';
import { type Field, field, recordOf } from '../records.ts';
import { dim, lines, type Rich, toned } from '../rich.ts';
import { safe } from '../text.ts';

const word = (key: keyof typeof HISTORY_WORDS, language: Language, args: Args = {}): string =>
  say(HISTORY_WORDS as Messages, key, args, language);

/** One name as it is; of several the first, and how many there are. */
function namesText(
  key: 'indicators' | 'regions',
  ids: readonly string[],
  nameOf: (id: string) => string | undefined,
  language: Language,
): string {
  const first = safe(nameOf(ids[0] ?? '') ?? ids[0] ?? '');
  return ids.length > 1 ? word(key, language, { first, all: ids.length }) : first;
}

function coversText(entry: BatchEntry, { indicators, regions }: Catalogue, language: Language): Rich {
  if (!entry.span) return '';
  return lines(
    namesText('indicators', entry.indicators, (id) => indicators.get(id)?.name, language),
    namesText('regions', entry.regions, (code) => regions.get(code)?.name, language),
    dim(labelPeriod(entry.span, language)),
  );
}

/** How many figures a batch has, and what became of them. */
function figuresText({ observations, standings, faulty }: BatchEntry, language: Language): Rich {
  const became = STANDINGS.filter((s) => standings[s] > 0).map((s) =>
    toned(s === 'counts' ? 'green' : 'dim', say(STANDING_COUNT, s, { count: standings[s] }, language)),
  );
  const bad = faulty > 0 ? toned('red', word('faulty', language, { count: faulty })) : '';
  return lines(String(observations), ...became, bad);
}

const columnsOf = (catalogue: Catalogue): readonly Column<BatchEntry>[] => [
  {
    key: 'name',
    heading: (language) => word('batch', language),
    least: 8,
    rigid: true,
    text: (e) => safe(e.name),
  },
  {
    key: 'ingested',
    heading: (language) => word('ingested', language),
    least: 10,
    rigid: true,
    text: (e) => safe(e.ingested.slice(0, 10)),
  },
  {
    key: 'source',
    heading: (language) => word('source', language),
    least: 16,
    text: (e) => lines(safe(e.source), dim(safe(e.mapping))),
  },
  {
    key: 'covers',
    heading: (language) => word('covers', language),
    least: 16,
    text: (e, language) => coversText(e, catalogue, language),
  },
  {
    key: 'observations',
    heading: (language) => word('figures', language),
    least: 9,
    rigid: true,
    text: figuresText,
  },
];

const FIELDS: readonly Field<BatchEntry>[] = [
  field('batch', (e) => e.batch),
  field('name', (e) => e.name),
  field('ingested', (e) => e.ingested),
  field('source', (e) => e.source),
  field('mapping', (e) => e.mapping),
  field('observations', (e) => e.observations),
  ...STANDINGS.map((s) => field<BatchEntry>(s, (e) => e.standings[s])),
  field('faulty', (e) => e.faulty),
  field('indicators', (e) => e.indicators),
  field('regions', (e) => e.regions),
  field('from', (e) => (e.span ? formatMonth(e.span.start) : null)),
  field('to', (e) => (e.span ? formatMonth(e.span.end) : null)),
];

/** That there is nothing to list. */
export const noBatches = (knownOn: string | undefined, language: Language): string =>
  word('noBatches', language, { knownOn: knownOn ?? '' });

/** The batches in the order given: `ptrack/log/v1`. */
export const logDocument = (
  entries: readonly BatchEntry[],
  catalogue: Catalogue,
  knownOn: string | undefined,
): Document => ({
  blocks: () =>
    entries.length === 0
      ? []
      : [{ kind: 'table', columns: columnsOf(catalogue), sections: [{ rows: entries }] }],
  records: () => ({ fields: FIELDS, rows: entries }),
  isList: true,
  json: () => ({
    schema: 'ptrack/log/v1',
    knownOn: knownOn ?? null,
    batches: entries.map((e) => recordOf(FIELDS, e)),
  }),
});
