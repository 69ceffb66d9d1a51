import { STATUSES, type Status, type Verdict } from '../model/verdict.ts';
import type { Language } from '../wording/message.ts';
import { MARK, STATUS } from '../wording/verdicts.ts';
import { dim, joined, lines, type Rich, type Tone, toned } from './rich.ts';
import { word } from './text.ts';

const TONE: Readonly<Record<Status, Tone>> = {
  achieved: 'green',
  'on-track': 'cyan',
  lagging: 'yellow',
  missed: 'red',
  'no-data': 'magenta',
  'not-due': 'dim',
  unquantified: 'dim',
};

/** A status in its colour. */
export const statusText = (status: Status, language: Language): Rich =>
  toned(TONE[status], STATUS[status][language]);

/** A status with its marks below it. */
export const statusCell = ({ status, marks }: Verdict, language: Language): Rich =>
  lines(statusText(status, language), ...marks.map((m) => dim(MARK[m][language])));

/** Stands in the words where the status comes, which has a colour of its own. */
const SLOT = '\u0000';

function countText(count: number, status: Status, language: Language): Rich {
  const [before = '', after = ''] = word('counts', language, { count, status: SLOT }).split(SLOT);
  return [before, statusText(status, language), after];
}

/** `3 lagging · 2 no data`, in the order of gravity. */
export const countsText = (counts: Readonly<Partial<Record<Status, number>>>, language: Language): Rich =>
  joined(
    STATUSES.filter((s) => counts[s]).map((s) => countText(counts[s] ?? 0, s, language)),
    ' · ',
  );
