import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkPlan } from '../../src/checker/check.ts';
import { needs } from '../../src/checker/needs.ts';
import { targetsOf } from '../../src/model/plan.ts';
import { openFolder } from '../../src/store/folder/folder.ts';
import { writeBatch } from '../../src/store/folder/write-batch.ts';
import { catalogue, observation, planOf } from '../checker/helpers.ts';
import { origin } from './helpers.ts';

const c = catalogue();
const plan = planOf(
  `targets: [ ${[
    'indicator: output, at_least: 60 亿元',
    'indicator: output, at_least: 60 亿元, pace: seasonal',
    'indicator: output.growth, at_least: 5 %',
    'indicator: firms, rise: 5 家',
    'indicator: output, at_least: 60 亿元, steps: [10 %, 30 %, 70 %, 100 %]',
    'indicator: output, at_most: 9 亿元, each: month',
    'indicator: output, window: 2024, average: 5 %, baseline: { period: 2021 }',
    'indicator: output, region: 各区, each: region, at_least: 40 亿元',
    'indicator: output, region: 东区, rank: { among: 各区, at_most: 2 }',
    'indicator: output, region: 东区, above: { region: 西区 }',
    'indicator: firms, at_least: 90 家, pace: geometric, baseline: { period: 2023, value: 20 家 }',
    'indicator: firms, at_least: 90 家, baseline: { period: 2022, value: 20 家 }',
    'indicator: firms, times: 1.2',
    'indicator: completion, at_least: 90 %, pace: seasonal',
    'indicator: place, improve: true',
  ]
    .map((t, i) => `{ id: t${i}, ${t} }`)
    .join(', ')} ]`,
  c,
);

/** A figure of 2021 to 2024, each of its own. */
const figure = fc
  .tuple(
    fc.constantFrom(
      'output',
      'output',
      'output.growth',
      'output@东区',
      'output@西区',
      'output@南区',
      'firms',
      'completion',
      'place',
    ),
    fc.integer({ min: 2021, max: 2024 }),
    fc.nat(11),
    fc.integer({ min: 1, max: 99 }),
  )
  .map(
    ([series, year, month, value]) =>
      `${series} ${year}-01/${year}-${String(month + 1).padStart(2, '0')} ${value}`,
  );

const figures = fc.uniqueArray(figure, {
  selector: (f) => f.split(' ').slice(0, 2).join(' '),
  maxLength: 60,
});

/** Verdicts from a folder with a batch for each list, whatever the names of the files. */
async function verdicts(batches: readonly (readonly string[])[]): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'ptrack-split-'));
  try {
    for (const rows of batches)
      if (rows.length > 0)
        writeBatch(
          dir,
          origin(),
          rows.map((r) => {
            const { source: _, ...row } = observation(r, c);
            return { ...row, number: row.value.toFixed(), cell: 'R2C2' };
          }),
        );
    const { series } = await openFolder(dir, c).read(needs(targetsOf(plan), c));
    const { verdicts: found } = checkPlan(plan, {
      catalogue: c,
      series,
      reports: [],
      today: '2024-09-15',
      asOf: 2024 * 12 + 8,
      history: true,
    });
    return JSON.stringify(
      found
        .flatMap((v) => [v, ...(v.parts ?? [])])
        .map((v) => [v.status, v.marks, v.actual?.value, v.expected, v.seasons, v.needed, v.reason]),
    );
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

it('verdicts are the same from one batch, from several, and in any order', () =>
  fc.assert(
    fc.asyncProperty(
      figures.chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray(all, { minLength: all.length }),
          fc.array(fc.nat(3), { minLength: all.length, maxLength: all.length }),
        ),
      ),
      async ([all, shuffled, where]) => {
        const split = [0, 1, 2, 3].map((n) => shuffled.filter((_, i) => where[i] === n));
        expect(await verdicts(split)).toBe(await verdicts([all]));
      },
    ),
    { seed: 20240615, numRuns: 60 },
  ));
