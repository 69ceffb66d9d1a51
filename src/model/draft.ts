/** How sure the drafter is of a line (把握): it stands there, it is likely, or a person has to say. */
export type Certainty = 'sure' | 'likely' | 'unknown';

/** What a draft can rest on, by code, with what each sentence is told; the table of sentences fills it. */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled where the sentences stand
export interface GroundArgs {}

/** What a line of a draft rests on (依据), as data: wording makes the sentence. */
export type Ground = {
  [C in keyof GroundArgs]: { readonly code: C; readonly args: GroundArgs[C] };
}[keyof GroundArgs];

/** A value of a mapping's file. */
export type DraftValue = string | readonly DraftValue[] | { readonly [key: string]: DraftValue };

/** One key of a draft: what is written there, how sure that is and why. */
export interface DraftLine {
  readonly key: string;
  readonly value: DraftValue;
  /** Nothing is said of what goes without saying. */
  readonly certainty?: Certainty;
  readonly grounds: readonly Ground[];
  /** What is said behind an entry of a map. */
  readonly asides?: Readonly<Record<string, Ground>>;
  /** Written as a comment: a proposal that a person takes up or not. */
  readonly off?: boolean;
}

/** A draft of a mapping (映射草稿), made from an export nobody has mapped. */
export interface Draft {
  /** What the file is, as far as it was looked at. */
  readonly about: readonly Ground[];
  readonly top: readonly DraftLine[];
  readonly fields: readonly DraftLine[];
  /** What comes after the fields: rows and names to leave out or to translate. */
  readonly rest: readonly DraftLine[];
}
