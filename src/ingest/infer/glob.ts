import { baseName } from '../file-name.ts';

const QUARTERS = '第?[一二三四1-4]季度?|前[一二三]季度|[上下]半年|全年';
/** What changes from one export of a kind to the next: its date, and the number a browser gives a second download. */
const DATE = new RegExp(
  `[(（]?(?:(?:19|20)\\d{2}[年度.\\-_]*(?:\\d{1,2}[月日.\\-_—–~至]*)*(?:${QUARTERS})?|` +
    `\\d{1,2}(?:[-—–~至]\\d{1,2})?月份?(?:\\d{1,2}日)?|${QUARTERS})[)）]?`,
  'g',
);
const COPY = /\s*\(\d+\)$/;
const ENDING = /(?:\.(?:csv|tsv|txt))?(?:\.gz)?$/i;

/** A pattern for the names of a file's kind: 工业月报2024年5月.csv → 工业月报*.csv. */
export function globOf(file: string): string {
  const base = baseName(file).normalize('NFC');
  const at = base.search(ENDING);
  const [stem, ending] = [base.slice(0, at).replace(COPY, ''), base.slice(at)];
  const open = `${stem.replace(DATE, '*')}*`.replace(/\*+/g, '*');
  const wanted = /\p{L}/u.test(open) ? open : stem;
  return wanted + ending;
}
