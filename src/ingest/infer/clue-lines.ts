import type { DraftLine, DraftValue } from '../../model/draft.ts';
import { firstOf } from './cells.ts';
import { ground, line, open, shorten } from './lines.ts';
import { singleSpans } from './span-lines.ts';
import type { Need } from './title-parts.ts';
import type { Clue } from './titles.ts';
import { clueFor, labelsOf, type Understood } from './understood.ts';
import { basisTable } from './words.ts';

/** Which field a pattern that gives several is written under. */
const KEYS: readonly Need[] = [
  'indicator',
  'region',
  'unit',
  'scale',
  'period',
  'year',
  'basis',
  'published',
];

function keyOf(gives: readonly Need[], taken: ReadonlySet<string>): string {
  const key = firstOf(KEYS.filter((need) => gives.includes(need) && !taken.has(need)));
  return key === 'indicator' && gives.length > 1 ? 'series' : key;
}

/** A pattern in which only some fields are captured. */
const only = (pattern: string, needs: readonly Need[]): string =>
  pattern.replace(/\{(\w+)\}/g, (whole, name: string) =>
    (needs as string[]).includes(name) ? whole : '{_}',
  );

/** What one text gives. A year alone may be that of any month: whether the whole year is meant, a person has to say. */
function oneText(c: Understood, clue: Clue, taken: ReadonlySet<string>): DraftLine[] {
  const all = [...clue.gives.keys()];
  const named = clue.gives.get('year');
  const bare = named !== undefined && labelsOf(c).length === 0 && !clueFor(c, 'period');
  const sure = bare ? all.filter((need) => need !== 'year') : all;
  const basis = basisTable([clue.gives.get('basis')]);
  const words: DraftValue = Object.keys(basis).length > 0 ? { basis } : {};
  const said = clue.gives.get('period');
  const spans = said === undefined ? undefined : singleSpans(c, [said]);
  const from = ground(clue.from === 'file' ? 'from-file' : 'from-preamble', { text: shorten(clue.text) });
  const value = { [clue.from]: only(clue.pattern, sure), ...words };
  const year = { [clue.from]: only(clue.pattern, ['year']) };
  return [
    ...(sure.length > 0
      ? [line(keyOf(sure, taken), value, clue.keyed ? 'sure' : 'likely', from, spans)]
      : []),
    ...(bare ? [open('year', year, ground('whole-year', { year: named }))] : []),
  ];
}

/** What the texts above the table and the file's name give; `taken` are fields that have a nearer source. */
export const clueLines = (c: Understood, taken: ReadonlySet<string>): DraftLine[] =>
  c.clues.flatMap((clue) => oneText(c, clue, taken));
