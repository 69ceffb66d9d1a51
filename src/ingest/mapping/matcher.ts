/**
 * A matcher for texts with gaps (模式匹配), which takes time in proportion to the length of the text whatever the
 * pattern: of every choice it remembers at which places of the text it failed, and makes it there only once. What it
 * finds is what a backtracking regular expression would find. Texts must be tidied, so that white space is one space.
 */

/** The steps of a matcher while they are put together. */
interface Program {
  readonly steps: Step[];
  /** Choices so far: each has its own row in the table of what failed. */
  choices: number;
}

/** One step: what it takes from the text; a choice tries `first`, then `second`. */
type Step =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'set'; readonly has: ReadonlySet<number>; readonly wanted: boolean }
  | { readonly kind: 'words'; readonly trie: Trie; readonly row: number }
  | { readonly kind: 'choice'; first: number; second: number; readonly row: number }
  | { readonly kind: 'go'; readonly to: number }
  | { readonly kind: 'mark'; readonly slot: number };

/** A part of what is to be matched. */
export type Part = (program: Program) => void;

/** Words by their letters. */
interface Trie {
  readonly next: Map<number, Trie>;
  whole: boolean;
}

/** Text as it is compared: lower case, every letter in its place. */
function lower(text: string): string {
  const low = text.toLowerCase();
  if (low.length === text.length) return low;
  const letter = (c: string): string => (c.toLowerCase().length === c.length ? c.toLowerCase() : c);
  return [...text].map(letter).join('');
}

const SPACE = 0x20;

/** Codes of the characters of a set. */
const codes = (characters: string): ReadonlySet<number> =>
  new Set([...lower(characters)].map((c) => c.codePointAt(0) ?? 0));

/** A text, whatever its case and the spaces in it. */
export function literal(text: string): Part {
  const bare = lower(text.replace(/\s+/g, ''));
  return (p) => void (bare === '' || p.steps.push({ kind: 'text', text: bare }));
}

/** One of several words, the longest that leads on, whatever its case and the spaces in it. */
export function oneOf(words: Iterable<string>): Part {
  const trie: Trie = { next: new Map(), whole: false };
  for (const word of words) {
    let at = trie;
    for (const letter of lower(word.replace(/\s+/g, '')).split('')) {
      const code = letter.charCodeAt(0);
      let next = at.next.get(code);
      if (!next) {
        next = { next: new Map(), whole: false };
        at.next.set(code, next);
      }
      at = next;
    }
    at.whole = true;
  }
  return (p) => void p.steps.push({ kind: 'words', trie, row: p.choices++ });
}

/** One of these characters. */
export function among(characters: string): Part {
  const has = codes(characters);
  return (p) => void p.steps.push({ kind: 'set', has, wanted: true });
}

/** One character that is none of these. */
export function not(characters: string): Part {
  const has = codes(characters);
  return (p) => void p.steps.push({ kind: 'set', has, wanted: false });
}

/** Any one character. */
export const any: Part = not('');

/** Parts one behind the other. */
export const all =
  (...parts: readonly Part[]): Part =>
  (p) => {
    for (const part of parts) part(p);
  };

function choice(p: Program): { first: number; second: number } {
  const made = { kind: 'choice' as const, first: 0, second: 0, row: p.choices++ };
  p.steps.push(made);
  return made;
}

/** The one part or the other, the first where both lead on. */
export const either =
  (one: Part, other: Part): Part =>
  (p) => {
    const made = choice(p);
    made.first = p.steps.length;
    one(p);
    const over = { kind: 'go' as const, to: 0 };
    p.steps.push(over);
    made.second = p.steps.length;
    other(p);
    over.to = p.steps.length;
  };

/** A part that may be missing. */
export const maybe = (part: Part): Part => either(part, all());

/** A part up to so many times, as often as it leads on. */
export const upTo = (times: number, part: Part): Part =>
  times === 0 ? all() : maybe(all(part, upTo(times - 1, part)));

function repeated(part: Part, least: 0 | 1, greedy: boolean): Part {
  return (p) => {
    const start = p.steps.length;
    if (least === 1) part(p);
    const made = choice(p);
    const body = least === 1 ? start : p.steps.length;
    if (least === 0) {
      part(p);
      p.steps.push({ kind: 'go', to: start });
    }
    const behind = p.steps.length;
    [made.first, made.second] = greedy ? [body, behind] : [behind, body];
  };
}

/** A part once or more, as often as it can. */
export const many = (part: Part): Part => repeated(part, 1, true);
/** A part any number of times or not at all, as often as it can. */
export const anyNumber = (part: Part): Part => repeated(part, 0, true);
/** A part once or more, no more often than it must. */
export const few = (part: Part): Part => repeated(part, 1, false);
/** A part any number of times or not at all, no more often than it must. */
export const fewest = (part: Part): Part => repeated(part, 0, false);

