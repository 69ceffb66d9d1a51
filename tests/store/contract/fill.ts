import fc from 'fast-check';
import { type Observation, seriesKey } from '../../../src/model/observation.ts';
import { formatPeriod, type Period, parsePeriod } from '../../../src/model/period.ts';
import type { Origin } from '../../../src/store/origin.ts';
import type { Store, View } from '../../../src/store/store.ts';
import { origin, show } from '../helpers.ts';

/** A batch in short: the day it was ingested, and its rows. */
export type Batch = readonly [day: string, ...rows: string[]];

/** Makes a store that has some batches, and tells their ids. */
export type Fill = (
  ...batches: Batch[]
) => Promise<{ readonly store: Store; readonly ids: readonly string[] }>;

/** Where the rows of a batch in short come from, in the morning of its day. */
export const originOf = ([day]: Batch, more: Partial<Origin> = {}): Origin =>
  origin(`${day}T08:00:00.000Z`, more);

/** All spans. */
export const ALWAYS: Period = { start: 0, end: Number.POSITIVE_INFINITY };
/** A span from its text. */
export const span = (text: string): Period => parsePeriod(text) ?? ALWAYS;

export const JULY = '2024-07-01';
export const AUGUST = '2024-08-01';
export const SEPTEMBER = '2024-09-01';

/** What counts of an indicator of the nation, in short. */
export const readAll = async (
  store: Store,
  indicator = 'gdp',
  view: View = {},
  within = '2000/2050',
): Promise<string[]> =>
  (
    (await store.read([{ indicator, region: 'CN', within: span(within) }], view)).series.get(
      seriesKey(indicator, 'CN'),
    ) ?? []
  ).map(show);

/** All values of the gross domestic product, in short, and what became of each. */
export const stood = async (store: Store, knownOn?: string): Promise<string[]> =>
  (
    await store.vintages(
      { indicator: 'gdp', region: 'CN', within: ALWAYS },
      knownOn === undefined ? {} : { knownOn },
    )
  ).vintages.map((v) => `${v.bound ?? ''}${v.value.toFixed(v.decimals)} ${v.standing}`);

const value = fc.constantFrom(
  '1 亿元',
  '2 亿元',
  '10000 万元',
  '>1 亿元',
  '>5 亿元',
  '<3 亿元',
  '0 亿元 deleted',
);
const published = fc.constantFrom('', ' 2024-05-01', ' 2024-06-15', ' 2024-08-20');
const said = fc
  .tuple(fc.constantFrom('gdp CN 2023', 'gdp CN 2024', 'firms CN 2023', 'firms CN 2023-12'), value, published)
  .map(([figure, v, p]) => `${figure} ${figure.startsWith('firms') ? v.replace(/[亿万]元/, '家') : v}${p}`);
/** Some batches that say this and that of a few figures. */
export const batches: fc.Arbitrary<Batch[]> = fc.array(
  fc
    .tuple(fc.constantFrom('2024-07-01', '2024-07-02', '2024-07-03'), fc.array(said, { maxLength: 4 }))
    .map(([day, rows]): Batch => [day, ...rows]),
  { maxLength: 5 },
);
const request = (indicator: string) => ({ indicator, region: 'CN', within: ALWAYS });
/** What counts of those figures. */
export const counting = async (store: Store): Promise<Map<string, Observation>> => {
  const requests = [request('gdp'), request('firms')];
  const all = [...(await store.read(requests)).series.values()].flat();
  return new Map(all.map((o) => [`${seriesKey(o.indicator, o.region)} ${formatPeriod(o.period)}`, o]));
};
