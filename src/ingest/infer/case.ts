import type { Certainty, DraftLine, DraftValue, Ground, GroundArgs } from '../../model/draft.ts';
import type { Both, Given } from '../../model/message.ts';
import { firstOf } from './cells.ts';
import type { Column } from './columns.ts';
import type { Head, HeadRole } from './heads.ts';
import type { Layout } from './layout.ts';
import { type Roles, textsOf } from './roles.ts';
import type { Sight } from './sight.ts';
import type { Need } from './title-parts.ts';
import type { Clue } from './titles.ts';

/** An export as far as it is understood: where everything stands. */
export interface Case {
  readonly sight: Sight;
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

/** The codes of grounds, without their `infer/`. */
export type GroundName = Ground['code'] extends `infer/${infer N}` ? N : never;

/** What a line rests on; the code without its `infer/`. */
export const ground = <N extends GroundName>(
  name: N,
  ...[args]: Given<Both<GroundArgs[`infer/${N}`]>>
): Ground => ({ code: `infer/${name}`, args: args ?? {} }) as Ground;

/** A line of the draft. */
export const line = (
  key: string,
  value: DraftValue,
  certainty: Certainty | undefined,
  ...grounds: readonly (Ground | undefined)[]
): DraftLine => ({
  key,
  value,
  ...(certainty === undefined ? {} : { certainty }),
  grounds: grounds.filter((g) => g !== undefined),
});

/** A line that a person has to decide: written as a comment. */
export const open = (
  key: string,
  value: DraftValue,
  ...grounds: readonly (Ground | undefined)[]
): DraftLine => ({
  ...line(key, value, 'unknown', ...grounds),
  off: true,
});

/** What is written where only a person knows: a name that no catalogue has, so that it is refused. */
export const ASK = '?';

/** Texts shown of many, and characters of each. */
const SHOWN = 6;
const LONGEST = 40;

export const shorten = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text === '' ? '""' : text;

/** The first texts of many, and how many more there are. */
export function some(texts: readonly string[], shown = SHOWN): { list: string[]; more?: number } {
  const list = texts.slice(0, shown).map(shorten);
  return texts.length > shown ? { list, more: texts.length - shown } : { list };
}

/** The first and the last of several texts, as arguments of a sentence. */
export const ends = (texts: readonly string[]): { count: number; first: string; last?: string } => ({
  count: texts.length,
  first: shorten(firstOf(texts)),
  ...(texts.length > 1 ? { last: shorten(firstOf(texts.slice(-1))) } : {}),
});

/** The clue that gives a field, above the table or in the file's name. */
export const clueFor = (c: Pick<Case, 'clues'>, need: Need): Clue | undefined =>
  c.clues.find((clue) => clue.gives.has(need));

/** What the header says of the columns of figures, in one row or in two. */
export const headsOf = (c: Pick<Case, 'heads' | 'uppers'>): Head[] => [
  ...c.uppers.values(),
  ...c.heads.values(),
];

/** Whether the header gives a field. */
export const isAbove = (c: Pick<Case, 'heads' | 'uppers'>, role: HeadRole): boolean =>
  headsOf(c).some((h) => h.role === role);

/** The heads that give a field, each text once. */
export const headTexts = (c: Pick<Case, 'heads' | 'uppers'>, role: HeadRole): string[] => [
  ...new Set(headsOf(c).flatMap((h) => (h.role === role ? [h.text] : []))),
];

/** The labels of spans there are, in the rows or in the header. */
export const labelsOf = (c: Pick<Case, 'roles' | 'heads' | 'uppers'>): string[] => [
  ...textsOf(c.roles, 'period'),
  ...headsOf(c).flatMap((h) => (h.label === undefined || h.role === 'year' ? [] : [h.label])),
];
