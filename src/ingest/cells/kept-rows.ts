import { fold } from '../../model/names.ts';
import { ownText, tidy } from '../text.ts';

/** Other values held of a column of which some rows are read. */
const OTHERS = 6;

/** A column of which some values are read (`keep` of a mapping). */
export interface KeptColumn {
  readonly name: string;
  readonly keeps: (text: string) => boolean;
  /** The values asked for that no row had, and some that rows had instead. */
  readonly unmet: () => { readonly lacking: readonly string[]; readonly found: readonly string[] };
}

/** Reads a column's cells for whether their rows are kept; `values` are folded. */
export function keptColumn(name: string, values: ReadonlySet<string>): KeptColumn {
  let last: string | undefined;
  let keeps = false;
  const lacking = new Set(values);
  const found = new Set<string>();
  return {
    name,
    keeps(text) {
      if (text !== last) {
        last = text;
        const folded = fold(text);
        keeps = values.has(folded);
        lacking.delete(folded);
        if (!keeps && found.size < OTHERS) found.add(ownText(tidy(text)));
      }
      return keeps;
    },
    unmet: () => ({ lacking: [...lacking], found: [...found] }),
  };
}
