import fc from 'fast-check';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { addAlias } from '../../src/project/alias.ts';

const lines = (...text: readonly string[]): string => `${text.join('\n')}\n`;

describe('an alias is written where the entry stands', () => {
  it.each([
    [
      'flow, none yet',
      '/indicators/0',
      lines('indicators:', '  - { id: a, name: 甲, kind: flow } # 注'),
      lines('indicators:', '  - { id: a, name: 甲, aliases: [新], kind: flow } # 注'),
    ],
    [
      'flow, the name last',
      '/indicators/0',
      lines('indicators: [{ id: a, name: 甲 }]'),
      lines('indicators: [{ id: a, name: 甲, aliases: [新] }]'),
    ],
    [
      'flow over several lines, with comments',
      '/indicators/0',
      lines('indicators:', '  - {', '      id: a,', '      name: 甲, # 名', '      kind: flow,', '    }'),
      lines(
        'indicators:',
        '  - {',
        '      id: a,',
        '      name: 甲, # 名',
        '      aliases: [新],',
        '      kind: flow,',
        '    }',
      ),
    ],
    [
      'flow over several lines, the name last',
      '/indicators/0',
      lines('indicators:', '  - {', '      id: a,', '      name: 甲', '    }'),
      lines('indicators:', '  - {', '      id: a,', '      name: 甲,', '      aliases: [新]', '    }'),
    ],
    [
      'flow over several lines, commas first',
      '/indicators/0',
      lines('indicators:', '  - { id: a', '    , name: 甲', '    , kind: flow }'),
      lines('indicators:', '  - { id: a', '    , name: 甲, aliases: [新]', '    , kind: flow }'),
    ],
    [
      'flow, some already',
      '/indicators/0',
      lines('indicators:', '  - { id: a, name: 甲, aliases: [乙, 丙], kind: flow }'),
      lines('indicators:', '  - { id: a, name: 甲, aliases: [乙, 丙, 新], kind: flow }'),
    ],
    [
      'a list over several lines',
      '/indicators/0',
      lines(
        'indicators:',
        '  - id: a',
        '    name: 甲',
        '    aliases: [',
        '      乙, # 一',
        '      丙',
        '    ]',
      ),
      lines(
        'indicators:',
        '  - id: a',
        '    name: 甲',
        '    aliases: [',
        '      乙, # 一',
        '      丙,',
        '      新',
        '    ]',
      ),
    ],
    [
      'an empty list',
      '/indicators/0',
      lines('indicators: [{ id: a, name: 甲, aliases: [] }]'),
      lines('indicators: [{ id: a, name: 甲, aliases: [新] }]'),
    ],
    [
      'one alone',
      '/indicators/0',
      lines('indicators: [{ id: a, name: 甲, aliases: 乙 }]'),
      lines('indicators: [{ id: a, name: 甲, aliases: [乙, 新] }]'),
    ],
    [
      'one alone, in quotes or with a comma',
      '/indicators/1',
      lines('indicators:', '  - name: 甲', "    aliases: '乙'", '  - name: 丁', '    aliases: 戊, 己 # 注'),
      lines(
        'indicators:',
        '  - name: 甲',
        "    aliases: '乙'",
        '  - name: 丁',
        '    aliases: ["戊, 己", 新] # 注',
      ),
    ],
    [
      'one alone, in single quotes',
      '/indicators/0',
      lines("indicators: [{ name: 甲, aliases: '乙' }]"),
      lines("indicators: [{ name: 甲, aliases: ['乙', 新] }]"),
    ],
    [
      'one alone, as a block of text',
      '/indicators/0',
      lines('indicators:', '  - aliases: |', '      乙', '    name: 甲'),
      lines('indicators:', '  - aliases: ["乙\\n", 新]', '    name: 甲'),
    ],
    [
      'block, none yet',
      '/regions/1',
      lines('regions:', '  - code: 1', '    name: 甲', '  - code: 2', '    name: 乙 # 名', '    parent: 甲'),
      lines(
        'regions:',
        '  - code: 1',
        '    name: 甲',
        '  - code: 2',
        '    name: 乙 # 名',
        '    aliases: [新]',
        '    parent: 甲',
      ),
    ],
    [
      'block, some already',
      '/regions/0',
      lines('regions:', '- name: 甲', '  aliases:', '  - 乙', '  - 丙 # 注', '', '# 后', '- name: 丁'),
      lines(
        'regions:',
        '- name: 甲',
        '  aliases:',
        '  - 乙',
        '  - 丙 # 注',
        '  - 新',
        '',
        '# 后',
        '- name: 丁',
      ),
    ],
    ['no line end', '/regions/0', 'regions:\n- name: 甲', 'regions:\n- name: 甲\n  aliases: [新]'],
    [
      'line ends of Windows, and a byte order mark',
      '/regions/0',
      '\uFEFFregions:\r\n- name: 甲\r\n  code: 1\r\n',
      '\uFEFFregions:\r\n- name: 甲\r\n  aliases: [新]\r\n  code: 1\r\n',
    ],
    [
      'a growth that has said nothing yet',
      '/indicators/0/growth',
      lines('indicators:', '  - { id: a, name: 甲, growth: true }'),
      lines('indicators:', '  - { id: a, name: 甲, growth: { aliases: [新] } }'),
    ],
    [
      'a growth without a name',
      '/indicators/0/growth',
      lines('indicators:', '  - id: a', '    growth:', '      unit: 百分点', '      lag: 1'),
      lines(
        'indicators:',
        '  - id: a',
        '    growth:',
        '      unit: 百分点',
        '      lag: 1',
        '      aliases: [新]',
      ),
    ],
    [
      'an empty growth',
      '/indicators/0/growth',
      lines('indicators: [{ id: a, growth: {} }]'),
      lines('indicators: [{ id: a, growth: { aliases: [新] } }]'),
    ],
  ])('%s', (_, pointer, before, after) => expect(addAlias(before, pointer, '新')).toBe(after));

  it.each([
    ['规上工业增加值（现价）', '规上工业增加值（现价）'],
    ['5G基站 数', '5G基站 数'],
    ['2024', '2024'],
    ['NO', '"NO"'],
    ['true', '"true"'],
    ['指数(上年=100)', '"指数(上年=100)"'],
    ['甲: 乙', '"甲: 乙"'],
    ['甲, 乙', '"甲, 乙"'],
    ['"甲"', '"\\"甲\\""'],
    ['- 甲', '"- 甲"'],
    ['甲 ', '"甲 "'],
    ['#甲', '"#甲"'],
    ['甲\u0085乙\u2028', '"甲\\u0085乙\\u2028"'],
  ])('%s is written as %s', (alias, written) => {
    const after = addAlias('regions: [{ name: 甲 }]\n', '/regions/0', alias);
    expect(after).toBe(`regions: [{ name: 甲, aliases: [${written}] }]\n`);
  });

  it.each([
    ['an entry that stands elsewhere', 'x: &a { name: 甲 }\nregions: [*a]\n', '/regions/0'],
    ['aliases that stand elsewhere', 'x: &a [乙]\nregions: [{ name: 甲, aliases: *a }]\n', '/regions/0'],
    [
      'aliases that others share',
      'regions: [{ name: 甲, aliases: &a [乙] }, { name: 丙, aliases: *a }]\n',
      '/regions/0',
    ],
    ['a name without a value', 'regions: [{ name }]\n', '/regions/0'],
    ['aliases without a value', 'regions: [{ name: 甲, aliases: }]\n', '/regions/0'],
    ['aliases that are a map', 'regions: [{ name: 甲, aliases: { 乙: 丙 } }]\n', '/regions/0'],
    ['no such entry', 'regions: [{ name: 甲 }]\n', '/regions/1'],
    ['a pointer into a text', 'regions: 甲\n', '/regions/1'],
    ['a list', 'regions: [[甲]]\n', '/regions/0'],
    ['a file that is broken', 'regions: [{ name: 甲 }\n', '/regions/0'],
    ['a file that only the other parser takes', 'regions: [{ name: 甲 }]\n---\n', '/regions/0'],
  ])('is not written into %s', (_, text, pointer) => expect(addAlias(text, pointer, '新')).toBe(undefined));
});

