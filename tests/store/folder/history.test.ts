import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FigureChange } from '../../../src/model/history.ts';
import { formatPeriod, type Period } from '../../../src/model/period.ts';
import { openFolder } from '../../../src/store/folder/folder.ts';
import { requireBatch } from '../../../src/store/folder/undo.ts';
import type { LogResult, Store } from '../../../src/store/store.ts';
import { checkWording, codes, thrown } from '../../ingest/helpers.ts';
import { batch, C, folder, refused, show, survey } from '../helpers.ts';

const open = (dir: string): Store => openFolder(dir, C);
const logOf = (store: Store, knownOn?: string): Promise<LogResult> => store.log(knownOn);
const ALWAYS: Period = { start: 0, end: Number.POSITIVE_INFINITY };
const edit = (file: string, from: string, to: string): void =>
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
const JULY = '2024-07-01';
const AUGUST = '2024-08-01';

it('a row that can’t be read is told, the other vintages are shown', async () => {
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

it('the log tells what can’t be read once a batch, and lists the rest', async () => {
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
