/** A region (地区), or a group of regions (地区组) where it has members. */
export interface Region {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The code of the region it lies in, as it was written. */
  readonly parent?: string;
  /** For a group: its members, as they were written. */
  readonly members?: readonly string[];
  /** The regions that make it up without gap or overlap, as they were written; a group stands for its members. */
  readonly parts?: readonly string[];
  readonly file: string;
  readonly pointer: string;
}

/** An organisation that leads or answers for targets (单位). */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The region it belongs to, as it was written. */
  readonly region?: string;
  readonly file: string;
  readonly pointer: string;
}
