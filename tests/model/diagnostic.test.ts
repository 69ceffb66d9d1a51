import { describe, expect, it } from 'vitest';
import { atLeast, fault, type Severity, UserError } from '../../src/model/diagnostic.ts';

describe('severities', () => {
  it.each<[Severity, Severity, boolean]>([
    ['error', 'warning', true],
    ['warning', 'warning', true],
    ['info', 'warning', false],
    ['info', 'info', true],
    ['warning', 'error', false],
  ])('%s is at or above %s: %s', (a, b, expected) => expect(atLeast(a, b)).toBe(expected));
});

describe('findings', () => {
  it('are errors unless said', () => {
    expect(fault('x/y')).toEqual({ code: 'x/y', severity: 'error', args: {} });
    expect(fault('x/y', { n: 1 }, { file: 'f', line: 2 })).toEqual({
      code: 'x/y',
      severity: 'error',
      args: { n: 1 },
      file: 'f',
      line: 2,
    });
  });
  it('are what a user can mend, thrown together', () => {
    const error = new UserError(fault('a'), fault('b'));
    expect([error.message, error.diagnostics.length]).toEqual(['a, b', 2]);
  });
});
