import fc from 'fast-check';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { parseYaml } from '../../src/project/yaml.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What is not written is null to the one and empty to the other; no format allows it. */
const filled = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? '', (_, v) => v ?? ''));

// one parser reads the files, the other finds the places in them: they must see the same document
describe('the two YAML parsers agree on all that the formats allow', () => {
  const scalar = fc.oneof(
    fc.constantFrom(
      '2024',
      '2024-05',
      '1.10',
      '6.5 %',
      '8500 家',
      'true',
      'null',
      '~',
      '0x1F',
      '1e3',
      'no',
      '3..5 百分点',
    ),
    fc.constantFrom(
      '二(二)4',
      '青办发〔2024〕3号',
      'a: b',
      '# no comment',
      '- no item',
      '「引」',
      '"quoted"',
      "it's",
      '[x',
      '{y',
      '*z',
      '&w',
      '!t',
      '|',
      '>',
      '%',
    ),
    fc.string({ maxLength: 12 }).filter((s) => s !== ''),
  );
  const key = fc.constantFrom('id', 'title', 'lead', 'goals', '2024-03', '指标', 'at_least');
  const doc = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      scalar,
      fc.array(tie('node'), { maxLength: 4 }),
      fc.dictionary(key, tie('node'), { maxKeys: 4 }),
    ),
  })).node;

  it('on documents written as blocks and as flows', () =>
    fc.assert(
      fc.property(fc.dictionary(key, doc, { minKeys: 1, maxKeys: 5 }), fc.boolean(), (value, flow) => {
        const text = stringify(value, {
          schema: 'failsafe',
          collectionStyle: flow ? 'flow' : 'any',
          lineWidth: 0,
        });
        expect(filled(load(text, { schema: FAILSAFE_SCHEMA }))).toEqual(parse(text, { schema: 'failsafe' }));
      }),
      { numRuns: 1000 },
    ));

  it.each([
    ['comments and blank lines', '# top\n\na: 1 # one\n\n# end\n'],
    ['folded and literal text', 'a: >\n  two\n  lines\nb: |\n  two\n  lines\n'],
    ['anchors', 'a: &x [1, 2]\nb: *x\n'],
    ['flow over several lines', 'a: { b: 1,\n  c: [2,\n   3] }\n'],
    ['quotes', `a: "x\\ny"\nb: 'it''s'\n`],
    ['full-width colon and brackets', 'a: 注：不是键\nb: 各区（市）\n'],
    ['empty values', 'a:\nb: ~\nc: ""\n'],
    ['CRLF', 'a: 1\r\nb:\r\n  - x\r\n'],
    ['a byte order mark', '\ufeffa: 1\n'],
    ['document marks', '---\na: 1\n...\n'],
  ])('%s', (_, text) => {
    const read = parseYaml(bytes(text), 'f.yaml');
    expect('doc' in read && filled(read.doc)).toEqual(
      parse(text.replace(/^\ufeff/, ''), { schema: 'failsafe' }),
    );
  });
});

it.each([
  ['nothing', '', 'yaml/empty'],
  ['only blanks', ' \n\n', 'yaml/empty'],
  ['an open flow', 'a: [1\n', 'yaml/open-bracket'],
  ['a key twice', 'a: 1\na: 2\n', 'yaml/key-twice'],
  ['two documents', 'a: 1\n---\nb: 2\n', 'yaml/syntax'],
  ['a tab as indentation', 'a:\n\tb: 1\n', 'yaml/tab'],
  ['a full-width colon', 'id: p\ntitle：方案\nwindow: 2024\n', 'yaml/full-width-colon'],
  ['a line without a colon', 'id: p\ntitle\nwindow: 2024\n', 'yaml/no-colon'],
  ['wrong indentation', 'a:\n  b: 1\n c: 2\n', 'yaml/indentation'],
  ['no comma', 'a: {b: 1 c: 2}\n', 'yaml/no-comma'],
])('%s can not be read', (_, text, code) => {
  const read = parseYaml(bytes(text), 'f.yaml');
  expect('finding' in read && read.finding).toMatchObject({ code, file: 'f.yaml' });
});

it('text that is not UTF-8 can not be read', () => {
  const read = parseYaml(new Uint8Array([0xb9, 0xa4, 0xd2, 0xb5]), 'f.yaml');
  expect('finding' in read && read.finding.code).toBe('yaml/encoding');
});
