// Compiles the validators and bundles the command line: `npm run build`, run by `npm ci` through `prepare`.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import Ajv from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');

/** The schemas of the files ptrack reads, as functions: nothing has to be compiled when it runs. */
function compileValidators() {
  // verbose keeps the schema beside each error, so that findings can name the keys that would be right
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    strict: false,
    inlineRefs: false,
    code: { source: true, esm: true },
  });
  const names = {};
  for (const file of readdirSync(join(root, 'schema'))) {
    const schema = JSON.parse(readFileSync(join(root, 'schema', file), 'utf8'));
    if (!schema.properties?.ptrack) continue; // the schemas of the output are not compiled
    ajv.addSchema(schema);
    names[file.split('.')[0]] = schema.$id;
  }
  writeFileSync(join(root, 'src/project/validators.generated.js'), standalone(ajv, names));
}

async function bundle() {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist);
  await build({
    entryPoints: [join(root, 'src/cli/main.ts')],
    outfile: join(dist, 'ptrack.cjs'),
    bundle: true,
    minify: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    legalComments: 'none',
    banner: { js: '(function(module,exports,require){' },
    footer: { js: '})' },
    logLevel: 'warning',
  });
}

/** Runs the commands once and keeps what V8 compiled: start-up is then mostly reading. */
async function warm() {
  const source = readFileSync(join(dist, 'ptrack.cjs'), 'utf8');
  const script = new Script(source, { filename: join(dist, 'ptrack.cjs') });
  const program = { exports: {} };
  script.runInThisContext()(program, program.exports, createRequire(import.meta.url));
  const write = process.stdout.write;
  const before = process.cwd();
  process.stdout.write = () => true;
  for (const command of ['validate', 'check']) await program.exports.run([command, '--quiet', '--dir', root]);
  process.stdout.write = write;
  process.chdir(before);
  process.exitCode = 0; // what the plans say is not the build's to judge
  writeFileSync(join(dist, 'ptrack.cache'), script.createCachedData());
}

compileValidators();
await bundle();
await warm();
