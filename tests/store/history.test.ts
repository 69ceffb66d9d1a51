import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BatchEntry, FigureChange } from '../../src/model/history.ts';
import type { Observation } from '../../src/model/observation.ts';
import { seriesKey } from '../../src/model/observation.ts';
import { formatPeriod, type Period, parsePeriod } from '../../src/model/period.ts';
import { openFolder } from '../../src/store/folder/folder.ts';
import { requireBatch } from '../../src/store/folder/undo.ts';
import { sameValue } from '../../src/store/settle.ts';
import type { LogResult, Store } from '../../src/store/store.ts';
import { checkWording, codes, thrown } from '../ingest/helpers.ts';
import { batch, C, folder, refused, show, survey } from './helpers.ts';

const open = (dir: string): Store => openFolder(dir, C);
const logOf = (store: Store, knownOn?: string): Promise<LogResult> => store.log(knownOn);
const ALWAYS: Period = { start: 0, end: Number.POSITIVE_INFINITY };
const edit = (file: string, from: string, to: string): void =>
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));

const stood = async (store: Store, knownOn?: string): Promise<string[]> =>
  (
    await store.vintages(
      { indicator: 'gdp', region: 'CN', within: ALWAYS },
      knownOn === undefined ? {} : { knownOn },
    )
  ).vintages.map((v) => `${v.bound ?? ''}${v.value.toFixed(v.decimals)} ${v.standing}`);

/** Batches of one figure: the day it was ingested, and the rest of its row. */
type Said = readonly (readonly [day: string, rest: string])[];

const JULY = '2024-07-01';
const AUGUST = '2024-08-01';
const SEPTEMBER = '2024-09-01';

