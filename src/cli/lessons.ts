import type { Catalogue } from '../model/catalogue.ts';
import { type Diagnostic, fault, UserError } from '../model/diagnostic.ts';
import type { Indicator } from '../model/indicator.ts';
import { fold, nearest } from '../model/names.ts';
import type { Region } from '../model/region.ts';

/** A name of an export that nothing in the catalogue is called (未知名称). */
export interface Unmatched {
  readonly kind: 'indicator' | 'region';
  readonly label: string;
  /** The name of the catalogue nearest in spelling, where one is near. */
  readonly nearest?: string;
  readonly cells: number;
  /** The first export and cell it was met in. */
  readonly file: string;
  readonly cell: string;
}

/** An entry of the catalogue that a name can be given to. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  readonly pointer: string;
}

/** What a name is to mean from now on. */
export interface Lesson {
  readonly kind: Unmatched['kind'];
  readonly label: string;
  readonly entry: Entry;
}

const CODES = { 'ingest/unknown-indicator': 'indicator', 'ingest/unknown-region': 'region' } as const;

/** The unknown names among the findings of exports, each once. */
export function unmatchedIn(findings: readonly Diagnostic[]): Unmatched[] {
  const found = new Map<string, Unmatched>();
  for (const { code, args, file = '' } of findings) {
    const kind = (CODES as Readonly<Record<string, Unmatched['kind']>>)[code];
    if (kind === undefined) continue;
    const label = String(args.label ?? args.region);
    const key = `${kind} ${fold(label)}`;
    const before = found.get(key);
    const cells = Number(args.count) + (before?.cells ?? 0);
    const near = args.nearest === undefined ? {} : { nearest: String(args.nearest) };
    found.set(key, { ...(before ?? { kind, label, ...near, file, cell: String(args.cell) }), cells });
  }
  return [...found.values()];
}

const ofIndicator = (i: Indicator): Entry => ({ id: i.id, name: i.name, file: i.file, pointer: i.pointer });
const ofRegion = (r: Region): Entry => ({ id: r.code, name: r.name, file: r.file, pointer: r.pointer });

/** The entries a name can mean; a growth that shares its level's names is meant by its own alone. */
function entriesCalled(kind: Unmatched['kind'], name: string, catalogue: Catalogue): Entry[] {
  if (kind === 'region') return catalogue.regionNames.all(name).map(ofRegion);
  const byId = catalogue.indicators.get(name);
  if (byId) return [ofIndicator(byId)];
  const all = catalogue.indicatorNames.all(name);
  return all.filter((i) => !all.some((level) => level.id === i.growthOf)).map(ofIndicator);
}

/** What a name means to the catalogue: one entry, or the finding that says why not. */
export function entryCalled(
  { kind, label }: Pick<Unmatched, 'kind' | 'label'>,
  name: string,
  catalogue: Catalogue,
): Entry | Diagnostic {
  const entries = entriesCalled(kind, name, catalogue);
  if (entries.length === 1 && entries[0]) return entries[0];
  if (entries.length > 1)
    return fault('ingest/alias-of-several', { label, name, ids: entries.map((e) => e.id) });
  const names = kind === 'region' ? catalogue.regionNames : catalogue.indicatorNames;
  return fault('ingest/alias-of-nothing', { label, name, nearest: names.nearest(name) ?? '' });
}

/** The places where LABEL=NAME can be parted: labels hold equals signs themselves (上年=100). */
const partings = (text: string): (readonly [label: string, name: string])[] =>
  [...text.matchAll(/=/g)]
    .map((m) => [text.slice(0, m.index).trim(), text.slice(m.index + 1).trim()] as const)
    .filter(([label, name]) => label !== '' && name !== '');

/** Whether a name means that entry already: nothing is left to learn then. */
export const isKnown = (label: string, name: string, catalogue: Catalogue): boolean =>
  (['indicator', 'region'] as const).some((kind) => {
    const [now, wanted] = [label, name].map((n) => entriesCalled(kind, n, catalogue)[0]);
    return now !== undefined && now.id === wanted?.id;
  });

/** What `--alias LABEL=NAME` says, once it is seen that the exports have that name and the catalogue the other. */
export function lessonsFrom(
  asked: readonly string[],
  unmatched: readonly Unmatched[],
  catalogue: Catalogue,
): Lesson[] {
  return asked.flatMap((found) => {
    const parted = partings(found);
    const [first] = parted;
    if (!first) throw new UserError(fault('usage/alias', { found }));
    const wanted = parted.flatMap(([label, name]) =>
      unmatched.filter((u) => fold(u.label) === fold(label)).map((u) => ({ u, name })),
    );
    if (wanted.length === 0) {
      if (parted.some(([label, name]) => isKnown(label, name, catalogue))) return [];
      const unknown = unmatched.map((u) => u.label);
      const near = nearest(first[0], unknown);
      const args = near === undefined ? { unknown } : { nearest: near };
      throw new UserError(fault('ingest/alias-not-wanted', { label: first[0], ...args }));
    }
    const answers = wanted.map(({ u, name }) => ({ u, entry: entryCalled(u, name, catalogue) }));
    const lessons = answers.flatMap(({ u, entry }) =>
      'code' in entry ? [] : [{ kind: u.kind, label: u.label, entry }],
    );
    const refused = answers.flatMap(({ entry }) => ('code' in entry ? [entry] : []));
    if (lessons.length === 0) throw new UserError(...refused.slice(0, 1));
    // parted at another sign it would be another name: which is meant is not clear
    if (lessons.some((l) => l.label !== lessons[0]?.label))
      throw new UserError(fault('usage/alias', { found }));
    return lessons;
  });
}
