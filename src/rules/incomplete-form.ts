import type { Catalogue } from '../model/catalogue.ts';
import { type Decimal, HUNDRED, plain } from '../model/decimal.ts';
import { CHANGES, COMPARATORS, comparedBy, isJudged } from '../model/forms.ts';
import { type Indicator, restsOn } from '../model/indicator.ts';
import { addsUp } from '../model/kinds.ts';
import { misfitsOf } from '../model/pace.ts';
import { formatPeriod, monthPeriod, partsOf } from '../model/period.ts';
import type { Goal, Step, Target } from '../model/plan.ts';
import { formatQuantity } from '../model/quantity.ts';
import type { Region } from '../model/region.ts';
import { convert } from '../model/unit.ts';
import { allTargets, allThings, at, type Finding, type Rule } from './rule.ts';

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
  const change = form?.change && CHANGES[form.change];
  if (form && COMPARATORS[form.comparator].directed && target.indicator?.found?.better === 'neither')
    add(finding(target, 'neither', { indicator: target.indicator.found.id }, form.comparator));
  if (change?.baseline === 'stated' && !baseline) add(finding(target, 'average', {}, form?.change));
  if (change?.benchmark === 'among' && form?.benchmark?.found && !form.benchmark.found.members)
    add(finding(target, 'group', { region: form.benchmark.text }, `${form.change}/among`));
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
  if (baseline?.target && change?.baseline !== 'target')
    add(finding(target, 'baseline-target', {}, 'baseline/target'));
}

/** A checkpoint's part as it is written: 40 %. */
const percent = (part: Decimal): string => `${plain(part.times(HUNDRED))} %`;

/** Whether the way of a target leads down: from a stated baseline to less. */
function leadsDown(thing: Goal | Target): boolean {
  const [from, to] = thing.type === 'target' ? [thing.baseline?.value, thing.form?.value] : [];
  const start = from && to && convert(from.value, from.unit, to.unit);
  return start?.gt(to?.value ?? start) ?? false;
}

/** Whether a checkpoint goes back behind the one before it; parts and amounts are not compared with each other. */
function goesBack(before: Step['to'], to: Step['to'], down: boolean): boolean {
  if ('part' in to) return 'part' in before && to.part.lt(before.part);
  const earlier =
    'part' in before ? undefined : convert(before.amount.value, before.amount.unit, to.amount.unit);
  if (!earlier) return false;
  return down ? to.amount.value.gt(earlier) : to.amount.value.lt(earlier);
}

const stepText = (to: Step['to']): string => ('part' in to ? percent(to.part) : formatQuantity(to.amount));

/** Checkpoints that go back, pass the whole, or stand twice in one month. */
function ofSteps(thing: Goal | Target, add: Add): void {
  const { id, file, steps } = thing;
  const down = leadsDown(thing);
  let before: Step | undefined;
  for (const step of steps?.points ?? []) {
    const { month, to } = step;
    const say = (what: string, args: Finding['args']): void =>
      add({ what, args: { id, step: stepText(to), ...args }, file, pointer: step.pointer ?? '' });
    if ('part' in to && (to.part.gt(1) || to.part.lt(0))) say('steps-beyond', {});
    else if (before?.month === month) say('steps-twice', { month: formatPeriod(monthPeriod(month)) });
    else if (before && goesBack(before.to, to, down)) say('steps-order', { before: stepText(before.to) });
    before = step;
  }
}

/** A comparison with a region that can't be made: a place outside the group, a difference from itself or a group. */
function ofBenchmark(target: Target, catalogue: Catalogue, add: Add): void {
  const membersOf = (r: Region): readonly Region[] => catalogue.membersOf(r);
  const [own, benchmark, change] = [target.region?.found, target.form?.benchmark?.found, target.form?.change];
  if (!own || !benchmark || !change) return;
  const regions = membersOf(own);
  const key = `${change}/${CHANGES[change].benchmark}`;
  if (CHANGES[change].compares === 'places') {
    if (benchmark.members && regions.some((r) => !membersOf(benchmark).includes(r)))
      add(finding(target, 'not-member', { region: own.name, group: benchmark.name }, key));
    return;
  }
  // a group is compared with by its average, where it has one
  const none = benchmark.members !== undefined && !groupHasFigure(target.indicator?.found, catalogue);
  if (none || regions.includes(benchmark))
    add(finding(target, 'no-difference', { region: benchmark.name }, key));
}

/** Whether a group can have a figure of its own: amounts add up, and what is made of amounts is made of their sums. */
function groupHasFigure(i: Indicator | undefined, catalogue: Catalogue, depth = 0): boolean {
  if (!i || addsUp(i)) return true;
  const { derivation } = i;
  if (depth > 9 || (derivation?.from !== 'parts' && derivation?.from !== 'levels')) return false;
  return restsOn(derivation).every((name) =>
    groupHasFigure(catalogue.indicatorNames.get(name), catalogue, depth + 1),
  );
}

function ofEach(target: Target, catalogue: Catalogue, add: Add): void {
  const group = target.region?.found?.members !== undefined;
  if (target.each === 'region' && target.region?.found && !group)
    add(finding(target, 'group', { region: target.region.text }, 'each'));
  if (target.each === 'quarter' && partsOf(target.window, 3).length === 0)
    add(finding(target, 'no-quarter', { window: formatPeriod(target.window) }, 'each'));
  if (!group || target.each === 'region' || target.sameAs) return;
  const places = target.form && comparedBy(target.form) === 'places';
  if (places || !groupHasFigure(target.indicator?.found, catalogue))
    add(finding(target, 'group-without-each', { region: target.region?.text ?? '' }));
}

function ofPace(target: Target, add: Add): void {
  const { pace, form, baseline, window, steps } = target;
  const indicator = target.indicator?.found;
  // what is stated above a target it takes over only where it can keep it: a pace that does not fit is its own
  if (pace && indicator)
    for (const misfit of misfitsOf(pace, { indicator, form, baseline, window, steps }))
      add(finding(target, misfit, { kind: indicator.kind, pace }, 'pace'));
  if (target.stretch && form && !isJudged(form)) add(finding(target, 'stretch', {}, 'stretch'));
}

/** A target without a form, with several, or without what its form needs. */
export const incompleteForm: Rule = {
  id: 'incomplete-form',
  severity: 'error',
  check(w): Iterable<Finding> {
    const found: Finding[] = [];
    const add: Add = (f) => void found.push(f);
    for (const target of allTargets(w)) {
      ofForm(target, add);
      ofEach(target, w.catalogue, add);
      ofPace(target, add);
      ofBenchmark(target, w.catalogue, add);
    }
    for (const thing of allThings(w))
      if (thing.type !== 'milestone' && thing.steps?.pointer === `${thing.pointer}/steps`)
        ofSteps(thing, add);
    return found;
  },
};
