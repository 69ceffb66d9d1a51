import { sentences } from '../model/message.ts';

/** The summary of an ingest. */
export const INGEST_WORDS = sentences({
  file: { en: '{file} ({encoding}, mapping {mapping})', zh: '{file}（{encoding}，映射 {mapping}）' },
  tally: {
    en: '{cells} cells = {observations} observations + {missing} missing + {rejected} rejected + {skipped} skipped + {repeated} repeated',
    zh: '{cells} 个单元格 = 观测值 {observations} + 缺失 {missing} + 拒绝 {rejected} + 略过 {skipped} + 重复 {repeated}',
  },
  comparison: {
    en: 'of the observations: {new} new, {revised} revised, {unchanged} unchanged, {outranked} outranked by a later or exact figure',
    zh: '观测值中：新增 {new}，修订 {revised}，未变 {unchanged}，不及已有（已有者更新或更精确）{outranked}',
  },
  more: { en: '… and {more} more changes', zh: '……另有 {more} 处变动' },
  rejects: { en: '{rejected} rejected cells written to {path}', zh: '{rejected} 个被拒单元格已写入 {path}' },
  batch: { en: 'written to {batch}', zh: '已写入 {batch}' },
  nothing: {
    en: 'nothing was written; correct what was rejected, or use --allow-rejects',
    zh: '未写入任何内容；请更正被拒之处，或用 --allow-rejects',
  },
  taken: {
    en: '{file}: already taken by mapping {mapping}, as {batch}; `ptrack undo` takes that back',
    zh: '{file}：已按映射 {mapping} 读入过，见 {batch}；可用 ptrack undo 撤回',
  },
});
