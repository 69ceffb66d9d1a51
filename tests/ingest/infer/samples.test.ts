import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/model/diagnostic.ts';
import { catalogue, read } from '../helpers.ts';
import { drafted, open } from './helpers.ts';

/** Beside the repository, or beside the folder of its worktrees. */
const PLACES = ['../../../../shared/samples/', '../../../../../shared/samples/'];
const places = PLACES.map((place) => new URL(place, import.meta.url));
const SAMPLES = places.find((place) => existsSync(place)) ?? new URL('none/', import.meta.url);
const there = existsSync(SAMPLES);

const C = catalogue(
  [
    ['m2', '货币和准货币(M2)供应量', 'stock', '亿元'],
    ['m2.growth', 'M2增速', 'growth', '%', '货币和准货币(M2)供应量同比增长'],
    ['gdp', '国内生产总值', 'flow', '亿元'],
    ['technicians', '公有经济企事业单位专业技术人员数', 'stock', '人'],
  ],
  {
    regions: [
      ['CN', '全国'],
      ['370000', '山东省'],
      ['DE', 'Germany'],
    ],
  },
);

/** What each sample does not say of itself: region, unit or indicator, or what no catalogue of this test has. */
const OPEN: Record<string, readonly string[]> = {
  '01': ['region', 'labels'],
  '05': ['region', 'labels'],
  '06': ['region', 'labels'],
  '07': ['region', 'labels'],
  10: ['others'],
  14: ['region', 'unit', 'labels'],
  16: ['region', 'unit', 'labels'],
  20: ['unit', 'labels', 'others'],
  21: ['unit', 'labels', 'others'],
  23: ['unit', 'labels', 'others'],
  25: ['region', 'unit', 'labels'],
  28: ['region', 'indicator', 'unit'],
  34: ['region', 'unit', 'keep', 'labels', 'regions'],
  35: ['region', 'indicator', 'unit', 'keep'],
};

/** The codes by which a draft is refused as it stands, before or while the export is read by it. */
function refusals(doc: unknown, file: string, bytes: Uint8Array): string[] {
  try {
    const result = read(bytes, doc, C, file);
    return [...new Set(result.rejects.flatMap((r) => r.problems.map((p) => p.code)))].sort();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.diagnostics.map((d) => `${d.code} ${d.args.field}`).sort();
  }
}

const REGION = ['ingest/nothing-fills region'];
const REFUSED: Record<string, readonly string[]> = {
  '01': REGION,
  '05': REGION,
  '06': REGION,
  '07': REGION,
  10: ['ingest/unknown-region'],
  14: REGION,
  16: REGION,
  20: ['ingest/unknown-indicator', 'ingest/unknown-region'],
  21: ['ingest/unknown-indicator', 'ingest/unknown-region'],
  23: ['ingest/unknown-indicator', 'ingest/unknown-region'],
  25: REGION,
  28: ['ingest/nothing-fills indicator', ...REGION],
  34: ['ingest/empty-field', 'ingest/unknown-indicator', 'ingest/unknown-region'],
  35: ['ingest/nothing-fills indicator', ...REGION],
};

describe.skipIf(!there)('drafts for shared/samples (skipped: the folder is not there)', () => {
  const files = there ? readdirSync(SAMPLES).filter((f) => f.endsWith('.csv')) : [];

  it.each(files)('%s', (file) => {
    const bytes = readFileSync(new URL(file, SAMPLES));
    const d = drafted(bytes, C, file);
    const number = file.slice(0, 2);
    expect(d.faults).toEqual([]);
    expect(open(d)).toEqual(OPEN[number]);
    expect(refusals(d.doc, file, bytes)).toEqual(REFUSED[number]);
    // short enough to be read at a glance, without the names to translate
    expect(d.yaml.split('\n').filter((l) => !/: skip( #.*)?$/.test(l)).length).toBeLessThan(32);
  });

  it('with what it does not say filled in, a draft gives the facts', () => {
    const file = '06_nbs_quarterly_gdp_wide_gbk.csv';
    const bytes = readFileSync(new URL(file, SAMPLES));
    const { doc } = drafted(bytes, C, file);
    const fields = { ...(doc.fields as object), region: { constant: '全国' } };
    const result = read(bytes, { ...doc, fields, others: 'skip' }, C, file);
    expect(result.rejects).toEqual([]);
    expect(result.observations.map((o) => `${o.period.start} ${o.period.end} ${Number(o.number)}`)).toContain(
      `${2021 * 12} ${2021 * 12 + 5} 529513`,
    );
  });
});
