import { type Message, sentences } from '../model/message.ts';
import type { Mark } from '../model/verdict.ts';

/** Why there is no verdict where a break in the series lies in the way. */
export const PACE_REASONS = sentences({
  'across-break': {
    en: 'a break in the series ({month}) lies between the baseline and the figure: they are not compared',
    zh: '基期与本期之间统计口径有变化（{month}），不作比较',
  },
  broken: {
    en: 'a break in the series ({month}) keeps the figure from being added up or derived',
    zh: '统计口径有变化（{month}），不能加总或推算',
  },
});

/** Marks that come of the way a figure is judged. */
export const PACE_MARKS: Readonly<Record<'at-risk' | 'break' | 'short-history', Message>> = {
  'at-risk': { en: 'at risk', zh: '有超限风险' },
  break: { en: 'break in series', zh: '口径变化' },
  'short-history': { en: 'short history', zh: '历史不足' },
} satisfies Partial<Record<Mark, Message>>;

/** What is still needed: sentences of `explain`, and the lines of the column in `check`. */
export const NEEDED = sentences({
  month: { en: '{months} month', zh: '{months} 个月' },
  months: { en: '{months} months', zh: '{months} 个月' },
  year: { en: '{years} year', zh: '{years} 年' },
  years: { en: '{years} years', zh: '{years} 年' },
  remainder: {
    en: '{amount} in all[aim: (to {aim})], {perMonth} a month for the {months} left[yearBefore:; the same months brought {yearBefore} a year before]',
    zh: '共 {amount}[aim:（全期应达 {aim}）]，剩余 {months}每月 {perMonth}[yearBefore:；上年同期这几个月为 {yearBefore}]',
  },
  headroom: {
    en: '{amount} of headroom[aim: (up to {aim})], {perMonth} a month for the {months} left[yearBefore:; the same months used {yearBefore} a year before][usedUp:; at the present rate used up in {usedUp}]',
    zh: '尚余 {amount}[aim:（全期上限 {aim}）]，剩余 {months}每月至多 {perMonth}[yearBefore:；上年同期这几个月用了 {yearBefore}][usedUp:；按目前速度 {usedUp} 用完]',
  },
  growth: {
    en: 'growth of {amount} over the {months} left[weight: (the months before were {weight} of last year’s level)][assumed: (assuming that the months weigh the same)]',
    zh: '剩余 {months}须增长 {amount}[weight:（已过各月占上年 {weight}）][assumed:（假定各月权重相同）]',
  },
  'growth/most': {
    en: 'growth of at most {amount} over the {months} left[weight: (the months before were {weight} of last year’s level)][assumed: (assuming that the months weigh the same)]',
    zh: '剩余 {months}增幅须不超过 {amount}[weight:（已过各月占上年 {weight}）][assumed:（假定各月权重相同）]',
  },
  change: {
    en: '{amount}[atMost: down] in all[aim: (to {aim})][perMonth:, {perMonth} a month for the {months} left][perYear:, {perYear} a year for the {months} left][yearBefore:; over the same months it moved {yearBefore} a year before]',
    zh: '共须[atMost:再降] {amount}[aim:（全期应达 {aim}）][perMonth:，剩余 {months}每月 {perMonth}][perYear:，剩余 {months}每年 {perYear}][yearBefore:；上年同期这几个月变动 {yearBefore}]',
  },
  places: { en: '{amount} to gain', zh: '还须前移 {amount}' },
  yearly: {
    en: '[atMost:at most ]{amount} a year for the {months} left',
    zh: '剩余 {months}年均[atMost:至多] {amount}',
  },
  margin: { en: 'nothing more; {amount} to spare', zh: '已达到，余量 {amount}' },
  'need/year-before': {
    en: '{times} times what the same months brought a year before',
    zh: '为上年同期的 {times} 倍',
  },
  'need/so-far': { en: '{times} times the rate so far', zh: '为迄今速度的 {times} 倍' },
  'headroom/year-before': {
    en: 'the same months used {times} times as much a year before',
    zh: '上年同期用量为余额的 {times} 倍',
  },
  'headroom/so-far': {
    en: 'at the rate so far {times} times as much would be used',
    zh: '按迄今速度将用余额的 {times} 倍',
  },
  'nothing/year-before': {
    en: 'the same months brought nothing of it a year before',
    zh: '上年同期毫无进展',
  },
  'nothing/so-far': { en: 'nothing of it was brought so far', zh: '迄今毫无进展' },
  reached: {
    en: 'reached in {reached} of the last {of} known spans of {months}',
    zh: '以往已知的 {of} 段（各 {months}）中有 {reached} 段达到',
  },
  kept: {
    en: 'kept in {reached} of the last {of} known spans of {months}',
    zh: '以往已知的 {of} 段（各 {months}）中有 {reached} 段未超出',
  },
  'cell/remainder': { en: '{perMonth} a month', zh: '每月 {perMonth}' },
  'cell/headroom/year-before': { en: 'last year {times} ×', zh: '上年用余额 {times} 倍' },
  'cell/headroom/so-far': { en: 'would use {times} ×', zh: '将用余额 {times} 倍' },
  'cell/headroom': { en: '{amount} left', zh: '余 {amount}' },
  'cell/growth': { en: '[atMost:≤ ]{amount} growth', zh: '须增[atMost: ≤] {amount}' },
  'cell/assumed': { en: 'months alike', zh: '假定各月同权' },
  'cell/change': { en: '{amount}[atMost: down]', zh: '须[atMost:降] {amount}' },
  'cell/perMonth': { en: '{perMonth} a month', zh: '每月 {perMonth}' },
  'cell/perYear': { en: '{perYear} a year', zh: '每年 {perYear}' },
  'cell/places': { en: '{amount}', zh: '前移 {amount}' },
  'cell/yearly': { en: '[atMost:≤ ]{amount} a year', zh: '年均[atMost: ≤] {amount}' },
  'cell/margin': { en: '{amount} to spare', zh: '余量 {amount}' },
  'cell/usedUp': { en: 'used up {month}', zh: '{month}用完' },
  'cell/year-before': { en: '{times} × last year', zh: '上年同期 {times} 倍' },
  'cell/so-far': { en: '{times} × so far', zh: '迄今速度 {times} 倍' },
  'cell/history': { en: '{reached} of {of} before', zh: '以往 {reached}/{of}' },
});

