import type { DraftLine } from '../../model/draft.ts';
import { ASK, ends, ground, line, open } from './lines.ts';
import { clueFor, headTexts, isAbove, type Understood } from './understood.ts';

/** Where regions come from. `home` is the region of the project, proposed where a file names none. */
export function placeLines(c: Understood, home: string | undefined): DraftLine[] {
  const assigned = c.roles.get('region');
  if (isAbove(c, 'region')) {
    const texts = headTexts(c, 'region');
    const known = texts.some(c.recognise.region);
    return [
      line('region', { from: 'header' }, known ? 'sure' : 'likely', ground('head-regions', ends(texts))),
    ];
  }
  if (assigned) {
    const { column, certainty } = assigned;
    const texts = column.texts;
    const blank =
      column.blanks > 0
        ? ground('blank-regions', { count: column.blanks, column: column.name, region: home ?? ASK })
        : undefined;
    return [
      line(
        'region',
        { column: column.name },
        blank ? 'unknown' : certainty,
        ground('regions', ends(texts)),
        blank,
      ),
    ];
  }
  if (clueFor(c, 'region')) return [];
  return [
    open('region', { constant: home ?? ASK }, ground(home === undefined ? 'no-region' : 'no-region-home')),
  ];
}