/** Remembers where a part stands. */
const capturing =
  (part: Part, n: number): Part =>
  (p) => {
    p.steps.push({ kind: 'mark', slot: n * 2 });
    part(p);
    p.steps.push({ kind: 'mark', slot: n * 2 + 1 });
  };

/** Where the words end that begin at a place of a text, the shortest first. */
function endsOf(trie: Trie, text: string, at: number): number[] {
  const ends = trie.whole ? [at] : [];
  let node: Trie | undefined = trie;
  for (let i = at; i < text.length; ) {
    if (i > at && text.charCodeAt(i) === SPACE) i++;
    node = node.next.get(text.charCodeAt(i));
    if (!node) break;
    i++;
    if (node.whole) ends.push(i);
  }
  return ends;
}

/** Where a text ends that is to begin at a place of another, spaces between its letters passed over; -1 where it does not. */
function endOf(wanted: string, text: string, at: number): number {
  let i = at;
  for (let n = 0; n < wanted.length; n++, i++) {
    if (n > 0 && text.charCodeAt(i) === SPACE) i++;
    if (text.charCodeAt(i) !== wanted.charCodeAt(n)) return -1;
  }
  return i;
}

/** Finds what the parts that are to be captured take from a whole text. */
export class Matcher {
  readonly #steps: readonly Step[];
  readonly #choices: number;
  readonly #slots: Int32Array;
  #failed = new Uint32Array(64);
  /** Steps taken to match the last text, which tests hold to its length. */
  taken = 0;

  /** `capture` says which of the parts are captured; a space may stand before and after every part. */
  constructor(parts: readonly { readonly part: Part; readonly capture: boolean }[]) {
    const program: Program = { steps: [], choices: 0 };
    const space = maybe(literalSpace);
    let captured = 0;
    for (const { part, capture } of parts) {
      space(program);
      (capture ? capturing(part, captured++) : part)(program);
    }
    space(program);
    this.#steps = program.steps;
    this.#choices = program.choices;
    this.#slots = new Int32Array(captured * 2);
  }

  /** Whether a choice is made at this place of the text for the first time. */
  #isNew(row: number, at: number, length: number): boolean {
    const bit = row * (length + 1) + at;
    const held = this.#failed[bit >>> 5] ?? 0;
    if ((held & (1 << (bit & 31))) !== 0) return false;
    this.#failed[bit >>> 5] = held | (1 << (bit & 31));
    return true;
  }

  /** The captured texts, in order; undefined where the text does not fit. */
  exec(text: string): string[] | undefined {
    const low = lower(text);
    const words = (this.#choices * (low.length + 1) + 31) >>> 5;
    if (words > this.#failed.length) this.#failed = new Uint32Array(words);
    else this.#failed.fill(0, 0, words);
    this.taken = 0;
    if (!this.#run(low)) return undefined;
    const found: string[] = [];
    for (let i = 0; i < this.#slots.length; i += 2)
      found.push(text.slice(this.#slots[i], this.#slots[i + 1]));
    return found;
  }

  #run(text: string): boolean {
    const steps = this.#steps;
    const slots = this.#slots;
    // what is left to be tried, as pairs: a step and a place; or ~slot and what was marked there before
    const left = [0, 0];
    while (left.length > 0) {
      let at = left.pop() as number;
      let n = left.pop() as number;
      if (n < 0) {
        slots[~n] = at;
        continue;
      }
      trying: for (;;) {
        this.taken++;
        const step = steps[n++];
        if (step === undefined) {
          if (at === text.length) return true;
          break;
        }
        switch (step.kind) {
          case 'set': {
            const code = text.codePointAt(at);
            if (code === undefined || step.has.has(code) !== step.wanted) break trying;
            at += code > 0xffff ? 2 : 1;
            break;
          }
          case 'choice':
            if (!this.#isNew(step.row, at, text.length)) break trying;
            left.push(step.second, at);
            n = step.first;
            break;
          case 'text':
            at = endOf(step.text, text, at);
            if (at < 0) break trying;
            break;
          case 'words': {
            if (!this.#isNew(step.row, at, text.length)) break trying;
            for (const end of endsOf(step.trie, text, at)) left.push(n, end);
            break trying;
          }
          case 'go':
            n = step.to;
            break;
          default:
            left.push(~step.slot, slots[step.slot] as number);
            slots[step.slot] = at;
        }
      }
    }
    return false;
  }
}

const literalSpace: Part = among(' ');
