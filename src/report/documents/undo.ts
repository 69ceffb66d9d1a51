import type { Catalogue } from '../../model/catalogue.ts';
import type { Changes, FigureChange, Held, Undoing } from '../../model/history.ts';
import { labelPeriod } from '../../model/label.ts';
import { formatPeriod } from '../../model/period.ts';
import { HISTORY_WORDS } from '../../wording/history.ts';
import { type Args, type Language, type Messages, say } from '../../wording/message.ts';
import type { Document } from '../document.ts';
import { type Field, type Flat, field } from '../records.ts';
import type { Rich } from '../rich.ts';
import { safe } from '../text.ts';

/** What an undo changed or would change. */
export interface Undone extends Undoing {
  readonly removed: boolean;
  /** The export the batch was read from, where it is still there as it was. */
  readonly export: string | undefined;
  /** The folder in which exports are looked for. */
  readonly data: string;
}

/** Changes that are listed, of each sort; JSON has more. */
const LISTED = 20;

const word = (key: keyof typeof HISTORY_WORDS, language: Language, args: Args = {}): string =>
  safe(say(HISTORY_WORDS as Messages, key, args, language));

const valueText = (held: Held): string =>
  `${held.bound ?? ''}${held.value.toFixed(held.decimals)} ${held.unit.text}`.trim();

function changeText(change: FigureChange, catalogue: Catalogue, language: Language): string {
  const args = {
    indicator: catalogue.indicators.get(change.indicator)?.name ?? change.indicator,
    region: catalogue.regions.get(change.region)?.name ?? change.region,
    period: labelPeriod(change.period, language),
    old: change.old ? valueText(change.old) : '',
    new: change.new ? valueText(change.new) : '',
  };
  if (!change.new) return word('undoLost', language, args);
  return word(change.old ? 'undoChange' : 'undoBack', language, args);
}

/** A heading, the first changes below it, and how many more there are; nothing where there are none. */
function changeLines(
  key: 'undoRestored' | 'undoGone',
  { count, first }: Changes,
  catalogue: Catalogue,
  language: Language,
): string[] {
  if (count === 0) return [];
  const shown = first.slice(0, LISTED);
  const more = count - shown.length;
  return [
    `  ${word(key, language, { count })}`,
    ...shown.map((change) => `    ${changeText(change, catalogue, language)}`),
    ...(more > 0 ? [`    ${word('undoMore', language, { count: more })}`] : []),
  ];
}

/** A path as a shell takes it. */
const quoted = (path: string): string =>
  /^[\p{L}\p{N}._/-]+$/u.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;

function originLine({ source, mapping = '', ingested = '', figures }: Undone, language: Language): string {
  if (source === undefined) return word('undoNoHead', language);
  return word('undoFrom', language, { source, mapping, ingested: ingested.slice(0, 10), figures });
}

function againLine(undone: Undone, language: Language): string[] {
  if (undone.export !== undefined)
    return [word('undoAgain', language, { command: `ptrack ingest ${quoted(undone.export)}` })];
  return undone.source === undefined
    ? []
    : [word('undoAgainFrom', language, { source: undone.source, folder: undone.data })];
}

/** What taking a batch back changes, and how its export is taken again, line by line. */
function linesOf(undone: Undone, catalogue: Catalogue, language: Language): Rich[] {
  const { faulty, unchanged, restored, gone, removed, batch } = undone;
  return [
    safe(batch),
    `  ${originLine(undone, language)}`,
    ...(faulty > 0 ? [`  ${word('undoFaulty', language, { count: faulty })}`] : []),
    ...changeLines('undoRestored', restored, catalogue, language),
    ...changeLines('undoGone', gone, catalogue, language),
    ...(unchanged > 0 ? [`  ${word('undoUnchanged', language, { count: unchanged })}`] : []),
    word(removed ? 'undoRemoved' : 'undoDry', language, { batch }),
    ...againLine(undone, language),
  ];
}

const held = (h: Held | undefined): Flat | null =>
  h
    ? {
        value: h.value.toNumber(),
        unit: h.unit.text,
        bound: h.bound ?? null,
        batch: h.source.batch,
        file: h.source.file,
        cell: h.cell,
      }
    : null;

const changed = (c: FigureChange): Flat => ({
  indicator: c.indicator,
  region: c.region,
  period: formatPeriod(c.period),
  old: held(c.old),
  new: held(c.new),
});

const changes = ({ count, first }: Changes): Flat => ({ count, first: first.map(changed) });

/** A figure that changes, beside the batch whose removal changes it. */
const fieldsOf = (batch: string): readonly Field<FigureChange>[] => [
  field('batch', () => batch),
  field('indicator', (c) => c.indicator),
  field('region', (c) => c.region),
  field('period', (c) => formatPeriod(c.period)),
  field('old', (c) => (c.old ? valueText(c.old) : null)),
  field('new', (c) => (c.new ? valueText(c.new) : null)),
];

/** What an undo changes (撤销批次): `ptrack/undo/v1`; its records are the first of the figures that change. */
export const undoDocument = (u: Undone, catalogue: Catalogue, language: Language): Document => ({
  blocks: () => [{ kind: 'paragraph', whole: true, lines: linesOf(u, catalogue, language) }],
  records: () => ({ fields: fieldsOf(u.batch), rows: [...u.restored.first, ...u.gone.first] }),
  json: () => ({
    schema: 'ptrack/undo/v1',
    batch: u.batch,
    removed: u.removed,
    source: u.source ?? null,
    mapping: u.mapping ?? null,
    ingested: u.ingested ?? null,
    export: u.export ?? null,
    figures: u.figures,
    faulty: u.faulty,
    restored: changes(u.restored),
    gone: changes(u.gone),
    unchanged: u.unchanged,
  }),
});
