import type { Better, OfKind } from './kinds.ts';
import type { Unit } from './unit.ts';

export type Frequency = 'monthly' | 'quarterly' | 'half-yearly' | 'yearly';

/** Months between two figures of a series. */
export const INTERVAL: Readonly<Record<Frequency, number>> = {
  monthly: 1,
  quarterly: 3,
  'half-yearly': 6,
  yearly: 12,
};

/** Months between the end of a span and its figure, unless the catalogue says otherwise. */
export const DEFAULT_LAG = 2;

/** What a series may be derived from where it is not published (docs/method.md §2). */
export type Derivation =
  /** growth from levels: x(span) ÷ x(same span a year before) − 1 */
  | { readonly from: 'levels'; readonly level: string }
  /** share or ratio: numerator ÷ denominator over the same span */
  | { readonly from: 'parts'; readonly numerator: string; readonly denominator: string }
  /** rank: the place of the region's figure in a group */
  | { readonly from: 'places'; readonly of: string; readonly among: string }
  /** gap: the region's figure less another region's */
  | { readonly from: 'difference'; readonly of: string; readonly against: string }
  /** flow or stock of a region: the sum over the regions that make it up */
  | { readonly from: 'regions' };

/** The indicators a derivation rests on, as they are named. */
export function restsOn(d: Derivation): readonly string[] {
  if (d.from === 'regions') return [];
  if (d.from === 'levels') return [d.level];
  return d.from === 'parts' ? [d.numerator, d.denominator] : [d.of];
}

/** One series of numbers for a region over time, in one unit (指标). */
export interface Indicator extends OfKind {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly unit: Unit;
  readonly better: Better;
  readonly frequency: Frequency;
  /** Months between the end of a span and its figure. */
  readonly lag: number;
  /** Month of the year (1 to 12) in which figures first appear, where they come in batches. */
  readonly released?: number;
  /** A flow whose running total can go down. */
  readonly canFall: boolean;
  /** Count nouns that count it; any where empty. */
  readonly nouns: readonly string[];
  /** The level this is the published growth of (ID.growth). */
  readonly growthOf?: string;
  readonly derivation?: Derivation;
  /** For a published rank or gap: what it is of, among which group or against which region. */
  readonly relation?: { readonly of: string; readonly place: string };
  /** Where it is declared. */
  readonly file: string;
  readonly pointer: string;
}
