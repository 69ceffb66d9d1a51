import { fold } from '../../model/names.ts';
import type { Unit, Units } from '../../model/unit.ts';

/** Words for powers of ten, by the power, as exports write them: SCALAR_FACTOR, Scale, 单位：万. */
const WORDS: readonly (readonly [power: number, words: string])[] = [
  [0, 'unit units one ones 个'],
  [1, 'ten tens 十'],
  [2, 'hundred hundreds 百'],
  [3, "thousand thousands 千 000 '000 ’000"],
  [4, '万'],
  [5, '十万'],
  [6, "million millions 百万 000000 '000000 ’000000"],
  [7, '千万'],
  [8, '亿'],
  [9, 'billion billions 十亿'],
  [10, '百亿'],
  [11, '千亿'],
  [12, 'trillion trillions 万亿'],
];

const POWERS: ReadonlyMap<string, number> = new Map(
  WORDS.flatMap(([power, words]) => words.split(' ').map((word) => [fold(word), power] as const)),
);

/** The words that say a scale (数量级). */
export const SCALE_WORDS: readonly string[] = [...POWERS.keys()];

/** Scales as messages list them. */
export const SCALES_SHOWN = ['thousands', 'millions', 'billions', '万', '亿', '3', '6', '9'];

/** Names of the columns in which exports say by what their figures are to be multiplied, with bars between. */
export const SCALE_COLUMNS =
  'scale|scalar_factor|scalar factor|unit_mult|unit mult|unit multiplier|multiplier|powercode code|powercode|数量级';
const COLUMNS: ReadonlySet<string> = new Set(SCALE_COLUMNS.split('|').map(fold));

/** Whether a column of this name says a scale (数量级); SDMX writes `CODE: Label`. */
export const isScaleColumn = (name: string): boolean =>
  COLUMNS.has(fold(name)) || COLUMNS.has(fold(name.replace(/[:：].*$/, '')));

/** The scale in a cell of its own above a table (单位：万), where a text is one and says no unit; else undefined. */
export function scaleCell(text: string): string | undefined {
  const word = /^\s*(?:计量)?单\s*位\s*[:：]\s*(.+?)\s*$/.exec(text)?.[1];
  return word !== undefined && /\p{Script=Han}/u.test(word) && POWERS.get(fold(word)) ? word : undefined;
}

/**
 * The power of ten that a scale says: of a word (thousands, 万), an exponent of SDMX (0, 2 to 15) or a factor (1000).
 * Undefined where it says none for certain: 1 and 10 can be exponents and factors.
 */
export function readScale(text: string): number | undefined {
  const word = POWERS.get(fold(text));
  if (word !== undefined) return word;
  const factor = /^10{3,15}$/.exec(text.replace(/[, ]/g, ''))?.[0];
  if (factor !== undefined) return factor.length - 1;
  return /^(?:0|[2-9]|1[1-5])$/.test(text) ? Number(text) : undefined;
}

/** How a power of ten is written before a unit: in Chinese, and before units in English. */
const CHINESE: Readonly<Record<number, string>> = {
  2: '百',
  3: '千',
  4: '万',
  5: '十万',
  6: '百万',
  7: '千万',
  8: '亿',
  9: '十亿',
  10: '百亿',
  11: '千亿',
  12: '万亿',
};
const ENGLISH: Readonly<Record<number, string>> = {
  3: 'thousand ',
  6: 'million ',
  9: 'billion ',
  12: 'trillion ',
};

/**
 * The unit of figures that are to be multiplied by a power of ten: 美元 in thousands is 千美元, so that a figure keeps its
 * published digits and their rounding. Undefined where no such unit can be written: % in thousands.
 */
export function scaled(units: Units, unit: Unit, power: number): Unit | undefined {
  if (power === 0) return unit;
  const word = (/^[a-z]/i.test(unit.text) ? ENGLISH[power] : undefined) ?? CHINESE[power];
  const found = word === undefined ? undefined : units.parse(`${word}${unit.text}`);
  const means =
    found?.dimensions === unit.dimensions &&
    found.noun === unit.noun &&
    found.factor.times(unit.divisor).eq(unit.factor.times(`1e${power}`).times(found.divisor));
  return means ? found : undefined;
}
