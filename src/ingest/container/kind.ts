/** What a file is, told by its first bytes, never by its name. */
export type Kind = 'text' | 'gzip' | 'zip' | 'compound' | 'archive' | 'other' | 'page';

const ascii = (text: string): number[] => [...text].map((c) => c.charCodeAt(0));

const MAGIC: readonly (readonly [kind: Kind, bytes: readonly number[], format?: string])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zip', ascii('PK\x03\x04')],
  ['zip', ascii('PK\x05\x06')],
  // Microsoft's compound file: .xls, and every Office document that has a password
  ['compound', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  // records of an .xls that stand alone, as before Excel 97
  ['other', [0x09, 0x00, 0x04, 0x00], 'Excel 2'],
  ['other', [0x09, 0x02, 0x06, 0x00], 'Excel 3'],
  ['other', [0x09, 0x04, 0x06, 0x00], 'Excel 4'],
  ['other', [0x09, 0x08], 'Excel 5'],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], '7z'],
  ['archive', ascii('Rar!\x1a\x07'), 'rar'],
  ['archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], 'xz'],
  ['archive', [0x28, 0xb5, 0x2f, 0xfd], 'zstd'],
];
const BZIP2 = /^BZh[1-9]1AY&SY/;
/** A web page or XML: many systems hand these out as .xls. */
const PAGE = /^(?:\xef\xbb\xbf)?\s*<(?:!doctype|\?xml|html|head|meta|style|table)\b/i;

/** Bytes that `kindOf` needs. */
export const HEAD = 256;

/** The kind of a file by its first bytes, with the format of what can't be read. */
export function kindOf(head: Uint8Array): { kind: Kind; format: string } {
  for (const [kind, bytes, format = ''] of MAGIC)
    if (bytes.every((b, i) => head[i] === b)) return { kind, format };
  const text = Buffer.from(head).toString('latin1');
  if (BZIP2.test(text)) return { kind: 'archive', format: 'bzip2' };
  if (PAGE.test(text)) return { kind: 'page', format: text.includes('<?xml') ? 'XML' : 'HTML' };
  return { kind: 'text', format: '' };
}
