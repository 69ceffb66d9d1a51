import { sentences } from '../model/message.ts';

/** Lines of `ptrack explain` on what a target is a part of, what it is divided into and who judged it by hand. */
export const EXPLAIN_PARTS = sentences({
  calculated: { en: 'Calculated', zh: '计算结果' },
  weight: { en: 'Weight', zh: '权重' },
  serves: { en: 'Serves', zh: '支撑' },
  shares: { en: 'Shares', zh: '分解' },
});

/** Words and sums of `ptrack cascade`. */
export const CASCADE = sentences({
  tree: { en: 'Target and its parts', zh: '目标与分解' },
  parts: { en: 'Of promise / of actual', zh: '占目标 / 占实际' },
  gap: { en: 'Gap / its part', zh: '差额 / 占缺口' },
  share: { en: 'its share', zh: '分解份额' },
  unjudged: { en: 'not measured', zh: '无单列数据' },
  apart: { en: 'not compared: {why}', zh: '不作比较：{why}' },
  'apart/indicator': { en: 'another indicator', zh: '指标不同' },
  'apart/window': { en: 'another window', zh: '期间不同' },
  'apart/form': { en: 'another kind of promise', zh: '形式不同' },
  'apart/baseline': { en: 'another baseline', zh: '基期不同' },
  'apart/region': { en: 'a region outside', zh: '不在该地区内' },
  'apart/unquantified': { en: 'no figure promised', zh: '没有数值' },
  promised: {
    en: 'The parts promise {parts} of {whole}[part: ({part})].',
    zh: '各部分承诺合计 {parts}，全局 {whole}[part:（{part}）]。',
  },
  reported: {
    en: '{period}: {count} part(s) reported {parts} of {whole}[part: ({part})].',
    zh: '{period}：{count} 个部分报告合计 {parts}，全局 {whole}[part:（{part}）]。',
  },
  behind: {
    en: 'Against what was expected by then the whole is at {gap}: {list}.',
    zh: '与当时应达相比，全局为 {gap}：{list}。',
  },
  gapOf: { en: '{name} {gap} ({part})', zh: '{name} {gap}（{part}）' },
  undivided: { en: 'expected of no part', zh: '未分解' },
  over: { en: 'expected of the parts beyond the whole', zh: '各部分应达超出全局' },
  elsewhere: {
    en: '[without:{without} and ]what no part reported',
    zh: '[without:{without}及]不在各部分报告中',
  },
  of: { en: '{name}: {said}', zh: '{name}：{said}' },
  alone: { en: 'No target serves it, and it is divided into no shares.', zh: '没有目标支撑它，也没有分解。' },
});

/** What a cascade finds: parts that do not make the whole, or promise less. */
export const CASCADE_FINDINGS = sentences({
  'cascade/milestone': {
    en: '{name} is a milestone: only targets, which have figures, are divided',
    zh: '{name} 是节点；只有带数值的目标才能分解',
  },
  'cascade/short': {
    en: 'the {count} parts of {whole} promise {parts} {unit}: {by} {unit} short of {value} {unit}',
    zh: '{whole} 的 {count} 个部分共承诺 {parts} {unit}，比 {value} {unit} 少 {by} {unit}',
  },
  'cascade/over': {
    en: 'the {count} parts of {whole} promise {parts} {unit}: {by} {unit} more than {value} {unit} (层层加码)',
    zh: '层层加码：{whole} 的 {count} 个部分共承诺 {parts} {unit}，比 {value} {unit} 多 {by} {unit}',
  },
  'cascade/loose': {
    en: 'the {count} parts of {whole} allow {parts} {unit}: {by} {unit} more than the ceiling of {value} {unit}',
    zh: '{whole} 的 {count} 个部分共允许 {parts} {unit}，比上限 {value} {unit} 多 {by} {unit}',
  },
  'cascade/tight': {
    en: 'the {count} parts of {whole} allow {parts} {unit}: {by} {unit} less than the ceiling of {value} {unit} (层层加码)',
    zh: '层层加码：{whole} 的 {count} 个部分共允许 {parts} {unit}，比上限 {value} {unit} 少 {by} {unit}',
  },
  'cascade/undivided': {
    en: 'the {count} known part(s) of {whole} come to {parts} of {value} {unit}; {by} {unit} are promised by none that is known',
    zh: '{whole} 已知的 {count} 个部分合计 {parts}，全局 {value} {unit}，尚有 {by} {unit} 未见分解',
  },
  'cascade/overlap': {
    en: 'the parts of {whole} are not added up: {one} and {other} would count twice what lies in both',
    zh: '{whole} 的各部分未作合计：{one} 与 {other} 有重叠，会重复计算',
  },
  'cascade/weaker': {
    en: '{part} promises {own}, which is weaker than the {asked} of {whole}',
    zh: '{part} 承诺 {own}，弱于 {whole} 的 {asked}',
  },
  'cascade/softer': {
    en: 'the promise of {part}[own: ({own})] is less strict than that of {whole}',
    zh: '{part} 的承诺[own:（{own}）]力度弱于 {whole}',
  },
  'cascade/reported': {
    en: 'the parts of {whole} report {parts} {unit} for {period}, the whole {value} {unit}: {by} {unit} apart',
    zh: '{whole} {period}：各部分报告合计 {parts} {unit}，全局为 {value} {unit}，相差 {by} {unit}',
  },
  'cascade/other-way': {
    en: 'it is not told which part explains what {whole} is behind: it goes its way by a pace, where {names} have to hold, or the other way round',
    zh: '不分解 {whole} 的差距：全局与 {names} 一方按进度推进、另一方自始应达，两者不可相加',
  },
  'cascade/unreported': {
    en: '{names}: no exact figure for {period}, the last span of the other parts of {whole}',
    zh: '{names} 没有 {period} 的确切数据（{whole} 其他部分的最近一期）',
  },
});

/** What promises say of each other, and of judgements by hand. */
export const PLAN_FINDINGS = sentences({
  'data/override-past': {
    en: 'the judgement of {target} by hand ({status}) held until {until}; the calculated status stands again',
    zh: '{target} 的人工判定（{status}）已于 {until} 到期，恢复计算结果',
  },
  'data/paired': {
    en: '{level} ({value}) and {growth} ({rate}) imply {implied} {unit} for {period}, but {observed} {unit} is observed: one of the promises or figures is wrong, or counted otherwise',
    zh: '{level}（{value}）与 {growth}（{rate}）推出 {period} 基数为 {implied} {unit}，而实际为 {observed} {unit}：其中之一有误，或口径不同',
  },
});
