import { schemas } from './load.js';
import { code, GENERATED } from './markdown.js';
import { SchemaTables } from './schema.js';

const HEAD = `# JSON output

What \`--format json\` prints. The key \`schema\` says which of these it is, with its version. Keys and enumerated values
are English whatever the language; numbers are numbers; parts of a whole are fractions (0.417, not 41.7); what is not
known is \`null\`. \`--format csv\` and \`--format markdown\` take the same keys: lists are joined with \`; \`, and an
object becomes several columns (\`actual.value\`, \`actual.unit\`).

`;

/** docs/reference/output.md */
export function outputPage() {
  const sections = schemas(false).map(({ name, schema }) => {
    const title = schema.properties?.schema?.const ?? schema.title ?? name;
    const tables = new SchemaTables(schema, (types) => types.join(' or ')).render(title, [
      'key',
      'value',
      'always there',
      'meaning',
    ]);
    const description = schema.description ? `${schema.description}.\n\n` : '';
    return `## ${title}\n\n${description}Schema: ${code(`schema/${name}`)}.\n\n${tables}`;
  });
  return `${GENERATED}${HEAD}${sections.join('\n')}`;
}
