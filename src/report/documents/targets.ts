import type { Item } from '../../model/plan.ts';
import type { Column, Document, Section } from '../document.ts';
import { ITEM_FIELDS } from '../item-fields.ts';
import { recordOf } from '../records.ts';
import { bold } from '../rich.ts';
import { promiseText, safe, unitsText, word } from '../text.ts';

const COLUMNS: readonly Column<Item>[] = [
  { key: 'target', heading: (language) => word('id', language), least: 24, text: (i) => safe(i.id) },
  { key: 'title', heading: (language) => word('target', language), least: 14, text: (i) => safe(i.title) },
  {
    key: 'value',
    heading: (language) => word('value', language),
    least: 10,
    text: (i, language) => (i.type === 'milestone' ? word('done', language) : promiseText(i, language)),
  },
  {
    key: 'due',
    heading: (language) => word('due', language),
    least: 10,
    rigid: true,
    text: (i) => i.due.date,
  },
  {
    key: 'leadUnits',
    heading: (language) => word('lead', language),
    least: 10,
    text: (i, language) => unitsText(i.lead, i.leadOpen, language),
  },
];

/** The items of each plan under its id; they come plan by plan. */
const sectionsOf = (items: readonly Item[]): Section<Item>[] =>
  [...new Set(items.map((i) => i.plan))].map((plan) => ({
    heading: bold(safe(`${plan}/`)),
    rows: items.filter((i) => i.plan === plan),
  }));

/** Targets and milestones, plan by plan: `ptrack/targets/v1`. */
export const targetsDocument = (items: readonly Item[]): Document => ({
  blocks: () => [{ kind: 'table', columns: COLUMNS, sections: sectionsOf(items) }],
  records: () => ({ fields: ITEM_FIELDS, rows: items }),
  isList: true,
  json: () => ({ schema: 'ptrack/targets/v1', targets: items.map((i) => recordOf(ITEM_FIELDS, i)) }),
});
