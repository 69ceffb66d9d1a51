import { type IngestResult, ingest, type Reject, type Source } from '../../src/ingest/ingest.ts';
import { toMapping } from '../../src/ingest/mapping/read-mapping.ts';
import { type Block, headOf, tableOf } from '../../src/ingest/table/table.ts';
import { Catalogue } from '../../src/model/catalogue.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { UserError } from '../../src/model/diagnostic.ts';
import type { Indicator, Kind } from '../../src/model/indicator.ts';
import type { Written } from '../../src/model/observation.ts';
import { formatPeriod } from '../../src/model/period.ts';
import { type AddedUnit, Units } from '../../src/model/unit.ts';
import { FINDINGS } from '../../src/wording/findings.ts';

/** An indicator in short: id, name, kind, unit, aliases. */
export type Entry = readonly [id: string, name: string, kind: Kind, unit: string, ...aliases: string[]];

interface Extra {
  readonly regions?: readonly (readonly [code: string, name: string, ...aliases: string[]])[];
  readonly units?: readonly AddedUnit[];
  /** Parts of indicators that entries in short can't say. */
  readonly more?: Readonly<Record<string, Partial<Indicator>>>;
}

const base = {
  better: 'higher',
  frequency: 'monthly',
  lag: 2,
  canFall: false,
  accumulates: false,
  nouns: [],
} as const;

/** A catalogue for one test. Regions: 全国 and 青岛市 unless given. */
export function catalogue(entries: readonly Entry[], extra: Extra = {}): Catalogue {
  const c = new Catalogue(new Units(extra.units ?? []));
  for (const [id, name, kind, unitText, ...aliases] of entries) {
    const unit = c.units.parse(unitText);
    if (!unit) throw new Error(`no unit ${unitText}`);
    const more = extra.more?.[id] ?? {};
    const [growthOf] = kind === 'growth' ? id.split('.growth') : [];
    const level = growthOf === undefined ? undefined : c.indicators.get(growthOf);
    const shared = level ? [level.name, ...level.aliases] : [];
    c.addIndicator({ ...base, id, name, aliases, kind, unit, file: 'c.yaml', pointer: '', ...more }, shared);
  }
  for (const [code, name, ...aliases] of extra.regions ?? [
    ['CN', '全国'],
    ['370200', '青岛市', '青岛'],
  ])
    c.addRegion({ code, name, aliases, file: 'r.yaml', pointer: '' });
  return c;
}

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Bytes as an export, in pieces of so many: decoding and cutting must not depend on where they end. */
export const source = (input: string | Uint8Array, size = 1 << 18): Source & { kind: 'text' } => {
  const all = typeof input === 'string' ? bytes(input) : input;
  return {
    kind: 'text',
    *chunks() {
      for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
    },
  };
};

/** A text's rows, all in one block. */
export const tableIn = (text: string, delimiter?: string, size?: number): Block =>
  headOf(tableOf(source(text, size).chunks, 'a.csv', delimiter), Number.POSITIVE_INFINITY);

/** What an export gave, its figures and its rejected cells listed. */
export interface Seen extends IngestResult {
  readonly observations: readonly Written[];
  readonly rejects: readonly Reject[];
}

/** Ingests an export by a mapping document. */
export function take(from: Source, doc: unknown, c: Catalogue, name = 'export.csv'): Seen {
  const rejects: Reject[] = [];
  const result = ingest({
    name,
    source: from,
    catalogue: c,
    reject: (r) => rejects.push(r),
    ...(doc === undefined ? {} : { mapping: toMapping(doc) }),
  });
  checkWording(result.diagnostics);
  return { ...result, observations: [...result.figures], rejects };
}

/** Ingests a text by a mapping document. */
export const read = (text: string | Uint8Array, doc: unknown, c: Catalogue, name?: string): Seen =>
  take(source(text), doc, c, name);

/** A figure as one line: `gdp CN 2021-Q2 281528.0 亿元`. */
export const line = (r: Written): string =>
  [
    r.indicator,
    r.region,
    formatPeriod(r.period),
    `${r.bound ?? ''}${r.number}`,
    r.unit.text,
    ...(r.status ? [r.status] : []),
    ...(r.published ? [r.published] : []),
  ].join(' ');

/** A finding as one line: code, place and arguments that matter. */
export const brief = (d: Diagnostic): string =>
  `${d.line ?? '-'}:${d.column ?? '-'} ${d.code} ${JSON.stringify(d.args)}`;

/** Fails where a sentence has an argument that its finding does not give; optional parts apart. */
export function checkWording<T extends readonly Diagnostic[]>(list: T): T {
  for (const { code, args } of list) {
    const { en } = FINDINGS[code] ?? { en: '{wording}' };
    const needed = [...en.replace(/\[\w+:[^\]]*\]/g, '').matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? '');
    const lacking = needed.filter((name) => !(name in args));
    if (lacking.length > 0) throw new Error(`${code} does not give ${lacking.join(', ')}`);
  }
  return list;
}

export const codes = (list: readonly Diagnostic[]): string[] => checkWording(list).map((d) => d.code);

/** The findings of the UserError that a function throws. */
export function thrown(run: () => unknown): readonly Diagnostic[] {
  try {
    run();
  } catch (error) {
    if (error instanceof UserError) return checkWording(error.diagnostics);
    throw error;
  }
  throw new Error('nothing was thrown');
}

export const sum = (r: IngestResult): number =>
  r.tally.observations + r.tally.missing + r.tally.rejected + r.tally.skipped + r.tally.repeated;
