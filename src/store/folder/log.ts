import type { Catalogue } from '../../model/catalogue.ts';
import { type Diagnostic, fault } from '../../model/diagnostic.ts';
import { wasKnown } from '../figure.ts';
import { standingsOf } from '../settle.ts';
import type { LogResult } from '../store.ts';
import { BatchTally } from '../tally.ts';
import type { Survey } from './batch-files.ts';
import { shortNames } from './find-batch.ts';
import { Ledger } from './ledger.ts';
import { storedBatch } from './scan.ts';

/** That rows of a batch can't be used, at the first of them. */
function faultyRows(first: Diagnostic, count: number): Diagnostic {
  const { file = '', line = 1 } = first;
  return fault('store/faulty-rows', { count, file }, { file, line, column: 1 });
}

/** The batches of a folder with what became of their figures; and what could not be read, once a batch. */
export function logOf(survey: Survey, catalogue: Catalogue, knownOn?: string): LogResult {
  const batches = survey.batches.filter((b) => wasKnown(b.head.ingested, knownOn));
  const tallies = batches.map(() => new BatchTally());
  const firstFaults = new Map<number, Diagnostic>();
  const ledger = new Ledger(batches, catalogue, {
    ...(knownOn === undefined ? {} : { knownOn }),
    row: (row, at) => tallies[at]?.row(row),
    fault: (finding, at) => {
      tallies[at]?.fault();
      if (!firstFaults.has(at)) firstFaults.set(at, finding);
    },
  });
  for (const figure of ledger.figures()) {
    // what has one value counts, and need not be read again
    const standings = figure.batches.length === 1 ? ['counts' as const] : standingsOf(figure.vintages());
    for (const [i, standing] of standings.entries()) tallies[figure.batches[i] ?? 0]?.standing(standing);
  }
  const names = shortNames(survey.files);
  const entries = batches.flatMap(
    (b, i) => tallies[i]?.entry(storedBatch(b), names.get(b.file) ?? b.file) ?? [],
  );
  return {
    entries: [...entries].reverse(),
    diagnostics: [
      ...survey.broken,
      ...survey.closed,
      ...[...firstFaults].map(([at, first]) => faultyRows(first, entries[at]?.faulty ?? 0)),
    ],
  };
}
