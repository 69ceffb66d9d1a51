import { type Decimal, ONE } from '../model/decimal.ts';
import { labelPeriod } from '../model/label.ts';
import { formatPeriod, monthPeriod } from '../model/period.ts';
import type { Item, Plan, Target } from '../model/plan.ts';
import { addressOf, goalsOf, promiseOf } from '../model/plan.ts';
import { formatQuantity } from '../model/quantity.ts';
import { decidingTolerance } from '../model/tolerance.ts';
import type { Unit } from '../model/unit.ts';
import type { Figure, Verdict } from '../model/verdict.ts';
import { EXPLAIN } from '../wording/explanations.ts';
import { type Args, say } from '../wording/message.ts';
import { MARK } from '../wording/verdicts.ts';
import { figureOfPart } from './figure-of-part.ts';
import { hardText, neededText } from './needed.ts';
import { painted } from './rich.ts';
import { statusText } from './status.ts';
import {
  amountText,
  changeText,
  doneText,
  figureText,
  limitText,
  monthText,
  number,
  paceGapOf,
  percentText,
  periodText,
  promiseText,
  reasonText,
  type Style,
  safe,
  stretchText,
  unitsText,
} from './text.ts';
import { pad, wrap } from './width.ts';

/** A line of an explanation: what it is about, what is said, and how deep it stands. */
type Line = readonly [key: string, text: string, depth?: number];

const t = (key: string, style: Style, args: Args = {}): string => say(EXPLAIN, key, args, style.language);

function sourceLines(figure: Figure, style: Style, depth: number): Line[] {
  return figure.sources.map((s) => {
    const status = s.status ? t(`status/${s.status}`, style) : '';
    const sign = figure.less?.includes(s) ? '− ' : '';
    const args = {
      value: `${sign}${s.bound ?? ''}${s.value.toFixed(s.decimals)}`,
      unit: s.unit.text,
      period: formatPeriod(s.period),
      status,
      file: s.source.file,
      cell: s.source.cell,
      batch: s.source.batch,
      line: s.source.line,
    };
    return ['', safe(t('source', style, args)), depth];
  });
}

const howKey = (how: string): string => `from${how.charAt(0).toUpperCase()}${how.slice(1)}`;

/**
 * A figure, what it was made of, and the cells it rests on. What several figures are made of is shown once: what has been
 * shown already is only named.
 */
function figureLines(
  key: string,
  figure: Figure,
  style: Style,
  depth = 0,
  shown: Set<Figure['parts']> = new Set(),
): Line[] {
  const how = t(howKey(figure.how), style);
  const period = periodText(figure, style.language);
  const said = t('figure', style, { figure: figureText(figure), period, how });
  const { label } = figure;
  const text = label === undefined ? said : t('labelled', style, { label: safe(label), figure: said });
  const head: Line = [key, text, depth];
  const { parts } = figure;
  if (!parts) return [head, ...sourceLines(figure, style, depth + 1)];
  if (shown.has(parts)) return [[key, t('asAbove', style, { figure: text }), depth]];
  shown.add(parts);
  return [head, ...parts.flatMap((p) => figureLines('', p, style, depth + 1, shown))];
}

/** The years a seasonal pace was seen in, or that there are none. */
function seasonsText(v: Verdict, style: Style): string {
  if (!v.seasons) return '';
  if (v.seasons.length === 0) return t('seasons/none', style);
  const list = v.seasons.map((s) =>
    t('seasons/part', style, { period: periodText(s, style.language), part: percentText(s.part) }),
  );
  return t('seasons', style, { list });
}

/** The stated checkpoints that a figure lies at or between. */
function stepsText(v: Verdict, style: Style): string {
  const promise = promiseOf(v.item);
  if (v.pace !== 'steps' || !v.actual || promise.type !== 'target' || !promise.steps) return '';
  const { end } = v.actual.period;
  const { points, window } = promise.steps;
  const told = points.map(({ month, to }) => ({
    month,
    part: 'part' in to ? percentText(to.part) : formatQuantity(to.amount),
  }));
  if (told.at(-1)?.month !== window.end) told.push({ month: window.end, part: percentText(ONE) });
  const say = ({ month, part }: (typeof told)[number]): string =>
    t('steps/point', style, { part, month: labelPeriod(monthPeriod(month), style.language) });
  const next = told.findIndex((p) => p.month >= end);
  const [before, after] = [told[next - 1], told[next]];
  if (!after) return '';
  if (after.month === end) return say(after);
  return t('steps/between', style, {
    before: before ? say(before) : t('steps/first', style),
    after: say(after),
  });
}

/** A tolerance: points for a rate, else in the unit of the value. */
const toleranceText = (value: Decimal, unit: Unit, style: Style): string =>
  `± ${changeText({ value, unit }, style.language, 4)}`;

/** What a target is a part of, and the parts it is divided into. */
function partLines({ serves, shares }: Target, style: Style): Line[] {
  const served = serves?.found ? `${serves.found.title} (${addressOf(serves.found)})` : '';
  const parts = (shares ?? []).map((s) => `${s.text} ${formatQuantity(s.value)}`);
  return [
    ['serves', safe(served)],
    ['shares', safe(parts.join(style.language === 'zh' ? '、' : ', '))],
  ];
}

