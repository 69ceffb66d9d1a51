import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft, DraftLine, DraftValue } from '../../src/model/draft.ts';
import { parseYaml } from '../../src/project/yaml.ts';
import { draftYaml } from '../../src/report/draft.ts';

const draft = (top: readonly DraftLine[], rest: readonly DraftLine[] = []): Draft => ({
  about: [{ code: 'infer/how', args: {} }],
  top,
  fields: [{ key: 'region', value: { column: '地区' }, grounds: [] }],
  rest,
});

const read = (text: string): unknown => {
  const parsed = parseYaml(new TextEncoder().encode(text), 'draft.yaml');
  return 'doc' in parsed ? parsed.doc : parsed.finding;
};

/** What YAML can hold at all: no half of a character. */
const anyText = fc.string({ unit: 'binary', maxLength: 12 }).filter((s) => !/\p{Cs}/u.test(s));

it('any text of an export comes back from the draft as it was', () => {
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 1 }), fc.dictionary(anyText, anyText), (list, map) => {
      // two names that are one property of an object are not a question of YAML
      fc.pre(!Object.hasOwn(map, '__proto__'));
      const value: DraftValue = { list, map };
      const labels = { key: 'labels', value: map, grounds: [] };
      const text = draftYaml(
        draft([{ key: 'header', value, grounds: [] }], Object.keys(map).length > 0 ? [labels] : []),
        'en',
      );
      expect(read(text)).toEqual({
        ptrack: 'mapping/v1',
        header: value,
        fields: { region: { column: '地区' } },
        ...(Object.keys(map).length > 0 ? { labels: map } : {}),
      });
    }),
    { numRuns: 500 },
  );
});

it('nothing that stands in an export ends a comment', () => {
  fc.assert(
    fc.property(anyText, anyText, (list, aside) => {
      const grounds = [{ code: 'infer/units', args: { list } } as const];
      const asides = { 甲: { code: 'infer/near', args: { name: aside } } } as const;
      const off = { key: 'labels', value: { 甲: 'skip' }, grounds, asides, off: true };
      expect(read(draftYaml(draft([{ key: 'end', value: ['x'], grounds }], [off]), 'zh'))).toEqual({
        ptrack: 'mapping/v1',
        end: ['x'],
        fields: { region: { column: '地区' } },
      });
    }),
    { numRuns: 500 },
  );
});

describe('a scalar is quoted where it would be something else', () => {
  it.each([
    ['地区', '地区'],
    ['国内生产总值 (亿元)', '国内生产总值 (亿元)'],
    ['注：', '注：'],
    ['2024年', '2024年'],
    ['2024', '"2024"'],
    ['1e5', '"1e5"'],
    ['true', '"true"'],
    ['No', '"No"'],
    ['', '""'],
    ['{period}', '"{period}"'],
    ['a: b', '"a: b"'],
    ['a #b', '"a #b"'],
    ['*', '"*"'],
    ['"', '"\\""'],
    ['a\nb', '"a\\nb"'],
    ['\u0085', '"\\u0085"'],
  ])('%j: %s', (text, written) =>
    expect(draftYaml(draft([{ key: 'end', value: text, grounds: [] }]), 'en')).toContain(
      `\nend: ${written}\n`,
    ),
  );
});

it('a draft without a field that stands has its fields in a comment', () => {
  const open: DraftLine = { key: 'region', value: { constant: '?' }, grounds: [], off: true };
  expect(draftYaml({ about: [], top: [], fields: [open], rest: [] }, 'en')).toBe(
    'ptrack: mapping/v1\n# fields:\n  # region: { constant: "?" }\n',
  );
});
