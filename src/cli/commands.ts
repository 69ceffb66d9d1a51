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

const format = (...choices: readonly string[]): OptionSpec => ({
  flags: '--format <NAME[=FILE]>',
  help: 'opt.format',
  choices,
  many: true,
});

const TODAY: OptionSpec = { flags: '--today <DATE>', help: 'opt.today' };
const KNOWN_ON: OptionSpec = { flags: '--known-on <DATE>', help: 'opt.knownOn' };

const TIME: readonly OptionSpec[] = [{ flags: '--as-of <MONTH>', help: 'opt.asOf' }, KNOWN_ON, TODAY];

const ORG: OptionSpec = { flags: '--org <NAME>', help: 'opt.org' };

export const TABLE_FORMATS = ['table', 'json', 'csv', 'markdown'] as const;
export const TEXT_FORMATS = ['text', 'json'] as const;
export const CASCADE_FORMATS = ['text', 'json', 'csv'] as const;
export const SORTS = ['plan', 'status', 'gap', 'completion', 'needed', 'due'] as const;
export const FAIL_ON_STATUS = ['missed', 'lagging', 'no-data'] as const;
export const FAIL_ON_FINDING = ['error', 'warning', 'info'] as const;

/** The arguments of a command, in their order. */
export const argumentsOf = ({ argument, further = [] }: CommandSpec): readonly ArgumentSpec[] =>
  argument ? [argument, ...further] : further;

/** Every command there is; a new one is a file and an entry here. */
export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'check',
    argument: ['[PLANS...]', 'arg.plans'],
    options: [
      ...TIME,
      ORG,
      { flags: '--status <LIST>', help: 'opt.status' },
      { flags: '--sort <KEY>', help: 'opt.sort', choices: SORTS },
      { flags: '--all', help: 'opt.all' },
      { flags: '--fail-on <STATUS>', help: 'opt.failOn', choices: FAIL_ON_STATUS },
      format(...TABLE_FORMATS),
    ],
    load: () => import('./check.ts'),
  },
  {
    name: 'explain',
    argument: ['<PLAN/TARGET>', 'arg.address'],
    options: [...TIME, format(...TEXT_FORMATS)],
    load: () => import('./explain.ts'),
  },
  {
    name: 'cascade',
    argument: ['<PLAN/TARGET>', 'arg.target'],
    options: [...TIME, format(...CASCADE_FORMATS)],
    load: () => import('./cascade.ts'),
  },
  {
    name: 'contributions',
    argument: ['<INDICATOR>', 'arg.amount'],
    options: [
      { flags: '--region <REGION>', help: 'opt.region' },
      { flags: '--among <GROUP>', help: 'opt.among' },
      { flags: '--from <FILE>', help: 'opt.from', many: true },
      { flags: '--mapping <FILE>', help: 'opt.mapping' },
      { flags: '--period <PERIOD>', help: 'opt.span' },
      { flags: '--top <N>', help: 'opt.top' },
      ...TIME.filter((o) => o !== TODAY),
      format(...TABLE_FORMATS),
    ],
    load: () => import('./contributions.ts'),
  },
  {
    name: 'score',
    argument: ['<SCHEME>', 'arg.scheme'],
    options: [
      ...TIME,
      { flags: '--for <NAME>', help: 'opt.for' },
      { flags: '--detail', help: 'opt.detail' },
      format(...TABLE_FORMATS),
    ],
    load: () => import('./score.ts'),
  },
  {
    name: 'targets',
    argument: ['[PLANS...]', 'arg.plans'],
    options: [ORG, format(...TABLE_FORMATS)],
    load: () => import('./targets.ts'),
  },
  {
    name: 'validate',
    argument: ['[FILES...]', 'arg.files'],
    options: [
      { flags: '--fail-on <SEVERITY>', help: 'opt.failOnFinding', choices: FAIL_ON_FINDING },
      TODAY,
      format(...TEXT_FORMATS),
    ],
    load: () => import('./validate.ts'),
  },
  {
    name: 'ingest',
    argument: ['<FILES...>', 'arg.exports'],
    options: [
      { flags: '--mapping <FILE>', help: 'opt.mapping' },
      { flags: '--published <DATE>', help: 'opt.published' },
      { flags: '--infer', help: 'opt.infer' },
      { flags: '--dry-run', help: 'opt.dryRun' },
      { flags: '--allow-rejects', help: 'opt.allowRejects' },
      { flags: '--rejects <FILE>', help: 'opt.rejects' },
      { flags: '--learn', help: 'opt.learn' },
      { flags: '--alias <LABEL=NAME>', help: 'opt.alias', many: true },
      format(...TEXT_FORMATS),
    ],
    load: () => import('./ingest.ts'),
  },
  {
    name: 'mappings',
    argument: ['<test...>', 'arg.mappings'],
    options: [{ flags: '--update', help: 'opt.update' }, format(...TEXT_FORMATS)],
    load: () => import('./mappings-test.ts'),
  },
  {
    name: 'log',
    options: [KNOWN_ON, format(...TABLE_FORMATS)],
    load: () => import('./log.ts'),
  },
  {
    name: 'vintages',
    argument: ['<INDICATOR>', 'arg.indicator'],
    further: [['[REGION]', 'arg.region']],
    options: [KNOWN_ON, { flags: '--period <SPAN>', help: 'opt.period' }, format(...TABLE_FORMATS)],
    load: () => import('./vintages.ts'),
  },
  {
    name: 'undo',
    argument: ['<BATCH>', 'arg.batch'],
    options: [{ flags: '--dry-run', help: 'opt.dryUndo' }, format(...TEXT_FORMATS)],
    load: () => import('./undo.ts'),
  },
];
