import { fold } from '../../model/names.ts';
import { BASIS_WORDS, compilePattern, type Pattern, type Tables } from '../mapping/pattern.ts';

/** Words that say of a growth how its figures are to be taken (累计同比): a mapping has to name those it needs. */
const GROWTH_BASIS: ReadonlyMap<string, string> = new Map(
  ['增长', '同比', '同比增长', '同比增速', '增速', '增长率'].flatMap((word) =>
    ['累计', '当月', '本月', '当季', '当期'].map((basis) => [
      `${basis}${word}`,
      basis === '累计' ? 'year-to-date' : 'span',
    ]),
  ),
);

/** What stands behind the name of a level to make it that of its growth. */
export const GROWTHS = ['同比增长', '同比增速', '增长速度', '增长率', '增速', '同比'] as const;

/** Every word of basis there is, each standing for itself, so that the word can be seen and not its meaning. */
const TABLES: Tables = {
  basis: new Map([...BASIS_WORDS.keys(), ...GROWTH_BASIS.keys()].map((word) => [fold(word), word])),
};

/** Whether a text is a word of basis (累计值, 当月值). */
export const isBasis = (text: string): boolean => TABLES.basis?.has(fold(text)) === true;

/** A pattern that captures words of basis as they are written. */
export const wordPattern = (text: string): Pattern => compilePattern(text, TABLES) as Pattern;

/** The entries a mapping needs for words of basis that are not known without it. */
export const basisTable = (words: Iterable<string | undefined>): Record<string, string> =>
  Object.fromEntries(
    [...new Set(words)].flatMap((word) => {
      const means = word === undefined ? undefined : GROWTH_BASIS.get(word);
      return word === undefined || means === undefined ? [] : [[word, means]];
    }),
  );

/** Beginnings of 同比 and its like, alone above a column. */
export const GROWTH_HEAD = /^(?:[比较])?(?:上年|去年)?(?:同期)?(?:同比|增长|增速|增减|增幅|±)/;
