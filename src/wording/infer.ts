import { type ArgsByCode, sentences } from '../model/message.ts';

/** The comments in a drafted mapping: what was found, how sure that is, and what a person has to decide. */
export const INFER = sentences({
  'infer/sure': { en: 'sure: ', zh: '确定：' },
  'infer/likely': { en: 'likely: ', zh: '可能：' },
  'infer/unknown': { en: 'unknown: ', zh: '未知：' },

  // the file
  'infer/about': {
    en: 'Drafted from {file} ({encoding}[delimiter:, {delimiter} between cells]): header in row {header}, figures in rows {first} to {last}[note:, a note from row {note}].',
    zh: '据 {file} 起草（{encoding}[delimiter:，分隔符 {delimiter}]）：表头在第 {header} 行，数据在第 {first} 至 {last} 行[note:，第 {note} 行起为注释]。',
  },
  'infer/how': {
    en: 'Check every line. What is “unknown” you decide: put the line right, and take its # away.',
    zh: '请逐行核对；“未知”的由您决定：把该行改对，并去掉行首的 #。',
  },
  'infer/part': {
    en: 'The file is long: only its first {rows} rows were looked at.',
    zh: '文件较大，只看了前 {rows} 行。',
  },
  'infer/unread': {
    en: 'not read, as it is not clear what they are: {list}[more: and {more} more]',
    zh: '含义不明，未读取：{list}[more: 等，另有 {more} 列]',
  },
  'infer/end-unseen': {
    en: 'the end of the file was not looked at; how does the note below the table begin, if there is one?',
    zh: '没有看文件末尾；如表下有注释，请写明其开头',
  },
  'infer/decimal': {
    en: 'is the decimal mark . or , in {example}? Write one of them',
    zh: '{example} 的小数点是“.”还是“,”？请写明',
  },
  'infer/encoding': {
    en: 'the encoding can’t be told from the bytes; see that names and notes read well in {encoding}',
    zh: '编码无法由字节判断；请核对按 {encoding} 读出的文字是否正确',
  },

  // spans
  'infer/labels': {
    en: '{count} label(s): {first}[last: … {last}]',
    zh: '共 {count} 种：{first}[last: … {last}]',
  },
  'infer/bad-labels': {
    en: 'but not these, which will be refused: {list}[more: and {more} more]',
    zh: '但以下读不懂，读入时会被拒绝：{list}[more: 等，另有 {more} 种]',
  },
  'infer/dates': {
    en: 'these are days, {first}[last: … {last}]: which spans do they stand for?',
    zh: '这里是日期：{first}[last: … {last}]，各代表什么时期？',
  },
  'infer/dates-as': {
    en: 'days, {first}[last: … {last}], each taken for the span it begins or ends',
    zh: '这里是日期：{first}[last: … {last}]，按其起始或结束的时期读取',
  },
  'infer/head-labels': {
    en: '{count} column(s): {first}[last: … {last}]',
    zh: '表头 {count} 列：{first}[last: … {last}]',
  },
  'infer/no-period': {
    en: 'nothing says which span the figures are for',
    zh: '没有写明数据的时期',
  },
  'infer/no-year': {
    en: 'labels such as {label} name no year, and nothing else does',
    zh: '“{label}”没有年份，别处也没有',
  },
  'infer/whole-year': {
    en: 'only a year is named: are the figures for the whole of {year}?',
    zh: '只写了年份：是 {year} 年全年的数据吗？',
  },
  'infer/single-spans': {
    en: 'each label is taken for its own span; where figures add up from January, add basis: { constant: 累计 }',
    zh: '各按其本期读取；如为累计数，请加 basis: { constant: 累计 }',
  },
  'infer/from-preamble': { en: 'above the table: {text}', zh: '表格上方：{text}' },
  'infer/from-file': { en: 'the file’s name: {text}', zh: '文件名：{text}' },

  // regions
  'infer/regions': {
    en: '{count} region(s): {first}[last: … {last}]',
    zh: '共 {count} 个地区：{first}[last: … {last}]',
  },
  'infer/head-regions': {
    en: '{count} column(s): {first}[last: … {last}]',
    zh: '表头 {count} 列：{first}[last: … {last}]',
  },
  'infer/blank-regions': {
    en: 'it is blank in {count} row(s), which will be refused; if they are of the whole: [{ column: {column} }, { constant: {region} }]',
    zh: '其中 {count} 行为空，读入时会被拒绝；如这些行是总计，可写 [{ column: {column} }, { constant: {region} }]',
  },
  'infer/no-region': {
    en: 'which region is it about? The file names none',
    zh: '是哪个地区的数据？文件没有写',
  },
  'infer/no-region-home': {
    en: 'the file names no region; is it that of this project?',
    zh: '文件没有写地区；是本项目的地区吗？',
  },

  // series and units
  'infer/names': {
    en: '{count} name(s): {first}[last: … {last}]',
    zh: '共 {count} 个名称：{first}[last: … {last}]',
  },
  'infer/head-names': {
    en: '{count} column(s): {first}[last: … {last}]',
    zh: '表头 {count} 列：{first}[last: … {last}]',
  },
  'infer/no-indicator': {
    en: 'which indicator is it? The file does not say',
    zh: '是什么指标？文件没有写',
  },
  'infer/no-indicator-column': {
    en: 'which column names the indicator: {list}[more: or one of {more} more]? Or is all of it one: { constant: … }?',
    zh: '哪一列是指标：{list}[more: 等，另有 {more} 列]？还是全部为一个指标（{ constant: … }）？',
  },
  'infer/units': { en: '{list}[more: and {more} more]', zh: '{list}[more: 等，另有 {more} 种]' },
  'infer/strange-units': {
    en: 'ptrack does not know these units; write what each of them is (%, 亿元, 家 …)',
    zh: 'ptrack 不认识这些单位，请写明各是什么单位（%、亿元、家等）',
  },
  'infer/head-unit': { en: 'in the header: {text}', zh: '在表头：{text}' },
  'infer/no-unit': { en: 'which unit? The file does not say', zh: '单位是什么？文件没有写' },
  'infer/some-without-unit': {
    en: '{count} name(s) without a unit: {list}[more: …]',
    zh: '有 {count} 个名称没有单位：{list}[more: 等]',
  },
  'infer/catalogue-units': {
    en: 'in the catalogue: {list}[more: …]',
    zh: '指标目录中的单位：{list}[more: 等]',
  },
  'infer/scale': {
    en: 'says by what the figures are to be multiplied: {list}[more: and {more} more]',
    zh: '表明数值的数量级：{list}[more: 等，另有 {more} 种]',
  },
  'infer/strange-scale': {
    en: 'scales that ptrack does not know; say what they mean: units, thousands, millions or a power of ten',
    zh: 'ptrack 不认识的数量级；请写明其含义：units、thousands、millions 或 10 的幂次',
  },
  'infer/packed': {
    en: 'the first column holds several fields at once: {parts}',
    zh: '第一列同时写了几项：{parts}',
  },

  // figures
  'infer/only-figures': { en: 'the only column of figures', zh: '唯一的数据列' },
  'infer/no-value': {
    en: 'which column holds the figures: {list}[more: or one of {more} more]?',
    zh: '哪一列是数据：{list}[more: 等，另有 {more} 列]？',
  },
  'infer/with-unit': {
    en: 'figure and unit stand in one cell: {list}[more: …]',
    zh: '数和单位在同一格：{list}[more: 等]',
  },
  'infer/flagged': {
    en: 'some figures have a flag behind them: {list}[more: …]',
    zh: '部分数据后带标记：{list}[more: 等]',
  },
  'infer/head-basis': {
    en: '{count} column(s): {first}[last: … {last}]',
    zh: '表头 {count} 列：{first}[last: … {last}]',
  },
  'infer/basis': { en: '{list}[more: and {more} more]', zh: '{list}[more: 等，另有 {more} 种]' },
  'infer/strange-basis': {
    en: 'what do these mean: span, year-to-date or end? Add basis: {list}[more: and {more} more]',
    zh: '以下是当期（span）、累计（year-to-date）还是期末（end）？请写入 basis：{list}[more: 等，另有 {more} 种]',
  },
  'infer/flags': { en: 'what the flags usually mean', zh: '标记按通常含义' },
  'infer/no-flags': { en: 'no flag in this file', zh: '本文件没有标记' },
  'infer/strange-flags': {
    en: 'these flags will be refused until you say what they mean: {list}[more: and {more} more]',
    zh: '以下标记须写明含义，否则读入时会被拒绝：{list}[more: 等，另有 {more} 种]',
  },
  'infer/published': { en: '{first}[last: … {last}]', zh: '{first}[last: … {last}]' },
  'infer/missing': { en: 'words for a figure that is not there', zh: '表示没有数据的词' },
  'infer/no-figures': {
    en: '{count} text(s) where figures should be; do they mean that there is none? {list}[more: and {more} more]',
    zh: '数据列中有 {count} 种文字，是表示没有数据吗？{list}[more: 等，另有 {more} 种]',
  },

  // rows and names
  'infer/clash': {
    en: '{count} rows have indicator, region and span in common, and different figures; keep one value of each column:',
    zh: '有 {count} 行的指标、地区和时期相同而数据不同；请在每列中只保留一个值：',
  },
  'infer/clash-unexplained': {
    en: '{count} rows have indicator, region and span in common, and different figures; they will be refused',
    zh: '有 {count} 行的指标、地区和时期相同而数据不同，读入时会被拒绝',
  },
  'infer/keep-values': { en: '{list}[more: and {more} more]', zh: '{list}[more: 等，另有 {more} 种]' },
  'infer/near': { en: '{name}?', zh: '{name}？' },
  'infer/lacking-labels': {
    en: '{count} of {of} name(s) are in no catalogue: add them there, or write the indicator that each of them is, or skip:',
    zh: '{of} 个名称中有 {count} 个不在指标目录：请加入目录，或在此写明对应的指标，不要的写 skip：',
  },
  'infer/many-labels': {
    en: '{count} of {of} name(s) are in no catalogue: {list}[more: and {more} more]. Add there what you want; to leave out the rest:',
    zh: '{of} 个名称中有 {count} 个不在指标目录：{list}[more: 等，另有 {more} 个]。需要的请加入目录，其余可略过：',
  },
  'infer/lacking-regions': {
    en: '{count} of {of} region(s) are in no catalogue: add them there, or write the region that each of them is, or skip:',
    zh: '{of} 个地区中有 {count} 个不在地区目录：请加入目录，或在此写明对应的地区，不要的写 skip：',
  },
  'infer/many-regions': {
    en: '{count} of {of} region(s) are in no catalogue: {list}[more: and {more} more]. Add there what you want; to leave out the rest:',
    zh: '{of} 个地区中有 {count} 个不在地区目录：{list}[more: 等，另有 {more} 个]。需要的请加入目录，其余可略过：',
  },
});

