import type { DraftLine, Ground } from '../../model/draft.ts';
import { isMoment } from '../../model/indicator.ts';
import type { Column } from './columns.ts';
import { dateForms, isDate } from './dates.ts';
import { ASK, ends, ground, line, open, some } from './lines.ts';
import { namesOf } from './names.ts';
import { addsUp, canAddUp } from './spans.ts';
import { clueFor, headsOf, headTexts, isAbove, labelsOf, type Understood } from './understood.ts';

/** Said where single months or quarters stand for figures of which nothing says whether they are cumulative (累计). */
export function singleSpans(c: Understood, labels: readonly string[]): Ground | undefined {
  const { texts, forms } = namesOf(c);
  const said =
    c.roles.has('basis') ||
    clueFor(c, 'basis') !== undefined ||
    headsOf(c).some((h) => h.basis !== undefined) ||
    texts.some((t) => forms.of(t).basis !== undefined) ||
    labels.some(addsUp);
  const moments =
    texts.length > 0 &&
    texts.every((t) => {
      const series = c.recognise.series(forms.of(t).indicator);
      return series.length > 0 && series.every(isMoment);
    });
  return !said && !moments && labels.some(canAddUp) ? ground('single-spans') : undefined;
}

/** The line for a column of labels, with those that can't be read. */
function fromColumn(c: Understood, column: Column, certainty: DraftLine['certainty']): DraftLine {
  const texts = column.texts;
  const value = { column: column.name };
  if (texts.every(isDate)) {
    const forms = dateForms(texts);
    if (!forms) return open('period', value, ground('dates', ends(texts)));
    const [only = ''] = forms;
    const as = forms.length === 1 ? only : forms;
    return line(
      'period',
      { ...value, as },
      'likely',
      ground('dates-as', ends(texts)),
      singleSpans(c, ['5月']),
    );
  }
  const bad = texts.filter(
    (t) => c.recognise.label(t) === undefined || c.recognise.label(t)?.fault !== undefined,
  );
  const refused = bad.length > 0 ? ground('bad-labels', some(bad, 4)) : undefined;
  const sure = refused ? 'unknown' : certainty;
  return line('period', value, sure, ground('labels', ends(texts)), refused, singleSpans(c, texts));
}

/** A label that names no year, where nothing else does either. */
function undated(c: Understood): string | undefined {
  if (c.roles.has('year') || isAbove(c, 'year') || clueFor(c, 'year')) return undefined;
  const said = clueFor(c, 'period')?.gives.get('period');
  return [...labelsOf(c), ...(said === undefined ? [] : [said])].find(
    (t) => c.recognise.label(t)?.dated === false,
  );
}

/** Where spans and their years come from. */
export function spanLines(c: Understood): DraftLine[] {
  const above = (key: 'period' | 'year'): DraftLine[] => {
    const texts = headTexts(c, key);
    if (texts.length === 0) return [];
    return [line(key, { from: 'header' }, 'sure', ground('head-labels', ends(texts)), singleSpans(c, texts))];
  };
  const [column, year] = [c.roles.get('period'), c.roles.get('year')];
  const lines = [
    ...above('period'),
    ...above('year'),
    ...(column ? [fromColumn(c, column.column, column.certainty)] : []),
    ...(year
      ? [
          line(
            'year',
            { column: year.column.name },
            year.certainty,
            ground('labels', ends(year.column.texts)),
          ),
        ]
      : []),
  ];
  const label = undated(c);
  if (lines.length === 0 && !clueFor(c, 'period') && !clueFor(c, 'year'))
    lines.push(open('period', { constant: ASK }, ground('no-period')));
  if (label !== undefined) lines.push(open('year', { constant: ASK }, ground('no-year', { label })));
  return lines;
}