describe('what became of every value of a figure', () => {
  it.each<[string, Said, string[]]>([
    ['alone', [[JULY, '1 亿元']], ['1 counts']],
    [
      'the same again',
      [
        [JULY, '1 亿元'],
        [AUGUST, '1.0 亿元'],
      ],
      ['1 agrees', '1.0 counts'],
    ],
    [
      'the same in another unit',
      [
        [JULY, '1 亿元'],
        [AUGUST, '10000 万元'],
      ],
      ['1 agrees', '10000 counts'],
    ],
    [
      'revised',
      [
        [JULY, '1 亿元'],
        [AUGUST, '2 亿元'],
      ],
      ['1 revised', '2 counts'],
    ],
    [
      'revised, and back again',
      [
        [JULY, '1 亿元'],
        [AUGUST, '2 亿元'],
        [SEPTEMBER, '1 亿元'],
      ],
      ['1 agrees', '2 revised', '1 counts'],
    ],
    [
      'an old publication found late never counted',
      [
        [JULY, '2 亿元 2024-06-20'],
        [AUGUST, '1 亿元 2024-05-20'],
      ],
      ['1 outranked', '2 counts'],
    ],
    [
      'without a date of publication the day of ingestion is taken',
      [
        [JULY, '2 亿元'],
        [AUGUST, '1 亿元 2024-06-20'],
      ],
      ['1 outranked', '2 counts'],
    ],
    [
      'a bound that the exact figure keeps',
      [
        [JULY, '>1 亿元'],
        [AUGUST, '2 亿元'],
      ],
      ['>1 agrees', '2 counts'],
    ],
    [
      'a bound that it does not keep',
      [
        [JULY, '>3 亿元'],
        [AUGUST, '2 亿元'],
      ],
      ['>3 revised', '2 counts'],
    ],
    [
      'a bound never displaces an exact figure',
      [
        [JULY, '2 亿元'],
        [AUGUST, '>3 亿元'],
      ],
      ['2 counts', '>3 outranked'],
    ],
    [
      'a bound displaces a bound',
      [
        [JULY, '>3 亿元'],
        [AUGUST, '>4 亿元'],
      ],
      ['>3 revised', '>4 counts'],
    ],
    [
      'withdrawn',
      [
        [JULY, '1 亿元'],
        [AUGUST, '0 亿元 deleted'],
      ],
      ['1 withdrawn', '0 counts'],
    ],
    [
      'withdrawn twice',
      [
        [JULY, '1 亿元'],
        [AUGUST, '0 亿元 deleted'],
        [SEPTEMBER, '0 亿元 deleted'],
      ],
      ['1 withdrawn', '0 agrees', '0 counts'],
    ],
    [
      'withdrawn, and published anew',
      [
        [JULY, '1 亿元'],
        [AUGUST, '0 亿元 deleted'],
        [SEPTEMBER, '3 亿元'],
      ],
      ['1 revised', '0 revised', '3 counts'],
    ],
    [
      'a bound after a withdrawal counts',
      [
        [JULY, '5 亿元'],
        [AUGUST, '0 亿元 deleted'],
        [SEPTEMBER, '>3 亿元'],
      ],
      ['5 revised', '0 revised', '>3 counts'],
    ],
    [
      'published before its withdrawal, found after it',
      [
        [JULY, '0 亿元 deleted 2024-06-20'],
        [AUGUST, '1 亿元 2024-05-20'],
      ],
      ['1 outranked', '0 counts'],
    ],
  ])('%s', async (_, said, expected) => {
    const dir = folder();
    for (const [day, rest] of said) batch(dir, day, `gdp CN 2024 ${rest}`);
    expect(await stood(open(dir))).toEqual(expected);
  });

  it('is told as it was on a day: without what was ingested or published after it', async () => {
    const dir = folder();
    batch(dir, JULY, 'gdp CN 2024 1 亿元', 'gdp CN 2023 5 亿元 2024-08-15');
    batch(dir, AUGUST, 'gdp CN 2024 2 亿元');
    expect(await stood(open(dir), '2024-06-30')).toEqual([]);
    expect(await stood(open(dir), JULY)).toEqual(['1 counts']);
    expect(await stood(open(dir), '2024-08-31')).toEqual(['5 counts', '1 revised', '2 counts']);
  });

  it('comes in the order of time, inside the span asked for, with its line and its cell', async () => {
    const dir = folder();
    const file = batch(dir, JULY, 'firms CN 2024-05 3 家', 'firms CN 2023 2 家', 'firms CN 2022 1 家');
    const within = parsePeriod('2023/2024') ?? ALWAYS;
    const { vintages } = await open(dir).vintages({ indicator: 'firms', region: 'CN', within });
    expect(vintages.map((v) => [show(v), v.source.line])).toEqual([
      ['firms CN 2023-12 2 家', 4],
      ['firms CN 2024-05 3 家', 3],
    ]);
    expect(vintages[0]?.source).toMatchObject({ batch: file, cell: 'R2C2' });
  });

  it('a row that can’t be read is told, the others are shown', async () => {
    const dir = folder();
    edit(batch(dir, JULY, 'gdp CN 2023 1 亿元', 'gdp CN 2024 7 亿元'), ',7,亿元', ',seven,亿元');
    const { vintages, diagnostics } = await open(dir).vintages({
      indicator: 'gdp',
      region: 'CN',
      within: ALWAYS,
    });
    expect(vintages.map(show)).toEqual(['gdp CN 2023 1 亿元']);
    expect(codes(diagnostics)).toEqual(['store/bad-cell']);
  });
});

it('the regions with figures of an indicator are told in the order of the catalogue', async () => {
  const dir = folder();
  batch(dir, JULY, 'gdp 370200 2024 1 亿元', 'firms 370200 2024 1 家');
  batch(dir, AUGUST, 'gdp CN 2024 1 亿元');
  expect(await open(dir).regionsWith('gdp')).toEqual(['CN', '370200']);
  expect(await open(dir).regionsWith('firms')).toEqual(['370200']);
  expect(await open(dir).regionsWith('gdp.growth')).toEqual([]);
});

