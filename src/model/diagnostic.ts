/** How much a finding weighs. */
export type Severity = 'error' | 'warning' | 'info';

export type Arg = string | number | readonly string[];

/**
 * A finding as data (诊断): wording turns code and arguments into a sentence in either language; line and column
 * are found from the pointer when it is shown.
 */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly args: Readonly<Record<string, Arg>>;
  readonly file?: string;
  /** JSON pointer into a YAML file. */
  readonly pointer?: string;
  /** Whether the key at the pointer is meant, not its value. */
  readonly key?: boolean;
  /** Known line and column, both from 1, where no pointer leads there. */
  readonly line?: number;
  readonly column?: number;
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

/** Whether a severity is at or above a threshold. */
export const atLeast = (severity: Severity, threshold: Severity): boolean =>
  WEIGHT[severity] >= WEIGHT[threshold];

/**
 * An error the user can mend: wrong usage, unreadable input. Everything else that is thrown is a fault of the
 * program.
 */
export class UserError extends Error {
  readonly diagnostics: readonly Diagnostic[];
  /** Lists are taken whole: a call can't have as many arguments as a file can have faults. */
  constructor(...findings: readonly (Diagnostic | readonly Diagnostic[])[]) {
    const diagnostics = findings.flat();
    super(diagnostics.map((d) => d.code).join(', '));
    this.diagnostics = diagnostics;
  }
}

/** A finding with severity `error`, the commonest. */
export const fault = (
  code: string,
  args: Diagnostic['args'] = {},
  place: Pick<Diagnostic, 'file' | 'pointer' | 'key' | 'line' | 'column'> = {},
): Diagnostic => ({ code, severity: 'error', args, ...place });
