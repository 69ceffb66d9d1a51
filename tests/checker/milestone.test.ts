import { describe, expect, it } from 'vitest';
import { check, said } from './helpers.ts';

const verdict = (due: string, reports: string, asOf: string, today = '2000-01-01') => {
  const { verdicts } = check(`milestones: [ { id: m, title: 建成, due: ${due} } ]`, { reports, asOf, today });
  const [v] = verdicts;
  if (!v) throw new Error('no verdict');
  return v;
};
const r = (text: string): string => `{ milestone: plan/m, ${text} }`;

describe('a milestone (METHOD §4)', () => {
  it.each([
    ['done on time', '2024-06', r('done: 2024-05-20, on: 2024-06-01'), '2024-06', 'achieved'],
    ['done on the very day', '2024-06', r('done: 2024-06-30'), '2024-06', 'achieved'],
    ['done a day late', '2024-06', r('done: 2024-07-01'), '2024-07', 'missed late'],
    [
      'done on time and reported late: the date it was done counts',
      '2024-06',
      r('done: 2024-06-30, on: 2024-09-01'),
      '2024-09',
      'achieved',
    ],
    ['a due date within a month', '2024-06-15', r('done: 2024-06-16'), '2024-06', 'missed late'],
    ['done early', '2024-06', r('done: 2024-02-01'), '2024-02', 'achieved'],
    ['not yet, before the date', '2024-06', r('done: not yet, on: 2024-05-31'), '2024-05', 'on-track'],
    ['not yet, without a date of the report', '2024-06', r('done: not yet'), '2024-05', 'on-track'],
    ['not yet, after the date', '2024-06', r('done: not yet, on: 2024-07-01'), '2024-07', 'missed'],
    [
      'not yet on the very day, and nothing since',
      '2024-06',
      r('done: not yet, on: 2024-06-30'),
      '2024-07',
      'no-data (not-done-then)',
    ],
    ['no report before the date', '2024-06', '', '2024-05', 'not-due'],
    ['no report by the date', '2024-06', '', '2024-06', 'no-data (no-report)'],
    ['no report within the month of the date', '2024-06-15', '', '2024-06', 'no-data (no-report)'],
    [
      'another milestone’s report',
      '2024-06',
      '{ milestone: plan/n, done: 2024-05-01 }',
      '2024-05',
      'not-due',
    ],
    ['done after as-of is not seen', '2024-12', r('done: 2024-06-01'), '2024-05', 'not-due'],
    [
      'done by as-of counts whenever it was reported',
      '2024-12',
      r('done: 2024-05-01, on: 2024-08-01'),
      '2024-05',
      'achieved',
    ],
    [
      'not yet reported after as-of is not seen',
      '2024-06',
      r('done: not yet, on: 2024-08-01'),
      '2024-07',
      'no-data (no-report)',
    ],
    [
      'the latest report counts',
      '2024-06',
      `${r('done: not yet, on: 2024-04-01')}, ${r('done: 2024-05-01, on: 2024-05-02')}`,
      '2024-05',
      'achieved',
    ],
    [
      'the latest report counts, in any order',
      '2024-06',
      `${r('done: 2024-05-01, on: 2024-05-02')}, ${r('done: not yet, on: 2024-04-01')}`,
      '2024-05',
      'achieved',
    ],
    [
      'of two of one day the later in the file',
      '2024-06',
      `${r('done: not yet, on: 2024-04-01')}, ${r('done: 2024-04-01, on: 2024-04-01')}`,
      '2024-05',
      'achieved',
    ],
    [
      'a report withdrawn by a later one',
      '2024-06',
      `${r('done: 2024-05-01, on: 2024-05-02')}, ${r('done: not yet, on: 2024-05-20')}`,
      '2024-05',
      'on-track',
    ],
  ])('%s', (_, due, reports, asOf, expected) => expect(said(verdict(due, reports, asOf))).toBe(expected));

  it.each([
    ['no report', '', 'no-data overdue (no-report)'],
    ['missed, so no longer overdue', r('done: not yet, on: 2024-07-02'), 'missed'],
    ['done, so not overdue', r('done: 2024-06-01'), 'achieved'],
  ])('overdue when due before today: %s', (_, reports, expected) =>
    expect(said(verdict('2024-06', reports, '2024-07', '2024-08-01'))).toBe(expected),
  );

  it('gives the dates and the evidence', () => {
    const v = verdict('2024-06', r('done: 2024-05-20, evidence: 验收报告'), '2024-06');
    expect(v.reason).toEqual({
      code: 'done',
      args: { done: '2024-05-20', due: '2024-06-30', evidence: '验收报告' },
    });
  });
});
