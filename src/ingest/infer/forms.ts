import { commensurable } from '../../model/unit.ts';
import type { Pattern } from '../mapping/pattern.ts';
import { keeping, type Recogniser } from './recognise.ts';
import { GROWTHS, wordPattern } from './words.ts';

/** A name taken apart (名称): what a form captures from it, the word of basis as it is written. */
export interface Named {
  readonly indicator: string;
  readonly unit?: string;
  readonly basis?: string;
}

const UNITS = ['({unit})', '_{unit}', '[{unit}]', ',{unit}', ':{unit}', ''];
const BASIS = ['{basis}', '_{basis}', '-{basis}', '({basis})', ':{basis}'];

interface Form {
  readonly text: string;
  readonly pattern: Pattern;
  /** Whether it takes a word of basis, or of growth, from the name. */
  readonly takes: 'basis' | 'growth' | 'nothing';
}

const forms = (word: string, takes: Form['takes']): Form[] =>
  UNITS.map((unit) => `{indicator}${word}${unit}`).map((text) => ({
    text,
    pattern: wordPattern(text),
    takes,
  }));

/** How names are written, the most telling form first: with a basis, as a growth, with a unit, bare. */
const FORMS: readonly Form[] = [
  ...BASIS.flatMap((word) => forms(word, 'basis')),
  ...GROWTHS.flatMap((word) => forms(word, 'growth')),
  ...forms('', 'nothing'),
];

/** A form that fits a name, with what it captures. */
interface Fit {
  readonly form: Form;
  readonly named: Named;
}

/** The forms that fit a name; where they capture a unit, it has to be one. */
const fitting = (text: string, recognise: Recogniser): Fit[] =>
  FORMS.flatMap((form) => {
    const bag = form.pattern.match(text);
    if (bag?.indicator === undefined || (bag.unit !== undefined && !recognise.unit(bag.unit))) return [];
    return [{ form, named: { ...bag, indicator: bag.indicator } }];
  });

/** Whether the catalogue has a series of that name, in that unit where one is given. */
function isSeries({ indicator, unit }: Named, recognise: Recogniser): boolean {
  const parsed = unit === undefined ? undefined : recognise.catalogue.units.parse(unit);
  return recognise.series(indicator).some((i) => parsed === undefined || commensurable(i.unit, parsed));
}

/** The form of one name: the first that gives a series of the catalogue, else the first that needs no catalogue. */
function formOf(text: string, recognise: Recogniser): Form | undefined {
  const fits = fitting(text, recognise);
  // 累计值 and 当月值 are no part of a name; what else looks like a basis or a growth may be one
  const plain = ({ form, named }: Fit): boolean =>
    form.takes === 'nothing' || named.basis?.endsWith('值') === true;
  const best =
    fits.find(({ named }) => isSeries(named, recognise)) ??
    fits.find(({ named }) => recognise.series(named.indicator).length > 0) ??
    fits.find(plain);
  return best?.form;
}

/** The forms of several names, in the order in which they are to be tried, and what they capture from a name. */
export interface Forms {
  readonly as: readonly string[];
  readonly of: (text: string) => Named;
}

/** Finds how names are written. */
export function formsOf(texts: readonly string[], recognise: Recogniser): Forms {
  const used = new Set(texts.map((text) => formOf(text, recognise)));
  const tried = FORMS.filter((form) => used.has(form));
  const of = (text: string): Named => {
    const bag = tried.map((form) => form.pattern.match(text)).find((found) => found !== undefined);
    return { indicator: text, ...bag };
  };
  return { as: tried.map((form) => form.text), of: keeping(of) };
}

/** Whether the catalogue has the series of a name, by the name taken apart or as a whole. */
export const knownIn = (found: Forms, text: string, recognise: Recogniser): boolean =>
  [found.of(text).indicator, text].some((name) => recognise.series(name).length > 0);
