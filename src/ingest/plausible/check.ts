import type { Evidence } from './evidence.ts';
import type { Series } from './series.ts';
import type { Warnings } from './warnings.ts';

/** A check of what was read (合理性检查): it looks at one series and warns of what an office can hardly have meant. */
export interface Check {
  /** The code of its warning. */
  readonly code: string;
  readonly check: (series: Series, warnings: Warnings, evidence: Evidence) => void;
}
