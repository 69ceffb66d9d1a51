import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { root } from './load.js';

const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

/** A page as the formatter leaves it. */
export function format(text, path) {
  const done = spawnSync(process.execPath, [biome, 'format', `--stdin-file-path=${path}`], {
    cwd: root,
    encoding: 'utf8',
    input: text,
  });
  if (done.status !== 0) throw new Error(`${path}\n${done.stderr}`);
  return done.stdout;
}

/** The first line of every page that is generated whole. */
export const GENERATED =
  '<!-- Made by scripts/docs.js from the sources: change those, then run "npm run docs". -->\n\n';

/** Text as Markdown shows it literally, but for what stands in backticks and for links. */
const escapeText = (text) =>
  text
    .split(/(`[^`]*`)/)
    .map((part, i) => (i % 2 ? part : part.replace(/[*_]/g, '\\$&').replaceAll('<', '&lt;')))
    .join('');

const cell = (text) =>
  escapeText(String(text))
    .replaceAll('|', '\\|')
    .replace(/\s*\n\s*/g, ' ');

/** A table; a column that is empty throughout is left out. */
export function table(heads, rows) {
  const kept = heads.map((_, i) => rows.some((r) => (r[i] ?? '') !== ''));
  const line = (cells) =>
    `| ${cells
      .filter((_, i) => kept[i])
      .map(cell)
      .join(' | ')} |`;
  return `${[line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}

export const code = (text) => `\`${text}\``;
