/** Characters that XML can't have stand as _x000D_. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** Collects the text of a string, which may be in runs of different looks (富文本). */
export class TextRuns {
  #text = '';
  #open = false;
  #phonetic = false;

  /** An element begins. */
  open(name: string): void {
    if (name === 'rPh') this.#phonetic = true;
    if (name === 't') this.#open = !this.#phonetic;
  }

  /** Text of the element that is open. */
  add(piece: string): void {
    if (this.#open) this.#text += piece;
  }

  /** An element ends. */
  close(name: string): void {
    if (name === 'rPh') this.#phonetic = false;
    if (name === 't') this.#open = false;
  }

  /** The text so far; the next one begins empty. */
  take(): string {
    const text = unescapeText(this.#text);
    this.#text = '';
    return text;
  }
}
