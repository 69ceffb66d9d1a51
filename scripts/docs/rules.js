import { source } from './load.js';
import { code, GENERATED, table } from './markdown.js';

const HEAD = `# Validation rules

What \`ptrack validate\` looks for beyond the shape of the files, which their schemas give. A project can change the
severity of a rule in \`ptrack.yaml\`, or turn it off:

\`\`\`yaml
ptrack: project/v1
rules: { count-noun: off, ambiguous-name: error }
\`\`\`

In the sentences \`{name}\` stands for an argument, and \`[nearest:…]\` for a part that is said only where that argument
is given. \`--format json\` prints code and arguments as they are.

`;

/** The comment above the rule in its own file. */
function commentOf(id) {
  const found = /\/\*\*\s*([^*]*(?:\*(?!\/)[^*]*)*)\*\/\nexport const \w+: Rule =/.exec(
    source(`src/rules/${id}.ts`),
  );
  if (!found) throw new Error(`src/rules/${id}.ts has no comment above its rule`);
  return found[1].replace(/\n\s*\*\s?/g, ' ').trim();
}

/** Whether a code is one of a rule's. */
export const belongsTo = (id, finding) => finding === id || finding.startsWith(`${id}/`);

export const sentences = (findings) =>
  table(
    ['code', 'English', '中文'],
    findings.map(([name, m]) => [code(name), m.en, m.zh]),
  );

/** docs/reference/rules.md */
export function rulesPage({ RULES, FINDINGS }) {
  const overview = RULES.map((r) => [`[${code(r.id)}](#${r.id})`, r.severity, commentOf(r.id)]);
  const sections = RULES.map((r) => {
    const said = Object.entries(FINDINGS).filter(([name]) => belongsTo(r.id, name));
    return `## ${r.id}\n\n${commentOf(r.id)}\n\nSeverity: ${r.severity}.\n\n${sentences(said)}`;
  });
  return `${GENERATED}${HEAD}${table(['rule', 'severity', 'finds'], overview)}\n${sections.join('\n')}`;
}
