/** What a text is marked out by: a colour in a terminal, an emphasis elsewhere. */
export type Tone = 'green' | 'cyan' | 'yellow' | 'red' | 'dim' | 'bold' | 'magenta';

/** A text with its tones, which each format shows in its own way; `\n` begins a line. */
export type Rich = string | Toned | readonly Rich[];

/** A text in one tone. */
interface Toned {
  readonly tone: Tone;
  readonly text: Rich;
}

/** A text in a tone; empty where it is empty. */
export const toned = (tone: Tone, text: Rich): Rich => (isEmpty(text) ? '' : { tone, text });

/** A text that is less important than what stands above it. */
export const dim = (text: Rich): Rich => toned('dim', text);

/** A text that names what follows. */
export const bold = (text: Rich): Rich => toned('bold', text);

/** Whether a text says nothing. */
export const isEmpty = (text: Rich): boolean =>
  typeof text === 'string' ? text === '' : 'tone' in text ? false : text.every(isEmpty);

/** Texts with something between them; those that are empty are left out. */
export function joined(texts: readonly Rich[], between: string): Rich {
  const said = texts.filter((t) => !isEmpty(t));
  return said.flatMap((t, i) => (i === 0 ? [t] : [between, t]));
}

/** Texts below one another; those that are empty are left out. */
export const lines = (...texts: readonly Rich[]): Rich => joined(texts, '\n');

/** A text with its tones made by a function from the inside out. */
export function painted(text: Rich, paint: (text: string, tone: Tone) => string): string {
  if (typeof text === 'string') return text;
  if ('tone' in text) return paint(painted(text.text, paint), text.tone);
  return text.map((t) => painted(t, paint)).join('');
}

/** The bare text. */
export const bare = (text: Rich): string => painted(text, (t) => t);
