import { type Decimal, ONE } from '../../model/decimal.ts';
import { labelPeriod } from '../../model/label.ts';
import { formatPeriod, monthPeriod } from '../../model/period.ts';
import type { Item, Plan, Target } from '../../model/plan.ts';
import { addressOf, goalsOf, promiseOf } from '../../model/plan.ts';
import { formatQuantity } from '../../model/quantity.ts';
import { decidingTolerance } from '../../model/tolerance.ts';
import type { Unit } from '../../model/unit.ts';
import type { Figure, Verdict } from '../../model/verdict.ts';
import { EXPLAIN } from '../../wording/explanations.ts';
import { type Args, type Language, say } from '../../wording/message.ts';
import { MARK } from '../../wording/verdicts.ts';
import type { Block, Document, Entry } from '../document.ts';
import { figureOfPart } from '../figure-of-part.ts';
import { hardText, neededText } from '../needed.ts';
import { bold, isEmpty, joined, type Rich } from '../rich.ts';
import { statusText } from '../status.ts';
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
  safe,
  stretchText,
  unitsText,
} from '../text.ts';
import { VERDICT_FIELDS } from '../verdict-fields.ts';
import { type JudgedPlans, verdictsJson } from './verdicts-json.ts';

/** A line of an explanation: what it is about, what is said, and how deep it stands. */
type Line = readonly [key: string, text: Rich, depth?: number];

const t = (key: string, language: Language, args: Args = {}): string => say(EXPLAIN, key, args, language);

