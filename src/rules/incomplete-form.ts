import { isLevel } from '../model/indicator.ts';
import { formatPeriod } from '../model/period.ts';
import type { Target } from '../model/plan.ts';
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
    }
  },
};
