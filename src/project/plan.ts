import { BARE, CHANGE_KEYS, CHANGES, type Change, COMPARATORS, VALUED } from '../model/forms.ts';
import type { Indicator } from '../model/indicator.ts';
import { isPlaced } from '../model/kinds.ts';
import { type Paced, takesOver } from '../model/pace.ts';
import { formatPeriod, lastDateOf, lengthOf, type Period, parsePeriod, samePeriod } from '../model/period.ts';
import type {
  Baseline,
  Commitment,
  Comparison,
  Form,
  Goal,
  Item,
  Milestone,
  Nature,
  Override,
  OverrideStatus,
  Own,
  Pace,
  Place,
  Plan,
  Share,
  Shared,
  Step,
  Steps,
  Target,
} from '../model/plan.ts';
import { addressOf, targetsOf } from '../model/plan.ts';
import type { Region } from '../model/region.ts';
import { escapeKey, type FieldReader, maps, type PlainMap, text, texts, yes } from './fields.ts';

/** Every key that gives a target its form. */
export const FORM_KEYS: readonly string[] = [...VALUED, ...CHANGE_KEYS, ...BARE, 'same_as'];

/** The comparison written directly in a map: its first comparator key. */
function readComparison(
  map: PlainMap,
  at: string,
  read: FieldReader,
  places: boolean,
): Comparison | undefined {
  const comparator = VALUED.find((c) => map[c] !== undefined);
  if (!comparator) return undefined;
  if (COMPARATORS[comparator].takes === 'value') {
    const value = places ? read.place(map, comparator, at) : read.quantity(map, comparator, at);
    return value && { comparator, value };
  }
  const ends = read.range(map, comparator, at);
  return ends && { comparator, value: ends[0], high: ends[1] };
}

/** What a change means where it is written without a comparator: at least that much; above or below at all. */
function changeAlone(change: Change, map: PlainMap, at: string, read: FieldReader): Comparison | undefined {
  const { alone } = CHANGES[change];
  const written = alone?.value ?? text(map[change]);
  const value = written === undefined ? undefined : read.quantityOf(written, `${at}/${change}`);
  return alone && value && { comparator: alone.comparator, value };
}

function readForm(
  map: PlainMap,
  at: string,
  read: FieldReader,
  places: boolean,
  place: Region | undefined,
): Form | undefined {
  const bare = BARE.find((k) => map[k] !== undefined);
  if (bare) return { comparator: bare };
  const change = CHANGE_KEYS.find((k) => map[k] !== undefined);
  if (!change) return readComparison(map, at, read, places);
  const { value, benchmark } = CHANGES[change];
  const inner = typeof map[change] === 'object' ? (map[change] as PlainMap) : {};
  const below = `${at}/${change}`;
  const comparison =
    readComparison(inner, below, read, value === 'place') ?? changeAlone(change, map, at, read);
  if (!comparison) return undefined;
  const region = benchmark && read.region(inner, benchmark, below, place);
  return {
    ...comparison,
    change,
    ...(yes(inner.relative) ? { relative: true } : {}),
    ...(region ? { benchmark: region } : {}),
  };
}

function readBaseline(map: PlainMap, at: string, read: FieldReader): Baseline | undefined {
  const inner = map.baseline as PlainMap | undefined;
  if (!inner) return undefined;
  const below = `${at}/baseline`;
  const period = read.period(inner, 'period', below);
  const value = read.quantity(inner, 'value', below);
  const target = text(inner.target);
  return {
    ...(period ? { period } : {}),
    ...(value ? { value } : {}),
    ...(target === undefined ? {} : { target: { text: target, pointer: `${below}/target` } }),
  };
}

/** Months a checkpoint of a list may stand for: 月, 季, 半年, 年. */
const LIST_STEPS: readonly number[] = [1, 3, 6, 12];

/** The ends of the parts a list of checkpoints cuts a window into; undefined where the parts are no months, quarters … */
function listEnds(count: number, window: Period): number[] | undefined {
  const each = lengthOf(window) / count;
  return LIST_STEPS.includes(each) && window.start % each === 0
    ? Array.from({ length: count }, (_, i) => window.start + (i + 1) * each - 1)
    : undefined;
}

