import { type Asked, contributionsOf, hasFigures } from '../checker/contributions.ts';
import { withParts } from '../checker/needs.ts';
import { Readings } from '../checker/readings/readings.ts';
import { Visible } from '../checker/readings/visible.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Contributions } from '../model/contributions.ts';
import { type Decimal, ZERO } from '../model/decimal.ts';
import { type Diagnostic, fault, UserError } from '../model/diagnostic.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Observation } from '../model/observation.ts';
import { formatPeriod, parsePeriod } from '../model/period.ts';
import type { Region } from '../model/region.ts';
import { contributionsDocument } from '../report/documents/contributions.ts';
import { findingText } from '../report/findings.ts';
import type { Run } from './command.ts';
import { readFirms } from './firms.ts';
import { whenOf } from './judging.ts';
import { openShelf } from './mappings.ts';
import { outputsAsked, show } from './output.ts';
import { storeOf } from './project.ts';
import { regionNamed } from './series.ts';
import { reportFindings } from './show-findings.ts';

function indicatorOf(catalogue: Catalogue, name: string): Indicator {
  const found = catalogue.indicatorNames.get(name);
  if (!found)
    throw new UserError(
      fault('contributions/no-indicator', { name, nearest: catalogue.indicatorNames.nearest(name) ?? '' }),
    );
  if (found.kind !== 'flow' && found.kind !== 'stock')
    throw new UserError(
      fault('contributions/no-amount', { indicator: found.id, level: found.growthOf ?? '' }),
    );
  return found;
}

/** The members of a group, which must not lie in one another: their points would be counted twice. */
function membersOf(catalogue: Catalogue, group: Region): Region[] {
  if (!group.members) throw new UserError(fault('contributions/no-group', { name: group.name }));
  const members = catalogue.membersOf(group);
  for (const inner of members) {
    const outer = members.find((m) => m !== inner && catalogue.liesIn(inner, m));
    if (!outer) continue;
    const args = { group: group.name, inner: inner.name, outer: outer.name };
    throw new UserError(fault('contributions/overlap', args));
  }
  return members;
}

/** The regions whose growth is taken apart: the `parts` of a region, else those directly in it. */
function partsOf(catalogue: Catalogue, whole: Region | undefined): Region[] {
  const inside = [...catalogue.regions.values()].filter(
    (r) =>
      !r.members && r.until === undefined && r.parent !== undefined && catalogue.region(r.parent) === whole,
  );
  const parts = (whole && catalogue.partsOf(whole)) ?? inside;
  if (whole && parts.length > 0) return parts;
  throw new UserError(fault('contributions/no-parts', { name: whole?.name ?? '' }));
}

/** A firm with as much as all others together at both times: a total, most likely, that the mapping lets in. */
function totalAmong({ parts }: Contributions): Diagnostic | undefined {
  const sum = (of: 'now' | 'before'): Decimal => parts.reduce((all, p) => all.plus(p[of]), ZERO);
  const [now, before] = [sum('now'), sum('before')];
  const half = (own: Decimal, all: Decimal): boolean =>
    own.times(2).minus(all).abs().lte(all.abs().times('1e-4'));
  const total = parts.find((p) => half(p.now, now) && half(p.before, before));
  if (!total || parts.length < 4) return undefined;
  return { ...fault('contributions/total-among', { name: total.name }), severity: 'warning' };
}

/** How many spans are named where figures of the one asked for are missing; the others are counted. */
const NAMED = 8;

/** Takes a growth apart; where a span was asked for that has no figures, those that there are, are named, the latest first. */
function answer(question: Asked, readings: Readings, observed: readonly Observation[]): Contributions {
  try {
    return contributionsOf(question, readings);
  } catch (error) {
    const [finding] = error instanceof UserError ? error.diagnostics : [];
    if (!question.period || finding?.code !== 'contributions/no-figures') throw error;
    const periods = observed.filter((o) => o.indicator === question.indicator.id).map((o) => o.period);
    periods.sort((a, b) => b.end - a.end || a.start - b.start);
    const spans = [...new Set(periods.map(formatPeriod))];
    const more = spans.length - NAMED;
    const args = { ...finding.args, spans: spans.slice(0, NAMED), ...(more > 0 ? { more } : {}) };
    throw new UserError({ ...finding, args });
  }
}

