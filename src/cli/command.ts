import type { HELP } from '../wording/commands.ts';
import type { Context } from './context.ts';

type Help = keyof typeof HELP;

/** An option of a command; `choices` are shown in its help and checked by the command. */
export interface OptionSpec {
  readonly flags: string;
  readonly help: Help;
  readonly choices?: readonly string[];
  /** May be given several times. */
  readonly many?: boolean;
}

/** What a command is run with. */
export interface Invocation {
  readonly context: Context;
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly version: string;
}

/** Runs a command, and gives its exit code. */
export type Run = (invocation: Invocation) => Promise<number> | number;

type ArgumentSpec = readonly [syntax: string, help: Help];

/** A command: its words, and where its code lies; that is loaded when it is called. */
export interface CommandSpec {
  readonly name: string;
  readonly argument?: ArgumentSpec;
  /** Arguments behind the first. */
  readonly further?: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  readonly load: () => Promise<{ readonly run: Run }>;
}

/** The arguments of a command, in their order. */
export const argumentsOf = ({ argument, further = [] }: CommandSpec): readonly ArgumentSpec[] =>
  argument ? [argument, ...further] : further;
