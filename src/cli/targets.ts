import { itemsOf } from '../model/plan.ts';
import { csvOf } from '../report/csv.ts';
import { flatItem } from '../report/flat.ts';
import { itemTable } from '../report/items.ts';
import { targetsJson } from '../report/json.ts';
import { markdownOf } from '../report/markdown.ts';
import { type Run, TABLE_FORMATS } from './commands.ts';
import { reportFindings } from './located.ts';
import { emit, outputsOf } from './output.ts';
import { loadSound, organisationFilter } from './project.ts';

/** `ptrack targets`: targets and milestones, one flat row each. */
export const run: Run = async ({ context, args, options }) => {
  const outputs = outputsOf(options.format, TABLE_FORMATS);
  const { project, plans, faults } = loadSound(args);
  const wanted = organisationFilter(project, options.org as string | undefined) ?? (() => true);
  const items = plans.flatMap((p) => itemsOf(p.root)).filter(wanted);
  emit(
    outputs,
    (format) => {
      if (format === 'json') return targetsJson(items);
      if (format === 'csv') return csvOf(items.map(flatItem));
      if (format === 'markdown') return markdownOf(items.map(flatItem));
      return itemTable(items, context.style);
    },
    context,
  );
  await reportFindings(faults, context);
  return faults.length > 0 ? 2 : 0;
};
