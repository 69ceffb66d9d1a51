import type { Messages } from './message.ts';

/** What the rules on serving, dividing and judging by hand say; the key is the rule's id. */
export const CASCADE_RULES: Messages = {
  'serves/unknown': {
    en: 'there is no target “{name}” to serve[nearest: (did you mean “{nearest}”?)]; write plan/target',
    zh: '没有可支撑的目标“{name}”[nearest:（是否指“{nearest}”？）]；应写 方案/目标',
  },
  'serves/circle': {
    en: 'following serves from “{id}” leads back to it; take it away from one of them',
    zh: '从“{id}”沿 serves 上溯又回到自身，请去掉其中一处',
  },
  'serves/dimension': {
    en: '{indicator}, in “{unit}”, cannot be a part of {served}, which is in “{other}”',
    zh: '{indicator}（单位“{unit}”）不能支撑 {served}（单位“{other}”）',
  },
  'shares/unknown': {
    en: 'no region or organisation is called “{name}”[nearest: (did you mean “{nearest}”?)]; add it to the catalogue or correct the name',
    zh: '没有名为“{name}”的地区或单位[nearest:（是否指“{nearest}”？）]；请在目录中添加或更正名称',
  },
  'shares/ambiguous': {
    en: '“{name}” can mean any of {several}; write its code or id, or the name of the region it lies in before it',
    zh: '“{name}”可指 {several}；请写代码或 id，或在前面加上所属地区的名称',
  },
  'shares/twice': {
    en: '“{name}” is the same as “{first}”, which has its share already',
    zh: '“{name}”与“{first}”相同，后者已有份额',
  },
  'shares/whole': {
    en: '“{name}” is no part of {whole}, the region of the target, but all of it; name a region inside instead, or take the share away',
    zh: '“{name}”就是目标的地区“{whole}”，不是其中一部分；请改写为其内的地区，或去掉这一份额',
  },
  'shares/outside': {
    en: '“{name}” does not lie in {whole}, the region of the target[outside: (not in it: {outside})]; take the share away, or say in the catalogue where the region lies (parent)',
    zh: '“{name}”不在目标的地区“{whole}”内[outside:（成员 {outside} 不在其中）]；请去掉这一份额，或在地区目录中写明所属地区（parent）',
  },
  'shares/overlap': {
    en: '“{name}” overlaps “{first}”, which has its share already: what lies in both would be counted twice; divide among regions that lie apart',
    zh: '“{name}”与已有份额的“{first}”有重叠，会重复计算；请按互不重叠的地区分解',
  },
  'shares/no-value': {
    en: 'the target “{id}” has no value that could be divided; take shares away or state the value',
    zh: '目标“{id}”没有可分解的数值；请去掉 shares 或写明数值',
  },
  'shares/kind': {
    en: '“{share}” is no part of “{whole}”: one is in %, the other is not; write the share as the value is written',
    zh: '“{share}”不是“{whole}”的份额：一为百分数，一为数量；请按目标值的单位写',
  },
  scheme: {
    en: 'no plan is called “{name}”[nearest: (did you mean “{nearest}”?)]',
    zh: '没有方案“{name}”[nearest:（是否指“{nearest}”？）]',
  },
  'scheme/twin': {
    en: 'the scheme “{id}” stands in {file} too; give one of them another id',
    zh: '考核办法“{id}”与 {file} 中的重名，请改其一',
  },
  override: {
    en: 'the judgement by hand of “{id}” ({status}) ended on {until}, and today is {today}; take it away, or decide anew with a later date',
    zh: '“{id}”的人工判定（{status}）已于 {until} 到期，今天是 {today}；请撤销，或重新判定并写明新的期限',
  },
};
