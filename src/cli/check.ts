import { type Decimal, ZERO } from '../model/decimal.ts';
import { STATUSES, type Status, type Verdict } from '../model/verdict.ts';
import { checkDocument } from '../report/documents/check.ts';
import { byHardness } from '../report/needed.ts';
import { WIDEST } from '../report/verdict-columns.ts';
import type { Run } from './command.ts';
import { choose } from './context.ts';
import { judge, whenOf } from './judging.ts';
import { FAIL_ON_STATUS, SORTS } from './options.ts';
import { forTerminal, outputsAsked, show } from './output.ts';
import { loadSound, organisationFilter } from './project.ts';
import { locate, reportFindings } from './show-findings.ts';

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
  const outputs = outputsAsked(options);
  const when = whenOf(options);
  const shownStatuses = statusesOf(options.status);
  const sort = choose((options.sort as string | undefined) ?? 'plan', SORTS, '--sort');
  const asked = options.failOn as string | undefined;
  const failOn = asked === undefined ? undefined : choose(asked, FAIL_ON_STATUS, '--fail-on');

  const sound = loadSound(args);
  const wanted = organisationFilter(sound.project, options.org as string | undefined);
  // how often what is needed was reached before is looked for only where it is shown
  const history = sort === 'needed' || context.style.width >= WIDEST || !forTerminal(outputs);
  const judged = await judge(sound, sound.plans, when, { history, ...(wanted ? { wanted } : {}) });
  const shown = (list: readonly Verdict[]): Verdict[] => {
    const kept = shownStatuses ? list.filter((v) => shownStatuses.has(v.status)) : [...list];
    return kept.sort(ORDER[sort]);
  };
  const document = checkDocument(
    {
      ...judged,
      knownOn: when.knownOn,
      shown,
      byPlan: sort === 'plan',
      needed: sort === 'needed',
      all: options.all === true || shownStatuses !== undefined,
      locate,
    },
    context.style.language,
  );
  await show(document, outputs, context);
  const faults = [...sound.faults, ...judged.broken];
  await reportFindings(faults, context);
  if (faults.length > 0) return 2;
  const all = judged.plans.flatMap((p) => p.verdicts);
  return fails(all, failOn) ? 1 : 0;
};
