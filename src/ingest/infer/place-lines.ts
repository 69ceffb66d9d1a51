import type { DraftLine } from '../../model/draft.ts';
import { ASK, type Case, clueFor, ends, ground, headTexts, isAbove, line, open } from './case.ts';

/** Where regions come from. `home` is the region of the project, proposed where a file names none. */
export function placeLines(c: Case, home: string | undefined): DraftLine[] {
  const assigned = c.roles.get('region');
  if (isAbove(c, 'region')) {
    const texts = headTexts(c, 'region');
    const known = texts.some(c.sight.region);
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
