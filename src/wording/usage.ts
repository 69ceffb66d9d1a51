import { sentences } from '../model/message.ts';

/** What is said of command lines, and of faults of the program itself. */
export const USAGE = sentences({
  'usage/unknown-command': {
    en: 'there is no command “{name}”[nearest: (did you mean “{nearest}”?)]; see ptrack --help',
    zh: '没有命令“{name}”[nearest:（是否指“{nearest}”？）]；见 ptrack --help',
  },
  'usage/unknown-option': {
    en: 'there is no option “{name}”[nearest: (did you mean “{nearest}”?)]; see ptrack {command} --help',
    zh: '没有选项“{name}”[nearest:（是否指“{nearest}”？）]；见 ptrack {command} --help',
  },
  'usage/missing-argument': {
    en: 'something is missing: {name}; see ptrack {command} --help',
    zh: '缺少参数：{name}；见 ptrack {command} --help',
  },
  'usage/option-value': { en: 'the option {name} needs a value', zh: '选项 {name} 须有值' },
  'usage/two-outputs': {
    en: 'two formats would be mixed on standard output; send one of them into a file: --format NAME=FILE',
    zh: '两种格式会在标准输出中混在一起；请将其一写入文件：--format NAME=FILE',
  },
  'usage/excess': { en: 'too many arguments: {names}', zh: '参数过多：{names}' },
  'usage/choice': {
    en: '“{found}” is not allowed for {option}[nearest: (did you mean “{nearest}”?)]; allowed are {allowed}',
    zh: '{option} 不能写“{found}”[nearest:（是否指“{nearest}”？）]；可写：{allowed}',
  },
  'usage/as-of': {
    en: '“{found}” is no month for --as-of; write 2024-05, any period (its last month is meant), or today',
    zh: '--as-of 的“{found}”不是月份；可写 2024-05、任一时期（取其最后一月）或 today',
  },
  'usage/date': {
    en: '“{found}” is no date for {option}; write 2024-06-30',
    zh: '{option} 的“{found}”不是日期；应写 2024-06-30',
  },
  'usage/number': {
    en: '“{found}” is no number for {option}; write a whole number from 1 on',
    zh: '{option} 的“{found}”不是数；应写 1 以上的整数',
  },
  'usage/period': {
    en: '“{found}” is no period for {option}; write 2024, 2024-05, 2024-Q2, 2024-S1 or 2024-01/2024-05',
    zh: '{option} 的“{found}”不是时期；可写 2024、2024-05、2024-Q2、2024-S1 或 2024-01/2024-05',
  },
  'ingest/several-mappings': {
    en: 'several mappings read “{name}”: {mappings}; name one with --mapping',
    zh: '有多个映射适用于“{name}”：{mappings}；请用 --mapping 指定其一',
  },
  'ingest/not-a-mapping': {
    en: 'this is not a sound mapping file (ptrack: mapping/v1); ptrack validate says more',
    zh: '不是可用的映射文件（ptrack: mapping/v1），详见 ptrack validate',
  },
  'usage/other': { en: '{problem}', zh: '{problem}' },
  'internal/fault': {
    en: 'ptrack itself has failed: {problem}. Please report it with the command you ran at {url}. PTRACK_DEBUG=1 shows where it happened',
    zh: 'ptrack 程序出错：{problem}。请将所用命令一并报告到 {url}。设置 PTRACK_DEBUG=1 可显示出错位置',
  },
});