describe('the log', () => {
  const brief = (e: BatchEntry): string =>
    [
      e.ingested.slice(0, 10),
      e.observations,
      ...Object.entries(e.standings)
        .filter(([, n]) => n > 0)
        .map(([s, n]) => `${s} ${n}`),
      e.span ? formatPeriod(e.span) : '',
      e.indicators.join(),
      e.regions.join(),
    ].join(' ');

  it('lists the latest ingested first, with what became of its figures', async () => {
    const dir = folder();
    batch(dir, JULY, 'gdp CN 2024-Q1 1 亿元', 'gdp CN 2023 9 亿元', 'firms CN 2023 5 家');
    batch(dir, AUGUST, 'gdp CN 2024-Q1 2 亿元', 'gdp 370200 2024-Q2 1 亿元', 'firms CN 2023-Q4 5 家');
    batch(dir, SEPTEMBER, 'gdp CN 2024-Q1 3 亿元 2024-05-01');
    const { entries, diagnostics: faults } = await logOf(open(dir));
    expect(faults).toEqual([]);
    expect(entries.map(brief)).toEqual([
      '2024-09-01 1 outranked 1 2024-Q1 gdp CN',
      '2024-08-01 3 counts 3 2023-10/2024-06 gdp,firms CN,370200',
      '2024-07-01 3 counts 1 agrees 1 revised 1 2023-01/2024-03 gdp,firms CN',
    ]);
    expect((await logOf(open(dir), JULY)).entries.map(brief)).toEqual([
      '2024-07-01 3 counts 3 2023-01/2024-03 gdp,firms CN',
    ]);
    expect((await logOf(open(dir), '2024-06-30')).entries).toEqual([]);
  });

  it('a batch of nothing has no span', async () => {
    const dir = folder();
    batch(dir, JULY);
    expect((await logOf(open(dir))).entries).toMatchObject([{ observations: 0, faulty: 0 }]);
    expect((await logOf(open(dir))).entries[0]).not.toHaveProperty('span');
  });

  it('tells what can’t be read once a batch, and lists the rest', async () => {
    const dir = folder();
    batch(dir, JULY, 'gdp CN 2023 1 亿元');
    const faulty = batch(dir, AUGUST, 'gdp CN 2023 2 亿元', 'gdp CN 2024 7 亿元', 'gdp CN 2022 8 亿元');
    edit(faulty, ',7,亿元', ',seven,亿元');
    edit(faulty, ',8,亿元', ',8,家');
    writeFileSync(join(dir, 'notes.csv'), 'a,b\n');
    mkdirSync(join(dir, 'folder.csv'));
    const { entries, diagnostics: faults } = await logOf(open(dir));
    expect(entries.map((e) => [e.observations, e.faulty])).toEqual([
      [1, 2],
      [1, 0],
    ]);
    expect(checkWording(faults)).toMatchObject([
      { code: 'store/no-batch', file: join(dir, 'notes.csv') },
      { code: 'store/unreadable', file: join(dir, 'folder.csv') },
      { code: 'store/faulty-rows', file: faulty, line: 4, args: { count: 2 } },
    ]);
  });
});

