import { labelPeriod } from '../model/label.ts';
import { monthPeriod } from '../model/period.ts';
import { addressOf, type Goal, goalsOf, type Item } from '../model/plan.ts';
import { type GoalVerdict, type PlanVerdict, STATUSES, type Status, type Verdict } from '../model/verdict.ts';
import { MARK, STATUS } from '../wording/verdicts.ts';
import { type Column, grid, type Row } from './grid.ts';
import { neededCell } from './needed.ts';
import {
  amountText,
  type Colour,
  changeText,
  doneText,
  figureText,
  limitText,
  paceGapOf,
  percentText,
  periodText,
  promiseText,
  reasonText,
  type Style,
  safe,
  stretchText,
  unitsText,
  word,
} from './text.ts';
import { wrap } from './width.ts';

const COLOUR: Readonly<Record<Status, Colour>> = {
  achieved: 'green',
  'on-track': 'cyan',
  lagging: 'yellow',
  missed: 'red',
  'no-data': 'magenta',
  'not-due': 'dim',
  unquantified: 'dim',
};

/** From this many columns on, every value has a column of its own; below, pairs share one. */
const WIDE = 110;

/** Names a row gives of many; `explain` gives all. */
const NAMED = 6;

/** From this many columns on, what is still needed stands beside it without being asked for. */
export const WIDEST = 150;

/** Rows that nothing has been reported on: counted in one line a goal unless all are asked for. */
const isQuiet = (v: Verdict): boolean => v.status === 'not-due' || v.status === 'no-data';

export const statusText = (status: Status, style: Style): string =>
  style.paint(STATUS[status][style.language], COLOUR[status]);

function statusCell(v: Verdict, style: Style): string {
  const marks = v.marks.map((m) => style.paint(MARK[m][style.language], 'dim'));
  return [statusText(v.status, style), ...marks].join('\n');
}

function titleCell(v: Verdict, style: Style): string {
  const lines = [safe(v.item.title)];
  if (v.item.type === 'target' && v.item.sameAs)
    lines.push(style.paint(reasonText(v, style.language, NAMED), 'dim'));
  else if (
    v.status === 'no-data' ||
    v.parts ||
    v.calculated ||
    v.reason.code.startsWith('done') ||
    v.reason.code === 'not-done'
  )
    lines.push(style.paint(reasonText(v, style.language, NAMED), 'dim'));
  return lines.join('\n');
}

function actualCell(v: Verdict, style: Style): string {
  if (!v.actual) return '';
  return `${figureText(v.actual)}\n${style.paint(periodText(v.actual, style.language), 'dim')}`;
}

/** Whether the figure is held against another value than the promise names: 左右, or a level made from a baseline. */
function hasLimitOfItsOwn(item: Item): boolean {
  if (item.type !== 'target' || !item.form) return false;
  const { change, comparator } = item.form;
  return change ? change === 'rise' || change === 'fall' || change === 'times' : comparator === 'about';
}

/** Decimals that tell a figure from what it is held against. */
const decimalsOf = (v: Verdict): number => Math.max(2, v.actual?.decimals ?? 0);

function promiseCell(v: Verdict, style: Style): string {
  const lines = [promiseText(v.item, style.language)];
  if (v.bound && hasLimitOfItsOwn(v.item))
    lines.push(style.paint(word('limit', style.language, { value: limitText(v, decimalsOf(v)) }), 'dim'));
  if (v.item.type === 'target' && v.item.stretch) {
    const key = v.stretch?.met ? 'stretchMet' : 'stretch';
    lines.push(
      style.paint(word(key, style.language, { value: stretchText(v.item.stretch, style.language) }), 'dim'),
    );
  }
  return lines.join('\n');
}

/** What was expected on the way; at its end it is the promise itself. */
const expectedText = (v: Verdict): string =>
  v.expected && v.elapsed?.lt(1) ? amountText(v.expected, decimalsOf(v)) : '';

function completionText(v: Verdict, style: Style): string {
  if (v.completion) return doneText(v, style.language);
  if (!v.distance) return '';
  return `${v.distance.value.gt(0) ? '+' : ''}${changeText(v.distance, style.language)}`;
}