function promiseLines(item: Item, plan: Plan, style: Style): Line[] {
  const { language } = style;
  const path = goalsOf(plan.root)
    .filter((g) => item.path.includes(g.id) && g !== plan.root)
    .map((g) => safe(g.title));
  const target = item.type === 'target' ? item : undefined;
  const i = (target?.indicator ?? target?.sameAs?.found?.indicator)?.found;
  const tolerance = target && decidingTolerance(target);
  const kind =
    i &&
    t('kindLine', style, {
      name: i.name,
      id: i.id,
      kind: t(`kind/${i.kind}`, style),
      unit: i.unit.text,
      better: t(`better/${i.better}`, style),
    });
  const stretch = target?.stretch ? stretchText(target.stretch, language) : '';
  return [
    ['stands', safe([plan.title, item.locator ?? ''].filter((x) => x !== '').join(' '))],
    ['goal', path.join(' › ')],
    ['promise', promiseText(item, language)],
    [
      'tolerance',
      tolerance && target.form?.value ? toleranceText(tolerance, target.form.value.unit, style) : '',
    ],
    ['stretch', stretch],
    ['indicator', safe(kind ?? '')],
    ['region', safe(item.region?.found?.name ?? '')],
    ['window', target ? formatPeriod(item.window) : ''],
    ['due', item.due.date],
    ['lead', unitsText(item.lead, item.leadOpen, language)],
    ['responsible', unitsText(item.responsible, item.responsibleOpen, language)],
    ['commitment', item.commitment ? t(`commitment/${item.commitment}`, style) : ''],
    ['nature', item.nature ? t(`nature/${item.nature}`, style) : ''],
    ['weight', item.weight ? number(item.weight, 4) : ''],
    ...(target ? partLines(target, style) : []),
  ];
}

/** What was calculated, where a judgement by hand stands in its place. */
const calculatedText = (c: NonNullable<Verdict['calculated']>, v: Verdict, style: Style): string =>
  `${painted(statusText(c.status, style.language), style.paint)}: ${reasonText({ ...v, ...c }, style.language)}`;

function judgementLines(v: Verdict, style: Style): Line[] {
  const actual = figureOfPart(v);
  const marks = v.marks.map((m) => MARK[m][style.language]);
  const status = [painted(statusText(v.status, style.language), style.paint), ...marks].join(' · ');
  const gap = paceGapOf(v);
  const pace = v.pace
    ? v.elapsed
      ? t('paceLine', style, { pace: t(`pace/${v.pace}`, style), part: percentText(v.elapsed) })
      : t(`pace/${v.pace}`, style)
    : '';
  return [
    ['asOf', monthText(v.asOf)],
    ...(actual ? figureLines('reading', actual, style) : []),
    ...(v.baseline ? figureLines('baseline', v.baseline, style) : []),
    ['limit', limitText(v, 4)],
    ['elapsed', pace],
    ['', seasonsText(v, style)],
    ['', stepsText(v, style)],
    ['expected', v.expected ? amountText(v.expected, 4) : ''],
    ['', v.enough ? t('enough', style, { enough: amountText(v.enough, 4) }) : ''],
    ['completion', doneText(v, style.language)],
    ['gap', gap ? t(`gap/${gap.key}`, style, { points: gap.points }) : ''],
    ['distance', v.distance ? changeText(v.distance, style.language, 4) : ''],
    ['needed', v.needed ? neededText(v.needed, style.language) : ''],
    ['hard', v.needed ? hardText(v.needed, style.language) : ''],
    ['status', status],
    ['because', reasonText(v, style.language)],
    ['calculated', v.calculated ? calculatedText(v.calculated, v, style) : ''],
  ];
}

function render(lines: readonly Line[], style: Style): string {
  const labels = 16;
  return lines
    .filter(([, text]) => text !== '')
    .map(([key, text, depth = 0]) => {
      const indent = labels + depth * 2;
      const label = key === '' ? '' : style.paint(t(key, style), 'bold');
      const body = wrap(text, style.width - indent)
        .split('\n')
        .join(`\n${' '.repeat(indent)}`);
      return pad(label, indent) + body;
    })
    .join('\n');
}

/** The whole derivation of one verdict, step by step, down to batch file and cell. */
export function explainText(v: Verdict, plan: Plan, style: Style): string {
  const heading = style.paint(`${safe(v.item.title)} (${safe(v.item.plan)}/${safe(v.item.id)})`, 'bold');
  const blocks = [render(promiseLines(v.item, plan, style), style), render(judgementLines(v, style), style)];
  for (const part of v.parts ?? [])
    blocks.push(
      `${style.paint(`${t('part', style)} ${safe(part.part ?? '')}`, 'bold')}\n${render(judgementLines(part, style), style)}`,
    );
  return `${[heading, ...blocks].join('\n\n')}\n`;
}
