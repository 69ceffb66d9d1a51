import { type CellObject, CFB, parse_xlscfb, SSF, set_cptable, type WorkBook } from '@e965/xlsx';
import type { Sheet } from './export.ts';
import type { Grid } from './grid.ts';
import { builtIn, isDate, shown } from './shown.ts';

declare module '@e965/xlsx' {
  // exported by the package, but not declared
  function parse_xlscfb(file: object, options: ParsingOptions): WorkBook;
}

/** Code pages (代码页) of old workbooks whose encodings the web has under another name. */
const ENCODINGS: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  10000: 'macintosh',
  65001: 'utf-8',
};

const decode = (page: number, bytes: ArrayLike<number>): string =>
  new TextDecoder(ENCODINGS[page] ?? `windows-${page}`).decode(Uint8Array.from(bytes));

/** The package has its own tables of code pages, a megabyte of them; Node knows the same encodings. */
const CODE_PAGES = { utils: { decode } };

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

const [BEGIN, CODE_PAGE, FORMAT, FILE_PASS] = [0x809, 0x42, 0x41e, 0x2f];
/** Formulas with their results; some programs write them, and other cells, as older versions did. */
const FORMULAS: ReadonlySet<number> = new Set([0x06, 0x206, 0x406]);
/** Every kind of record that says what a cell shows, or parts sheets from each other. */
const KEPT: ReadonlySet<number> = new Set([
  ...[BEGIN, CODE_PAGE, FORMAT, ...FORMULAS],
  ...[0x0a, 0x22, 0x3c, 0x81, 0x85], // end, days from 1904, record goes on, dialog, name of a sheet
  ...[0xe0, 0xe5, 0xfc], // style, merged cells, all texts
  ...[0x02, 0x03, 0xbd, 0x203, 0x27e], // numbers
  ...[0x04, 0xd6, 0xfd, 0x204], // texts
  ...[0x05, 0x205], // truths and errors
  ...[0x07, 0x207], // texts of formulas
]);
/** A kind that the package knows and passes over. */
const IGNORED = 0x1b9;
/** Where the formula itself begins in its record, behind its result; first its length. */
const FORMULA_LENGTH = 20;
const [BIFF5, BIFF8, UNICODE] = [0x500, 0x600, 1200];

/** Bytes a record has at least, up to the length of its text; where they are missing the package reads without end. */
const LEAST: ReadonlyMap<number, number> = new Map([
  ...[0x03, 0x04, 0x05, 0x204, 0x205, 0xd6, 0xfc].map((type) => [type, 8] as const),
  ...[0x203, 0x27e, 0xfd].map((type) => [type, 10] as const),
  [0x85, 7],
  [FORMAT, 3],
  [0x207, 2],
  [0xe5, 2],
  [0x07, 1],
]);

/** Records that go on (0x3c) in a row, and bytes each has on average in a file that no one has crumbled. */
const [GOES_ON, PIECES, CRUMB] = [0x3c, 200, 1000];

/** Refuses records in which the package would not come to an end, or only after a very long time. */
function refuser(): (type: number, body: Buffer) => void {
  let [pieces, bytes] = [0, 0];
  return (type, body) => {
    if (body.length < (LEAST.get(type) ?? 0)) throw new Error();
    [pieces, bytes] = type === GOES_ON ? [pieces + 1, bytes + body.length] : [0, 0];
    if (pieces > PIECES && bytes < pieces * CRUMB) throw new Error();
  };
}

/** Number formats the package keeps, whatever workbook they came from. */
const FORMATS = 0x188;

/** A workbook with a password, or a file that is no workbook. */
export type Unread = 'password' | 'other';

/**
 * Goes through the records of a workbook before the package does; says whether it has a password. What shows nothing is
 * taken away, formulas above all: the package would follow them without end where they are damaged, and make every cell
 * of a sheet that a link covers. The number formats of workbooks from before Unicode are read here, as the package
 * takes their bytes for letters.
 */
