import { monthBefore } from '../checker/as-of.ts';
import { type CheckInput, checkPlan } from '../checker/check.ts';
import { needs } from '../checker/needs.ts';
import { type Diagnostic, fault, UserError } from '../model/diagnostic.ts';
import { parsePeriod } from '../model/period.ts';
import { type Plan, targetsOf } from '../model/plan.ts';
import type { PlanVerdict } from '../model/verdict.ts';
import { openFolder } from '../store/folder.ts';
import type { Invocation } from './commands.ts';
import { dateOf, todayOf } from './context.ts';
import { batchDir, type Sound } from './project.ts';
import { revisionRemark } from './revisions.ts';

/** When a judgement is made: the last month seen, what was known, and today. */
export interface When {
  readonly asOf?: number;
  readonly knownOn?: string;
  readonly today: string;
}

/** Reads --as-of, --known-on and --today. */
export function whenOf(options: Invocation['options']): When {
  const asked = options.asOf as string | undefined;
  const known = options.knownOn as string | undefined;
  const knownOn = known === undefined ? undefined : dateOf(known, '--known-on');
  // the world as it was known on a day is that day's world
  const today = todayOf((options.today as string | undefined) ?? knownOn);
  const asOf =
    asked === 'today' ? monthBefore(today) : asked === undefined ? undefined : parsePeriod(asked)?.end;
  if (asked !== undefined && asOf === undefined) throw new UserError(fault('usage/as-of', { found: asked }));
  return {
    ...(asOf === undefined ? {} : { asOf }),
    ...(knownOn === undefined ? {} : { knownOn }),
    today,
  };
}

export interface Judged {
  readonly plans: readonly PlanVerdict[];
  /** What the data itself calls for attention to. */
  readonly warnings: readonly Diagnostic[];
  /** Batches that could not be read. */
  readonly broken: readonly Diagnostic[];
}

/** Asks the checker what it needs, the store for it, and the checker for its verdicts. */
export function judge(
  sound: Sound,
  plans: readonly Plan[],
  when: When,
  { wanted, history }: Pick<CheckInput, 'wanted' | 'history'> = {},
): Judged {
  const { project } = sound;
  const { catalogue, reports } = project;
  const folder = openFolder(batchDir(project), catalogue);
  const { knownOn } = when;
  const known = knownOn === undefined ? {} : { knownOn };
  const read = folder.read(needs(plans.flatMap(targetsOf), catalogue), known);
  const input: CheckInput = {
    catalogue,
    series: read.series,
    // what was reported later was not known then
    reports: knownOn === undefined ? reports : reports.filter((r) => (r.on ?? r.done ?? '') <= knownOn),
    today: when.today,
    ...(when.asOf === undefined ? {} : { asOf: when.asOf }),
    ...(wanted ? { wanted } : {}),
    ...(history ? { history } : {}),
  };
  const judged = plans.map((plan) => checkPlan(plan, input));
  const revised: Diagnostic[] = read.revisions.map(({ current, others }) => ({
    ...revisionRemark(current, others, catalogue),
    file: current.source.batch,
    line: current.source.line,
  }));
  return {
    plans: judged,
    warnings: [...judged.flatMap((p) => p.warnings), ...revised],
    broken: [...read.diagnostics, ...folder.broken()],
  };
}
