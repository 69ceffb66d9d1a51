import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { type BatchEntry, STANDINGS, type Standing } from '../model/history.ts';
import { wasKnown } from './figure.ts';
import type { Folder } from './folder.ts';
import { Ledger } from './ledger.ts';
import { standingsOf } from './revise.ts';
import type { Batch } from './scan.ts';
import { shortNames } from './which.ts';

/** What is counted of one batch. */
const newTally = () => ({
  standings: Object.fromEntries(STANDINGS.map((s) => [s, 0])) as Record<Standing, number>,
  indicators: new Set<string>(),
  regions: new Set<string>(),
  observations: 0,
  start: Number.POSITIVE_INFINITY,
  end: Number.NEGATIVE_INFINITY,
  faulty: 0,
  firstFault: undefined as Diagnostic | undefined,
});

type Tally = ReturnType<typeof newTally>;

function entryOf({ file, head }: Batch, tally: Tally, name: string): BatchEntry {
  const { source, mapping, ingested } = head;
  const { observations, standings, faulty, indicators, regions, start, end } = tally;
  return {
    batch: file,
    name,
    source,
    mapping,
    ingested,
    observations,
    standings,
    faulty,
    indicators: [...indicators],
    regions: [...regions],
    ...(observations > 0 ? { span: { start, end } } : {}),
  };
}

/** That rows of a batch can't be used, at the first of them. */
function faultyRows({ faulty, firstFault }: Tally): Diagnostic[] {
  if (!firstFault) return [];
  const { file = '', line = 1 } = firstFault;
  return [fault('store/faulty-rows', { count: faulty, file }, { file, line, column: 1 })];
}

/**
 * The batches of a folder, the latest ingested first, with what became of their figures; and what could not be read.
 * `knownOn`: as it was known on that day. Throws UserError where the folder can't be opened.
 */
export function logOf(
  folder: Folder,
  knownOn?: string,
): { readonly entries: BatchEntry[]; readonly faults: Diagnostic[] } {
  const { batches: all, faults } = folder.survey();
  const batches = all.filter((b) => wasKnown(b.head.ingested, knownOn));
  const tallies = batches.map(newTally);
  const of = (at: number): Tally => tallies[at] as Tally;
  const ledger = new Ledger(batches, folder.catalogue, {
    ...(knownOn === undefined ? {} : { knownOn }),
    row: ({ indicator, region, period }, at) => {
      const tally = of(at);
      tally.observations++;
      tally.indicators.add(indicator);
      tally.regions.add(region);
      tally.start = Math.min(tally.start, period.start);
      tally.end = Math.max(tally.end, period.end);
    },
    fault: (finding, at) => {
      const tally = of(at);
      tally.faulty++;
      tally.firstFault ??= finding;
    },
  });
  for (const figure of ledger.figures()) {
    const [only] = figure.batches;
    // what was said once counts, and need not be read again
    if (figure.batches.length === 1 && only !== undefined) of(only).standings.counts++;
    else
      for (const [i, standing] of standingsOf(figure.words()).entries())
        of(figure.batches[i] ?? 0).standings[standing]++;
  }
  const names = shortNames(folder.files());
  return {
    entries: batches.map((b, i) => entryOf(b, of(i), names.get(b.file) ?? b.file)).reverse(),
    faults: [...faults, ...tallies.flatMap(faultyRows)],
  };
}
