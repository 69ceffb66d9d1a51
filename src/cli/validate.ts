import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { toMapping } from '../ingest/mapping/read-mapping.ts';
import { atLeast, type Diagnostic, fault, type Severity, UserError } from '../model/diagnostic.ts';
import { PROJECT_FILE, readBytes, showPath } from '../project/files.ts';
import { loadProject, type Project } from '../project/workspace.ts';
import type { Located } from '../report/document.ts';
import { validateDocument } from '../report/documents/validate.ts';

import { word } from '../report/text.ts';
import type { Language } from '../wording/message.ts';
import type { Run } from './command.ts';
import { choose, todayOf } from './context.ts';
import { FAIL_ON_FINDING } from './options.ts';
import { outputsAsked, show } from './output.ts';
import { findingsOf, storeOf } from './project.ts';
import { locateAll } from './show-findings.ts';

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

/** How many files that were not checked to the end are named; the others are counted. */
const NAMED = 5;

/** Says once which files were not checked to the end, because already their shape is wrong. */
function uncheckedText(findings: readonly Diagnostic[], language: Language): string[] {
  const shape = findings.filter((f) => /^(?:yaml\/|schema\/|file\/(?:no|unknown)-kind)/.test(f.code));
  const files = [...new Set(shape.flatMap((f) => f.file ?? []))].sort();
  if (files.length === 0) return [];
  const more = files.length - NAMED;
  return [word('unchecked', language, { files: files.slice(0, NAMED), ...(more > 0 ? { more } : {}) })];
}

/** How many errors and warnings there are in so many files. */
function sumText(located: readonly Located[], count: number, language: Language): string {
  const of = (severity: Severity): number => located.filter((l) => l.finding.severity === severity).length;
  const [errors, warnings] = [of('error'), of('warning')];
  return word(errors + warnings === 0 ? 'clean' : 'found', language, { errors, warnings, count });
}

/** The files meant by the arguments, a folder meaning all in it; undefined where none are named. */
function namedFiles(args: readonly string[], known: readonly string[]): Set<string> | undefined {
  if (args.length === 0) return undefined;
  const named = new Set<string>();
  for (const arg of args) {
    const path = showPath(arg);
    const inside = known.filter((f) => f === path || f.startsWith(`${path}/`));
    if (inside.length === 0) {
      if (!existsSync(arg)) readBytes(arg);
      throw new UserError(fault('file/not-checked', { path }));
    }
    for (const f of inside) named.add(f);
  }
  return named;
}

/** `ptrack validate`: every fault of the files named, or of the whole project, at once. */
export const run: Run = async ({ context, args, options }) => {
  const outputs = outputsAsked(options);
  const failOn = choose((options.failOn as string | undefined) ?? 'error', FAIL_ON_FINDING, '--fail-on');
  const project = loadProject(
    '.',
    args.filter((a) => /\.ya?ml$/.test(a) && basename(a) !== 'ptrack.yaml'),
  );
  const today = todayOf(options.today as string | undefined);
  const verified = await (await storeOf(project)).verify();
  const all = [...findingsOf(project, today), ...checkMappings(project), ...verified.diagnostics];
  const own = existsSync(join(project.root, PROJECT_FILE))
    ? [showPath(join(project.root, PROJECT_FILE))]
    : [];
  const known = [...own, ...project.files, ...verified.batches];
  const named = namedFiles(args, [...known, ...all.map((f) => f.file ?? '')]);
  const findings = named ? all.filter((f) => f.file !== undefined && named.has(f.file)) : all;
  const count = named?.size ?? known.length;
  if (count === 0)
    throw new UserError(fault('file/none-matched', { where: project.config.targets.join(', ') }));
  const located = await locateAll(findings);
  const { language } = context.style;
  const document = validateDocument(
    {
      findings: located,
      // remarks are quiet where --quiet asks for it; findings are results
      quiet: context.options.quiet === true,
      files: [...(named ?? known)],
      remarks: { lines: [sumText(located, count, language), ...uncheckedText(findings, language)] },
    },
    language,
  );
  await show(document, outputs, context);
  return located.some((l) => atLeast(l.finding.severity, failOn)) ? 1 : 0;
};
