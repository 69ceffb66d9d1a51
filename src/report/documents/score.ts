import { type Decimal, plain, ZERO } from '../../model/decimal.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { labelPeriod } from '../../model/label.ts';
import { formatPeriod, monthPeriod } from '../../model/period.ts';
import { addressOf } from '../../model/plan.ts';
import type { Appraisal, Appraised, Point } from '../../model/scoring.ts';
import type { PlanVerdict } from '../../model/verdict.ts';
import { EXPLAIN } from '../../wording/explanations.ts';
import { type Args, type Language, say } from '../../wording/message.ts';
import { SCORE } from '../../wording/score.ts';
import type { Block, Column, Document } from '../document.ts';
import { dataWarnings, plainFindings } from '../findings.ts';
import { type Field, type Flat, field, list, recordOf, within } from '../records.ts';
import { bold, dim, lines } from '../rich.ts';
import { statusCell } from '../status.ts';
import { monthText, number, percentText, safe, word } from '../text.ts';

const t = (key: string, language: Language, args: Args = {}): string => say(SCORE, key, args, language);

/** Points for people, to two decimals. */
const shown = (d: Decimal): string => plain(d, 2);

/** The name of who is appraised, with the id where others have the same name. */
function nameText({ id, name }: Appraisal, all: readonly Appraisal[], language: Language): string {
  const shared = all.some((a) => a.name === name && a.id !== id);
  return safe(shared ? t('shared', language, { name, id }) : name);
}

/** How a role's units are ranked: place, score, and what it is made of. */
const rankingColumns = (list: readonly Appraisal[]): readonly Column<Appraisal>[] => [
  {
    key: 'rank',
    align: 'right',
    heading: (language) => t('rank', language),
    least: 2,
    rigid: true,
    text: ({ rank }) => (rank === undefined ? '–' : String(rank)),
  },
  {
    key: 'name',
    heading: (language) => t('name', language),
    least: 12,
    text: (a, language) => nameText(a, list, language),
  },
  {
    key: 'score',
    heading: (language) => t('score', language),
    least: 5,
    rigid: true,
    text: ({ score }, language) => (score ? plain(score, 2) : t('nothing', language)),
  },
  {
    key: 'earned',
    heading: (language) => t('earned', language),
    least: 8,
    text: ({ earned, full }) => `${shown(earned)} / ${shown(full)}`,
  },
  {
    key: 'deducted',
    heading: (language) => t('deducted', language),
    least: 4,
    text: ({ deducted }) => (deducted.eq(0) ? '' : `−${shown(deducted)}`),
  },
  {
    key: 'counted',
    heading: (language) => t('counted', language),
    least: 4,
    text: (a, language) => t('of', language, { counted: countedOf(a), all: a.points.length }),
  },
];

/** How many promises count. */
const countedOf = ({ points }: Appraisal): number => points.filter((p) => p.origin !== 'left-out').length;

/** Where a point comes from: 10 × 1.5 (ensure) × 88 % of what was expected. */
function originText(p: Point, points: Decimal, language: Language): string {
  if (p.origin === 'left-out') return t('origin/left-out', language);
  const factors = p.factors.map((f) =>
    t('factor', language, {
      factor: number(f.factor, 4),
      of:
        f.of === 'plan'
          ? t('planWeight', language)
          : say({ ...EXPLAIN, ...SCORE }, `${f.of}/${f.key}`, {}, language),
    }),
  );
  const amount = (d: Decimal | undefined): string =>
    d ? (p.origin === 'parts' ? number(d) : percentText(d)) : '';
  const part = t(`origin/${p.origin}`, language, {
    part: percentText(p.part),
    done: amount(p.measure?.done),
    of: amount(p.measure?.of),
    capped: p.capped ? 'yes' : '',
  });
  return [number(points, 4), ...factors, part].join(' × ');
}

