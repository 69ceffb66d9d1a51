import { type Decimal, plain, ZERO } from '../model/decimal.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { labelPeriod } from '../model/label.ts';
import { formatPeriod, monthPeriod } from '../model/period.ts';
import { addressOf } from '../model/plan.ts';
import type { Appraisal, Appraised, Point, Role } from '../model/scoring.ts';
import type { PlanVerdict } from '../model/verdict.ts';
import { EXPLAIN } from '../wording/explanations.ts';
import { type Args, say } from '../wording/message.ts';
import { SCORE } from '../wording/score.ts';
import { MARK } from '../wording/verdicts.ts';
import type { Flat } from './flat.ts';
import { type Column, grid } from './grid.ts';
import { plainFindings } from './json.ts';
import { statusText } from './table.ts';
import { json, monthText, number, percentText, type Style, safe, word } from './text.ts';
import { wrap } from './width.ts';

const t = (key: string, style: Style, args: Args = {}): string => say(SCORE, key, args, style.language);

const bold = (text: string, style: Style): string => style.paint(text, 'bold');

/** Points for people, to two decimals. */
const shown = (d: Decimal): string => plain(d, 2);

/** The name of who is appraised, with the id where others have the same name. */
function nameText({ id, name }: Appraisal, all: readonly Appraisal[], style: Style): string {
  const shared = all.some((a) => a.name === name && a.id !== id);
  return safe(shared ? t('shared', style, { name, id }) : name);
}

/** One role's units in their order: place, score, and what it is made of. */
function rankingText(role: Role, list: readonly Appraisal[], style: Style): string {
  const head = (key: string): string => bold(t(key, style), style);
  const columns: Column[] = [
    { head: head('rank'), min: 2, rigid: true },
    { head: head('name'), min: 12 },
    { head: head('score'), min: 5, rigid: true },
    { head: head('earned'), min: 8 },
    { head: head('deducted'), min: 4 },
    { head: head('counted'), min: 4 },
  ];
  const rows = list.map((a) => [
    a.rank === undefined ? '–' : String(a.rank),
    nameText(a, list, style),
    a.score ? plain(a.score, 2) : t('nothing', style),
    `${shown(a.earned)} / ${shown(a.full)}`,
    a.deducted.eq(0) ? '' : `−${shown(a.deducted)}`,
    t('of', style, { counted: a.points.filter((p) => p.origin !== 'left-out').length, all: a.points.length }),
  ]);
  return `${bold(t(`role/${role}`, style), style)}\n${grid(columns, rows, style.width)}`;
}

/** Where a point comes from: 10 × 1.5 (ensure) × 88 % of what was expected. */
function originText(p: Point, points: Decimal, style: Style): string {
  if (p.origin === 'left-out') return t('origin/left-out', style);
  const factors = p.factors.map((f) =>
    t('factor', style, {
      factor: number(f.factor, 4),
      of:
        f.of === 'plan'
          ? t('planWeight', style)
          : say({ ...EXPLAIN, ...SCORE }, `${f.of}/${f.key}`, {}, style.language),
    }),
  );
  const amount = (d: Decimal | undefined): string =>
    d ? (p.origin === 'parts' ? number(d) : percentText(d)) : '';
  const part = t(`origin/${p.origin}`, style, {
    part: percentText(p.part),
    done: amount(p.measure?.done),
    of: amount(p.measure?.of),
    capped: p.capped ? 'yes' : '',
  });
  return [number(points, 4), ...factors, part].join(' × ');
}

/** How the score adds up: earned ÷ full × scale − deducted, and where it ends. */
function sumText(a: Appraisal, { scheme, appraisals }: Appraised, style: Style): string {
  const off = a.points.flatMap((p) => p.deductions).reduce((sum, d) => sum.plus(d.points), ZERO);
  return t(a.score ? 'sum' : 'sum/nothing', style, {
    name: nameText(a, appraisals, style),
    role: t(`role/${a.role}`, style),
    score: a.score ? plain(a.score, 2) : '',
    earned: shown(a.earned),
    full: shown(a.full),
    scale: scheme.scale ? number(scheme.scale, 4) : '',
    deducted: off.eq(0) ? '' : shown(a.deducted),
    off: off.eq(a.deducted) ? '' : shown(off),
    floor: a.ends === 'floor' ? 'yes' : '',
    cap: a.ends === 'cap' && scheme.caps.total ? shown(scheme.caps.total) : '',
  });
}

