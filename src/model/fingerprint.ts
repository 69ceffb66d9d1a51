import { createHash, type Hash } from 'node:crypto';

// on its own, because most commands need none and node:crypto takes time to load

/** SHA-256 of a file in hexadecimal (文件指纹). */
export interface Fingerprint {
  /** Of its text with every CRLF as LF, by which it is known: git may change the line ends of a checkout. */
  readonly lf: string;
  /** Of its bytes. What holds a NUL at its start is no text, as git sees it too: both are one. */
  readonly raw: string;
}

/** Whether a file is the one that was known by a hash: of its bytes, or whatever its line ends were. */
export const isKnownBy = ({ lf, raw }: Fingerprint, hash: string | undefined): boolean =>
  hash === lf || hash === raw;

const CR = 13;
const LF = 10;

/** How many bytes git looks at to tell a text from what is none. */
const LOOKED_AT = 8000;

/** Takes the fingerprint of what comes in pieces. */
export class Fingerprinter {
  readonly #raw = createHash('sha256');
  /** Apart from the bytes' own only once there is a CR. */
  #lf: Hash | undefined;
  #isText: boolean | undefined;
  /** A piece ended with a CR: what comes next tells whether it counts. */
  #held = false;

  /** Adds the next bytes. */
  update(piece: Uint8Array): void {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    if (bytes.length === 0) return;
    this.#isText ??= !bytes.subarray(0, LOOKED_AT).includes(0);
    if (!this.#lf && this.#isText && bytes.includes(CR)) this.#lf = this.#raw.copy();
    this.#raw.update(bytes);
    this.#lf?.update(this.#withLf(bytes));
  }

  #withLf(bytes: Buffer): Buffer {
    const out = Buffer.allocUnsafe(bytes.length + 1);
    let length = 0;
    if (this.#held && bytes[0] !== LF) out[length++] = CR;
    let start = 0;
    for (let cr = bytes.indexOf(CR); cr >= 0; cr = bytes.indexOf(CR, cr + 1)) {
      if (cr < bytes.length - 1 && bytes[cr + 1] !== LF) continue;
      length += bytes.copy(out, length, start, cr);
      start = cr + 1;
    }
    this.#held = bytes.at(-1) === CR;
    length += bytes.copy(out, length, start);
    return out.subarray(0, length);
  }

  /** The fingerprint of all that was added; nothing can be added afterwards. */
  digest(): Fingerprint {
    if (this.#held) this.#lf?.update('\r');
    this.#held = false;
    const raw = this.#raw.digest('hex');
    return { raw, lf: this.#lf?.digest('hex') ?? raw };
  }
}

/** The fingerprint of a whole file. */
export function fingerprintOf(bytes: Uint8Array): Fingerprint {
  const taker = new Fingerprinter();
  taker.update(bytes);
  return taker.digest();
}
