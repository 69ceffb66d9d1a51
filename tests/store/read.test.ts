import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type SeriesRequest, seriesKey } from '../../src/model/observation.ts';
import type { Period } from '../../src/model/period.ts';
import { convert } from '../../src/model/unit.ts';
import type { Row } from '../../src/store/canonical.ts';
import { openFolder } from '../../src/store/folder/folder.ts';
import { writeBatch } from '../../src/store/folder/write-batch.ts';
import type { View } from '../../src/store/store.ts';
import { C, origin, row } from './helpers.ts';

/** A word of a batch, with all it is judged by; `at` is its batch and line. */
interface Word {
  readonly row: Row;
  readonly day: string;
  readonly at: string;
}

const key = ({ indicator, region }: { indicator: string; region: string }): string =>
  seriesKey(indicator, region);

const spanOf = ({ indicator, period }: Row): Period =>
  indicator === 'firms' ? { start: period.end, end: period.end } : period;

/** The value in the unit of the catalogue; undefined where it can't be. */
const amountOf = (r: Row): string | undefined => {
  const unit = C.indicators.get(r.indicator)?.unit;
  return unit && convert(r.value, r.unit, unit)?.toFixed();
};

const publishedOn = ({ row: { published }, day }: Word): string => published ?? day;

/** Whether an exact figure is one that a bound allows. */
function allows({ row: r }: Word, { row: exact }: Word): boolean {
  const [limit, value] = [Number(amountOf(r)), Number(amountOf(exact))];
  return r.bound === '>' ? value > limit : r.bound === '<=' ? value <= limit : false;
}

/** Of all that was said of a figure what counts, and the other values there were, the latest first. */
function settle(said: readonly Word[]): readonly Word[] {
  const order = (w: Word): string => `${publishedOn(w)} ${w.day} ${w.at}`;
  const sorted = [...said].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  const lastWithdrawn = sorted.findLastIndex((w) => w.row.status === 'deleted');
  const since = sorted.slice(lastWithdrawn + 1);
  if (since.length === 0) return [];
  const counts = since.findLast((w) => !w.row.bound) ?? since[since.length - 1];
  if (!counts) return [];
  const differs = (w: Word): boolean =>
    w !== counts &&
    w.row.status !== 'deleted' &&
    !(w.row.bound === counts.row.bound && amountOf(w.row) === amountOf(counts.row)) &&
    !(!counts.row.bound && w.row.bound && allows(w, counts));
  return [counts, ...sorted.filter(differs).reverse()];
}

/** What the folder ought to answer, worked out over and over from the whole list. */
function expected(words: readonly Word[], requests: readonly SeriesRequest[], options: View) {
  const wanted = words.filter(({ row: r, day }) => {
    const { start, end } = spanOf(r);
    const asked = requests.some((q) => key(q) === key(r) && q.within.start <= start && end <= q.within.end);
    const known = [day, r.published ?? ''].every((d) => d <= (options.knownOn ?? '9999'));
    return asked && known && end <= (options.asOf ?? Number.POSITIVE_INFINITY);
  });
  const usable = wanted.filter((w) => amountOf(w.row) !== undefined);
  const series: Record<string, string[]> = {};
  const revisions: string[] = [];
  for (const q of requests) {
    if (series[key(q)]) continue;
    const own = usable.filter((w) => key(w.row) === key(q));
    const spans = [...new Set(own.map((w) => `${spanOf(w.row).end} ${spanOf(w.row).start}`))].sort();
    const settled = spans.map((s) =>
      settle(own.filter((w) => `${spanOf(w.row).end} ${spanOf(w.row).start}` === s)),
    );
    series[key(q)] = settled.flatMap(([counts]) => (counts ? [counts.at] : []));
    for (const all of settled) if (all.length > 1) revisions.push(all.map((w) => w.at).join());
  }
  const wrong = wanted.filter((w) => amountOf(w.row) === undefined).map((w) => w.at);
  return { series, revisions, wrong };
}

