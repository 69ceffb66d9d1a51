import type { Catalogue } from '../model/catalogue.ts';
import type { Mapping } from './mapping-types.ts';

/** What `ingest` needs to know. */
export interface IngestInput {
  /** The file's name or path; patterns see its last part, findings name it whole. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Not needed for ptrack's own output. */
  readonly mapping?: Mapping;
  readonly catalogue: Catalogue;
  /** ISO date of publication, where the export itself gives none. */
  readonly published?: string;
}
