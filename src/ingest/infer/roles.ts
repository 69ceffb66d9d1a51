import type { Certainty } from '../../model/draft.ts';
import { type Column, share } from './columns.ts';
import { isDate } from './dates.ts';
import { formsOf, knownIn } from './forms.ts';
import type { Recogniser } from './recognise.ts';
import { flagMeaning, type Role, roleOf } from './standard.ts';
import { isBasis } from './words.ts';

/** A column that holds a field, and how sure that is. */
export interface Assigned {
  readonly column: Column;
  readonly certainty: Certainty;
}

/** The columns that hold fields, by field. */
export type Roles = ReadonlyMap<Role, Assigned>;

/** The texts of the column that holds a field; none where no column does. */
export const textsOf = (roles: Roles, role: Role): readonly string[] => roles.get(role)?.column.texts ?? [];

/** Texts looked at to see whether a column holds names of indicators: taking names apart takes time. */
const LOOKED_AT = 200;

function namesSeries(column: Column, recognise: Recogniser): number {
  const texts = column.texts.slice(0, LOOKED_AT);
  const forms = formsOf(texts, recognise);
  return texts.filter((text) => knownIn(forms, text, recognise)).length / Math.max(1, texts.length);
}

/** How a column is found for a role: by its name, where so much of its content fits, or by that alone. */
interface Rule {
  readonly role: Role;
  /** The part of its texts that are what the role holds, from 0 to 1. */
  readonly content: (column: Column, recognise: Recogniser) => number;
  /** How much has to fit where the name is right, and where it is not; never without a name unless said. */
  readonly named: number;
  readonly alone?: number;
  /** Whether figures can be what it holds: codes of regions can. */
  readonly figures?: boolean;
}

const nothing = (): number => 1;
const labels = (column: Column, recognise: Recogniser): number =>
  share(column, (t) => recognise.label(t) !== undefined || isDate(t));

/** In the order in which roles choose their columns; what is told by its content alone comes last. */
const RULES: readonly Rule[] = [
  { role: 'value', content: (column) => (column.figures ? 1 : 0), named: 1 },
  { role: 'published', content: (column) => share(column, isDate), named: 0.5 },
  { role: 'status', content: (column) => share(column, (t) => flagMeaning(t) !== undefined), named: 0 },
  { role: 'basis', content: (column) => share(column, isBasis), named: 0, alone: 1 },
  // 单位 is also a word for offices
  {
    role: 'unit',
    content: (column, recognise) =>
      column.name === '单位' && share(column, recognise.unit) === 0 ? -1 : share(column, recognise.unit),
    named: 0,
    alone: 1,
  },
  {
    role: 'year',
    content: (column, recognise) => share(column, (t) => recognise.label(t)?.year === true),
    named: 0.9,
  },
  { role: 'period', content: labels, named: 0.5, alone: 0.9 },
  {
    role: 'region',
    // a code among figures is no region's, unless all of them are
    content: (column, recognise) => {
      const known = share(column, recognise.region);
      return column.figures && known < 1 ? 0 : known;
    },
    named: 0,
    alone: 0.5,
    figures: true,
  },
  { role: 'indicator', content: namesSeries, named: 0, alone: 0.3 },
  { role: 'frequency', content: nothing, named: 0 },
  { role: 'multiplier', content: nothing, named: 0 },
];

/** A column that can be had for a role, with how well it fits. */
interface Candidate extends Assigned {
  readonly score: number;
}

function candidate(rule: Rule, column: Column, recognise: Recogniser): Candidate | undefined {
  const { role, named, alone = 2 } = rule;
  const name = roleOf(column.name);
  if (name === role) {
    const content = rule.content(column, recognise);
    const sure = content > 0 || role === 'indicator';
    return content < named ? undefined : { column, score: 1 + content, certainty: sure ? 'sure' : 'likely' };
  }
  // years below an empty header are its rows' labels
  const figures = rule.figures || (role === 'period' && column.name === '');
  if (alone > 1 || (column.figures && !figures) || name === 'nothing' || name === 'value') return undefined;
  const score = rule.content(column, recognise);
  const sure = role === 'indicator' || role === 'region' || role === 'period';
  return score < alone ? undefined : { column, score, certainty: sure ? 'sure' : 'likely' };
}

/** Whether one fits better than another; of two that fit alike, the one that tells more apart. */
const better = (a: Candidate, b: Candidate): boolean =>
  a.score > b.score || (a.score === b.score && a.column.texts.length > b.column.texts.length);

/** Which columns hold which fields, by their names and by what stands in them. A column holds one field only. */
export function assign(columns: readonly Column[], recognise: Recogniser): Map<Role, Assigned> {
  const roles = new Map<Role, Assigned>();
  const taken = new Set<Column>();
  for (const rule of RULES) {
    // a column of flags can be empty in one export and not in the next
    const free = columns.filter((c) => !taken.has(c) && (!c.hollow || rule.role === 'status'));
    const found = free.flatMap((c) => candidate(rule, c, recognise) ?? []);
    const best = found.reduce<Candidate | undefined>((a, b) => (a && !better(b, a) ? a : b), undefined);
    if (!best) continue;
    roles.set(rule.role, { column: best.column, certainty: best.certainty });
    taken.add(best.column);
  }
  // a column of years beside nothing finer is the period itself
  const year = roles.get('year');
  if (year && !roles.has('period')) {
    roles.delete('year');
    roles.set('period', year);
  }
  return roles;
}
