import { type ArgsByCode, type Message, sentences } from '../model/message.ts';
import type { Mark, Status } from '../model/verdict.ts';
import { PACE_MARKS, PACE_REASONS } from './paces.ts';

/** The statuses, as they are shown. */
export const STATUS: Readonly<Record<Status, Message>> = {
  achieved: { en: 'achieved', zh: '已完成' },
  'on-track': { en: 'on track', zh: '达到进度' },
  lagging: { en: 'lagging', zh: '滞后' },
  missed: { en: 'missed', zh: '未完成' },
  'not-due': { en: 'not due', zh: '未到时点' },
  'no-data': { en: 'no data', zh: '缺数据' },
  unquantified: { en: 'unquantified', zh: '未量化' },
};

/** The marks, as they are shown beside a status. */
export const MARK: Readonly<Record<Mark, Message>> = {
  stale: { en: 'stale', zh: '数据陈旧' },
  overdue: { en: 'overdue', zh: '逾期' },
  late: { en: 'late', zh: '迟完成' },
  'final-awaited': { en: 'final awaited', zh: '待终值' },
  bound: { en: 'bound', zh: '约数' },
  inferred: { en: 'inferred', zh: '推定' },
  override: { en: 'by hand', zh: '人工判定' },
  ...PACE_MARKS,
};

/** Why a verdict is what it is. */
export const REASONS = sentences({
  ...PACE_REASONS,
  met: { en: 'the final figure meets the target', zh: '终值达到目标' },
  'not-met': { en: 'the final figure does not meet the target', zh: '终值未达到目标' },
  'reached-early': { en: 'already reached, and it cannot fall', zh: '提前达到，且不会回落' },
  exceeded: { en: 'the ceiling is exceeded, and it cannot fall back', zh: '已超过上限，无法回落' },
  'as-expected': { en: 'as good as expected by now, or better', zh: '达到或好于当前应达水平' },
  'within-slack': {
    en: 'worse than expected by now, but within the slack',
    zh: '差于当前应达水平，但在容许偏差之内',
  },
  behind: { en: 'worse than expected by now', zh: '差于当前应达水平' },
  'bound-undecided': {
    en: 'the figure is only known as a bound, which proves neither',
    zh: '数值只是约数，不足以判断',
  },
  'before-first-release': { en: 'first figures are expected in {first}', zh: '首个数据预计 {first} 发布' },
  'no-reading': { en: 'no figure for {window}', zh: '{window} 没有数据' },
  'no-reading-from-start': {
    en: 'no figure that starts where {window} starts (there is one for {other})',
    zh: '没有自 {window} 期初起算的数据（只有 {other} 的）',
  },
  'no-yearly-reading': {
    en: 'no figure of a whole year yet: on the way over several years only whole years are read (there is one for {other})',
    zh: '尚无整年数据：跨年度目标只看整年的数（已有 {other} 的）',
  },
  'no-baseline': { en: 'the baseline is unknown', zh: '缺基期数据' },
  'base-not-positive': {
    en: 'the baseline is not positive: no rate can be made',
    zh: '基数不为正，无法计算增减幅度',
  },
  'spans-differ': {
    en: 'the figure is for {reading}, the baseline for {baseline}: no yearly growth leads from one to the other',
    zh: '数据为 {reading}，基期为 {baseline}，长度不同，无从计算年均增速',
  },
  'no-figure-of': { en: 'figures are missing for {regions}', zh: '缺少 {regions} 的数据' },
  'no-common-span': { en: 'the regions have no figure for the same span', zh: '各地区没有同一时期的数据' },
  'final-missing': {
    en: 'the window is over and its final figure has not come; last: {value} {unit} ({last}), then {was}',
    zh: '期限已过而终值未到；最近一期 {last} 为 {value} {unit}，当时{was}',
  },
  'too-old': {
    en: 'the last figure is too old: {value} {unit} ({last}), then {was}',
    zh: '最近一期数据过旧：{last} 为 {value} {unit}，当时{was}',
  },
  unquantified: { en: 'the document gives no figure', zh: '原文未给出可判断的数值' },
  'no-form': { en: 'the target has no form', zh: '目标没有写明形式' },
  unreadable: { en: 'the target cannot be read', zh: '目标无法读取' },
  'same-as': { en: 'repeats {target}: judged there', zh: '与 {target} 为同一承诺，在彼处判断' },
  each: {
    en: 'holds in {good} of {all}[open: ({open} not due yet)][failed:; {status}: {failed}]',
    zh: '{good}/{all} 成立[open:（{open} 项未到时点）][failed:；{status}：{failed}]',
  },
  done: {
    en: 'done on {done}, due {due}[evidence: ({evidence})]',
    zh: '{done} 完成，时限 {due}[evidence:（{evidence}）]',
  },
  'done-late': { en: 'done on {done}, but due {due}', zh: '{done} 完成，晚于时限 {due}' },
  'not-done': { en: 'reported on {on} as not done, due {due}', zh: '{on} 报告尚未完成，时限 {due}' },
  'under-way': {
    en: 'reported[on: on {on}] as not done yet, due {due}',
    zh: '[on:{on} ]报告尚未完成，时限 {due}',
  },
  'before-due': { en: 'due {due}; nothing reported yet', zh: '时限 {due}，尚无报告' },
  'not-done-then': {
    en: 'due {due}; last reported[on: on {on}] as not done, nothing since',
    zh: '时限 {due} 已到；[on:{on} ]报告尚未完成，此后没有报告',
  },
  'no-report': { en: 'due {due}; nothing was reported', zh: '时限 {due} 已到，没有报告' },
  override: {
    en: 'judged by {by}, to hold until {until}: {why} (calculated: {was})',
    zh: '{by}判定，至 {until} 有效：{why}（计算结果：{was}）',
  },
});

