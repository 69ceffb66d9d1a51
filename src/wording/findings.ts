import { INGEST } from './ingest.ts';
import type { Messages } from './message.ts';

/** What is said of files, formats and values. */
const FILES: Messages = {
  'file/no-folder': { en: '“{path}” is not a folder', zh: '“{path}”不是文件夹' },
  'file/missing': { en: 'there is no file “{path}”', zh: '找不到文件“{path}”' },
  'file/is-folder': {
    en: '“{path}” is a folder; name the files in it',
    zh: '“{path}”是文件夹，请指明其中的文件',
  },
  'file/unreadable': { en: '“{path}” cannot be read ({code})', zh: '“{path}”无法读取（{code}）' },
  'file/unwritable': {
    en: '“{path}” cannot be written ({code}); nothing was written',
    zh: '“{path}”无法写入（{code}），未写入任何内容',
  },
  'file/none-matched': {
    en: 'no plan found[where: in {where}]; a plan is a YAML file that begins with “ptrack: plan/v1”',
    zh: '[where:在 {where} 中]找不到方案；方案是以“ptrack: plan/v1”开头的 YAML 文件',
  },
  'file/no-plan': {
    en: 'no plan is called “{name}”[nearest: (did you mean “{nearest}”?)][known: (plans here: {known})]',
    zh: '没有名为“{name}”的方案[nearest:（是否指“{nearest}”？）][known:（现有方案：{known}）]',
  },
  'file/no-target': {
    en: 'no target or milestone has the address “{name}”[nearest: (did you mean “{nearest}”?)]; ptrack targets lists them all',
    zh: '没有地址为“{name}”的目标或节点[nearest:（是否指“{nearest}”？）]；可用 ptrack targets 查看全部',
  },
  'file/no-organisation': {
    en: 'no organisation is called “{name}”[nearest: (did you mean “{nearest}”?)]',
    zh: '没有名为“{name}”的单位[nearest:（是否指“{nearest}”？）]',
  },
  'file/no-kind': {
    en: 'this file does not say what it is; it should begin with “ptrack: ” and one of {known}',
    zh: '文件没有说明类型；应以“ptrack: ”开头，后接 {known} 之一',
  },
  'file/unknown-kind': {
    en: '“{found}” is no kind of file[nearest: (did you mean “{nearest}”?)]; known are {known}',
    zh: '未知的文件类型“{found}”[nearest:（是否指“{nearest}”？）]；已知类型：{known}',
  },
  'yaml/encoding': {
    en: 'this file is not UTF-8 text; save it as UTF-8',
    zh: '文件不是 UTF-8 文本，请另存为 UTF-8',
  },
  'yaml/empty': { en: 'this file is empty', zh: '文件是空的' },
  'yaml/syntax': { en: 'this is not valid YAML: {problem}', zh: 'YAML 语法错误：{problem}' },
  'schema/unknown-key': {
    en: 'the key “{key}” is not known here[nearest: (did you mean “{nearest}”?)][known:; allowed are {known}]',
    zh: '此处没有“{key}”这个键[nearest:（是否指“{nearest}”？）][known:；可用的键：{known}]',
  },
  'schema/missing-key': { en: 'the key “{key}” is missing; add it', zh: '缺少“{key}”，请补上' },
  'schema/not-allowed': {
    en: '“{found}” is not allowed here[nearest: (did you mean “{nearest}”?)]; allowed are {allowed}',
    zh: '此处不能写“{found}”[nearest:（是否指“{nearest}”？）]；可写：{allowed}',
  },
  'schema/not-text': {
    en: 'found {found}, but this should be text[description:: {description}]',
    zh: '此处是 {found}，应为文本[description:：{description}]',
  },
  'schema/not-list': {
    en: 'found {found}, but this should be a list[description:: {description}]',
    zh: '此处是 {found}，应为列表[description:：{description}]',
  },
  'schema/not-map': {
    en: 'found {found}, but this should be keys with values[description:: {description}]',
    zh: '此处是 {found}，应为键和值[description:：{description}]',
  },
  'schema/pattern': {
    en: '“{found}” does not fit here[description:; expected: {description}]',
    zh: '“{found}”不符合格式[description:，应为：{description}]',
  },
  'schema/empty': {
    en: 'this is empty[description:; expected: {description}]',
    zh: '此处为空[description:，应为：{description}]',
  },
  'schema/too-many': {
    en: 'this holds more than is allowed[description:; expected: {description}]',
    zh: '此处内容过多[description:，应为：{description}]',
  },
  'schema/other': { en: 'this does not fit its schema: {problem}', zh: '不符合格式要求：{problem}' },
  'value/period': {
    en: '“{found}” is no period; write 2024, 2024-05, 2024-Q2, 2024-S1, 2021/2025 or 2024-01/2024-05',
    zh: '“{found}”不是时期；可写 2024、2024-05、2024-Q2、2024-S1、2021/2025 或 2024-01/2024-05',
  },
  'value/date': {
    en: '“{found}” is no date; write 2024-06-30, or a period whose last day is meant (2024-06)',
    zh: '“{found}”不是日期；可写 2024-06-30，或写时期（2024-06）表示其最后一天',
  },
  'value/not-a-number': {
    en: '“{found}” does not begin with a number; write a figure and its unit, like 8500 家 or 6.5 %',
    zh: '“{found}”开头不是数；应写数值和单位，如 8500 家、6.5 %',
  },
  'value/unknown-unit': {
    en: 'the unit “{unit}” in “{found}” is not known; correct it, or add it under units or nouns in ptrack.yaml',
    zh: '“{found}”中的单位“{unit}”未知；请更正，或在 ptrack.yaml 的 units、nouns 中添加',
  },
  'value/range': {
    en: '“{found}” is no range; write two figures and a unit, like 3..5 百分点',
    zh: '“{found}”不是区间；应写两个数和单位，如 3..5 百分点',
  },
  'value/range-backwards': {
    en: 'the range “{found}” runs backwards; write the smaller figure first',
    zh: '区间“{found}”前大后小，请把较小的数写在前面',
  },
  'indicator/no-unit': {
    en: 'the indicator “{id}” has no unit; only a rank needs none',
    zh: '指标“{id}”没有单位；只有位次可以不写单位',
  },
  'indicator/half-derivation': {
    en: 'this indicator has only a {has}; a numerator and a denominator belong together',
    zh: '指标只有 {has}；分子 numerator 与分母 denominator 须同时给出',
  },
  'indicator/cannot-derive': {
    en: 'a {kind} cannot be derived from what is given: a rank needs of and among, a gap of and against',
    zh: '{kind} 无法据此推算：位次须有 of 和 among，差值须有 of 和 against',
  },
  'duplicate/indicator': {
    en: 'the indicator “{id}” is already in {file}; every indicator stands once',
    zh: '指标“{id}”已在 {file} 中，每个指标只写一次',
  },
  'duplicate/region': {
    en: 'the region “{id}” is already in {file}; every region stands once',
    zh: '地区“{id}”已在 {file} 中，每个地区只写一次',
  },
  'duplicate/organisation': {
    en: 'the organisation “{id}” is already in {file}; every organisation stands once',
    zh: '单位“{id}”已在 {file} 中，每个单位只写一次',
  },
};

