import type { Period } from './period.ts';

/** A region (地区), or a group of regions (地区组) where it has members. */
export interface Region {
  /** What it is told apart by: its official code, or its id where that code is used again for another region. */
  readonly code: string;
  /** Its official code, where it is told apart by an id. */
  readonly official?: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The region it lies in, as it was written. */
  readonly parent?: string;
  /** For a group: its members, as they were written. */
  readonly members?: readonly string[];
  /** The regions that make it up without gap or overlap, as they were written; a group stands for its members. */
  readonly parts?: readonly string[];
  /** Its first month, where it was made by a merger or a split, or took its code over from another (设立). */
  readonly from?: number;
  /** Its last month, where it exists no more under this code (撤销). */
  readonly until?: number;
  /** What it became (合并、拆分、更名): the regions its territory lies in since, as they were written. */
  readonly successors?: readonly string[];
  readonly file: string;
  readonly pointer: string;
}

/** Whether a region existed in some month of a span. */
export const existsIn = ({ from, until }: Pick<Region, 'from' | 'until'>, span: Period): boolean =>
  (from === undefined || from <= span.end) && (until === undefined || until >= span.start);

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
