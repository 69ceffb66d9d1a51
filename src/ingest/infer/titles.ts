import { isBareScale } from '../cells/scale.ts';
import { isBlank, tidy } from '../text.ts';
import { inLine } from './cells.ts';
import { formsOf } from './forms.ts';
import type { Recogniser } from './recognise.ts';
import { type Need, type Part, partsOf, steady } from './title-parts.ts';
import { wordPattern } from './words.ts';

/** A text that gives some of what is needed, and the pattern that takes it from there. */
export interface Clue {
  readonly from: 'preamble' | 'file';
  readonly text: string;
  readonly pattern: string;
  /** By field, the text captured. */
  readonly gives: ReadonlyMap<Need, string>;
  /** Said with its own key (单位：亿元), and not read out of a title. */
  readonly keyed: boolean;
}

type Found = Omit<Clue, 'from' | 'keyed'>;

const KEYS: readonly (readonly [Need, string])[] = [
  ['indicator', '指标名称|统计指标|指标|indicator|series'],
  ['unit', '计量单位|单位|units?'],
  ['scale', '计量单位|单位'],
  ['region', '行政区划|地区|区域|region|area'],
  ['published', '发布日期|发布时间|公布日期|公布时间|published|release date'],
  ['period', '报告期|数据时间|统计时间|时间|时期|期间|period|time'],
  ['year', '年份|年度|year'],
];
const KEYED = KEYS.map(
  ([need, words]) => [need, new RegExp(`^([(（]?(?:${words})\\s*[:： ]\\s*)(.+?)([)）]?)$`, 'i')] as const,
);

/** Spans of several years, and such as have no end: what was asked of a database, not what a table is about. */
const SELECTION = /\d{4}\D{0,3}[-—–~至]\D?(?:\d{4}|$)/;

/** Whether a text is what is needed of it. */
const FITS: Partial<Record<Need, (text: string, recognise: Recogniser) => boolean>> = {
  unit: (text, recognise) => recognise.unit(text),
  scale: isBareScale,
  period: (text, recognise) =>
    !SELECTION.test(text) &&
    recognise.label(text)?.fault === undefined &&
    recognise.label(text) !== undefined,
  year: (text, recognise) => recognise.label(text)?.year === true,
  published: (text) => /^\d{4}\D+\d{1,2}\D+\d{1,2}\D?$/.test(text),
};

function readKeyed(text: string, needs: ReadonlySet<Need>, recognise: Recogniser): Found | undefined {
  for (const [need, key] of KEYED) {
    const m = key.exec(text);
    if (!m || !needs.has(need)) continue;
    const [before, rest, after] = [`${m[1]}`, `${m[2]}`, `${m[3]}`];
    // a bracket that was not opened before the key belongs to what stands behind it
    const closed = /[(（]/.test(before) ? after : '';
    const value = closed === '' ? rest + after : rest;
    if (FITS[need]?.(value, recognise) === false) continue;
    if (need !== 'indicator')
      return { text, pattern: `${before}{${need}}${closed}`, gives: new Map([[need, value]]) };
    const forms = formsOf([value], recognise);
    const named = forms.of(value);
    const gives = new Map<Need, string>([['indicator', named.indicator]]);
    if (named.unit !== undefined) gives.set('unit', named.unit);
    if (named.basis !== undefined) gives.set('basis', named.basis);
    return { text, pattern: `${before}${forms.as[0]}${closed}`, gives };
  }
  return undefined;
}

function compose(text: string, parts: readonly Part[], open: boolean): string {
  let pattern = '';
  let at = 0;
  for (const [i, part] of parts.entries()) {
    const before = text.slice(at, part.start);
    pattern += open && i === 0 && before !== '' ? '{_}' : steady(before);
    pattern += `{${part.need}}`;
    at = part.start + part.text.length;
  }
  const rest = text.slice(at);
  // in a file's name 年 stays, so that the four digits before it are a year
  if (!open || rest === '') return pattern + steady(rest);
  return `${pattern}${rest.startsWith('年') ? '年' : ''}{_}`;
}

function readTitle(
  text: string,
  needs: ReadonlySet<Need>,
  recognise: Recogniser,
  open: boolean,
): Found | undefined {
  const parts = partsOf(text, needs, recognise);
  if (parts.length === 0) return undefined;
  const gives = new Map(parts.map((p) => [p.need, p.text] as const));
  for (const pattern of [...(open ? [compose(text, parts, true)] : []), compose(text, parts, false)]) {
    const bag = wordPattern(pattern).match(text);
    if (bag && [...gives].every(([need, found]) => bag[need] === tidy(found)))
      return { text, pattern, gives };
  }
  return undefined;
}

/** Texts above a table that are no title: publication, sources, addresses and times name what is not the table's. */
const APART =
  /^(?:发布|公布|更新|来源|数据来源|资料来源|last updated|source|data source)|https?:|\bGMT|\bUTC|\d:\d\d/i;

/** Every text a pattern for the preamble is tried on, in that order: each cell of a row, then the row as a whole. */
export function preambleTexts(rows: readonly (readonly string[])[]): string[] {
  return rows.flatMap((row) => {
    const cells = row.filter((c) => !isBlank(c));
    return [...new Set([...cells, cells.join(' ')])].filter((t) => !isBlank(t)).map(inLine);
  });
}

/**
 * Looks for what is needed above the table, then in the file's name; each text gives what those before it have not
 * given. A pattern is taken only where it captures the same as was seen, and fits no text above it.
 */
export function findClues(
  rows: readonly (readonly string[])[],
  stem: string,
  wanted: ReadonlySet<Need>,
  recognise: Recogniser,
): Clue[] {
  const needs = new Set(wanted);
  const clues: Clue[] = [];
  const take = (from: Clue['from'], keyed: boolean, found: Found | undefined): void => {
    if (!found) return;
    clues.push({ ...found, from, keyed });
    for (const need of found.gives.keys()) needs.delete(need);
    if (recognise.label(`${found.gives.get('period')}`)?.dated === true) needs.delete('year');
  };
  const texts = preambleTexts(rows);
  const first = (found: Found | undefined): Found | undefined =>
    found && texts.find((t) => wordPattern(found.pattern).match(t) !== undefined) === found.text
      ? found
      : undefined;
  for (const text of texts)
    if (needs.size > 0) take('preamble', true, first(readKeyed(text, needs, recognise)));
  for (const text of texts)
    if (needs.size > 0 && !APART.test(text))
      take('preamble', false, first(readTitle(text, needs, recognise, false)));
  if (needs.size > 0) take('file', false, readTitle(stem, needs, recognise, true));
  return clues;
}
