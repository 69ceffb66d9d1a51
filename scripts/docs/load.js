import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

export const source = (path) => readFileSync(join(root, path), 'utf8');

/** What the pages take from the program itself. */
const ENTRY = `
export { COMMANDS } from './src/cli/commands.ts';
export { BASIS_WORDS } from './src/ingest/mapping/pattern.ts';
export { readPeriodLabel } from './src/model/label.ts';
export { formatPeriod } from './src/model/period.ts';
export { RULES } from './src/rules/index.ts';
export { HELP } from './src/wording/commands.ts';
export { FINDINGS } from './src/wording/findings.ts';
export { fill } from './src/wording/message.ts';
export { MARK, STATUS } from './src/wording/verdicts.ts';
`;

/** The TypeScript sources, bundled and loaded. */
export async function load() {
  const dir = mkdtempSync(join(tmpdir(), 'ptrack-docs-'));
  try {
    const outfile = join(dir, 'program.cjs');
    await build({
      stdin: { contents: ENTRY, resolveDir: root, loader: 'ts' },
      outfile,
      bundle: true,
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      logLevel: 'warning',
    });
    return createRequire(import.meta.url)(outfile);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The JSON Schemas: those of files, which have a key `ptrack`, or those of the output, which have none. */
export const schemas = (ofFiles) =>
  readdirSync(join(root, 'schema'))
    .sort()
    .map((name) => ({ name, schema: JSON.parse(source(`schema/${name}`)) }))
    .filter(({ schema }) => (schema.properties?.ptrack !== undefined) === ofFiles);
