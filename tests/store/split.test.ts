import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkPlan } from '../../src/checker/check.ts';
import { needs } from '../../src/checker/needs.ts';
import { targetsOf } from '../../src/model/plan.ts';
import { writeBatch } from '../../src/store/batch.ts';
import { openFolder } from '../../src/store/folder.ts';
import { catalogue, observation, planOf } from '../checker/helpers.ts';
import { origin } from './helpers.ts';

const c = catalogue();
const plan = planOf(
  `targets: [ ${[
    'indicator: output, at_least: 60 亿元',
    'indicator: output, at_least: 60 亿元, pace: seasonal',
    'indicator: output.growth, at_least: 5 %',
    'indicator: firms, rise: 5 家',
  ]
    .map((t, i) => `{ id: t${i}, ${t} }`)
    .join(', ')} ]`,
  c,
);

/** A figure of 2021 to 2024, each of its own. */
const figure = fc
  .tuple(
    fc.constantFrom('output', 'output.growth', 'firms'),
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
  maxLength: 30,
});

/** Verdicts from a folder with a batch for each list, whatever the names of the files. */
function verdicts(batches: readonly (readonly string[])[]): string {
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
    const { series } = openFolder(dir, c).read(needs(targetsOf(plan), c));
    const { verdicts: found } = checkPlan(plan, {
      catalogue: c,
      series,
      reports: [],
      today: '2024-09-15',
      asOf: 2024 * 12 + 8,
      history: true,
    });
    return JSON.stringify(
      found.map((v) => [v.status, v.marks, v.actual?.value, v.expected, v.seasons, v.needed, v.reason]),
    );
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

it('verdicts are the same from one batch, from several, and in any order', () => {
  fc.assert(
    fc.property(
      figures.chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray(all, { minLength: all.length }),
          fc.array(fc.nat(3), { minLength: all.length, maxLength: all.length }),
        ),
      ),
      ([all, shuffled, where]) => {
        const split = [0, 1, 2, 3].map((n) => shuffled.filter((_, i) => where[i] === n));
        expect(verdicts(split)).toBe(verdicts([all]));
      },
    ),
    { seed: 20240615, numRuns: 60 },
  );
});
