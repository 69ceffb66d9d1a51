import { growthsFit, valuesBelowTwo, valuesOf } from './above.ts';
import { type Column, columnsOf, share } from './columns.ts';
import { formsOf } from './forms.ts';
import { findLayout } from './layout.ts';
import { namesOf } from './names.ts';
import type { Recogniser } from './recognise.ts';
import { type Assigned, assign, textsOf } from './roles.ts';
import { REGION_LIKE, type Role, roleOf } from './standard.ts';
import type { Need } from './title-parts.ts';
import { findClues } from './titles.ts';
import { headsOf, isAbove, labelsOf, type Understood } from './understood.ts';

/** Columns of text that nothing has been found for. */
const leftOver = (columns: readonly Column[], roles: ReadonlyMap<Role, Assigned>): Column[] => {
  const taken = new Set([...roles.values()].map((r) => r.column));
  return columns.filter((c) => !c.figures && !c.hollow && !taken.has(c) && roleOf(c.name) !== 'nothing');
};

/** Gives a column to indicator or region where only one column can hold it. */
function eliminate(
  columns: readonly Column[],
  roles: Map<Role, Assigned>,
  found: ReadonlySet<Role>,
  recognise: Recogniser,
): void {
  const give = (role: Role, column: Column | undefined): void => {
    if (column && !roles.has(role) && !found.has(role)) roles.set(role, { column, certainty: 'likely' });
  };
  const withUnit = leftOver(columns, roles).find((c) =>
    formsOf(c.texts.slice(0, 50), recognise).as.every((form) => form.includes('{unit}')),
  );
  give('indicator', withUnit);
  const rest = leftOver(columns, roles);
  give(
    'region',
    rest.find((c) => share(c, (t) => REGION_LIKE.test(t)) > 0.6),
  );
  const last = leftOver(columns, roles);
  if (last.length === 1) give('indicator', last[0]);
}

/** What has to be looked for above the table and in the file's name. */
function needsOf(c: Omit<Understood, 'clues'>): Set<Need> {
  const { roles, recognise } = c;
  const labels = labelsOf(c);
  const needs = new Set<Need>(['basis', 'published', 'scale']);
  if (!roles.has('indicator') && !isAbove(c, 'indicator')) needs.add('indicator');
  if (!roles.has('region') && !isAbove(c, 'region')) needs.add('region');
  if (!roles.has('unit')) needs.add('unit');
  const spanned = roles.has('period') || isAbove(c, 'period') || isAbove(c, 'year');
  if (!spanned || isAbove(c, 'growth')) needs.add('period');
  const dated = spanned && labels.every((t) => recognise.label(t)?.dated !== false);
  if (!dated && !roles.has('year') && !isAbove(c, 'year')) needs.add('year');
  if (roles.has('basis') || isAbove(c, 'basis')) needs.delete('basis');
  if (roles.has('published')) needs.delete('published');
  if (roles.has('multiplier')) needs.delete('scale');
  const { texts, forms } = namesOf(c);
  const named = texts.length > 0 && texts.every((t) => forms.of(t).unit !== undefined);
  if (named || (c.heads.size > 0 && [...c.heads.values()].every((h) => h.unit !== undefined)))
    needs.delete('unit');
  if (texts.some((t) => forms.of(t).basis !== undefined)) needs.delete('basis');
  return needs;
}

/** Leaves a column 同比 unread where it can't be said which span it is for. */
function withoutLooseGrowths(c: Understood): Understood {
  if (!isAbove(c, 'growth')) return c;
  const rows = textsOf(c.roles, 'period');
  // a span that nothing stands beside has no field to be written under where the header gives spans too
  const told = c.clues.filter((clue) => clue.gives.size > 1 || !isAbove(c, 'period'));
  const said = told.flatMap((clue) => clue.gives.get('period') ?? []);
  if (growthsFit(c.heads, rows.length > 0 ? rows : said)) return c;
  const heads = new Map([...c.heads].filter(([, head]) => head.role !== 'growth'));
  const loose = c.values.filter((v) => !heads.has(v.index));
  return { ...c, heads, values: c.values.filter((v) => heads.has(v.index)), unread: [...c.unread, ...loose] };
}

/** Where the header names the spans, a column beside it can only give their years. */
function settleSpans(
  roles: Map<Role, Assigned>,
  heads: Understood['heads'],
  uppers: Understood['uppers'],
  recognise: Recogniser,
): void {
  const column = roles.get('period');
  if (!column || !isAbove({ heads, uppers }, 'period')) return;
  roles.delete('period');
  const years = column.column.texts.every((t) => recognise.label(t)?.year);
  if (years && !roles.has('year')) roles.set('year', column);
}

/** Finds out where everything in a table stands. Undefined where there is no table with a header and figures. */
export function understand(
  rows: Understood['rows'],
  stem: string,
  recognise: Recogniser,
): Understood | undefined {
  const layout = findLayout(rows, recognise);
  if (!layout) return undefined;
  const columns = columnsOf(rows, layout, recognise);
  const roles = assign(columns, recognise);
  const preamble = rows.slice(0, layout.upper ?? layout.header);
  const taken = new Set([...roles.values()].map((r) => r.column));
  const figures = columns.filter(
    (c) =>
      (c.figures || c.hollow) && !c.part && !taken.has(c) && c.name !== '' && roleOf(c.name) !== 'nothing',
  );
  const said = findClues(preamble, '', new Set<Need>(['indicator']), recognise).some((clue) => clue.keyed);
  const upper = layout.upper === undefined || roles.has('value') ? undefined : rows[layout.upper];
  const found = upper
    ? valuesBelowTwo(figures, upper, said || roles.has('indicator'), recognise)
    : valuesOf(figures, roles, said, recognise);
  settleSpans(roles, found.heads, found.uppers, recognise);
  const above = new Set<Role>(
    headsOf(found).flatMap((h) => (h.role === 'indicator' || h.role === 'region' ? [h.role] : [])),
  );
  if (said) above.add('indicator');
  eliminate(columns, roles, above, recognise);
  const unread = figures.filter((c) => c.figures && !found.values.includes(c));
  const base = { recognise, rows, layout, columns, roles, ...found, unread };
  const whole: Understood = { ...base, clues: findClues(preamble, stem, needsOf(base), recognise) };
  const settled = withoutLooseGrowths(whole);
  return settled === whole
    ? whole
    : { ...settled, clues: findClues(preamble, stem, needsOf(settled), recognise) };
}
