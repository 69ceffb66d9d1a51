import { CASCADE_FINDINGS, PLAN_FINDINGS } from './cascade.ts';
import { CASCADE_RULES } from './cascade-rules.ts';
import { CONTAINER } from './container.ts';
import { CONTRIBUTION_FINDINGS } from './contributions.ts';
import { FILES } from './files.ts';
import { HISTORY } from './history.ts';
import { INFER_FINDINGS } from './infer.ts';
import { INGEST } from './ingest.ts';
import { LEARN } from './learn.ts';
import { MAPPINGS_TEST } from './mappings-test.ts';
import type { Messages } from './message.ts';
import { PACE_RULES } from './paces.ts';
import { PLAUSIBLE } from './plausible.ts';
import { RULES } from './rules.ts';
import { SCORE_FINDINGS } from './score.ts';
import { STORE } from './store.ts';
import { USAGE } from './usage.ts';

/** Every finding there is, by code. */
export const FINDINGS: Messages = {
  ...FILES,
  ...RULES,
  ...PACE_RULES,
  ...CASCADE_RULES,
  ...CASCADE_FINDINGS,
  ...CONTRIBUTION_FINDINGS,
  ...PLAN_FINDINGS,
  ...SCORE_FINDINGS,
  ...USAGE,
  ...INGEST,
  ...CONTAINER,
  ...LEARN,
  ...MAPPINGS_TEST,
  ...STORE,
  ...HISTORY,
  ...PLAUSIBLE,
  ...INFER_FINDINGS,
};