const topOf = (asked: unknown): number | undefined => {
  if (asked === undefined) return undefined;
  if (/^[1-9]\d*$/.test(String(asked))) return Number(asked);
  throw new UserError(fault('usage/number', { found: String(asked), option: '--top' }));
};

/** `ptrack contributions INDICATOR`: which regions or firms a growth comes from. */
export const run: Run = async ({ context, args, options }) => {
  const outputs = outputsAsked(options);
  const top = topOf(options.top);
  const when = whenOf(options);
  const asked = options.period as string | undefined;
  const period = asked === undefined ? undefined : parsePeriod(asked);
  if (asked !== undefined && !period)
    throw new UserError(fault('usage/period', { found: asked, option: '--period' }));
  const files = (options.from ?? []) as readonly string[];
  const mapping = options.mapping as string | undefined;
  if (mapping !== undefined && files.length === 0) throw new UserError(fault('contributions/mapping-alone'));
  if (files.length > 0 && options.among !== undefined)
    throw new UserError(fault('contributions/among-firms'));

  const shelf = openShelf(mapping);
  const { catalogue, config } = shelf.project;
  const indicator = indicatorOf(catalogue, args[0] ?? '');
  const group = options.among === undefined ? undefined : regionNamed(String(options.among), catalogue);
  // firms are the whole themselves, unless a region is named whose figures they are a part of
  const implied = group ? group.parent : files.length > 0 ? undefined : config.region;
  const named = (options.region as string | undefined) ?? implied;
  const region = named === undefined ? undefined : regionNamed(named, catalogue);
  const read = files.length > 0 ? await readFirms(files, shelf) : undefined;
  const parts = read?.firms ?? (group ? membersOf(catalogue, group) : partsOf(catalogue, region));

  const store = await storeOf(shelf.project);
  const within = { start: 0, end: Number.POSITIVE_INFINITY };
  // what a figure of a region may be the sum of is asked for, too
  const places = withParts(indicator, [...(read ? [] : parts), ...(region ? [region] : [])], catalogue);
  const requests = [indicator.id, `${indicator.id}.growth`].flatMap((id) =>
    [...places].map(({ code }) => ({ indicator: id, region: code, within })),
  );
  const stored = await store.read(requests, when.knownOn === undefined ? {} : { knownOn: when.knownOn });
  const series: ReadonlyMap<string, readonly Observation[]> = new Map([
    ...stored.series,
    ...(read?.series ?? []),
  ]);
  const readings = new Readings(new Visible(series, when.asOf ?? Number.POSITIVE_INFINITY), catalogue);
  // a group lies in a region of which nothing may be known: it is then the whole itself
  const known = region && hasFigures(readings, indicator, region.code);
  const whole = group && options.region === undefined && !known ? undefined : region;
  const question: Asked = {
    indicator,
    parts,
    ...(whole ? { whole: whole.code } : {}),
    comeAndGo: read !== undefined,
    ...(period ? { period } : {}),
  };
  const result = answer(question, readings, [...series.values()].flat());
  const names = { whole: whole?.name ?? group?.name ?? '', firms: read !== undefined };
  const document = contributionsDocument(result, names, top, when.knownOn, context.style.language);
  await show(document, outputs, context);
  const total = read && totalAmong(result);
  const remarks = [...(read?.remarks ?? []), ...(total ? [total] : []), ...readings.warnings.values()];
  for (const d of remarks.filter((r) => r.severity === 'warning'))
    context.remark(findingText(d, context.errorStyle));
  await reportFindings(stored.diagnostics, context);
  return stored.diagnostics.length > 0 ? 2 : 0;
};
