import type { Contributions, PartGrowth } from '../../model/contributions.ts';
import { type Decimal, plain } from '../../model/decimal.ts';
import { labelPeriod } from '../../model/label.ts';
import { formatPeriod, yearBefore } from '../../model/period.ts';
import { CONTRIBUTIONS } from '../../wording/contributions.ts';
import { type Args, type Language, say } from '../../wording/message.ts';
import type { Block, Column, Document } from '../document.ts';
import { type Field, type Flat, field, recordOf } from '../records.ts';
import { bold, dim, joined } from '../rich.ts';
import { number, percentText, safe } from '../text.ts';

const t = (key: string, language: Language, args: Args = {}): string =>
  say(CONTRIBUTIONS, key, args, language);

/** What the whole is called, and whether its parts are firms. */
export interface Named {
  readonly whole: string;
  readonly firms: boolean;
}

/** Percentage points, or a rate, with their sign. */
function signed(d: Decimal | undefined, decimals = 2): string {
  if (d === undefined) return '';
  const text = plain(d, decimals);
  return d.gt(0) && text !== '0' ? `+${text}` : text;
}

/** Decimals that show two figures of the largest of some points: of thousands of firms each brings little. */
function decimalsFor(list: readonly PartGrowth[]): number {
  const most = list.reduce((max, p) => Math.max(max, Math.abs(p.points.toNumber())), 0);
  return most > 0 ? Math.min(8, Math.max(2, 1 - Math.floor(Math.log10(most)))) : 2;
}

/** Those that raised the whole, the most first, and those that lowered it, the most first. */
function endsOf(parts: readonly PartGrowth[], top: number): readonly [PartGrowth[], PartGrowth[]] {
  const up = parts.filter((p) => p.points.gt(0)).slice(0, top);
  const down = parts.filter((p) => p.points.lt(0)).toReversed();
  return [up, down.slice(0, top)];
}

/** The place from the better or the worse end; equal ones share it. */
const placesOf = (list: readonly PartGrowth[]): number[] => {
  const places: number[] = [];
  for (const [i, p] of list.entries())
    places.push(i > 0 && p.points.eq(list[i - 1]?.points ?? 0) ? (places[i - 1] ?? 1) : i + 1);
  return places;
};

/** Parts of a growth in the order of their contributions, with the place of each. */
const columnsOf = (c: Contributions, rows: readonly PartGrowth[]): readonly Column<PartGrowth>[] => {
  const places = new Map(placesOf(rows).map((place, i) => [rows[i], place]));
  const decimals = decimalsFor(rows);
  const figure = (
    key: string,
    heading: Column['heading'],
    text: (part: PartGrowth) => string,
  ): Column<PartGrowth> => ({ key, heading, least: 6, text });
  const { since } = c;
  return [
    {
      key: 'rank',
      heading: () => '#',
      least: 2,
      rigid: true,
      align: 'right',
      text: (p) => String(places.get(p)),
    },
    {
      key: 'name',
      heading: (language) => t('name', language),
      least: 12,
      text: (p, language) =>
        joined([safe(p.name), p.presence === 'both' ? '' : dim(t(p.presence, language))], ' '),
    },
    figure(
      'now',
      (language) => t('now', language, { unit: c.indicator.unit.text }),
      (p) => number(p.now, 4),
    ),
    figure(
      'before',
      (language) => t('before', language),
      (p) => number(p.before, 4),
    ),
    figure(
      'growth',
      (language) => t('growth', language),
      (p) => (p.growth ? `${signed(p.growth)} %` : ''),
    ),
    figure(
      'points',
      (language) => t('points', language),
      (p) => signed(p.points, decimals),
    ),
    figure(
      'ofGrowth',
      (language) => t('ofGrowth', language),
      (p) => (p.ofGrowth ? percentText(p.ofGrowth) : ''),
    ),
    ...(since
      ? [
          {
            ...figure(
              'change',
              (language) => t('change', language, { since: labelPeriod(since, language) }),
              (p) => signed(p.change, decimals),
            ),
            least: 8,
          },
        ]
      : []),
  ];
};

function listBlock(caption: string, rows: readonly PartGrowth[], c: Contributions): Block[] {
  if (rows.length === 0) return [];
  return [{ kind: 'table', caption: bold(caption), columns: columnsOf(c, rows), sections: [{ rows }] }];
}

/** How many parts stand by name where they are left out. */
const NAMED = 20;

const namesOf = (names: readonly string[]): Args => ({
  count: names.length,
  names: names.slice(0, NAMED),
  more: names.length > NAMED ? names.length - NAMED : '',
});

