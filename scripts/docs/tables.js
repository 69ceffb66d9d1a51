import { source } from './load.js';
import { code, table } from './markdown.js';

const short = (n) => String(Number(n.toFixed(2)));
const amount = (a) => (a ? `${a.bound ?? ''}${short(a.value)} ${a.unit}`.trim() : '');
const percent = (f) => (f === null ? '' : `${Number((f * 100).toFixed(1))} %`);

/** What a check says of its targets, as a table. */
export function verdicts({ verdicts: list }) {
  const rows = list.map((v) => [
    v.title,
    v.baselineFigure ? `${amount(v.baselineFigure)} (${v.baselineFigure.period})` : '',
    v.actual ? `${amount(v.actual)} (${v.actual.period})` : '',
    v.actual && !['published', 'stated'].includes(v.actual.how) ? v.actual.how : '',
    v.limit ? amount(v.limit) : '',
    v.elapsed === null ? '' : percent(v.elapsed),
    v.status === 'achieved' || v.status === 'missed' ? '' : amount(v.expected),
    percent(v.completion),
    [v.status, ...v.marks].join(', '),
    v.status === 'no-data' || v.status === 'not-due' ? code(v.reason.code) : '',
  ]);
  return table(
    [
      'target',
      'baseline',
      'reading',
      'made by',
      'must reach',
      'way elapsed',
      'expected',
      'done',
      'status',
      'reason',
    ],
    rows,
  );
}

/** What a check says is still needed for its targets, as a table. */
export function needed({ verdicts: list }) {
  const rows = list
    .filter((v) => v.needed)
    .map(({ title, needed: n }) => [
      title,
      n.kind,
      `${n.atMost ? '≤ ' : ''}${short(n.value)} ${n.unit}${n.assumed ? ' (assumed)' : ''}`,
      n.perMonth === null ? '' : short(n.perMonth),
      n.perYear === null ? '' : short(n.perYear),
      n.soFar === null ? '' : short(n.soFar),
      n.yearBefore === null ? '' : short(n.yearBefore),
      n.usedUp ?? '',
      n.hardness === null ? '' : short(n.hardness),
      n.against ?? '',
      n.spans === null ? '' : `${n.reached} of ${n.spans}`,
    ]);
  return table(
    [
      'target',
      'kind',
      'in all',
      'a month',
      'a year',
      'so far',
      'year before',
      'used up',
      'hardness',
      'against',
      'reached',
    ],
    rows,
  );
}

/** How labels are read, by what the figures are: `YEAR; label; label …`. */
export function labels(text, { readPeriodLabel, formatPeriod }) {
  const [year, ...all] = text.split(';').map((t) => t.trim());
  const read = (label, basis) => {
    const found = readPeriodLabel(label, { basis, ...(year === 'none' ? {} : { year: Number(year) }) });
    return 'period' in found ? code(formatPeriod(found.period)) : `error: ${found.fault}`;
  };
  const rows = all.map((l) => [l, read(l, 'span'), read(l, 'year-to-date'), read(l, 'end')]);
  return table(['label', 'span (当期)', 'year to date (累计)', 'end (期末)'], rows);
}

/** The text of a constant of the model. */
function part(name) {
  const text = source('src/model/unit.ts');
  const from = text.indexOf(`\nconst ${name}`);
  if (from < 0) throw new Error(`src/model/unit.ts has no ${name}`);
  return text.slice(from, text.indexOf(';\n', from));
}

/** The units there are, by dimension. */
export function units() {
  const by = new Map();
  for (const m of part('BASES').matchAll(/^ {2}'?([^\s':]+)'?: \['([^']+)'/gm))
    by.set(m[2], [...(by.get(m[2]) ?? []), code(m[1])]);
  return table(
    ['dimension', 'units'],
    [...by].map(([name, list]) => [name, list.join(' ')]),
  );
}

/** The count nouns and the multipliers. */
export function nouns() {
  const words = [...part('NOUNS').matchAll(/'([^']*)'/g)].flatMap((m) => m[1].trim().split(/\s+/));
  const many = [...part('MULTIPLIERS').matchAll(/\['([^']+)', '([^']+)'\]/g)].map((m) => code(m[1]));
  return table(
    ['', ''],
    [
      ['count nouns', words.map(code).join(' ')],
      ['multipliers', many.join(' ')],
    ],
  );
}
