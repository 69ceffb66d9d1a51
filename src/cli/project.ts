import { join } from 'node:path';
import { atLeast, type Diagnostic, fault, type Severity, UserError } from '../model/diagnostic.ts';
import { fold, nearest } from '../model/names.ts';
import { addressOf, type Item, itemsOf, type Plan } from '../model/plan.ts';
import type { Organisation } from '../model/region.ts';
import { PROJECT_FILE, showPath } from '../project/files.ts';
import { loadProject, type Project } from '../project/workspace.ts';
import { RULES, runRules, unknownRules } from '../rules/index.ts';
import { openStore } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import type { Context } from './context.ts';
import { reportFindings } from './located.ts';

/** A project with everything that is wrong with it, and the plans that are sound. */
export interface Sound {
  readonly project: Project;
  /** Plans without a fault. */
  readonly plans: readonly Plan[];
  /** Faults of the plans asked for, and of what they rest on. */
  readonly faults: readonly Diagnostic[];
}

/** What the files of a project and the rules say of it, from a severity up. */
function saidOf(project: Project, threshold: Severity, today?: string): Diagnostic[] {
  const known = RULES.map((r) => r.id);
  const misnamed = unknownRules(project.config.rules.keys()).map(({ name, nearest: near }) =>
    fault(
      'project/unknown-rule',
      { name, nearest: near, known },
      { file: showPath(join(project.root, PROJECT_FILE)), pointer: `/rules/${name}`, key: true },
    ),
  );
  const workspace = today === undefined ? project : { ...project, today };
  const files = [...project.findings, ...misnamed].filter((d) => atLeast(d.severity, threshold));
  return [...files, ...runRules(workspace, project.config.rules, threshold)];
}

/** Everything there is to say of a project; what is past only where it is said what day it is. */
export const findingsOf = (project: Project, today?: string): Diagnostic[] => saidOf(project, 'info', today);

/**
 * The errors of a project, which make judging wrong or impossible. Rules that find none are not run: which ones is said by
 * the severities, those that the project has set included.
 */
export const faultsOf = (project: Project): Diagnostic[] => saidOf(project, 'error');

/** Whether a plan is meant by what was written: its id, or its file. */
const isMeant = (plan: Plan, asked: string): boolean =>
  plan.id === asked || plan.file === asked || plan.file === showPath(asked);

/** Kinds of files of which each stands for itself: a fault in one concerns nothing else. */
const ALONE: readonly (string | undefined)[] = ['plan/v1', 'scoring/v1'];

/**
 * Loads the project and keeps the plans asked for (all, unless some are named) that are sound. A broken plan is left
 * out and its faults are returned; the others are judged.
 */
export function loadSound(asked: readonly string[]): Sound {
  const project = loadProject(
    '.',
    asked.filter((a) => /\.ya?ml$/.test(a)),
  );
  const faults = faultsOf(project);
  const broken = new Set(faults.map((f) => f.file));
  const known = project.plans.map((p) => p.id);
  const meant = (file: string | undefined): boolean =>
    asked.length === 0 || asked.some((a) => file === showPath(a));
  for (const a of asked) {
    if (project.plans.some((p) => isMeant(p, a)) || broken.has(showPath(a))) continue;
    const [meantBy] = everything(project.plans).filter(({ item }) => addressOf(item) === a);
    if (meantBy) throw new UserError(fault('file/target-not-plan', { name: a, plan: meantBy.plan.id }));
    throw new UserError(fault('file/no-plan', { name: a, nearest: nearest(a, known) ?? '', known }));
  }
  const wanted =
    asked.length === 0 ? project.plans : project.plans.filter((p) => asked.some((a) => isMeant(p, a)));
  if (wanted.length === 0 && faults.length === 0)
    throw new UserError(fault('file/none-matched', { where: project.config.targets.join(', ') }));
  const isAlone = (file: string): boolean => ALONE.includes(project.kinds.get(file));
  const chosen = new Set(wanted.map((p) => p.file));
  return {
    project,
    plans: wanted.filter((p) => !broken.has(p.file)),
    // a fault in a catalogue concerns every plan; one in a plan that was not asked for, or in a scheme, concerns none
    faults: faults.filter((f) => meant(f.file) || chosen.has(f.file ?? '') || !isAlone(f.file ?? '')),
  };
}

/** Kinds of file in which no indicator and no region stands. */
const NAMELESS: readonly (string | undefined)[] = ['plan/v1', 'mapping/v1', 'reports/v1'];

/** Faults of the catalogues of a project, and of files that do not say what they are. */
export const catalogueFaults = (project: Project): Diagnostic[] =>
  faultsOf(project).filter((d) => !NAMELESS.includes(project.kinds.get(d.file ?? '')));

/** The store of a project's observations: for now always a folder of batches beside its other data. */
export const storeOf = ({ dataDir, catalogue }: Project): Promise<Store> =>
  openStore('folder', showPath(join(dataDir, 'observations')), catalogue);

/** Whether an item is led or answered for by an organisation, found by id, name or alias. */
export function organisationFilter(
  project: Project,
  name: string | undefined,
): ((item: Item) => boolean) | undefined {
  if (name === undefined) return undefined;
  const { organisationNames } = project.catalogue;
  const found: readonly Organisation[] = organisationNames.all(name);
  if (found.length === 0)
    throw new UserError(
      fault('file/no-organisation', { name, nearest: organisationNames.nearest(name) ?? '' }),
    );
  return (item) =>
    [...item.lead, ...item.responsible].some((u) => u.found !== undefined && found.includes(u.found));
}

interface Found {
  readonly plan: Plan;
  readonly item: Item;
}

const everything = (plans: readonly Plan[]): Found[] =>
  plans.flatMap((plan) => itemsOf(plan.root).map((item) => ({ plan, item })));

/** What an item can be called by, the surest first: its id, its title, its indicator. */
const NAMES: readonly ((item: Item) => readonly string[])[] = [
  (item) => [item.id],
  (item) => [item.title],
  (item) => {
    const i = item.type === 'target' ? item.indicator?.found : undefined;
    return i ? [i.id, i.name, ...i.aliases] : [];
  },
];

/** The items an address can mean: those of the surest kind of name that fits any. */
export function candidates(plans: readonly Plan[], address: string): Found[] {
  const all = everything(plans);
  const exact = all.filter(({ item }) => addressOf(item) === address);
  if (exact.length > 0) return exact;
  const slash = address.indexOf('/');
  const [plan, name] = slash < 0 ? [undefined, address] : [address.slice(0, slash), address.slice(slash + 1)];
  const near = all.filter(({ item }) => plan === undefined || item.plan === plan);
  for (const names of NAMES) {
    const found = near.filter(({ item }) => names(item).some((n) => fold(n) === fold(name)));
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * The item an address names, by id, title or indicator; the plan may be left out where one item alone is meant. Where it
 * names nothing, or several things, that is said, after the faults of the plans it may stand in.
 */
export async function itemAt(
  { project, plans, faults }: Sound,
  address: string,
  context: Context,
): Promise<Found> {
  const found = candidates(plans, address);
  if (found[0] && found.length === 1) return found[0];
  await reportFindings(faults, context);
  const several = found.map(({ item }) => addressOf(item));
  if (several.length > 1) throw new UserError(fault('file/several-targets', { name: address, several }));
  const [unsound] = candidates(project.plans, address);
  if (unsound) throw new UserError(fault('file/target-unsound', { name: address, file: unsound.plan.file }));
  const all = everything(project.plans).map(({ item }) => addressOf(item));
  throw new UserError(fault('file/no-target', { name: address, nearest: nearest(address, all) ?? '' }));
}
