import type { Certainty, DraftLine, DraftValue, Ground } from '../../model/draft.ts';
import { firstOf } from './cells.ts';
import { ASK, ends, ground, line, open, some } from './lines.ts';
import { flagMeaning, isMissingWord } from './standard.ts';
import { headsOf, headTexts, isAbove, type Understood } from './understood.ts';
import { basisTable, isBasis } from './words.ts';

/** The texts of all columns of figures that are read. */
const cellsOf = (c: Understood): string[] => [...new Set(c.values.flatMap((v) => v.texts))];

/** What flags mean, those that a person has to decide standing for nothing that is known. */
function flagTable(flags: readonly string[]): { table: Record<string, string>; strange: string[] } {
  const known = flags.flatMap((flag) => {
    const means = flagMeaning(flag);
    return means === undefined ? [] : [[flag, means] as const];
  });
  return { table: Object.fromEntries(known), strange: flags.filter((f) => flagMeaning(f) === undefined) };
}

/** A line that may hold what a person has to decide: then it is unknown, and says so. */
const doubted = (
  key: string,
  value: DraftValue,
  certainty: Certainty,
  doubt: { readonly code: string; readonly texts: readonly string[] },
  ...grounds: readonly Ground[]
): DraftLine => {
  const { code, texts } = doubt;
  if (texts.length === 0) return line(key, value, certainty, ...grounds);
  return line(key, value, 'unknown', ...grounds, ground(code, { count: texts.length, ...some(texts) }));
};

/** An entry of a field, left out where it is empty. */
const unlessEmpty = (key: 'status' | 'basis', table: Record<string, string>): Record<string, DraftValue> =>
  Object.keys(table).length > 0 ? { [key]: table } : {};

/** Where the figures themselves stand. */
function valueLines(c: Understood): DraftLine[] {
  const cells = cellsOf(c);
  const [first] = c.values;
  if (first === undefined) {
    const names = c.unread.map((u) => u.name);
    return [
      open('value', { column: names.length > 0 ? firstOf(names) : ASK }, ground('no-value', some(names))),
    ];
  }
  const wide = c.heads.size > 0;
  const source: Record<string, DraftValue> = wide ? { from: 'header' } : { column: first.name };
  const flagged = cells.filter((t) => c.recognise.shape(t) === 'flagged');
  if (flagged.length > 0) {
    const { table, strange } = flagTable([...new Set(flagged.map((t) => t.replace(/^.*\s/, '')))].sort());
    const value = { ...source, as: '{value} {status}', ...unlessEmpty('status', table) };
    const doubt = { code: 'strange-flags', texts: strange };
    return [doubted('value', value, 'likely', doubt, ground('flagged', some(flagged, 1)))];
  }
  const united = cells.filter((t) => c.recognise.shape(t) === 'with-unit');
  if (united.length > 0)
    return [line('value', { ...source, as: '{value}{unit}' }, 'sure', ground('with-unit', some(united, 1)))];
  if (wide) return [];
  const named = c.roles.has('value');
  return [named ? line('value', source, undefined) : line('value', source, 'likely', ground('only-figures'))];
}

function basisLines(c: Understood): DraftLine[] {
  if (isAbove(c, 'basis')) {
    const value = { from: 'header', ...unlessEmpty('basis', basisTable(headsOf(c).map((h) => h.basis))) };
    return [line('basis', value, 'sure', ground('head-basis', ends(headTexts(c, 'basis'))))];
  }
  const assigned = c.roles.get('basis');
  if (!assigned) return [];
  const { texts, name } = assigned.column;
  const doubt = { code: 'strange-basis', texts: texts.filter((t) => !isBasis(t)) };
  const value = { column: name, ...unlessEmpty('basis', basisTable(texts)) };
  return [doubted('basis', value, assigned.certainty, doubt, ground('basis', some(texts)))];
}

function statusLines(c: Understood): DraftLine[] {
  const assigned = c.roles.get('status');
  if (!assigned) return [];
  const { texts, name } = assigned.column;
  const { table, strange } = flagTable(texts);
  const value = { column: name, ...unlessEmpty('status', table) };
  const doubt = { code: 'strange-flags', texts: strange };
  return [doubted('status', value, 'likely', doubt, ground(texts.length > 0 ? 'flags' : 'no-flags'))];
}

function publishedLines(c: Understood): DraftLine[] {
  const assigned = c.roles.get('published');
  if (!assigned) return [];
  const { column, certainty } = assigned;
  return [line('published', { column: column.name }, certainty, ground('published', ends(column.texts)))];
}

/** Where figures stand, how they are to be taken, their flags and the day they were published. */
export const figureLines = (c: Understood): DraftLine[] => [
  ...basisLines(c),
  ...valueLines(c),
  ...statusLines(c),
  ...publishedLines(c),
];

/** Cells of figures that hold none: known words for it, and others that a person has to look at. */
export function missingLines(c: Understood): DraftLine[] {
  const texts = cellsOf(c).filter((t) => c.recognise.shape(t) === undefined);
  const known = texts.filter(isMissingWord);
  const strange = texts.filter((t) => !isMissingWord(t));
  const doubt = { code: 'no-figures', texts: strange };
  if (known.length > 0) return [doubted('missing', known, 'likely', doubt, ground('missing'))];
  return strange.length > 0
    ? [open('missing', some(strange).list, ground('no-figures', { count: strange.length, ...some(strange) }))]
    : [];
}
