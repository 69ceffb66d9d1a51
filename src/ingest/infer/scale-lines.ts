import type { DraftLine } from '../../model/draft.ts';
import { readScale } from '../cells/scale.ts';
import { ASK, ground, line, open, some } from './lines.ts';
import type { Understood } from './understood.ts';

/** Scales shown in a table of questions. */
const LISTED = 12;

/** A column that says a scale (数量级): read without it, figures would be a thousand times too small. */
export function scaleLines(c: Understood): DraftLine[] {
  const assigned = c.roles.get('multiplier');
  if (!assigned) return [];
  const { name, texts } = assigned.column;
  const strange = texts.filter((t) => readScale(t) === undefined);
  if (strange.length === 0 && texts.length > 0)
    return [line('scale', { column: name }, 'sure', ground('scale', some(texts, 3)))];
  const table = Object.fromEntries(strange.slice(0, LISTED).map((t) => [t, ASK]));
  const scale = strange.length > 0 ? { scale: table } : {};
  return [open('scale', { column: name, ...scale }, ground('strange-scale'))];
}
