import type { Figure, Verdict } from '../model/verdict.ts';

/**
 * The figure of a part of `each` as it is shown: of a place among the parts themselves with its own figure alone, since
 * the others stand by theirs.
 */
export function figureOfPart({ actual, part }: Verdict): Figure | undefined {
  const own = actual?.how === 'place' ? actual.parts?.find((f) => f.label === part) : undefined;
  return actual && own ? { ...actual, sources: own.sources, parts: [own] } : actual;
}
