import { FORMATS } from '../report/formats/index.ts';
import type { OptionSpec } from './command.ts';

/** An option that several commands take with different choices. */
const format = (...choices: readonly string[]): OptionSpec => ({
  flags: '--format <NAME[=FILE]>',
  help: 'opt.format',
  choices,
  many: true,
});

/** Every format, of every command. */
export const FORMAT: OptionSpec = format(...Object.keys(FORMATS));

/** What commands print that still choose among formats themselves. */
export const TEXT_FORMATS = ['text', 'json'] as const;
/** --format, of those that print no table. */
export const TEXT_FORMAT: OptionSpec = format(...TEXT_FORMATS);

/** What day it is, for what depends on it. */
export const TODAY: OptionSpec = { flags: '--today <DATE>', help: 'opt.today' };
/** Leaves out what was taken in later. */
export const KNOWN_ON: OptionSpec = { flags: '--known-on <DATE>', help: 'opt.knownOn' };

/** When something is judged, and what was known then. */
export const TIME: readonly OptionSpec[] = [{ flags: '--as-of <MONTH>', help: 'opt.asOf' }, KNOWN_ON, TODAY];

/** Whose targets are meant. */
export const ORG: OptionSpec = { flags: '--org <NAME>', help: 'opt.org' };

/** What rows of a check can be sorted by. */
export const SORTS = ['plan', 'status', 'gap', 'completion', 'needed', 'due'] as const;
/** The statuses that can make a check fail. */
export const FAIL_ON_STATUS = ['missed', 'lagging', 'no-data'] as const;
/** The severities that can make a validation fail. */
export const FAIL_ON_FINDING = ['error', 'warning', 'info'] as const;
