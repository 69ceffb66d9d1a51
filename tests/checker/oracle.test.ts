import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { catalogue, judge } from './helpers.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The published progress of 106 series lies beside the repository, or beside the folder its worktrees are in. */
const table = ['../shared', '../../shared']
  .map((p) => join(root, p, 'oracles/sdg-canada-components.csv'))
  .find(existsSync);

interface Component {
  readonly series: string;
  readonly base_year: string;
  readonly base_value: string;
  readonly current_year: string;
  readonly current_value: string;
  readonly direction: string;
  readonly target: string;
  readonly target_year: string;
  readonly progress_value: string;
  readonly status: string;
}

const components: Component[] = table
  ? parse<Component>(readFileSync(table), { columns: true }).filter((c) => c.progress_value !== '')
  : [];

/** Growth is measured from and to what is above 0; the table takes 0 as 0.001, which is its own convention. */
const measurable = ({ base_value, current_value }: Component): boolean =>
  Number(base_value) > 0 && Number(current_value) > 0;

const year = (text: string): string => String(Math.trunc(Number(text)));

const world = (c: Component) =>
  catalogue(
    `- { id: s, name: 系列, kind: stock, unit: 个, frequency: yearly, better: ${c.direction === '1' ? 'higher' : 'lower'} }`,
  );

/** Mean yearly growth, as a part, by `average` of a target that ends in a year. */
function meanGrowth(c: Component, value: string, until: string): number {
  const target = `indicator: s, window: ${year(until)}, average: 0 %, baseline: { period: ${year(c.base_year)}, value: ${c.base_value} 个 }`;
  const verdict = judge(target, `s ${year(until)} ${value}`, `${year(until)}-12`, { catalogue: world(c) });
  if (!verdict.actual) throw new Error(`no reading: ${c.series}`);
  return Number(verdict.actual.value.toFixed()) / 100;
}

const named = (list: readonly Component[]) => list.map((c) => [c.series, c] as const);
const unbound = components.filter((c) => measurable(c) && c.target === '');
const bound = components.filter((c) => measurable(c) && Number(c.target) > 0);

describe.skipIf(table === undefined)(
  'the progress measure of a national SDG site (needs ../shared/oracles)',
  () => {
    it('has series of both sorts', () => {
      expect(unbound.length).toBeGreaterThan(30);
      expect(bound.length).toBeGreaterThan(30);
    });

    it.each(named(unbound))('%s: mean yearly growth is the progress published', (_, c) => {
      const growth = meanGrowth(c, c.current_value, c.current_year);
      expect(Number(c.direction) * growth).toBeCloseTo(Number(c.progress_value), 9);
    });

    it.each(named(bound))('%s: growth ÷ the growth its target needs is the progress published', (_, c) => {
      const growth = meanGrowth(c, c.current_value, c.current_year);
      const needed = meanGrowth(c, c.target, c.target_year);
      const progress = (Number(c.direction) * growth) / Math.abs(needed);
      // both growths are known to twelve decimals, and one needs as little as 0.0002
      expect(progress / Number(c.progress_value)).toBeCloseTo(1, 7);
    });

    // where the way leads from the base to the target, as much growth as is needed is being on the geometric path
    const onTheWay = bound.filter(
      (c) =>
        c.status !== 'target_achieved' && Number(c.direction) * (Number(c.target) - Number(c.base_value)) > 0,
    );
    it.each(named(onTheWay))('%s: on the geometric path where the progress is 1 or more', (_, c) => {
      const bound = c.direction === '1' ? 'at_least' : 'at_most';
      const target = `indicator: s, window: ${year(c.target_year)}, pace: geometric, ${bound}: ${c.target} 个, baseline: { period: ${year(c.base_year)}, value: ${c.base_value} 个 }`;
      const data = `s ${year(c.current_year)} ${c.current_value}`;
      const verdict = judge(target, data, `${year(c.current_year)}-12`, { catalogue: world(c) });
      expect(verdict.status).toBe(Number(c.progress_value) >= 1 ? 'on-track' : 'lagging');
    });
  },
);
