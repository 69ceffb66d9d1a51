import type { Item } from '../model/plan.ts';
import { grid, type Row } from './grid.ts';
import { promiseText, type Style, safe, unitsText, word } from './text.ts';

/** Targets and milestones as a table, plan by plan: id, title, promise, due date, lead units. */
export function itemTable(items: readonly Item[], style: Style): string {
  const head = (key: Parameters<typeof word>[0]): string => style.paint(word(key, style.language), 'bold');
  const columns = [
    { head: head('id'), min: 24 },
    { head: head('target'), min: 14 },
    { head: head('value'), min: 10 },
    { head: head('due'), min: 10, rigid: true },
    { head: head('lead'), min: 10 },
  ];
  const rows: Row[] = [];
  let plan = '';
  for (const i of items) {
    if (i.plan !== plan) rows.push({ heading: style.paint(safe(`${i.plan}/`), 'bold') });
    plan = i.plan;
    rows.push([
      safe(i.id),
      safe(i.title),
      i.type === 'milestone' ? word('done', style.language) : promiseText(i, style.language),
      i.due.date,
      unitsText(i.lead, i.leadOpen, style.language),
    ]);
  }
  return `${grid(columns, rows, style.width)}\n`;
}
