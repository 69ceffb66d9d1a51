import { explainText } from '../report/explain.ts';
import { verdictsJson } from '../report/json.ts';
import { type Run, TEXT_FORMATS } from './commands.ts';
import { judge, whenOf } from './judging.ts';
import { reportFindings } from './located.ts';
import { emit, outputsOf } from './output.ts';
import { itemAt, loadSound } from './project.ts';

/** `ptrack explain PLAN/TARGET`: the whole derivation of one verdict. */
export const run: Run = async ({ context, args, options }) => {
  const outputs = outputsOf(options.format, TEXT_FORMATS);
  const when = whenOf(options);
  const sound = loadSound([]);
  const { plan, item } = await itemAt(sound, args[0] ?? '', context);
  const judged = judge(sound, [plan], when, { wanted: (i) => i === item, history: true });
  const verdicts = judged.plans.flatMap((p) => p.verdicts);
  emit(
    outputs,
    (format) =>
      format === 'json'
        ? verdictsJson(judged.plans, verdicts, judged.warnings, when.knownOn)
        : verdicts.map((v) => explainText(v, plan, context.style)).join('\n'),
    context,
  );
  await reportFindings(judged.broken, context);
  return judged.broken.length > 0 ? 2 : 0;
};
