import { csv } from './formats/csv.ts';
import { markdown } from './formats/markdown.ts';
import { type Flat, field } from './records.ts';
import type { Style } from './text.ts';

const documentOf = (rows: readonly Flat[]) => ({
  blocks: () => [],
  records: () => ({
    fields: Object.keys(rows[0] ?? {}).map((key) => field(key, (row: Flat) => row[key] ?? null)),
    rows,
  }),
  isList: true,
  json: () => rows,
});

/** Flat objects as CSV. */
export const csvOf = (rows: readonly Flat[]): string => [...csv(documentOf(rows))].join('');

const PLAIN: Style = { language: 'en', width: 0, paint: (text) => text };

/** Flat objects as a Markdown table. */
export const markdownOf = (rows: readonly Flat[]): string => [...markdown(documentOf(rows), PLAIN)].join('');