const text = fc
  .tuple(
    fc.constantFrom('gdp CN', 'gdp 370200', 'firms CN', 'gdp.growth CN'),
    fc.constantFrom('2023', '2023-12', '2024-Q1', '2024-01', '2024-02', '2024-01/2024-02', '2024-S1'),
    fc.constantFrom('', '', '', '>', '<='),
    fc.constantFrom('1', '2.0', '20000'),
    fc.constantFrom('', '', 'm', '%'),
    fc.constantFrom('', '', '', 'deleted', 'provisional', 'break'),
    fc.constantFrom('', '', '2024-03-01', '2024-05-01', '2024-08-15'),
  )
  .map(([series, span, bound, value, other, status, published]) => {
    const own = series.startsWith('firms') ? ['家', '万家', '%'] : ['亿元', '万元', '%'];
    const units = series.startsWith('gdp.growth') ? ['%', '%', '家'] : own;
    const unit = units[other === '' ? 0 : other === 'm' ? 1 : 2];
    // a figure that is withdrawn has no value any more
    const figure = status === 'deleted' ? '0' : `${bound}${value}`;
    return [series, span, figure, unit, status, published].filter((t) => t !== '').join(' ');
  });

const request = fc
  .tuple(
    fc.constantFrom('gdp CN', 'gdp 370200', 'firms CN', 'gdp.growth CN'),
    fc.constantFrom({ start: 0, end: 2050 * 12 }, { start: 2024 * 12, end: 2024 * 12 + 5 }),
  )
  .map(([series, within]) => {
    const [indicator = '', region = ''] = series.split(' ');
    return { indicator, region, within };
  });

const options = fc.record(
  { asOf: fc.constantFrom(2024 * 12, 2024 * 12 + 2), knownOn: fc.constantFrom('2024-04-01', '2024-07-02') },
  { requiredKeys: [] },
);

const DAYS = ['2024-03-15', '2024-06-01', '2024-07-02', '2024-09-01'];

it('a folder answers as a plain search through all it was ever told', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(text, { maxLength: 12 }), { minLength: 1, maxLength: DAYS.length }),
      fc.array(request, { minLength: 1, maxLength: 5 }),
      options,
      async (batches, requests, when) => {
        const dir = mkdtempSync(join(tmpdir(), 'ptrack-read-'));
        try {
          const words = batches.flatMap((texts, b): Word[] => {
            const day = DAYS[b] ?? '';
            const rows = texts.map(row);
            const { batch: file } = writeBatch(dir, origin(`${day}T08:00:00.000Z`), rows);
            return rows.map((r, i) => ({ row: r, day, at: `${file}:${String(i + 3).padStart(3)}` }));
          });
          const read = await openFolder(dir, C).read(requests, when);
          const place = (file: string | undefined, line: number | undefined): string =>
            `${file}:${String(line).padStart(3)}`;
          expect({
            series: Object.fromEntries(
              [...read.series].map(([k, list]) => [k, list.map((o) => place(o.source.batch, o.source.line))]),
            ),
            revisions: read.revisions.map(({ current, others }) =>
              [current, ...others].map((o) => place(o.source.batch, o.source.line)).join(),
            ),
            wrong: read.diagnostics.map((d) => place(d.file, d.line)),
          }).toEqual(expected(words, requests, when));
          const byPlace = new Map(words.map((w) => [w.at, w.row]));
          for (const o of [...read.series.values()].flat()) {
            const { number: _, cell, ...told } = byPlace.get(place(o.source.batch, o.source.line)) as Row;
            const { source, ...kept } = o;
            expect({ ...kept, cell: source.cell, unit: o.unit.text }).toEqual({
              ...told,
              period: spanOf(told as Row),
              cell,
              unit: told.unit.text,
            });
          }
        } finally {
          rmSync(dir, { recursive: true, force: true });
        }
      },
    ),
    { seed: 20241122, numRuns: 120 },
  ));
