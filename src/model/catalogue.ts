import type { Indicator } from './indicator.ts';
import { addsUp } from './kinds.ts';
import { fold, Names } from './names.ts';
import { contains, monthPeriod, type Period } from './period.ts';
import { existsIn, type Organisation, type Region } from './region.ts';
import { commensurable, type Unit, type Units } from './unit.ts';

/** Why a label names no series: nothing of that name, none of them in that unit, or several. */
export type LabelProblem =
  | { readonly fault: 'unknown'; readonly nearest?: string }
  | { readonly fault: 'unit'; readonly found: readonly Indicator[] }
  | { readonly fault: 'ambiguous'; readonly found: readonly Indicator[] };

/** Why a name means no one thing: nothing is called so, or several things are that nothing tells apart. */
export type NameProblem<T> =
  | { readonly fault: 'unknown'; readonly nearest?: string }
  | { readonly fault: 'ambiguous'; readonly found: readonly T[] };

/** Longer names are not taken apart into a region and what lies in it. */
const LONGEST_QUALIFIED = 100;

/** The spans in which the figures of some regions make up another's (时段). */
export interface Era {
  readonly regions: readonly Region[];
  readonly within: Period;
}

const ALWAYS: Period = { start: 0, end: Number.POSITIVE_INFINITY };

const noLinks = () => ({
  members: new Map<Region, Region[]>(),
  parts: new Map<Region, Region[]>(),
  successors: new Map<Region, Region[]>(),
});

/** Indicators, regions and organisations of a workspace, found by id, name or alias. */
export class Catalogue {
  readonly units: Units;
  /** The project's own region (ptrack.yaml): a name that several regions share means the one in it, where nothing nearer says which. */
  home?: Region;
  readonly indicators = new Map<string, Indicator>();
  readonly regions = new Map<string, Region>();
  readonly organisations = new Map<string, Organisation>();
  readonly indicatorNames = new Names<Indicator>();
  readonly regionNames = new Names<Region>();
  readonly organisationNames = new Names<Organisation>();
  // what the names in regions mean is looked up once, when all are entered
  #parents = new Map<Region, Region | undefined>();
  #links = noLinks();
  #predecessors: Map<Region, readonly Region[]> | undefined;
  /** Whether some region has not always existed: what a name means can then hang on the time. */
  dated = false;

  constructor(units: Units) {
    this.units = units;
  }

  /** Enters an indicator; a growth series is also found under its level's labels, told apart by unit. */
  addIndicator(indicator: Indicator, sharedLabels: readonly string[] = []): void {
    if (!this.indicators.has(indicator.id)) this.indicators.set(indicator.id, indicator);
    for (const name of [indicator.id, indicator.name, ...indicator.aliases, ...sharedLabels])
      this.indicatorNames.add(name, indicator);
  }

  /** Enters a region; of two with one code, which is a fault, the first keeps it. */
  addRegion(region: Region): void {
    const { code, official, name, aliases } = region;
    this.#parents = new Map();
    this.#links = noLinks();
    this.#predecessors = undefined;
    this.dated ||= region.from !== undefined || region.until !== undefined;
    if (this.regions.has(code)) this.regionNames.add(name, region);
    else {
      this.regions.set(code, region);
      for (const n of [code, ...(official === undefined ? [] : [official]), name, ...aliases])
        this.regionNames.add(n, region);
    }
  }

  /** Enters an organisation; of two with one id, which is a fault, the first keeps it. */
  addOrganisation(organisation: Organisation): void {
    if (!this.organisations.has(organisation.id)) this.organisations.set(organisation.id, organisation);
    for (const name of [organisation.id, organisation.name, ...organisation.aliases])
      this.organisationNames.add(name, organisation);
  }

  /** The series a published label means, told by name and unit; an id means one, and the unit has to fit. */
  series(label: string, unit: Unit | undefined): Indicator | LabelProblem {
    const byId = this.indicators.get(label);
    const found = byId ? [byId] : this.indicatorNames.all(label);
    if (found.length === 0) {
      const near = this.indicatorNames.nearest(label);
      return near === undefined ? { fault: 'unknown' } : { fault: 'unknown', nearest: near };
    }
    const fitting = unit ? found.filter((i) => commensurable(i.unit, unit)) : found;
    if (fitting.length === 0) return { fault: 'unit', found };
    return fitting.length === 1 && fitting[0] ? fitting[0] : { fault: 'ambiguous', found: fitting };
  }

