import { type Forms, formsOf } from './forms.ts';
import { textsOf } from './roles.ts';
import { headTexts, type Understood } from './understood.ts';

/** Names of series, with how they are written and what that gives. */
export interface SeriesNames {
  readonly texts: readonly string[];
  readonly forms: Forms;
}

/** Cases already looked at: taking names apart takes time. */
const kept = new WeakMap<object, SeriesNames>();

/** The names of series there are, in the rows or in the header, taken apart. */
export function namesOf(c: Pick<Understood, 'roles' | 'heads' | 'uppers' | 'recognise'>): SeriesNames {
  const known = kept.get(c);
  if (known) return known;
  const texts = c.roles.has('indicator') ? textsOf(c.roles, 'indicator') : headTexts(c, 'indicator');
  const found = { texts, forms: formsOf(texts, c.recognise) };
  kept.set(c, found);
  return found;
}

/** Names that do not say their unit. */
export const withoutUnit = ({ texts, forms }: SeriesNames): string[] =>
  texts.filter((t) => forms.of(t).unit === undefined);
