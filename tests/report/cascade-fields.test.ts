import { expect, it } from 'vitest';
import type { Branch } from '../../src/model/cascade.ts';
import { BRANCH_FIELDS, hungOf } from '../../src/report/cascade-fields.ts';
import { recordOf } from '../../src/report/records.ts';
import { planOf, targetsOf } from '../checker/helpers.ts';

const [target] = targetsOf(planOf('targets: [ { id: t, indicator: output, at_least: 5 亿元 } ]'));

it('branches lie as deep as they may, each before its parts', () => {
  if (!target) throw new Error('no target');
  const leaf: Branch = { target, parts: [] };
  let root: Branch = { target, parts: [leaf, leaf] };
  for (let i = 0; i < 20_000; i++) root = { target, parts: [root, leaf] };
  const hung = hungOf({ root, asOf: 0, of: new Map(), findings: [], warnings: [] });
  const rows = hung.map((h) => recordOf(BRANCH_FIELDS, h));
  const depths = rows.map((r) => r.depth);
  expect([rows.length, depths[20_000], depths.at(-1)]).toEqual([40_003, 20_000, 1]);
  expect(depths.slice(20_000, 20_004)).toEqual([20_000, 20_001, 20_001, 20_000]);
  expect([rows[0]?.parent, rows[1]?.parent]).toEqual([null, 'plan/t']);
});