/** How far it is done; of a ceiling that the present rate goes beyond, when it will be used up, unless that stands elsewhere. */
function completionCell(v: Verdict, style: Style, needed: boolean): string {
  const n = needed ? undefined : v.needed;
  const month =
    n?.exceeds && n.usedUp !== undefined ? labelPeriod(monthPeriod(n.usedUp), style.language) : '';
  return lines(
    completionText(v, style),
    month && style.paint(word('usedUp', style.language, { month }), 'dim'),
  );
}

function paceText(v: Verdict, style: Style): string {
  const gap = paceGapOf(v);
  return gap ? word(gap.key, style.language, { points: gap.points }) : '';
}

const leadText = (v: Verdict, style: Style): string =>
  unitsText(v.item.lead, v.item.leadOpen, style.language);

const lines = (...parts: readonly string[]): string => parts.filter((p) => p !== '').join('\n');

/** A column of the table: its heading, how it shrinks, and what a verdict has in it. */
interface Field extends Column {
  readonly cell: (v: Verdict) => string;
}

/**
 * The columns. In a narrow terminal pairs share one; what is still needed is shown in a very wide one, or where it was
 * asked for, instead of how far the target is done.
 */
function fieldsOf(style: Style, needed: boolean): Field[] {
  const w = (key: Parameters<typeof word>[0]): string => style.paint(word(key, style.language), 'bold');
  const slash = (a: Parameters<typeof word>[0], b: Parameters<typeof word>[0]): string => `${w(a)} / ${w(b)}`;
  const dim = (text: string): string => style.paint(text, 'dim');
  const status: Field = { head: w('status'), min: 8, rigid: true, cell: (v) => statusCell(v, style) };
  const lead: Field = { head: w('lead'), min: 9, cell: (v) => leadText(v, style) };
  const still: Field = { head: w('needed'), min: 16, cell: (v) => neededCell(v, style) };
  const actual = (v: Verdict): string => actualCell(v, style);
  const promise = (v: Verdict): string => promiseCell(v, style);
  if (style.width >= WIDE) {
    const withNeed = needed || style.width >= WIDEST;
    const gap: Field = { head: w('paceGap'), min: 9, cell: (v) => paceText(v, style) };
    return [
      status,
      { head: w('target'), min: 22, cell: (v) => titleCell(v, style) },
      { head: w('actual'), min: 14, cell: actual },
      { head: w('value'), min: 12, cell: promise },
      { head: w('expected'), min: 8, cell: expectedText },
      { head: w('completion'), min: 8, cell: (v) => completionCell(v, style, withNeed) },
      ...(needed && style.width < WIDEST ? [] : [gap]),
      ...(withNeed ? [still] : []),
      { ...lead, min: 12 },
    ];
  }
  const expected = (v: Verdict): string => {
    const value = expectedText(v);
    return value && dim(word('expectedShort', style.language, { value }));
  };
  const done: Field = {
    head: slash('completion', 'paceGap'),
    min: 10,
    cell: (v) => lines(completionCell(v, style, false), dim(paceText(v, style))),
  };
  return [
    status,
    { head: w('target'), min: 14, cell: (v) => titleCell(v, style) },
    { head: w('actual'), min: needed ? 11 : 10, cell: actual },
    { head: slash('value', 'expected'), min: 12, cell: (v) => lines(promise(v), expected(v)) },
    needed ? still : done,
    lead,
  ];
}

/** `3 lagging · 2 no data`, in the order of gravity. */
export function countsText(counts: Readonly<Record<Status, number>>, style: Style): string {
  const present = STATUSES.filter((s) => counts[s] > 0);
  return present
    .map((s) => word('counts', style.language, { count: counts[s], status: statusText(s, style) }))
    .join(' · ');
}

function goalHeading(goal: Goal, style: Style): string {
  const locator = goal.locator ? `${safe(goal.locator)} ` : '';
  return style.paint(`${locator}${safe(goal.title)}`, 'bold');
}

/** The goal's own status, the worst under it, where a row of it is shown. */
const goalStatus = (goal: GoalVerdict | undefined, style: Style): string =>
  goal?.status ? statusText(goal.status, style) : '';

