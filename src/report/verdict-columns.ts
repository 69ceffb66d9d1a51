import { labelPeriod } from '../model/label.ts';
import { monthPeriod } from '../model/period.ts';
import { addressOf, type Item } from '../model/plan.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Language } from '../wording/message.ts';
import { type Column, WIDE } from './document.ts';
import { neededCell } from './needed.ts';
import { dim, lines, type Rich } from './rich.ts';
import { statusCell } from './status.ts';
import {
  amountText,
  changeText,
  doneText,
  figureText,
  limitText,
  paceGapOf,
  periodText,
  promiseText,
  reasonText,
  safe,
  stretchText,
  unitsText,
  word,
} from './text.ts';

/** Names a row gives of many; `explain` gives all. */
const NAMED = 6;

/** From this many columns on, what is still needed stands beside the rest without being asked for. */
export const WIDEST = 150;

/** Whether a row says why beside the title: where no figure was simply held against its promise. */
const saysWhy = ({ item, status, parts, calculated, reason }: Verdict): boolean =>
  (item.type === 'target' && item.sameAs !== undefined) ||
  status === 'no-data' ||
  parts !== undefined ||
  calculated !== undefined ||
  reason.code.startsWith('done') ||
  reason.code === 'not-done';

const titleText = (v: Verdict, language: Language): Rich =>
  lines(safe(v.item.title), saysWhy(v) ? dim(reasonText(v, language, NAMED)) : '');

const actualText = ({ actual }: Verdict, language: Language): Rich =>
  actual ? lines(figureText(actual), dim(periodText(actual, language))) : '';

/** Whether the figure is held against another value than the promise names: 左右, or a level made from a baseline. */
function hasLimitOfItsOwn(item: Item): boolean {
  if (item.type !== 'target' || !item.form) return false;
  const { change, comparator } = item.form;
  return change ? change === 'rise' || change === 'fall' || change === 'times' : comparator === 'about';
}

/** Decimals that tell a figure from what it is held against. */
const decimalsOf = (v: Verdict): number => Math.max(2, v.actual?.decimals ?? 0);

function promisedText(v: Verdict, language: Language): Rich {
  const { item } = v;
  const limit =
    v.bound && hasLimitOfItsOwn(item) ? word('limit', language, { value: limitText(v, decimalsOf(v)) }) : '';
  const stretch =
    item.type === 'target' && item.stretch
      ? word(v.stretch?.met ? 'stretchMet' : 'stretch', language, {
          value: stretchText(item.stretch, language),
        })
      : '';
  return lines(promiseText(item, language), dim(limit), dim(stretch));
}

/** What was expected on the way; at its end it is the promise itself. */
const expectedText = (v: Verdict): string =>
  v.expected && v.elapsed?.lt(1) ? amountText(v.expected, decimalsOf(v)) : '';

function expectedUnder(v: Verdict, language: Language): Rich {
  const value = expectedText(v);
  return value && word('expectedShort', language, { value });
}

function completionText(v: Verdict, language: Language): string {
  if (v.completion) return doneText(v, language);
  if (!v.distance) return '';
  return `${v.distance.value.gt(0) ? '+' : ''}${changeText(v.distance, language)}`;
}

/** Of a ceiling that the present rate goes beyond: when it will be used up. */
function usedUpText({ needed }: Verdict, language: Language): string {
  if (!needed?.exceeds || needed.usedUp === undefined) return '';
  return word('usedUp', language, { month: labelPeriod(monthPeriod(needed.usedUp), language) });
}

function paceText(v: Verdict, language: Language): string {
  const gap = paceGapOf(v);
  return gap ? word(gap.key, language, { points: gap.points }) : '';
}

const STATUS_COLUMN: Column<Verdict> = {
  key: 'status',
  heading: (language) => word('status', language),
  least: 8,
  rigid: true,
  text: statusCell,
};

const TARGET: Column<Verdict> = {
  key: 'title',
  heading: (language) => word('target', language),
  least: 14,
  leastWide: 22,
  text: titleText,
};

const ACTUAL: Column<Verdict> = {
  key: 'actual',
  heading: (language) => word('actual', language),
  least: 10,
  leastWide: 14,
  text: actualText,
};

const PROMISED: Column<Verdict> = {
  key: 'value',
  heading: (language) => word('value', language),
  least: 12,
  text: promisedText,
};

const EXPECTED: Column<Verdict> = {
  key: 'expected',
  heading: (language) => word('expected', language),
  least: 8,
  under: 'value',
  text: expectedText,
  textUnder: expectedUnder,
};

const DONE: Omit<Column<Verdict>, 'text'> = {
  key: 'completion',
  heading: (language) => word('completion', language),
  least: 10,
  leastWide: 8,
};

/** Where what is still needed stands beside it, that tells when a ceiling is used up. */
const DONE_ALONE: Column<Verdict> = { ...DONE, text: completionText };

const DONE_AND_USED_UP: Column<Verdict> = {
  ...DONE,
  text: (v, language) => lines(completionText(v, language), dim(usedUpText(v, language))),
};

const PACE_GAP: Column<Verdict> = {
  key: 'paceGap',
  heading: (language) => word('paceGap', language),
  least: 9,
  under: 'completion',
  text: paceText,
};

const NEEDED: Column<Verdict> = {
  key: 'needed',
  heading: (language) => word('needed', language),
  least: 16,
  text: neededCell,
};

const LEAD: Column<Verdict> = {
  key: 'leadUnits',
  heading: (language) => word('lead', language),
  least: 9,
  leastWide: 12,
  text: ({ item }, language) => unitsText(item.lead, item.leadOpen, language),
};

/** The columns of a table of verdicts; what is still needed stands among them where there is very much room. */
export const VERDICT_COLUMNS: readonly Column<Verdict>[] = [
  STATUS_COLUMN,
  TARGET,
  ACTUAL,
  PROMISED,
  EXPECTED,
  { ...DONE_AND_USED_UP, until: WIDEST },
  { ...DONE_ALONE, from: WIDEST },
  PACE_GAP,
  { ...NEEDED, from: WIDEST },
  LEAD,
];

/** The columns where what is still needed was asked for: instead of how far the target is done, where there is less room. */
export const NEEDED_COLUMNS: readonly Column<Verdict>[] = [
  STATUS_COLUMN,
  TARGET,
  { ...ACTUAL, least: 11 },
  PROMISED,
  EXPECTED,
  { ...DONE_ALONE, from: WIDE },
  { ...PACE_GAP, from: WIDEST },
  NEEDED,
  LEAD,
];

/** The same columns with the address of each target under its title, for rows that do not stand under their plan. */
export const withAddress = (columns: readonly Column<Verdict>[]): Column<Verdict>[] =>
  columns.map((c) =>
    c === TARGET
      ? { ...c, text: (v, language) => lines(titleText(v, language), dim(safe(addressOf(v.item)))) }
      : c,
  );
