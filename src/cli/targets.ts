import { itemsOf } from '../model/plan.ts';
import { targetsDocument } from '../report/documents/targets.ts';
import type { Run } from './command.ts';
import { outputsAsked, show } from './output.ts';
import { loadSound, organisationFilter } from './project.ts';
import { reportFindings } from './show-findings.ts';

/** `ptrack targets`: targets and milestones, one flat row each. */
export const run: Run = async ({ context, args, options }) => {
  const outputs = outputsAsked(options);
  const { project, plans, faults } = loadSound(args);
  const wanted = organisationFilter(project, options.org as string | undefined) ?? (() => true);
  const items = plans.flatMap((p) => itemsOf(p.root)).filter(wanted);
  await show(targetsDocument(items), outputs, context);
  await reportFindings(faults, context);
  return faults.length > 0 ? 2 : 0;
};
