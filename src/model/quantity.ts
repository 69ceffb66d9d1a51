import { type Decimal, decimal, decimalsOf } from './decimal.ts';
import type { Unit, Units } from './unit.ts';

/** A figure with its unit, keeping the decimals it was written with. */
export interface Quantity {
  readonly value: Decimal;
  readonly decimals: number;
  readonly unit: Unit;
}

/** Why a quantity could not be read. */
export type QuantityFault =
  | { readonly fault: 'not-a-number' }
  | { readonly fault: 'unknown-unit'; readonly unit: string };

const NUMBER = '[-+−]?(?:\\d{1,3}(?:,\\d{3}){1,8}|\\d{1,25})(?:\\.\\d{1,25})?(?!\\d)';
const ONE_FIGURE = new RegExp(`^(${NUMBER})\\s*(.*)$`);
const TWO_FIGURES = new RegExp(`^(${NUMBER})\\s*\\.\\.\\s*(${NUMBER})\\s*(.*)$`);

const figure = (text: string): { value: Decimal; decimals: number } => {
  const clean = text.replace(/,/g, '').replace('−', '-').replace(/^\+/, '');
  return { value: decimal(clean), decimals: decimalsOf(clean) };
};

/** Quantities by project and text: plans write the same few figures over and over. */
const known = new WeakMap<Units, Map<string, Quantity | QuantityFault>>();

/** Reads `8500 家`, `6.5 %`, `1,200 万元`; a bare number has the unit of a pure number. */
export function parseQuantity(text: string, units: Units): Quantity | QuantityFault {
  let of = known.get(units);
  if (!of) {
    of = new Map();
    known.set(units, of);
  }
  let found = of.get(text);
  if (!found) {
    found = readQuantity(text, units);
    of.set(text, found);
  }
  return found;
}

function readQuantity(text: string, units: Units): Quantity | QuantityFault {
  const m = ONE_FIGURE.exec(text.normalize('NFKC').trim());
  if (!m?.[1]) return { fault: 'not-a-number' };
  const written = m[2] ?? '';
  const unit = units.parse(written);
  if (!unit) return { fault: 'unknown-unit', unit: written };
  return { ...figure(m[1]), unit };
}

/** Reads `3..5 百分点` as its two ends, in the order written. */
export function parseRange(text: string, units: Units): readonly [Quantity, Quantity] | QuantityFault {
  const m = TWO_FIGURES.exec(text.normalize('NFKC').trim());
  if (!m?.[1] || !m[2]) return { fault: 'not-a-number' };
  const written = m[3] ?? '';
  const unit = units.parse(written);
  if (!unit) return { fault: 'unknown-unit', unit: written };
  return [
    { ...figure(m[1]), unit },
    { ...figure(m[2]), unit },
  ];
}

/** A quantity as text, with the decimals it was written with: `6.5 %`. */
export const formatQuantity = (q: Quantity): string => `${q.value.toFixed(q.decimals)} ${q.unit.text}`.trim();