  /**
   * The region a name means (地区名称): its code; else its name or an alias, also behind the names of regions it lies in
   * (福州市鼓楼区, 福州市/鼓楼区). Of several, those that existed at the end of the figure's span, or without a span those that
   * exist still; of those the one inside the region it is named from, or inside the nearest region around that. One that was
   * only renamed by then is meant under its new name.
   */
  findRegion(
    name: string,
    { within = this.home, at }: { readonly within?: Region | undefined; readonly at?: Period } = {},
  ): Region | NameProblem<Region> {
    const called = this.#called(name, at);
    const found = called.length > 1 && within ? this.#nearestTo(within, called) : called;
    if (found.length === 1 && found[0]) return at ? this.#renamedBy(found[0], at.end) : found[0];
    if (found.length > 1) return { fault: 'ambiguous', found };
    const nearest = this.regionNames.nearest(name);
    return nearest === undefined ? { fault: 'unknown' } : { fault: 'unknown', nearest };
  }

  /** The regions of a name that existed in a span, or exist still; where none did, all of that name. */
  #called(name: string, at?: Period): readonly Region[] {
    const called = this.regionNames.all(name);
    const all = called.length > 0 ? called : this.#qualified(name);
    if (all.length < 2) return all;
    const there = all.filter((r) => (at ? existsIn(r, monthPeriod(at.end)) : r.until === undefined));
    return there.length > 0 ? there : all;
  }

  /** What a region is called in a month, where it has only changed its name or code since (更名). */
  #renamedBy(region: Region, month: number): Region {
    const seen = new Set<Region>();
    let now = region;
    while (now.until !== undefined && now.until < month && !seen.has(now)) {
      seen.add(now);
      const [next, ...others] = this.successorsOf(now);
      if (!next || others.length > 0 || this.predecessorsOf(next).length > 1) break;
      now = next;
    }
    return now;
  }

  /** What a region became, as far as each name means one (后续地区). */
  successorsOf(region: Region): readonly Region[] {
    return this.#named(region, 'successors');
  }

  /** What a region was made of: the regions that name it among their successors. */
  predecessorsOf(region: Region): readonly Region[] {
    if (!this.#predecessors) {
      this.#predecessors = new Map();
      for (const r of this.regions.values())
        for (const next of this.successorsOf(r))
          this.#predecessors.set(next, [...(this.#predecessors.get(next) ?? []), r]);
    }
    return this.#predecessors.get(region) ?? [];
  }

  /** Of several regions those inside a region, or inside the nearest one around it that has any; else all of them. */
  #nearestTo(place: Region, regions: readonly Region[]): readonly Region[] {
    for (const scope of this.regionChain(place)) {
      const inside = regions.filter((r) => this.liesIn(r, scope));
      if (inside.length > 0) return inside;
    }
    return regions;
  }

  /** The regions called by the last part of a name that lie in one called by the part before. */
  #qualified(name: string): readonly Region[] {
    const key = fold(name).replaceAll('/', '');
    if (key.length > LONGEST_QUALIFIED) return [];
    const found = new Set<Region>();
    for (let i = 1; i < key.length; i++) {
      const inner = this.regionNames.all(key.slice(i));
      if (inner.length === 0) continue;
      const above = key.slice(0, i);
      const outer = this.regionNames.all(above);
      for (const whole of outer.length > 0 ? outer : this.#qualified(above))
        for (const r of inner) if (r !== whole && this.liesIn(r, whole)) found.add(r);
    }
    return [...found];
  }

  /** The region a name means, where it means one for certain (`findRegion`). */
  region(name: string, within?: Region): Region | undefined {
    const found = this.findRegion(name, { within: within ?? this.home });
    return 'fault' in found ? undefined : found;
  }

  /** The region that a region's `parent` means; undefined where it means none, or several. */
  #parentOf(region: Region): Region | undefined {
    if (region.parent === undefined) return undefined;
    if (!this.#parents.has(region)) {
      // one that is needed to tell what its own parent is has none
      this.#parents.set(region, undefined);
      const found = this.#called(region.parent);
      if (found.length === 1) this.#parents.set(region, found[0]);
    }
    return this.#parents.get(region);
  }

  /** The region and the regions it lies in, innermost first. */
  regionChain(region: Region): Region[] {
    const chain = new Set<Region>();
    for (let r: Region | undefined = region; r && !chain.has(r); r = this.#parentOf(r)) chain.add(r);
    return [...chain];
  }

  /** The regions that a region names under a key, as far as each name means one. */
  #named(region: Region, key: 'members' | 'parts' | 'successors'): Region[] {
    const linked = this.#links[key];
    let found = linked.get(region);
    if (!found) {
      // which region a name means cannot hang on itself
      linked.set(region, []);
      found = (region[key] ?? []).map((name) => this.region(name, region)).filter((r) => r !== undefined);
      linked.set(region, found);
    }
    return found;
  }

  /** The member regions of a group, or the region itself. */
  membersOf(region: Region): Region[] {
    if (!region.members) return [region];
    return this.#named(region, 'members');
  }

  /** The regions that make a region up, as its `parts` say, a group standing for its members; undefined: not said. */
  partsOf(region: Region): Region[] | undefined {
    return region.parts && this.#named(region, 'parts').flatMap((part) => this.membersOf(part));
  }

  /**
   * Whether a region is, lies in, or is a member of another: its parents say so, or the other's members or `parts`. A
   * group lies where all its members do.
   */
  liesIn(inner: Region, outer: Region): boolean {
    const places = [outer, ...this.membersOf(outer), ...(this.partsOf(outer) ?? [])];
    const lies = (r: Region): boolean => this.regionChain(r).some((above) => places.includes(above));
    const members = this.membersOf(inner);
    return lies(inner) || (members.length > 0 && members.every(lies));
  }

  /** Whether two regions hold something in common: one lies in the other, or a member of one does. */
  overlap(one: Region, other: Region): boolean {
    const reaches = (a: Region, b: Region): boolean => this.membersOf(a).some((m) => this.liesIn(m, b));
    return reaches(one, other) || reaches(other, one);
  }

  /**
   * The regions whose figures make up a region's (合计), the latest spans first: what it became, after its last month; the
   * members of a group, or its `parts` where the indicator may be derived so; what it was made of, before that.
   */
  erasOf(indicator: Indicator, code: string): readonly Era[] {
    const region = this.regions.get(code);
    if (!region) return [];
    const sums = addsUp(indicator);
    const eras: Era[] = [];
    const add = (regions: readonly Region[], start: number, end: number): void => {
      // of one alone a rate is the same, too
      if (regions.length === 1 || (sums && regions.length > 1))
        eras.push({ regions, within: { start, end } });
    };
    const { until } = region;
    const after = this.successorsOf(region);
    if (until !== undefined && after.every((r) => this.predecessorsOf(r).length === 1))
      add(after, until + 1, Number.POSITIVE_INFINITY);
    const makesUp = region.members
      ? this.allOf(region)
      : indicator.derivation?.from === 'regions'
        ? this.allPartsOf(region)
        : [];
    if (sums && makesUp.length > 0) eras.push({ regions: makesUp, within: ALWAYS });
    const before = this.predecessorsOf(region);
    if (before.every((r) => r.successors?.length === 1))
      add(before, 0, Math.min(...before.map((r) => r.until ?? 0)));
    return eras;
  }

  /** The regions whose figures make up a region's in some span, or in a given one; none where nothing does. */
  addendsOf(indicator: Indicator, code: string, span?: Period): readonly Region[] {
    return this.erasOf(indicator, code)
      .filter(({ within }) => !span || contains(within, span))
      .flatMap(({ regions }) => regions);
  }

  /** The regions that make a region up, where every one of them is known. */
  allPartsOf(region: Region): readonly Region[] {
    const named = this.#named(region, 'parts');
    const each = named.map((part) => (part.members ? this.allOf(part) : [part]));
    return named.length === region.parts?.length && each.every((e) => e.length > 0) ? each.flat() : [];
  }

  /** The members of a group, where every one of them is known: what is ranked or added up must be complete. */
  allOf(group: Region): readonly Region[] {
    const found = this.membersOf(group);
    return found.length === group.members?.length ? found : [];
  }

  /** Things a name can mean, as a message lists them: each by its code or id, with the region it lies in or belongs to. */
  listed(things: readonly (Region | Organisation)[]): string[] {
    return things.map((thing) => {
      const id = 'code' in thing ? thing.code : thing.id;
      const name = 'code' in thing ? thing.parent : thing.region;
      const above =
        'code' in thing ? this.#parentOf(thing) : name === undefined ? undefined : this.region(name);
      const where = above?.name ?? name;
      return where === undefined ? id : `${id} (${where})`;
    });
  }

  /**
   * The organisation a name means in a plan of a region (单位名称): of several the one of the nearest region above, then one
   * of no region. An organisation of another region is not meant.
   */
  findOrganisation(name: string, region: Region | undefined): Organisation | NameProblem<Organisation> {
    const chain = region ? this.regionChain(region) : [];
    const place = (o: Organisation): number => {
      const own = o.region === undefined ? undefined : this.region(o.region);
      return own === undefined ? chain.length : chain.indexOf(own);
    };
    const meant = this.organisationNames.all(name).filter((o) => place(o) >= 0);
    const first = Math.min(...meant.map(place));
    const found = meant.filter((o) => place(o) === first);
    // an id of its own is the way to name one of several
    const only =
      found.find((o) => o.id === name && o.id !== o.name) ?? (found.length === 1 ? found[0] : undefined);
    if (only) return only;
    if (found.length > 1) return { fault: 'ambiguous', found };
    const nearest = this.organisationNames.nearest(name);
    return nearest === undefined ? { fault: 'unknown' } : { fault: 'unknown', nearest };
  }
}
