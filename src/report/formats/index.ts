import type { Document } from '../document.ts';
import type { Style } from '../text.ts';

/** Writes any document, piece by piece. */
export type Format = (document: Document, style: Style) => Iterable<string> | Promise<Iterable<string>>;

/** Every format there is; a new one is a file and a line here. Its code is loaded when it is written. */
export const FORMATS = {
  text: async () => (await import('./text.ts')).text,
  json: async () => (await import('./json.ts')).json,
  csv: async () => (await import('./csv.ts')).csv,
  markdown: async () => (await import('./markdown.ts')).markdown,
} as const satisfies Readonly<Record<string, () => Promise<Format>>>;

/** The name of a format, as --format takes it. */
export type FormatName = keyof typeof FORMATS;

/** What a terminal is written in: the format where none is asked for, beside which remarks are told. */
export const TERMINAL: FormatName = 'text';

/** Other names that formats had, and keep. */
export const FORMER_NAMES: Readonly<Record<string, FormatName>> = { table: 'text' };
