import { verdictsJson } from '../report/documents/verdicts-json.ts';
import { explainText } from '../report/explain.ts';
import { json } from '../report/text.ts';
import type { Run } from './command.ts';
import { judge, whenOf } from './judging.ts';
import { TEXT_FORMATS } from './options.ts';
import { emit, outputsOf } from './output.ts';
import { itemAt, loadSound } from './project.ts';
import { judgeShare, shareAt } from './share.ts';
import { reportFindings } from './show-findings.ts';

/** `ptrack explain PLAN/TARGET[@REGION]`: the whole derivation of one verdict, on a target or a share of one. */
export const run: Run = async ({ context, args, options }) => {
  const outputs = outputsOf(options.format, TEXT_FORMATS);
  const when = whenOf(options);
  const sound = loadSound([]);
  const address = args[0] ?? '';
  const share = shareAt(sound, address);
  const { plan, item } = share ?? (await itemAt(sound, address, context));
  const judged = share
    ? judgeShare(sound, plan, share.item, when)
    : judge(sound, [plan], when, { wanted: (i) => i === item, history: true });
  const verdicts = judged.plans.flatMap((p) => p.verdicts);
  emit(
    outputs,
    (format) =>
      format === 'json'
        ? json(verdictsJson(judged.plans, verdicts, judged.warnings, when.knownOn))
        : verdicts.map((v) => explainText(v, plan, context.style)).join('\n'),
    context,
  );
  await reportFindings(judged.broken, context);
  return judged.broken.length > 0 ? 2 : 0;
};
