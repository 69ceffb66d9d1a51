import { sentences } from '../model/message.ts';

/** Words and sentences of `ptrack contributions`. */
export const CONTRIBUTIONS = sentences({
  title: {
    en: '{indicator}: what the growth of {whole} comes from · {period} against {base}',
    zh: '{indicator}：{whole}增长由谁拉动 · {period}，与{base}相比',
  },
  total: {
    en: '{now} {unit}, {before} {unit} a year before: {growth} %[change:, {change} points since {since}][published:; published growth {published} %]',
    zh: '{now} {unit}，上年同期 {before} {unit}：{growth} %[change:，比 {since} {change} 个百分点][published:；公布增速 {published} %]',
  },
  allFirms: { en: 'all firms', zh: '全部企业' },
  contributors: { en: 'The {count} largest contributors', zh: '贡献前 {count}' },
  drags: { en: 'The {count} largest drags', zh: '拖累前 {count}' },
  name: { en: 'Name', zh: '名称' },
  now: { en: 'Now, {unit}', zh: '本期（{unit}）' },
  before: { en: 'Year before', zh: '上年同期' },
  growth: { en: 'Growth', zh: '增速' },
  points: { en: 'Points', zh: '拉动（点）' },
  ofGrowth: { en: 'Of growth', zh: '贡献率' },
  change: { en: 'Since {since}', zh: '比 {since}' },
  entrant: { en: '(new)', zh: '（新增）' },
  exit: { en: '(gone)', zh: '（退出）' },
  sum: {
    en: 'The {count} parts bring {points} of {growth} points.',
    zh: '{count} 个部分合计拉动 {points} 个百分点，全局 {growth}。',
  },
  residual: {
    en: '{points} points are in no part (residual).',
    zh: '另有 {points} 个百分点不在各部分之内（余项）。',
  },
  comeAndGo: {
    en: '{entrants} new: {entered} points; {exits} gone: {left} points[comparable:; those there both years grew by {comparable} %].',
    zh: '新增 {entrants} 家，拉动 {entered} 个百分点；退出 {exits} 家，拉动 {left} 个百分点[comparable:；两年都在的增长 {comparable} %]。',
  },
  without: {
    en: 'Not known for both years, and so in no part: {names}[more:, and {more} more].',
    zh: '两年数据不全，未计入各部分：{names}[more: 等，另有 {more} 个]。',
  },
  withoutFirms: {
    en: 'Not known for both years, and so left out, neither new nor gone ({count}): {names}[more:, and {more} more].',
    zh: '有 {count} 家两年数据不全（本期或上年同期未报，或无法比较），既不计新增、退出，也不计入合计：{names}[more: 等，另有 {more} 家]。',
  },
});

/** What is wrong with a question to `ptrack contributions`, or with the files that should answer it. */
export const CONTRIBUTION_FINDINGS = sentences({
  'contributions/no-indicator': {
    en: 'no indicator is called “{name}”[nearest: (did you mean “{nearest}”?)]',
    zh: '指标目录中没有“{name}”[nearest:（是否指“{nearest}”？）]',
  },
  'contributions/no-amount': {
    en: '{indicator} is no amount, so that its parts add up to nothing[level:; ask for {level}]',
    zh: '{indicator} 不是总量指标，各部分不能相加[level:；请用 {level}]',
  },
  'contributions/no-region': {
    en: 'no region is called “{name}”[nearest: (did you mean “{nearest}”?)]',
    zh: '没有名为“{name}”的地区[nearest:（是否指“{nearest}”？）]',
  },
  'contributions/no-group': {
    en: '“{name}” is no group of regions; name it with --region to take apart the regions in it',
    zh: '“{name}”不是地区组；如要分解其下各地区，请用 --region',
  },
  'contributions/overlap': {
    en: '{inner}, in the group {group}, lies in {outer}, which is in it too: what lies in both would count twice; name a group without one of them',
    zh: '地区组 {group} 中，{inner} 在 {outer} 之内，会重复计算；请用不含其一的地区组',
  },
  'contributions/total-among': {
    en: '“{name}” has as much as all others together, both years: if it is a total, leave it out in the mapping (`regions: { {name}: skip }`)',
    zh: '“{name}”两年都等于其余各家之和：如是合计，请在映射中略去（`regions: { {name}: skip }`）',
  },
  'contributions/no-parts': {
    en: 'say which regions are the parts[name:: none lies in {name}]; --region REGION takes those that lie in it, --among GROUP its members, --from FILE firms',
    zh: '请指明各部分[name:：{name} 之下没有地区]；--region 取其下各地区，--among 取地区组成员，--from 取企业',
  },
  'contributions/no-figures': {
    en: '{indicator}[period: for {period}]: there are no figures of the whole and of a part for a span and for the same span a year before[without:; none of {without}][spans:; there are figures for {spans}][more: and {more} more]',
    zh: '{indicator}[period: {period}]：没有全局和部分的本期与上年同期数据[without:；{without} 无数据][spans:；已有数据的时期：{spans}][more: 等，另有 {more} 个]',
  },
  'contributions/no-base': {
    en: '{indicator}: the whole was not above 0 in {period}, so that there is no growth to take apart',
    zh: '{indicator}：{period} 全局数值不为正，没有增速可分解',
  },
  'contributions/mapping-alone': {
    en: '--mapping says how the file of --from is read; name one',
    zh: '--mapping 说明 --from 的文件如何读取，请指明文件',
  },
  'contributions/among-firms': {
    en: '--from and --among cannot be used together: the parts are firms or regions',
    zh: '--from 与 --among 不能同用：各部分或是企业，或是地区',
  },
  'contributions/two-values': {
    en: '{firm}, {indicator}, {period}: {newValue} counts instead of {oldValue}, which an earlier file gives',
    zh: '{firm} {indicator} {period}：以后一文件的 {newValue} 为准，不用前一文件的 {oldValue}',
  },
});