/** How much of a goal is achieved by weight, where the plan weighs what lies in it. */
const weightText = (goal: GoalVerdict | undefined, style: Style): string =>
  goal?.weighted
    ? style.paint(
        word('goalWeight', style.language, { achieved: percentText(goal.weighted.achieved) }),
        'dim',
      )
    : '';

/** What the plan as a whole comes to by its weights. */
function planWeight(plan: PlanVerdict, style: Style): string[] {
  const weighted = plan.goals.get('')?.weighted;
  if (!weighted) return [];
  const { achieved, onCourse, completion } = weighted;
  const args = {
    achieved: percentText(achieved),
    onCourse: percentText(onCourse),
    completion: completion ? percentText(completion) : '',
  };
  return [wrap(word('weighted', style.language, args), style.width)];
}

/** The rows under one goal: a heading, its rows, and one line for what nothing has been reported on. */
function goalRows(
  goal: Goal,
  of: ReadonlyMap<Item, Verdict>,
  plan: PlanVerdict,
  fields: readonly Field[],
  style: Style,
  all: boolean,
): Row[] {
  const verdicts = goal.items.map((i) => of.get(i)).filter((v) => v !== undefined);
  if (verdicts.length === 0) return [];
  const shown = all ? verdicts : verdicts.filter((v) => !isQuiet(v));
  const quiet = all ? [] : verdicts.filter(isQuiet);
  const counts = Object.fromEntries(STATUSES.map((s) => [s, quiet.filter((v) => v.status === s).length]));
  const left = quiet.length > 0 ? `(${countsText(counts as Record<Status, number>, style)})` : '';
  // the plan's own rows stand below its title already
  const name = goal.pointer === '' ? '' : goalHeading(goal, style);
  const status = name === '' || shown.length === 0 ? '' : goalStatus(plan.goals.get(goal.pointer), style);
  const weighted = name === '' ? '' : weightText(plan.goals.get(goal.pointer), style);
  const heading = [name, status, weighted, left].filter((t) => t !== '').join('  ');
  return [...(heading === '' ? [] : [{ heading }]), ...shown.map((v) => fields.map((f) => f.cell(v)))];
}

/** One plan as a table grouped by goal, with the as-of month above it and the counts below. */
export function planTable(
  plan: PlanVerdict,
  verdicts: readonly Verdict[],
  style: Style,
  all: boolean,
): string {
  const of = new Map<Item, Verdict>(verdicts.map((v) => [v.item, v]));
  const month = labelPeriod(monthPeriod(plan.asOf), style.language);
  const title = `${style.paint(safe(plan.plan.title), 'bold')} (${safe(plan.plan.id)}) · ${word('asOf', style.language, { month })}`;
  const fields = fieldsOf(style, false);
  const rows = goalsOf(plan.plan.root).flatMap((g) => goalRows(g, of, plan, fields, style, all));
  const body = rows.length > 0 ? grid(fields, rows, style.width) : '';
  const quiet = all ? [] : verdicts.filter(isQuiet);
  const overdue = quiet.filter((v) => v.marks.includes('overdue')).length || '';
  const hidden = quiet.length > 0 ? [style.paint(word('allHint', style.language, { overdue }), 'dim')] : [];
  const table = body === '' ? [] : ['', body];
  const lines = [
    wrap(title, style.width),
    ...table,
    '',
    wrap(countsText(plan.counts, style), style.width),
    ...planWeight(plan, style),
    ...hidden,
  ];
  return `${lines.join('\n')}\n`;
}

/**
 * Verdicts in the order given, not grouped: for --sort. Each names its address, because its plan is not above it.
 * `needed`: with what is still needed.
 */
export function flatTable(verdicts: readonly Verdict[], style: Style, needed: boolean): string {
  const fields = fieldsOf(style, needed);
  const withAddress = (v: Verdict): string[] => {
    const [status = '', title = '', ...rest] = fields.map((f) => f.cell(v));
    return [status, `${title}\n${style.paint(safe(addressOf(v.item)), 'dim')}`, ...rest];
  };
  return `${grid(fields, verdicts.map(withAddress), style.width)}\n`;
}
