import { type Decimal, ZERO } from '../model/decimal.ts';
import { STATUSES, type Status, type Verdict } from '../model/verdict.ts';
import { csvOf } from '../report/csv.ts';
import { flatVerdict } from '../report/flat.ts';
import { verdictsJson } from '../report/json.ts';
import { markdownOf } from '../report/markdown.ts';
import { byHardness } from '../report/needed.ts';
import { flatTable, planTable, WIDEST } from '../report/table.ts';
import { FAIL_ON_STATUS, type Run, SORTS, TABLE_FORMATS } from './commands.ts';
import { choose } from './context.ts';
import { judge, whenOf } from './judging.ts';
import { remarkOn, reportFindings } from './located.ts';
import { emit, outputsOf } from './output.ts';
import { loadSound, organisationFilter } from './project.ts';

/** The statuses asked for with --status. */
function statusesOf(asked: unknown): ReadonlySet<Status> | undefined {
  if (typeof asked !== 'string') return undefined;
  return new Set(asked.split(',').map((s) => choose(s.trim(), STATUSES, '--status')));
}

const least = (a: Decimal | undefined): Decimal => a ?? ZERO.plus('1e99');

/** How far ahead of what is expected, as a part of the way or, where there is none, of the limit; behind is below 0. */
function lead({ paceGap, completion, distance, bound, status }: Verdict): Decimal | undefined {
  const part =
    paceGap ??
    completion?.minus(1) ??
    (distance && bound && !bound.value.eq(0) ? distance.value.div(bound.value) : undefined);
  return part?.abs().times(status === 'lagging' || status === 'missed' ? -1 : 1);
}

/** How two rows are ordered by each key of --sort. */
const ORDER: Readonly<Record<(typeof SORTS)[number], (a: Verdict, b: Verdict) => number>> = {
  plan: () => 0,
  status: (a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status),
  gap: (a, b) => least(lead(a)).cmp(least(lead(b))),
  completion: (a, b) => least(a.completion).cmp(least(b.completion)),
  needed: byHardness,
  due: (a, b) => (a.item.due.date < b.item.due.date ? -1 : a.item.due.date > b.item.due.date ? 1 : 0),
};

/** Whether any status is as bad as asked for, or worse. */
const fails = (verdicts: readonly Verdict[], worst: Status | undefined): boolean =>
  worst !== undefined && verdicts.some((v) => STATUSES.indexOf(v.status) <= STATUSES.indexOf(worst));

/** `ptrack check`: judges the plans and prints what came of it. */
export const run: Run = async ({ context, args, options }) => {
  const outputs = outputsOf(options.format, TABLE_FORMATS);
  const when = whenOf(options);
  const shownStatuses = statusesOf(options.status);
  const sort = choose((options.sort as string | undefined) ?? 'plan', SORTS, '--sort');
  const asked = options.failOn as string | undefined;
  const failOn = asked === undefined ? undefined : choose(asked, FAIL_ON_STATUS, '--fail-on');

  const sound = loadSound(args);
  const wanted = organisationFilter(sound.project, options.org as string | undefined);
  // how often what is needed was reached before is looked for only where it is shown
  const history =
    sort === 'needed' || context.style.width >= WIDEST || outputs.some((o) => o.format !== 'table');
  const judged = await judge(sound, sound.plans, when, { history, ...(wanted ? { wanted } : {}) });
  const display = (list: readonly Verdict[]): Verdict[] => {
    const kept = shownStatuses ? list.filter((v) => shownStatuses.has(v.status)) : [...list];
    return kept.sort(ORDER[sort]);
  };
  const all = judged.plans.flatMap((p) => p.verdicts);
  const everything = options.all === true || shownStatuses !== undefined;
  emit(
    outputs,
    (format) => {
      if (format === 'json') return verdictsJson(judged.plans, display(all), judged.warnings, when.knownOn);
      if (format === 'csv') return csvOf(display(all).map(flatVerdict));
      if (format === 'markdown') return markdownOf(display(all).map(flatVerdict));
      if (sort !== 'plan') return flatTable(display(all), context.style, sort === 'needed');
      const tables = judged.plans
        .filter((p) => p.verdicts.length > 0)
        .map((p) => planTable(p, display(p.verdicts), context.style, everything));
      return tables.join('\n');
    },
    context,
  );
  remarkOn(judged.warnings, outputs, context);
  const faults = [...sound.faults, ...judged.broken];
  await reportFindings(faults, context);
  if (faults.length > 0) return 2;
  return fails(all, failOn) ? 1 : 0;
};