function readSteps(map: PlainMap, at: string, window: Period, read: FieldReader): Steps | undefined {
  if (map.steps === undefined) return undefined;
  const pointer = `${at}/steps`;
  const points: Step[] = [];
  const add = (month: number | undefined, to: string, where: string): void => {
    const allowance = read.allowanceOf(to, where);
    if (month !== undefined && allowance) points.push({ month, to: allowance, pointer: where });
  };
  if (Array.isArray(map.steps)) {
    const list = texts(map.steps);
    const ends = listEnds(list.length, window);
    if (!ends) read.fail('value/steps', { count: list.length, window: formatPeriod(window) }, pointer);
    for (const [i, to] of list.entries()) add(ends?.[i], to, `${pointer}/${i}`);
  } else
    for (const [when, to] of Object.entries(map.steps as PlainMap)) {
      const where = `${pointer}/${escapeKey(when)}`;
      const span = parsePeriod(when);
      if (!span) read.fail('value/period', { found: when }, where);
      add(span?.end, String(to), where);
    }
  points.sort((a, b) => a.month - b.month);
  return { points, window, pointer };
}

/** Whose a share is: a region's inside the target's own or, where no region is called so, a unit's. */
function readSharer(
  name: string,
  place: Region | undefined,
  { catalogue }: FieldReader,
): Pick<Share, 'region' | 'unit' | 'several'> {
  const region = catalogue.findRegion(name, place ? { within: place } : {});
  if (!('fault' in region)) return { region };
  if (region.fault === 'ambiguous') return { several: region.found };
  const unit = catalogue.findOrganisation(name, place);
  if (!('fault' in unit)) return { unit };
  return unit.fault === 'ambiguous' ? { several: unit.found } : {};
}

/** The parts a target is divided into, by region or, where no region is called so, by unit. */
function readShares(
  map: PlainMap,
  at: string,
  place: Region | undefined,
  read: FieldReader,
): Share[] | undefined {
  if (map.shares === undefined) return undefined;
  const shares: Share[] = [];
  for (const [name, written] of Object.entries(map.shares as PlainMap)) {
    const pointer = `${at}/shares/${escapeKey(name)}`;
    const value = read.quantityOf(String(written), pointer);
    if (!value) continue;
    shares.push({ text: name, pointer, ...readSharer(name, place, read), value });
  }
  return shares;
}

function readOverride(map: PlainMap, at: string, read: FieldReader): Override | undefined {
  const inner = map.override as PlainMap | undefined;
  const until = inner && read.due(inner, 'until', `${at}/override`);
  if (!until) return undefined;
  return {
    status: text(inner.status) as OverrideStatus,
    reason: text(inner.reason) ?? '',
    by: text(inner.by) ?? '',
    until: until.date,
  };
}

const readOwn = (map: PlainMap, read: FieldReader): Own => {
  const weight = read.part(map, 'weight');
  return weight ? { weight } : {};
};

/** Window and due: a window of its own sets the due to its end; a due that comes earlier ends the window. */
function readTimes(
  map: PlainMap,
  at: string,
  above: Shared,
  read: FieldReader,
): Pick<Shared, 'window' | 'due'> {
  const own = read.period(map, 'window', at);
  const window = own ?? above.window;
  const due = read.due(map, 'due', at) ?? (own ? { date: lastDateOf(own), month: own.end } : above.due);
  return { window, due };
}

const SHARED_KEYS = [
  'region',
  'lead',
  'responsible',
  'window',
  'due',
  'commitment',
  'nature',
  'tolerance',
  'slack',
  'pace',
  'steps',
];

