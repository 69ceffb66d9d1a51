import { defaultAsOf } from '../checker/as-of.ts';
import { checkPlan } from '../checker/check.ts';
import { needs } from '../checker/needs.ts';
import { appraiseAll } from '../checker/score.ts';
import { type Diagnostic, fault, UserError } from '../model/diagnostic.ts';
import { nearest } from '../model/names.ts';
import { targetsOf } from '../model/plan.ts';
import type { Appraisal, Scheme } from '../model/scoring.ts';
import { showPath } from '../project/files.ts';
import { csvOf } from '../report/csv.ts';
import { markdownOf } from '../report/markdown.ts';
import { appraisalRows, pointRows, scoreJson, scoreText } from '../report/score.ts';
import { type Run, TABLE_FORMATS } from './commands.ts';
import { know, whenOf } from './judging.ts';
import { remarkOn, reportFindings } from './located.ts';
import { emit, outputsOf } from './output.ts';
import { faultsOf, loadSound, type Sound } from './project.ts';

/** The scheme of that id or file. Throws UserError with its faults, or with what there is. */
function schemeOf({ project }: Sound, name: string): Scheme {
  const path = showPath(name);
  const named = project.schemes.filter((s) => s.id === name || s.file === path);
  if (named.length > 1)
    throw new UserError(fault('score/several', { name, files: named.map((s) => s.file) }));
  const [found] = named;
  const faults = faultsOf(project).filter((d) => project.kinds.get(d.file ?? '') === 'scoring/v1');
  const own = faults.filter((d) => d.file === (found?.file ?? path));
  if (own.length > 0) throw new UserError(own);
  if (found) return found;
  const known = project.schemes.map((s) => s.id);
  // one that is broken may be the one that was meant
  const args = { name, nearest: nearest(name, known) ?? '', known };
  throw new UserError(fault('score/no-scheme', args), ...faults);
}

/** The faults that bear on a scheme: not those of other schemes, nor, where all plans it names are there, of other plans. */
function bearingOn({ project, plans, faults }: Sound, scheme: Scheme): Diagnostic[] {
  const complete = scheme.plans.length > 0 && scheme.plans.every((id) => plans.some((p) => p.id === id));
  const apart = complete ? ['plan/v1', 'scoring/v1'] : ['scoring/v1'];
  return faults.filter((f) => !apart.includes(project.kinds.get(f.file ?? '') ?? ''));
}

/** Whether an appraisal is of what was asked for, by any name of the unit or region. */
function filterOf({ project }: Sound, scheme: Scheme, name: string | undefined): (a: Appraisal) => boolean {
  if (name === undefined) return () => true;
  const { organisationNames, regionNames } = project.catalogue;
  const names = scheme.by === 'unit' ? organisationNames : regionNames;
  const meant = names.all(name).map((thing) => ('id' in thing ? thing.id : thing.code));
  if (meant.length === 0)
    throw new UserError(fault('score/nobody', { name, nearest: names.nearest(name) ?? '' }));
  return (a) => meant.includes(a.id);
}

/** `ptrack score SCHEME`: appraises units or regions, and says where every point comes from. */
export const run: Run = async ({ context, args, options }) => {
  const outputs = outputsOf(options.format, TABLE_FORMATS);
  const when = whenOf(options);
  const detail = options.detail === true;
  const sound = loadSound([]);
  const scheme = schemeOf(sound, args[0] ?? '');
  const wanted = filterOf(sound, scheme, options.for as string | undefined);
  const plans = sound.plans.filter((p) => scheme.plans.length === 0 || scheme.plans.includes(p.id));
  if (plans.length === 0) {
    await reportFindings(bearingOn(sound, scheme), context);
    return 2;
  }
  const { catalogue } = sound.project;
  const targets = plans.flatMap(targetsOf);
  const { input, revised, broken } = await know(sound, needs(targets, catalogue), when);
  // one month for all: a plan of which nothing was observed does not move it
  const asOf = when.asOf ?? defaultAsOf(targets, input.series, catalogue, when.today);
  const judged = plans.map((plan) => checkPlan(plan, { ...input, asOf }));
  const all = appraiseAll(scheme, judged, asOf, catalogue);
  const shown = { ...all, appraisals: all.appraisals.filter(wanted) };
  const warnings = [...judged.flatMap((p) => p.warnings), ...revised];
  const rows = () => (detail ? pointRows(shown) : appraisalRows(shown));
  emit(
    outputs,
    (format) => {
      if (format === 'json') return scoreJson(shown, judged, warnings, when.knownOn);
      if (format === 'csv') return csvOf(rows());
      if (format === 'markdown') return markdownOf(rows());
      return scoreText(shown, detail, context.style);
    },
    context,
  );
  remarkOn(warnings, outputs, context);
  // a plan left out changes everybody's points
  const faults = [...bearingOn(sound, scheme), ...broken];
  await reportFindings(faults, context);
  return faults.length > 0 ? 2 : 0;
};
