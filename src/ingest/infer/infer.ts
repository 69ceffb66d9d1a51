import type { Catalogue } from '../../model/catalogue.ts';
import type { Draft, DraftLine, DraftValue } from '../../model/draft.ts';
import { baseName, stemOf } from '../file-name.ts';
import { clueLines } from './clue-lines.ts';
import { type Delimiter, findMark, type Mark, nameOf } from './dialect.ts';
import { figureLines, missingLines } from './figure-lines.ts';
import { globOf } from './glob.ts';
import { headerLine } from './header-line.ts';
import { keepLines } from './keep-lines.ts';
import { lackingLines } from './lacking-lines.ts';
import { noteBeginnings } from './layout.ts';
import { ASK, ground, line, open } from './lines.ts';
import { packed } from './packed.ts';
import { placeLines } from './place-lines.ts';
import { recogniser } from './recognise.ts';
import { scaleLines } from './scale-lines.ts';
import { seriesLines } from './series-lines.ts';
import { spanLines } from './span-lines.ts';
import { understand } from './understand.ts';
import type { Understood } from './understood.ts';
import { unitLines } from './unit-lines.ts';

/** An export nobody has mapped: its cells, and how they were made out in its bytes. */
export interface Sheet {
  /** Its name or path. */
  readonly file: string;
  readonly rows: readonly (readonly string[])[];
  readonly delimiter: Delimiter;
  readonly encoding: string;
  /** The encoding can't be found from the bytes and has to stand in the mapping. */
  readonly named: boolean;
  /** The rows end before the file does. */
  readonly part: boolean;
}

/** How the text is written, where that has to be said. */
function dialectLines(sheet: Sheet, mark: Mark): DraftLine[] {
  const value: Record<string, DraftValue> = {
    ...(sheet.delimiter === ',' ? {} : { delimiter: nameOf(sheet.delimiter) }),
    // nothing but . and , is allowed, so that a draft with a question is refused
    ...(mark.certainty === 'unknown' ? { decimal: ASK } : mark.mark === ',' ? { decimal: ',' } : {}),
    ...(sheet.named ? { encoding: sheet.encoding } : {}),
  };
  if (Object.keys(value).length === 0) return [];
  const certainty = mark.certainty === 'unknown' ? 'unknown' : sheet.named ? 'likely' : 'sure';
  return [
    line(
      'dialect',
      value,
      certainty,
      mark.certainty === 'unknown' ? ground('decimal', { example: mark.example }) : undefined,
      sheet.named ? ground('encoding', { encoding: sheet.encoding }) : undefined,
    ),
  ];
}

function endLines(c: Understood, part: boolean): DraftLine[] {
  if (part) return [open('end', ['注：', '数据来源：'], ground('end-unseen'))];
  if (!c.layout.note) return [];
  const beginnings = noteBeginnings(c.rows, c.layout.end);
  return [line('end', beginnings, undefined)];
}

/** Fields in the order in which people write them. */
const ORDER = [
  'region',
  'series',
  'indicator',
  'unit',
  'scale',
  'basis',
  'period',
  'year',
  'value',
  'status',
  'published',
];

/**
 * Drafts a mapping for an export (映射草稿): for each field where it seems to come from, how sure that is and why. What
 * the export does not say is left open, so that the draft is refused until a person has decided. Pure.
 * `home` is the region of the project, proposed where the export names none. Undefined where there is no table: no
 * figures, or none below a header.
 */
export function infer(sheet: Sheet, catalogue: Catalogue, home?: string): Draft | undefined {
  const mark = findMark(sheet.rows, sheet.delimiter);
  const found = understand(sheet.rows, stemOf(sheet.file).normalize('NFC'), recogniser(catalogue, mark.mark));
  if (!found) return undefined;
  const delimiter = sheet.delimiter === ',' ? '' : nameOf(sheet.delimiter);
  const about = { file: baseName(sheet.file).normalize('NFC'), encoding: sheet.encoding, delimiter };
  const after = [...(sheet.part ? [ground('part', { rows: sheet.rows.length })] : []), ground('how')];
  const files = line('files', [globOf(sheet.file)], undefined);
  const { layout } = found;
  const place = {
    ...about,
    header: [layout.upper, layout.header].flatMap((row) => (row === undefined ? [] : String(row + 1))),
    first: layout.first + 1,
    last: layout.end,
    ...(layout.note ? { note: layout.end + 1 } : {}),
  };
  const near = [
    ...placeLines(found, home),
    ...seriesLines(found),
    ...unitLines(found),
    ...scaleLines(found),
    ...spanLines(found),
    ...figureLines(found),
  ];
  const taken = new Set(near.map((l) => l.key));
  const fields = packed(found, [...near, ...clueLines(found, taken)]);
  return {
    about: [ground('about', place), ...after],
    top: [
      files,
      headerLine(found),
      ...endLines(found, sheet.part),
      ...missingLines(found),
      ...dialectLines(sheet, mark),
    ],
    fields: fields.sort((a, b) => ORDER.indexOf(a.key) - ORDER.indexOf(b.key)),
    rest: [...keepLines(found), ...lackingLines(found)],
  };
}
