import type { DraftLine } from '../../model/draft.ts';
import { firstOf } from './cells.ts';
import { ASK, ground, line, open, some } from './lines.ts';
import { namesOf, withoutUnit } from './names.ts';
import { clueFor, type Understood } from './understood.ts';

/** Words in units that ptrack does not know which say that it is a percentage. */
const PERCENT = /%|per\s?cent|rate of change|growth rate|百分|增长率|增速|比重/i;

/** Units shown in a table of proposals. */
const LISTED = 12;

/** Proposals for units as an export writes them. */
export const unitTable = (units: readonly string[]): Record<string, string> =>
  Object.fromEntries(units.slice(0, LISTED).map((u) => [u, PERCENT.test(u) ? '%' : ASK]));

/** A column of units; where ptrack does not know them all, their meanings are to be added. */
function fromColumn(c: Understood): DraftLine[] {
  const assigned = c.roles.get('unit');
  if (!assigned) return [];
  const { column, certainty } = assigned;
  const texts = column.texts;
  const strange = texts.filter((t) => !c.recognise.unit(t));
  if (strange.length > 0)
    return [open('unit', { column: column.name, unit: unitTable(strange) }, ground('strange-units'))];
  return [line('unit', { column: column.name }, certainty, ground('units', some(texts, 4)))];
}

/** Whether every figure says its unit itself: 6.1%, 115家. */
const inCells = (c: Understood): boolean =>
  c.values.length > 0 &&
  c.values.every((v) => {
    const texts = v.texts.filter((t) => c.recognise.shape(t) !== 'missing');
    return texts.every((t) => c.recognise.shape(t) === 'with-unit' || /[%‰]/.test(t));
  });

/** Whether the unit is said in the names, the header, the cells or above the table, or is not needed. */
function isSaid(c: Understood, names: readonly string[], lacking: readonly string[]): boolean {
  const heads = [...c.heads.values()];
  const unitless = lacking.every((name) => {
    // ranks and pure numbers do without
    const found = c.recognise.series(name);
    return found.length > 0 && found.every((i) => i.kind === 'rank' || i.unit.dimensions === 'number');
  });
  return (
    (names.length > 0 && unitless) ||
    (heads.length > 0 && heads.every((h) => h.unit !== undefined)) ||
    inCells(c) ||
    clueFor(c, 'unit') !== undefined
  );
}

/** What stands in brackets behind every name, and is no unit that ptrack knows: GDP growth (annual %). */
function inBrackets(names: readonly string[]): string[] {
  const found = names.map((name) => /\(([^()]+)\)$/.exec(name)?.[1] ?? '');
  return found.includes('') ? [] : [...new Set(found)];
}

/** The units in which the catalogue has the names. */
const inCatalogue = (c: Understood, names: readonly string[]): string[] => [
  ...new Set(names.flatMap((name) => c.recognise.series(name).map((i) => i.unit.text))),
];

const isIndex = (name: string): boolean => /指数$|\bindex$/i.test(name);

/** Nothing says the unit: a question, with what the catalogue or the names suggest. */
function question(c: Understood, names: readonly string[], lacking: readonly string[]): DraftLine[] {
  const column = c.roles.get('indicator')?.column.name;
  const bracketed = names.length > 0 ? inBrackets(lacking) : [];
  if (column !== undefined && bracketed.length > 0)
    return [open('unit', { column, as: '{_}({unit})', unit: unitTable(bracketed) }, ground('strange-units'))];
  const said = c.clues.flatMap((clue) => clue.gives.get('indicator') ?? []);
  const known = inCatalogue(c, lacking.length > 0 ? lacking : said);
  const why =
    lacking.length < names.length
      ? ground('some-without-unit', { count: lacking.length, ...some(lacking, 1) })
      : ground('no-unit');
  const index = lacking.length > 0 && lacking.every(isIndex) ? '指数' : ASK;
  const reason = known.length > 0 ? ground('catalogue-units', some(known)) : undefined;
  return [open('unit', { constant: known.length === 1 ? firstOf(known) : index }, why, reason)];
}

/** Where the unit comes from, unless the names themselves say. */
export function unitLines(c: Understood): DraftLine[] {
  const first = fromColumn(c);
  if (first.length > 0) return first;
  const value = [...c.heads.values()].find((h) => h.role === 'value');
  if (value?.unit !== undefined)
    return [line('unit', { from: 'header' }, 'sure', ground('head-unit', { text: value.text }))];
  const names = namesOf(c);
  const lacking = withoutUnit(names);
  return isSaid(c, names.texts, lacking) ? [] : question(c, names.texts, lacking);
}
