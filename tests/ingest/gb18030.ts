const codes = new Map<string, readonly number[]>();

/** Characters of GB18030's two-byte zone, by decoding every pair once. */
function table(): ReadonlyMap<string, readonly number[]> {
  if (codes.size > 0) return codes;
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if ([...char].length === 1 && char !== '\uFFFD' && !codes.has(char)) codes.set(char, [lead, trail]);
    }
  return codes;
}

/** A text in GB18030; node decodes it but does not write it. */
export function gb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const pair = code < 0x80 ? [code] : table().get(char);
    if (!pair) throw new Error(`${char} is not in the two-byte zone of GB18030`);
    bytes.push(...pair);
  }
  return Uint8Array.from(bytes);
}

/** A text in UTF-16 with its mark. */
export function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const buffer = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return Uint8Array.from(order === 'le' ? buffer : buffer.swap16());
}
