import { tidy } from '../text.ts';
import type { Recogniser } from './recognise.ts';
import { roleOf } from './standard.ts';
import { GROWTH_HEAD, isBasis, wordPattern } from './words.ts';

/**
 * What a header cell says of the column below it; `growth` is 同比 and its like, whose span its neighbour decides.
 */
export type HeadRole = 'period' | 'year' | 'basis' | 'growth' | 'region' | 'value' | 'indicator';

/** A header cell above figures, read (表头). */
export interface Head {
  readonly column: number;
  readonly text: string;
  /** Undefined: ptrack does not know it. */
  readonly role?: HeadRole;
  /** The pattern for it. */
  readonly form: string;
  /** Where it names a unit or a word of basis. */
  readonly unit?: string;
  readonly basis?: string;
  readonly label?: string;
}

const FORMS = [
  '{period}',
  '{period}({unit})',
  '{period}{basis}',
  '{period}{basis}({unit})',
  '{period}_{unit}',
  '{basis}',
  '{basis}({unit})',
  '{basis}_{unit}',
  '{region}',
  '{region}({unit})',
].map((form) => [form, wordPattern(form)] as const);

const ROLES = ['period', 'basis', 'region'] as const;

/** The unit at the end of a head, with what stands before it: 同比（%）, 数值_亿元, 增长%. */
function unitOf(text: string, recognise: Recogniser): { form: string; unit: string } | undefined {
  const m = /^(.*?)([(（[_:：]\s*)([^()（）[\]]+)([)）\]]?)$/.exec(text) ?? /^(.*?)()([%‰])()$/.exec(text);
  const [, before = '', open = '', unit = '', close = ''] = m ?? [];
  if (m === null || !recognise.unit(unit) || /[{}]/.test(before)) return undefined;
  return { form: `${before}${open}{unit}${close}`, unit };
}

/** Reads a header cell that stands above figures. */
export function readHead(column: number, text: string, recognise: Recogniser): Head {
  for (const [form, pattern] of FORMS) {
    const bag = pattern.match(text);
    if (!bag || (bag.unit !== undefined && !recognise.unit(bag.unit))) continue;
    if (bag.period !== undefined && recognise.label(bag.period) === undefined) continue;
    if (bag.region !== undefined && !recognise.region(bag.region)) continue;
    if (form === '{basis}' && !isBasis(text)) continue;
    const role = ROLES.find((r) => bag[r] !== undefined);
    return {
      column,
      text,
      form,
      ...(role ? { role } : {}),
      ...(bag.unit === undefined ? {} : { unit: bag.unit }),
      ...(bag.basis === undefined ? {} : { basis: bag.basis }),
      ...(bag.period === undefined ? {} : { label: bag.period }),
    };
  }
  const unit = unitOf(text, recognise);
  const bare = unit ? unit.form.replace(/[([（_:：\s]*\{unit\}.*$/, '') : text;
  const rate = unit !== undefined && /%|‰|百分点|percent|pp/i.test(unit.unit);
  if (unit && rate && GROWTH_HEAD.test(tidy(bare) || '±')) return { column, text, role: 'growth', ...unit };
  if (roleOf(bare) === 'value') return { column, text, role: 'value', form: text, ...unit };
  return { column, text, form: '{indicator}' };
}