describe('the name of a batch', () => {
  const two = (): { dir: string; a: string; b: string } => {
    const dir = folder();
    return { dir, a: batch(dir, JULY, 'gdp CN 2023 1 亿元'), b: batch(dir, AUGUST, 'gdp CN 2024 1 亿元') };
  };

  it('for short is its hash, or all of it where that is no part of it alone', async () => {
    const { dir, a, b } = two();
    const names = async (): Promise<string[]> => (await logOf(open(dir))).entries.map((e) => e.name);
    const hash = a.slice(-12, -4);
    expect(await names()).toEqual([b.slice(-12, -4), hash]);
    writeFileSync(join(dir, `2024-01-01-copy-of-${hash}-00000000.csv`), readFileSync(a));
    expect(await names()).toContain(basename(a, '.csv'));
    for (const name of await names()) expect(await open(dir).findBatch(name)).toContain(name);
  });

  it.each<[string, (a: string) => string]>([
    ['its file name', (a) => basename(a)],
    ['its file name without .csv', (a) => basename(a, '.csv')],
    ['its path', (a) => a],
    ['a part that no other has', (a) => a.slice(-12, -4)],
    ['its day', () => JULY],
    ['in capitals', (a) => a.slice(-12, -4).toUpperCase()],
    ['in another form of the same letters', (a) => basename(a).normalize('NFD')],
  ])('%s', async (_, asked) => {
    const { dir, a } = two();
    expect(await open(dir).findBatch(asked(a))).toBe(a);
  });

  it.each<[string, string, string]>([
    ['a part that several have', '季度数据', 'store/several-batches'],
    ['nothing', '', 'store/no-such-batch'],
    ['what none has', 'nothing-like-it', 'store/no-such-batch'],
    ['a path that leads elsewhere', '../2024', 'store/no-such-batch'],
    ['a part of what is no batch', 'otes', 'store/whole-name'],
  ])('%s is an error', async (_, asked, code) => {
    const { dir } = two();
    writeFileSync(join(dir, 'notes.csv'), 'a,b\n');
    expect(codes(await refused(open(dir).findBatch(asked)))).toEqual([code]);
  });

  it('of an export leads to the batches read from it', async () => {
    const { dir, a, b } = two();
    const [found] = await refused(open(dir).findBatch('data/exports/季度数据 (1).csv'));
    expect(found).toMatchObject({
      code: 'store/no-such-batch',
      args: { made: [a.slice(-12, -4), b.slice(-12, -4)] },
    });
  });

  it('of many that are meant the first ten are listed', async () => {
    const dir = folder();
    for (let i = 0; i < 12; i++) batch(dir, JULY, 'gdp CN 2023 1 亿元');
    const [found] = await refused(open(dir).findBatch('2024'));
    expect(found?.args.several).toHaveLength(10);
    expect(found?.args.more).toBe(2);
  });

  it('that differs in capitals alone is taken as it is written, or not at all', async () => {
    const { dir, a } = two();
    const [one, other] = [join(dir, 'batch.csv'), join(dir, 'BATCH.csv')];
    for (const file of [one, other]) writeFileSync(file, readFileSync(a));
    expect(await open(dir).findBatch('batch')).toBe(one);
    expect(await open(dir).findBatch('BATCH.csv')).toBe(other);
    expect(codes(await refused(open(dir).findBatch('Batch')))).toEqual(['store/several-batches']);
  });
});

