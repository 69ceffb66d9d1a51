import type { Arg, Diagnostic, Severity } from '../model/diagnostic.ts';
import type { Place } from './place.ts';

/** What is wrong with a cell, before it is known how often. */
export interface Problem {
  readonly code: string;
  readonly args: Readonly<Record<string, Arg>>;
}

/** Letters of a text that a finding repeats; a cell can have millions. */
const LONGEST = 200;
const short = (arg: Arg): Arg =>
  typeof arg === 'string' && arg.length > LONGEST ? `${arg.slice(0, LONGEST)}…` : arg;

/** A problem, its texts cut where they are long. */
export const problem = (code: string, args: Problem['args'] = {}): Problem => ({
  code,
  args: Object.fromEntries(Object.entries(args).map(([name, arg]) => [name, short(arg)])),
});

/** Problems of one code that are told one by one. */
const TOLD = 50;

/** What was found of one code: the first findings, and how many more there are of which nothing is held. */
interface OfOneCode {
  readonly told: Map<string, { readonly first: Diagnostic; cells: number }>;
  untold: number;
}

/**
 * Collects problems, each said once: with the first cell it was met in and how many more there are. Of one sort so
 * many are told and the others counted, because an export can be wrong in every cell.
 */
export class Problems {
  readonly #found = new Map<string, OfOneCode>();

  /** `place` is asked for the first cell only, because finding it reads the file again. */
  add(p: Problem, cell: string, file: string, place: () => Place, severity: Severity = 'error'): void {
    const found = this.#found.get(p.code) ?? { told: new Map(), untold: 0 };
    this.#found.set(p.code, found);
    const key = JSON.stringify(p.args);
    const known = found.told.get(key);
    if (known) known.cells++;
    else if (found.told.size >= TOLD) found.untold++;
    else {
      const first = { code: p.code, severity, args: { ...p.args, cell }, file, ...place() };
      found.told.set(key, { first, cells: 1 });
    }
  }

  /** The findings, by code in the order in which they were first met. */
  list(): Diagnostic[] {
    return [...this.#found].flatMap(([code, { told, untold }]) => {
      const list = [...told.values()].map(({ first, cells }) => {
        const more = cells > 1 ? { more: cells - 1 } : {};
        return { ...first, args: { ...first.args, count: cells, ...more } };
      });
      const [one] = list;
      if (untold === 0 || !one) return list;
      const { severity, file } = one;
      return [
        ...list,
        { code: 'ingest/more', severity, args: { code, cells: untold }, ...(file ? { file } : {}) },
      ];
    });
  }
}
