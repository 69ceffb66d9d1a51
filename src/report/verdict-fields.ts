import { formatPeriod } from '../model/period.ts';
import type { Amount, Figure, Needed, Verdict } from '../model/verdict.ts';
import { figureOfPart } from './figure-of-part.ts';
import { ITEM_FIELDS } from './item-fields.ts';
import { type Field, field, group, jsonField, list, within } from './records.ts';
import { monthText } from './text.ts';

/** An amount with its unit: an object of both, or null. */
export const amountField = <R>(key: string, of: (row: R) => Amount | undefined): Field<R> =>
  group(key, of, [field('value', (a) => a.value.toNumber()), field('unit', (a) => a.unit.text)]);

const sourcesOf = (f: Figure) =>
  f.sources.map((s) => ({
    batch: s.source.batch,
    line: s.source.line,
    file: s.source.file,
    cell: s.source.cell,
    period: formatPeriod(s.period),
    value: s.value.toNumber(),
    unit: s.unit.text,
    status: s.status ?? null,
  }));

const FIGURE: readonly Field<Figure>[] = [
  field('value', (f) => f.value.toNumber()),
  field('unit', (f) => f.unit.text),
  field('period', (f) => formatPeriod(f.period)),
];

const ACTUAL: readonly Field<Figure>[] = [
  ...FIGURE,
  field('bound', (f) => f.bound ?? null),
  jsonField('how', (f) => f.how),
  jsonField('sources', sourcesOf),
];

const BASELINE: readonly Field<Figure>[] = [
  ...FIGURE,
  jsonField('bound', (f) => f.bound ?? null),
  jsonField('how', (f) => f.how),
  jsonField('sources', sourcesOf),
];

const NEEDED: readonly Field<Needed>[] = [
  field('kind', (n) => n.kind),
  field('value', (n) => n.amount.value.toNumber()),
  field('unit', (n) => n.amount.unit.text),
  field('strict', (n) => n.strict ?? false),
  field('aim', (n) => n.aim?.value.toNumber() ?? null),
  field('weight', (n) => n.weight?.toNumber() ?? null),
  field('months', (n) => n.months),
  field('perMonth', (n) => n.perMonth?.value.toNumber() ?? null),
  field('perYear', (n) => n.perYear?.value.toNumber() ?? null),
  field('soFar', (n) => n.soFar?.value.toNumber() ?? null),
  field('yearBefore', (n) => n.yearBefore?.value.toNumber() ?? null),
  field('usedUp', (n) => (n.usedUp === undefined ? null : monthText(n.usedUp))),
  field('exceeds', (n) => n.exceeds ?? false),
  field('atMost', (n) => n.atMost ?? false),
  field('assumed', (n) => n.assumed ?? false),
  field('hardness', (n) => n.hardness?.toNumber() ?? null),
  field('against', (n) => n.against ?? null),
  field('reached', (n) => n.history?.reached ?? null),
  field('spans', (n) => n.history?.of ?? null),
];

/** What is still needed in one cell: the amount, then its many figures by their names. */
function neededCell(n: Needed): string {
  const [amount, others] = [NEEDED.slice(0, 3), NEEDED.slice(3)];
  const named = others.flatMap((f) => {
    const value = f.value(n);
    if (value === null || value === false) return [];
    return [value === true ? f.key : `${f.key} ${f.cell(n)}`];
  });
  return [amount.map((f) => f.cell(n)).join(' '), ...named].join(', ');
}

const neededField = <R>(of: (row: R) => Needed | undefined): Field<R> =>
  group('needed', of, NEEDED, neededCell);

const JUDGED: readonly Field<Verdict>[] = [
  field('asOf', (v) => monthText(v.asOf)),
  field('status', (v) => v.status),
  field('marks', (v) => v.marks),
  group('actual', (v) => v.actual, ACTUAL),
  group('baselineFigure', (v) => v.baseline, BASELINE),
  amountField('limit', (v) => v.bound),
  amountField('expected', (v) => v.expected),
  amountField('enough', (v) => v.enough),
  field('completion', (v) => v.completion?.toNumber() ?? null),
  amountField('distance', (v) => v.distance),
  field('pace', (v) => v.pace ?? null),
  list('seasons', (v: Verdict) => v.seasons, [
    field('period', (s) => formatPeriod(s.period)),
    field('part', (s) => s.part.toNumber()),
  ]),
  field('elapsed', (v) => v.elapsed?.toNumber() ?? null),
  field('paceGap', (v) => v.paceGap?.toNumber() ?? null),
  field('stretchMet', (v) => v.stretch?.met ?? null),
  neededField((v) => v.needed),
  list('parts', (v: Verdict) => v.parts, [
    field('part', (p) => p.part ?? ''),
    field('status', (p) => p.status),
    group('actual', figureOfPart, ACTUAL),
    neededField((p) => p.needed),
  ]),
  field('reason', (v) => ({ code: v.reason.code, args: v.reason.args })),
  group('calculated', (v: Verdict) => v.calculated, [
    field('status', (c) => c.status),
    field('code', (c) => c.reason.code),
    jsonField('args', (c) => c.reason.args),
  ]),
];

/** A verdict, with the keys of `ptrack/verdicts/v1`: what `ptrack targets` says of it, and how it was judged. */
export const VERDICT_FIELDS: readonly Field<Verdict>[] = [
  ...ITEM_FIELDS.map((f) => within((v: Verdict) => v.item, f)),
  ...JUDGED,
];