/** What `explain` says of a pace. */
export const PACE_EXPLAIN = sentences({
  'pace/seasonal': { en: 'by the season', zh: '按季节' },
  'pace/geometric': { en: 'at a constant rate of growth', zh: '按年均增速' },
  seasons: { en: 'mean of {list}', zh: '{list} 的平均' },
  'seasons/part': { en: '{period}: {part}', zh: '{period} 为 {part}' },
  'seasons/none': { en: 'no complete year before: the part of the time', zh: '以前没有完整年份，按时间进度' },
  'steps/between': { en: '{before}, {after}', zh: '{before}，{after}' },
  'steps/point': { en: '{part} by {month}', zh: '{month} {part}' },
  'steps/first': { en: 'nothing before the first', zh: '首个分期目标前不要求' },
  'gap/ahead': { en: '{points} percentage points ahead', zh: '快于进度 {points} 个百分点' },
  'gap/behind': { en: '{points} percentage points behind', zh: '慢于进度 {points} 个百分点' },
  'gap/over': { en: '{points} percentage points over', zh: '比进度多用 {points} 个百分点' },
  'gap/under': { en: '{points} percentage points under', zh: '比进度少用 {points} 个百分点' },
  'gap/onPace': { en: 'on pace', zh: '与进度持平' },
  hard: { en: 'How hard', zh: '难度' },
  fromRegions: { en: 'sum over its regions', zh: '各地区合计' },
  fromMean: { en: 'average of its regions', zh: '各地区平均' },
  labelled: { en: '{label}: {figure}', zh: '{label}：{figure}' },
});
