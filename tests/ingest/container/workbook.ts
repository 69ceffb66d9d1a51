import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../../src/ingest/container/crc32.ts';

/** A file of a zip; what is given beside its bytes goes into the zip as it is, true or not. */
export interface Packed {
  readonly bytes: Uint8Array | string;
  readonly stored?: boolean;
  readonly encrypted?: boolean;
  readonly method?: number;
  /** The size that the directory says. */
  readonly size?: number;
  readonly crc?: number;
  /** Sizes and offset stand in the extra field (Zip64). */
  readonly wide?: boolean;
}

const u16 = (...numbers: number[]): Buffer =>
  Buffer.concat(
    numbers.map((n) => {
      const b = Buffer.alloc(2);
      b.writeUInt16LE(n);
      return b;
    }),
  );
const u32 = (...numbers: number[]): Buffer =>
  Buffer.concat(
    numbers.map((n) => {
      const b = Buffer.alloc(4);
      b.writeUInt32LE(n);
      return b;
    }),
  );
const u64 = (...numbers: number[]): Buffer =>
  Buffer.concat(
    numbers.map((n) => {
      const b = Buffer.alloc(8);
      b.writeBigUInt64LE(BigInt(n));
      return b;
    }),
  );

/** A zip, written by hand so that it can also be wrong. */
export function zip(
  files: Readonly<Record<string, Packed | string | Uint8Array>>,
  end: { comment?: string; wide?: boolean; count?: number } = {},
): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, given] of Object.entries(files)) {
    const file: Packed = typeof given === 'string' || given instanceof Uint8Array ? { bytes: given } : given;
    // a # and what follows tells apart two files of one name
    const name = Buffer.from(path.replace(/#.*$/, ''));
    const raw = Buffer.from(file.bytes as Uint8Array);
    const body = file.stored ? raw : deflateRawSync(raw);
    const size = file.size ?? raw.length;
    const head = [
      u16(file.encrypted ? 1 : 0, file.method ?? (file.stored ? 0 : 8), 0, 0),
      u32(file.crc ?? crc32(raw)),
    ];
    const full = 0xffffffff;
    const extra = file.wide ? Buffer.concat([u16(9, 0), u16(1, 24), u64(size, body.length, offset)]) : u16();
    const sizes = file.wide ? u32(full, full) : u32(body.length, size);
    bodies.push(Buffer.concat([u32(0x04034b50), u16(20), ...head, sizes, u16(name.length, 0), name, body]));
    directory.push(
      Buffer.concat([
        u32(0x02014b50),
        u16(20, 20),
        ...head,
        sizes,
        u16(name.length, extra.length, 0, 0, 0),
        u32(0),
        u32(file.wide ? full : offset),
        name,
        extra,
      ]),
    );
    offset += bodies.at(-1)?.length ?? 0;
  }
  const list = Buffer.concat(directory);
  const count = end.count ?? directory.length;
  const comment = Buffer.from(end.comment ?? '');
  const wideEnd = end.wide
    ? Buffer.concat([
        u32(0x06064b50),
        u64(44),
        u16(45, 45),
        u32(0, 0),
        u64(count, count, list.length, offset),
        u32(0x07064b50, 0),
        u64(offset + list.length),
        u32(1),
      ])
    : u16();
  const old = end.wide ? [0xffff, 0xffffffff, 0xffffffff] : [count, list.length, offset];
  return Buffer.concat([
    ...bodies,
    list,
    wideEnd,
    u32(0x06054b50),
    u16(0, 0, old[0] ?? 0, old[0] ?? 0),
    u32(old[1] ?? 0, old[2] ?? 0),
    u16(comment.length),
    comment,
  ]);
}

/** A cell: text, a number, a truth value, nothing; or a number with its format; or the XML of a cell's inside. */
export type Cell =
  | string
  | number
  | boolean
  | null
  | { readonly v: number; readonly z: string | number }
  | { readonly xml: string; readonly t?: string; readonly z?: string | number };

/** A sheet of a workbook to be written. */
export interface SheetSpec {
  readonly name?: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Merged blocks, like A1:C1. */
  readonly merges?: readonly string[];
  readonly state?: 'hidden' | 'veryHidden';
  /** XML that stands behind the cells. */
  readonly behind?: string;
}

const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** A column's letters, from 0. */
export const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));

/** Ids of number formats: those given as numbers are built in. */
class Formats {
  readonly ids: (string | number)[] = ['General'];

  style(format: string | number): number {
    const known = this.ids.indexOf(format);
    return known >= 0 ? known : this.ids.push(format) - 1;
  }

  xml(): string {
    const own = this.ids.flatMap((code, i) =>
      typeof code === 'string' ? [`<numFmt numFmtId="${164 + i}" formatCode="${escapeXml(code)}"/>`] : [],
    );
    const cells = this.ids.map((code, i) => `<xf numFmtId="${typeof code === 'string' ? 164 + i : code}"/>`);
    return `<styleSheet><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${cells.join('')}</cellXfs></styleSheet>`;
  }
}

function cellXml(cell: Cell, reference: string, strings: string[], formats: Formats): string {
  if (cell === null) return '';
  if (typeof cell === 'string')
    return `<c r="${reference}" t="s"><v>${strings.push(`<si><t xml:space="preserve">${escapeXml(cell)}</t></si>`) - 1}</v></c>`;
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${reference}" t="b"><v>${Number(cell)}</v></c>`;
  const style = cell.z === undefined ? '' : ` s="${formats.style(cell.z)}"`;
  if ('v' in cell) return `<c r="${reference}"${style}><v>${cell.v}</v></c>`;
  return `<c r="${reference}"${style}${cell.t === undefined ? '' : ` t="${cell.t}"`}>${cell.xml}</c>`;
}

/** The files of a workbook, to be changed before they are zipped. */
export function xlsxParts(
  sheets: readonly SheetSpec[],
  options: { since1904?: boolean } = {},
): Record<string, string> {
  const strings: string[] = [];
  const formats = new Formats();
  const parts: Record<string, string> = {};
  const nameOf = (spec: SheetSpec, i: number) => escapeXml(spec.name ?? `Sheet${i + 1}`);
  sheets.forEach((spec, i) => {
    const rows = spec.rows.map((cells, r) =>
      cells.length === 0
        ? ''
        : `<row r="${r + 1}">${cells.map((c, k) => cellXml(c, `${letters(k)}${r + 1}`, strings, formats)).join('')}</row>`,
    );
    const merges = (spec.merges ?? []).map((m) => `<mergeCell ref="${m}"/>`).join('');
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `<worksheet><sheetData>${rows.join('')}</sheetData><mergeCells>${merges}</mergeCells>${spec.behind ?? ''}</worksheet>`;
  });
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const state = (spec: SheetSpec) => (spec.state ? ` state="${spec.state}"` : '');
  const list = sheets.map(
    (s, i) => `<sheet name="${nameOf(s, i)}" sheetId="${i + 1}"${state(s)} r:id="s${i}"/>`,
  );
  return {
    'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns:r="r"><workbookPr date1904="${options.since1904 === true}"/><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${[
      ...sheets.map((_, i) => relation(`s${i}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)),
      relation('strings', 'sharedStrings', '/xl/sharedStrings.xml'),
      relation('styles', 'styles', './styles.xml'),
    ].join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${strings.join('')}</sst>`,
    'xl/styles.xml': formats.xml(),
    ...parts,
  };
}

/** A workbook (.xlsx) as bytes, as small as one can be. */
export const xlsx = (sheets: readonly SheetSpec[], options: { since1904?: boolean } = {}): Buffer =>
  zip(xlsxParts(sheets, options));