function detailText(a: Appraisal, all: Appraised, style: Style): string {
  const { scheme } = all;
  const head = (key: string): string => bold(t(key, style), style);
  const columns: Column[] = [
    { head: bold(word('status', style.language), style), min: 8, rigid: true },
    { head: bold(word('target', style.language), style), min: 14 },
    { head: head('full'), min: 4 },
    { head: head('got'), min: 4 },
    { head: head('deducted'), min: 4 },
    { head: head('origin'), min: 16 },
  ];
  const rows = a.points.map((p) => [
    [
      statusText(p.verdict.status, style),
      ...p.verdict.marks.map((m) => style.paint(MARK[m][style.language], 'dim')),
    ].join('\n'),
    `${safe(p.item.title)}\n${style.paint(safe(addressOf(p.item)), 'dim')}`,
    shown(p.full),
    shown(p.earned),
    p.deductions.map((d) => `−${shown(d.points)} ${t(`for/${d.for}`, style)}`).join('\n'),
    originText(p, scheme.points, style),
  ]);
  return `${bold(wrap(safe(sumText(a, all, style)), style.width), style)}\n${grid(columns, rows, style.width)}`;
}

/** The units of each role in their order; with `detail`, below, every point with its origin. */
export function scoreText(all: Appraised, detail: boolean, style: Style): string {
  const { scheme, period, asOf, appraisals } = all;
  const { language } = style;
  const args = {
    title: scheme.title,
    id: scheme.id,
    period: labelPeriod(period, language),
    month: labelPeriod(monthPeriod(asOf), language),
    interim: asOf < period.end ? 'yes' : '',
  };
  const roles = [...new Set(appraisals.map((a) => a.role))];
  const blocks = [
    bold(wrap(safe(t('title', style, args)), style.width), style),
    ...roles.map((role) =>
      rankingText(
        role,
        appraisals.filter((a) => a.role === role),
        style,
      ),
    ),
    ...(detail ? appraisals.map((a) => detailText(a, all, style)) : []),
    ...(appraisals.length === 0 ? [t('nobody', style)] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const appraisalRow = (a: Appraisal): Flat => ({
  role: a.role,
  rank: a.rank ?? null,
  id: a.id,
  name: a.name,
  score: a.score?.toNumber() ?? null,
  earned: a.earned.toNumber(),
  full: a.full.toNumber(),
  deducted: a.deducted.toNumber(),
  counted: a.points.filter((p) => p.origin !== 'left-out').length,
  promises: a.points.length,
});

/** One flat row for each unit and role. */
export const appraisalRows = ({ appraisals }: Appraised): Flat[] => appraisals.map(appraisalRow);

const flatPoint = (p: Point): Flat => ({
  plan: p.item.plan,
  target: p.item.id,
  title: p.item.title,
  part: p.verdict.part ?? null,
  status: p.verdict.status,
  marks: p.verdict.marks,
  origin: p.origin,
  factors: p.factors.map((f) => ({ of: f.of, key: f.key, factor: f.factor.toNumber() })),
  full: p.full.toNumber(),
  earnedPart: p.part.toNumber(),
  done: p.measure?.done.toNumber() ?? null,
  of: p.measure?.of.toNumber() ?? null,
  capped: p.capped,
  earned: p.earned.toNumber(),
  deductions: p.deductions.map((d) => ({ for: d.for, points: d.points.toNumber() })),
});

/** One flat row for each point of each unit. */
export const pointRows = ({ appraisals }: Appraised): Flat[] =>
  appraisals.flatMap((a) => a.points.map((p) => ({ role: a.role, id: a.id, name: a.name, ...flatPoint(p) })));

/** `ptrack/scores/v1` */
export const scoreJson = (
  all: Appraised,
  plans: readonly PlanVerdict[],
  warnings: readonly Diagnostic[],
  knownOn: string | undefined,
): string =>
  json({
    schema: 'ptrack/scores/v1',
    scheme: all.scheme.id,
    title: all.scheme.title,
    by: all.scheme.by,
    period: formatPeriod(all.period),
    asOf: monthText(all.asOf),
    interim: all.asOf < all.period.end,
    knownOn: knownOn ?? null,
    plans: plans.map((p) => p.plan.id),
    promisePoints: all.scheme.points.toNumber(),
    scale: all.scheme.scale?.toNumber() ?? null,
    caps: {
      item: all.scheme.caps.item.toNumber(),
      deductions: all.scheme.caps.deductions?.toNumber() ?? null,
      total: all.scheme.caps.total?.toNumber() ?? null,
    },
    appraisals: all.appraisals.map((a) => ({
      ...appraisalRow(a),
      points: a.points.map(flatPoint),
    })),
    warnings: plainFindings(warnings),
  });
