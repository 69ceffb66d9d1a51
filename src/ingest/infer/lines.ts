import type { Certainty, DraftLine, DraftValue, Ground } from '../../model/draft.ts';
import { firstOf } from './cells.ts';

/** What a line of the draft rests on, by the code of its sentence without the group. */
export const ground = (code: string, args: Ground['args'] = {}): Ground => ({ code: `infer/${code}`, args });

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

/** A text as a sentence shows it, cut where it is long. */
export const shorten = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text === '' ? '""' : text;

/** The first texts of many, and how many more there are. */
export function some(texts: readonly string[], shown = SHOWN): { list: string[]; more?: number } {
  const list = texts.slice(0, shown).map(shorten);
  return texts.length > shown ? { list, more: texts.length - shown } : { list };
}

/** The first and the last of several texts, as arguments of a sentence. */
export const ends = (texts: readonly string[]): Ground['args'] => ({
  count: texts.length,
  first: shorten(firstOf(texts)),
  ...(texts.length > 1 ? { last: shorten(firstOf(texts.slice(-1))) } : {}),
});
