import { sentences } from '../model/message.ts';

/** Words of `ptrack score`. */
export const SCORE = sentences({
  title: {
    en: '{title} ({id}) · {period}, as of {month}[interim: (interim)]',
    zh: '{title}（{id}） · {period}，截至 {month}[interim:（期中）]',
  },
  'role/lead': { en: 'Lead units', zh: '牵头单位' },
  'role/responsible': { en: 'Responsible units', zh: '责任单位' },
  'role/region': { en: 'Regions', zh: '地区' },
  rank: { en: '#', zh: '#' },
  name: { en: 'Name', zh: '名称' },
  score: { en: 'Score', zh: '得分' },
  earned: { en: 'Earned / full', zh: '已得 / 满分' },
  deducted: { en: 'Off', zh: '扣分' },
  counted: { en: 'Promises', zh: '计分项' },
  of: { en: '{counted} of {all}', zh: '{counted} / {all}' },
  nothing: { en: 'none', zh: '无' },
  nobody: { en: 'Nobody has a promise in this period.', zh: '本期没有可考核的单位。' },
  full: { en: 'Full', zh: '满分' },
  got: { en: 'Earned', zh: '得分' },
  origin: { en: 'Comes from', zh: '由来' },
  sum: {
    en: '{name} ({role}): {score} = {earned}[scale: ÷ {full} × {scale}][deducted: − {deducted}][off: (of {off}, capped)][floor:, but not below 0][cap:, but at most {cap}]',
    zh: '{name}（{role}）：{score} = {earned}[scale: ÷ {full} × {scale}][deducted: − {deducted}][off:（应扣 {off}，封顶）][floor:，不低于 0][cap:，不高于 {cap}]',
  },
  'sum/nothing': { en: '{name} ({role}): nothing was counted', zh: '{name}（{role}）：没有计分项' },
  shared: { en: '{name} ({id})', zh: '{name}（{id}）' },
  factor: { en: '{factor} ({of})', zh: '{factor}（{of}）' },
  planWeight: { en: 'weight in the plan', zh: '方案权重' },
  'kind/milestone': { en: 'milestone', zh: '节点' },
  'origin/status': { en: '{part} (status)[capped:, capped]', zh: '{part}（按状态）[capped:，封顶]' },
  'origin/completion': {
    en: '{part} ({done} done of {of} expected)[capped:, capped]',
    zh: '{part}（完成 {done}，应达 {of}）[capped:，封顶]',
  },
  'origin/parts': {
    en: '{part} (holds in {done} of {of})[capped:, capped]',
    zh: '{part}（{of} 项中 {done} 项达标）[capped:，封顶]',
  },
  'origin/no-measure': {
    en: '{part} (completion is not measured)[capped:, capped]',
    zh: '{part}（完成率无法计量）[capped:，封顶]',
  },
  'origin/left-out': { en: 'left out', zh: '不计分' },
  'for/missed': { en: 'missed', zh: '未完成' },
  'for/lagging': { en: 'lagging', zh: '滞后' },
  'for/no-data': { en: 'no data', zh: '缺数据' },
  'for/late': { en: 'late', zh: '迟完成' },
  'for/overdue': { en: 'overdue', zh: '逾期' },
});

/** What is wrong with a question to `ptrack score`. */
export const SCORE_FINDINGS = sentences({
  'score/no-scheme': {
    en: 'no scheme is called “{name}”[nearest: (did you mean “{nearest}”?)][known:; known are {known}]; a scheme is a YAML file that begins with “ptrack: scoring/v1”',
    zh: '没有考核办法“{name}”[nearest:（是否指“{nearest}”？）][known:；现有 {known}]；考核办法是以“ptrack: scoring/v1”开头的 YAML 文件',
  },
  'score/several': {
    en: 'several schemes are called “{name}”: {files}; name the file, or give them ids of their own',
    zh: '有多个考核办法叫“{name}”：{files}；请写文件名，或各用不同的 id',
  },
  'score/nobody': {
    en: 'the catalogue has no “{name}” to appraise[nearest: (did you mean “{nearest}”?)]',
    zh: '目录中没有可考核的“{name}”[nearest:（是否指“{nearest}”？）]',
  },
});
