import type { Catalogue } from './catalogue.ts';
import type { Plan } from './plan.ts';
import type { Report } from './report.ts';
import type { Scheme } from './scoring.ts';

/** Everything a project's files say, read and linked (工作区). */
export interface Workspace {
  /** The folder all paths lie under. */
  readonly root: string;
  readonly catalogue: Catalogue;
  readonly plans: readonly Plan[];
  readonly reports: readonly Report[];
  readonly schemes: readonly Scheme[];
  /** Folded names of what was left out because it is faulty: that it is missing elsewhere says nothing new. */
  readonly leftOut: ReadonlySet<string>;
  /** Today as an ISO date, where what is past is to be looked for. */
  readonly today?: string;
}
