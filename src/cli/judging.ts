import { monthBefore } from '../checker/as-of.ts';
import { type CheckInput, checkPlan } from '../checker/check.ts';
import { needs } from '../checker/needs.ts';
import { type Diagnostic, fault, UserError } from '../model/diagnostic.ts';
import type { SeriesRequest } from '../model/observation.ts';
import { parsePeriod } from '../model/period.ts';
import { type Plan, targetsOf } from '../model/plan.ts';
import type { PlanVerdict } from '../model/verdict.ts';
import type { Invocation } from './command.ts';
import { knownOnOf, todayOf } from './context.ts';
import { type Sound, storeOf } from './project.ts';
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
  const knownOn = knownOnOf(options);
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

/** What came of judging plans. */
export interface Judged {
  readonly plans: readonly PlanVerdict[];
  /** What the data itself calls for attention to. */
  readonly warnings: readonly Diagnostic[];
  /** Batches that could not be read. */
  readonly broken: readonly Diagnostic[];
}

/** What the checker is given, and what the data itself calls attention to. */
export interface Known {
  readonly input: CheckInput;
  /** Figures of which other values were published. */
  readonly revised: readonly Diagnostic[];
  /** Batches that could not be read. */
  readonly broken: readonly Diagnostic[];
}

/** Asks the store for what the checker needs. */
export async function know(
  { project }: Sound,
  requests: readonly SeriesRequest[],
  when: When,
): Promise<Known> {
  const { catalogue, reports } = project;
  const { knownOn } = when;
  const store = await storeOf(project);
  const read = await store.read(requests, knownOn === undefined ? {} : { knownOn });
  return {
    input: {
      catalogue,
      series: read.series,
      // what was reported later was not known then
      reports: knownOn === undefined ? reports : reports.filter((r) => (r.on ?? r.done ?? '') <= knownOn),
      today: when.today,
      ...(when.asOf === undefined ? {} : { asOf: when.asOf }),
    },
    revised: read.revisions.map(({ current, others }) => ({
      ...revisionRemark(current, others, catalogue),
      file: current.source.batch,
      line: current.source.line,
    })),
    broken: read.diagnostics,
  };
}

/** The verdicts on some plans. */
export async function judge(
  sound: Sound,
  plans: readonly Plan[],
  when: When,
  { wanted, history }: Pick<CheckInput, 'wanted' | 'history'> = {},
): Promise<Judged> {
  const { input, revised, broken } = await know(
    sound,
    needs(plans.flatMap(targetsOf), sound.project.catalogue),
    when,
  );
  const more = { ...(wanted ? { wanted } : {}), ...(history ? { history } : {}) };
  const judged = plans.map((plan) => checkPlan(plan, { ...input, ...more }));
  return { plans: judged, warnings: [...judged.flatMap((p) => p.warnings), ...revised], broken };
}