/** What a goal, target or milestone says itself, over what it inherits. */
function readShared(map: PlainMap, at: string, above: Shared, read: FieldReader): Shared {
  if (SHARED_KEYS.every((k) => map[k] === undefined)) return above;
  const region = read.region(map, 'region', at, above.region?.found) ?? above.region;
  const place: Region | undefined = region?.found?.members ? above.region?.found : region?.found;
  const lead = read.organisations(map, 'lead', at, place);
  const responsible = read.organisations(map, 'responsible', at, place);
  const commitment = (text(map.commitment) as Commitment | undefined) ?? above.commitment;
  const nature = (text(map.nature) as Nature | undefined) ?? above.nature;
  const tolerance = read.allowance(map, 'tolerance', at) ?? above.tolerance;
  const slack = read.part(map, 'slack') ?? above.slack;
  const times = readTimes(map, at, above, read);
  const steps = readSteps(map, at, cutWindow(times), read);
  const pace = (text(map.pace) as Pace | undefined) ?? (steps ? 'steps' : above.pace);
  return {
    lead: lead?.list ?? above.lead,
    leadOpen: lead?.open ?? above.leadOpen,
    responsible: responsible?.list ?? above.responsible,
    responsibleOpen: responsible?.open ?? above.responsibleOpen,
    ...(region ? { region } : {}),
    ...times,
    ...(commitment ? { commitment } : {}),
    ...(nature ? { nature } : {}),
    ...(tolerance ? { tolerance } : {}),
    ...(slack ? { slack } : {}),
    ...(pace ? { pace } : {}),
    ...(steps ? { steps } : above.steps ? { steps: above.steps } : {}),
  };
}

interface Above {
  readonly plan: string;
  readonly path: readonly string[];
  readonly locator?: string;
  readonly shared: Shared;
  readonly read: FieldReader;
}

function placeOf(map: PlainMap, at: string, above: Above, id: string, title: string): Place {
  const locator = text(map.locator) ?? above.locator;
  return {
    plan: above.plan,
    id,
    title,
    path: above.path,
    ...(locator ? { locator } : {}),
    file: above.read.file,
    pointer: at,
  };
}

/** The span a target's figure is for: its window, ended by a due date that comes earlier. */
function cutWindow({ window, due }: Pick<Shared, 'window' | 'due'>): Period {
  return due.month >= window.start && due.month < window.end
    ? { start: window.start, end: due.month }
    : window;
}

/** The pace of a target and its checkpoints: its own, or of what is stated above it what it can keep. */
function paceOf(map: PlainMap, shared: Shared, t: Omit<Paced, 'indicator'>, found: Indicator | undefined) {
  const { pace, steps } = shared;
  if (pace === undefined || !found) return {};
  const own = map.pace !== undefined || map.steps !== undefined;
  const fitting =
    map.steps !== undefined || (steps && samePeriod(steps.window, t.window)) ? steps : undefined;
  if (!own && !takesOver(pace, { ...t, indicator: found, steps: fitting })) return {};
  return { pace, ...(fitting ? { steps: fitting } : {}) };
}

function readTarget(map: PlainMap, at: string, above: Above): Target {
  const { read } = above;
  const stated = readShared(map, at, above.shared, read);
  const { pace: _, steps: __, ...shared } = stated;
  const named = text(map.indicator);
  const found = named === undefined ? undefined : read.catalogue.indicatorNames.get(named);
  const id = text(map.id) ?? found?.id ?? named ?? text(map.same_as) ?? '';
  const same = text(map.same_as);
  const forms = FORM_KEYS.filter((k) => map[k] !== undefined);
  const ranks = found !== undefined && isPlaced(found);
  const form = readForm(map, at, read, ranks, shared.region?.found);
  const places = form?.change ? CHANGES[form.change].value === 'place' : ranks;
  const stretch = map.stretch && readComparison(map.stretch as PlainMap, `${at}/stretch`, read, places);
  const baseline = readBaseline(map, at, read);
  const each = text(map.each) as 'month' | 'quarter' | 'region' | undefined;
  const window = cutWindow(shared);
  const serves = text(map.serves);
  const shares = readShares(map, at, shared.region?.found, read);
  const override = readOverride(map, at, read);
  return {
    type: 'target',
    ...placeOf(map, at, above, id, text(map.title) ?? found?.name ?? named ?? (same === undefined ? id : '')),
    ...shared,
    ...readOwn(map, read),
    window,
    ...paceOf(map, stated, { window, form, baseline }, found),
    ...(named === undefined
      ? {}
      : { indicator: { text: named, pointer: `${at}/indicator`, ...(found ? { found } : {}) } }),
    ...(form ? { form } : {}),
    forms,
    ...(stretch ? { stretch } : {}),
    ...(each ? { each } : {}),
    ...(baseline ? { baseline } : {}),
    ...(same === undefined ? {} : { sameAs: { text: same, pointer: `${at}/same_as` } }),
    ...(serves === undefined ? {} : { serves: { text: serves, pointer: `${at}/serves` } }),
    ...(shares ? { shares } : {}),
    ...(override ? { override } : {}),
  };
}

