/** Where the figures of a batch (批次) come from: an export, read by a mapping at a time. */
export interface Origin {
  /** The export's name. */
  readonly source: string;
  readonly sourceHash: string;
  /** The mapping's id or file. */
  readonly mapping: string;
  readonly mappingHash: string;
  /** ISO time. */
  readonly ingested: string;
  /** Cells that were rejected and left out, where there were any: the export can be ingested again. */
  readonly rejected?: number;
  /** The date of publication that was given for the whole. */
  readonly published?: string;
  /** The program that read it, with its version. */
  readonly tool: string;
}

/** An export and the mapping it is read by, as their hashes. */
export type ExportHashes = Pick<Origin, 'sourceHash' | 'mappingHash'>;

/** Whether a batch came of an export and a mapping. */
export const isOf = (batch: ExportHashes, { sourceHash, mappingHash }: ExportHashes): boolean =>
  batch.sourceHash === sourceHash && batch.mappingHash === mappingHash;

/** Whether a batch has all of an export, so that nothing new could come of it unless another date is given. */
export const isWhole = (
  batch: Pick<Origin, 'rejected' | 'published'>,
  published: string | undefined,
): boolean => !batch.rejected && (published === undefined || published === batch.published);
