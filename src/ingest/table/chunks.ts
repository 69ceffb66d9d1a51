import { Buffer } from 'node:buffer';

/** The bytes of a file, piece by piece from its start; it can be gone through again. */
export type Chunks = () => Iterable<Uint8Array>;

/** The first bytes of a file, whatever the length of its pieces. */
export function firstBytes(chunks: Chunks, most: number): Buffer {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (const chunk of chunks()) {
    parts.push(chunk.subarray(0, most - length));
    length += chunk.length;
    if (length >= most) break;
  }
  return Buffer.concat(parts);
}