describe('undoing a batch', () => {
  const change = (c: FigureChange): string =>
    `${c.indicator} ${formatPeriod(c.period)} ${c.old?.value.toFixed() ?? '-'} → ${c.new?.value.toFixed() ?? '-'}`;

  it('brings back what counted before, takes away what has no other value, and leaves the rest', async () => {
    const dir = folder();
    const first = batch(
      dir,
      JULY,
      'gdp CN 2021 1 亿元',
      'gdp CN 2022 1 亿元',
      'gdp CN 2023 1 亿元',
      'firms CN 2023 1 家',
    );
    const second = batch(
      dir,
      AUGUST,
      'gdp CN 2021 2 亿元',
      'gdp CN 2022 1.0 亿元',
      'gdp CN 2023 0 亿元 deleted',
      'gdp CN 2024 4 亿元',
      'gdp CN 2020 0 亿元 deleted',
      'firms CN 2023-12 >2 家',
    );
    const { undone, diagnostics: without } = await open(dir).undoing(second);
    expect(without).toEqual([]);
    expect(undone).toMatchObject({
      batch: second,
      source: '季度数据 (1).csv',
      figures: 6,
      faulty: 0,
      unchanged: 3,
    });
    expect(undone.restored.first.map(change)).toEqual(['gdp 2021 2 → 1', 'gdp 2023 - → 1']);
    expect(undone.restored.first[0]?.new).toMatchObject({ cell: 'R2C2', source: { batch: first } });
    expect(undone.gone.first.map(change)).toEqual(['gdp 2024 4 → -']);
    expect([undone.restored.count, undone.gone.count]).toEqual([2, 1]);
  });

  it('of a batch that is damaged says how many rows, and of the others which are', async () => {
    const dir = folder();
    const other = batch(dir, JULY, 'gdp CN 2021 1 亿元', 'gdp CN 2022 1 亿元');
    edit(other, ',1,亿元', ',one,亿元');
    const file = batch(dir, AUGUST, 'gdp CN 2021 2 亿元', 'gdp CN 2022 2 亿元');
    edit(file, ',2,亿元', ',two,亿元');
    writeFileSync(join(dir, 'notes.csv'), 'a,b\n');
    const { undone, diagnostics: without } = await open(dir).undoing(file);
    expect(undone).toMatchObject({ figures: 1, faulty: 1, restored: { count: 1 } });
    expect(checkWording(without)).toMatchObject([
      { code: 'store/reckoned-without', severity: 'warning', file: join(dir, 'notes.csv') },
      { code: 'store/reckoned-without', severity: 'warning', file: other },
    ]);
  });

  it('that has no head changes nothing', async () => {
    const dir = folder();
    const file = batch(dir, AUGUST, 'gdp CN 2021 2 亿元');
    edit(file, '{', '');
    expect((await open(dir).undoing(file)).undone).toMatchObject({
      figures: 0,
      restored: { count: 0 },
      gone: { count: 0 },
    });
  });

  it('of very many figures keeps a thousand to be shown, and counts them all', async () => {
    const dir = folder();
    const rows = Array.from({ length: 1500 }, (_, i) => `gdp CN ${String(1000 + i)} ${i} 亿元`);
    const { undone } = await open(dir).undoing(batch(dir, JULY, ...rows));
    expect(undone.gone.count).toBe(1500);
    expect(undone.gone.first).toHaveLength(1000);
    expect(undone.gone.first.map(change)[0]).toBe('gdp 1000 0 → -');
  });

  it('removes its file and nothing else', async () => {
    const dir = folder();
    const [a, b] = [batch(dir, JULY, 'gdp CN 2021 1 亿元'), batch(dir, AUGUST, 'gdp CN 2021 2 亿元')];
    await open(dir).remove(a);
    expect(readdirSync(dir)).toEqual([basename(b)]);
    expect(await refused(open(dir).remove(a))).toMatchObject([
      { code: 'store/not-removed', file: a, args: { problem: 'ENOENT' } },
    ]);
  });

  it.each<[string, (dir: string) => string, string | undefined]>([
    ['a batch', (dir) => batch(dir, JULY, 'gdp CN 2021 1 亿元'), undefined],
    [
      'one whose comment is damaged',
      (dir) => {
        const file = batch(dir, JULY, 'gdp CN 2021 1 亿元');
        const damaged = join(dir, 'renamed.csv');
        writeFileSync(damaged, readFileSync(file, 'utf8').slice(3));
        return damaged;
      },
      undefined,
    ],
    [
      'what is left of one under its own name',
      (dir) => {
        const file = join(dir, '2024-07-01-季度数据-0123abcd.csv');
        writeFileSync(file, '');
        return file;
      },
      undefined,
    ],
    [
      'an export that was put there',
      (dir) => {
        const file = join(dir, '季度数据.csv');
        writeFileSync(file, '指标,2024年\n地区生产总值,1\n');
        return file;
      },
      'store/not-undone',
    ],
    [
      'a folder',
      (dir) => {
        const file = join(dir, '2024-07-01-季度数据-0123abcd.csv');
        mkdirSync(file);
        return file;
      },
      'store/not-undone',
    ],
    [
      'a link that leads nowhere',
      (dir) => {
        const file = join(dir, '2024-07-01-季度数据-0123abcd.csv');
        symlinkSync(join(dir, 'nowhere'), file);
        return file;
      },
      'store/not-undone',
    ],
    [
      'one that is gone',
      (dir) => {
        const file = batch(dir, JULY, 'gdp CN 2021 1 亿元');
        rmSync(file);
        return file;
      },
      'store/unreadable',
    ],
  ])('may remove: %s', (_, make, code) => {
    const dir = folder();
    const file = make(dir);
    if (code === undefined) expect(() => requireBatch(survey(dir), file)).not.toThrow();
    else expect(codes(thrown(() => requireBatch(survey(dir), file)))).toEqual([code]);
  });
});

