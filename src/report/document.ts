import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { Language } from '../wording/message.ts';
import type { Field } from './records.ts';
import type { Rich } from './rich.ts';

/**
 * What a command has to say, for every format to write in its own way: blocks for people, records and a JSON value for
 * programs. What takes long to make is made when a format asks for it.
 */
export interface Document {
  /** Names the whole, where it is about one thing. */
  readonly title?: Rich;
  /** What is read from top to bottom. */
  blocks(): readonly Block[];
  /** Beside the result, on standard error where a terminal is written to. */
  readonly remarks?: Remarks;
  /** The same as rows of values. */
  records(): Records;
  /** Whether the records are the whole of it: a list of like things, which Markdown writes as one table of them. */
  readonly isList?: boolean;
  /** The published JSON: `{ schema: 'ptrack/…/v1', … }`. */
  json(): unknown;
  /** What was checked one by one, and what came of each, where the command checks. */
  cases?(): Promise<readonly Case[]>;
}

/** Lines beside the result, under a heading where there is one. */
export interface Remarks {
  readonly heading?: string;
  readonly lines: readonly string[];
}

/** The rows of a document as programs read them, with the published keys. */
export interface Records<R = unknown> {
  readonly fields: readonly Field<R>[];
  readonly rows: readonly R[];
}

/** One thing that was checked: a target by its verdict, a file by a finding in it. */
export interface Case {
  /** What it belongs to: the plan, or the file. */
  readonly group: string;
  /** Its address: `plan/target`, or `file:line:column`. */
  readonly name: string;
  /** The status or the code of the finding. */
  readonly code: string;
  /** How bad it is; absent where nothing is wrong. */
  readonly severity?: Severity;
  /** Whether nothing can be said of it yet: not due, not quantified. */
  readonly skipped?: boolean;
  /** Why, as a sentence. */
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Finds line and column of places in files, in the order asked for; the file alone where there is no more to say. */
export type Locate = (
  places: readonly Pick<Diagnostic, 'file' | 'pointer'>[],
) => Promise<readonly Pick<Case, 'file' | 'line' | 'column'>[]>;

/** A finding with the place it was found at, and the line of text that stands there. */
export interface Located {
  readonly finding: Diagnostic;
  readonly line?: number;
  readonly column?: number;
  readonly length?: number;
  /** The line itself. */
  readonly source?: string;
}

/** A part of a document. */
export type Block = Heading | Paragraph | Table | Tree | Entries | Findings;

/** What the blocks up to the next heading are about. */
export interface Heading {
  readonly kind: 'heading';
  readonly text: Rich;
}

/** Sentences, each beginning a line. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly lines: readonly Rich[];
  /** Whether no line may be wrapped: paths and commands in them are to be copied. */
  readonly whole?: boolean;
}

/** Rows of the same columns, in sections. */
export interface Table<R = unknown> {
  readonly kind: 'table';
  readonly caption?: Rich;
  readonly columns: readonly Column<R>[];
  readonly sections: readonly Section<R>[];
}

/** Rows under a heading across all columns. */
export interface Section<R> {
  readonly heading?: Rich;
  readonly rows: readonly R[];
}

/** A table of which each row may have rows that are parts of it; the first column names them. */
export interface Tree<R = unknown> {
  readonly kind: 'tree';
  readonly columns: readonly Column<R>[];
  readonly root: R;
  partsOf(row: R): readonly R[];
}

/** Names with what is said of each. */
export interface Entries {
  readonly kind: 'entries';
  readonly caption?: Rich;
  readonly entries: readonly Entry[];
}

/** One name with what is said of it; one without a name goes on with what stands above. */
export interface Entry {
  readonly name: string;
  readonly text: Rich;
  /** How deep it stands under the others; 0 unless given. */
  readonly depth?: number;
}

/** Findings with the lines they stand at. */
export interface Findings {
  readonly kind: 'findings';
  readonly findings: readonly Located[];
}

/** A column of a table: declared once for every format. */
export interface Column<R = unknown> {
  readonly key: string;
  /** Its words. */
  heading(language: Language): string;
  text(row: R, language: Language): Rich;
  readonly align?: 'right';
  /** Columns of a terminal it keeps at the least: in a narrow one, and in a wide one where that is more. */
  readonly least: number;
  readonly leastWide?: number;
  /** Never gives way. */
  readonly rigid?: boolean;
  /** Shown in terminals at least so wide; below `until` only. */
  readonly from?: number;
  readonly until?: number;
  /** The key of the column under whose text it stands in a narrow terminal. */
  readonly under?: string;
  /** What it says there, unless the same. */
  textUnder?(row: R, language: Language): Rich;
}

/** Columns of a terminal from which on it is wide: every value has a column of its own. */
export const WIDE = 110;
