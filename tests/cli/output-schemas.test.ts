import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { project, ptrack, remove } from './scenario.ts';

const NAMES = ['donghu', 'linhai', 'xihe'];
const dirs = new Map<string, string>();
beforeAll(() => {
  for (const name of NAMES) dirs.set(name, project(name));
  // its figures contradict each other here and there, which ingest remarks on
  ptrack(['ingest', 'data/exports/monthly-2024.csv'], dirs.get('linhai') ?? '');
  ptrack(['ingest', 'data/exports/figures.csv'], dirs.get('xihe') ?? '');
  const dir = dirs.get('donghu') ?? '';
  // one of its ceilings is at risk
  writeFileSync(
    join(dirs.get('xihe') ?? '', 'targets/scoring.yaml'),
    'ptrack: scoring/v1\nid: regions\ntitle: 地区\nby: region\nperiod: year\nearn: { achieved: 1, on-track: 1, lagging: completion, missed: 0, no-data: 0 }\n',
  );
  const beside = (name: string, text: string) => writeFileSync(join(dir, 'data/mappings', name), text);
  beside('monthly.sample.csv', '地区,指标,时期,单位,数值\n东湖市,工业产值,2024年,亿元,2\n注：\n');
  beside(
    'monthly.expected.csv',
    'indicator,region,from,to,value,unit,status,published,cell\noutput,C,2024-01,2024-12,1,亿元,,,R2C5\n',
  );
  beside(
    'refused.yaml',
    readFileSync(join(dir, 'data/mappings/monthly.yaml'), 'utf8').replace('monthly', 'x'),
  );
  beside('refused.sample.csv', '地区,指标,时期,单位,数值\n东湖市,产直,2024年,亿元,2\n注：\n');
});
afterAll(() => {
  for (const dir of dirs.values()) remove(dir);
});

// in this order: what is checked has first been taken in
it.each<[string, string[], string?]>([
  ['ingest-output', ['ingest', 'data/exports/monthly-2024.csv', '--format', 'json']],
  ['targets-output', ['targets', '--format', 'json']],
  ['verdicts-output', ['check', '--format', 'json']],
  ['verdicts-output', ['explain', 'land', '--format', 'json']],
  ['mappings-test-output', ['mappings', 'test', '-q', '--format', 'json']],
  ['log-output', ['log', '--format', 'json']],
  ['vintages-output', ['vintages', 'land', '--format', 'json']],
  ['undo-output', ['undo', 'monthly-2024', '--dry-run', '--format', 'json']],
  ['findings-output', ['validate', '--format', 'json', '--fail-on', 'error']],
  ['verdicts-output', ['check', '-q', '--format', 'json'], 'xihe'],
  ['cascade-output', ['cascade', 'city-2024/land', '--format', 'json'], 'linhai'],
  ['cascade-output', ['cascade', 'city-2024/output.growth', '--format', 'json'], 'linhai'],
  ['contributions-output', ['contributions', 'output', '--region', '临海市', '--format', 'json'], 'linhai'],
  [
    'contributions-output',
    ['contributions', 'output', '--from', 'data/firms/firms-2024-05.csv', '--top', '2', '--format', 'json'],
    'linhai',
  ],
  ['scores-output', ['score', 'quarterly', '-q', '--format', 'json'], 'linhai'],
  ['scores-output', ['score', 'districts', '-q', '--format', 'json'], 'linhai'],
  ['scores-output', ['score', 'regions', '-q', '--format', 'json'], 'xihe'],
])('%s fits what `ptrack %s` prints', (name, args, place = 'donghu') => {
  const schema = JSON.parse(readFileSync(new URL(`../../schema/${name}.v1.json`, import.meta.url), 'utf8'));
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
  const { out, err } = ptrack(args, dirs.get(place) ?? '');
  expect(err).toBe('');
  expect(validate(JSON.parse(out)) || validate.errors).toBe(true);
});
