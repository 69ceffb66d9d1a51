import { capture, type Field } from '../mapping/mapping.ts';
import type { Bag } from '../mapping/pattern.ts';
import { NOTE_MARK, ownText, tidy } from '../text.ts';

/** A name of a series as captured, with the whole text it was captured from. */
export type Captures = Bag & { readonly whole?: string };

/** A text that none of its field's patterns fits. */
export interface Unfitting {
  readonly field: string;
  readonly text: string;
  readonly patterns: readonly string[];
}

/**
 * What a text gave a field: under `own` what the field was declared for, under `other` what its pattern captured beside;
 * `unfitting` where none of the field's patterns fits the text.
 */
export interface Capture {
  readonly own: Captures;
  readonly other: Captures;
  readonly unfitting?: Unfitting;
}

/** Fields whose digits are those of a span. */
const SPANS: ReadonlySet<string> = new Set(['period', 'from', 'to', 'year']);

/** One object for nothing captured, so that it is passed over without being looked into. */
const NONE: Captures = {};
const NOTHING: Capture = { own: NONE, other: NONE };
/** Markers of nothing in a cell that describes a figure. */
const EMPTY = /^(?:[-–—]+|\.{3,}|\/)?$/;
/** Texts remembered of one field: enough for labels, bounded for what never comes back. */
const REMEMBERED = 1 << 16;

/** What one text gives a field. */
export function readText(field: Field, text: string): Capture {
  const clean = tidy(text);
  if (field.source.kind !== 'constant' && EMPTY.test(clean)) return NOTHING;
  // a mark of a note would become a digit of a month
  const marked = SPANS.has(field.name) && NOTE_MARK.test(text);
  const bag = marked ? undefined : capture(field, clean);
  if (!bag)
    return {
      ...NOTHING,
      unfitting: {
        field: field.name,
        text: marked ? text.trim() : clean,
        patterns: field.as.map((p) => p.text),
      },
    };
  const mine = field.name === 'series' ? 'indicator' : field.name;
  const { [mine]: own, ...other } = bag;
  const whole = bag.indicator === undefined ? {} : { whole: clean };
  if (own === undefined) return { own: NONE, other: { ...other, ...whole } };
  const rest = Object.keys(other).length > 0 ? other : NONE;
  // a flag that says nothing leaves the word to another source
  if (mine === 'status' && own === 'none') return { own: NONE, other: rest };
  return { own: { [mine]: own, ...(mine === 'indicator' ? whole : {}) }, other: rest };
}

/** Reads texts of one field; the same text comes back again and again, and often at once. */
export function textReader(field: Field): (text: string) => Capture {
  const known = new Map<string, Capture>();
  let last: string | undefined;
  let capture = NOTHING;
  return (text) => {
    if (text === last) return capture;
    last = text;
    const found = known.get(text);
    if (found) capture = found;
    else {
      const own = ownText(text);
      capture = readText(field, own);
      if (known.size >= REMEMBERED) known.clear();
      known.set(own, capture);
    }
    return capture;
  };
}

/** Puts captures into a bag, later ones over earlier ones; what was captured beside its field gives way to what was asked for. */
export function merge(bag: Record<string, string | undefined>, captures: readonly Capture[]): void {
  for (const c of captures) if (c.other !== NONE) Object.assign(bag, c.other);
  for (const c of captures) if (c.own !== NONE) Object.assign(bag, c.own);
}
