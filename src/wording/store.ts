import { sentences } from '../model/message.ts';
/** What is said of batches and of the folder they stand in, by code. */
export const STORE = sentences({
  'store/unreadable': {
    en: 'it can’t be opened ({problem})',
    zh: '无法打开（{problem}）',
  },
  'store/disk-full': {
    en: 'there is no room left to write into {folder} ({problem}); this batch was not written',
    zh: '磁盘空间不足，无法写入 {folder}（{problem}）；此批次未写入',
  },
  'store/too-large': {
    en: 'the batch is larger than a file may be in {folder} ({problem}); nothing was written; raise the limit (ulimit -f), or take the export in parts',
    zh: '批次超过了 {folder} 中单个文件允许的大小（{problem}）；未写入任何内容；请放宽限制（ulimit -f），或将数据表拆分后读入',
  },
  'store/not-writable': {
    en: '{folder} can’t be written ({problem}); this batch was not written',
    zh: '没有写入 {folder} 的权限（{problem}）；此批次未写入',
  },
  'store/not-a-folder': {
    en: '{folder} is no folder ({problem}); this batch was not written',
    zh: '{folder} 不是文件夹（{problem}）；此批次未写入',
  },
  'store/cannot-write': {
    en: 'writing into {folder} failed ({problem}); this batch was not written',
    zh: '写入 {folder} 失败（{problem}）；此批次未写入',
  },
  'store/no-batch': {
    en: 'this is no batch of ptrack: its first line must be a comment with its source, its second the header; an export is moved elsewhere and taken with `ptrack ingest`, a batch that was damaged removed with `ptrack undo` and its file name',
    zh: '不是 ptrack 的数据批次：首行应为注明来源的注释，第二行为表头；若是数据表，请移走后用 `ptrack ingest` 读入；若是损坏的批次，请用 `ptrack undo` 加文件名撤销',
  },
  'store/changed': {
    en: 'the batch was changed after it was written: its hash is {found}, not {expected}; restore it, or take its source anew: `ptrack undo {name}`, then `ptrack ingest` with {source}',
    zh: '批次写入后被改动：校验值为 {found}，应为 {expected}；请恢复原文件，或用 `ptrack undo {name}` 撤销后，用 `ptrack ingest` 重新读入 {source}',
  },
  'store/row-length': {
    en: 'the row has {found} cells, not {expected}; restore the batch, or `ptrack undo` it and ingest its source again',
    zh: '该行有 {found} 个单元格，应为 {expected} 个；请恢复批次，或用 `ptrack undo` 撤销后重新读入来源',
  },
  'store/bad-cell': {
    en: '“{found}” can’t be read as {column}; restore the batch, or `ptrack undo` it and ingest its source again',
    zh: '“{found}”无法作为 {column} 读取；请恢复批次，或用 `ptrack undo` 撤销后重新读入来源',
  },
  'store/two-values': {
    en: '{indicator} of {region} has another value for the same span in line {first}',
    zh: '{region} 的 {indicator} 在第 {first} 行已有同一时期的另一数值',
  },
  'store/unknown-indicator': {
    en: 'no indicator has the id “{indicator}”[nearest:; did you mean “{nearest}”?]',
    zh: '没有 id 为“{indicator}”的指标[nearest:，是否指“{nearest}”？]',
  },
  'store/unknown-region': {
    en: 'no region has the code “{region}”[nearest:; did you mean “{nearest}”?]',
    zh: '没有代码为“{region}”的地区[nearest:，是否指“{nearest}”？]',
  },
  'store/wrong-unit': {
    en: '{indicator} is measured in {expected}, not in {unit}',
    zh: '{indicator} 的单位应为 {expected}，不是 {unit}',
  },
});