function sourceLines(figure: Figure, language: Language, depth: number): Line[] {
  return figure.sources.map((s) => {
    const status = s.status ? t(`status/${s.status}`, language) : '';
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
    return ['', safe(t('source', language, args)), depth];
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
  language: Language,
  depth = 0,
  shown: Set<Figure['parts']> = new Set(),
): Line[] {
  const how = t(howKey(figure.how), language);
  const period = periodText(figure, language);
  const said = t('figure', language, { figure: figureText(figure), period, how });
  const { label } = figure;
  const text = label === undefined ? said : t('labelled', language, { label: safe(label), figure: said });
  const head: Line = [key, text, depth];
  const { parts } = figure;
  if (!parts) return [head, ...sourceLines(figure, language, depth + 1)];
  if (shown.has(parts)) return [[key, t('asAbove', language, { figure: text }), depth]];
  shown.add(parts);
  return [head, ...parts.flatMap((p) => figureLines('', p, language, depth + 1, shown))];
}

/** The years a seasonal pace was seen in, or that there are none. */
function seasonsText(v: Verdict, language: Language): string {
  if (!v.seasons) return '';
  if (v.seasons.length === 0) return t('seasons/none', language);
  const list = v.seasons.map((s) =>
    t('seasons/part', language, { period: periodText(s, language), part: percentText(s.part) }),
  );
  return t('seasons', language, { list });
}

/** The stated checkpoints that a figure lies at or between. */
function stepsText(v: Verdict, language: Language): string {
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
    t('steps/point', language, { part, month: labelPeriod(monthPeriod(month), language) });
  const next = told.findIndex((p) => p.month >= end);
  const [before, after] = [told[next - 1], told[next]];
  if (!after) return '';
  if (after.month === end) return say(after);
  return t('steps/between', language, {
    before: before ? say(before) : t('steps/first', language),
    after: say(after),
  });
}

/** A tolerance: points for a rate, else in the unit of the value. */
const toleranceText = (value: Decimal, unit: Unit, language: Language): string =>
  `± ${changeText({ value, unit }, language, 4)}`;

/** What a target is a part of, and the parts it is divided into. */
function partLines({ serves, shares }: Target, language: Language): Line[] {
  const served = serves?.found ? `${serves.found.title} (${addressOf(serves.found)})` : '';
  const parts = (shares ?? []).map((s) => `${s.text} ${formatQuantity(s.value)}`);
  return [
    ['serves', safe(served)],
    ['shares', safe(parts.join(language === 'zh' ? '、' : ', '))],
  ];
}

function promiseLines(item: Item, plan: Plan, language: Language): Line[] {
  const path = goalsOf(plan.root)
    .filter((g) => item.path.includes(g.id) && g !== plan.root)
    .map((g) => safe(g.title));
  const target = item.type === 'target' ? item : undefined;
  const i = (target?.indicator ?? target?.sameAs?.found?.indicator)?.found;
  const tolerance = target && decidingTolerance(target);
  const kind =
    i &&
    t('kindLine', language, {
      name: i.name,
      id: i.id,
      kind: t(`kind/${i.kind}`, language),
      unit: i.unit.text,
      better: t(`better/${i.better}`, language),
    });
  const stretch = target?.stretch ? stretchText(target.stretch, language) : '';
  return [
    ['stands', safe([plan.title, item.locator ?? ''].filter((x) => x !== '').join(' '))],
    ['goal', path.join(' › ')],
    ['promise', promiseText(item, language)],
    [
      'tolerance',
      tolerance && target.form?.value ? toleranceText(tolerance, target.form.value.unit, language) : '',
    ],
    ['stretch', stretch],
    ['indicator', safe(kind ?? '')],
    ['region', safe(item.region?.found?.name ?? '')],
    ['window', target ? formatPeriod(item.window) : ''],
    ['due', item.due.date],
    ['lead', unitsText(item.lead, item.leadOpen, language)],
    ['responsible', unitsText(item.responsible, item.responsibleOpen, language)],
    ['commitment', item.commitment ? t(`commitment/${item.commitment}`, language) : ''],
    ['nature', item.nature ? t(`nature/${item.nature}`, language) : ''],
    ['weight', item.weight ? number(item.weight, 4) : ''],
    ...(target ? partLines(target, language) : []),
  ];
}

/** What was calculated, where a judgement by hand stands in its place. */
const calculatedText = (c: NonNullable<Verdict['calculated']>, v: Verdict, language: Language): Rich => [
  statusText(c.status, language),
  `: ${reasonText({ ...v, ...c }, language)}`,
];

function judgementLines(v: Verdict, language: Language): Line[] {
  const actual = figureOfPart(v);
  const marks = v.marks.map((m) => MARK[m][language]);
  const status = joined([statusText(v.status, language), ...marks], ' · ');
  const gap = paceGapOf(v);
  const pace = v.pace
    ? v.elapsed
      ? t('paceLine', language, { pace: t(`pace/${v.pace}`, language), part: percentText(v.elapsed) })
      : t(`pace/${v.pace}`, language)
    : '';
  return [
    ['asOf', monthText(v.asOf)],
    ...(actual ? figureLines('reading', actual, language) : []),
    ...(v.baseline ? figureLines('baseline', v.baseline, language) : []),
    ['limit', limitText(v, 4)],
    ['elapsed', pace],
    ['', seasonsText(v, language)],
    ['', stepsText(v, language)],
    ['expected', v.expected ? amountText(v.expected, 4) : ''],
    ['', v.enough ? t('enough', language, { enough: amountText(v.enough, 4) }) : ''],
    ['completion', doneText(v, language)],
    ['gap', gap ? t(`gap/${gap.key}`, language, { points: gap.points }) : ''],
    ['distance', v.distance ? changeText(v.distance, language, 4) : ''],
    ['needed', v.needed ? neededText(v.needed, language) : ''],
    ['hard', v.needed ? hardText(v.needed, language) : ''],
    ['status', status],
    ['because', reasonText(v, language)],
    ['calculated', v.calculated ? calculatedText(v.calculated, v, language) : ''],
  ];
}

const entriesOf = (lines: readonly Line[], language: Language): Entry[] =>
  lines
    .filter(([, text]) => !isEmpty(text))
    .map(([key, text, depth = 0]) => ({ name: key === '' ? '' : t(key, language), text, depth }));

/** The derivation of one verdict, step by step, down to batch file and cell; of `each`, then that of every part. */
const blocksOf = (v: Verdict, plan: Plan, language: Language): Block[] => [
  { kind: 'entries', entries: entriesOf(promiseLines(v.item, plan, language), language) },
  { kind: 'entries', entries: entriesOf(judgementLines(v, language), language) },
  ...(v.parts ?? []).map(
    (part): Block => ({
      kind: 'entries',
      caption: bold(`${t('part', language)} ${safe(part.part ?? '')}`),
      entries: entriesOf(judgementLines(part, language), language),
    }),
  ),
];

/** How a verdict on an item of a plan came about, among what was judged with it: `ptrack/verdicts/v1`. */
export function explainDocument(
  verdict: Verdict,
  plan: Plan,
  judged: JudgedPlans,
  language: Language,
): Document {
  const { item } = verdict;
  return {
    title: bold(`${safe(item.title)} (${safe(addressOf(item))})`),
    blocks: () => blocksOf(verdict, plan, language),
    records: () => ({ fields: VERDICT_FIELDS, rows: [verdict] }),
    json: () => verdictsJson(judged, [verdict]),
  };
}