/** How the score adds up: earned ÷ full × scale − deducted, and where it ends. */
function sumText(a: Appraisal, { scheme, appraisals }: Appraised, language: Language): string {
  const off = a.points.flatMap((p) => p.deductions).reduce((sum, d) => sum.plus(d.points), ZERO);
  return t(a.score ? 'sum' : 'sum/nothing', language, {
    name: nameText(a, appraisals, language),
    role: t(`role/${a.role}`, language),
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

/** Every point of one unit, with its origin. */
const pointColumns = ({ scheme }: Appraised): readonly Column<Point>[] => [
  {
    key: 'status',
    heading: (language) => word('status', language),
    least: 8,
    rigid: true,
    text: ({ verdict }, language) => statusCell(verdict, language),
  },
  {
    key: 'title',
    heading: (language) => word('target', language),
    least: 14,
    text: ({ item }) => lines(safe(item.title), dim(safe(addressOf(item)))),
  },
  {
    key: 'full',
    heading: (language) => t('full', language),
    least: 4,
    text: ({ full }) => shown(full),
  },
  {
    key: 'earned',
    heading: (language) => t('got', language),
    least: 4,
    text: ({ earned }) => shown(earned),
  },
  {
    key: 'deductions',
    heading: (language) => t('deducted', language),
    least: 4,
    text: ({ deductions }, language) =>
      lines(...deductions.map((d) => `−${shown(d.points)} ${t(`for/${d.for}`, language)}`)),
  },
  {
    key: 'origin',
    heading: (language) => t('origin', language),
    least: 16,
    text: (p, language) => originText(p, scheme.points, language),
  },
];

/** The units of each role in their order; with `detail`, below, every point with its origin. */
function blocksOf(all: Appraised, detail: boolean, language: Language): Block[] {
  const { appraisals } = all;
  const roles = [...new Set(appraisals.map((a) => a.role))];
  const rankings = roles.map((role): Block => {
    const rows = appraisals.filter((a) => a.role === role);
    const caption = bold(t(`role/${role}`, language));
    return { kind: 'table', caption, columns: rankingColumns(rows), sections: [{ rows }] };
  });
  const details = (detail ? appraisals : []).map(
    (a): Block => ({
      kind: 'table',
      caption: bold(safe(sumText(a, all, language))),
      columns: pointColumns(all),
      sections: [{ rows: a.points }],
    }),
  );
  const nobody = appraisals.length === 0 ? [t('nobody', language)] : [];
  return [...rankings, ...details, { kind: 'paragraph', lines: nobody }];
}

function titleText({ scheme, period, asOf }: Appraised, language: Language): string {
  return t('title', language, {
    title: scheme.title,
    id: scheme.id,
    period: labelPeriod(period, language),
    month: labelPeriod(monthPeriod(asOf), language),
    interim: asOf < period.end ? 'yes' : '',
  });
}

const APPRAISAL: readonly Field<Appraisal>[] = [
  field('role', (a) => a.role),
  field('rank', (a) => a.rank ?? null),
  field('id', (a) => a.id),
  field('name', (a) => a.name),
  field('score', (a) => a.score?.toNumber() ?? null),
  field('earned', (a) => a.earned.toNumber()),
  field('full', (a) => a.full.toNumber()),
  field('deducted', (a) => a.deducted.toNumber()),
  field('counted', countedOf),
  field('promises', (a) => a.points.length),
];

const POINT: readonly Field<Point>[] = [
  field('plan', (p) => p.item.plan),
  field('target', (p) => p.item.id),
  field('title', (p) => p.item.title),
  field('part', (p) => p.verdict.part ?? null),
  field('status', (p) => p.verdict.status),
  field('marks', (p) => p.verdict.marks),
  field('origin', (p) => p.origin),
  list('factors', (p: Point) => p.factors, [
    field('of', (f) => f.of),
    field('key', (f) => f.key),
    field('factor', (f) => f.factor.toNumber()),
  ]),
  field('full', (p) => p.full.toNumber()),
  field('earnedPart', (p) => p.part.toNumber()),
  field('done', (p) => p.measure?.done.toNumber() ?? null),
  field('of', (p) => p.measure?.of.toNumber() ?? null),
  field('capped', (p) => p.capped),
  field('earned', (p) => p.earned.toNumber()),
  list('deductions', (p: Point) => p.deductions, [
    field('for', (d) => d.for),
    field('points', (d) => d.points.toNumber()),
  ]),
];

/** A point and whose it is. */
interface Owned {
  readonly owner: Appraisal;
  readonly point: Point;
}

const OWNED: readonly Field<Owned>[] = [
  ...APPRAISAL.filter((f) => ['role', 'id', 'name'].includes(f.key)).map((f) =>
    within(({ owner }: Owned) => owner, f),
  ),
  ...POINT.map((f) => within(({ point }: Owned) => point, f)),
];

/** What is to be shown of an appraisal. */
export interface Scored {
  readonly all: Appraised;
  readonly plans: readonly PlanVerdict[];
  readonly warnings: readonly Diagnostic[];
  readonly knownOn: string | undefined;
  /** Whether every point is shown with its origin. */
  readonly detail: boolean;
}

/** The units of each role in their order, with every point or without: `ptrack/scores/v1`. */
export function scoreDocument(
  { all, plans, warnings, knownOn, detail }: Scored,
  language: Language,
): Document {
  const { appraisals } = all;
  const points = (): Owned[] =>
    appraisals.flatMap((owner) => owner.points.map((point) => ({ owner, point })));
  return {
    title: bold(safe(titleText(all, language))),
    blocks: () => blocksOf(all, detail, language),
    ...dataWarnings(warnings, language),
    records: () => (detail ? { fields: OWNED, rows: points() } : { fields: APPRAISAL, rows: appraisals }),
    isList: true,
    json: () => scoreJson(all, plans, warnings, knownOn),
  };
}

function scoreJson(
  { scheme, period, asOf, appraisals }: Appraised,
  plans: readonly PlanVerdict[],
  warnings: readonly Diagnostic[],
  knownOn: string | undefined,
): Flat {
  return {
    schema: 'ptrack/scores/v1',
    scheme: scheme.id,
    title: scheme.title,
    by: scheme.by,
    period: formatPeriod(period),
    asOf: monthText(asOf),
    interim: asOf < period.end,
    knownOn: knownOn ?? null,
    plans: plans.map((p) => p.plan.id),
    promisePoints: scheme.points.toNumber(),
    scale: scheme.scale?.toNumber() ?? null,
    caps: {
      item: scheme.caps.item.toNumber(),
      deductions: scheme.caps.deductions?.toNumber() ?? null,
      total: scheme.caps.total?.toNumber() ?? null,
    },
    appraisals: appraisals.map((a) => ({
      ...recordOf(APPRAISAL, a),
      points: a.points.map((p) => recordOf(POINT, p)),
    })),
    warnings: plainFindings(warnings),
  };
}
