import { loadProject } from '../project/workspace.ts';
import { logDocument, noBatches } from '../report/documents/log.ts';
import type { Run } from './command.ts';
import { knownOnOf } from './context.ts';
import { outputsAsked, show } from './output.ts';
import { storeOf } from './project.ts';
import { reportFindings } from './show-findings.ts';

/** `ptrack log`: the batches taken in, the latest first. */
export const run: Run = async ({ context, options }) => {
  const outputs = outputsAsked(options);
  const knownOn = knownOnOf(options);
  const project = loadProject('.');
  const { catalogue } = project;
  const store = await storeOf(project);
  const { entries, diagnostics: faults } = await store.log(knownOn);
  await show(logDocument(entries, catalogue, knownOn), outputs, context);
  if (entries.length === 0 && faults.length === 0)
    context.remark(noBatches(knownOn, context.errorStyle.language));
  await reportFindings(faults, context);
  return faults.length > 0 ? 2 : 0;
};
