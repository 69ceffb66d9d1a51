import { type Message, sentences } from '../model/message.ts';
import { LEARN_HELP } from './learn.ts';
import { MAPPINGS_HELP } from './mappings-test.ts';

/** Help: what the program, its commands, arguments and options do. */
export const HELP = sentences({
  program: {
    en: 'Tracks policy targets: which are achieved, on track, lagging or missed, and who answers for them',
    zh: '跟踪工作方案的目标：哪些已完成、达到进度、滞后或未完成，由谁负责',
  },
  validate: {
    en: 'Find every fault in plans, catalogues, mappings, reports and batches',
    zh: '查出方案、目录、映射、报告和数据批次中的全部错误',
  },
  targets: { en: 'List targets and milestones, one flat row each', zh: '列出目标和节点，每项一行' },
  ingest: { en: 'Read statistical exports into observations', zh: '读入统计数据表，成为观测值' },
  check: { en: 'Judge targets: the status table of each plan', zh: '判断目标，按方案列出状态表' },
  explain: {
    en: 'Show how one verdict came about, down to file and cell',
    zh: '逐步说明一项判断的由来，直到文件和单元格',
  },
  cascade: {
    en: 'Draw what serves a target: do the parts add up, which explains how far it is behind',
    zh: '画出目标的分解：各部分合计是否相符，缺口由谁造成',
  },
  contributions: {
    en: 'Take a growth apart: which regions or firms contribute, which drag',
    zh: '分解增速：哪些地区或企业拉动，哪些拖累',
  },
  'arg.amount': { en: 'an amount, by id, name or alias', zh: '总量指标的 id、名称或别名' },
  'opt.region': {
    en: 'the whole: its growth is taken apart into the regions that lie in it',
    zh: '全局地区：其增速分解到其下各地区',
  },
  'opt.among': { en: 'the parts: the members of this group of regions', zh: '各部分：该地区组的成员' },
  'opt.from': {
    en: 'the parts: the firms of this file (repeatable), which is not stored',
    zh: '各部分：此文件中的企业（可重复），数据不入库',
  },
  'opt.span': {
    en: 'the span, e.g. 2024-05 or 2024-01/2024-05; else the latest year to date',
    zh: '时期，如 2024-05 或 2024-01/2024-05；不写则取最近的累计期',
  },
  'opt.top': {
    en: 'how many contributors and drags: 50 in a table, all in csv and json unless given',
    zh: '列出前几名贡献和拖累；不写时表格为 50，csv 和 json 为全部',
  },
  score: {
    en: 'Appraise units or regions by a scheme, with the origin of every point',
    zh: '按考核办法给单位或地区打分，逐分注明由来',
  },
  'arg.scheme': { en: 'a scoring scheme by id or file', zh: '考核办法的 id 或文件' },
  'opt.for': { en: 'show only this unit or region', zh: '只列出该单位或地区' },
  'opt.detail': { en: 'also list every point with its origin', zh: '并列出每一分的由来' },
  'arg.target': { en: 'address of a target: plan/target', zh: '目标的地址：方案/目标' },
  log: {
    en: 'List the batches taken in, the latest first, and what became of their figures',
    zh: '列出已读入的批次（新的在前）及其数据的采用情况',
  },
  vintages: {
    en: 'Show every value that was ever taken in for a series, and which of them counts',
    zh: '列出一个序列读入过的全部数值，并注明采用的是哪一个',
  },
  undo: { en: 'Remove one batch, and say what that changes', zh: '撤销一个批次，并说明由此发生的变化' },
  'arg.indicator': { en: 'indicator by id, name or alias', zh: '指标的 id、名称或别名' },
  'arg.region': {
    en: 'region by code, name or alias; the project’s own, or the only one with figures, unless given',
    zh: '地区的代码、名称或别名；不写则为项目的默认地区，或唯一有数据的地区',
  },
  'arg.batch': {
    en: 'batch by file name, path or a part of its name that no other has (ptrack log)',
    zh: '批次的文件名、路径，或其名称中不与其他批次重复的一段（见 ptrack log）',
  },
  'arg.files': {
    en: 'YAML files or batches; all of the project unless given',
    zh: 'YAML 文件或数据批次；不写则为项目全部文件',
  },
  'arg.plans': {
    en: 'plans by id or file; all of the project unless given',
    zh: '方案的 id 或文件；不写则为全部方案',
  },
  'arg.exports': { en: 'exports (CSV) to read', zh: '要读入的数据表（CSV）' },
  'arg.address': {
    en: 'address of a target or milestone: plan/target, or of a share: plan/target@region',
    zh: '目标或节点的地址：方案/目标；分解份额：方案/目标@地区',
  },
  'opt.format': {
    en: 'output as NAME, or into FILE (repeatable): {choices}',
    zh: '以 NAME 格式输出，可写入 FILE（可重复）：{choices}',
  },
  'opt.lang': { en: 'language of what people read: en or zh', zh: '语言：en 或 zh' },
  'opt.color': { en: 'colour: auto, always or never', zh: '颜色：auto、always 或 never' },
  'opt.quiet': { en: 'no remarks on standard error', zh: '不在标准错误输出备注' },
  'opt.dir': { en: 'work in the project of this folder', zh: '在此文件夹的项目中工作' },
  'opt.help': { en: 'show help', zh: '显示帮助' },
  'opt.version': { en: 'show the version', zh: '显示版本' },
  'opt.asOf': {
    en: 'last month that may be seen: 2024-05, or today; else the last one observed in the plan’s windows',
    zh: '最后可见的月份：2024-05 或 today；不写则取方案窗口内最后有数据的月份',
  },
  'opt.knownOn': { en: 'the world as it was known on this date', zh: '按该日期已知的数据判断' },
  'opt.today': {
    en: 'the date taken for today (for what is overdue or past)',
    zh: '以该日期为今天（用于判断逾期和到期）',
  },
  'opt.org': { en: 'only what this organisation leads or answers for', zh: '只判断由该单位牵头或负责的' },
  'opt.status': { en: 'show only these statuses, separated by commas', zh: '只列出这些状态，以逗号分隔' },
  'opt.sort': { en: 'sort the rows: {choices}', zh: '排序：{choices}' },
  'opt.all': { en: 'also list what nothing has been reported on yet', zh: '也列出尚无数据或未到时点的' },
  'opt.failOn': {
    en: 'exit with 1 where a status is this bad or worse: {choices}',
    zh: '有状态差到此级时以 1 退出：{choices}',
  },
  'opt.failOnFinding': {
    en: 'exit with 1 at findings of this severity: {choices}',
    zh: '有此级别的问题时以 1 退出：{choices}',
  },
  'opt.mapping': {
    en: 'use this mapping instead of the one whose files match',
    zh: '使用此映射，不按文件名匹配',
  },
  'opt.dryRun': { en: 'print the canonical rows, write nothing', zh: '只输出规范数据行，不写入' },
  'opt.rejects': {
    en: 'write rejected cells to a file: file, cell, text, code, reason',
    zh: '将被拒单元格写入文件：文件、单元格、原文、代码、原因',
  },
  'opt.period': {
    en: 'only figures whose span ends in this one: 2024-05, 2024',
    zh: '只列出期末在此时期内的数据：2024-05、2024',
  },
  'opt.dryUndo': { en: 'say what would change, remove nothing', zh: '只说明会有的变化，不移除' },
  'opt.allowRejects': {
    en: 'write what could be read though cells were rejected',
    zh: '有单元格被拒时仍写入其余',
  },
  'opt.infer': {
    en: 'draft a mapping for one unknown export on standard output, and write nothing',
    zh: '为一个尚无映射的数据表起草映射，输出到标准输出，不写入',
  },
  'opt.published': {
    en: 'date of publication of figures that name none',
    zh: '未注明发布日期的数据的发布日期',
  },
  ...LEARN_HELP,
  ...MAPPINGS_HELP,
});

/** Headings of commander's help. */
export const TITLES: Readonly<Record<string, Message>> = {
  'Usage:': { en: 'Usage:', zh: '用法：' },
  'Arguments:': { en: 'Arguments:', zh: '参数：' },
  'Options:': { en: 'Options:', zh: '选项：' },
  'Global Options:': { en: 'Everywhere:', zh: '通用选项：' },
  'Commands:': { en: 'Commands:', zh: '命令：' },
};
