import { GrowingArray } from './growing-array.ts';

/** Spans whose places lie side by side: those of a series come one after the other. */
const NEAR = 16;

/** Finds by lane and span which figure came first: an open-addressed table of the figures' numbers. */
export class KeyTable {
  readonly #lanes = new GrowingArray((n) => new Uint32Array(n));
  readonly #spans = new GrowingArray((n) => new Uint32Array(n));
  #length = 0;
  /** Numbers of figures, each more by 1; 0 where a place is free. */
  #places = new Uint32Array(1024);

  /** The number of the figure that came first with this lane and span: the next one, from 0, where they are new. */
  take(lane: number, span: number): number {
    const place = this.#find(lane, span);
    const known = this.#places[place] as number;
    if (known > 0) return known - 1;
    const figure = this.#length++;
    this.#lanes.set(figure, lane);
    this.#spans.set(figure, span);
    this.#places[place] = figure + 1;
    if (this.#length * 2 > this.#places.length) this.#grow();
    return figure;
  }

  /** The span of a figure, by its number. */
  spanOf(figure: number): number {
    return this.#spans.get(figure);
  }

  /** The place of a lane and a span, or the free one where they belong. */
  #find(lane: number, span: number): number {
    const mask = this.#places.length - 1;
    const mixed = Math.imul(lane ^ Math.imul(Math.floor(span / NEAR), 0x85ebca6b), 0x9e3779b1);
    const hash = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35);
    // what finds its place taken goes far away, or neighbours would pile up; an odd step comes to every place
    const step = (hash >>> 7) | 1;
    let at = ((hash ^ (hash >>> 13)) + (span % NEAR)) & mask;
    for (let known = this.#places[at]; known; known = this.#places[at]) {
      if (this.#lanes.get(known - 1) === lane && this.#spans.get(known - 1) === span) break;
      at = (at + step) & mask;
    }
    return at;
  }

  #grow(): void {
    this.#places = new Uint32Array(this.#places.length * 2);
    for (let figure = 0; figure < this.#length; figure++)
      this.#places[this.#find(this.#lanes.get(figure), this.#spans.get(figure))] = figure + 1;
  }
}
