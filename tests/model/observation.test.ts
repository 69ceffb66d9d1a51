import { describe, expect, it } from 'vitest';
import { readBound, seriesKey } from '../../src/model/observation.ts';

describe('a published value and what it proves', () => {
  it.each([
    ['a number', '4800', '4800', undefined],
    ['a decimal', '-0.50', '-0.50', undefined],
    ['a plus sign is dropped', '+3.1', '3.1', undefined],
    ['more than', '>4800', '4800', '>'],
    ['at least', '>=4800', '4800', '>='],
    ['at least in one sign', '≥4800', '4800', '>='],
    ['less than', '<1000', '1000', '<'],
    ['at most', '<=1000', '1000', '<='],
    ['at most in one sign', '≤-2', '-2', '<='],
    ['about', '≈30', '30', '≈'],
  ])('%s: %s', (_, text, number, bound) =>
    expect(readBound(text)).toEqual({ number, ...(bound ? { bound } : {}) }),
  );
  it.each(['', '多', '4800多', '> 4800', '1,200', '.5', '5.', '=>3', '3%'])('is neither: %j', (text) =>
    expect(readBound(text)).toBeUndefined(),
  );
});

it('a series is keyed by indicator and region, told apart', () => {
  expect(seriesKey('a', 'bc')).not.toBe(seriesKey('ab', 'c'));
});