function readMilestone(map: PlainMap, at: string, above: Above): Milestone {
  const { read } = above;
  const override = readOverride(map, at, read);
  return {
    type: 'milestone',
    ...placeOf(map, at, above, text(map.id) ?? '', text(map.title) ?? ''),
    ...readShared(map, at, above.shared, read),
    ...readOwn(map, read),
    ...(override ? { override } : {}),
  };
}

function readGoal(map: PlainMap, at: string, above: Above, id: string): Goal {
  const shared = readShared(map, at, above.shared, above.read);
  const place = placeOf(map, at, above, id, text(map.title) ?? id);
  const below: Above = {
    ...above,
    path: at === '' ? [] : [...above.path, id],
    ...(place.locator ? { locator: place.locator } : {}),
    shared,
  };
  const items: Item[] = [
    ...maps(map.targets).map((t, i) => readTarget(t, `${at}/targets/${i}`, below)),
    ...maps(map.milestones).map((m, i) => readMilestone(m, `${at}/milestones/${i}`, below)),
  ];
  const goals = maps(map.goals).map((g, i) => readGoal(g, `${at}/goals/${i}`, below, text(g.id) ?? ''));
  return { type: 'goal', ...place, ...shared, ...readOwn(map, above.read), items, goals };
}

/**
 * Turns a plan/v1 document into the model: everything inherited is filled in, references are looked up in the
 * catalogue (those not found stay without `found`, for the rules to say). What can't be read becomes a finding; a plan
 * without a readable window gives none.
 */
export function readPlan(map: PlainMap, read: FieldReader, region: string | undefined): Plan | undefined {
  const window = read.period(map, 'window', '');
  if (!window) return undefined;
  const id = text(map.id) ?? '';
  const fallback = region === undefined ? undefined : read.region({ region }, 'region', '');
  const shared: Shared = {
    lead: [],
    leadOpen: false,
    responsible: [],
    responsibleOpen: false,
    window,
    due: { date: lastDateOf(window), month: window.end },
    ...(fallback ? { region: fallback } : {}),
  };
  const document = text(map.document);
  return {
    id,
    title: text(map.title) ?? id,
    issuer: texts(map.issuer),
    ...(document ? { document } : {}),
    file: read.file,
    root: readGoal(map, '', { plan: id, path: [], shared, read }, id),
  };
}

/** Finds the targets that `same_as`, `baseline: target` and `serves` name, in the plan itself or, as plan/target, in another. */
export function linkTargets(plans: readonly Plan[]): void {
  const targets = plans.flatMap(targetsOf);
  const referring = targets.filter((t) => t.sameAs || t.baseline?.target || t.serves);
  if (referring.length === 0) return;
  const byAddress = new Map(targets.map((t) => [addressOf(t), t]));
  for (const target of referring)
    for (const reference of [target.sameAs, target.baseline?.target, target.serves]) {
      if (!reference) continue;
      const address = reference.text.includes('/') ? reference.text : `${target.plan}/${reference.text}`;
      const found = byAddress.get(address);
      if (!found) continue;
      (reference as { found?: Target }).found = found;
      if (reference === target.sameAs && target.title === '')
        (target as { title: string }).title = found.title;
    }
}
