import type { DraftLine } from '../../model/draft.ts';
import { fold, type Names } from '../../model/names.ts';
import { knownIn } from './forms.ts';
import { ground, open, some } from './lines.ts';
import { namesOf } from './names.ts';
import { textsOf } from './roles.ts';
import { clueFor, headTexts, isAbove, type Understood } from './understood.ts';

/** More names than this are not listed one by one. */
const LISTED = 20;

/** Names that a catalogue lacks, of so many. */
interface Lacking {
  readonly names: readonly string[];
  readonly of: number;
}

function lackingSeries(c: Understood): Lacking {
  const { texts, forms } = namesOf(c);
  const said = texts.length > 0 ? [] : c.clues.flatMap((clue) => clue.gives.get('indicator') ?? []);
  const unknown = texts.filter((t) => !knownIn(forms, t, c.recognise));
  const names = [
    ...unknown.map((t) => forms.of(t).indicator),
    ...said.filter((t) => c.recognise.series(t).length === 0),
  ];
  return { names: [...new Set(names)], of: texts.length + said.length };
}

function lackingRegions(c: Understood): Lacking {
  const said = clueFor(c, 'region')?.gives.get('region');
  const above = isAbove(c, 'region') ? headTexts(c, 'region') : textsOf(c.roles, 'region');
  const texts = said === undefined ? above : [said];
  return { names: texts.filter((t) => !c.recognise.region(t)), of: texts.length };
}

/** The nearest known name, where it has most of its characters in common: 工业产直, 工业产值. */
function nearest<T>(name: string, known: Names<T>): string | undefined {
  const found = known.nearest(name) ?? '';
  const common = [...fold(name)].filter((char) => fold(found).includes(char)).length;
  return common >= 0.7 * Math.max(name.length, found.length) ? found : undefined;
}

/** 竣工投产项目 and 竣工投产项目数 are one. */
const isCount = (name: string, found: string): boolean =>
  fold(found).startsWith(fold(name)) && /^[家个次]?数$/.test(fold(found).slice(fold(name).length));

/** What stands beside a name to begin with: itself as the catalogue counts it, else skip, with what is nearest. */
function proposal<T>(key: 'labels' | 'regions', lacking: Lacking, known: Names<T>): DraftLine {
  const near = lacking.names.map((name) => [name, nearest(name, known)] as const);
  const counts = new Map(near.filter(([name, found]) => found !== undefined && isCount(name, found)));
  const table = lacking.names.map((name) => [name, counts.get(name) ?? 'skip'] as const);
  const asides = near.flatMap(([name, found]) =>
    found === undefined || counts.has(name) ? [] : [[name, ground('near', { name: found })] as const],
  );
  const about = { count: lacking.names.length, of: lacking.of };
  return {
    ...open(key, Object.fromEntries(table), ground(`lacking-${key}`, about)),
    asides: Object.fromEntries(asides),
  };
}

/** Names that nothing in the catalogues is called: to translate, to leave out, or to add there. */
export function lackingLines(c: Understood): DraftLine[] {
  const { indicatorNames, regionNames } = c.recognise.catalogue;
  const [labels, regions] = [lackingSeries(c), lackingRegions(c)];
  const few = ({ names }: Lacking): boolean => names.length > 0 && names.length <= LISTED;
  const many = [
    ...(labels.names.length > LISTED ? [['labels', labels] as const] : []),
    ...(regions.names.length > LISTED ? [['regions', regions] as const] : []),
  ];
  const others = open(
    'others',
    Object.fromEntries(many.map(([key]) => [key, 'skip'])),
    ...many.map(([key, { names, of }]) => ground(`many-${key}`, { count: names.length, of, ...some(names) })),
  );
  return [
    ...(few(labels) ? [proposal('labels', labels, indicatorNames)] : []),
    ...(few(regions) ? [proposal('regions', regions, regionNames)] : []),
    ...(many.length > 0 ? [others] : []),
  ];
}
