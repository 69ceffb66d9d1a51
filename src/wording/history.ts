import type { Standing } from '../model/history.ts';
import { type Message, sentences } from '../model/message.ts';

/** What is found wrong by the commands that look back: log, vintages, undo. */
export const HISTORY = sentences({
  'store/faulty-rows': {
    en: '{count} row(s) of this batch can’t be used, the first of them here; `ptrack validate {file}` names each',
    zh: '此批次有 {count} 行无法采用，首行在此；`ptrack validate {file}` 可逐行列出',
  },
  'store/reckoned-without': {
    en: 'this file can’t be read whole as a batch: the above was reckoned without what is broken in it; `ptrack validate` says more',
    zh: '此文件不能作为批次完整读取：以上结果未计入其中损坏的部分；详见 `ptrack validate`',
  },
  'store/no-such-batch': {
    en: 'no batch in {folder} is called “{name}”[nearest: (did you mean “{nearest}”?)][made:; batches read from that export: {made}]; `ptrack log` lists them',
    zh: '{folder} 中没有名为“{name}”的批次[nearest:（是否指“{nearest}”？）][made:；由该数据表读入的批次：{made}]；可用 `ptrack log` 查看全部',
  },
  'store/several-batches': {
    en: '“{name}” can mean any of {several}[more: and {more} more]; name one of them',
    zh: '“{name}”可指 {several}[more: 等（另有 {more} 个）]；请指明其一',
  },
  'store/whole-name': {
    en: 'this file can’t be read as a batch; to remove it, give its whole name: {file}',
    zh: '此文件无法作为批次读取；如要移除，请写全文件名：{file}',
  },
  'store/not-undone': {
    en: 'this is no batch of ptrack and may be the only copy of something; it was not removed',
    zh: '此文件不是 ptrack 的数据批次，可能是唯一的一份，未移除',
  },
  'store/not-removed': {
    en: 'it can’t be removed ({problem}); that takes the right to write its folder; nothing was changed',
    zh: '无法移除（{problem}）：须有其所在文件夹的写入权限；未作任何改动',
  },
  'usage/no-indicator': {
    en: 'no indicator is called “{name}”[nearest: (did you mean “{nearest}”?)]',
    zh: '没有名为“{name}”的指标[nearest:（是否指“{nearest}”？）]',
  },
  'usage/several-indicators': {
    en: '“{name}” can mean any of {several}; name one by its id',
    zh: '“{name}”可指 {several}；请用 id 指明其一',
  },
  'usage/no-region': {
    en: 'no region is called “{name}”[nearest: (did you mean “{nearest}”?)]',
    zh: '没有名为“{name}”的地区[nearest:（是否指“{nearest}”？）]',
  },
  'usage/several-regions': {
    en: '“{name}” can mean any of {several}; name one by its code',
    zh: '“{name}”可指 {several}；请用代码指明其一',
  },
  'usage/which-region': {
    en: '“{indicator}” has figures of several regions: {several}[more: and {more} more]; name one of them',
    zh: '“{indicator}”有多个地区的数据：{several}[more: 等（另有 {more} 个）]；请指明其一',
  },
  'usage/no-figures': {
    en: 'no figure of “{indicator}” has been taken in of any region; `ptrack log` lists what has',
    zh: '“{indicator}”尚未读入任何地区的数据；可用 `ptrack log` 查看已读入的内容',
  },
  'data/disagree': {
    en: '{indicator} of {region}, {period}: published {published} {unit}, but its sources give {derived} {unit} ({source} cell {cell})',
    zh: '{region} {indicator} {period}：公布值 {published} {unit}，据来源推算为 {derived} {unit}（{source} 单元格 {cell}）',
  },
  'data/withdrawn': {
    en: '{indicator} of {region}, {period}: {oldValue} is withdrawn',
    zh: '{region} {indicator} {period}：{oldValue} 撤回',
  },
  'data/outranked': {
    en: '{indicator} of {region}, {period}: {newValue} does not count, {oldValue} stands[since: (published {since})]; a figure without a date counts as published when it was ingested, so give dates with --published',
    zh: '{region} {indicator} {period}：{newValue} 不计，仍以 {oldValue} 为准[since:（{since} 发布）]；未注明发布日期的数据以读入日为准，请用 --published 注明',
  },
  'data/revised': {
    en: '{indicator} of {region}, {period}: {newValue} stands instead of {oldValue}',
    zh: '{region} {indicator} {period}：{newValue} 取代 {oldValue}',
  },
});

