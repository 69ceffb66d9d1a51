import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, source } from './load.js';
import { code, GENERATED, table } from './markdown.js';

/** Environment variables; that none is missing is checked against the sources. */
const VARIABLES = {
  PTRACK_LANG: 'the language, `en` or `zh`, where `--lang` is not given',
  LC_ALL:
    'the locale: Chinese where the first of these three that is set begins with `zh`, where neither `--lang`, `PTRACK_LANG` nor the project says otherwise',
  LC_MESSAGES: 'see `LC_ALL`',
  LANG: 'see `LC_ALL`',
  NO_COLOR: 'no colour, where `--color` is not given (any value but an empty one)',
  FORCE_COLOR: 'colour also into a pipe, where neither `--color` nor `NO_COLOR` says otherwise; `0`: none',
  TERM: '`dumb`: no colour',
  COLUMNS: 'the width of tables where the output is no terminal; 120 unless set, 40 at the least',
  PTRACK_DEBUG: 'with a fault of the program itself, print where it happened',
};

const EXIT = [
  ['0', 'Done. `check` without `--fail-on` ends with 0 whatever the verdicts: a report is not a failure.'],
  [
    '1',
    '`check --fail-on`: a status that bad or worse. `validate`: a finding at or above `--fail-on` (an error unless said). `ingest`: cells were rejected and nothing was written, unless `--allow-rejects`. `mappings test`: a mapping gives other rows than expected, or is refused.',
  ],
  [
    '2',
    'Wrong usage, input that cannot be read, a plan that is broken, no plan found. `check` and `targets` still show the plans that are sound, `log` and `vintages` the batches.',
  ],
  ['3', 'A fault of ptrack itself.'],
];

function variables() {
  const used = new Set();
  for (const name of readdirSync(join(root, 'src/cli')))
    for (const m of source(`src/cli/${name}`).matchAll(/\benv\.([A-Z_]+)/g)) used.add(m[1]);
  for (const name of used)
    if (!(name in VARIABLES)) throw new Error(`scripts/docs/command-line.js does not describe ${name}`);
  for (const name of Object.keys(VARIABLES))
    if (!used.has(name)) throw new Error(`${name} is no longer read`);
  return Object.entries(VARIABLES).map(([name, text]) => [code(name), text]);
}

/** The options of every command, which commander is given one by one. */
function globalOptions({ HELP }) {
  const given = source('src/cli/program.ts').matchAll(
    /\.(?:option|version|helpOption)\((?:version, )?'(-[^']+)', help\('([\w.]+)'/g,
  );
  const known = new Map([...given].map((m) => [m[1], HELP[m[2]].en]));
  if (known.size < 6) throw new Error('the options of every command were not found in src/cli/program.ts');
  return [...known].map(([flags, text]) => [code(flags), text]);
}

const HEAD = `# Command line

\`\`\`
ptrack COMMAND [OPTIONS] [ARGUMENTS]
\`\`\`

Results go to standard output, remarks and faults to standard error; the two are never mixed. A project is the nearest
folder upwards that has a \`ptrack.yaml\`; where there is none, the folder you stand in. Its plans and catalogues lie
in \`targets/\`, its mappings, exports, reports and observations in \`data/\`, unless \`ptrack.yaml\` says otherwise.

`;

/** docs/reference/command-line.md */
export function commandLinePage(program) {
  const { COMMANDS, HELP, fill } = program;
  const help = (key, choices = []) => fill(HELP[key].en, { choices: choices.map(code).join(', ') }, 'en');
  const sections = COMMANDS.map((c) => {
    const given = [...(c.argument ? [c.argument] : []), ...(c.further ?? [])];
    const syntax = ['[OPTIONS]', ...given.map(([name]) => name)].join(' ');
    const options = c.options.map((o) => [code(o.flags), help(o.help, o.choices), o.many ? 'yes' : '']);
    return [
      `## ptrack ${c.name}\n`,
      `${help(c.name)}.\n`,
      `\`\`\`\nptrack ${c.name} ${syntax}\n\`\`\`\n`,
      ...given.map(([name, about]) => `${code(name)}: ${help(about)}.\n`),
      table(['option', 'what it does', 'repeatable'], options),
    ].join('\n');
  });
  const everywhere = table(['option', 'what it does'], globalOptions(program));
  return [
    GENERATED + HEAD,
    `${sections.join('\n')}\n`,
    `## Options of every command\n\n${everywhere}\n`,
    `## Exit codes\n\n${table(['code', 'means'], EXIT)}\n`,
    `## Environment variables\n\n${table(['variable', 'what it does'], variables())}`,
  ].join('');
}
