import { defaultAsOf } from '../checker/as-of.ts';
import { checkPlan } from '../checker/check.ts';
import { needs } from '../checker/needs.ts';
import { appraiseAll } from '../checker/score.ts';
import { type Diagnostic, fault, UserError } from '../model/diagnostic.ts';
import { nearest } from '../model/names.ts';
import { itemsOf, targetsOf } from '../model/plan.ts';
import type { Appraisal, Scheme } from '../model/scoring.ts';
import { showPath } from '../project/files.ts';
import { scoreDocument } from '../report/documents/score.ts';
import type { Run } from './command.ts';
import { know, whenOf } from './judging.ts';
import { outputsAsked, show } from './output.ts';
import { faultsOf, loadSound, type Sound } from './project.ts';
import { regionNamed } from './series.ts';
import { reportFindings } from './show-findings.ts';

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

/**
 * Whether an appraisal is of the unit or region asked for. Throws UserError where nothing is called so, or the scheme could
 * appraise several of that name.
 */
function filterOf(
  { project, plans }: Sound,
  scheme: Scheme,
  name: string | undefined,
): (a: Appraisal) => boolean {
  if (name === undefined) return () => true;
  const { catalogue } = project;
  if (scheme.by === 'region') {
    const { code } = regionNamed(name, catalogue);
    return (a) => a.id === code;
  }
  const called = catalogue.organisationNames.all(name);
  if (called.length === 0)
    throw new UserError(
      fault('score/nobody', { name, nearest: catalogue.organisationNames.nearest(name) ?? '' }),
    );
  const items = plans.flatMap((p) => itemsOf(p.root));
  const appraised = new Set(items.flatMap((i) => [...i.lead, ...i.responsible]).map((u) => u.found));
  const meant = called.length > 1 ? called.filter((o) => appraised.has(o)) : called;
  if (meant.length > 1)
    throw new UserError(fault('usage/several-organisations', { name, several: catalogue.listed(meant) }));
  return (a) => a.id === meant[0]?.id;
}

/** `ptrack score SCHEME`: appraises units or regions, and says where every point comes from. */
export const run: Run = async ({ context, args, options }) => {
  const outputs = outputsAsked(options);
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
  const scored = { all: shown, plans: judged, warnings, knownOn: when.knownOn, detail };
  await show(scoreDocument(scored, context.style.language), outputs, context);
  // a plan left out changes everybody's points
  const faults = [...bearingOn(sound, scheme), ...broken];
  await reportFindings(faults, context);
  return faults.length > 0 ? 2 : 0;
};
