import type { Decimal } from '../model/decimal.ts';
import { isLevel } from '../model/indicator.ts';
import { formatPeriod } from '../model/period.ts';
import type { Target } from '../model/plan.ts';
import type { Region } from '../model/region.ts';
import { allTargets, at, type Finding, type Rule } from './rule.ts';

const finding = (target: Target, what: string, args: Finding['args'] = {}, key = ''): Finding => ({
  what,
  args: { id: target.id, ...args },
  ...at(target, key),
});

function* ofForm(target: Target): Iterable<Finding> {
  const { forms, form, baseline } = target;
  if (forms.length === 0) yield finding(target, 'none');
  else if (forms.length > 1) yield finding(target, 'several', { forms });
  if (form?.change === 'average' && !baseline) yield finding(target, 'average', {}, 'average');
  if (form?.change === 'rank' && form.benchmark?.found && !form.benchmark.found.members)
    yield finding(target, 'group', { region: form.benchmark.text }, 'rank/among');
  if (baseline && !baseline.target && !baseline.period) yield finding(target, 'baseline', {}, 'baseline');
  if (baseline?.period && baseline.period.end >= target.window.end)
    yield finding(
      target,
      'baseline-late',
      { period: formatPeriod(baseline.period), window: formatPeriod(target.window) },
      'baseline/period',
    );
  if (baseline?.target && form?.change !== 'times')
    yield finding(target, 'baseline-target', {}, 'baseline/target');
}

/** Checkpoints that fall, pass the whole, or stand twice in one month. */
function* ofSteps(target: Target): Iterable<Finding> {
  let before: { month: number; part: Decimal } | undefined;
  for (const step of target.steps ?? []) {
    const part = 'part' in step.to ? step.to.part : undefined;
    if (!part) continue;
    if (part.gt(1) || part.lt(0) || (before && (part.lt(before.part) || step.month === before.month)))
      yield finding(target, 'steps-order', {}, 'steps');
    before = { month: step.month, part };
  }
}

/** A comparison with a region that can't be made: a place outside the group, a difference from itself or a group. */
function* ofBenchmark(target: Target, membersOf: (r: Region) => readonly Region[]): Iterable<Finding> {
  const [own, benchmark, change] = [target.region?.found, target.form?.benchmark?.found, target.form?.change];
  if (!own || !benchmark || !change) return;
  const regions = membersOf(own);
  if (change === 'rank' && benchmark.members && regions.some((r) => !membersOf(benchmark).includes(r)))
    yield finding(target, 'not-member', { region: own.name, group: benchmark.name }, 'rank/among');
  if (change !== 'rank' && (benchmark.members || regions.includes(benchmark)))
    yield finding(target, 'no-difference', { region: benchmark.name }, `${change}/region`);
}

function* ofEach(target: Target): Iterable<Finding> {
  const group = target.region?.found?.members !== undefined;
  if (target.each === 'region' && target.region?.found && !group)
    yield finding(target, 'group', { region: target.region.text }, 'each');
  if (group && target.each !== 'region' && !target.sameAs)
    yield finding(target, 'group-without-each', { region: target.region?.text ?? '' });
}

function* ofPace(target: Target): Iterable<Finding> {
  const kind = target.indicator?.found;
  if (target.pace === 'steps' && !target.steps) yield finding(target, 'steps', {}, 'pace');
  const stated = target.baseline?.value !== undefined;
  if (target.pace === 'linear' && kind && kind.kind !== 'flow' && !kind.accumulates && !stated)
    yield finding(target, 'linear', {}, 'pace');
  if (target.pace === 'linear' && kind && !isLevel(kind))
    yield finding(target, 'linear-kind', { kind: kind.kind }, 'pace');
  if (target.stretch && target.form?.comparator === 'unquantified')
    yield finding(target, 'stretch', {}, 'stretch');
}

/** A target without a form, with several, or without what its form needs. */
export const incompleteForm: Rule = {
  id: 'incomplete-form',
  severity: 'error',
  *check(w): Iterable<Finding> {
    for (const target of allTargets(w)) {
      yield* ofForm(target);
      yield* ofEach(target);
      yield* ofPace(target);
      yield* ofSteps(target);
      yield* ofBenchmark(target, (r) => w.catalogue.membersOf(r));
    }
  },
};
