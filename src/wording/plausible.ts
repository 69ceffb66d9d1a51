import { sentences } from '../model/message.ts';
/** What is said of figures that no office would mean, by code. `others` are more places of it, `more` how many beyond. */
export const PLAUSIBLE = sentences({
  'data/leap': {
    en: '{indicator} of {region} is {value} for {period} ({cell}), [times:{times} times][part:1/{part} of] {other} for {otherPeriod} ({otherCell})[monthly:, month for month]: is the unit right? If the series breaks there, give the figure the status `break`[others:; the same for {others}][more: and {more} more]',
    zh: '{region} {indicator} {period} 为 {value}（{cell}），是 {otherPeriod} 的 {other}（{otherCell}）的[times: {times} 倍][part: 1/{part}][monthly:（按月均计）]；请核对单位，如口径有变，请将数据状态标为 break[others:；{others} ][more:等][others:同样如此][more:，另有 {more} 处]',
  },
  'data/rate-leap': {
    en: '{indicator} of {region} is {value} for {period} ({cell}), far from the others around it, such as {other} for {otherPeriod} ({otherCell}): has a decimal point or a % been lost?[others:; the same for {others}][more: and {more} more]',
    zh: '{region} {indicator} {period} 为 {value}（{cell}），与前后各期相差悬殊，如 {otherPeriod} 的 {other}（{otherCell}）；请核对小数点和百分号[others:；{others} ][more:等][others:同样如此][more:，另有 {more} 处]',
  },
  'data/fell': {
    en: '{indicator} of {region} is {value} for {period} ({cell}), less than {before} for {beforePeriod} ({beforeCell}); a running total does not fall, unless the catalogue says `can_fall`[others:; the same for {others}][more: and {more} more]',
    zh: '{region} {indicator} {period} 为 {value}（{cell}），低于 {beforePeriod} 的 {before}（{beforeCell}）；年内累计值不应下降，确可下降的指标请在目录中写 can_fall[others:；{others} ][more:等][others:同样如此][more:，另有 {more} 处]',
  },
  'data/span-differs': {
    en: '{indicator} of {region} is {value} for {period} ({cell}), {by} off the running totals around it, {until} for {untilPeriod} ({untilCell}) less {before} for {beforePeriod} ({beforeCell}), which is more than rounding: has one of them been revised?[others:; the same for {others}][more: and {more} more]',
    zh: '{region} {indicator} {period} 为 {value}（{cell}），与前后累计值之差不符：{untilPeriod} {until}（{untilCell}）减 {beforePeriod} {before}（{beforeCell}），相差 {by}，超出进位误差；其中是否有修订？[others:；{others} ][more:等][others:同样如此][more:，另有 {more} 处]',
  },
  'data/growth-far': {
    en: '{indicator} of {region} is {value} for {period} ({cell}), but {level} of {now} ({nowCell}) against {base} for {basePeriod} ({baseCell}) makes {derived}; prices and samples do not explain so much: is a unit, a span or a row mistaken?[others:; the same for {others}][more: and {more} more]',
    zh: '{region} {indicator} {period} 为 {value}（{cell}），但 {level} {now}（{nowCell}）比 {basePeriod} 的 {base}（{baseCell}）为 {derived}；价格和样本变动难以解释，请核对单位、时期和行列[others:；{others} ][more:等][others:同样如此][more:，另有 {more} 处]',
  },
  'data/not-a-part': {
    en: '{indicator} of {region} is {value} for {period} ({cell}), [below:less than 0][above:more than 100 %], which is no share; what can be, has the kind `ratio`[above:, or `accumulates` where it completes a plan][others:; the same for {others}][more: and {more} more]',
    zh: '{region} {indicator} {period} 为 {value}（{cell}），[below:低于 0][above:超过 100%]，不是比重；确可如此的指标 kind 应为 ratio[above:，计划完成率可写 accumulates][others:；{others} ][more:等][others:同样如此][more:，另有 {more} 处]',
  },
  'data/sum-differs': {
    en: '{indicator} of {region} is {value} for {period} ({cell}), but its parts add up to {sum}, {by} apart, which is more than rounding: {parts}[unlisted: and {unlisted} more][others:; the same for {others}][more: and {more} more]',
    zh: '{region} {indicator} {period} 为 {value}（{cell}），但各组成部分合计为 {sum}，相差 {by}，超出进位误差：{parts}[unlisted: 等，另有 {unlisted} 个地区][others:；{others} ][more:等][others:同样如此][more:，另有 {more} 处]',
  },
});
