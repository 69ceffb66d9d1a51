import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fingerprinter, fingerprintOf } from '../../src/model/fingerprint.ts';

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

describe('the fingerprint of a file', () => {
  it.each([
    ['a,1\nb,2\n', 'a,1\nb,2\n'],
    ['a,1\r\nb,2\r\n', 'a,1\nb,2\n'],
    ['a,1\r\nb,2\n', 'a,1\nb,2\n'],
    ['a\rb\r\r\nc\r', 'a\rb\r\nc\r'],
    ['\r', '\r'],
    ['', ''],
  ])('%j is known by %j', (text, lf) =>
    expect(fingerprintOf(Buffer.from(text))).toEqual({ lf: sha256(lf), raw: sha256(text) }),
  );

  it('of what is no text is that of its bytes', () => {
    const bytes = Buffer.from('PK\0\r\n\r\n');
    expect(fingerprintOf(bytes)).toEqual({ lf: sha256(bytes), raw: sha256(bytes) });
  });

  it('does not hang on how the file comes in pieces', () => {
    const piece = fc.string({ unit: fc.constantFrom('\r', '\n', 'a'), maxLength: 4 });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const taker = new Fingerprinter();
        for (const p of pieces) taker.update(Buffer.from(p));
        const text = pieces.join('');
        expect(taker.digest()).toEqual({ lf: sha256(text.replaceAll('\r\n', '\n')), raw: sha256(text) });
      }),
    );
  });
});
