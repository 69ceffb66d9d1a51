import type { Catalogue } from '../model/catalogue.ts';
import type { Changes, FigureChange, Held, Undoing } from '../model/history.ts';
import { labelPeriod } from '../model/label.ts';
import { formatPeriod } from '../model/period.ts';
import { HISTORY_WORDS } from '../wording/history.ts';
import { type Args, type Messages, say } from '../wording/message.ts';
import type { Flat } from './records.ts';
import { json, type Style, safe } from './text.ts';

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

const word = (key: keyof typeof HISTORY_WORDS, style: Style, args: Args = {}): string =>
  safe(say(HISTORY_WORDS as Messages, key, args, style.language));

const valueText = (held: Held): string =>
  `${held.bound ?? ''}${held.value.toFixed(held.decimals)} ${held.unit.text}`.trim();

function changeText(change: FigureChange, catalogue: Catalogue, style: Style): string {
  const args = {
    indicator: catalogue.indicators.get(change.indicator)?.name ?? change.indicator,
    region: catalogue.regions.get(change.region)?.name ?? change.region,
    period: labelPeriod(change.period, style.language),
    old: change.old ? valueText(change.old) : '',
    new: change.new ? valueText(change.new) : '',
  };
  if (!change.new) return word('undoLost', style, args);
  return word(change.old ? 'undoChange' : 'undoBack', style, args);
}

/** A heading, the first changes below it, and how many more there are; nothing where there are none. */
function changeLines(
  key: 'undoRestored' | 'undoGone',
  { count, first }: Changes,
  catalogue: Catalogue,
  style: Style,
): string[] {
  if (count === 0) return [];
  const shown = first.slice(0, LISTED);
  const more = count - shown.length;
  return [
    `  ${word(key, style, { count })}`,
    ...shown.map((change) => `    ${changeText(change, catalogue, style)}`),
    ...(more > 0 ? [`    ${word('undoMore', style, { count: more })}`] : []),
  ];
}

/** A path as a shell takes it. */
const quoted = (path: string): string =>
  /^[\p{L}\p{N}._/-]+$/u.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;

function originLine({ source, mapping = '', ingested = '', figures }: Undone, style: Style): string {
  if (source === undefined) return word('undoNoHead', style);
  return word('undoFrom', style, { source, mapping, ingested: ingested.slice(0, 10), figures });
}

function againLine(undone: Undone, style: Style): string[] {
  if (undone.export !== undefined)
    return [word('undoAgain', style, { command: `ptrack ingest ${quoted(undone.export)}` })];
  return undone.source === undefined
    ? []
    : [word('undoAgainFrom', style, { source: undone.source, folder: undone.data })];
}

/** What taking a batch back changes, and how its export is taken again. */
export function undoText(undone: Undone, catalogue: Catalogue, style: Style): string {
  const { faulty, unchanged, restored, gone, removed, batch } = undone;
  const lines = [
    safe(batch),
    `  ${originLine(undone, style)}`,
    ...(faulty > 0 ? [`  ${word('undoFaulty', style, { count: faulty })}`] : []),
    ...changeLines('undoRestored', restored, catalogue, style),
    ...changeLines('undoGone', gone, catalogue, style),
    ...(unchanged > 0 ? [`  ${word('undoUnchanged', style, { count: unchanged })}`] : []),
    word(removed ? 'undoRemoved' : 'undoDry', style, { batch }),
    ...againLine(undone, style),
  ];
  return `${lines.join('\n')}\n`;
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

const changes = ({ count, first }: Changes): Flat => ({
  count,
  first: first.map((c) => ({
    indicator: c.indicator,
    region: c.region,
    period: formatPeriod(c.period),
    old: held(c.old),
    new: held(c.new),
  })),
});

/** `ptrack/undo/v1` */
export const undoJson = (u: Undone): string =>
  json({
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
  });