describe('whatever was taken in', () => {
  const value = fc.constantFrom(
    '1 亿元',
    '2 亿元',
    '10000 万元',
    '>1 亿元',
    '>5 亿元',
    '<3 亿元',
    '0 亿元 deleted',
  );
  const published = fc.constantFrom('', ' 2024-05-01', ' 2024-06-15', ' 2024-08-20');
  const said = fc
    .tuple(
      fc.constantFrom('gdp CN 2023', 'gdp CN 2024', 'firms CN 2023', 'firms CN 2023-12'),
      value,
      published,
    )
    .map(([figure, v, p]) => `${figure} ${figure.startsWith('firms') ? v.replace(/[亿万]元/, '家') : v}${p}`);
  const batches = fc.array(
    fc.tuple(fc.constantFrom('2024-07-01', '2024-07-02', '2024-07-03'), fc.array(said, { maxLength: 4 })),
    { maxLength: 5 },
  );
  const request = (indicator: string) => ({ indicator, region: 'CN', within: ALWAYS });
  const counting = async (store: Store): Promise<Map<string, Observation>> => {
    const requests = [request('gdp'), request('firms')];
    const all = [...(await store.read(requests)).series.values()].flat();
    return new Map(all.map((o) => [`${seriesKey(o.indicator, o.region)} ${formatPeriod(o.period)}`, o]));
  };

  it('one value of each figure counts, it is the one that is read, and the parts of the log add up', () =>
    fc.assert(
      fc.asyncProperty(batches, async (list) => {
        const dir = folder();
        for (const [day, rows] of list) batch(dir, day, ...rows);
        const store = open(dir);
        const both = await Promise.all(['gdp', 'firms'].map((i) => store.vintages(request(i))));
        const vintages = both.flatMap((v) => v.vintages);
        const figures = new Set(vintages.map((v) => `${v.indicator} ${formatPeriod(v.period)}`));
        const now = vintages.filter((v) => v.standing === 'counts');
        expect(now).toHaveLength(figures.size);
        expect(new Set(now.filter((v) => v.status !== 'deleted').map((v) => v.source))).toEqual(
          new Set([...(await counting(store)).values()].map((o) => o.source)),
        );
        const { entries } = await logOf(store);
        const sum = (e: BatchEntry): number => Object.values(e.standings).reduce((a, b) => a + b, 0);
        for (const e of entries) expect(sum(e)).toBe(e.observations);
        for (const s of ['counts', 'agrees', 'revised', 'withdrawn', 'outranked'] as const)
          expect(entries.reduce((n, e) => n + e.standings[s], 0)).toBe(
            vintages.filter((v) => v.standing === s).length,
          );
        rmSync(dir, { recursive: true });
      }),
      { numRuns: 80 },
    ));

  it('undo foretells what counts once the batch is gone', () =>
    fc.assert(
      fc.asyncProperty(batches, fc.nat(), async (list, pick) => {
        const dir = folder();
        for (const [day, rows] of list) batch(dir, day, ...rows);
        const store = open(dir);
        const { files } = survey(dir);
        const file = files[pick % Math.max(1, files.length)];
        if (file === undefined) return;
        const { undone } = await store.undoing(file);
        const before = await counting(store);
        await store.remove(file);
        const after = await counting(store);
        const keyOf = (c: FigureChange): string =>
          `${seriesKey(c.indicator, c.region)} ${formatPeriod(c.period)}`;
        const foretold = new Map<string, Parameters<typeof sameValue>[0]>(before);
        for (const c of undone.gone.first) foretold.delete(keyOf(c));
        for (const c of undone.restored.first) if (c.new) foretold.set(keyOf(c), c.new);
        expect([...foretold.keys()].sort()).toEqual([...after.keys()].sort());
        for (const [key, o] of after) {
          const expected = foretold.get(key);
          expect(expected && sameValue(expected, o)).toBe(true);
        }
        expect(undone.figures).toBe(undone.restored.count + undone.gone.count + undone.unchanged);
        rmSync(dir, { recursive: true });
      }),
      { numRuns: 80 },
    ));
});
