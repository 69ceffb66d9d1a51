import { describe, expect, it } from 'vitest';
import { fault } from '../../src/model/diagnostic.ts';
import type { Block, Column, Document } from '../../src/report/document.ts';
import { FORMATS, type FormatName } from '../../src/report/formats/index.ts';
import { type Field, field, group, jsonField, list } from '../../src/report/records.ts';
import { dim, toned } from '../../src/report/rich.ts';

interface Row {
  readonly name: string;
  readonly amount?: { readonly value: number; readonly unit: string };
  readonly parts: readonly Row[];
}

const ROWS: readonly Row[] = [
  { name: '工业|a', amount: { value: 1.5, unit: '亿元' }, parts: [] },
  { name: '=1', parts: [{ name: '分项', parts: [] }] },
];

const COLUMNS: readonly Column<Row>[] = [
  { key: 'name', heading: () => 'Name', least: 4, text: (r) => r.name },
  {
    key: 'amount',
    heading: (language) => (language === 'en' ? 'Amount' : '数额'),
    least: 4,
    align: 'right',
    under: 'name',
    text: (r) => (r.amount ? [String(r.amount.value), ' ', toned('red', r.amount.unit)] : ''),
    textUnder: (r) => (r.amount ? `has ${r.amount.value}` : ''),
  },
  { key: 'much', heading: () => 'Much', least: 4, from: 150, text: () => 'room' },
  { key: 'little', heading: () => 'Little', least: 4, until: 110, text: () => 'small' },
];

const FIELDS: readonly Field<Row>[] = [
  field('name', (r) => r.name),
  group('amount', (r: Row) => r.amount, [
    field('value', (a) => a.value),
    field('unit', (a) => a.unit),
    jsonField('sources', (a) => [{ of: a.value }]),
  ]),
  list('parts', (r: Row) => r.parts, [field('name', (p) => p.name)]),
  field('nothing', () => null),
];

const documentOf = (blocks: readonly Block[], more: Partial<Document> = {}): Document => ({
  blocks: () => blocks,
  records: () => ({ fields: FIELDS, rows: ROWS }),
  json: () => ({ schema: 'x' }),
  ...more,
});

async function written(
  format: FormatName,
  document: Document,
  width = 80,
  paint = (text: string): string => text,
): Promise<string> {
  const write = await FORMATS[format]();
  return [...(await write(document, { language: 'en', width, paint }))].join('');
}

const table: Block = {
  kind: 'table',
  caption: 'All',
  columns: COLUMNS,
  sections: [{ heading: '一 增长', rows: ROWS.slice(0, 1) }, { rows: ROWS.slice(1) }],
};

describe('text', () => {
  it.each([
    [
      'narrow: a column stands under another',
      80,
      'All\nName / Amount  Little\n一 增长\n工业|a         small\nhas 1.5\n=1             small\n',
    ],
    [
      'wide: it has its own, and a rule below the heads',
      120,
      'All\nName      Amount\n──────  ────────\n一 增长\n工业|a  1.5 亿元\n=1\n',
    ],
    [
      'very wide: what is shown from a width on',
      150,
      'All\nName      Amount  Much\n──────  ────────  ────\n一 增长\n工业|a  1.5 亿元  room\n=1                room\n',
    ],
  ])('%s', async (_, width, expected) =>
    expect(await written('text', documentOf([table]), width)).toBe(expected),
  );

  it('a blank line stands between blocks that say something', async () =>
    expect(
      await written(
        'text',
        documentOf(
          [
            { kind: 'paragraph', lines: ['', ''] },
            { kind: 'paragraph', lines: ['one', '', 'two'] },
            { kind: 'table', columns: COLUMNS, sections: [] },
            { kind: 'heading', text: 'three' },
          ],
          { title: 'Title' },
        ),
      ),
    ).toBe('Title\n\none\ntwo\n\nthree\n'));

  it('entries hang on their names', async () =>
    expect(
      await written(
        'text',
        documentOf([
          {
            kind: 'entries',
            caption: 'Part',
            entries: [
              { name: 'Reading', text: '东湖市规模以上工业增加值' },
              { name: '', text: 'from', depth: 1 },
            ],
          },
        ]),
        40,
      ),
    ).toBe('Part\nReading         东湖市规模以上工业增加值\n                  from\n'));

  it('tones are painted from the inside out', async () =>
    expect(
      await written(
        'text',
        documentOf([{ kind: 'paragraph', lines: [dim(['a', toned('red', 'b')])] }]),
        80,
        (text, tone?: string) => `<${tone}>${text}</${tone}>`,
      ),
    ).toBe('<dim>a<red>b</red></dim>\n'));
});

const tree: Block = {
  kind: 'tree',
  columns: COLUMNS.slice(0, 1),
  root: ROWS[1],
  partsOf: (row) => (row as Row).parts,
};

const findings: Block = {
  kind: 'findings',
  findings: [
    {
      finding: fault('usage/two-outputs', {}, { file: 'a|b.yaml' }),
      line: 2,
      column: 3,
      source: 'x: [y]',
    },
  ],
};

describe('markdown', () => {
  it('writes block after block', async () =>
    expect(
      await written(
        'markdown',
        documentOf(
          [
            { kind: 'heading', text: 'part <1>' },
            { kind: 'paragraph', lines: ['one', 'two'] },
            {
              kind: 'entries',
              entries: [
                { name: 'Reading', text: '5' },
                { name: '', text: 'x', depth: 1 },
              ],
            },
            table,
            tree,
          ],
          { title: '[t](x)' },
        ),
      ),
    ).toBe(
      [
        '# \\[t](x)',
        '',
        '## part &lt;1>',
        '',
        'one  ',
        'two',
        '',
        '- **Reading**: 5',
        '  - x',
        '',
        '**All**',
        '',
        '| Name | Amount | Much | Little |',
        '| --- | ---: | --- | --- |',
        '| **一 增长** |  |  |  |',
        '| 工业\\|a | 1.5 亿元 | room | small |',
        '| =1 |  | room | small |',
        '',
        '| Name |',
        '| --- |',
        '| =1 |',
        '| — 分项 |',
        '',
      ].join('\n'),
    ));

  it('names the place of a finding', async () =>
    expect(await written('markdown', documentOf([findings]))).toMatch(
      /^- \*\*error\*\* a\\\|b\.yaml:2:3: .+ \(usage\/two-outputs\)\n$/,
    ));

  it('writes a list as a table of its records, without what says nothing', async () =>
    expect(await written('markdown', documentOf([table], { isList: true }))).toBe(
      '| name | amount | parts |\n| --- | --- | --- |\n| 工业\\|a | 1.5 亿元 |  |\n| =1 |  | 分项 |\n',
    ));
});

it('csv has a column for each part of an object, and no formulas', async () =>
  expect(await written('csv', documentOf([table]))).toBe(
    "name,amount.value,amount.unit,parts,nothing\n工业|a,1.5,亿元,,\n'=1,,,分项,\n",
  ));

it.each(['csv', 'markdown'] as const)('%s of no records is empty', async (format) =>
  expect(
    await written(format, documentOf([], { isList: true, records: () => ({ fields: FIELDS, rows: [] }) })),
  ).toBe(''),
);

it('json is the published value', async () =>
  expect(await written('json', documentOf([table]))).toBe('{\n  "schema": "x"\n}\n'));
