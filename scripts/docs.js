// Writes what the documentation takes from the program: `npm run docs`. With --check nothing is written, and the
// names of the files that are out of date are printed.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { commandLinePage } from './docs/command-line.js';
import { findingsPage } from './docs/findings.js';
import { formatsPage } from './docs/formats.js';
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

const program = await load();
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

const stale = [...pages].filter(([path, text]) => {
  const file = join(root, path);
  return !existsSync(file) || readFileSync(file, 'utf8') !== text;
});
if (process.argv.includes('--check')) {
  for (const [path] of stale)
    process.stderr.write(`${relative(process.cwd(), join(root, path))} is out of date\n`);
  if (stale.length > 0) {
    process.stderr.write('run "npm run docs", and read what has changed\n');
    process.exitCode = 1;
  }
} else
  for (const [path, text] of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    process.stdout.write(`${path} written\n`);
  }
