import { basename } from 'node:path';
import { toMapping } from '../ingest/mapping.ts';
import { atLeast, type Diagnostic, fault, type Severity, UserError } from '../model/diagnostic.ts';
import { readBytes, showPath } from '../project/files.ts';
import { loadProject, type Project } from '../project/workspace.ts';
import { findingReport, findingsJson, type Located } from '../report/findings.ts';
import { word } from '../report/text.ts';
import { runRules } from '../rules/index.ts';
import { openFolder } from '../store/folder.ts';
import { verifyFolder } from '../store/verify.ts';
import { FAIL_ON_FINDING, type Run, TEXT_FORMATS } from './commands.ts';
import { choose, contextOf } from './context.ts';
import { locateAll } from './located.ts';
import { emit, outputsOf } from './output.ts';
import { batchDir } from './project.ts';

/** What the mappings of a project mean, beyond their shape. */
function checkMappings(project: Project): Diagnostic[] {
  return project.mappings.flatMap(({ file, doc }) => {
    try {
      toMapping(doc);
      return [];
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return error.diagnostics.map((d) => ({ ...d, file }));
    }
  });
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** `ptrack validate`: every fault of the files named, or of the whole project, at once. */
export const run: Run = async ({ context: given, args, options }) => {
  const outputs = outputsOf(options.format, TEXT_FORMATS);
  const failOn = choose((options.failOn as string | undefined) ?? 'error', FAIL_ON_FINDING, '--fail-on');
  const named = args.map((a) => showPath(a));
  for (const file of args) readBytes(file);
  const project = loadProject(
    '.',
    args.filter((a) => /\.ya?ml$/.test(a) && basename(a) !== 'ptrack.yaml'),
  );
  const context = project.config.language ? contextOf(given.options, project.config.language) : given;
  const folder = openFolder(batchDir(project), project.catalogue);
  const all = [
    ...project.findings,
    ...runRules(project, project.config.rules),
    ...checkMappings(project),
    ...verifyFolder(folder),
  ];
  const findings =
    named.length === 0 ? all : all.filter((f) => f.file !== undefined && named.includes(f.file));
  const count = named.length || project.files.length + folder.batches().length;
  if (count === 0)
    throw new UserError(fault('file/none-matched', { where: project.config.targets.join(', ') }));
  const located = await locateAll(findings);
  emit(outputs, (format) => (format === 'json' ? findingsJson(located, context.style) : ''), context);
  if (outputs.some((o) => o.format === 'text')) {
    // remarks are quiet where --quiet asks for it; findings are results
    const shown = (l: Located): boolean => l.finding.severity !== 'info' || !context.options.quiet;
    for (const l of located.filter(shown)) context.out(`${findingReport(l, context.style)}\n`);
    const [errors = 0, warnings = 0] = SEVERITIES.map(
      (s) => located.filter((l) => l.finding.severity === s).length,
    );
    context.remark(
      word(errors + warnings === 0 ? 'clean' : 'found', context.errorStyle.language, {
        errors,
        warnings,
        count,
      }),
    );
  }
  return located.some((l) => atLeast(l.finding.severity, failOn)) ? 1 : 0;
};
