import { sentences } from '../model/message.ts';

/** What is said of an export's container: compressed files, archives, workbooks, standard input. */
export const CONTAINER = sentences({
  'container/terminal': {
    en: 'nothing comes through standard input; name the files, or pipe an export in: ptrack ingest - < export.csv',
    zh: '标准输入没有数据；请写文件名，或把数据表接入标准输入：ptrack ingest - < 数据表.csv',
  },
  'container/no-spool': {
    en: '“{folder}” cannot take what has to be unpacked or kept ({code}); make room there, or set TMPDIR to another folder',
    zh: '“{folder}”无法存放解压或暂存的内容（{code}）；请腾出空间，或将 TMPDIR 设为其他文件夹',
  },
  'container/changed': {
    en: 'the file changed while it was read; run the command again once it is complete',
    zh: '读取过程中文件发生了变化；请待文件写完后重新运行',
  },
  'container/cut': {
    en: 'the file ends too early: it was cut on its way; get it anew',
    zh: '文件不完整，在中途结束；请重新获取文件',
  },
  'container/damaged': {
    en: 'the file is damaged and can’t be unpacked; get it anew',
    zh: '文件已损坏，无法解压；请重新获取文件',
  },
  'container/bomb': {
    en: 'unpacked, the file is more than {times} times as large and over {small}: no export is; it was not unpacked. If it is right, unpack it and give ptrack what was in it',
    zh: '文件解压后超过原大小的 {times} 倍，且大于 {small}，不像是数据表，未予解压；如确认无误，请先解压再读入',
  },
  'container/too-large': {
    en: 'there is more than {most} in the file; unpack or split it, or save the table as CSV',
    zh: '文件内容超过 {most}；请先解压或拆分，或将表格另存为 CSV',
  },
  'container/archive': {
    en: 'this is a {format} archive; unpack it first, and name the tables that were in it',
    zh: '这是 {format} 压缩包；请先解压，再读入其中的数据表',
  },
  'container/other-format': {
    en: 'a file in the format of {format} is not read; save its table as a workbook (.xlsx) or as CSV',
    zh: '不能读取 {format} 格式的文件；请将其中的表另存为工作簿（.xlsx）或 CSV',
  },
  'container/page': {
    en: 'this is {format}, which some systems hand out as .xls; open it in a spreadsheet and save it as a workbook (.xlsx)',
    zh: '文件内容为 {format}（有些系统以 .xls 名义导出）；请用电子表格软件打开，另存为工作簿（.xlsx）',
  },
  'container/password': {
    en: 'the workbook has a password; save it without one',
    zh: '工作簿设有密码；请取消密码后另存',
  },
  'container/damaged-workbook': {
    en: 'the workbook is damaged[problem: ({problem})]; open it in a spreadsheet and save it again',
    zh: '工作簿已损坏[problem:（{problem}）]；请用电子表格软件打开并重新保存',
  },
  'container/too-many-cells': {
    en: 'sheet “{sheet}” takes the workbook over {most} cells; delete what stands far from the table, or save the sheet as CSV',
    zh: '至工作表“{sheet}”时，单元格总数已超过 {most} 个；请删除远离表格的内容，或将该表另存为 CSV',
  },
});
