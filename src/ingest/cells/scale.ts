import { fold } from '../../model/names.ts';
import type { Unit, Units } from '../../model/unit.ts';

/** A power of ten as units are written with it, in Chinese and in English, and what else exports write for it. */
interface Scale {
  readonly power: number;
  readonly zh?: string;
  readonly en?: string;
  readonly words?: string;
}

/** The powers of ten that exports say, as SCALAR_FACTOR, Scale or 单位：万 do. */
const SCALES: readonly Scale[] = [
  { power: 0, words: 'unit units one ones 个' },
  { power: 1, words: 'ten tens 十' },
  { power: 2, zh: '百', words: 'hundred hundreds' },
  { power: 3, zh: '千', en: 'thousand', words: "thousands 000 '000 ’000" },
  { power: 4, zh: '万' },
  { power: 5, zh: '十万' },
  { power: 6, zh: '百万', en: 'million', words: "millions 000000 '000000 ’000000" },
  { power: 7, zh: '千万' },
  { power: 8, zh: '亿' },
  { power: 9, zh: '十亿', en: 'billion', words: 'billions' },
  { power: 10, zh: '百亿' },
  { power: 11, zh: '千亿' },
  { power: 12, zh: '万亿', en: 'trillion', words: 'trillions' },
];

const POWERS: ReadonlyMap<string, number> = new Map(
  SCALES.flatMap(({ power, zh, en, words }) =>
    [zh, en, ...(words?.split(' ') ?? [])].flatMap((word) =>
      word === undefined ? [] : [[fold(word), power] as const],
    ),
  ),
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

/** Whether what stands behind 单位 is a scale in Chinese (万) rather than a unit. */
export const isBareScale = (word: string): boolean =>
  /\p{Script=Han}/u.test(word) && (POWERS.get(fold(word)) ?? 0) > 0;

/** The scale in a cell of its own above a table (单位：万), where a text is one and says no unit; else undefined. */
export function scaleCell(text: string): string | undefined {
  const word = /^\s*(?:计量)?单\s*位\s*[:：]\s*(.+?)\s*$/.exec(text)?.[1];
  return word !== undefined && isBareScale(word) ? word : undefined;
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

/**
 * The unit of figures that are to be multiplied by a power of ten: 美元 in thousands is 千美元, so that a figure keeps its
 * published digits and their rounding. Undefined where no such unit can be written: % in thousands.
 */
export function scaled(units: Units, unit: Unit, power: number): Unit | undefined {
  if (power === 0) return unit;
  const { zh, en } = SCALES.find((s) => s.power === power) ?? {};
  const word = en !== undefined && /^[a-z]/i.test(unit.text) ? `${en} ` : zh;
  const found = word === undefined ? undefined : units.parse(`${word}${unit.text}`);
  const means =
    found?.dimensions === unit.dimensions &&
    found.noun === unit.noun &&
    found.factor.times(unit.divisor).eq(unit.factor.times(`1e${power}`).times(found.divisor));
  return means ? found : undefined;
}
