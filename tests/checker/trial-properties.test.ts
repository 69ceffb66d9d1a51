/** The properties of the issue over every form and pace: random targets of `trials`, judged twice. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatMonth, formatPeriod } from '../../src/model/period.ts';
import { STATUSES, type Verdict } from '../../src/model/verdict.ts';
import { judge, observation } from './helpers.ts';
import type { Pledge, Span } from './reference.ts';
import { GROUPS, SPECS, type Trial, trial, WORLD } from './trials.ts';

const options = { seed: 20240615, numRuns: Number(process.env.TRIALS ?? 600) };

const lines = (t: Trial): string[] => t.data.split('; ').filter((l) => l !== '');
const judged = (target: string, data: readonly string[], asOf: number): Verdict =>
  judge(target, data.join('; '), formatMonth(asOf), { catalogue: WORLD, history: true });

/** Everything that is said, without the plan's own words and without what it was made of. */
const told = (v: Verdict): string =>
  JSON.stringify(
    [v, ...(v.parts ?? [])].map((x) => [
      x.status,
      x.marks,
      x.actual?.value,
      x.actual?.period,
      x.expected?.value,
      x.completion,
      x.distance?.value,
      x.seasons,
      x.needed,
      x.reason,
    ]),
  );

/** What was tried, so that a property that tries nothing fails. */
class Tally {
  readonly #seen = new Map<string, number>();
  add(pledge: Pledge, v: Verdict): void {
    for (const word of [
      v.status,
      `pace ${v.pace}`,
      `form ${pledge.change ?? pledge.comparator}`,
      `each ${pledge.each}`,
    ])
      this.#seen.set(word, (this.#seen.get(word) ?? 0) + 1);
  }
  holdsAll(): void {
    const paces = ['linear', 'hold', 'steps', 'seasonal', 'geometric'].map((x) => `pace ${x}`);
    const changes = ['rise', 'fall', 'times', 'average', 'rank', 'above', 'below'];
    const plain = [
      'at_least',
      'more_than',
      'at_most',
      'less_than',
      'about',
      'between',
      'improve',
      'no_worse',
    ];
    const each = ['month', 'quarter', 'region'].map((x) => `each ${x}`);
    for (const word of [...paces, ...[...changes, ...plain].map((x) => `form ${x}`), ...each])
      expect(this.#seen.get(word) ?? 0, word).toBeGreaterThan(0);
  }
}

/** Which way a figure is the better for a pledge: up or down; none where it must stay between two. */
function wayOf(p: Pledge): 1 | -1 | undefined {
  const { better } = SPECS[p.series] ?? { better: 'neither' };
  const own = better === 'lower' ? -1 : 1;
  const turn = p.change === 'fall' || p.change === 'below' ? -1 : 1;
  if (p.change === 'rank' || p.comparator === 'improve') return own;
  if (p.comparator === 'at_least' || p.comparator === 'more_than') return turn;
  if (p.comparator === 'at_most' || p.comparator === 'less_than') return turn === 1 ? -1 : 1;
  return better === 'neither' ? undefined : own;
}

/** The years on the way of a pledge for one year whose baseline lies years before it. */
function pathOf({ baseline, window }: Pledge): readonly number[] {
  const [from, to] = [Math.floor((baseline?.end ?? window.start) / 12), Math.floor(window.end / 12)];
  const oneYear = window.end - window.start < 12 && Math.floor(window.start / 12) === to;
  return baseline && oneYear && from < to - 1
    ? Array.from({ length: to - from }, (_, i) => from + 1 + i)
    : [];
}

/** A span that is a reading of a pledge. */
function readingSpan(p: Pledge, n: number): Span {
  const path = pathOf(p);
  const year = path[n % Math.max(path.length, 1)];
  if (year !== undefined) return { start: year * 12, end: Math.min(year * 12 + 11, p.window.end) };
  const step = p.each === 'month' ? 1 : p.each === 'quarter' ? 3 : 0;
  const { start, end } = p.window;
  if (step === 0) return { start, end: start + (n % (end - start + 1)) };
  const first = Math.ceil(start / step) * step;
  const parts = Math.floor((end - first + 1) / step);
  return { start: first + step * (n % parts), end: first + step * (n % parts) + step - 1 };
}

it('a better figure never gives a worse status, whatever the form and the pace', () => {
  const tally = new Tally();
  const value = fc.integer({ min: 1, max: 400 });
  const of = fc
    .tuple(trial, fc.nat(47), value, value, fc.nat(3))
    .filter(([t]) => wayOf(t.pledge) !== undefined);
  fc.assert(
    fc.property(of, ([t, n, a, b, later]) => {
      const { pledge, target } = t;
      const span = readingSpan(pledge, n);
      const region = pledge.each === 'region' ? '东区' : pledge.region;
      const from = pathOf(pledge)[0] === undefined ? pledge.window.start : (pathOf(pledge)[0] ?? 0) * 12;
      const mine = `${pledge.series}@${region} `;
      const others = lines(t).filter((l) => !l.startsWith(mine) || observation(l, WORLD).period.end < from);
      const { kind } = SPECS[pledge.series] ?? {};
      // who is compared with has a figure of the same span, or there is no place and no difference
      const compared = pledge.benchmark
        ? GROUPS.各区
            .filter((r) => r !== region)
            .map((r, i) => `${pledge.series}@${r} ${formatPeriod(span)} ${10 + i * 9}`)
        : [];
      const spans = compared.map((l) => l.split(' ').slice(0, 2).join(' '));
      const rest = others.filter((l) => !spans.includes(l.split(' ').slice(0, 2).join(' ')));
      // figures of any size, or about the size of what is promised
      const near = Math.abs(Number(pledge.value)) / 150;
      const amount = (x: number): string =>
        kind === 'rank' ? String(Math.ceil(x / 40)) : (x * (n % 2 === 0 ? 0.1 : near)).toFixed(2);
      const status = (x: number): number => {
        const v = judged(
          target,
          [...rest, ...compared, `${mine}${formatPeriod(span)} ${amount(x)}`],
          span.end + later,
        );
        tally.add(pledge, v);
        return STATUSES.indexOf(v.status);
      };
      const [low, high] = a < b ? [a, b] : [b, a];
      const [worse, better] = wayOf(pledge) === 1 ? [low, high] : [high, low];
      expect(
        status(better),
        `${target} | ${rest.join('; ')} | ${formatPeriod(span)} ${low} ${high}`,
      ).toBeGreaterThanOrEqual(status(worse));
    }),
    options,
  );
  tally.holdsAll();
}, 120_000);

it('figures that end after the as-of month change nothing', () => {
  const tally = new Tally();
  fc.assert(
    fc.property(trial, (t) => {
      const seen = lines(t).filter((l) => observation(l, WORLD).period.end <= t.asOf);
      const v = judged(t.target, lines(t), t.asOf);
      tally.add(t.pledge, v);
      expect(told(v)).toBe(told(judged(t.target, seen, t.asOf)));
    }),
    options,
  );
  tally.holdsAll();
}, 120_000);

it('the order of figures changes nothing', () => {
  const tally = new Tally();
  const shuffled = trial.chain((t) =>
    fc.tuple(fc.constant(t), fc.shuffledSubarray(lines(t), { minLength: lines(t).length })),
  );
  fc.assert(
    fc.property(shuffled, ([t, other]) => {
      const v = judged(t.target, lines(t), t.asOf);
      tally.add(t.pledge, v);
      expect(told(judged(t.target, other, t.asOf))).toBe(told(v));
    }),
    options,
  );
  tally.holdsAll();
}, 120_000);

it('a unit of the same dimension changes nothing, in plan or figures', () => {
  const times = (text: string): string => String(Math.round(Number(text) * 10_000));
  const inMillions = (text: string): string =>
    text.replace(/(-?\d+(?:\.\d+)?)(\.\.(-?\d+(?:\.\d+)?))? 亿元/g, (_, low, range, high) =>
      range ? `${times(low)}..${times(high)} 万元` : `${times(low)} 万元`,
    );
  const flows = trial.filter((t) => SPECS[t.pledge.series]?.kind === 'flow');
  const paces = new Set<string>();
  fc.assert(
    fc.property(flows, fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }), (t, which) => {
      const figures = lines(t).map((l, i) =>
        which[i % which.length]
          ? inMillions(`${l.replace(/ !break$/, '')} 亿元`) + (l.match(/ !break$/)?.[0] ?? '')
          : l,
      );
      const said = ({ status, marks, completion, needed, pace }: Verdict) => [
        status,
        [...marks],
        pace,
        completion?.round(9).toFixed(),
        needed?.kind,
        needed?.hardness?.round(9).toFixed(),
        needed?.usedUp,
        needed?.history,
      ];
      const one = judged(t.target, lines(t), t.asOf);
      paces.add(one.pace ?? '');
      expect(
        said(judged(inMillions(t.target), figures, t.asOf)),
        `${t.target} | ${lines(t).join('; ')}`,
      ).toEqual(said(one));
    }),
    options,
  );
  expect([...paces].sort()).toEqual(['', 'geometric', 'hold', 'linear', 'seasonal', 'steps']);
}, 120_000);
