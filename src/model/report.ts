/** What an office reports on a milestone (进展报告). */
export interface Report {
  /** The milestone's address, plan/milestone. */
  readonly milestone: string;
  /** The ISO date it was done; missing where it was reported as not done yet. */
  readonly done?: string;
  readonly evidence?: string;
  readonly by?: string;
  /** The ISO date of the report. */
  readonly on?: string;
  readonly file: string;
  readonly pointer: string;
}
