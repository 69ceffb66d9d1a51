import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMonth } from '../../src/model/period.ts';
import { judge } from './helpers.ts';
import { reference } from './reference.ts';
import { trial, WORLD } from './trials.ts';

/** Random targets that are tried: more with TRIALS=100000. */
const TRIALS = Number(process.env.TRIALS ?? 4000);

describe('the checker and a plain second judging of METHOD agree', () => {
  it(
    `on ${TRIALS} random targets`,
    () => {
      const seen = new Map<string, number>();
      fc.assert(
        fc.property(trial, ({ pledge, world, asOf, target, data }) => {
          const v = judge(target, data, formatMonth(asOf), { catalogue: WORLD });
          const says = [v.status, ...[...v.marks].sort()].join(' ');
          for (const word of [v.status, ...v.marks, `pace ${v.pace}`, `form ${pledge.change}`])
            seen.set(word, (seen.get(word) ?? 0) + 1);
          const [status = '', ...marks] = reference(pledge, world, asOf).split(' ');
          expect(says, `${target} | ${data} | ${formatMonth(asOf)}`).toBe(
            [status, ...marks.sort()].join(' '),
          );
        }),
        { seed: Number(process.env.SEED ?? 20240615), numRuns: TRIALS },
      );
      if (process.env.TRIALS) console.log(Object.fromEntries([...seen].sort()));
      // every status, mark, pace and form was put to the test
      for (const word of ['achieved', 'missed', 'on-track', 'lagging', 'not-due', 'no-data'])
        expect(seen.get(word) ?? 0, word).toBeGreaterThan(TRIALS / 100);
      for (const word of ['stale', 'final-awaited', 'bound', 'break', 'short-history'])
        expect(seen.get(word) ?? 0, word).toBeGreaterThan(TRIALS / 500);
      expect(seen.get('at-risk') ?? 0).toBeGreaterThan(0);
      for (const pace of ['linear', 'hold', 'steps', 'seasonal', 'geometric'])
        expect(seen.get(`pace ${pace}`) ?? 0, pace).toBeGreaterThan(TRIALS / 500);
      for (const form of ['rise', 'fall', 'times', 'average', 'rank', 'above', 'below'])
        expect(seen.get(`form ${form}`) ?? 0, form).toBeGreaterThan(TRIALS / 200);
    },
    20_000 + TRIALS * 20,
  );
});
