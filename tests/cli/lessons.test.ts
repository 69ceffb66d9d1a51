import { describe, expect, it } from 'vitest';
import { contextOf } from '../../src/cli/context.ts';
import { lessonsAsked } from '../../src/cli/learn.ts';
import { entryCalled, lessonsFrom, type Unmatched, unmatchedIn } from '../../src/cli/lessons.ts';
import {
  type CodeArgs,
  type Diagnostic,
  type FindingCode,
  finding,
  type Place,
} from '../../src/model/diagnostic.ts';
import { catalogue, thrown } from '../ingest/helpers.ts';

const CATALOGUE = catalogue(
  [
    ['output', '工业产值', 'flow', '亿元', '规上工业产值'],
    ['output.growth', '工业产值增速', 'growth', '%'],
    ['land', '土地', 'flow', '亩', '共有'],
    ['area', '面积', 'flow', '亩', '共有'],
    ['A=B', '甲', 'flow', '亩'],
  ],
  {
    more: { 'output.growth': { growthOf: 'output' } },
    regions: [
      ['C', '东湖市'],
      ['output', '同名之地'],
    ],
  },
);

const found = (code: FindingCode, args: Diagnostic['args'], place: Place = { file: 'a.csv' }): Diagnostic =>
  finding('error', code, { cell: 'R2C1', count: 1, ...args } as CodeArgs<FindingCode>, place);

const u = (label: string, more: Partial<Unmatched> = {}): Unmatched => ({
  ...{ kind: 'indicator', label, cells: 1, file: 'a.csv', cell: 'R2C1' },
  ...more,
});

it('unknown names are gathered from all exports, each once', () =>
  expect(
    unmatchedIn([
      found('ingest/unknown-indicator', { label: '产直', nearest: '产值', count: 2 }),
      found('ingest/wrong-unit', { label: '产值' }),
      found('ingest/unknown-indicator', { label: '产 直', nearest: '产值' }, { file: 'b.csv' }),
      found('ingest/unknown-region', { region: '产直' }),
      found('ingest/unknown-region', { region: '西湖', cell: 'R3C1' }, {}),
    ]),
  ).toEqual([
    u('产直', { nearest: '产值', cells: 3 }),
    u('产直', { kind: 'region' }),
    u('西湖', { kind: 'region', file: '', cell: 'R3C1' }),
  ]));

describe('what a name means', () => {
  it.each([
    ['indicator', 'output', 'output'],
    ['indicator', '规上 工业产值', 'output'],
    ['indicator', 'output.growth', 'output.growth'],
    ['indicator', '工业产值增速', 'output.growth'],
    ['region', 'output', 'output'],
    ['region', '东湖市', 'C'],
    ['indicator', '共有', ['ingest/alias-of-several', { name: '共有', label: 'x', ids: ['land', 'area'] }]],
    ['indicator', '东湖市', ['ingest/alias-of-nothing', { name: '东湖市', label: 'x', nearest: '' }]],
    ['region', '东湖', ['ingest/alias-of-nothing', { name: '东湖', label: 'x', nearest: '东湖市' }]],
  ] as const)('%s %s', (kind, name, expected) => {
    const entry = entryCalled({ kind, label: 'x' }, name, CATALOGUE);
    expect('code' in entry ? [entry.code, entry.args] : entry.id).toEqual(expected);
  });
});

describe('LABEL=NAME', () => {
  const unmatched = [u('产直'), u('指数(上年=100)'), u('湖', { kind: 'region' }), u('湖'), u('x'), u('x=A')];
  it.each([
    ['产直=工业产值', ['indicator 产直 output']],
    [' 产 直 = output ', ['indicator 产直 output']],
    ['指数(上年=100)=land', ['indicator 指数(上年=100) land']],
    ['湖=C', ['region 湖 C']],
    ['湖=land', ['indicator 湖 land']],
    ['湖=output', ['region 湖 output', 'indicator 湖 output']],
    ['产直=A=B', ['indicator 产直 A=B']],
    ['规上工业产值=工业产值', []],
    ['东湖市=C', []],
  ])('%s', (asked, expected) =>
    expect(
      lessonsFrom([asked], unmatched, CATALOGUE).map((l) => `${l.kind} ${l.label} ${l.entry.id}`),
    ).toEqual(expected),
  );

  it.each([
    ['产直', 'usage/alias'],
    ['产直=', 'usage/alias'],
    ['=output', 'usage/alias'],
    ['x=A=B', undefined],
    ['工业产值=land', 'ingest/alias-not-wanted'],
    ['别的=land', 'ingest/alias-not-wanted'],
    ['产直=没有', 'ingest/alias-of-nothing'],
    ['产直=共有', 'ingest/alias-of-several'],
  ])('%s is refused: %s', (asked, code) => {
    if (code === undefined) expect(lessonsFrom([asked], unmatched, CATALOGUE)).toHaveLength(1);
    else expect(thrown(() => lessonsFrom([asked], unmatched, CATALOGUE)).map((d) => d.code)).toEqual([code]);
  });

  it('one that can be parted in two ways is refused', () => {
    const c = catalogue([
      ['A=B', '甲', 'flow', '亩'],
      ['B', '乙', 'flow', '亩'],
    ]);
    expect(thrown(() => lessonsFrom(['x=A=B'], unmatched, c)).map((d) => d.code)).toEqual(['usage/alias']);
  });
});

describe('a conversation', () => {
  const names = [u('产直', { nearest: '工业产值' }), u('地'), u('湖', { kind: 'region', nearest: '东湖市' })];
  it.each([
    ['yes to all that is proposed', ['y', '', '是'], ['产直 output', '湖 C']],
    ['Enter leaves a name', ['', '', ''], []],
    ['so does no', ['n', 'No', '否'], []],
    ['another name', ['land', 'n', 'n'], ['产直 land']],
    ['what nothing is called is asked again', ['没有', '共有', 'area', 'n', 'n'], ['产直 area']],
    ['yes where nothing is proposed is asked again', ['n', 'y', '土地', 'n'], ['地 land']],
    ['q keeps what was said', ['y', 'q'], ['产直 output']],
    ['so does the end of the input', ['y'], ['产直 output']],
  ])('%s', async (_, answers, expected) => {
    const left: (string | undefined)[] = [...answers];
    const context = { ...contextOf({}, 'en'), error: () => {} };
    const lessons = await lessonsAsked(names, CATALOGUE, async () => left.shift(), context);
    expect(lessons.map((l) => `${l.label} ${l.entry.id}`)).toEqual(expected);
    expect(left).toEqual([]);
  });
});