describe('whatever the catalogue looks like', () => {
  const name = fc.constantFrom(
    '甲',
    '规上工业增加值',
    '"甲: 乙"',
    "'it''s'",
    'GDP (annual %)',
    '5G',
    '二(二)4',
  );
  const label = fc.oneof(
    fc.constantFrom(
      '新',
      '甲、乙',
      'a: b',
      '# x',
      '[x',
      'x]',
      '{',
      'no',
      '1.10',
      "it's",
      '"',
      '\\',
      '*x',
      '😀',
    ),
    fc.string({ minLength: 1, maxLength: 10 }),
    fc.string({ minLength: 1, maxLength: 6, unit: 'binary' }),
  );
  const comment = fc.constantFrom('', ' # 注', ' # a: [b, {c');
  const aliases = fc.oneof(
    fc.constant(undefined),
    fc.record({
      style: fc.constantFrom('flow', 'block', 'wide'),
      list: fc.array(name, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ style: fc.constant('single'), list: fc.tuple(name) }),
  );
  const entry = fc.record({
    style: fc.constantFrom('flow', 'wide', 'block'),
    id: fc.constantFrom('a', '工业增加值', 'x-1.y'),
    name,
    aliases,
    nameLast: fc.boolean(),
    comment,
    blank: fc.boolean(),
  });
  type Entry = typeof entry extends fc.Arbitrary<infer T> ? T : never;

  const list = (e: Entry, indent: string): string => {
    const { style, list: names } = e.aliases ?? { style: '', list: [] };
    if (style === 'single') return `aliases: ${names[0]}`;
    if (style === 'block' && e.style === 'block')
      return ['aliases:', ...names.map((n) => `${indent}  - ${n}${e.comment}`)].join('\n');
    if (style === 'wide')
      return [
        'aliases:',
        `${indent}  [`,
        ...names.map((n) => `${indent}    ${n},${e.comment}`),
        `${indent}  ]`,
      ].join('\n');
    return `aliases: [${names.join(', ')}]`;
  };
  const write = (e: Entry): string => {
    const indent = e.style === 'wide' ? '      ' : '    ';
    const given = e.aliases ? [list(e, indent)] : [];
    const keys = e.nameLast
      ? [`id: ${e.id}`, ...given, 'kind: flow', `name: ${e.name}`]
      : [`id: ${e.id}`, `name: ${e.name}`, ...given, 'kind: flow'];
    const blank = e.blank ? '\n  # between\n' : '\n';
    if (e.style === 'block') return `  - ${keys.map((k) => `${k}${e.comment}`).join(`\n${indent}`)}${blank}`;
    if (e.style === 'wide')
      return `  - {\n${keys.map((k) => `${indent}${k},${e.comment}\n`).join('')}    }${e.comment}${blank}`;
    return `  - { ${keys.join(', ')} }${e.comment}${blank}`;
  };
  const file = fc
    .record({
      entries: fc.array(entry, { minLength: 1, maxLength: 4 }),
      crlf: fc.boolean(),
      mark: fc.boolean(),
      open: fc.boolean(),
    })
    .map(({ entries, crlf, mark, open }) => {
      const text = `${mark ? '\uFEFF' : ''}# 头\nindicators:\n${entries.map(write).join('')}`;
      const ended = open ? text.trimEnd() : text;
      return { entries, text: crlf ? ended.replaceAll('\n', '\r\n') : ended };
    });
  const read = (text: string): { indicators: Record<string, unknown>[] } =>
    load(text.replace(/^\uFEFF/, ''), { schema: FAILSAFE_SCHEMA }) as never;

  it('it reads as before with one alias more, and every other byte stays', () =>
    fc.assert(
      fc.property(file, fc.nat(), label, ({ entries, text }, n, alias) => {
        const at = n % entries.length;
        const before = read(text);
        const after = addAlias(text, `/indicators/${at}`, alias);
        if (after === undefined) throw new Error(`not written into ${JSON.stringify(text)}`);
        const old = before.indicators[at]?.aliases ?? [];
        const expected = {
          indicators: before.indicators.map((e, i) =>
            i === at ? { ...e, aliases: [old, alias].flat() } : e,
          ),
        };
        expect(read(after)).toEqual(expected);
        expect(parse(after, { schema: 'failsafe' })).toEqual(expected);
        let [head, tail] = [0, 0];
        while (head < text.length && text[head] === after[head]) head++;
        while (tail < text.length - head && text.at(-1 - tail) === after.at(-1 - tail)) tail++;
        const single = typeof old === 'string';
        expect(head + tail >= text.length - (single ? old.length + 4 : 0)).toBe(true);
        const crlf = /\r\n/.test(text);
        if (crlf) expect(after.replaceAll('\r\n', '')).not.toContain('\n');
      }),
      { numRuns: 300 },
    ));
});
