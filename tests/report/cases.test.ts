import { expect, it } from 'vitest';
import { fault, finding } from '../../src/model/diagnostic.ts';
import { checkDocument } from '../../src/report/documents/check.ts';
import { validateDocument } from '../../src/report/documents/validate.ts';
import { check } from '../checker/helpers.ts';

it('a verdict is a case: bad, well, or not to be told yet', async () => {
  const targets = [
    '{ id: late, indicator: output, at_least: 100 亿元 }',
    '{ id: well, indicator: output, at_least: 1 亿元 }',
    '{ id: none, indicator: land, at_least: 1 亩 }',
  ];
  const plan = check(`targets: [ ${targets.join(', ')} ]`, { data: 'output 2024-S1 5', asOf: '2024-06' });
  const document = checkDocument(
    {
      plans: [plan],
      warnings: [],
      knownOn: undefined,
      shown: (verdicts) => [...verdicts],
      byPlan: true,
      needed: false,
      all: true,
      locate: async (places) =>
        places.map(({ file = '', pointer = '' }) => ({ file, line: pointer.length, column: 1 })),
    },
    'en',
  );
  const cases = await document.cases?.();
  expect(cases?.map(({ name, code, severity, skipped }) => [name, code, severity, skipped])).toEqual([
    ['plan/late', 'lagging', 'warning', undefined],
    ['plan/well', 'achieved', undefined, undefined],
    ['plan/none', 'no-data', undefined, true],
  ]);
  expect(cases?.[0]).toMatchObject({
    group: 'plan',
    message: 'lagging: worse than expected by now',
    line: '/targets/0'.length,
    column: 1,
  });
});

it('a finding is a case of its file, and so is a file without one', async () => {
  const document = validateDocument(
    {
      findings: [
        { finding: fault('usage/two-outputs', {}, { file: 'a.yaml' }), line: 3, column: 5 },
        { finding: finding('info', 'usage/excess', { names: ['a'] }) },
      ],
      quiet: true,
      files: ['a.yaml', 'b.yaml'],
      remarks: { lines: [] },
    },
    'en',
  );
  expect(await document.cases?.()).toEqual([
    {
      group: 'a.yaml',
      name: 'a.yaml:3:5',
      code: 'usage/two-outputs',
      severity: 'error',
      message: expect.stringContaining('two formats'),
      file: 'a.yaml',
      line: 3,
      column: 5,
    },
    { group: '', name: '', code: 'usage/excess', severity: 'info', message: 'too many arguments: a' },
    { group: 'b.yaml', name: 'b.yaml', code: 'clean', message: '', file: 'b.yaml' },
  ]);
});
