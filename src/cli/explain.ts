import { explainDocument } from '../report/documents/explain.ts';
import type { Run } from './command.ts';
import { judge, whenOf } from './judging.ts';
import { outputsAsked, show } from './output.ts';
import { itemAt, loadSound } from './project.ts';
import { judgeShare, shareAt } from './share.ts';
import { reportFindings } from './show-findings.ts';

/** `ptrack explain PLAN/TARGET[@REGION]`: the whole derivation of one verdict, on a target or a share of one. */
export const run: Run = async ({ context, args, options }) => {
  const outputs = outputsAsked(options);
  const when = whenOf(options);
  const sound = loadSound([]);
  const address = args[0] ?? '';
  const share = shareAt(sound, address);
  const { plan, item } = share ?? (await itemAt(sound, address, context));
  const judged = share
    ? await judgeShare(sound, plan, share.item, when)
    : await judge(sound, [plan], when, { wanted: (i) => i === item, history: true });
  const { language } = context.style;
  const [verdict] = judged.plans.flatMap((p) => p.verdicts);
  if (verdict)
    await show(
      explainDocument(verdict, plan, { ...judged, knownOn: when.knownOn }, language),
      outputs,
      context,
    );
  await reportFindings(judged.broken, context);
  return judged.broken.length > 0 ? 2 : 0;
};
