import type { Catalogue } from '../model/catalogue.ts';
import { type Decimal, HUNDRED, plain } from '../model/decimal.ts';
import { addsUp, type Indicator, restsOn } from '../model/indicator.ts';
import { type ArgsByCode, type Both, sentences } from '../model/message.ts';
import { misfitsOf } from '../model/pace.ts';
import { formatPeriod, monthPeriod, partsOf } from '../model/period.ts';
import type { Goal, Step, Target } from '../model/plan.ts';
import { formatQuantity } from '../model/quantity.ts';
import type { Region } from '../model/region.ts';
import { convert } from '../model/unit.ts';
import { allTargets, allThings, at, type Finding, type Rule } from './rule.ts';

const SAYS = sentences({
  'incomplete-form/none': {
    en: 'the target “{id}” has no form; say at_least, at_most, about, rise … or unquantified',
    zh: '目标“{id}”没有写明形式；应写 at_least、at_most、about、rise……或 unquantified',
  },
  'incomplete-form/several': {
    en: 'the target “{id}” has several forms ({forms}); write a target for each',
    zh: '目标“{id}”有多个形式（{forms}），请分别写成目标',
  },
  'incomplete-form/average': {
    en: 'mean yearly growth needs a baseline; add baseline: with its period',
    zh: '年均增长须有基期，请补上 baseline: 及其 period',
  },
  'incomplete-form/group': {
    en: '“{region}” is one region; a group with members is needed here',
    zh: '“{region}”是单个地区，此处须为有成员的地区组',
  },
  'incomplete-form/group-without-each': {
    en: 'the region of “{id}”, {region}, is a group; add each: region',
    zh: '目标“{id}”的地区“{region}”是地区组，请补上 each: region',
  },
  'incomplete-form/no-quarter': {
    en: 'the window {window} of “{id}” holds no whole quarter; widen it, or say each: month',
    zh: '“{id}”的窗口 {window} 内没有完整季度；请扩大窗口，或写 each: month',
  },
  'incomplete-form/neither': {
    en: '“{id}”: the catalogue does not say which way {indicator} is better, so it cannot improve; write rise or fall, or better: there',
    zh: '“{id}”：目录未写明 {indicator} 以高为好还是以低为好，无从“提升”；请写 rise 或 fall，或在目录中写 better',
  },
  'incomplete-form/baseline': {
    en: 'the baseline needs a period, and its value if the plan states one',
    zh: '基期须写明 period；方案给出数值的，一并写 value',
  },
  'incomplete-form/baseline-late': {
    en: 'the baseline {period} does not end before the window {window}; a baseline lies before what it is compared with',
    zh: '基期 {period} 没有在窗口 {window} 结束前结束；基期应在比较期之前',
  },
  'incomplete-form/baseline-target': {
    en: 'only times can take another target as its baseline',
    zh: '只有 times 可以用另一目标作基数',
  },
  'incomplete-form/steps-order': {
    en: 'in the steps of “{id}”, “{step}” comes after “{before}”: none may go back behind the one before it',
    zh: '“{id}”的分期目标（steps）中，“{step}”在“{before}”之后：后一个不能比前一个倒退',
  },
  'incomplete-form/steps-beyond': {
    en: 'in the steps of “{id}”, “{step}” is no part of the whole; write 0 % to 100 %',
    zh: '“{id}”的分期目标（steps）中，“{step}”不在 0 % 至 100 % 之间，请更正',
  },
  'incomplete-form/steps-twice': {
    en: 'in the steps of “{id}”, “{step}” is the second one for {month}; keep one',
    zh: '“{id}”的分期目标（steps）中，“{step}”是 {month} 的第二个，只能保留一个',
  },
  'incomplete-form/not-member': {
    en: '{region} is not in the group {group}, so it has no place there',
    zh: '{region} 不在地区组“{group}”中，没有位次可言',
  },
  'incomplete-form/no-difference': {
    en: 'a difference is from another region, or from the average of a group that has one; not from {region}',
    zh: '应与另一个地区或有平均数的地区组相比，不能与 {region} 相比',
  },
  'incomplete-form/steps': { en: 'pace: steps needs steps:', zh: 'pace: steps 须同时写 steps:' },
  'incomplete-form/linear': {
    en: 'pace: linear needs a baseline with its value, except for a flow, or an indicator that builds up over the window (accumulates: true in the catalogue)',
    zh: 'pace: linear 须有写明数值的基期；流量和在窗口内累积的指标（目录中写 accumulates: true）除外',
  },
  'incomplete-form/linear-kind': {
    en: 'a {kind} does not move along a line; leave pace: linear out',
    zh: '{kind} 不随时间线性推进，请去掉 pace: linear',
  },
  'incomplete-form/stretch': {
    en: 'a target without a figure cannot have a stretch',
    zh: '没有数值的目标不能有力争值（stretch）',
  },
  'incomplete-form/seasonal-kind': {
    en: 'pace: seasonal is for a flow or what builds up over the window, within a year; a {kind} here has no season',
    zh: 'pace: seasonal 用于流量和在窗口内累积的指标；此处的 {kind} 没有季节可言',
  },
  'incomplete-form/seasonal-window': {
    en: 'pace: seasonal needs a window of a year or less, or of whole years',
    zh: 'pace: seasonal 的窗口应不超过一年，或为整年',
  },
  'incomplete-form/geometric': {
    en: 'pace: geometric needs a baseline with its value, and both it and the figure promised above 0: no rate of growth leads to or from 0',
    zh: 'pace: geometric 须有写明数值的基期，且基数和目标值均大于 0：增速不能由 0 起，也不能到 0',
  },
  'incomplete-form/geometric-kind': {
    en: 'pace: geometric is for a level on a path from its baseline (a flow: on a path of several years); a {kind} here has none; leave it out',
    zh: 'pace: geometric 用于从基期逐步到目标值的水平指标（流量须为多年路径），此处的 {kind} 不适用，请去掉',
  },
  'incomplete-form/pace-form': {
    en: 'a mean rate, a place or a difference holds from the start; leave pace: {pace} out',
    zh: '年均增速、位次和差距自始应达，请去掉 pace: {pace}',
  },
});

