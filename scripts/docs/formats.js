import { schemas } from './load.js';
import { code, GENERATED } from './markdown.js';
import { SchemaTables } from './schema.js';

const HEAD = `# File formats

Every file ptrack reads is YAML in UTF-8 and says in its first key what it is: \`ptrack: plan/v1\`. Scalars are taken
as the text they were written as, so that the locator \`1.10\` stays \`1.10\`; a figure needs no quotes unless YAML
itself asks for them (\`"%"\`, \`"{period}"\`).

For completion and checks in an editor, begin a file with a comment that names its schema:

\`\`\`yaml
# yaml-language-server: $schema=../schema/plan.v1.json
\`\`\`

`;

/** Where files of each kind lie. */
const WHERE = {
  project: '`ptrack.yaml`, in the folder of the project. It may be left out.',
  mapping: 'Anywhere under `data/`, by custom in `data/mappings/`.',
  reports: 'Anywhere under `data/`, by custom in `data/reports/`.',
};

const ORDER = ['plan', 'indicators', 'regions', 'organisations', 'mapping', 'reports', 'scoring', 'project'];

/** docs/reference/formats.md */
export function formatsPage() {
  const all = schemas(true).map(({ name, schema }) => ({ kind: name.split('.')[0], name, schema }));
  const place = ({ kind }) => (ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length);
  all.sort((a, b) => place(a) - place(b));
  const id = ({ schema }) => schema.properties.ptrack.const;
  const list = all.map((f) => `- [${code(id(f))}](#${id(f).replace('/', '')}): ${f.schema.description}`);
  const scalar = () => 'text';
  const sections = all.map((f) => {
    const where = WHERE[f.kind] ?? 'Anywhere under `targets/`.';
    const tables = new SchemaTables(f.schema, scalar).render(f.kind, ['key', 'value', 'required', 'meaning']);
    return `## ${id(f)}\n\n${f.schema.description}.\n\n${where} Schema: ${code(`schema/${f.name}`)}.\n\n${tables}`;
  });
  return `${GENERATED}${HEAD}${list.join('\n')}\n\n${sections.join('\n')}`;
}