declare module '../model/verdict.ts' {
  interface ReasonArgs extends ArgsByCode<typeof REASONS> {}
}

/** Words of tables and headings. */
export const WORDS = sentences({
  id: { en: 'Id', zh: 'id' },
  done: { en: 'done', zh: '完成' },
  status: { en: 'Status', zh: '状态' },
  target: { en: 'Target', zh: '目标' },
  actual: { en: 'Actual', zh: '实际' },
  value: { en: 'Promised', zh: '目标值' },
  expected: { en: 'Expected', zh: '应达' },
  completion: { en: 'Done', zh: '完成' },
  paceGap: { en: 'Pace gap, pts', zh: '进度差' },
  lead: { en: 'Lead unit', zh: '牵头单位' },
  due: { en: 'Due', zh: '时限' },
  expectedShort: { en: 'by now {value}', zh: '应达 {value}' },
  asOf: { en: 'as of {month}', zh: '截至 {month}' },
  counts: { en: '{count} {status}', zh: '{status} {count}' },
  hidden: { en: '{list} not shown', zh: '{list}，未列出' },
  allHint: {
    en: '--all also lists what is not due or has no current data[overdue: ({overdue} of it overdue)]',
    zh: '加 --all 可列出未到时点和缺当前数据的各项[overdue:（其中 {overdue} 项逾期）]',
  },
  others: { en: ' and others', zh: ' 等' },
  ahead: { en: '{points} ahead', zh: '快 {points} 点' },
  behind: { en: '{points} behind', zh: '慢 {points} 点' },
  over: { en: '{points} over', zh: '多用 {points} 点' },
  under: { en: '{points} under', zh: '少用 {points} 点' },
  onPace: { en: 'on pace', zh: '与进度持平' },
  used: { en: '{part} used', zh: '已用 {part}' },
  limit: { en: 'met at {value}', zh: '达标线 {value}' },
  eachMonth: { en: 'every month', zh: '每月' },
  eachQuarter: { en: 'every quarter', zh: '每季' },
  eachRegion: { en: 'every region', zh: '各地区' },
  needed: { en: 'Still needed', zh: '还需' },
  more: { en: '{count} more', zh: '另 {count} 个' },
  usedUp: { en: 'used up {month}', zh: '{month}用完' },
  weighted: {
    en: '{achieved} of the weight achieved, {onCourse} on course[completion:, {completion} done on average]',
    zh: '按权重：已完成 {achieved}，达到进度以上 {onCourse}[completion:，平均完成 {completion}]',
  },
  goalWeight: { en: '{achieved} achieved by weight', zh: '按权重完成 {achieved}' },
  stretchMet: { en: 'stretch met', zh: '达力争值' },
  stretch: { en: 'stretch {value}', zh: '力争 {value}' },
  warnings: { en: 'Data warnings', zh: '数据警示' },
  points: { en: 'pts', zh: '百分点' },
  place: { en: 'place', zh: '位' },
  places: { en: 'places', zh: '位' },
  clean: { en: 'no faults in {count} file(s)', zh: '{count} 个文件均无错误' },
  unchecked: {
    en: 'not checked to the end: {files}[more: and {more} more]. Faults of their shape (yaml/…, schema/…, file/…) can hide others: mend these and run validate again',
    zh: '以下文件未检查完：{files}[more: 等，另有 {more} 个]。格式错误（yaml/…、schema/…、file/…）之后可能还有其他错误，请更正后重新运行 validate',
  },
  found: {
    en: '{errors} error(s), {warnings} warning(s) in {count} file(s)',
    zh: '{count} 个文件中有 {errors} 个错误、{warnings} 个警告',
  },
});

/** How a comparison is written: at least, more than … */
export const COMPARATOR = sentences({
  at_least: { en: '≥ {value}', zh: '≥ {value}' },
  more_than: { en: '> {value}', zh: '> {value}' },
  at_most: { en: '≤ {value}', zh: '≤ {value}' },
  less_than: { en: '< {value}', zh: '< {value}' },
  about: { en: '≈ {value}', zh: '≈ {value}' },
  between: { en: '{value}', zh: '{value}' },
  improve: { en: 'improve', zh: '改善' },
  no_worse: { en: 'no worse', zh: '不降' },
  done: { en: 'due {due}', zh: '{due} 前' },
  unquantified: { en: '—', zh: '—' },
});

/** How a change is written around its comparison. */
export const CHANGE = sentences({
  rise: { en: 'rise {comparison}', zh: '提高 {comparison}' },
  fall: { en: 'fall {comparison}', zh: '下降 {comparison}' },
  times: { en: 'times {comparison}', zh: '倍数 {comparison}' },
  average: { en: 'yearly {comparison}', zh: '年均 {comparison}' },
  rank: { en: 'place {comparison} in {benchmark}', zh: '{benchmark} 位次 {comparison}' },
  above: { en: 'above {benchmark} {comparison}', zh: '高于 {benchmark} {comparison}' },
  below: { en: 'below {benchmark} {comparison}', zh: '低于 {benchmark} {comparison}' },
});
