import { fold } from '../../model/names.ts';
import { SCALE_WORDS } from '../cells/scale.ts';
import { BOUND_AFTER, BOUND_BEFORE } from '../cells/value.ts';
import { tidy } from '../text.ts';
import {
  all,
  among,
  any,
  anyNumber,
  either,
  few,
  fewest,
  literal,
  Matcher,
  many,
  maybe,
  not,
  oneOf,
  type Part,
  upTo,
} from './matcher.ts';

/** What a pattern can capture; `_` and `note` are read over. */
export const PLACEHOLDERS = [
  'indicator',
  'unit',
  'scale',
  'basis',
  'period',
  'from',
  'to',
  'year',
  'region',
  'value',
  'status',
  'published',
] as const;
/** The name of a placeholder. */
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** Texts by placeholder; a mapping may name more, for the dimensions of which it keeps some rows. */
export type Bag = { readonly [P in Placeholder]?: string } & {
  readonly [dimension: string]: string | undefined;
};

/** What words of an export mean, by folded word: 累计值 → year-to-date. */
export type Words = ReadonlyMap<string, string>;

/** The tables of a field, by the placeholder they translate. */
export type Tables = { readonly [P in 'basis' | 'status' | 'unit' | 'scale']?: Words };

/** A text with placeholders: `{indicator}{basis}({unit})`. */
export interface Pattern {
  readonly text: string;
  readonly fills: readonly string[];
  /** Whether it is nothing but one placeholder, which takes any text. */
  readonly bare: boolean;
  /** What it captures from a text, trimmed and translated; undefined where it does not fit. */
  readonly match: (text: string) => Bag | undefined;
}

/** Why a pattern can't be read. */
export type PatternFault =
  | { readonly fault: 'unknown-placeholder' | 'placeholder-twice'; readonly placeholder: string }
  | { readonly fault: 'unclosed-placeholder' };

/** Words of basis that are known without a table. */
export const BASIS_WORDS: Words = new Map(
  (
    [
      ['span', '当季值 当月值 当期值 本期值 当季 当月 当期 本月 本季 本期'],
      ['year-to-date', '本年累计值 本年累计 累计值 累计'],
      ['end', '期末值 月末值 季末值 年末值 期末 月末 季末 年末'],
    ] as const
  ).flatMap(([basis, words]) => words.split(' ').map((w) => [w, basis] as const)),
);

const CN = '〇一二三四五六七八九十';
const DIGIT = '0123456789';

/** A figure as cells write it, its sign of per cent and the word that makes it a bound with it. */
const FIGURE = either(
  many(among('-–—:/.x')),
  all(
    maybe(oneOf(BOUND_BEFORE)),
    anyNumber(among(' ')),
    maybe(among('-+−(')),
    anyNumber(among(' ')),
    among(DIGIT),
    anyNumber(among(`${DIGIT}.,`)),
    maybe(among(')')),
    anyNumber(among(' ')),
    maybe(among('%')),
    anyNumber(among(' ')),
    maybe(oneOf(BOUND_AFTER)),
  ),
);
const MONTH_NAME = oneOf(
  (
    'jan january feb february mar march apr april may jun june jul july aug august ' +
    'sep sept september oct october nov november dec december'
  ).split(' '),
);
const LABEL = all(
  upTo(2, all(MONTH_NAME, maybe(among('.')), upTo(3, among('-–, ')))),
  many(among(`${DIGIT}${CN}年月季度上下半前第全截至止到底末初中旬日号份当同期累计个hqms./—–~～- `)),
);
const NAME = few(any);

/** How a placeholder among other text is told from it. Names give way to what follows, labels take all they can. */
const SHAPE: Readonly<Record<Placeholder, Part>> = {
  indicator: NAME,
  unit: many(not('()|_,;')),
  scale: either(oneOf(SCALE_WORDS), many(among(`${DIGIT},`))),
  basis: oneOf(BASIS_WORDS.keys()),
  period: LABEL,
  from: LABEL,
  to: LABEL,
  year: all(...Array.from({ length: 4 }, () => among(DIGIT))),
  region: NAME,
  value: FIGURE,
  status: NAME,
  published: many(among(`${DIGIT}年月日号./-`)),
};

