import type { Fingerprint } from '../../model/fingerprint.ts';

/**
 * An export opened, whatever container it came in (导出文件): plain text that can be gone through more than once in
 * bounded memory, or the sheets of a workbook (工作簿).
 */
export type Export = {
  /** As findings show it; standard input is `stdin` unless it was given a name. */
  readonly name: string;
  /** Of the file as received, of the compressed file where it is one; to be asked before closing. */
  readonly fingerprint: Fingerprint;
  /** Lets go of the file, and of what was spooled. What is not closed goes with the program. */
  close(): void;
} & (
  | {
      readonly kind: 'text';
      /** The bytes from the start, 64 KiB at a time, at every call anew. */
      chunks(): Iterable<Uint8Array>;
    }
  | { readonly kind: 'workbook'; readonly sheets: readonly Sheet[] }
);

/** A sheet of a workbook (工作表); its first row is row 1 of the sheet, the first cell of each row column A. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Cells as the workbook shows them (`shown.ts`), rows and columns that are hidden or filtered away included. */
  readonly rows: readonly (readonly string[])[];
}
