import { createHash } from 'node:crypto';

// on its own, because reading needs no hashes and node:crypto takes time to load

/** SHA-256 in hexadecimal; a text is taken as UTF-8. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');
