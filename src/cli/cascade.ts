import { cascadeOf } from '../checker/cascade/cascade.ts';
import { treeOf } from '../checker/cascade/tree.ts';
import { needs } from '../checker/needs.ts';
import { branchesOf } from '../model/cascade.ts';
import { fault, UserError } from '../model/diagnostic.ts';
import { addressOf, targetsOf } from '../model/plan.ts';
import { cascadeDocument } from '../report/documents/cascade.ts';
import type { Run } from './command.ts';
import { know, whenOf } from './judging.ts';
import { outputsAsked, show } from './output.ts';
import { itemAt, loadSound } from './project.ts';
import { reportFindings } from './show-findings.ts';

/** `ptrack cascade PLAN/TARGET`: a target with everything that serves it, added up. */
export const run: Run = async ({ context, args, options }) => {
  const outputs = outputsAsked(options);
  const when = whenOf(options);
  const sound = loadSound([]);
  const { plan, item } = await itemAt(sound, args[0] ?? '', context);
  if (item.type === 'milestone') throw new UserError(fault('cascade/milestone', { name: addressOf(item) }));
  const { catalogue } = sound.project;
  const root = treeOf(item, sound.plans, catalogue);
  const targets = [...targetsOf(plan), ...branchesOf(root).map((b) => b.target)];
  const { input, broken } = await know(sound, needs(targets, catalogue), when);
  const cascade = cascadeOf(root, plan, input);
  await show(cascadeDocument(cascade, plan, when.knownOn, context.style.language), outputs, context);
  // a plan that is broken may have a part in it
  const faults = [...sound.faults, ...broken];
  await reportFindings(faults, context);
  return faults.length > 0 ? 2 : 0;
};
