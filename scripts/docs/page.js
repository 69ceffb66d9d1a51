import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { root } from './load.js';
import { labels, needed, nouns, units, verdicts } from './tables.js';

/** The day taken for today on every page, unless a command says another. */
const TODAY = '2024-07-01';

/** The folder in which the commands of a page are run, and the program they call. */
class Stage {
  #bin = mkdtempSync(join(tmpdir(), 'ptrack-docs-bin-'));
  #own;

  /** In the repository itself, or in a folder of its own, empty at first. */
  constructor(inRepository) {
    this.#own = inRepository ? undefined : mkdtempSync(join(tmpdir(), 'ptrack-docs-'));
    const shim = join(this.#bin, 'ptrack');
    const program = join(root, 'bin/ptrack.cjs');
    // what judges knows no clock but --today; one that a command gives itself comes later and counts
    writeFileSync(
      shim,
      `#!/bin/sh
case "$1" in
check | explain | cascade | score | validate) command="$1" && shift && exec "${process.execPath}" "${program}" "$command" --today ${TODAY} "$@" ;;
*) exec "${process.execPath}" "${program}" "$@" ;;
esac
`,
    );
    chmodSync(shim, 0o755);
  }

  get #folder() {
    if (this.#own === undefined) throw new Error('a page that writes files is not run in the repository');
    return this.#own;
  }

  project(path) {
    cpSync(join(root, path), this.#folder, { recursive: true });
  }

  write(path, text) {
    mkdirSync(dirname(join(this.#folder, path)), { recursive: true });
    writeFileSync(join(this.#folder, path), text);
  }

  run(command, { merged = true } = {}) {
    const { PATH = '' } = process.env;
    const done = spawnSync('sh', ['-c', merged ? `{ ${command}\n} 2>&1` : command], {
      cwd: this.#own ?? root,
      encoding: 'utf8',
      env: { PATH: `${this.#bin}${delimiter}${PATH}`, TZ: 'UTC', COLUMNS: '80' },
    });
    if (done.error) throw done.error;
    // the day a batch was written stands in its name
    const today = new Date().toISOString().slice(0, 10);
    return {
      text: this.#own ? done.stdout.replaceAll(today, 'YYYY-MM-DD') : done.stdout,
      code: done.status,
      err: done.stderr,
    };
  }

  /** Runs a command that only prepares what follows. */
  prepare(command) {
    const { text, code } = this.run(command);
    if (code !== 0) throw new Error(`${command}\n${text}`);
  }

  end() {
    rmSync(this.#bin, { recursive: true, force: true });
    if (this.#own) rmSync(this.#own, { recursive: true, force: true });
  }
}

const fence = (text) => `\`\`\`text\n${text.replace(/[ \t]+$/gm, '').trimEnd()}\n\`\`\`\n`;

/** What a check says, as JSON. */
function judged(stage, command) {
  const { text, err, code } = stage.run(`${command} --format json`, { merged: false });
  if (code !== 0) throw new Error(`${command}\n${err}`);
  return JSON.parse(text);
}

/** What stands between a marker and its end. */
const MAKE = {
  output: (stage, command) =>
    fence(`$ ${command.replace(/\bptrack\b/, 'npx ptrack')}\n${stage.run(command).text}`),
  verdicts: (stage, command) => verdicts(judged(stage, command)),
  needed: (stage, command) => needed(judged(stage, command)),
  labels: (_, text, program) => labels(text, program),
  units: () => units(),
  nouns: () => nouns(),
};

/** Markers that stand alone: what they do is not shown. */
const DO = {
  project: (stage, path) => stage.project(path),
  run: (stage, command) => stage.prepare(command),
};

const MARKER =
  /<!-- (output|verdicts|needed|labels|units|nouns)(?:: ([\s\S]*?))? -->\n[\s\S]*?<!-- \/\1 -->|<!-- (project|run): (.*?) -->|<!-- file: (.*?) -->\n+```\w*\n([\s\S]*?)```/g;

/**
 * A page with what stands between its markers made anew, from top to bottom: `output` runs a command and shows what it
 * prints, `verdicts` shows what a check says as a table, `needed` what is still needed by it, `file` writes the block below it into the folder the commands
 * are run in, `project` copies one there, `run` runs a command without showing it.
 * Pages that show this repository's own plans are run in it, the others each in an empty folder.
 */
export function fillPage(page, program, inRepository) {
  const stage = new Stage(inRepository);
  try {
    return page.replace(MARKER, (whole, kind, text, quiet, what, path, content) => {
      if (path !== undefined) {
        stage.write(path, content);
        return whole;
      }
      if (quiet !== undefined) {
        DO[quiet](stage, what);
        return whole;
      }
      const marker = text === undefined ? kind : `${kind}: ${text}`;
      return `<!-- ${marker} -->\n\n${MAKE[kind](stage, text?.replace(/\s*\n\s*/g, ' '), program)}\n<!-- /${kind} -->`;
    });
  } finally {
    stage.end();
  }
}
