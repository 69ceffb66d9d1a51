import { CFB, utils, type WorkBook, write } from '@e965/xlsx';

/** An old workbook (.xls, BIFF 8) of sheets that are rows of cells: values, or what the package calls cells. */
export function book(sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>): WorkBook {
  // formats of other workbooks are not its own
  const made = Object.assign(utils.book_new(), { SSF: { 0: 'General', 14: 'm/d/yy' } });
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(made, utils.aoa_to_sheet(rows as unknown[][]), name);
  return made;
}

export const xls = (made: WorkBook): Buffer => write(made, { type: 'buffer', bookType: 'biff8' });

/** A compound file with these streams. */
export function compound(streams: Readonly<Record<string, Uint8Array>>): Buffer {
  const file = CFB.utils.cfb_new();
  for (const [name, bytes] of Object.entries(streams)) CFB.utils.cfb_add(file, name, bytes);
  return CFB.write(file, { type: 'buffer' });
}

/** The records of an old workbook. */
export const records = (bytes: Buffer): Buffer =>
  Buffer.from(CFB.find(CFB.read(bytes, { type: 'buffer' }), '/Workbook').content);

export const u16 = (...numbers: number[]): Buffer => {
  const bytes = Buffer.alloc(numbers.length * 2);
  numbers.forEach((n, i) => {
    bytes.writeUInt16LE(n, i * 2);
  });
  return bytes;
};

/** One record. */
export function record(type: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([u16(type, body.length), body]);
}

/** A text with its length before it, in one byte or two. */
const counted = (text: Uint8Array, size: 1 | 2): Buffer =>
  Buffer.concat([size === 1 ? Buffer.of(text.length) : u16(text.length), text]);

/** A cell of BIFF 5: a text in its bytes, or a number and whether it has the format. */
type Cell = Uint8Array | { readonly v: number; readonly formatted: boolean };

/** The records of an old workbook of BIFF 5 with one sheet: texts are bytes of a code page. */
export function biff5(
  page: number,
  name: Uint8Array,
  format: Uint8Array,
  rows: readonly (readonly Cell[])[],
): Buffer {
  const begin = (kind: number) => record(0x809, u16(0x500, kind, 0, 0));
  const end = record(0x0a);
  const style = (id: number) => record(0xe0, u16(0, id), Buffer.alloc(12));
  const globals = (at: number) =>
    Buffer.concat([
      begin(5),
      record(0x42, u16(page)),
      record(0x41e, u16(164), counted(format, 1)),
      style(0),
      style(164),
      record(0x85, u16(at, 0), Buffer.of(0, 0), counted(name, 1)),
      end,
    ]);
  const cells = rows.flatMap((row, r) =>
    row.map((cell, c) => {
      if (cell instanceof Uint8Array) return record(0x204, u16(r, c, 0), counted(cell, 2));
      const number = Buffer.alloc(8);
      number.writeDoubleLE(cell.v);
      return record(0x203, u16(r, c, cell.formatted ? 1 : 0), number);
    }),
  );
  return Buffer.concat([globals(globals(0).length), begin(0x10), ...cells, end]);
}
