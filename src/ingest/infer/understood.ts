import type { Column } from './columns.ts';
import type { Head, HeadRole } from './heads.ts';
import type { Layout } from './layout.ts';
import type { Recogniser } from './recognise.ts';
import { type Roles, textsOf } from './roles.ts';
import type { Need } from './title-parts.ts';
import type { Clue } from './titles.ts';

/** An export as far as it is understood: where everything stands. */
export interface Understood {
  readonly recognise: Recogniser;
  readonly rows: readonly (readonly string[])[];
  readonly layout: Layout;
  readonly columns: readonly Column[];
  readonly roles: Roles;
  /** Columns whose figures are read. */
  readonly values: readonly Column[];
  /** What the header says of them, by column; nothing where the figures stand in one column named for them. */
  readonly heads: ReadonlyMap<number, Head>;
  /** The same of the upper row of a header that has two. */
  readonly uppers: ReadonlyMap<number, Head>;
  /** Columns of figures that are not read, because what they hold is not known. */
  readonly unread: readonly Column[];
  readonly clues: readonly Clue[];
}

/** The clue that gives a field, above the table or in the file's name. */
export const clueFor = (c: Pick<Understood, 'clues'>, need: Need): Clue | undefined =>
  c.clues.find((clue) => clue.gives.has(need));

/** What the header says of the columns of figures, in one row or in two. */
export const headsOf = (c: Pick<Understood, 'heads' | 'uppers'>): Head[] => [
  ...c.uppers.values(),
  ...c.heads.values(),
];

/** Whether the header gives a field. */
export const isAbove = (c: Pick<Understood, 'heads' | 'uppers'>, role: HeadRole): boolean =>
  headsOf(c).some((h) => h.role === role);

/** The heads that give a field, each text once. */
export const headTexts = (c: Pick<Understood, 'heads' | 'uppers'>, role: HeadRole): string[] => [
  ...new Set(headsOf(c).flatMap((h) => (h.role === role ? [h.text] : []))),
];

/** The labels of spans there are, in the rows or in the header. */
export const labelsOf = (c: Pick<Understood, 'roles' | 'heads' | 'uppers'>): string[] => [
  ...textsOf(c.roles, 'period'),
  ...headsOf(c).flatMap((h) => (h.label === undefined || h.role === 'year' ? [] : [h.label])),
];
