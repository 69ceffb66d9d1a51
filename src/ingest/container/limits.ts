const MIB = 2 ** 20;

/** How much the contents of a compressed file may grow when they are unpacked (防压缩炸弹), and how large a sheet may be. */
export interface Limits {
  /** More than this many times the packed size is refused … */
  readonly times: number;
  /** … once it is also more than so many bytes: small files compress extremely well at times. */
  readonly small: number;
  /** Bytes a compressed text may have unpacked. */
  readonly text: number;
  /** Bytes the parts of a workbook may have unpacked, together. */
  readonly workbook: number;
  /** Bytes of an old workbook (.xls), which is read whole. */
  readonly old: number;
  /** Cells of a workbook, its rows and the blanks before a cell counted: a full sheet has a million rows. */
  readonly cells: number;
}

/** The limits that hold unless a test sets others. */
export const LIMITS: Limits = {
  times: 200,
  small: 64 * MIB,
  text: 4096 * MIB,
  workbook: 400 * MIB,
  old: 64 * MIB,
  cells: 2 ** 23,
};

/** A size as findings say it. */
export const megabytes = (bytes: number): string => `${Math.round(bytes / MIB)} MB`;
