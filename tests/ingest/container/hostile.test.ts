import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openExport } from '../../../src/ingest/container/open.ts';
import { UserError } from '../../../src/model/diagnostic.ts';
import { checkWording } from '../helpers.ts';
import { file } from './helpers.ts';
import { book, compound, records, xls } from './old-workbook.ts';
import { type SheetSpec, xlsx, xlsxParts, zip } from './workbook.ts';

const SHEETS: SheetSpec[] = [
  {
    name: '月度',
    rows: [
      ['2024年', null, { v: 45_413, z: 'yyyy"年"m"月"' }],
      ['产值', 1891153.7, { xml: '<f>A1</f><v>12.5</v>', z: '0.0%' }],
      [{ t: 'inlineStr', xml: '<is><r><t>甲</t></r></is>' }, true, { t: 'e', xml: '<v>#N/A</v>' }],
    ],
    merges: ['A1:B1', 'C2:C3'],
  },
  { name: '底稿', rows: [['x']], state: 'hidden' },
];
const OLD = book({
  月度: [['产值', 1891153.7, { t: 'n', v: 12.5, f: 'A1', z: '0.0%' }], [true]],
  底稿: [['x']],
});

/** Opens bytes; anything but an export or a finding with its words is a fault. */
async function opens(bytes: Uint8Array, path: string): Promise<string> {
  writeFileSync(path, bytes);
  try {
    const opened = await openExport(path, { name: 'x' });
    opened.close();
    return opened.kind;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return checkWording(error.diagnostics)[0]?.code ?? '';
  }
}

/** Bytes with some of them changed, or cut. */
const changed = (bytes: Uint8Array, from = 0) =>
  fc
    .tuple(
      fc.array(
        fc.tuple(fc.integer({ min: from, max: bytes.length - 1 }), fc.constantFrom(0, 1, 0x7f, 0xff, 65)),
        {
          minLength: 1,
          maxLength: 6,
        },
      ),
      fc.option(fc.integer({ min: 0, max: bytes.length }), { freq: 8 }),
    )
    .map(([changes, end]) => {
      const copy = Uint8Array.from(bytes);
      for (const [at, byte] of changes) copy[at] = byte;
      return end === null ? copy : copy.subarray(0, end);
    });

describe('whatever is changed in a file, it is an export or there is a finding', () => {
  it.each<[string, Buffer]>([
    ['a workbook', xlsx(SHEETS)],
    ['an old workbook', xls(OLD)],
    ['a packed text', gzipSync('a,1\n'.repeat(50))],
  ])('%s', async (_name, bytes) => {
    const path = file('');
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(changed(bytes), async (b) => {
        seen.add(await opens(b, path));
      }),
      { numRuns: 150 },
    );
    expect(seen.size).toBeGreaterThan(1);
  });

  it('the records of an old workbook', async () => {
    const path = file('');
    await fc.assert(
      fc.asyncProperty(changed(records(xls(OLD)), 4), async (b) => {
        await opens(compound({ '/Workbook': b }), path);
      }),
      { numRuns: 150 },
    );
  });

  it.each(Object.keys(xlsxParts(SHEETS)))('%s', async (name) => {
    const parts = xlsxParts(SHEETS);
    const path = file('');
    await fc.assert(
      fc.asyncProperty(changed(Buffer.from(parts[name] ?? '')), async (b) => {
        expect(await opens(zip({ ...parts, [name]: b }), path)).toMatch(
          /^workbook$|^container\/damaged-workbook$/,
        );
      }),
      { numRuns: 60 },
    );
  });
});
