import type { Catalogue, Era } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Observation } from '../../model/observation.ts';
import type { Period } from '../../model/period.ts';
import type { Figure } from '../../model/verdict.ts';

/** The figures of a group at one span, and the place of each; made once however many regions ask for theirs. */
export interface Standing {
  readonly figures: readonly Figure[];
  /** What they all rest on. */
  readonly sources: readonly Observation[];
  /** Region code → place, 1 the best; ties share the better place (1, 2, 2, 4). */
  readonly places: ReadonlyMap<string, number>;
}

/** What a derivation asks the readings for: the figures it rests on, and what makes up a region or a group. */
export interface Lookup {
  readonly catalogue: Catalogue;
  /** The figure of exactly that span, observed or derived. */
  readonly at: (indicator: Indicator, region: string, span: Period) => Figure | undefined;
  /** The latest figure in a window that starts where it starts; of a moment, the latest inside it. */
  readonly latest: (indicator: Indicator, region: string, window: Period) => Figure | undefined;
  /** How the members of a group stand at a span; undefined where one of them has no exact figure. */
  readonly standing: (of: Indicator, group: string, span: Period) => Standing | undefined;
  /** The month that brings a break in a series, or in one it rests on, after one month and not after another. */
  readonly breakBetween: (
    indicator: Indicator,
    region: string,
    after: number,
    until: number,
  ) => number | undefined;
  /** The codes of a group's members; of one region, its own. */
  readonly members: (group: string) => readonly string[];
  /** The regions whose figures make up a region's, and in which spans, the latest first; none where nothing allows it. */
  readonly erasOf: (indicator: Indicator, region: string) => readonly Era[];
  /** The codes of those regions, for some span or a given one. */
  readonly addendsOf: (indicator: Indicator, region: string, span?: Period) => readonly string[];
  readonly nameOf: (region: string) => string;
}
