import type { Catalogue } from '../model/catalogue.ts';
import { type Diagnostic, finding } from '../model/diagnostic.ts';
import {
  addressOf,
  type Goal,
  goalsOf,
  type Item,
  itemsOf,
  type Plan,
  type Target,
  targetsOf,
} from '../model/plan.ts';
import type { Report } from '../model/report.ts';
import {
  type GoalVerdict,
  type Mark,
  type PlanVerdict,
  type Reason,
  reason,
  STATUSES,
  type Status,
  type Verdict,
} from '../model/verdict.ts';
import { defaultAsOf } from './as-of.ts';
import { Book, type SeriesSource } from './book.ts';
import { judgeEach } from './each.ts';
import { Figures } from './figures.ts';
import { caseOf, type Env, FINAL, judgeCase, settle } from './judge.ts';
import { judgeMilestone } from './milestone.ts';
import { pairedWarnings } from './pairs.ts';
import { weightedOf } from './weights.ts';

/** What a check is made with. */
export interface CheckInput {
  readonly catalogue: Catalogue;
  /** The figures of each series, by seriesKey; a list is made or found when a target asks for it. */
  readonly series: SeriesSource;
  readonly reports: readonly Report[];
  /** ISO date of today. */
  readonly today: string;
  /** The last month that may be seen; each plan's own default unless given. */
  readonly asOf?: number;
  /** Whether it is looked for how often what is still needed was reached before; not unless given. */
  readonly history?: boolean;
  /** Which targets and milestones are judged; all unless given. */
  readonly wanted?: (item: Item) => boolean;
}

const plainVerdict = (item: Item, asOf: number, status: Status, why: Reason): Verdict => ({
  item,
  status,
  marks: [],
  asOf,
  reason: why,
});

function judgeTarget(target: Target, env: Env): Verdict {
  if (target.form?.comparator === 'unquantified')
    return plainVerdict(target, env.asOf, 'unquantified', reason('unquantified'));
  const [indicator, region] = [target.indicator?.found, target.region?.found];
  if (!indicator || !region) return plainVerdict(target, env.asOf, 'no-data', reason('unreadable'));
  return target.each
    ? judgeEach(target, indicator, region.code, env)
    : judgeCase(caseOf(target, indicator, region.code, target.window, env.figures), env);
}

/**
 * A judgement by hand stands in place of the calculated status to the end of its date, marked, with what was calculated
 * beside it.
 */
function decided(verdict: Verdict, { override }: Item, today: string): Verdict {
  if (!override || override.until < today) return verdict;
  const { by, reason: why, until } = override;
  const { needed, ...rest } = verdict;
  const { status } = verdict;
  // what was said of the calculated status alone, or of an earlier judgement, does not hold of this one
  const stays = (m: Mark): boolean =>
    m !== 'override' && (status === override.status || (m !== 'late' && m !== 'at-risk'));
  return {
    ...rest,
    ...(needed && !FINAL.includes(override.status) ? { needed } : {}),
    status: override.status,
    marks: [...verdict.marks.filter(stays), 'override'],
    reason: reason('override', { by, why, until, was: status }),
    calculated: { status, reason: verdict.reason },
  };
}

/** Judgements by hand whose date is past: they no longer hold. */
function pastOverrides(items: readonly Item[], today: string): Diagnostic[] {
  return items.flatMap((item) => {
    const { override } = item;
    if (!override || override.until >= today) return [];
    const args = { target: addressOf(item), status: override.status, until: override.until };
    return finding('warning', 'data/override-past', args, { file: item.file });
  });
}

/** Judges every item once; a target that repeats another takes over its verdict. */
function judgeAll(items: readonly Item[], env: Env, reports: readonly Report[]): Verdict[] {
  const judged = new Map<Item, Verdict>();
  const judge = (item: Item): Verdict => {
    const known = judged.get(item);
    if (known) return known;
    let verdict: Verdict;
    if (item.type === 'milestone') verdict = judgeMilestone(item, reports, env.asOf);
    else if (item.sameAs?.found) {
      const first = judge(item.sameAs.found);
      verdict = {
        ...first,
        item,
        // whether it is overdue is its own due date's to say
        marks: first.marks.filter((m) => m !== 'overdue'),
        reason: reason('same-as', { target: addressOf(item.sameAs.found) }),
      };
    } else verdict = judgeTarget(item, env);
    const settled = settle(decided(verdict, item, env.today), env.today);
    judged.set(item, settled);
    return settled;
  };
  return items.map(judge);
}

/**
 * Judges targets one by one, as they come, by an as-of month that is given: for callers that have many and keep none.
 * One that repeats another (`same_as`) is the other's to judge: it is passed over.
 */
export function* judgeTargets(
  targets: Iterable<Target>,
  input: Omit<CheckInput, 'reports' | 'wanted'> & { readonly asOf: number },
): Iterable<Verdict> {
  const { asOf, today } = input;
  const figures = new Figures(new Book(input.series, asOf), input.catalogue);
  const env: Env = { figures, asOf, today, history: input.history ?? false };
  for (const target of targets)
    if (!target.sameAs) yield settle(decided(judgeTarget(target, env), target, today), today);
}

export function countStatuses(verdicts: readonly Verdict[]): Record<Status, number> {
  const counts = Object.fromEntries(STATUSES.map((s) => [s, 0])) as Record<Status, number>;
  for (const v of verdicts) if (v.item.type === 'milestone' || !v.item.sameAs) counts[v.status] += 1;
  return counts;
}

/** METHOD §4: a goal has the worst status under it; not-due and unquantified ones are counted, not ranked. */
function goalVerdict(goal: Goal, of: ReadonlyMap<Item, Verdict>): GoalVerdict {
  const under = itemsOf(goal)
    .map((i) => of.get(i))
    .filter((v) => v !== undefined);
  const weighted = weightedOf(goal, of);
  const ranked = STATUSES.filter((s) => s !== 'not-due' && s !== 'unquantified');
  return {
    goal,
    status: ranked.find((s) => under.some((v) => v.status === s)),
    counts: countStatuses(under),
    ...(weighted ? { weighted } : {}),
  };
}

/** Judges one plan. Pure: no files, no clock. */
export function checkPlan(plan: Plan, input: CheckInput): PlanVerdict {
  const all = itemsOf(plan.root);
  const asOf = input.asOf ?? defaultAsOf(targetsOf(plan), input.series, input.catalogue, input.today);
  const figures = new Figures(new Book(input.series, asOf), input.catalogue);
  const wanted = input.wanted ? all.filter(input.wanted) : all;
  const env: Env = { figures, asOf, today: input.today, history: input.history ?? false };
  const verdicts = judgeAll(wanted, env, input.reports);
  const of = new Map(verdicts.map((v) => [v.item, v]));
  const paired = pairedWarnings(targetsOf(plan), figures, input.wanted ?? (() => true));
  return {
    plan,
    asOf,
    verdicts,
    goals: new Map(goalsOf(plan.root).map((g) => [g.pointer, goalVerdict(g, of)])),
    counts: countStatuses(verdicts),
    warnings: [...figures.warnings.values(), ...paired, ...pastOverrides(wanted, input.today)],
  };
}
