import { loadProject } from '../project/workspace.ts';
import { csvOf } from '../report/csv.ts';
import { flatBatch, logJson, logTable, noBatches } from '../report/log.ts';
import { markdownOf } from '../report/markdown.ts';
import { type Run, TABLE_FORMATS } from './commands.ts';
import { knownOnOf } from './context.ts';
import { reportFindings } from './located.ts';
import { emit, outputsOf } from './output.ts';
import { storeOf } from './project.ts';

/** `ptrack log`: the batches taken in, the latest first. */
export const run: Run = async ({ context, options }) => {
  const outputs = outputsOf(options.format, TABLE_FORMATS);
  const knownOn = knownOnOf(options);
  const project = loadProject('.');
  const { catalogue } = project;
  const store = await storeOf(project);
  const { entries, diagnostics: faults } = await store.log(knownOn);
  emit(
    outputs,
    (format) => {
      if (format === 'json') return logJson(entries, knownOn);
      if (format === 'csv') return csvOf(entries.map(flatBatch));
      if (format === 'markdown') return markdownOf(entries.map(flatBatch));
      return logTable(entries, catalogue, context.style);
    },
    context,
  );
  if (entries.length === 0 && faults.length === 0) context.remark(noBatches(knownOn, context.errorStyle));
  await reportFindings(faults, context);
  return faults.length > 0 ? 2 : 0;
};
