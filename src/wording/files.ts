import { sentences } from '../model/message.ts';

/** What is said of files, formats and values. */
export const FILES = sentences({
  'file/no-folder': { en: '“{path}” is not a folder', zh: '“{path}”不是文件夹' },
  'file/missing': { en: 'there is no file “{path}”', zh: '找不到文件“{path}”' },
  'file/is-folder': {
    en: '“{path}” is a folder; name the files in it',
    zh: '“{path}”是文件夹，请指明其中的文件',
  },
  'file/unreadable': { en: '“{path}” cannot be read ({code})', zh: '“{path}”无法读取（{code}）' },
  'file/not-a-file': {
    en: '“{path}” is a pipe or a device, not a regular file (an export can also come through standard input: ptrack ingest -)',
    zh: '“{path}”是管道或设备，不是普通文件（数据表也可由标准输入读入：ptrack ingest -）',
  },
  'file/folder-gone': {
    en: 'the current folder no longer exists; change to the project’s folder, or name it with -C',
    zh: '当前文件夹已不存在；请进入项目文件夹，或用 -C 指定',
  },
  'file/unwritable': {
    en: '“{path}” cannot be written ({code}); it was left as it was',
    zh: '“{path}”无法写入（{code}），文件保持原样',
  },
  'file/locked': {
    en: 'another run has been writing “{path}” for minutes; if none is, remove {lock}',
    zh: '另一次运行已占用“{path}”数分钟；若并无其他运行，请删除 {lock}',
  },
  'file/changed': {
    en: '“{path}” was changed by something else meanwhile; it was left as it is, run this again',
    zh: '“{path}”同时被其他程序改动，未写入；请重新运行',
  },
  'file/no-parent': {
    en: '“{path}” cannot be written: its folder does not exist; make the folder first',
    zh: '“{path}”无法写入：所在文件夹不存在，请先建立该文件夹',
  },
  'file/not-checked': {
    en: '“{path}” is neither a YAML file nor a batch of this project; validate reads those (an export is read by ptrack ingest)',
    zh: '“{path}”既不是 YAML 文件，也不是本项目的数据批次；validate 只检查这些（数据表用 ptrack ingest 读入）',
  },
  'project/unknown-rule': {
    en: 'no rule is called “{name}”[nearest: (did you mean “{nearest}”?)]; known are {known}',
    zh: '没有名为“{name}”的规则[nearest:（是否指“{nearest}”？）]；已知规则：{known}',
  },
  'file/none-matched': {
    en: 'no plan found[where: in {where}]; a plan is a YAML file that begins with “ptrack: plan/v1”. Run ptrack in the project’s folder, or name it with -C',
    zh: '[where:在 {where} 中]找不到方案；方案是以“ptrack: plan/v1”开头的 YAML 文件。请在项目文件夹中运行，或用 -C 指定',
  },
  'file/no-plan': {
    en: 'no plan is called “{name}”[nearest: (did you mean “{nearest}”?)][known: (plans here: {known})]',
    zh: '没有名为“{name}”的方案[nearest:（是否指“{nearest}”？）][known:（现有方案：{known}）]',
  },
  'file/target-not-plan': {
    en: '“{name}” is the address of a target or milestone, and a plan is asked for here: write {plan}; ptrack explain {name} shows that one alone',
    zh: '“{name}”是目标或节点的地址，此处应写方案：{plan}；单独一项请用 ptrack explain {name} 查看',
  },
  'file/target-unsound': {
    en: '“{name}” stands in a plan with faults, and is not judged until they are mended; ptrack validate {file} shows them',
    zh: '“{name}”所在的方案有错误，更正后才能判断；可用 ptrack validate {file} 查看',
  },
  'file/several-targets': {
    en: '“{name}” can mean any of {several}; name one of them',
    zh: '“{name}”可指 {several}；请指明其一',
  },
  'file/no-target': {
    en: 'no target or milestone has the address “{name}”[nearest: (did you mean “{nearest}”?)]; ptrack targets lists them all',
    zh: '没有地址为“{name}”的目标或节点[nearest:（是否指“{nearest}”？）]；可用 ptrack targets 查看全部',
  },
  'file/no-share': {
    en: 'no share has the address “{name}”[nearest: (did you mean “{nearest}”?)][known:; there are {known}]',
    zh: '没有地址为“{name}”的分解份额[nearest:（是否指“{nearest}”？）][known:；现有 {known}]',
  },
  'file/unit-share': {
    en: '{name} cannot be judged: it is the share of a unit, {unit}, and figures come by region; ptrack cascade {whole} shows it among the others',
    zh: '{name} 无法判定：单位“{unit}”没有单列数据，数据按地区；可用 ptrack cascade {whole} 与其他份额一并查看',
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
  'yaml/too-large': {
    en: 'the aliases of this file stand for far too many values; write them out',
    zh: '文件中的别名展开后内容过多，请直接写出',
  },
  'yaml/empty': { en: 'this file is empty', zh: '文件是空的' },
  'yaml/full-width-colon': {
    en: 'a key ends with a full-width colon “：”; write “: ”, with a space behind',
    zh: '键后是全角冒号“：”，应写半角冒号加空格“: ”',
  },
  'yaml/indentation': {
    en: 'the indentation is wrong; keys of one level stand below each other',
    zh: '缩进不对；同一层的键须左对齐',
  },
  'yaml/key-twice': {
    en: 'this key stands twice in one place; keep one',
    zh: '同一处有两个相同的键，只能保留一个',
  },
  'yaml/tab': { en: 'a tab indents this line; use spaces', zh: '此行用制表符缩进，应使用空格' },
  'yaml/no-colon': {
    en: 'a key is expected here, followed by “: ”; is the line before complete?',
    zh: '此处应为键加“: ”；请检查上一行是否写完整',
  },
  'yaml/open-bracket': { en: 'a bracket or brace is never closed', zh: '括号没有闭合' },
  'yaml/no-comma': { en: 'a comma is missing between two entries', zh: '两项之间缺少逗号' },
  'yaml/syntax': { en: 'this is not valid YAML: {problem}', zh: 'YAML 语法错误：{problem}' },
  'schema/comma': {
    en: '“{key}” stands here as a key: a comma ends a value in { }; write the number without separators, like 2520000 万元',
    zh: '“{key}”在此处成了键：{ } 中的逗号表示一个值结束；数字不要写分隔符，如 2520000 万元',
  },
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
    zh: '此处是 {found}，应为文本[descriptionZh:：{descriptionZh}]',
  },
  'schema/not-list': {
    en: 'found {found}, but this should be a list[description:: {description}]',
    zh: '此处是 {found}，应为列表[descriptionZh:：{descriptionZh}]',
  },
  'schema/not-map': {
    en: 'found {found}, but this should be keys with values[description:: {description}]',
    zh: '此处是 {found}，应为键和值[descriptionZh:：{descriptionZh}]',
  },
  'schema/pattern': {
    en: '“{found}” does not fit here[description:; expected: {description}]',
    zh: '“{found}”不符合格式[descriptionZh:，应为：{descriptionZh}]',
  },
  'schema/empty': {
    en: 'this is empty[description:; expected: {description}]',
    zh: '此处为空[descriptionZh:，应为：{descriptionZh}]',
  },
  'schema/too-many': {
    en: 'this holds more than is allowed[description:; expected: {description}]',
    zh: '此处内容过多[descriptionZh:，应为：{descriptionZh}]',
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
  'value/no-unit': {
    en: '“{found}” has no unit: “{unit}” is a number word; write the unit behind it, like {found}元',
    zh: '“{found}”缺少单位：“{unit}”只是数词；请在其后写明单位，如 {found}元',
  },
  'value/place': {
    en: '“{found}” cannot be read as a place; write the place as a number, like 3',
    zh: '“{found}”不能读作位次；位次应写数，如 3',
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
    en: 'a {kind} cannot be derived from what is given: a rank needs of and among, a gap of and against; only a flow or a stock is the sum of its regions',
    zh: '{kind} 无法据此推算：位次须有 of 和 among，差值须有 of 和 against；只有流量和存量可按地区加总',
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
  'value/steps': {
    en: 'a list of {count} checkpoints does not divide {window} into months, quarters, half-years or years; write so many as it has, or a map from period to part',
    zh: '{count} 个分期目标不能把 {window} 等分为月、季、半年或年；请按其个数写，或写成“时期: 比例”',
  },
});
