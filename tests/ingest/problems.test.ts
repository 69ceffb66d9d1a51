import { describe, expect, it } from 'vitest';
import { Problems, problem } from '../../src/ingest/problems.ts';

const place = () => ({ line: 1, column: 1 });

describe('problems of cells', () => {
  it('are told once, with the first cell and how many more there are', () => {
    const problems = new Problems();
    for (const cell of ['R1C1', 'R2C1', 'R3C1'])
      problems.add(problem('ingest/period-unreadable', { label: 'x' }), cell, 'f.csv', place);
    expect(problems.list()).toMatchObject([
      { code: 'ingest/period-unreadable', file: 'f.csv', args: { cell: 'R1C1', count: 3, more: 2 } },
    ]);
  });
  it('that are alone have no more', () => {
    const problems = new Problems();
    problems.add(problem('ingest/period-unreadable', { label: 'y' }), 'R1C1', 'f.csv', place, 'warning');
    const [only] = problems.list();
    expect(only).toMatchObject({ severity: 'warning', args: { count: 1 } });
    expect(only?.args).not.toHaveProperty('more');
  });
  it('beyond fifty of a sort are counted, and long texts are cut', () => {
    const problems = new Problems();
    for (let i = 0; i < 60; i++)
      problems.add(
        problem('ingest/period-unreadable', { label: `${i}${'x'.repeat(500)}` }),
        `R${i}C1`,
        'f.csv',
        place,
      );
    const list = problems.list();
    expect(list).toHaveLength(51);
    expect(String(list[0]?.args.label)).toHaveLength(201);
    expect(list.at(-1)).toMatchObject({ code: 'ingest/more', file: 'f.csv', args: { cells: 10 } });
  });
});
