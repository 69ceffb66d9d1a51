import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
} from '../../../src/ingest/mapping/matcher.ts';

/** A part, and the regular expression that means the same. */
interface Twin {
  readonly part: Part;
  readonly source: string;
}

const letters = (text: string): string => [...text].map((c) => (c === ')' ? '\\)' : c)).join('\\s*');

const single: fc.Arbitrary<Twin> = fc.oneof(
  fc.constant({ part: any, source: '.' }),
  fc.constant({ part: among('ab'), source: '[ab]' }),
  fc.constant({ part: not('b)'), source: '[^b)]' }),
);
const twin: fc.Arbitrary<Twin> = fc.oneof(
  single,
  fc.constantFrom('a', 'ab', 'b)', '产值').map((text) => ({ part: literal(text), source: letters(text) })),
  fc.constant({ part: oneOf(['a', 'ab', 'aba']), source: ['aba', 'ab', 'a'].map(letters).join('|') }),
  single.map(({ part, source }) => ({ part: few(part), source: `${source}+?` })),
  single.map(({ part, source }) => ({ part: fewest(part), source: `${source}*?` })),
  single.map(({ part, source }) => ({ part: many(part), source: `${source}+` })),
  single.map(({ part, source }) => ({ part: anyNumber(part), source: `${source}*` })),
  single.map(({ part, source }) => ({ part: upTo(2, part), source: `(?:${source}){0,2}` })),
  fc.tuple(single, single).map(([one, other]) => ({
    part: either(all(one.part, maybe(other.part)), other.part),
    source: `(?:${one.source}(?:${other.source})?|${other.source})`,
  })),
);
const pattern = fc.array(fc.record({ twin, capture: fc.boolean() }), { minLength: 1, maxLength: 5 });
const text = fc
  .array(fc.constantFrom('a', 'A', 'b', ')', ' ', '产', '值', '𠮷'), { maxLength: 12 })
  .map((cells) => cells.join('').replace(/\s+/g, ' ').trim());

describe('a matcher', () => {
  it('finds what a regular expression finds', () => {
    fc.assert(
      fc.property(pattern, text, (parts, t) => {
        const sources = parts.map(({ twin: { source }, capture }) => `${capture ? '' : '?:'}${source}`);
        const wanted = new RegExp(`^\\s*${sources.map((s) => `(${s})`).join('\\s*')}\\s*$`, 'iu').exec(t);
        const matcher = new Matcher(parts.map(({ twin: { part }, capture }) => ({ part, capture })));
        expect(matcher.exec(t)).toEqual(wanted?.slice(1));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes steps in proportion to the length of the text, whatever the pattern', () => {
    fc.assert(
      fc.property(
        pattern,
        fc.array(fc.constantFrom('a', 'b', ')', 'a ', 'ab '), { minLength: 1, maxLength: 4 }),
        (parts, unit) => {
          const matcher = new Matcher(parts.map(({ twin: { part }, capture }) => ({ part, capture })));
          const steps = (times: number): number => {
            matcher.exec(`${unit.join('').repeat(times)}#`);
            return matcher.taken;
          };
          // twice the text takes twice the steps; the ends of the text may take some of their own
          expect(steps(400)).toBeLessThanOrEqual(2 * steps(200) + 500);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    ['three names', [few(any), literal('-'), few(any), literal('-'), many(not('()|_,;'))]],
    ['six gaps', Array.from({ length: 6 }, () => [fewest(any), literal('a')]).flat()],
    ['names of words', Array.from({ length: 6 }, () => [few(oneOf(['a', '-', 'a-']))]).flat()],
  ])('%s in a cell of 30,000 characters', (_, parts) => {
    const matcher = new Matcher(parts.map((part) => ({ part, capture: true })));
    expect(matcher.exec(`${'a - '.repeat(7500)}(`)).toBeUndefined();
    expect(matcher.taken).toBeLessThan(100 * 30_000);
  });

  it('leaves letters in their places whose lower case is longer', () => {
    const matcher = new Matcher([
      { part: few(any), capture: true },
      { part: literal('x'), capture: false },
    ]);
    expect(matcher.exec('İİX')).toEqual(['İİ']);
  });
});