type Token = { readonly literal: string } | { readonly name: string };

const isPlaceholder = (name: string): name is Placeholder =>
  (PLACEHOLDERS as readonly string[]).includes(name);

function tokensOf(text: string, dimensions: ReadonlySet<string>): Token[] | PatternFault {
  const tokens: Token[] = [];
  for (const part of text.split(/(\{[^{}]*\})/).filter((p) => p !== '')) {
    if (!/^\{[^{}]*\}$/.test(part)) {
      if (/[{}]/.test(part)) return { fault: 'unclosed-placeholder' };
      tokens.push({ literal: part });
      continue;
    }
    const name = part.slice(1, -1).trim();
    if (name === '_' || name === 'note') tokens.push({ name: '_' });
    else if (!isPlaceholder(name) && !dimensions.has(fold(name)))
      return { fault: 'unknown-placeholder', placeholder: name };
    else if (tokens.some((t) => 'name' in t && t.name === name))
      return { fault: 'placeholder-twice', placeholder: name };
    else tokens.push({ name });
  }
  return tokens;
}

/** The matchers to try in order: a unit of the table before any unit. */
function matchers(tokens: readonly Token[], tables: Tables): Matcher[] {
  const build = (unit: Part): Matcher => {
    const shape = (name: string): Part => {
      if (name === 'unit') return unit;
      if (name === 'basis' && tables.basis) return oneOf(tables.basis.keys());
      if (name === 'scale' && tables.scale) return either(oneOf(tables.scale.keys()), SHAPE.scale);
      if (name === 'status' && tables.status) return oneOf(tables.status.keys());
      return isPlaceholder(name) ? SHAPE[name] : NAME;
    };
    return new Matcher(
      tokens.map((t) => {
        // exports pad literal text with spaces at will (指 标), so that none counts
        if ('literal' in t) return { part: literal(t.literal.normalize('NFKC')), capture: false };
        return t.name === '_'
          ? { part: fewest(any), capture: false }
          : { part: shape(t.name), capture: true };
      }),
    );
  };
  const free = build(SHAPE.unit);
  return tables.unit ? [build(oneOf(tables.unit.keys())), free] : [free];
}

/** The longest text a pattern is held against: a spreadsheet's cell holds no more. */
const LONGEST = 32_767;

/**
 * Compiles a pattern. Its literal text is compared after NFKC, whatever the spaces and the case; a basis must be a
 * known word; a unit is looked for at the end of a name, so that names may hold parentheses themselves:
 * 货币和准货币(M2)供应量期末值(亿元).
 */
export function compilePattern(
  text: string,
  tables: Tables = {},
  dimensions: ReadonlySet<string> = new Set(),
): Pattern | PatternFault {
  const tokens = tokensOf(text, dimensions);
  if ('fault' in tokens) return tokens;
  const fills = tokens.flatMap((t) => ('name' in t && t.name !== '_' ? [t.name] : []));
  const bare = tokens.length === 1 && fills.length === 1;
  const tries = bare ? [] : matchers(tokens, tables);
  const take = (clean: string): readonly string[] | undefined => {
    if (bare) return clean === '' ? undefined : [clean];
    for (const matcher of tries) {
      const found = matcher.exec(clean);
      if (found) return found;
    }
    return undefined;
  };
  const match = (raw: string): Bag | undefined => {
    const taken = raw.length > LONGEST ? undefined : take(tidy(raw));
    if (!taken) return undefined;
    // a dimension may have any name, __proto__ too
    const bag: Record<string, string> = Object.create(null);
    for (const [i, name] of fills.entries()) {
      const found = (taken[i] ?? '').trim();
      const words =
        name === 'basis'
          ? (tables.basis ?? BASIS_WORDS)
          : Object.hasOwn(tables, name)
            ? (tables as Record<string, Words>)[name]
            : undefined;
      bag[name] = words?.get(fold(found)) ?? found;
    }
    return bag;
  };
  return { text, fills, bare, match };
}
