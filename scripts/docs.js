// Writes what the documentation and the schemas take from the program: `npm run docs`. With --check nothing is written, and the
// names of the files that are out of date are printed.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { commandLinePage } from './docs/command-line.js';
import { findingsPage } from './docs/findings.js';
import { formatsPage } from './docs/formats.js';
import { filledSchemas } from './docs/forms.js';
import { load, root } from './docs/load.js';
import { format } from './docs/markdown.js';
import { outputPage } from './docs/output.js';
import { fillPage } from './docs/page.js';
import { rulesPage } from './docs/rules.js';

/** Written by hand, but for what stands between markers. */
function handWritten() {
  const under = (dir) =>
    readdirSync(join(root, dir), { withFileTypes: true })
      .filter((e) => e.isFile() && e.name.endsWith('.md'))
      .map((e) => join(dir, e.name));
  return ['README.md', 'README.zh-CN.md', ...under('docs'), ...under('docs/how-to')];
}

let stale = false;

/** Writes what is out of date, or with --check names it: path → text. */
function settle(texts) {
  for (const [path, text] of texts) {
    const file = join(root, path);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    if (process.argv.includes('--check')) {
      process.stderr.write(`${relative(process.cwd(), file)} is out of date\n`);
      stale = true;
      continue;
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    process.stdout.write(`${path} written\n`);
  }
}

const program = await load();
// the pages are made of the schemas too
settle(filledSchemas(program));
const pages = new Map([
  ['docs/reference/formats.md', formatsPage()],
  ['docs/reference/rules.md', rulesPage(program)],
  ['docs/reference/findings.md', findingsPage(program)],
  ['docs/reference/command-line.md', commandLinePage(program)],
  ['docs/reference/output.md', outputPage()],
]);
for (const path of handWritten()) {
  const page = readFileSync(join(root, path), 'utf8');
  pages.set(path, format(fillPage(page, program, path.startsWith('README')), path));
}

settle([...pages]);
if (stale) {
  process.stderr.write('run "npm run docs", and read what has changed\n');
  process.exitCode = 1;
}
