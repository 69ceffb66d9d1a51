import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { project, ptrack, remove } from './scenario.ts';

let dir = '';
beforeAll(() => {
  dir = project('donghu');
});
afterAll(() => remove(dir));

// in this order: what is checked has first been taken in
it.each([
  ['ingest-output', ['ingest', 'data/exports/monthly-2024.csv', '--format', 'json']],
  ['targets-output', ['targets', '--format', 'json']],
  ['verdicts-output', ['check', '--format', 'json']],
  ['verdicts-output', ['explain', 'land', '--format', 'json']],
  ['log-output', ['log', '--format', 'json']],
  ['vintages-output', ['vintages', 'land', '--format', 'json']],
  ['undo-output', ['undo', 'monthly-2024', '--dry-run', '--format', 'json']],
  ['findings-output', ['validate', '--format', 'json', '--fail-on', 'error']],
])('%s fits what `ptrack %s` prints', (name, args) => {
  const schema = JSON.parse(readFileSync(new URL(`../../schema/${name}.v1.json`, import.meta.url), 'utf8'));
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
  const { out, err } = ptrack(args, dir);
  expect(err).toBe('');
  expect(validate(JSON.parse(out)) || validate.errors).toBe(true);
});
