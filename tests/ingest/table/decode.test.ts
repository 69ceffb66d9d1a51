import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode as open } from '../../../src/ingest/table/decode.ts';
import { gb18030, utf16 } from '../gb18030.ts';
import { bytes, thrown } from '../helpers.ts';

/** Decodes bytes that come in pieces of so many. */
function decode(
  input: Uint8Array,
  file: string,
  asked?: string,
  size = 5,
): { encoding: string; text: string } {
  const chunks = function* () {
    for (let at = 0; at < input.length; at += size) yield input.subarray(at, at + size);
  };
  const { encoding, utf8 } = open(chunks, file, asked);
  return { encoding, text: Buffer.concat([...utf8()]).toString() };
}

const TEXT = '指标,2024年\n地区生产总值(亿元),16719.46\n';
const join = (...parts: (Uint8Array | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((p) => [...p]));

describe('the encoding is found', () => {
  it.each([
    ['UTF-8', bytes(TEXT), 'utf-8'],
    ['UTF-8 with a mark', join([0xef, 0xbb, 0xbf], bytes(TEXT)), 'utf-8'],
    ['GB18030', gb18030(TEXT), 'gb18030'],
    ['UTF-16 little endian with a mark', utf16(TEXT, 'le'), 'utf-16le'],
    ['UTF-16 big endian with a mark', utf16(TEXT, 'be'), 'utf-16be'],
    ['ASCII', bytes(TEXT.replace(/[^\x20-\x7e\n]/g, 'x')), 'utf-8'],
  ])('%s', (_name, input, encoding) => {
    const decoded = decode(input, 'a.csv');
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.text).toBe(encoding === 'utf-8' && input.length < TEXT.length + 3 ? decoded.text : TEXT);
  });

  it('Chinese in GB18030 far behind 100 kB of ASCII', () => {
    const text = `${'a,1\n'.repeat(30_000)}注：据初步统计\n`;
    expect(decode(gb18030(text), 'a.csv')).toEqual({ text, encoding: 'gb18030' });
  });

  it('an encoding that is asked for', () => {
    expect(decode(Uint8Array.of(0xa4, 0xa4), 'a.csv', 'big5')).toEqual({ text: '中', encoding: 'big5' });
    expect(decode(Uint8Array.from(Buffer.from('ab', 'utf16le')), 'a.csv', 'utf-16le').text).toBe('ab');
  });
});

describe('what is no text is refused, with its place', () => {
  it.each([
    ['nothing', [], undefined, 'ingest/empty-file', {}],
    ['a mark and nothing', [0xef, 0xbb, 0xbf], undefined, 'ingest/empty-file', {}],
    ['white space', [0x20, 0x0a], undefined, 'ingest/empty-file', {}],
    ['a NUL on line 2', [0x61, 0x0a, 0x00], undefined, 'ingest/binary', { line: 2 }],
    [
      'bytes of no encoding',
      [0x61, 0x0a, 0x62, 0xff, 0xff],
      undefined,
      'ingest/undecodable',
      { line: 2, column: 2 },
    ],
    [
      'a byte the asked-for encoding lacks',
      [0x61, 0xff],
      'utf-8',
      'ingest/undecodable',
      { line: 1, column: 2 },
    ],
    ['an encoding nobody knows', [0x61], 'klingon', 'ingest/unknown-encoding', {}],
  ] as const)('%s', (_name, input, asked, code, place) => {
    const [finding] = thrown(() => decode(Uint8Array.from(input), 'a.csv', asked));
    expect(finding).toMatchObject({ code, file: 'a.csv', ...place });
  });

  it('a character cut at the end of GB18030, with its byte', () => {
    const cut = gb18030(TEXT.trim().replace('16719.46', '市')).slice(0, -1);
    const [finding] = thrown(() => decode(cut, 'a.csv'));
    expect(finding).toMatchObject({ code: 'ingest/undecodable', line: 2, column: 12 });
    expect(finding?.args.offset).toBe(cut.length - 1);
  });

  it.each([
    ['cut at its end', bytes(`${TEXT}合计`).slice(0, -1), 3],
    ['with bytes of nothing', join(bytes(TEXT.repeat(4)), [0x61, 0xff, 0xff]), 9],
  ])('UTF-8 %s is not taken for GB18030', (_name, input, line) => {
    expect(thrown(() => decode(input, 'a.csv'))[0]).toMatchObject({ code: 'ingest/damaged-utf8', line });
  });
});

describe('two encodings in one file', () => {
  const line = '规模以上工业企业,1\n';
  it.each([
    ['half and half', join(gb18030(line.repeat(5)), bytes(line.repeat(3))), 'ingest/mixed-encodings', 6],
    [
      'one line of UTF-8',
      join(gb18030(line.repeat(9)), bytes(line), gb18030(line)),
      'ingest/mixed-encodings',
      10,
    ],
    ['more UTF-8', join(bytes(line.repeat(4)), gb18030(line.repeat(2))), 'ingest/mixed-encodings', 5],
    ['GB18030 at the end', join(bytes(TEXT.repeat(4)), gb18030('合计')), 'ingest/mixed-encodings', 9],
    ['a line without an end', join(gb18030(line.repeat(3)), bytes(line.trim())), 'ingest/mixed-encodings', 4],
  ])('%s: refused, with the first line of the other', (_name, input, code, at) => {
    for (const size of [3, 1 << 16])
      expect(thrown(() => decode(input, 'a.csv', undefined, size))[0]).toMatchObject({ code, line: at });
  });

  it('a line of a megabyte is looked at in pieces', () => {
    const input = join(gb18030('，工业企业'.repeat(150_000)), gb18030('\n'), bytes('规模以上工业\n'));
    expect(thrown(() => decode(input, 'a.csv', undefined, 1 << 16))[0]).toMatchObject({
      code: 'ingest/mixed-encodings',
      line: 2,
    });
  });
});

it('bad bytes behind the first piece of an encoding that was asked for are found by their place', () => {
  const input = join(bytes('a\n'.repeat(50)), [0x61, 0xff, 0x61]);
  expect(thrown(() => decode(input, 'a.csv', 'utf-8', 7))[0]).toMatchObject({
    code: 'ingest/undecodable',
    line: 51,
    column: 2,
    args: { offset: 101, byte: 'FF' },
  });
});

it('decoding never splits a character, whatever the length of what comes before', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ',', '\n', '指', '标', '元', '（', '２', '1') });
  fc.assert(
    fc.property(text, (t) => {
      fc.pre(t.trim() !== '');
      expect(decode(bytes(t), 'a.csv').text).toBe(t);
      // two bytes of UTF-8 are also a character of GB18030, so that very short texts can be either
      const long = `${t}\n${'全市规模以上工业增加值'.repeat(3)}`;
      expect(decode(gb18030(long), 'a.csv').text).toBe(long);
      expect(decode(utf16(t, 'le'), 'a.csv').text).toBe(t);
    }),
  );
});