declare module '../model/diagnostic.ts' {
  interface FindingArgs extends ArgsByCode<typeof SAYS> {}
}

type Says = ArgsByCode<typeof SAYS>;
type Fault = Finding<typeof SAYS>;
type What = keyof Says extends `incomplete-form/${infer W}` ? W : never;

/** What a sentence is told beside the id. */
type About<W extends What> = Omit<Both<Says[`incomplete-form/${W}`]>, 'id'>;

const finding = <W extends What>(target: Target, what: W, args: About<W>, key = ''): Fault =>
  ({ code: `incomplete-form/${what}`, args: { id: target.id, ...args }, ...at(target, key) }) as Fault;

/** Takes a finding: tens of thousands of targets have none, so that none of them makes an iterator. */
type Add = (finding: Fault) => void;

function ofForm(target: Target, add: Add): void {
  const { forms, form, baseline } = target;
  if (forms.length === 0) add(finding(target, 'none', {}));
  else if (forms.length > 1) add(finding(target, 'several', { forms }));
  if (form?.comparator === 'improve' && target.indicator?.found?.better === 'neither')
    add(finding(target, 'neither', { indicator: target.indicator.found.id }, 'improve'));
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
    const args = { id, step: stepText(to) };
    const place = { file, pointer: step.pointer ?? '' };
    if ('part' in to && (to.part.gt(1) || to.part.lt(0)))
      add({ code: 'incomplete-form/steps-beyond', args, ...place });
    else if (before?.month === month) {
      const twice = { ...args, month: formatPeriod(monthPeriod(month)) };
      add({ code: 'incomplete-form/steps-twice', args: twice, ...place });
    } else if (before && goesBack(before.to, to, down)) {
      const order = { ...args, before: stepText(before.to) };
      add({ code: 'incomplete-form/steps-order', args: order, ...place });
    }
    before = step;
  }
}

/** A comparison with a region that can't be made: a place outside the group, a difference from itself or a group. */
function ofBenchmark(target: Target, catalogue: Catalogue, add: Add): void {
  const membersOf = (r: Region): readonly Region[] => catalogue.membersOf(r);
  const [own, benchmark, change] = [target.region?.found, target.form?.benchmark?.found, target.form?.change];
  if (!own || !benchmark || !change) return;
  const regions = membersOf(own);
  if (change === 'rank' && benchmark.members && regions.some((r) => !membersOf(benchmark).includes(r)))
    add(finding(target, 'not-member', { region: own.name, group: benchmark.name }, 'rank/among'));
  // a group is compared with by its average, where it has one
  const none = benchmark.members !== undefined && !groupHasFigure(target.indicator?.found, catalogue);
  if (change !== 'rank' && (none || regions.includes(benchmark)))
    add(finding(target, 'no-difference', { region: benchmark.name }, `${change}/region`));
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
  if (target.form?.change === 'rank' || !groupHasFigure(target.indicator?.found, catalogue))
    add(finding(target, 'group-without-each', { region: target.region?.text ?? '' }));
}

function ofPace(target: Target, add: Add): void {
  const { pace, form, baseline, window, steps } = target;
  const indicator = target.indicator?.found;
  // what is stated above a target it takes over only where it can keep it: a pace that does not fit is its own
  if (pace && indicator)
    for (const misfit of misfitsOf(pace, { indicator, form, baseline, window, steps }))
      add(finding(target, misfit, { kind: indicator.kind, pace }, 'pace'));
  if (target.stretch && form?.comparator === 'unquantified') add(finding(target, 'stretch', {}, 'stretch'));
}

/** A target without a form, with several, or without what its form needs. */
export const incompleteForm: Rule = {
  id: 'incomplete-form',
  severity: 'error',
  says: SAYS,
  check(w): Iterable<Fault> {
    const found: Fault[] = [];
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
