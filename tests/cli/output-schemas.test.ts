import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { project, ptrack, remove } from './scenario.ts';

const NAMES = ['donghu', 'linhai'];
const dirs = new Map<string, string>();
beforeAll(() => {
  for (const name of NAMES) dirs.set(name, project(name));
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
  ['findings-output', ['validate', '--format', 'json', '--fail-on', 'error']],
  ['ingest-output', ['ingest', 'data/exports/monthly-2024.csv', '--format', 'json'], 'linhai'],
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
])('%s fits what `ptrack %s` prints', (name, args, place = 'donghu') => {
  const schema = JSON.parse(readFileSync(new URL(`../../schema/${name}.v1.json`, import.meta.url), 'utf8'));
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
  const { out, err } = ptrack(args, dirs.get(place) ?? '');
  expect(err).toBe('');
  expect(validate(JSON.parse(out)) || validate.errors).toBe(true);
});
