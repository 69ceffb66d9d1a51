import { DEFAULT_LAG, type Derivation, type Frequency, type Indicator } from '../model/indicator.ts';
import { isPlaced, KINDS, type Kind } from '../model/kinds.ts';
import type { Unit } from '../model/unit.ts';
import { entriesOf, type FieldReader, type PlainMap, text, texts, yes } from './fields.ts';

function readUnit(
  map: PlainMap,
  key: string,
  at: string,
  fallback: string,
  read: FieldReader,
): Unit | undefined {
  const written = text(map[key]) ?? fallback;
  return (
    read.catalogue.units.parse(written) ??
    read.fail('value/unknown-unit', { found: written, unit: written }, `${at}/${key}`)
  );
}

function readDerivation(map: PlainMap, kind: Kind, at: string, read: FieldReader): Derivation | undefined {
  const [numerator, denominator, of] = [text(map.numerator), text(map.denominator), text(map.of)];
  const [among, against] = [text(map.among), text(map.against)];
  if ((numerator === undefined) !== (denominator === undefined))
    return read.fail(
      'indicator/half-derivation',
      { has: numerator === undefined ? 'denominator' : 'numerator' },
      at,
    );
  if (numerator && denominator) return { from: 'parts', numerator, denominator };
  if (!yes(map.derive)) return undefined;
  const { derives } = KINDS[kind];
  if (derives === 'regions') return { from: derives };
  if (derives === 'places' && of && among) return { from: derives, of, among };
  if (derives === 'difference' && of && against) return { from: derives, of, against };
  return read.fail('indicator/cannot-derive', { kind }, `${at}/derive`);
}

/** What a rhythm says: how often, after what lag, from which month of the year. */
function readRhythm(map: PlainMap, above?: Indicator): Pick<Indicator, 'frequency' | 'lag' | 'released'> {
  const released = text(map.released) ?? above?.released?.toString();
  return {
    // what is released in batches does not come monthly
    frequency:
      (text(map.frequency) as Frequency | undefined) ?? above?.frequency ?? (released ? 'yearly' : 'monthly'),
    lag: Number(text(map.lag) ?? above?.lag ?? DEFAULT_LAG),
    ...(released === undefined ? {} : { released: Number(released) }),
  };
}

/** The second series of a level, ID.growth: found under the level's labels too, told apart by unit. */
function readGrowth(map: PlainMap, level: Indicator, at: string, read: FieldReader): void {
  if (map.growth === undefined || map.growth === 'false') return;
  const inner = typeof map.growth === 'string' ? {} : (map.growth as PlainMap);
  const unit = readUnit(inner, 'unit', `${at}/growth`, '%', read);
  if (!unit) return;
  read.catalogue.addIndicator(
    {
      id: `${level.id}.growth`,
      name: text(inner.name) ?? `${level.name}增速`,
      aliases: [
        ...texts(inner.aliases),
        ...[level.name, ...level.aliases].flatMap((name) => [`${name}增速`, `${name}增长`]),
      ],
      kind: 'growth',
      unit,
      better: level.better,
      ...readRhythm(inner, level),
      canFall: true,
      accumulates: false,
      nouns: [],
      growthOf: level.id,
      ...(yes(inner.derive) ? { derivation: { from: 'levels', level: level.id } } : {}),
      file: read.file,
      pointer: `${at}/growth`,
    },
    [level.name, ...level.aliases],
  );
}

/** Enters the indicators of an indicators/v1 document into the catalogue. */
export function readIndicators(doc: PlainMap, read: FieldReader): void {
  for (const [i, map] of entriesOf(doc.indicators)) {
    const at = `/indicators/${i}`;
    const kind = text(map.kind) as Kind;
    if (!isPlaced({ kind }) && map.unit === undefined) {
      read.fail('indicator/no-unit', { id: text(map.id) ?? '' }, at);
      continue;
    }
    const unit = readUnit(map, 'unit', at, '位', read);
    if (!unit) continue;
    const derivation = readDerivation(map, kind, at, read);
    const [of, place] = [text(map.of), text(map.among) ?? text(map.against)];
    const indicator: Indicator = {
      id: text(map.id) ?? '',
      name: text(map.name) ?? '',
      aliases: texts(map.aliases),
      kind,
      unit,
      better: (text(map.better) as Indicator['better'] | undefined) ?? KINDS[kind].better,
      ...readRhythm(map),
      canFall: yes(map.can_fall),
      accumulates: yes(map.accumulates),
      nouns: texts(map.nouns),
      ...(derivation ? { derivation } : {}),
      ...(of && place ? { relation: { of, place } } : {}),
      file: read.file,
      pointer: at,
    };
    const twin = read.catalogue.indicators.get(indicator.id);
    if (twin) read.fail('duplicate/indicator', { id: indicator.id, file: twin.file }, `${at}/id`);
    read.catalogue.addIndicator(indicator);
    readGrowth(map, indicator, at, read);
  }
}

/** Enters the regions and groups of a regions/v1 document into the catalogue. */
export function readRegions(doc: PlainMap, read: FieldReader): void {
  for (const [i, map] of entriesOf(doc.regions)) {
    const at = `/regions/${i}`;
    const [id, official, parent] = [text(map.id), text(map.code) ?? '', text(map.parent)];
    const code = id ?? official;
    const twin = read.catalogue.regions.get(code);
    const key = id === undefined ? 'code' : 'id';
    if (twin) read.fail('duplicate/region', { id: code, file: twin.file }, `${at}/${key}`);
    const [from, until] = [read.period(map, 'from', at), read.period(map, 'until', at)];
    read.catalogue.addRegion({
      code,
      ...(id === undefined ? {} : { official }),
      name: text(map.name) ?? '',
      aliases: texts(map.aliases),
      ...(parent ? { parent } : {}),
      ...(map.members === undefined ? {} : { members: texts(map.members) }),
      ...(map.parts === undefined ? {} : { parts: texts(map.parts) }),
      ...(from ? { from: from.start } : {}),
      ...(until ? { until: until.end } : {}),
      ...(map.successors === undefined ? {} : { successors: texts(map.successors) }),
      file: read.file,
      pointer: at,
    });
  }
}

/** Enters the organisations of an organisations/v1 document into the catalogue. */
export function readOrganisations(doc: PlainMap, read: FieldReader): void {
  for (const [i, map] of entriesOf(doc.organisations)) {
    const at = `/organisations/${i}`;
    const name = text(map.name) ?? '';
    const id = text(map.id) ?? name;
    const region = text(map.region);
    const twin = read.catalogue.organisations.get(id);
    if (twin)
      read.fail(
        'duplicate/organisation',
        { id, file: twin.file },
        `${at}/${map.id === undefined ? 'name' : 'id'}`,
      );
    read.catalogue.addOrganisation({
      id,
      name,
      aliases: texts(map.aliases),
      ...(region ? { region } : {}),
      file: read.file,
      pointer: at,
    });
  }
}
