import type { Contributions, PartGrowth } from '../model/contributions.ts';
import { type Decimal, plain } from '../model/decimal.ts';
import { labelPeriod } from '../model/label.ts';
import { formatPeriod, yearBefore } from '../model/period.ts';
import { CONTRIBUTIONS } from '../wording/contributions.ts';
import { type Args, say } from '../wording/message.ts';
import { type Column, grid } from './grid.ts';
import type { Flat } from './records.ts';
import { json, number, percentText, type Style, safe } from './text.ts';
import { wrap } from './width.ts';

const t = (key: string, style: Style, args: Args = {}): string =>
  say(CONTRIBUTIONS, key, args, style.language);

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

function listText(title: string, list: readonly PartGrowth[], c: Contributions, style: Style): string[] {
  if (list.length === 0) return [];
  const head = (key: string, args: Args = {}): string => style.paint(t(key, style, args), 'bold');
  const since = c.since ? labelPeriod(c.since, style.language) : '';
  const columns: Column[] = [
    { head: '#', min: 2, rigid: true },
    { head: head('name'), min: 12 },
    { head: head('now', { unit: c.indicator.unit.text }), min: 6 },
    { head: head('before'), min: 6 },
    { head: head('growth'), min: 6 },
    { head: head('points'), min: 6 },
    { head: head('ofGrowth'), min: 6 },
    ...(since ? [{ head: head('change', { since }), min: 8 }] : []),
  ];
  const places = placesOf(list);
  const decimals = decimalsFor(list);
  const rows = list.map((p, i) => [
    String(places[i] ?? ''),
    safe(p.name) + (p.presence === 'both' ? '' : ` ${style.paint(t(p.presence, style), 'dim')}`),
    number(p.now, 4),
    number(p.before, 4),
    p.growth ? `${signed(p.growth)} %` : '',
    signed(p.points, decimals),
    p.ofGrowth ? percentText(p.ofGrowth) : '',
    ...(since ? [signed(p.change, decimals)] : []),
  ]);
  return [`${style.paint(title, 'bold')}\n${grid(columns, rows, style.width)}`];
}

/** How many parts stand by name where they are left out. */
const NAMED = 20;

const namesOf = (names: readonly string[]): Args => ({
  count: names.length,
  names: names.slice(0, NAMED),
  more: names.length > NAMED ? names.length - NAMED : '',
});

/** What is said below the lists: what is in no part, who came and went, who is not known. */
function notes(c: Contributions, named: Named, style: Style): string[] {
  const own = c.parts.length;
  const sum = c.total.growth.minus(c.residual);
  const said = [t('sum', style, { count: own, points: signed(sum), growth: signed(c.total.growth) })];
  if (!c.residual.round(10).eq(0)) said.push(t('residual', style, { points: signed(c.residual) }));
  if (named.firms && c.entrants.count + c.exits.count > 0)
    said.push(
      t('comeAndGo', style, {
        entrants: c.entrants.count,
        entered: signed(c.entrants.points),
        exits: c.exits.count,
        left: signed(c.exits.points),
        comparable: c.comparable ? signed(c.comparable) : '',
      }),
    );
  if (c.without.length > 0) said.push(t(named.firms ? 'withoutFirms' : 'without', style, namesOf(c.without)));
  return said.map((line) => wrap(safe(line), style.width));
}

/** The largest contributors and drags as two tables. */
export function contributionsText(c: Contributions, named: Named, top: number, style: Style): string {
  const { language } = style;
  const [up, down] = endsOf(c.parts, top);
  const args: Args = {
    whole: named.whole || t('allFirms', style),
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
  const blocks = [
    [
      style.paint(wrap(safe(t('title', style, args)), style.width), 'bold'),
      wrap(safe(t('total', style, args)), style.width),
    ].join('\n'),
    ...listText(t('contributors', style, { count: up.length }), up, c, style),
    ...listText(t('drags', style, { count: down.length }), down, c, style),
    notes(c, named, style).join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Each part as one flat row, the largest contribution first; with `top`, so many of each end. */
export function contributionRows(c: Contributions, top: number | undefined): Flat[] {
  const [up, down] = endsOf(c.parts, top ?? c.parts.length);
  const shown = top === undefined ? c.parts : [...up, ...down.toReversed()];
  return shown.map((p) => ({
    rank: p.rank,
    name: p.name,
    presence: p.presence,
    now: p.now.toNumber(),
    before: p.before.toNumber(),
    unit: c.indicator.unit.text,
    growth: p.growth?.toNumber() ?? null,
    points: p.points.toNumber(),
    ofGrowth: p.ofGrowth?.toNumber() ?? null,
    change: p.change?.toNumber() ?? null,
  }));
}

/** `ptrack/contributions/v1` */
export const contributionsJson = (
  c: Contributions,
  named: Named,
  top: number | undefined,
  knownOn: string | undefined,
): string =>
  json({
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
    parts: contributionRows(c, top),
  });