/** What the validation rules say; the key is the rule's id. */
const RULES: Messages = {
  'unknown-indicator': {
    en: 'no indicator is called “{name}”[nearest: (did you mean “{nearest}”?)]; add it to the catalogue or correct the name',
    zh: '指标目录中没有“{name}”[nearest:（是否指“{nearest}”？）]；请在目录中添加或更正名称',
  },
  'unknown-indicator/missing': {
    en: 'the target “{id}” names no indicator; add indicator:',
    zh: '目标“{id}”没有指标，请补上 indicator:',
  },
  'unknown-organisation': {
    en: 'no organisation is called “{name}”[nearest: (did you mean “{nearest}”?)]; add it to the organisations or correct the name',
    zh: '没有名为“{name}”的单位[nearest:（是否指“{nearest}”？）]；请在单位目录中添加或更正名称',
  },
  'unknown-organisation/elsewhere': {
    en: '“{name}” belongs to {elsewhere}, not to the region of this plan or one above it',
    zh: '“{name}”属于 {elsewhere}，不属于本方案的地区或其上级',
  },
  'unknown-region': {
    en: 'no region is called “{name}”[nearest: (did you mean “{nearest}”?)]; add it to the regions or correct the name',
    zh: '没有名为“{name}”的地区[nearest:（是否指“{nearest}”？）]；请在地区目录中添加或更正名称',
  },
  'unknown-region/missing': {
    en: 'the target “{id}” has no region; give the plan one',
    zh: '目标“{id}”没有地区，请给方案加上 region:',
  },
  'unknown-target': {
    en: 'this plan has no target “{name}”[nearest: (did you mean “{nearest}”?)]',
    zh: '本方案没有目标“{name}”[nearest:（是否指“{nearest}”？）]',
  },
  'unknown-target/circle': {
    en: 'following same_as from “{id}” leads back to it; one of them must state the promise itself',
    zh: '“{id}”的 same_as 互相循环；其中一个须写明承诺本身',
  },
  'unknown-milestone': {
    en: 'there is no milestone “{name}”[nearest: (did you mean “{nearest}”?)]',
    zh: '没有节点“{name}”[nearest:（是否指“{nearest}”？）]',
  },
  'unknown-milestone/future': {
    en: 'reported on {on} as done on {done}, which is later; correct one of the dates',
    zh: '{on} 的报告称 {done} 完成，完成日期晚于报告日期，请更正',
  },
  'unit-mismatch': {
    en: '“{value}” cannot measure {indicator}, which is in “{unit}”[hint:; its growth in % is the indicator {hint}]',
    zh: '“{value}”不能度量 {indicator}（单位为“{unit}”）[hint:；其增速（%）是指标 {hint}]',
  },
  'unit-mismatch/points': {
    en: '“{value}”: {indicator} is in “{unit}”, so a change of it is in percentage points (百分点), or relative: true',
    zh: '“{value}”：{indicator} 的单位是“{unit}”，其升降应以百分点计，或写 relative: true',
  },
  'unit-mismatch/relative': {
    en: '“{value}”: a relative change is in %',
    zh: '“{value}”：相对变化（relative）应以 % 计',
  },
  'unit-mismatch/times': {
    en: '“{value}”: times takes a bare number or 倍, like 1.2 倍',
    zh: '“{value}”：times 应写数或倍数，如 1.2 倍',
  },
  'unit-mismatch/average': {
    en: '“{value}”: mean yearly growth is in %',
    zh: '“{value}”：年均增长应以 % 计',
  },
  'unit-mismatch/rank': {
    en: '“{value}”: a place is a bare number, or in 位 or 名',
    zh: '“{value}”：位次应写数，或以“位”“名”为单位',
  },
  'unit-mismatch/tolerance': {
    en: 'the tolerance “{value}” does not go with a value in “{unit}”',
    zh: '允差“{value}”与以“{unit}”计的目标值不相配',
  },
  'incomplete-form/none': {
    en: 'the target “{id}” has no form; say at_least, at_most, about, rise … or unquantified',
    zh: '目标“{id}”没有写明形式；应写 at_least、at_most、about、rise……或 unquantified',
  },
  'incomplete-form/several': {
    en: 'the target “{id}” has several forms ({forms}); write a target for each',
    zh: '目标“{id}”有多个形式（{forms}），请分别写成目标',
  },
  'incomplete-form/average': {
    en: 'mean yearly growth needs a baseline; add baseline: with its period',
    zh: '年均增长须有基期，请补上 baseline: 及其 period',
  },
  'incomplete-form/group': {
    en: '“{region}” is one region; a group with members is needed here',
    zh: '“{region}”是单个地区，此处须为有成员的地区组',
  },
  'incomplete-form/group-without-each': {
    en: 'the region of “{id}”, {region}, is a group; add each: region',
    zh: '目标“{id}”的地区“{region}”是地区组，请补上 each: region',
  },
  'incomplete-form/baseline': {
    en: 'the baseline needs a period, and its value if the plan states one',
    zh: '基期须写明 period；方案给出数值的，一并写 value',
  },
  'incomplete-form/baseline-target': {
    en: 'only times can take another target as its baseline',
    zh: '只有 times 可以用另一目标作基数',
  },
  'incomplete-form/steps': { en: 'pace: steps needs steps:', zh: 'pace: steps 须同时写 steps:' },
  'incomplete-form/linear': {
    en: 'pace: linear needs a baseline with its value, except for flows and shares that accumulate',
    zh: 'pace: linear 须有写明数值的基期；流量和累积型比率除外',
  },
  'incomplete-form/linear-kind': {
    en: 'a {kind} does not move along a line; leave pace: linear out',
    zh: '{kind} 不随时间线性推进，请去掉 pace: linear',
  },
  'incomplete-form/stretch': {
    en: 'a target without a figure cannot have a stretch',
    zh: '没有数值的目标不能有力争值（stretch）',
  },
  'duplicate-id': {
    en: 'the id “{id}” is already used in this plan, by “{twin}”; goals, targets and milestones share one space of ids',
    zh: '本方案中“{twin}”已用 id“{id}”；任务、目标、节点共用一个 id 空间',
  },
  'duplicate-id/plan': {
    en: 'the plan id “{id}” is already used in {file}',
    zh: '方案 id“{id}”已在 {file} 中使用',
  },
  'due-outside-window': {
    en: 'due {due} lies outside the window {window} (to {end}); correct one of them',
    zh: '完成时限 {due} 在窗口 {window}（至 {end}）之外，请更正',
  },
  'due-outside-window/step': {
    en: 'the checkpoint {step} lies outside the window {window}',
    zh: '节点 {step} 在窗口 {window} 之外',
  },
  'empty-plan': {
    en: 'the plan “{id}” has no targets and no milestones',
    zh: '方案“{id}”没有目标也没有节点',
  },
  derivation: {
    en: '{key}: “{name}” is not in the catalogue[nearest: (did you mean “{nearest}”?)]',
    zh: '{key}：目录中没有“{name}”[nearest:（是否指“{nearest}”？）]',
  },
  'derivation/circle': {
    en: 'deriving “{id}” would need “{id}” itself',
    zh: '“{id}”的推算循环引用自身',
  },
  'ambiguous-name': {
    en: 'the label “{name}” means both {a} and {b}, in the same kind of unit; an export could mean either',
    zh: '名称“{name}”同时指 {a} 和 {b}，且单位同类，数据表中无法区分',
  },
  'count-noun': {
    en: '{indicator} is counted in {own}; “{noun}” is taken as the same',
    zh: '{indicator} 的计量单位是“{own}”，此处“{noun}”按相同单位处理',
  },
  'data/disagree': {
    en: '{indicator} of {region}, {period}: published {published} {unit}, but its sources give {derived} {unit} (cell {cell})',
    zh: '{region} {indicator} {period}：公布值 {published} {unit}，据来源推算为 {derived} {unit}（单元格 {cell}）',
  },
  'data/revised': {
    en: '{indicator} of {region}, {period}: {newValue} stands instead of {oldValue}',
    zh: '{region} {indicator} {period}：{newValue} 取代 {oldValue}',
  },
};

const USAGE: Messages = {
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
};

export const FINDINGS: Messages = { ...FILES, ...RULES, ...USAGE, ...INGEST };
