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
    if (!schema.properties.ptrack) continue; // the schemas of the output are not compiled
    ajv.addSchema(schema);
    names[file.split('.')[0]] = schema.$id;
  }
  writeFileSync(join(root, 'src/project/validators.generated.js'), standalone(ajv, names));
}

/** cli-table3 measures every line several times: let it measure as fast as the report does. */
const fastWidth = {
  name: 'fast-width',
  setup({ onResolve }) {
    onResolve({ filter: /^string-width$/ }, ({ importer }) =>
      importer.includes('cli-table3') ? { path: join(root, 'src/report/measure.cjs') } : undefined,
    );
  },
};

/** What only workbooks need is a bundle of its own, required when one is opened. */
const apart = {
  name: 'apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/book\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './workbook.cjs', external: true } : undefined,
    );
  },
};

/** Bundles a source and its packages into one file of dist/. */
async function bundle(entry, file, more) {
  const built = await build({
    write: false,
    entryPoints: [join(root, entry)],
    outfile: join(dist, file),
    bundle: true,
    minify: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    legalComments: 'none',
    logLevel: 'warning',
    ...more,
  });
  // esbuild escapes strings but not regular expressions; plain ASCII is read fastest
  const ascii = built.outputFiles[0].text.replace(
    /[\u0080-\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  writeFileSync(join(dist, file), ascii);
}

async function bundleAll() {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist);
  await bundle('src/cli/main.ts', 'main.cjs');
  await bundle('src/cli/program.ts', 'ptrack.cjs', {
    banner: { js: '(function(module,exports,require){' },
    footer: { js: '})' },
    plugins: [fastWidth, apart],
    // commander starts commands that are programs of their own with it; there are none
    alias: { 'node:child_process': join(root, 'scripts/nothing.cjs') },
    // the bundle is run as a script, which can require but not import
    supported: { 'dynamic-import': false },
  });
  // what a package has to say while it reads is not for the user
  await bundle('src/ingest/container/book.ts', 'workbook.cjs', { drop: ['console'], legalComments: 'eof' });
}

/** Runs the commands once and keeps what V8 compiled: start-up is then mostly reading. */
async function warm() {
  const filename = join(dist, 'ptrack.cjs');
  const script = new Script(readFileSync(filename, 'latin1'), { filename });
  const made = { exports: {} };
  script.runInThisContext()(made, made.exports, createRequire(filename));
  const write = process.stdout.write;
  const before = process.cwd();
  process.stdout.write = () => true;
  // what the plans say is not the build's to judge
  for (const command of ['validate', 'check'])
    await made.exports.runProgram([command, '--quiet', '--dir', root], '');
  process.stdout.write = write;
  process.chdir(before);
  writeFileSync(join(dist, 'ptrack.cache'), script.createCachedData());
}

compileValidators();
await bundleAll();
await warm();
