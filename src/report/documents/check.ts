import type { Severity } from '../../model/diagnostic.ts';
import { labelPeriod } from '../../model/label.ts';
import { monthPeriod } from '../../model/period.ts';
import { addressOf, type Goal, goalsOf, type Item } from '../../model/plan.ts';
import {
  type GoalVerdict,
  isGood,
  type PlanVerdict,
  type Status,
  type Verdict,
} from '../../model/verdict.ts';
import type { Language } from '../../wording/message.ts';
import type { Block, Case, Document, Locate, Section } from '../document.ts';
import { dataWarnings } from '../findings.ts';
import { bare, bold, dim, isEmpty, joined, type Rich } from '../rich.ts';
import { countsText, statusText } from '../status.ts';
import { percentText, reasonText, safe, word } from '../text.ts';
import { NEEDED_COLUMNS, VERDICT_COLUMNS, withAddress } from '../verdict-columns.ts';
import { VERDICT_FIELDS } from '../verdict-fields.ts';
import { type JudgedPlans, verdictsJson } from './verdicts-json.ts';

/** Rows that nothing has been reported on: counted in one line a goal unless all are asked for. */
const isQuiet = (v: Verdict): boolean => v.status === 'not-due' || v.status === 'no-data';

function countsOf(verdicts: readonly Verdict[]): Partial<Record<Status, number>> {
  const counts: Partial<Record<Status, number>> = {};
  for (const { status } of verdicts) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

const goalHeading = ({ locator, title }: Goal): Rich => bold(joined([safe(locator ?? ''), safe(title)], ' '));

/** How much of a goal is achieved by weight, where the plan weighs what lies in it. */
const weightText = (goal: GoalVerdict | undefined, language: Language): Rich =>
  goal?.weighted ? dim(word('goalWeight', language, { achieved: percentText(goal.weighted.achieved) })) : '';

/** What the plan as a whole comes to by its weights. */
function planWeight(plan: PlanVerdict, language: Language): Rich {
  const weighted = plan.goals.get('')?.weighted;
  if (!weighted) return '';
  const { achieved, onCourse, completion } = weighted;
  return word('weighted', language, {
    achieved: percentText(achieved),
    onCourse: percentText(onCourse),
    completion: completion ? percentText(completion) : '',
  });
}

/**
 * The rows under one goal: a heading with the goal's own status, the worst under it, and how many rows are left out
 * because nothing has been reported on them. The plan's own rows stand below its title already.
 */
function goalSection(
  goal: Goal,
  of: ReadonlyMap<Item, Verdict>,
  plan: PlanVerdict,
  language: Language,
  all: boolean,
): Section<Verdict>[] {
  const verdicts = goal.items.map((i) => of.get(i)).filter((v) => v !== undefined);
  if (verdicts.length === 0) return [];
  const rows = all ? verdicts : verdicts.filter((v) => !isQuiet(v));
  const quiet = all ? [] : verdicts.filter(isQuiet);
  const left: Rich = quiet.length > 0 ? ['(', countsText(countsOf(quiet), language), ')'] : '';
  const own = plan.goals.get(goal.pointer);
  const about =
    goal.pointer === ''
      ? []
      : [
          goalHeading(goal),
          own?.status && rows.length > 0 ? statusText(own.status, language) : '',
          weightText(own, language),
        ];
  const heading = joined([...about, left], '  ');
  return [isEmpty(heading) ? { rows } : { heading, rows }];
}

/** One plan as a table grouped by goal, with the as-of month above it and the counts below. */
function planBlocks(
  plan: PlanVerdict,
  verdicts: readonly Verdict[],
  language: Language,
  all: boolean,
): Block[] {
  const of = new Map<Item, Verdict>(verdicts.map((v) => [v.item, v]));
  const month = labelPeriod(monthPeriod(plan.asOf), language);
  const { title, id, root } = plan.plan;
  const sections = goalsOf(root).flatMap((g) => goalSection(g, of, plan, language, all));
  const quiet = all ? [] : verdicts.filter(isQuiet);
  const overdue = quiet.filter((v) => v.marks.includes('overdue')).length || '';
  const hint = quiet.length > 0 ? word('allHint', language, { overdue }) : '';
  return [
    { kind: 'heading', text: [bold(safe(title)), ` (${safe(id)}) · ${word('asOf', language, { month })}`] },
    { kind: 'table', columns: VERDICT_COLUMNS, sections },
    {
      kind: 'paragraph',
      lines: [countsText(plan.counts, language), planWeight(plan, language), dim(hint)],
    },
  ];
}

const SEVERITY_OF: Readonly<Partial<Record<Status, Severity>>> = { missed: 'error', lagging: 'warning' };

/** The verdicts as cases: one that can't be told yet is skipped. */
async function casesOf(
  plans: readonly PlanVerdict[],
  verdicts: readonly Verdict[],
  locate: Locate,
  language: Language,
): Promise<Case[]> {
  const files = new Map(plans.map(({ plan }) => [plan.id, plan.file]));
  const places = await locate(
    verdicts.map(({ item }) => ({ file: files.get(item.plan) ?? '', pointer: item.pointer })),
  );
  return verdicts.map((v, i) => {
    const severity = SEVERITY_OF[v.status];
    return {
      group: v.item.plan,
      name: addressOf(v.item),
      code: v.status,
      ...(severity ? { severity } : {}),
      ...(severity || isGood(v.status) ? {} : { skipped: true }),
      message: `${bare(statusText(v.status, language))}: ${reasonText(v, language)}`,
      ...places[i],
    };
  });
}

/** What is to be shown of some judged plans, and how. */
export interface Checked extends JudgedPlans {
  /** Picks and orders the verdicts to be shown. */
  readonly shown: (verdicts: readonly Verdict[]) => Verdict[];
  /** Whether they keep the order of their plans, and stand under their goals. */
  readonly byPlan: boolean;
  /** Whether what is still needed was asked for. */
  readonly needed: boolean;
  /** Whether also what is not due or has no data is listed. */
  readonly all: boolean;
  /** Finds where in their files plans say something. */
  readonly locate: Locate;
}

/** The status table of each plan, or one of all where the rows are sorted: `ptrack/verdicts/v1`. */
export function checkDocument(checked: Checked, language: Language): Document {
  const { plans, warnings, shown, byPlan, needed, all, locate } = checked;
  const verdicts = shown(plans.flatMap((p) => p.verdicts));
  const blocks = (): Block[] => {
    if (byPlan)
      return plans
        .filter((p) => p.verdicts.length > 0)
        .flatMap((p) => planBlocks(p, shown(p.verdicts), language, all));
    const columns = withAddress(needed ? NEEDED_COLUMNS : VERDICT_COLUMNS);
    return [{ kind: 'table', columns, sections: [{ rows: verdicts }] }];
  };
  return {
    blocks,
    ...dataWarnings(warnings, language),
    records: () => ({ fields: VERDICT_FIELDS, rows: verdicts }),
    isList: true,
    json: () => verdictsJson(checked, verdicts),
    cases: () => casesOf(plans, verdicts, locate, language),
  };
}
