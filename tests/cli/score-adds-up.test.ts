import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { project, ptrack, remove } from './scenario.ts';

/** The keys of `ptrack/scores/v1` that a score can be calculated from again. */
interface Scores {
  readonly promisePoints: number;
  readonly scale: number | null;
  readonly caps: { readonly item: number; readonly deductions: number | null; readonly total: number | null };
  readonly appraisals: readonly {
    readonly role: string;
    readonly rank: number | null;
    readonly score: number | null;
    readonly earned: number;
    readonly full: number;
    readonly deducted: number;
    readonly points: readonly {
      readonly origin: string;
      readonly factors: readonly { readonly factor: number }[];
      readonly full: number;
      readonly earnedPart: number;
      readonly done: number | null;
      readonly of: number | null;
      readonly earned: number;
      readonly deductions: readonly { readonly points: number }[];
    }[];
  }[];
}

let dir = '';
beforeAll(() => {
  dir = project('linhai');
  ptrack(['ingest', '-q', 'data/exports/monthly-2024.csv'], dir);
});
afterAll(() => remove(dir));

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

describe('what the JSON of a score says adds up, by a script that knows nothing else', () => {
  it.each([
    ['quarterly', '2024-Q1'],
    ['quarterly', '2024-05'],
    ['quarterly', '2024-Q2'],
    ['districts', '2024-05'],
  ])('%s as of %s', (scheme, asOf) => {
    const { out } = ptrack(
      ['score', scheme, '--as-of', asOf, '--today', '2024-07-01', '-q', '--format', 'json'],
      dir,
    );
    const { promisePoints, scale, caps, appraisals } = JSON.parse(out) as Scores;
    expect(appraisals.length).toBeGreaterThan(2);
    for (const a of appraisals) {
      for (const p of a.points) {
        const whole = p.factors.reduce((product, f) => product * f.factor, promisePoints);
        expect(p.full).toBeCloseTo(p.origin === 'left-out' ? 0 : whole, 9);
        expect(p.earned).toBeCloseTo(p.full * p.earnedPart, 9);
        if (p.done !== null)
          expect(p.earnedPart).toBeCloseTo(Math.min(caps.item, Math.max(0, p.done / (p.of ?? 0))), 9);
      }
      const full = sum(a.points.map((p) => p.full));
      const earned = sum(a.points.map((p) => p.earned));
      const off = sum(a.points.flatMap((p) => p.deductions.map((d) => d.points)));
      const deducted = Math.min(off, caps.deductions ?? off);
      expect([a.full, a.earned, a.deducted].map((x) => x.toFixed(6))).toEqual(
        [full, earned, deducted].map((x) => x.toFixed(6)),
      );
      if (a.points.every((p) => p.origin === 'left-out')) {
        expect([a.score, a.rank]).toEqual([null, null]);
        continue;
      }
      const reached = scale === null ? earned : (earned / full) * scale;
      const net = Math.min(caps.total ?? Number.POSITIVE_INFINITY, Math.max(0, reached - deducted));
      expect(Math.abs((a.score ?? Number.NaN) - net)).toBeLessThanOrEqual(0.005 + 1e-9);
      const better = appraisals.filter((o) => o.role === a.role && (o.score ?? -1) > (a.score ?? -1));
      expect(a.rank).toBe(better.length + 1);
    }
  });
});
