import { describe, expect, it } from 'vitest';
import { band, within } from '../../src/checker/band.ts';
import { decimal } from '../../src/model/decimal.ts';

const ONE = decimal(1);
const floor = band(ONE, undefined);
const above = band(ONE, undefined, true);
const ceiling = band(undefined, ONE);
const below = band(undefined, ONE, true);

describe('what lies nearer to a limit than 5 × 10⁻¹³ is equal to it, as the last digits of a root can be', () => {
  it.each([
    ['just below a floor', '0.9999999999996', floor, true],
    ['farther below a floor', '0.9999999999994', floor, false],
    ['just above a limit that must be passed', '1.0000000000004', above, false],
    ['farther above a limit that must be passed', '1.0000000000006', above, true],
    ['just above a ceiling', '1.0000000000004', ceiling, true],
    ['farther above a ceiling', '1.0000000000006', ceiling, false],
    ['just below a limit that must not be reached', '0.9999999999996', below, false],
    ['farther below a limit that must not be reached', '0.9999999999994', below, true],
  ])('%s: %s', (_, value, set, met) => expect(within(decimal(value), undefined, set)).toBe(met));

  it('exactly half of the last digit away is no longer equal', () => {
    expect(within(decimal('0.9999999999995'), undefined, floor)).toBe(false);
  });

  it('at any size', () => {
    const million = band(decimal(1_000_000), undefined);
    expect(within(decimal('999999.9999999999996'), undefined, million)).toBe(true);
    expect(within(decimal('999999.999999999999'), undefined, million)).toBe(false);
  });
});
