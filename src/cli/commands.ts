import type { CommandSpec } from './command.ts';
import {
  FAIL_ON_FINDING,
  FAIL_ON_STATUS,
  FORMAT,
  KNOWN_ON,
  ORG,
  SORTS,
  TEXT_FORMAT,
  TIME,
  TODAY,
} from './options.ts';

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
      FORMAT,
    ],
    load: () => import('./check.ts'),
  },
  {
    name: 'explain',
    argument: ['<PLAN/TARGET>', 'arg.address'],
    options: [...TIME, FORMAT],
    load: () => import('./explain.ts'),
  },
  {
    name: 'cascade',
    argument: ['<PLAN/TARGET>', 'arg.target'],
    options: [...TIME, FORMAT],
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
      FORMAT,
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
      FORMAT,
    ],
    load: () => import('./score.ts'),
  },
  {
    name: 'targets',
    argument: ['[PLANS...]', 'arg.plans'],
    options: [ORG, FORMAT],
    load: () => import('./targets.ts'),
  },
  {
    name: 'validate',
    argument: ['[FILES...]', 'arg.files'],
    options: [
      { flags: '--fail-on <SEVERITY>', help: 'opt.failOnFinding', choices: FAIL_ON_FINDING },
      TODAY,
      FORMAT,
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
      TEXT_FORMAT,
    ],
    load: () => import('./ingest.ts'),
  },
  {
    name: 'mappings',
    argument: ['<test...>', 'arg.mappings'],
    options: [{ flags: '--update', help: 'opt.update' }, FORMAT],
    load: () => import('./mappings-test.ts'),
  },
  {
    name: 'log',
    options: [KNOWN_ON, FORMAT],
    load: () => import('./log.ts'),
  },
  {
    name: 'vintages',
    argument: ['<INDICATOR>', 'arg.indicator'],
    further: [['[REGION]', 'arg.region']],
    options: [KNOWN_ON, { flags: '--period <SPAN>', help: 'opt.period' }, FORMAT],
    load: () => import('./vintages.ts'),
  },
  {
    name: 'undo',
    argument: ['<BATCH>', 'arg.batch'],
    options: [{ flags: '--dry-run', help: 'opt.dryUndo' }, FORMAT],
    load: () => import('./undo.ts'),
  },
];
