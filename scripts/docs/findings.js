import { GENERATED } from './markdown.js';
import { belongsTo, sentences } from './rules.js';

const HEAD = `# Findings

Everything else that ptrack can find fault with, by code; what the validation rules say stands with
[the rules](rules.md). The code is printed in brackets after each finding and does not change with the language.

In the sentences \`{name}\` stands for an argument, and \`[nearest:…]\` for a part that is said only where that argument
is given.

`;

const GROUPS = {
  file: 'Files',
  yaml: 'YAML',
  schema: 'The shape of a file',
  value: 'Values',
  project: 'The project file',
  indicator: 'Indicators',
  duplicate: 'Entries of catalogues that stand twice',
  ingest: 'Mappings and exports',
  container: 'Compressed files and workbooks',
  store: 'Batches',
  data: 'What the figures themselves call attention to',
  cascade: 'What the parts of a target do not add up to',
  contributions: 'Taking a growth apart',
  score: 'Scores',
  usage: 'The command line',
  internal: 'Faults of the program',
};

/** docs/reference/findings.md */
export function findingsPage({ RULES, FINDINGS }) {
  const rest = Object.entries(FINDINGS).filter(([name]) => !RULES.some((r) => belongsTo(r.id, name)));
  const groupOf = ([name]) => name.split('/')[0];
  const unknown = rest.find((f) => !(groupOf(f) in GROUPS));
  if (unknown) throw new Error(`scripts/docs/findings.js has no heading for ${unknown[0]}`);
  const sections = Object.entries(GROUPS).map(
    ([group, title]) => `## ${title}\n\n${sentences(rest.filter((f) => groupOf(f) === group))}`,
  );
  return `${GENERATED}${HEAD}${sections.join('\n')}`;
}