/** What is said below the lists: what is in no part, who came and went, who is not known. */
function notes(c: Contributions, named: Named, language: Language): string[] {
  const own = c.parts.length;
  const sum = c.total.growth.minus(c.residual);
  const said = [t('sum', language, { count: own, points: signed(sum), growth: signed(c.total.growth) })];
  if (!c.residual.round(10).eq(0)) said.push(t('residual', language, { points: signed(c.residual) }));
  if (named.firms && c.entrants.count + c.exits.count > 0)
    said.push(
      t('comeAndGo', language, {
        entrants: c.entrants.count,
        entered: signed(c.entrants.points),
        exits: c.exits.count,
        left: signed(c.exits.points),
        comparable: c.comparable ? signed(c.comparable) : '',
      }),
    );
  if (c.without.length > 0)
    said.push(t(named.firms ? 'withoutFirms' : 'without', language, namesOf(c.without)));
  return said.map(safe);
}

/** What the whole came to, and over which spans. */
function argsOf(c: Contributions, named: Named, language: Language): Args {
  return {
    whole: named.whole || t('allFirms', language),
    indicator: c.indicator.name,
    unit: c.indicator.unit.text,
    period: labelPeriod(c.period, language),
    base: labelPeriod(yearBefore(c.period), language),
    now: number(c.total.now, 4),
    before: number(c.total.before, 4),
    growth: signed(c.total.growth),
    published: c.total.published ? signed(c.total.published) : '',
    change: c.total.change ? signed(c.total.change) : '',
    since: c.since ? labelPeriod(c.since, language) : '',
  };
}

function blocksOf(c: Contributions, named: Named, top: number, language: Language): Block[] {
  const [up, down] = endsOf(c.parts, top);
  return [
    { kind: 'paragraph', lines: [safe(t('total', language, argsOf(c, named, language)))] },
    ...listBlock(t('contributors', language, { count: up.length }), up, c),
    ...listBlock(t('drags', language, { count: down.length }), down, c),
    { kind: 'paragraph', lines: notes(c, named, language) },
  ];
}

const fieldsOf = (c: Contributions): readonly Field<PartGrowth>[] => [
  field('rank', (p) => p.rank),
  field('name', (p) => p.name),
  field('presence', (p) => p.presence),
  field('now', (p) => p.now.toNumber()),
  field('before', (p) => p.before.toNumber()),
  field('unit', () => c.indicator.unit.text),
  field('growth', (p) => p.growth?.toNumber() ?? null),
  field('points', (p) => p.points.toNumber()),
  field('ofGrowth', (p) => p.ofGrowth?.toNumber() ?? null),
  field('change', (p) => p.change?.toNumber() ?? null),
];

/** The parts, the largest contribution first; with `top`, so many of each end. */
function partsOf(c: Contributions, top: number | undefined): readonly PartGrowth[] {
  if (top === undefined) return c.parts;
  const [up, down] = endsOf(c.parts, top);
  return [...up, ...down.toReversed()];
}

/** `ptrack/contributions/v1` */
const contributionsJson = (
  c: Contributions,
  named: Named,
  top: number | undefined,
  knownOn: string | undefined,
): Flat => ({
  schema: 'ptrack/contributions/v1',
  knownOn: knownOn ?? null,
  indicator: c.indicator.id,
  unit: c.indicator.unit.text,
  of: named.firms ? 'firms' : 'regions',
  period: formatPeriod(c.period),
  before: formatPeriod(yearBefore(c.period)),
  since: c.since ? formatPeriod(c.since) : null,
  total: {
    region: c.total.region ?? null,
    now: c.total.now.toNumber(),
    before: c.total.before.toNumber(),
    growth: c.total.growth.toNumber(),
    change: c.total.change?.toNumber() ?? null,
    published: c.total.published?.toNumber() ?? null,
  },
  residual: c.residual.toNumber(),
  entrants: { count: c.entrants.count, points: c.entrants.points.toNumber() },
  exits: { count: c.exits.count, points: c.exits.points.toNumber() },
  comparable: c.comparable?.toNumber() ?? null,
  without: c.without,
  parts: partsOf(c, top).map((p) => recordOf(fieldsOf(c), p)),
});

/** How many of each end people read: 贡献前50、拖累前50. */
const TOP = 50;

/**
 * The largest contributors and the largest detractors as two tables: `ptrack/contributions/v1`. `top` is how many of
 * each end are wanted; programs read all unless it is given.
 */
export const contributionsDocument = (
  c: Contributions,
  named: Named,
  top: number | undefined,
  knownOn: string | undefined,
  language: Language,
): Document => ({
  title: bold(safe(t('title', language, argsOf(c, named, language)))),
  blocks: () => blocksOf(c, named, top ?? TOP, language),
  records: () => ({ fields: fieldsOf(c), rows: partsOf(c, top) }),
  json: () => contributionsJson(c, named, top, knownOn),
});