function prepare(stream: Buffer): boolean {
  const own = new Map<number, Buffer>();
  const refuse = refuser();
  let [password, version, page] = [false, BIFF8, 1252];
  for (let at = 0; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2)) {
    const type = stream.readUInt16LE(at);
    const body = stream.subarray(at + 4, at + 4 + stream.readUInt16LE(at + 2));
    const first = body.length < 2 ? 0 : body.readUInt16LE(0);
    refuse(type, body);
    if (type === FILE_PASS) password = true;
    if (type === BEGIN) version = first;
    if (version !== BIFF5 && version !== BIFF8) throw new Error();
    if (type === CODE_PAGE) page = first;
    // since BIFF 8 all texts are Unicode, whatever is said
    if (type === CODE_PAGE && version === BIFF8 && body.length >= 2) body.writeUInt16LE(UNICODE, 0);
    if (FORMULAS.has(type) && body.length >= FORMULA_LENGTH + 2) body.writeUInt16LE(0, FORMULA_LENGTH);
    const old = type === FORMAT && version < BIFF8;
    if (old) own.set(first, body.subarray(3, 3 + (body[2] ?? 0)));
    if (old || !KEPT.has(type)) stream.writeUInt16LE(IGNORED, at);
  }
  // what the workbook defines itself goes over what is built in
  for (let id = 0; id < FORMATS; id++) SSF.load(builtIn(id), id);
  for (const [id, bytes] of own) SSF.load(decode(page, bytes), id);
  return password;
}

/** A cell's text, and whether it is a figure. */
function show(
  { t: type, v: value = '', z: style = 'General' }: CellObject,
  since1904: boolean,
): { text: string; once: boolean } {
  switch (type) {
    case 'n':
      return { text: shown(Number(value), String(style), since1904), once: !isDate(String(style)) };
    case 'e':
      return { text: ERRORS[Number(value)] ?? '#N/A', once: true };
    case 'b':
      return { text: value ? 'TRUE' : 'FALSE', once: false };
    default:
      return { text: String(value), once: false };
  }
}

/** What the package reads of a file, or why there is nothing to be read. Throws Error where it is damaged. */
function parse(bytes: Buffer): WorkBook | Unread {
  set_cptable(CODE_PAGES);
  const file = CFB.read(bytes, { type: 'buffer' });
  if (CFB.find(file, '/EncryptedPackage')) return 'password';
  const found = CFB.find(file, '/Workbook') ?? CFB.find(file, '/Book');
  if (!found) return 'other';
  if (prepare(found.content)) return 'password';
  // nothing but the cells is needed: no summary, no macros
  const bare = { FullPaths: ['Root Entry/', 'Root Entry/Workbook'], FileIndex: [file.FileIndex[0], found] };
  const options = { dense: true, cellNF: true, cellText: false, cellFormula: false, cellHTML: false };
  return parse_xlscfb(bare, options);
}

/**
 * The sheets of an .xls (BIFF 5 to 8, in a compound file), or why there are none. `grid` makes the grid of a sheet by
 * its name. Throws Error where it is damaged.
 */
export function readXls(bytes: Buffer, grid: (sheet: string) => Grid): Sheet[] | Unread {
  let parsed: WorkBook | Unread;
  try {
    parsed = parse(bytes);
  } catch {
    // what the package says is about itself, not about the file
    throw new Error();
  }
  if (typeof parsed === 'string') return parsed;
  const { SheetNames, Sheets, Workbook: book } = parsed;
  return SheetNames.flatMap((name, i) => {
    const sheet = Sheets[name];
    if (!sheet) throw new Error(name);
    if ((sheet['!type'] ?? 'sheet') !== 'sheet') return [];
    const into = grid(name);
    sheet['!data']?.forEach((cells, row) => {
      cells?.forEach((cell, column) => {
        const { text, once } = show(cell, book?.WBProps?.date1904 === true);
        into.put(row, column, text, once);
      });
    });
    for (const { s, e } of sheet['!merges'] ?? [])
      into.merge({ top: s.r, left: s.c, bottom: e.r, right: e.c });
    return [{ name, hidden: (book?.Sheets?.[i]?.Hidden ?? 0) !== 0, rows: into.rows() }];
  });
}
