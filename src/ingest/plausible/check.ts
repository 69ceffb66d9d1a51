import type { Desk } from './desk.ts';
import type { Series } from './series.ts';

/** A check of what was read: it looks at one series and tells the desk what no office would mean. */
export interface Check {
  /** The code of its finding. */
  readonly code: string;
  readonly check: (series: Series, desk: Desk) => void;
}
