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
    expect(fault('yaml/empty')).toEqual({ code: 'yaml/empty', severity: 'error', args: {} });
    expect(fault('usage/other', { problem: 'p' }, { file: 'f', line: 2 })).toEqual({
      code: 'usage/other',
      severity: 'error',
      args: { problem: 'p' },
      file: 'f',
      line: 2,
    });
  });
  it('are what a user can mend, thrown together', () => {
    const error = new UserError(fault('yaml/empty'), fault('yaml/encoding'));
    expect([error.message, error.diagnostics.length]).toEqual(['yaml/empty, yaml/encoding', 2]);
  });
});
