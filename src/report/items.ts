import type { Item } from '../model/plan.ts';
import { grid } from './grid.ts';
import { promiseText, type Style, safe, unitsText, word } from './text.ts';

/** Targets and milestones as a table: address, title, promise, window or due date, lead units. */
export function itemTable(items: readonly Item[], style: Style): string {
  const head = (key: Parameters<typeof word>[0]): string => style.paint(word(key, style.language), 'bold');
  const columns = [
    { head: head('address'), min: 18 },
    { head: head('target'), min: 16 },
    { head: head('value'), min: 12 },
    { head: head('due'), min: 10 },
    { head: head('lead'), min: 10 },
  ];
  const rows = items.map((i) => [
    safe(`${i.plan}/${i.id}`),
    safe(i.title),
    i.type === 'milestone' ? word('done', style.language) : promiseText(i, style.language),
    i.due.date,
    unitsText(i.lead, i.leadOpen, style.language),
  ]);
  return `${grid(columns, rows, style.width)}\n`;
}
