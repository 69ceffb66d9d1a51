import type { Catalogue } from '../model/catalogue.ts';
import type { Sheet } from './container/export.ts';
import type { Mapping } from './mapping/mapping.ts';
import type { Problem } from './problems.ts';
import type { Chunks } from './table/chunks.ts';

/** An export as it lies there: text that can be gone through again and again, or the sheets of a workbook. */
export type Source =
  | { readonly kind: 'text'; readonly chunks: Chunks }
  | { readonly kind: 'workbook'; readonly sheets: readonly Sheet[] };

/** A cell that was not taken, with its text and why. */
export interface Reject {
  readonly cell: string;
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** What `ingest` needs to know. */
export interface IngestInput {
  /** The file's name or path; patterns see its last part, findings name it whole. */
  readonly name: string;
  readonly source: Source;
  /** Not needed for ptrack's own output. */
  readonly mapping?: Mapping;
  readonly catalogue: Catalogue;
  /** ISO date of publication, where the export itself gives none. */
  readonly published?: string;
  /** Is told of every cell that is not taken. */
  readonly reject?: (reject: Reject) => void;
}
