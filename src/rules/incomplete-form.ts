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

/** Takes a finding: tens of thousands of targets have none, so that none of them makes an iterator. */
type Add = (finding: Finding) => void;

function ofForm(target: Target, add: Add): void {
  const { forms, form, baseline } = target;
  if (forms.length === 0) add(finding(target, 'none'));
  else if (forms.length > 1) add(finding(target, 'several', { forms }));
  if (form?.change === 'average' && !baseline) add(finding(target, 'average', {}, 'average'));
  if (form?.change === 'rank' && form.benchmark?.found && !form.benchmark.found.members)
    add(finding(target, 'group', { region: form.benchmark.text }, 'rank/among'));
  if (baseline && !baseline.target && !baseline.period) add(finding(target, 'baseline', {}, 'baseline'));
  if (baseline?.period && baseline.period.end >= target.window.end)
    add(
      finding(
        target,
        'baseline-late',
        { period: formatPeriod(baseline.period), window: formatPeriod(target.window) },
        'baseline/period',
      ),
    );
  if (baseline?.target && form?.change !== 'times')
    add(finding(target, 'baseline-target', {}, 'baseline/target'));
}

/** Checkpoints that fall, pass the whole, or stand twice in one month. */
function ofSteps(target: Target, add: Add): void {
  let before: { month: number; part: Decimal } | undefined;
  for (const step of target.steps ?? []) {
    const part = 'part' in step.to ? step.to.part : undefined;
    if (!part) continue;
    if (part.gt(1) || part.lt(0) || (before && (part.lt(before.part) || step.month === before.month)))
      add(finding(target, 'steps-order', {}, 'steps'));
    before = { month: step.month, part };
  }
}

/** A comparison with a region that can't be made: a place outside the group, a difference from itself or a group. */
function ofBenchmark(target: Target, membersOf: (r: Region) => readonly Region[], add: Add): void {
  const [own, benchmark, change] = [target.region?.found, target.form?.benchmark?.found, target.form?.change];
  if (!own || !benchmark || !change) return;
  const regions = membersOf(own);
  if (change === 'rank' && benchmark.members && regions.some((r) => !membersOf(benchmark).includes(r)))
    add(finding(target, 'not-member', { region: own.name, group: benchmark.name }, 'rank/among'));
  if (change !== 'rank' && (benchmark.members || regions.includes(benchmark)))
    add(finding(target, 'no-difference', { region: benchmark.name }, `${change}/region`));
}

function ofEach(target: Target, add: Add): void {
  const group = target.region?.found?.members !== undefined;
  if (target.each === 'region' && target.region?.found && !group)
    add(finding(target, 'group', { region: target.region.text }, 'each'));
  if (group && target.each !== 'region' && !target.sameAs)
    add(finding(target, 'group-without-each', { region: target.region?.text ?? '' }));
}

function ofPace(target: Target, add: Add): void {
  const kind = target.indicator?.found;
  if (target.pace === 'steps' && !target.steps) add(finding(target, 'steps', {}, 'pace'));
  const stated = target.baseline?.value !== undefined;
  if (target.pace === 'linear' && kind && kind.kind !== 'flow' && !kind.accumulates && !stated)
    add(finding(target, 'linear', {}, 'pace'));
  if (target.pace === 'linear' && kind && !isLevel(kind))
    add(finding(target, 'linear-kind', { kind: kind.kind }, 'pace'));
  if (target.stretch && target.form?.comparator === 'unquantified')
    add(finding(target, 'stretch', {}, 'stretch'));
}

/** A target without a form, with several, or without what its form needs. */
export const incompleteForm: Rule = {
  id: 'incomplete-form',
  severity: 'error',
  check(w): Iterable<Finding> {
    const found: Finding[] = [];
    const add: Add = (f) => void found.push(f);
    const membersOf = (r: Region): readonly Region[] => w.catalogue.membersOf(r);
    for (const target of allTargets(w)) {
      ofForm(target, add);
      ofEach(target, add);
      ofPace(target, add);
      ofSteps(target, add);
      ofBenchmark(target, membersOf, add);
    }
    return found;
  },
};
