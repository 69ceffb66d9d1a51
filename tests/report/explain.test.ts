import { expect, it } from 'vitest';
import { explainDocument } from '../../src/report/documents/explain.ts';
import { text } from '../../src/report/formats/text.ts';
import { judge, planOf, worldWith } from '../checker/helpers.ts';

it('what several figures are made of is shown once, however many ways lead to it', () => {
  const levels = 40;
  const entries = [
    '- { id: top, name: 上, kind: flow, unit: 亿元 }',
    '- { id: bottom, name: 下, kind: flow, unit: 亿元 }',
  ];
  for (let n = 0; n < levels; n++) {
    const [above, below] = n === 0 ? ['top', 'bottom'] : [`x${n - 1}`, `y${n - 1}`];
    entries.push(
      `- { id: x${n}, name: 甲${n}, kind: ratio, unit: 倍, numerator: ${above}, denominator: ${below} }`,
      `- { id: y${n}, name: 乙${n}, kind: ratio, unit: 倍, numerator: ${below}, denominator: ${above} }`,
    );
  }
  const world = worldWith(entries.join('\n'));
  const target = `indicator: x${levels - 1}, at_least: 1 倍`;
  const verdict = judge(target, 'top 2024-S1 2; bottom 2024-S1 2', '2024-06', { catalogue: world });
  const plan = planOf(`targets: [ { ${target} } ]`, world);
  const document = explainDocument(verdict, plan, { plans: [], warnings: [], knownOn: undefined }, 'en');
  const lines = [...text(document, { language: 'en', width: 200, paint: (t) => t })];
  expect(lines.join('')).toContain('(as above)');
  expect(lines.length).toBeLessThan(6 * levels + 40);
});
