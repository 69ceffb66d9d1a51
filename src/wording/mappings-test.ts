import { sentences } from '../model/message.ts';

/** Help of `ptrack mappings`. */
export const MAPPINGS_HELP = sentences({
  mappings: {
    en: 'Read the sample beside each mapping and compare its rows with those expected',
    zh: '读入各映射旁的样例，与预期的数据行比较',
  },
  'arg.mappings': {
    en: 'test, then mappings by name, id or file; all of the project unless given',
    zh: 'test，其后为映射的名称、id 或文件；不写则为项目全部映射',
  },
  'opt.update': {
    en: 'write what the samples give now as what is expected',
    zh: '把样例现在的结果写为预期结果',
  },
});

/** What is said of mappings that are tested. */
export const MAPPINGS_TEST = sentences({
  'ingest/no-such-mapping': {
    en: 'no mapping is called “{name}”[nearest: (did you mean “{nearest}”?)][known:; there are {known}]',
    zh: '没有名为“{name}”的映射[nearest:（是否指“{nearest}”？）][known:；现有 {known}]',
  },
  'ingest/no-mappings': {
    en: 'this project has no mapping; one is a YAML file that begins with “ptrack: mapping/v1”',
    zh: '此项目没有映射；映射是以“ptrack: mapping/v1”开头的 YAML 文件',
  },
});

/** The words of the report. */
export const MAPPINGS_WORDS = sentences({
  result: { en: 'Result', zh: '结果' },
  mapping: { en: 'Mapping', zh: '映射' },
  read: { en: 'Read', zh: '读入' },
  ok: { en: 'ok', zh: '相符' },
  differs: { en: 'differs', zh: '不符' },
  updated: { en: 'updated', zh: '已更新' },
  refused: { en: 'refused', zh: '被拒' },
  'no-sample': { en: 'no sample', zh: '无样例' },
  rows: { en: '{rows} row(s)', zh: '{rows} 行' },
  missing: { en: 'missing', zh: '缺少' },
  extra: { en: 'extra', zh: '多出' },
  changed: { en: 'changed', zh: '改变' },
  more: { en: '… and {more} more', zh: '……另有 {more} 处' },
  where: {
    en: 'put one beside it, as {sample}',
    zh: '请在其旁放一份，名为 {sample}',
  },
  nothingExpected: {
    en: 'no rows are expected yet; --update writes them into {expected}',
    zh: '尚无预期的数据行；--update 会写入 {expected}',
  },
  sum: {
    en: '{count} mapping(s): {ok} ok[differs:, {differs} differing][updated:, {updated} updated][refused:, {refused} refused][bare:, {bare} without a sample]',
    zh: '{count} 个映射：相符 {ok}[differs:，不符 {differs}][updated:，已更新 {updated}][refused:，被拒 {refused}][bare:，无样例 {bare}]',
  },
});
