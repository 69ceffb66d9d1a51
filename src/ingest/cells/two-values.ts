import { fold } from '../../model/names.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { Problem } from '../problems.ts';
import { problem } from '../problems.ts';
import type { Table } from '../table/table.ts';
import { tidy } from '../text.ts';
import type { Header } from './header.ts';

/** How two cells of one figure stand to each other. */
type Kind = 'repeated' | 'conflict';

/** Pairs of rows that are looked into; the dimensions in which a file differs show in few of them. */
const PAIRS = 1000;
/** Values listed of one dimension. */
const LISTED = 6;

/** Rows that say something of the same figure: most often they are of a dimension that the mapping does not tell apart. */
export class TwoValues {
  readonly #pairs: { readonly first: number; readonly second: number; readonly kind: Kind }[] = [];

  /** Adds two rows, by their numbers. */
  add(first: number, second: number, kind: Kind): void {
    if (first !== second && this.#pairs.length < PAIRS) this.#pairs.push({ first, second, kind });
  }

  /**
   * The columns in which such rows differ and which the mapping does not read, each with its values: among them it
   * has to be said which rows to keep. Goes through the table once more.
   */
  problems(
    table: Table,
    header: Header,
    mapping: Mapping,
  ): { readonly kind: Kind; readonly problem: Problem }[] {
    if (this.#pairs.length === 0) return [];
    const rows = rowsOf(table, new Set(this.#pairs.flatMap((p) => [p.first, p.second])));
    const columns = unread(header, mapping);
    return (['conflict', 'repeated'] as const).flatMap((kind) => {
      const values = new Map<string, Set<string>>();
      for (const { first, second } of this.#pairs.filter((p) => p.kind === kind))
        for (const { name, column } of columns) {
          const [a, b] = [rows.get(first)?.[column] ?? '', rows.get(second)?.[column] ?? ''];
          if (fold(a) === fold(b)) continue;
          const known = values.get(name) ?? new Set();
          values.set(name, known.add(tidy(a)).add(tidy(b)));
        }
      if (values.size === 0) return [];
      const list = [...values].map(([name, all]) => `${name} (${shown(all)})`);
      const code = kind === 'conflict' ? 'ingest/other-dimensions' : 'ingest/same-but-for';
      return [{ kind, problem: problem(code, { columns: list }) }];
    });
  }
}

function shown(values: ReadonlySet<string>): string {
  const texts = [...values].map((v) => (v === '' ? '""' : v)).sort();
  return texts.length > LISTED ? `${texts.slice(0, LISTED).join(', ')}, …` : texts.join(', ');
}

function rowsOf(table: Table, wanted: ReadonlySet<number>): Map<number, readonly string[]> {
  const found = new Map<number, readonly string[]>();
  for (const { first, rows } of table()) {
    for (const [i, row] of rows.entries()) if (wanted.has(first + i)) found.set(first + i, row);
    if (found.size === wanted.size) break;
  }
  return found;
}

/** Columns that no field reads and that are not kept by already. */
function unread(header: Header, mapping: Mapping): { readonly name: string; readonly column: number }[] {
  const read = new Set(
    [
      ...mapping.fields.flatMap((f) => (f.source.kind === 'column' ? [f.source.name] : [])),
      ...mapping.keep.keys(),
    ].map(fold),
  );
  return header.columns.flatMap((above, column) => {
    const own = above.findLast(({ text }) => text.trim() !== '');
    if (!own || own.asserted.kind === 'pattern' || read.has(fold(own.text))) return [];
    return [{ name: tidy(own.text), column }];
  });
}
