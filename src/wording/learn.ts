import { sentences } from '../model/message.ts';

/** Help of the options of `ptrack ingest` that add names to the catalogue. */
export const LEARN_HELP = sentences({
  'opt.learn': {
    en: 'ask in the terminal what each unknown name means, and add it to the catalogue',
    zh: '在终端逐一询问未知名称所指，并加入目录',
  },
  'opt.alias': {
    en: 'add an unknown name of these exports to the catalogue, as an alias of NAME (repeatable)',
    zh: '把数据表中的未知名称加入目录，作为 NAME 的别名（可重复）',
  },
});

/** What is said of names that are to be learnt. */
export const LEARN = sentences({
  'usage/no-terminal': {
    en: '--learn asks, and there is no terminal to ask in; say what is meant instead: --alias "LABEL=NAME"',
    zh: '--learn 需要在终端中询问，而这里没有终端；请直接写明：--alias "LABEL=NAME"',
  },
  'usage/not-with-dry-run': {
    en: '--dry-run writes nothing, and {option} writes to the catalogue; leave out one of them',
    zh: '--dry-run 不写入任何内容，而 {option} 要写入目录；请去掉其一',
  },
  'usage/alias': {
    en: '“{found}” is no alias; write --alias "LABEL=NAME": the name in the export, then an id, name or alias of the catalogue',
    zh: '“{found}”不是别名；应写 --alias "LABEL=NAME"：先写数据表中的名称，再写目录中的 id、名称或别名',
  },
  'ingest/alias-not-wanted': {
    en: 'these exports have no unknown name “{label}”[nearest: (did you mean “{nearest}”?)][unknown:; unknown are {unknown}]',
    zh: '这些数据表中没有未知名称“{label}”[nearest:（是否指“{nearest}”？）][unknown:；未知的有 {unknown}]',
  },
  'ingest/alias-of-nothing': {
    en: 'nothing in the catalogue is called “{name}”[nearest: (did you mean “{nearest}”?)], so that “{label}” cannot be its alias',
    zh: '目录中没有名为“{name}”的条目[nearest:（是否指“{nearest}”？）]，“{label}”不能作为其别名',
  },
  'ingest/alias-of-several': {
    en: '“{name}” can mean {ids}; name one of them for “{label}”',
    zh: '“{name}”可指 {ids}；请为“{label}”写明其一',
  },
  'ingest/alias-twice': {
    en: '“{label}” cannot mean both {first} and {second}',
    zh: '“{label}”不能既指 {first} 又指 {second}',
  },
  'ingest/alias-ambiguous': {
    en: 'with “{label}” as an alias of {id}, the name could mean {others} as well',
    zh: '如以“{label}”为 {id} 的别名，该名称也可指 {others}',
  },
  'ingest/alias-harmful': {
    en: 'nothing was written: with {labels} in the catalogue, this would be found',
    zh: '未写入任何内容：如把 {labels} 加入目录，将出现以下问题',
  },
  'ingest/alias-by-hand': {
    en: '“{label}” cannot be added to {id} without touching more of the file; add it under its `aliases` by hand. Nothing was written',
    zh: '无法在不改动其他内容的情况下把“{label}”加入 {id}；请自行写入其 aliases。未写入任何内容',
  },
  'ingest/learn-stopped': {
    en: 'stopped; nothing was written',
    zh: '已中止，未写入任何内容',
  },
});

/** The conversation in the terminal. */
export const LEARN_WORDS = sentences({
  indicator: { en: 'indicator', zh: '指标' },
  region: { en: 'region', zh: '地区' },
  intro: {
    en: '{count} name(s) are not known. y: yes; n or Enter: leave it; another name or id: that one; q: ask no more',
    zh: '有 {count} 个名称未知。y：是；n 或回车：跳过；其他名称或 id：即指该项；q：不再询问',
  },
  ask: {
    en: '“{label}” ({kind}, {cells} cell(s), {file} {cell}): is it “{nearest}”? ',
    zh: '“{label}”（{kind}，{cells} 个单元格，{file} {cell}）：是否指“{nearest}”？ ',
  },
  askOpenly: {
    en: '“{label}” ({kind}, {cells} cell(s), {file} {cell}): which name or id is it? ',
    zh: '“{label}”（{kind}，{cells} 个单元格，{file} {cell}）：指哪个名称或 id？ ',
  },
  learnt: {
    en: '“{label}” is now an alias of {name} ({id}), in {file}',
    zh: '“{label}”已作为 {name}（{id}）的别名写入 {file}',
  },
});
