import type { Args, Both, Given } from './message.ts';

/** How much a finding weighs. */
export type Severity = 'error' | 'warning' | 'info';

/** The findings there are, by code, with what each sentence is told; every table of sentences adds its own. */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled where the sentences stand
export interface FindingArgs {}

/** The code of a finding (诊断代码): stable, and the same in both languages. */
export type FindingCode = keyof FindingArgs;

/** Where something was found. */
export interface Place {
  readonly file?: string;
  /** JSON pointer into a YAML file. */
  readonly pointer?: string;
  /** Whether the key at the pointer is meant, not its value. */
  readonly key?: boolean;
  /** Known line and column, both from 1, where no pointer leads there. */
  readonly line?: number;
  readonly column?: number;
}

declare const said: unique symbol;

/**
 * A finding as data (诊断): wording turns code and arguments into a sentence in either language; line and column
 * are found from the pointer when it is shown. Only `finding` and `fault` make one, so that its arguments are those
 * of its sentence.
 */
export interface Diagnostic extends Place {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly args: Args;
  readonly [said]: true;
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

/** What the sentence of a code is told; of one that can be several, what all of them are told. */
export type CodeArgs<C extends FindingCode> = Both<FindingArgs[C]>;

/** A finding of any severity. */
export const finding = <C extends FindingCode>(
  severity: Severity,
  code: C,
  args: CodeArgs<C>,
  place?: Place,
): Diagnostic => ({ code, severity, args, ...place }) as unknown as Diagnostic;

/** A finding with severity `error`, the commonest. */
export const fault = <C extends FindingCode>(
  code: C,
  ...[args, place]: [...Given<CodeArgs<C>>, place?: Place]
): Diagnostic => finding('error', code, (args ?? {}) as CodeArgs<C>, place as Place);
