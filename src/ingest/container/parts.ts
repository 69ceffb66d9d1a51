import { TextRuns } from './rich-text.ts';
import { walk } from './xml.ts';

/** Unpacks a part of a workbook; undefined where there is none of that name. */
export type Part = (name: string) => Uint8Array | undefined;

/** A sheet as the workbook lists it; `part` is undefined for what has no cells (charts, macros). */
interface Listed {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string | undefined;
}

interface Book {
  readonly sheets: readonly Listed[];
  readonly strings: string | undefined;
  readonly styles: string | undefined;
  /** Days are counted from 1904, as Excel did on the Mac. */
  readonly since1904: boolean;
}

/** Runs a reader over a part; what is wrong in it is told with the part's name. */
export function readPart<T>(part: Part, name: string, read: (bytes: Uint8Array) => T): T {
  const bytes = part(name);
  try {
    if (!bytes) throw new Error('missing');
    return read(bytes);
  } catch (error) {
    // findings pass
    if (!(error instanceof Error) || 'diagnostics' in error) throw error;
    throw new Error(`${name}: ${error.message}`);
  }
}

interface Relation {
  /** The last word of the type: worksheet, sharedStrings, styles … */
  readonly type: string;
  readonly target: string;
}

/** The parts a workbook refers to, by the id of the reference; `home` is the folder of the workbook. */
function readRelations(bytes: Uint8Array, home: string): ReadonlyMap<string, Relation> {
  const relations = new Map<string, Relation>();
  walk(bytes, {
    open(name, get) {
      const target = get('Target') ?? '';
      if (name === 'Relationship')
        relations.set(get('Id') ?? '', {
          type: (get('Type') ?? '').split('/').at(-1) ?? '',
          target: target.startsWith('/') ? target.slice(1) : `${home}${target.replace(/^\.\//, '')}`,
        });
    },
  });
  return relations;
}

const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true';

/** What a workbook consists of that stands in the folder `home`, as a rule `xl/`. */
export function readBook(part: Part, home: string): Book {
  const relations = readPart(part, `${home}_rels/workbook.xml.rels`, (b) => readRelations(b, home));
  const ofType = (type: string) => [...relations.values()].find((r) => r.type === type)?.target;
  const sheets: Listed[] = [];
  const used = new Set<Relation>();
  let since1904 = false;
  readPart(part, `${home}workbook.xml`, (bytes) =>
    walk(bytes, {
      open(name, get) {
        if (name === 'workbookPr') since1904 = isTrue(get('date1904'));
        if (name !== 'sheet') return;
        const relation = relations.get(get(':id') ?? '');
        if (!relation) throw new Error('a sheet without its part');
        // one part listed many times would be read as often
        if (used.has(relation)) throw new Error('two sheets of one part');
        used.add(relation);
        sheets.push({
          name: get('name') ?? '',
          hidden: (get('state') ?? 'visible') !== 'visible',
          part: relation.type === 'worksheet' ? relation.target : undefined,
        });
      },
    }),
  );
  return { sheets, strings: ofType('sharedStrings'), styles: ofType('styles'), since1904 };
}

/** The texts that cells refer to by number; phonetic guides (拼音) are left out. */
export function readStrings(bytes: Uint8Array): string[] {
  const strings: string[] = [];
  const text = new TextRuns();
  walk(bytes, {
    open: (name) => text.open(name),
    close(name) {
      text.close(name);
      if (name === 'si') strings.push(text.take());
    },
    text: (piece) => text.add(piece),
  });
  return strings;
}

/** The number formats of cells, by the number of their style. */
export function readStyles(bytes: Uint8Array, builtIn: (id: number) => string): string[] {
  const own = new Map<number, string>();
  const cells: string[] = [];
  let inCells = false;
  walk(bytes, {
    open(name, get) {
      if (name === 'cellXfs') inCells = true;
      const id = Number(get('numFmtId') ?? 0);
      if (name === 'numFmt') own.set(id, get('formatCode') ?? '');
      if (name === 'xf' && inCells) cells.push(own.get(id) ?? builtIn(id));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return cells;
}
