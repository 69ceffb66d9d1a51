import type { Indicator } from '../model/indicator.ts';
import { formatPeriod, lengthOf, monthOfYear, type Period, partsOf } from '../model/period.ts';
import type { Target } from '../model/plan.ts';
import { isGood, reason, STATUSES, type Status, type Verdict } from '../model/verdict.ts';
import { caseOf, type Env, judgeCase } from './judge.ts';

/** The months or quarters of a window; where January is not published alone, January and February are one part. */
function spansOf(target: Target, indicator: Indicator, region: string, env: Env): Period[] {
  if (target.each === 'quarter') return partsOf(target.window, 3);
  const spans = partsOf(target.window, 1);
  const joined: Period[] = [];
  for (const span of spans) {
    const before = joined.at(-1);
    const february = monthOfYear(span.start) === 2 && before && before.end === span.start - 1;
    const pair = february && { start: span.start - 1, end: span.end };
    if (pair && !env.figures.at(indicator, region, before) && env.figures.at(indicator, region, pair))
      joined.splice(-1, 1, pair);
    else joined.push(span);
  }
  return joined;
}

/** The status of a whole that must hold in every part: the worst of those judged; achieved only when all are. */
export function worstOf(statuses: readonly Status[]): Status {
  const judged: Status[] = statuses.filter((s) => s !== 'not-due' && s !== 'unquantified');
  const worst = STATUSES.find((s) => judged.includes(s));
  if (!worst) return statuses.includes('not-due') ? 'not-due' : 'unquantified';
  return worst === 'achieved' && judged.length < statuses.length ? 'on-track' : worst;
}

const monthsJoined = (target: Target, span: Period): number => (target.each === 'month' ? lengthOf(span) : 1);

const FAILED: readonly Status[] = ['missed', 'lagging', 'no-data'];

/** Judges a target that must hold in each month, quarter or region, and says which failed. */
export function judgeEach(target: Target, indicator: Indicator, region: string, env: Env): Verdict {
  const { catalogue } = env.figures;
  const group = target.region?.found;
  const parts: Verdict[] =
    target.each === 'region' && group
      ? catalogue.membersOf(group).map((r) => ({
          ...judgeCase(caseOf(target, indicator, r.code, target.window, env.figures), env),
          part: r.name,
        }))
      : spansOf(target, indicator, region, env).map((span) => ({
          ...judgeCase(
            { ...caseOf(target, indicator, region, span, env.figures), months: monthsJoined(target, span) },
            env,
          ),
          part: formatPeriod(span),
        }));
  const status = worstOf(parts.map((p) => p.status));
  const good = parts.filter((p) => isGood(p.status)).length;
  const open = parts.filter((p) => p.status === 'not-due').length;
  const failed = FAILED.includes(status)
    ? parts.filter((p) => p.status === status).map((p) => p.part ?? '')
    : [];
  return {
    item: target,
    status,
    marks: [...new Set(parts.flatMap((p) => p.marks))],
    asOf: env.asOf,
    parts,
    reason: reason('each', { good, all: parts.length, ...(open > 0 ? { open } : {}), status, failed }),
  };
}