/** What became of a value, in a column. */
export const STANDING: Readonly<Record<Standing, Message>> = {
  counts: { en: 'counts', zh: '采用' },
  agrees: { en: 'agrees', zh: '相符' },
  revised: { en: 'revised', zh: '已修订' },
  withdrawn: { en: 'withdrawn', zh: '已撤回' },
  outranked: { en: 'outranked', zh: '未采用' },
};

/** How many values became that. */
export const STANDING_COUNT: Readonly<Record<Standing, Message>> = {
  counts: { en: '{count} count', zh: '采用 {count}' },
  agrees: { en: '{count} agree', zh: '相符 {count}' },
  revised: { en: '{count} revised', zh: '已修订 {count}' },
  withdrawn: { en: '{count} withdrawn', zh: '已撤回 {count}' },
  outranked: { en: '{count} outranked', zh: '未采用 {count}' },
};

/** Words of the log, of vintages and of what undo says. */
export const HISTORY_WORDS = sentences({
  batch: { en: 'Batch', zh: '批次' },
  ingested: { en: 'Ingested', zh: '读入' },
  published: { en: 'Published', zh: '发布' },
  source: { en: 'Export / mapping', zh: '数据表 / 映射' },
  covers: { en: 'Covers', zh: '内容' },
  figures: { en: 'Figures', zh: '观测值' },
  faulty: { en: '{count} faulty', zh: '无法采用 {count}' },
  indicators: { en: '{first} … ({all} indicators)', zh: '{first}等 {all} 项指标' },
  regions: { en: '{first} … ({all} regions)', zh: '{first}等 {all} 个地区' },
  noBatches: {
    en: 'no batch has been taken in[knownOn: by {knownOn}]; `ptrack ingest` takes exports',
    zh: '[knownOn:截至 {knownOn} ]尚未读入任何批次；可用 `ptrack ingest` 读入数据表',
  },
  period: { en: 'Period', zh: '时期' },
  value: { en: 'Value', zh: '数值' },
  standing: { en: 'Standing', zh: '地位' },
  cell: { en: 'Export, cell', zh: '数据表、单元格' },
  line: { en: 'Batch:line', zh: '批次:行' },
  taken: { en: 'withdrawn', zh: '撤回' },
  knownOn: { en: 'known on {date}', zh: '截至 {date} 已知' },
  values: { en: '{values} value(s) of {periods} period(s)', zh: '{periods} 个时期，{values} 个数值' },
  noVintages: {
    en: 'no such figure had been taken in[knownOn: by {knownOn}][regions:; regions with figures: {regions}][more: and {more} more]',
    zh: '[knownOn:截至 {knownOn} ]没有读入这样的数据[regions:；有数据的地区：{regions}][more: 等（另有 {more} 个）]',
  },
  undoFrom: {
    en: 'read from {source} by {mapping} on {ingested}: {figures} figure(s)',
    zh: '{ingested} 按 {mapping} 由 {source} 读入，共 {figures} 项数据',
  },
  undoNoHead: {
    en: 'it can’t be read as a batch: its export is unknown, and nothing in it counted',
    zh: '无法作为批次读取：来源不明，其中的数据均未计入',
  },
  undoFaulty: { en: '{count} row(s) of it can’t be used', zh: '其中 {count} 行无法采用' },
  undoRestored: { en: '{count} figure(s) with another value again:', zh: '{count} 项数据恢复为另一数值：' },
  undoGone: { en: '{count} figure(s) without any value:', zh: '{count} 项数据不再有数值：' },
  undoUnchanged: { en: '{count} figure(s) as before', zh: '{count} 项数据不变' },
  undoChange: {
    en: '{indicator} of {region}, {period}: {new} instead of {old}',
    zh: '{region}{indicator}（{period}）：{new}，原为 {old}',
  },
  undoBack: {
    en: '{indicator} of {region}, {period}: {new}, no longer withdrawn',
    zh: '{region}{indicator}（{period}）：{new}，不再是撤回',
  },
  undoLost: {
    en: '{indicator} of {region}, {period}: was {old}',
    zh: '{region}{indicator}（{period}）：原为 {old}',
  },
  undoMore: { en: '… and {count} more', zh: '…… 另有 {count} 项' },
  undoRemoved: { en: 'removed: {batch}', zh: '已移除：{batch}' },
  undoDry: {
    en: 'nothing was removed; without --dry-run the batch is',
    zh: '未移除；去掉 --dry-run 才移除批次',
  },
  undoAgain: { en: 'to take the export again: {command}', zh: '如要重新读入数据表：{command}' },
  undoAgainFrom: {
    en: 'to take the export again: `ptrack ingest` with your copy of {source}; no unchanged one lies in {folder}',
    zh: '如要重新读入数据表：用 `ptrack ingest` 读入您保存的 {source}；{folder} 中没有与当时相同的一份',
  },
});
