import { sentences } from '../model/message.ts';
/**
 * What is said of mappings, exports and batches, by code. `{arg}` is an argument, `[arg:…]` a part said only where
 * it is given. `cell` is the first cell, `more` how many more there are.
 */
export const INGEST = sentences({
  // the file as a whole
  'ingest/empty-file': {
    en: 'the file is empty; was it downloaded whole?',
    zh: '文件是空的，请检查是否下载完整',
  },
  'ingest/binary': {
    en: 'this is no text: byte {offset} is zero; save the export as CSV',
    zh: '不是文本文件（第 {offset} 字节为零），请将数据另存为 CSV',
  },
  'ingest/unknown-encoding': {
    en: 'no encoding is called “{encoding}”; names are those of the web: utf-8, gb18030, big5, windows-1252 …',
    zh: '没有名为“{encoding}”的编码；可用 utf-8、gb18030、big5、windows-1252 等',
  },
  'ingest/undecodable': {
    en: 'byte {offset} ({byte}) is no {encoding}; the file may have been cut, or give its encoding under dialect',
    zh: '第 {offset} 字节（{byte}）不符合 {encoding} 编码；文件可能不完整，或请在 dialect 中写明编码',
  },
  'ingest/damaged-utf8': {
    en: 'the file is UTF-8, but byte {offset} ({byte}) is not; it was cut there, or mixed with another encoding',
    zh: '文件为 UTF-8 编码，但第 {offset} 字节（{byte}）不是；文件在此截断，或混入了其他编码',
  },
  'ingest/open-quote': {
    en: 'the quote that opens here is not closed[most: within {most} MB]; the file may have been cut',
    zh: '此处的引号[most:在 {most} MB 内]没有结束；文件可能不完整',
  },
  'ingest/line-too-long': {
    en: 'the row that begins here has no end within {most} MB; is this a table with one row a line?',
    zh: '从此处开始的一行超过 {most} MB 仍未结束；请检查是否为一行一条记录的表',
  },
  'ingest/too-many-columns': {
    en: 'the row has {found} columns, more than any table of statistics ({most}); is the delimiter right?',
    zh: '该行有 {found} 列，超出统计表的范围（{most}）；请检查分隔符',
  },
  'ingest/mixed-encodings': {
    en: 'two encodings in one file: before this line it is {before}, here {encoding}; save it anew in one',
    zh: '文件中混有两种编码：此行之前为 {before}，此行为 {encoding}；请统一编码后重新保存',
  },
  'ingest/which-sheet': {
    en: 'the workbook has several sheets: {sheets}; say in the mapping which is meant: `sheet: NAME`',
    zh: '工作簿有多个工作表：{sheets}；请在映射中写明 sheet',
  },
  'ingest/no-sheet': {
    en: 'the workbook has no sheet {sheet}; it has: {sheets}',
    zh: '工作簿中没有工作表 {sheet}；已有：{sheets}',
  },
  'ingest/stray-quote': {
    en: 'a quote stands inside a cell; a cell with quotes must be quoted whole, each quote in it doubled',
    zh: '单元格中间有引号；含引号的单元格须整体加引号，其中的引号写两次',
  },
  'ingest/no-mapping': {
    en: 'no mapping reads “{name}”; add one whose `files` fit its name, or name one with --mapping',
    zh: '没有映射适用于“{name}”；请添加 files 与文件名相符的映射，或用 --mapping 指定',
  },
  'ingest/header-differs': {
    en: 'the columns are not those of the mapping; expected {expected}; found in row {row}: {found}',
    zh: '表头与映射不符；应为：{expected}；第 {row} 行为：{found}',
  },
  'ingest/other-delimiter': {
    en: 'row {row} has the columns of the mapping, but with another mark between them; write `delimiter: {delimiter}` under `dialect`',
    zh: '第 {row} 行有映射的各列，但分隔符不同；请在 dialect 中写 delimiter: {delimiter}',
  },
  'ingest/header-lacks': {
    en: 'row {row} has no column {cells}; if the export has changed, change the mapping’s header',
    zh: '第 {row} 行缺少列：{cells}；如果数据表已改版，请修改映射的 header',
  },
  'ingest/header-new': {
    en: 'column {cells} is new (from cell {cell}); add it to the mapping’s header, or … for columns that are not read',
    zh: '新增了列：{cells}（从单元格 {cell} 起）；请加入映射的 header，不读取的列可写“…”',
  },
  'ingest/no-rows': {
    en: 'there is no row below the header',
    zh: '表头下没有数据行',
  },
  'ingest/not-in-preamble': {
    en: 'the rows above row {row} have nothing that fits {pattern}, where the mapping looks for {field}',
    zh: '第 {row} 行以上没有与 {pattern} 相符的内容，映射要从中读取 {field}',
  },
  'ingest/not-in-file-name': {
    en: 'the file name “{name}” does not fit {pattern}, where the mapping looks for {field}',
    zh: '文件名“{name}”与 {pattern} 不符，映射要从中读取 {field}',
  },

  // rows
  'ingest/row-too-long': {
    en: 'row {row} has {found} cells, its header {expected}; a comma inside a name or a number must be quoted',
    zh: '第 {row} 行有 {found} 个单元格，表头为 {expected} 个；名称或数字中的逗号须加引号',
  },
  'ingest/row-too-short': {
    en: 'row {row} ends before its figures, which are taken as missing; if it is a note, list its beginning under `end`',
    zh: '第 {row} 行在数值之前结束，按缺失处理；如为表下注释，请将其开头写入 end',
  },
  'ingest/truncated': {
    en: 'the file ends in the middle of row {row}; it may have been cut. If the row is a note, list its beginning under `end`',
    zh: '文件在第 {row} 行中间结束，可能不完整；如为表下注释，请将其开头写入 end',
  },
  'ingest/no-end': {
    en: 'the note below the table ({expected}) was not found; is the export whole?',
    zh: '没有找到表下注释（{expected}）；请检查数据表是否完整',
  },

  // cells
  'ingest/unknown-indicator': {
    en: 'no indicator is called “{label}”[nearest: (did you mean “{nearest}”?)]; add it to a catalogue, or under `labels` (cell {cell}[more:, {more} more])',
    zh: '没有名为“{label}”的指标[nearest:（是否指“{nearest}”？）]；请加入指标目录或映射的 labels（单元格 {cell}[more:，另有 {more} 处]）',
  },
  'ingest/label-leads-nowhere': {
    en: '`labels` turns “{label}” into “{target}”, which no indicator is called[nearest:; did you mean “{nearest}”?] (cell {cell}[more:, {more} more])',
    zh: 'labels 把“{label}”对应到“{target}”，但没有这一指标[nearest:，是否指“{nearest}”？]（单元格 {cell}[more:，另有 {more} 处]）',
  },
  'ingest/ambiguous-indicator': {
    en: '“{label}” in {unit} can be {indicators}; say which under `labels` (cell {cell}[more:, {more} more])',
    zh: '“{label}”（{unit}）可指 {indicators}；请在 labels 中写明（单元格 {cell}[more:，另有 {more} 处]）',
  },
  'ingest/unknown-region': {
    en: 'no region is called “{region}”[nearest: (did you mean “{nearest}”?)]; add it to a catalogue, or under `regions` (cell {cell}[more:, {more} more])',
    zh: '没有名为“{region}”的地区[nearest:（是否指“{nearest}”？）]；请加入地区目录或映射的 regions（单元格 {cell}[more:，另有 {more} 处]）',
  },
  'ingest/ambiguous-region': {
    en: '“{region}” can mean any of {several}; say which under `regions` in the mapping, or name the project’s region in ptrack.yaml (cell {cell}[more:, {more} more])',
    zh: '“{region}”可指 {several}；请在映射的 regions 中指明，或在 ptrack.yaml 中写明项目所在地区（单元格 {cell}[more:，另有 {more} 处]）',
  },
  'ingest/region-gone': {
    en: '{region} ({code}) ended in {until}[became: and became {became}], but a figure of it is for a later span; say under `regions` which region is meant (cell {cell}[more:, {more} more])',
    zh: '{region}（{code}）止于 {until}[became:，成为 {became}]，却有此后时段的数据；请在 regions 中写明所指地区（单元格 {cell}[more:，另有 {more} 处]）',
  },
  'ingest/unknown-unit': {
    en: '“{unit}”, the unit of “{label}”, is not known; translate it in a table `unit`, or add it to the project (cell {cell}[more:, {more} more])',
    zh: '“{label}”的单位“{unit}”无法识别；请在 unit 对照表中写明，或在项目中添加（单元格 {cell}[more:，另有 {more} 处]）',
  },
  'ingest/unknown-scale': {
    en: '“{text}” is not a known scale; expected one of {known}; say what it means in a table `scale` (cell {cell}[more:, {more} more])',
    zh: '“{text}”不是已知的数量级；应为 {known} 之一；请在 scale 对照表中写明其含义（单元格 {cell}[more:，另有 {more} 处]）',
  },
  'ingest/scale-of-unit': {
    en: '“{label}” is in {unit} with the scale “{text}”, which makes no known unit; translate the unit in a table `unit` (cell {cell}[more:, {more} more])',
    zh: '“{label}”的单位为 {unit}、数量级为“{text}”，两者不能组成已知单位；请在 unit 对照表中写明（单元格 {cell}[more:，另有 {more} 处]）',
  },
  'ingest/scale-in-export': {
    en: '“{text}” in cell {cell} says by what the figures are to be multiplied, and the mapping does not read it; give the mapping a field `scale` that does, or one with `constant: units` if the cell is of no account',
    zh: '单元格 {cell} 中的“{text}”表明数值的数量级，但映射没有读取；请在映射中写明 scale 字段；如无需换算，请写 constant: units',
  },
  'ingest/wrong-unit': {
    en: '“{label}” is measured in {expected}, not in {unit} (cell {cell}[more:, {more} more])',
    zh: '“{label}”的单位应为 {expected}，不是 {unit}（单元格 {cell}[more:，另有 {more} 处]）',
  },
  'ingest/wrong-noun': {
    en: '“{label}” is counted in {expected}; {noun} counts something else (cell {cell}[more:, {more} more])',
    zh: '“{label}”的量词应为 {expected}，{noun} 所计不同（单元格 {cell}[more:，另有 {more} 处]）',
  },
  'ingest/other-noun': {
    en: '{indicator} is counted in {noun} here, in {own} in the catalogue; taken as the same (cell {cell}[more:, {more} more])',
    zh: '{indicator} 此处以“{noun}”计，目录中以“{own}”计，按相同处理（单元格 {cell}[more:，另有 {more} 处]）',
  },
  'ingest/no-unit': {
    en: 'the export does not say in what unit “{label}” is ({expected}?); give the mapping a field `unit` (cell {cell}[more:, {more} more])',
    zh: '数据表没有写明“{label}”的单位（是否为 {expected}？）；请在映射中写明 unit（单元格 {cell}[more:，另有 {more} 处]）',
  },
  'ingest/percent-cell': {
    en: 'the cell is in {found}, its unit is {unit} (cell {cell}[more:, {more} more])',
    zh: '单元格带有 {found}，但单位是 {unit}（单元格 {cell}[more:，另有 {more} 处]）',
  },
  'ingest/not-a-number': {
    en: '“{text}” is no figure; if it stands for none, list it under `missing` (cell {cell}[more:, {more} more])',
    zh: '“{text}”不是数值；如表示缺失，请写入 missing（单元格 {cell}[more:，另有 {more} 处]）',
  },
  'ingest/mark-after-zero': {
    en: '“{text}” is not a number with a thousands separator; if its comma is the decimal mark, write `decimal: ","` under `dialect` (cell {cell}[more:, {more} more])',
    zh: '“{text}”不是带千位分隔符的数值；如逗号是小数点，请在 dialect 中写 decimal: ","（单元格 {cell}[more:，另有 {more} 处]）',
  },
  'ingest/shortened': {
    en: '“{text}” is how a spreadsheet shows a long number: digits may be missing; export the cell with all its digits (cell {cell}[more:, {more} more])',
    zh: '“{text}”是电子表格对长数字的显示方式，可能缺少数位；请导出完整数字（单元格 {cell}[more:，另有 {more} 处]）',
  },
  'ingest/nothing-read': {
    en: 'no figure was read; the mapping leaves out all there are (cells: {skipped}); check its patterns, `labels`, `others` and `keep`',
    zh: '没有读取任何数值：{skipped} 个数值均按映射略过；请检查映射的格式、labels、others 和 keep',
  },
  'ingest/header-order': {
    en: 'cell {cell}, “{text}”, stands where the mapping expects [expected:{expected}][end:no further column]; cells are compared in their order, and each pattern takes neighbouring columns: columns that alternate need one pattern, or a pattern each',
    zh: '单元格 {cell}“{text}”的位置[expected:应为 {expected}][end:不应再有列]；表头按列的顺序逐一比较，一个格式只对应相邻的列：交替排列的列应合用一个格式，或逐列写明',
  },
  'ingest/empty-field': {
    en: 'there is a figure, but its {field} is empty (cell {cell}[more:, {more} more])',
    zh: '有数值，但 {field} 为空（单元格 {cell}[more:，另有 {more} 处]）',
  },
  'ingest/pattern-unfitting': {
    en: '“{text}” does not fit {patterns}, by which the mapping reads {field} (cell {cell}[more:, {more} more])',
    zh: '“{text}”与映射中 {field} 的格式 {patterns} 不符（单元格 {cell}[more:，另有 {more} 处]）',
  },
  'ingest/period-unreadable': {
    en: '“{label}” is no period; expected the like of 2024年1-5月, 2024Q1, May 2024; a date that stands for its month is taken apart by `as`: "…-01" (cell {cell}[more:, {more} more])',
    zh: '“{label}”不是时期；应如 2024年1-5月、2024年一季度、2024Q1（单元格 {cell}[more:，另有 {more} 处]）',
  },
  'ingest/period-no-year': {
    en: '“{label}” names no year; give the mapping a field `year` (cell {cell}[more:, {more} more])',
    zh: '“{label}”没有写明年份；请在映射中写明 year（单元格 {cell}[more:，另有 {more} 处]）',
  },
  'ingest/period-no-such-month': {
    en: '“{label}” names a month or day that does not exist (cell {cell}[more:, {more} more])',
    zh: '“{label}”中的月或日不存在（单元格 {cell}[more:，另有 {more} 处]）',
  },
  'ingest/period-backwards': {
    en: '“{label}” ends before it begins (cell {cell}[more:, {more} more])',
    zh: '“{label}”的终点早于起点（单元格 {cell}[more:，另有 {more} 处]）',
  },
  'ingest/period-mid-month': {
    en: '“{label}” is in the middle of a month; only months that have ended can be taken (cell {cell}[more:, {more} more])',
    zh: '“{label}”在月中；只能采用整月的数据（单元格 {cell}[more:，另有 {more} 处]）',
  },
  'ingest/period-ambiguous': {
    en: '“{label}” can be January or October (a spreadsheet drops the zero); correct the export (cell {cell}[more:, {more} more])',
    zh: '“{label}”可能是 1 月或 10 月（电子表格会去掉末尾的零），请更正数据表（单元格 {cell}[more:，另有 {more} 处]）',
  },
  'ingest/unreadable-year': {
    en: '“{text}” is no year of four digits (cell {cell}[more:, {more} more])',
    zh: '“{text}”不是四位数的年份（单元格 {cell}[more:，另有 {more} 处]）',
  },
  'ingest/unknown-basis': {
    en: '“{word}” is no basis; translate it in a table `basis` to one of {known}[cell: (cell {cell}][more:, {more} more][cell:)]',
    zh: '“{word}”不是取数口径；请在 basis 对照表中对应到 {known} 之一[cell:（单元格 {cell}][more:，另有 {more} 处][cell:）]',
  },
  'ingest/unknown-flag': {
    en: 'the flag “{flag}” is not known; translate it in a table `status` to one of {known} (cell {cell}[more:, {more} more])',
    zh: '标志“{flag}”无法识别；请在 status 对照表中对应到 {known} 之一（单元格 {cell}[more:，另有 {more} 处]）',
  },
  'ingest/unreadable-date': {
    en: '“{text}” is no date; expected the like of 2024-06-17 or 2024年6月17日 (cell {cell}[more:, {more} more])',
    zh: '“{text}”不是日期；应如 2024-06-17 或 2024年6月17日（单元格 {cell}[more:，另有 {more} 处]）',
  },
  'ingest/two-values': {
    en: '{indicator} of {region}, {period}, is {first} in cell {firstCell} and {second} in cell {cell}; neither is taken',
    zh: '{region} {period} 的 {indicator} 在单元格 {firstCell} 为 {first}，在单元格 {cell} 为 {second}；两者均不采用',
  },
  'ingest/column-unread': {
    en: 'not read, though they fit a pattern of the header: {columns}; … leaves them out, so name them if they are wanted',
    zh: '以下列符合表头格式但未读取：{columns}；它们落在“…”中，如需读取请写明',
  },
  'ingest/keep-unmet': {
    en: '`keep` asks for {column} = {lacking}, which no row has[found:; rows have {found}]',
    zh: 'keep 要求 {column} 为 {lacking}，但没有这样的行[found:；已有：{found}]',
  },
  'ingest/figures-below-note': {
    en: 'not read: {rows} rows with figures below the note, from row {row}; is there a second table, or does a label begin like the note?',
    zh: '表下注释之后还有 {rows} 行数值未读取（从第 {row} 行起）；请检查是否有第二张表，或某行名称以注释开头',
  },
  'ingest/end-of-flow': {
    en: '{indicator} is an amount made over a span, and has no reading at the end of one (期末); is its kind right? (cell {cell}[more:, {more} more])',
    zh: '{indicator} 是一段时期的发生额，没有期末值；请检查指标的 kind（单元格 {cell}[more:，另有 {more} 处]）',
  },
  'ingest/month-mended': {
    en: '“{label}” is read as {month}: a spreadsheet has dropped its zero, as the other labels show (cell {cell}[more:, {more} more])',
    zh: '“{label}”按 {month} 读取：由其他标签可知电子表格去掉了末尾的零（单元格 {cell}[more:，另有 {more} 处]）',
  },
  'ingest/period-a-day': {
    en: '“{label}” is a day, and the figure is of a span; 截至 before it means the year up to that day (cell {cell}[more:, {more} more])',
    zh: '“{label}”是某一天，而数值属于一段时期；如指年初至该日，应写“截至”（单元格 {cell}[more:，另有 {more} 处]）',
  },
  'ingest/other-dimensions': {
    en: 'rows of the same figure differ in {columns}; say under `keep` which rows to read',
    zh: '同一指标、地区和时期的多行在以下列上不同：{columns}；请在 keep 中写明读取哪些行',
  },
  'ingest/same-but-for': {
    en: 'rows repeat a figure although they differ in {columns}; if these are other dimensions, say under `keep` which rows to read',
    zh: '有些行在以下列上不同，数值却与前文重复：{columns}；如为其他维度，请在 keep 中写明读取哪些行',
  },
  'ingest/not-kept': {
    en: 'left out, as `keep` says: {cells} cells of other dimensions',
    zh: '按 keep 略去其他维度的 {cells} 个单元格',
  },
  'ingest/more': {
    en: '… and {cells} more cells of this sort ({code})',
    zh: '……另有 {cells} 个单元格属同类问题（{code}）',
  },
  'ingest/labels-skipped': {
    en: 'left out, as the mapping says ({cells} cells): {labels}[more: and {more} more]',
    zh: '按映射略去（{cells} 个单元格）：{labels}[more: 等，另有 {more} 个]',
  },

  // mappings
  'ingest/field-without-source': {
    en: 'field {field} does not say where it comes from; give it one of {sources}',
    zh: '字段 {field} 没有写明来源；请写 {sources} 之一',
  },
  'ingest/field-with-several-sources': {
    en: 'field {field} has several sources ({sources}); leave one',
    zh: '字段 {field} 有多个来源（{sources}），请只留一个',
  },
  'ingest/pattern-twice': {
    en: '`{source}` of field {field} is its pattern already; leave out `as`',
    zh: '字段 {field} 的 {source} 已是格式，请去掉 as',
  },
  'ingest/unknown-placeholder': {
    en: '“{placeholder}” is nothing that a pattern can fill; known: {known}, and _ for text that is not read',
    zh: '格式中的“{placeholder}”无法识别；可用：{known}，以及表示忽略的 _',
  },
  'ingest/placeholder-twice': {
    en: '“{placeholder}” stands twice in {pattern}',
    zh: '“{placeholder}”在 {pattern} 中出现了两次',
  },
  'ingest/unclosed-placeholder': {
    en: 'a brace in {pattern} has no partner',
    zh: '{pattern} 中的花括号不成对',
  },
  'ingest/pattern-fills-nothing': {
    en: '{pattern} has no placeholder, so that nothing is read by it; constant text goes under `constant`',
    zh: '{pattern} 没有占位符，读不出内容；固定文字请写在 constant',
  },
  'ingest/column-not-in-header': {
    en: '`header` has no column “{column}”[nearest: (did you mean “{nearest}”?)]; it has: {columns}',
    zh: 'header 中没有列“{column}”[nearest:（是否指“{nearest}”？）]；已有：{columns}',
  },
  'ingest/column-twice': {
    en: '`header` has the column “{column}” more than once, so that it is not clear which is meant',
    zh: 'header 中有多个“{column}”列，无法确定是哪一列',
  },
  'ingest/no-value-column': {
    en: 'nothing says where the figures stand: give a field `value` a column, or a field `from: header` and `header` a pattern',
    zh: '没有写明数值的位置：请为 value 写明 column，或让某字段 from: header 并在 header 中写格式',
  },
  'ingest/values-twice': {
    en: 'the figures stand below the header’s patterns, as a field `from: header` says, and in a column; leave one',
    zh: '既有字段 from: header（数值在表头各列之下），又为 value 指定了列；请只留一种',
  },
  'ingest/no-header-pattern': {
    en: 'a field comes from the header, but no cell of `header` is a pattern such as a period in braces',
    zh: '有字段取自表头，但 header 中没有带占位符的单元格',
  },
  'ingest/scale-unread': {
    en: 'the column “{column}” says by what the figures are to be multiplied, and nothing reads it; give the mapping a field `scale` that does, or one with `constant: units` if the column is of no account',
    zh: '“{column}”列表明数值的数量级，但没有字段读取；请在 fields 中写明 scale；如无需换算，请写 constant: units',
  },
  'ingest/no-scale': {
    en: '“{text}” is not a scale; expected one of {known}',
    zh: '“{text}”不是数量级；应为 {known} 之一',
  },
  'ingest/nothing-fills': {
    en: 'nothing gives the {field}; give it a field of its own or a placeholder in a pattern',
    zh: '没有来源可得到 {field}；请为其写一个字段，或在格式中加入占位符',
  },
  'ingest/unknown-status': {
    en: '“{word}” is no status; expected one of {known}',
    zh: '“{word}”不是数据状态；应为 {known} 之一',
  },
  'ingest/decimal-is-delimiter': {
    en: '“{mark}” can’t both part cells and mark decimals; give dialect another delimiter',
    zh: '“{mark}”不能既分隔单元格又作小数点；请在 dialect 中另写 delimiter',
  },
});
