import { expect, it } from 'vitest';
import { grid } from '../../src/report/grid.ts';

it('lays out more rows than a call takes arguments', () => {
  const rows = Array.from({ length: 130_000 }, () => ['']);
  expect(grid([{ head: 'h', min: 1 }], rows, 80).split('\n')).toHaveLength(rows.length + 1);
});
