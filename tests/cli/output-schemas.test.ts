import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { project, ptrack, remove } from './scenario.ts';

let dirs: Readonly<Record<string, string>> = {};
beforeAll(() => {
  dirs = { donghu: project('donghu'), xihe: project('xihe') };
});
afterAll(() => Object.values(dirs).forEach(remove));

// in this order: what is checked has first been taken in
it.each([
  ['ingest-output', ['ingest', 'data/exports/monthly-2024.csv', '--format', 'json']],
  ['targets-output', ['targets', '--format', 'json']],
  ['verdicts-output', ['check', '--format', 'json']],
  ['verdicts-output', ['explain', 'land', '--format', 'json']],
  ['findings-output', ['validate', '--format', 'json', '--fail-on', 'error']],
  ['ingest-output', ['ingest', 'data/exports/figures.csv', '--format', 'json'], 'xihe'],
  ['verdicts-output', ['check', '--format', 'json'], 'xihe'],
] as [string, string[], string?][])('%s fits what `ptrack %s` prints', (name, args, from = 'donghu') => {
  const schema = JSON.parse(readFileSync(new URL(`../../schema/${name}.v1.json`, import.meta.url), 'utf8'));
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
  const { out, err } = ptrack(args, dirs[from] ?? '');
  expect(err).toBe('');
  expect(validate(JSON.parse(out)) || validate.errors).toBe(true);
});
