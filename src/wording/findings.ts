import type { ArgsByCode, Both, Messages } from '../model/message.ts';
import { RULES } from '../rules/index.ts';
import { CASCADE_FINDINGS, PLAN_FINDINGS } from './cascade.ts';
import { CONTAINER } from './container.ts';
import { CONTRIBUTION_FINDINGS } from './contributions.ts';
import { FILES } from './files.ts';
import { HISTORY } from './history.ts';
import { INFER_FINDINGS } from './infer.ts';
import { INGEST } from './ingest.ts';
import { LEARN } from './learn.ts';
import { MAPPINGS_TEST } from './mappings-test.ts';
import { PLAUSIBLE } from './plausible.ts';
import { SCORE_FINDINGS } from './score.ts';
import { STORE } from './store.ts';
import { USAGE } from './usage.ts';

/** The sentences of all findings but those of the rules, which stand with the rules. */
export const TABLES = [
  FILES,
  CASCADE_FINDINGS,
  CONTRIBUTION_FINDINGS,
  PLAN_FINDINGS,
  SCORE_FINDINGS,
  USAGE,
  INGEST,
  CONTAINER,
  LEARN,
  MAPPINGS_TEST,
  STORE,
  HISTORY,
  PLAUSIBLE,
  INFER_FINDINGS,
] as const;

declare module '../model/diagnostic.ts' {
  interface FindingArgs extends ArgsByCode<Both<(typeof TABLES)[number]>> {}
}

/** Every finding there is, by code. */
export const FINDINGS: Messages = Object.assign({}, ...TABLES, ...RULES.map((rule) => rule.says));