declare module '../model/draft.ts' {
  interface GroundArgs extends ArgsByCode<typeof INFER> {}
}

/** What is said of `ingest --infer` itself. */
export const INFER_FINDINGS = sentences({
  'usage/infer-one-file': {
    en: '--infer drafts the mapping of one export; name one file, not {count}',
    zh: '--infer 一次只为一个数据表起草映射；请只写一个文件，现有 {count} 个',
  },
  'usage/infer-alone': {
    en: '--infer writes nothing but a draft; leave out {option}',
    zh: '--infer 只输出映射草稿，请去掉 {option}',
  },
  'usage/infer-no-table': {
    en: 'no table was found: figures below a row that names their columns',
    zh: '没有找到数据表：应有表头，其下为数据',
  },
  'usage/infer-own-output': {
    en: 'this is a batch of ptrack’s own, which needs no mapping; leave out --infer',
    zh: '这是 ptrack 自己的数据批次，不需要映射；请去掉 --infer',
  },
});

/** What is said beside a draft, on standard error. */
export const INFER_WORDS = sentences({
  next: {
    en: '[unknown:For you to decide: {unknown}. ]Save the draft among your mappings, check it, then: ptrack ingest {file} --dry-run',
    zh: '[unknown:须由您补全：{unknown}。]将草稿存为映射文件，核对后运行：ptrack ingest {file} --dry-run',
  },
  known: {
    en: 'mapping {mapping} reads this file already; of two that fit its name none is taken',
    zh: '映射 {mapping} 已适用于此文件；两个映射都适用时哪个也不用',
  },
});
