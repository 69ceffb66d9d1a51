// Times the built program as a whole process, beside `node -e 0` and ajv-cli in the same run: `npm run bench -- startup`.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, program, root, runNode } from './measure.js';

const ajv = join(root, 'bench/node_modules/ajv-cli/dist/index.js');
const RUNS = Number(process.env.RUNS ?? 15);

const time = (args) => runNode(args).ms;

/** Two commands in turn, A B A B …, so that the ratio holds while the machine's speed drifts. */
function pair(a, b, runs) {
  time(a);
  time(b);
  const times = Array.from({ length: runs }, () => [time(a), time(b)]);
  return {
    a: median(times.map(([x]) => x)),
    b: median(times.map(([, y]) => y)),
    ratio: median(times.map(([x, y]) => x / y)),
  };
}

const show = (name, { a, b, ratio }, other, goal) =>
  console.log(
    `${name.padEnd(34)} ${a.toFixed(0).padStart(6)} ms  ${other} ${b.toFixed(0).padStart(6)} ms  ratio ${ratio.toFixed(2)}  (goal ≤ ${goal})`,
  );

/** A project of so many targets in so many files, like the plans of offices. */
function generate(dir, files, each) {
  mkdirSync(join(dir, 'targets'), { recursive: true });
  const lines = [];
  for (let i = 0; i < 50; i++)
    lines.push(`  - { id: indicator-${i}, name: 指标${i}, kind: flow, unit: 亿元, growth: true }`);
  writeFileSync(
    join(dir, 'targets/indicators.yaml'),
    `ptrack: indicators/v1\nindicators:\n${lines.join('\n')}\n`,
  );
  writeFileSync(
    join(dir, 'targets/regions.yaml'),
    'ptrack: regions/v1\nregions:\n  - { code: R, name: 某市 }\n',
  );
  writeFileSync(
    join(dir, 'targets/units.yaml'),
    'ptrack: organisations/v1\norganisations:\n  - { name: 某局, region: 某市 }\n',
  );
  const plans = [];
  for (let f = 0; f < files; f++) {
    const out = [
      `ptrack: plan/v1`,
      `id: plan-${f}`,
      `title: 方案${f}`,
      'region: 某市',
      `window: 2024`,
      'goals:',
    ];
    for (let g = 0; g < each / 10; g++) {
      out.push(
        `  - id: goal-${g}`,
        `    locator: 二(${g})`,
        `    title: 任务${g}`,
        '    lead: [某局, 等]',
        '    targets:',
      );
      for (let t = 0; t < 10; t++) {
        const n = (f + g * 10 + t) % 50;
        out.push(
          t % 2 === 0
            ? `      - { id: target-${g}-${t}, indicator: indicator-${n}, at_least: ${100 + n} 亿元, commitment: strive }`
            : `      - { id: target-${g}-${t}, indicator: indicator-${n}.growth, about: 6.5 %, stretch: { at_least: 7 % } }`,
        );
      }
    }
    const file = join(dir, 'targets', `plan-${f}.yaml`);
    writeFileSync(file, `${out.join('\n')}\n`);
    plans.push(file);
  }
  return plans;
}

const nothing = ['-e', '0'];
console.log(`node ${process.version}, ${RUNS} runs each, medians`);
show('ptrack --version', pair([program, '--version'], nothing, RUNS), 'node -e 0', '1.3');
show(
  'ptrack validate (targets/, data/)',
  pair([program, 'validate', '-q'], nothing, RUNS),
  'node -e 0',
  '2.1',
);
show('ptrack check (all plans and data)', pair([program, 'check', '-q'], nothing, RUNS), 'node -e 0', '3.0');

if (existsSync(ajv)) {
  const dir = mkdtempSync(join(tmpdir(), 'ptrack-bench-'));
  try {
    const plans = generate(dir, 200, 50);
    const ours = [program, 'validate', '-q', '-C', dir];
    const theirs = [
      ajv,
      'validate',
      '--strict=false',
      '--all-errors',
      '-s',
      join(root, 'schema/plan.v1.json'),
      ...plans.flatMap((p) => ['-d', p]),
    ];
    show(
      'ptrack validate (10,000 targets)',
      pair(ours, theirs, Math.max(3, Math.round(RUNS / 3))),
      'ajv-cli  ',
      '1.0',
    );
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
} else {
  console.log('ptrack validate (10,000 targets)   not run: npm ci --prefix bench brings ajv-cli');
}
