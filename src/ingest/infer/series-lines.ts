import type { DraftLine, DraftValue } from '../../model/draft.ts';
import { firstOf } from './cells.ts';
import { type Forms, knownIn } from './forms.ts';
import { ASK, ends, ground, line, open, some } from './lines.ts';
import { namesOf } from './names.ts';
import { roleOf } from './standard.ts';
import { clueFor, isAbove, type Understood } from './understood.ts';
import { basisTable } from './words.ts';

const asValue = (forms: readonly string[]): DraftValue => (forms.length === 1 ? firstOf(forms) : forms);

/** The pattern for headers that name indicators: that of all of them, or the widest. */
export function headerForm(forms: Forms): string {
  if (forms.as.length === 1) return firstOf(forms.as);
  return forms.as.every((form) => form.endsWith('({unit})')) ? '{indicator}({unit})' : '{indicator}';
}

/** Where the indicators' names come from, and with them, where they say so, basis and unit. */
export function seriesLines(c: Understood): DraftLine[] {
  const { texts, forms } = namesOf(c);
  const assigned = c.roles.get('indicator');
  const words = basisTable(texts.map((t) => forms.of(t).basis));
  const table = Object.keys(words).length > 0 ? { basis: words } : {};
  const bare = forms.as.length === 1 && forms.as[0] === '{indicator}';
  if (isAbove(c, 'indicator')) {
    const known = texts.some((t) => knownIn(forms, t, c.recognise));
    const as = forms.as.length === 1 ? {} : { as: asValue(forms.as) };
    return [
      line(
        bare ? 'indicator' : 'series',
        { from: 'header', ...as, ...table },
        known || !bare ? 'sure' : 'likely',
        ground('head-names', ends(texts)),
      ),
    ];
  }
  if (assigned) {
    const as = bare ? {} : { as: asValue(forms.as) };
    return [
      line(
        bare ? 'indicator' : 'series',
        { column: assigned.column.name, ...as, ...table },
        assigned.certainty,
        ground('names', ends(texts)),
      ),
    ];
  }
  if (clueFor(c, 'indicator')) return [];
  const taken = new Set([...c.roles.values()].map((r) => r.column));
  const others = c.columns.filter(
    (col) =>
      !taken.has(col) && !col.figures && !col.part && roleOf(col.name) !== 'nothing' && col.texts.length > 0,
  );
  const [first] = others;
  if (!first) return [open('indicator', { constant: ASK }, ground('no-indicator'))];
  const shown = some(others.map((col) => `${col.name} (${col.texts.slice(0, 2).join(', ')})`));
  return [open('indicator', { column: first.name }, ground('no-indicator-column', shown))];
}
