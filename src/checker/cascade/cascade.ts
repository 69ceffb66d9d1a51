import { type Branch, branchesOf, type Cascade, type Judged } from '../../model/cascade.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { addressOf, type Plan, targetsOf } from '../../model/plan.ts';
import type { PlanVerdict } from '../../model/verdict.ts';
import { defaultAsOf } from '../as-of.ts';
import { Book } from '../book.ts';
import { type CheckInput, checkPlan } from '../check.ts';
import { Figures } from '../figures.ts';
import { findingAt, regionOf } from './branches.ts';
import { inUnit, isWeaker, pledgeOf } from './compare.ts';
import { promisedOf } from './promised.ts';
import { reportedOf } from './reported.ts';

/** A part that promises less than what it is a part of, where the two can be compared. */
function weaker(whole: Branch, part: Branch): Diagnostic | undefined {
  const [w, p] = [pledgeOf(whole.target), pledgeOf(part.target)];
  if (part.relation !== 'same' || !w || !p || !isWeaker(p, w)) return undefined;
  const args = { part: addressOf(part.target), own: p.text, whole: addressOf(whole.target), asked: w.text };
  const less = p.text !== '' && w.text !== '' && !p.value.eq(inUnit(w.value, w.unit, p.unit));
  return findingAt('warning', less ? 'cascade/weaker' : 'cascade/softer', args, part);
}

/**
 * Judges a target with everything that serves it: whether the parts add up to the whole, whether one promises less,
 * whether what they reported adds up, and which explains how much of what the whole is behind. `plan` is the root's,
 * whose default as-of month holds for all. Pure.
 */
export function cascadeOf(root: Branch, plan: Plan, input: CheckInput): Cascade {
  const { catalogue, series, today } = input;
  const asOf = input.asOf ?? defaultAsOf(targetsOf(plan), series, catalogue, today);
  // a unit has no figures of its own
  const check = (branches: readonly Branch[], month: number): PlanVerdict => {
    const items = branches.filter(regionOf).map((b) => b.target);
    return checkPlan({ ...plan, root: { ...plan.root, goals: [], items } }, { ...input, asOf: month });
  };
  const byTarget = ({ verdicts }: PlanVerdict) => new Map(verdicts.map((v) => [v.item, v]));
  const branches = branchesOf(root);
  const first = check(branches, asOf);
  const verdicts = byTarget(first);
  const figures = new Figures(new Book(series, asOf), catalogue);
  const later = (some: readonly Branch[], month: number) => byTarget(check(some, month));
  const findings: Diagnostic[] = [];
  const say = (d: Diagnostic): void => void findings.push(d);
  const of = new Map<Branch, Judged>(
    branches.map((b) => {
      const verdict = verdicts.get(b.target);
      return [b, verdict ? { verdict } : {}];
    }),
  );
  const add = (branch: Branch, more: Judged): void => void of.set(branch, { ...of.get(branch), ...more });
  for (const branch of branches) {
    const promised = promisedOf(branch, catalogue, say);
    for (const part of branch.parts) {
      const less = weaker(branch, part);
      if (less) say(less);
    }
    if (!promised) continue;
    const sums = reportedOf(branch, figures, verdicts.get(branch.target), later, say);
    add(branch, { promised, ...(sums ? { reported: sums.reported } : {}) });
    for (const part of branch.parts.filter((p) => p.relation === 'adds')) {
      const own = pledgeOf(part.target);
      const contribution = sums?.of.get(part);
      add(part, {
        ...(own && !promised.whole.value.eq(0)
          ? { ofPromise: inUnit(own.value, own.unit, promised.whole.unit).div(promised.whole.value) }
          : {}),
        ...(contribution ? { contribution } : {}),
      });
    }
  }
  return { root, asOf, of, findings, warnings: first.warnings };
}
