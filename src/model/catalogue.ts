import type { Indicator } from './indicator.ts';
import { addsUp } from './kinds.ts';
import { Names } from './names.ts';
import type { Organisation, Region } from './region.ts';
import { commensurable, type Unit, type Units } from './unit.ts';

/** Why a label names no series: nothing of that name, none of them in that unit, or several. */
export type LabelProblem =
  | { readonly fault: 'unknown'; readonly nearest?: string }
  | { readonly fault: 'unit'; readonly found: readonly Indicator[] }
  | { readonly fault: 'ambiguous'; readonly found: readonly Indicator[] };

/** Indicators, regions and organisations of a workspace, found by id, name or alias. */
export class Catalogue {
  readonly units: Units;
  readonly indicators = new Map<string, Indicator>();
  readonly regions = new Map<string, Region>();
  readonly organisations = new Map<string, Organisation>();
  readonly indicatorNames = new Names<Indicator>();
  readonly regionNames = new Names<Region>();
  readonly organisationNames = new Names<Organisation>();

  constructor(units: Units) {
    this.units = units;
  }

  /** Enters an indicator; a growth series is also found under its level's labels, told apart by unit. */
  addIndicator(indicator: Indicator, sharedLabels: readonly string[] = []): void {
    if (!this.indicators.has(indicator.id)) this.indicators.set(indicator.id, indicator);
    for (const name of [indicator.id, indicator.name, ...indicator.aliases, ...sharedLabels])
      this.indicatorNames.add(name, indicator);
  }

  addRegion(region: Region): void {
    if (!this.regions.has(region.code)) this.regions.set(region.code, region);
    for (const name of [region.code, region.name, ...region.aliases]) this.regionNames.add(name, region);
  }

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

  /** The region of that name. */
  region(name: string): Region | undefined {
    return this.regionNames.get(name);
  }

  /** The region and the regions it lies in, innermost first. */
  regionChain(region: Region): Region[] {
    const chain = new Set<Region>();
    for (
      let r: Region | undefined = region;
      r && !chain.has(r);
      r = r.parent ? this.region(r.parent) : undefined
    )
      chain.add(r);
    return [...chain];
  }

  /** The member regions of a group, or the region itself. */
  membersOf(region: Region): Region[] {
    if (!region.members) return [region];
    return region.members.map((m) => this.region(m)).filter((r) => r !== undefined);
  }

  /** The regions that make a region up, as its `parts` say, a group standing for its members; undefined: not said. */
  partsOf(region: Region): Region[] | undefined {
    return region.parts?.flatMap((name) => {
      const part = this.region(name);
      return part ? this.membersOf(part) : [];
    });
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
   * The regions whose figures add up to a region's (合计): the members of a group; of another region its `parts`, where the
   * indicator may be derived so. None: nothing can be added up.
   */
  addendsOf(indicator: Indicator, region: string): readonly Region[] {
    if (!addsUp(indicator)) return [];
    const own = this.regions.get(region);
    if (own?.members) return this.allOf(own);
    if (!own?.parts || indicator.derivation?.from !== 'regions') return [];
    return own.parts.every((name) => this.region(name)) ? (this.partsOf(own) ?? []) : [];
  }

  /** The members of a group, where every one of them is known: what is ranked or added up must be complete. */
  allOf(group: Region): readonly Region[] {
    const found = this.membersOf(group);
    return found.length === group.members?.length ? found : [];
  }

  /**
   * The organisation of that name as a plan of that region means it: of several the one of the nearest region
   * above, then one of no region. An organisation of another region is not meant.
   */
  organisation(name: string, region: Region | undefined): Organisation | undefined {
    const chain = region ? this.regionChain(region) : [];
    const place = (o: Organisation): number => {
      const own = o.region === undefined ? undefined : this.region(o.region);
      return own === undefined ? chain.length : chain.indexOf(own);
    };
    let best: Organisation | undefined;
    for (const o of this.organisationNames.all(name))
      if (place(o) >= 0 && (!best || place(o) < place(best))) best = o;
    return best;
  }
}
