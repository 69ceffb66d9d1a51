import type { Arg, Diagnostic, Severity } from '../model/diagnostic.ts';
import type { Place } from './table.ts';

/** What is wrong with a cell, before it is known how often. */
export interface Problem {
  readonly code: string;
  readonly args: Readonly<Record<string, Arg>>;
}

export const problem = (code: string, args: Problem['args'] = {}): Problem => ({ code, args });

/** Collects problems, each said once: with the first cell it was met in and how many more there are. */
export class Findings {
  readonly #found = new Map<string, { first: Diagnostic; cells: number }>();

  /** `place` is asked for the first cell only, because finding it reads the file again. */
  add(p: Problem, cell: string, file: string, place: () => Place, severity: Severity = 'error'): void {
    const key = `${p.code}\u0000${JSON.stringify(p.args)}`;
    const known = this.#found.get(key);
    if (known) known.cells++;
    else {
      const first = { code: p.code, severity, args: { ...p.args, cell }, file, ...place() };
      this.#found.set(key, { first, cells: 1 });
    }
  }

  list(): Diagnostic[] {
    return [...this.#found.values()].map(({ first, cells }) => {
      const more = cells > 1 ? { more: cells - 1 } : {};
      return { ...first, args: { ...first.args, count: cells, ...more } };
    });
  }
}
