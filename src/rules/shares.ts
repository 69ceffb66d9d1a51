import { adds } from '../model/cascade.ts';
import { type ArgsByCode, sentences } from '../model/message.ts';
import { originOf, type Share, type Target } from '../model/plan.ts';
import { formatQuantity } from '../model/quantity.ts';
import type { Organisation, Region } from '../model/region.ts';
import { isRate } from '../model/unit.ts';
import type { Workspace } from '../model/workspace.ts';
import { allTargets, at, type Finding, isLeftOut, type Rule } from './rule.ts';

const SAYS = sentences({
  'shares/unknown': {
    en: 'no region or organisation is called “{name}”[nearest: (did you mean “{nearest}”?)]; add it to the catalogue or correct the name',
    zh: '没有名为“{name}”的地区或单位[nearest:（是否指“{nearest}”？）]；请在目录中添加或更正名称',
  },
  'shares/twice': {
    en: '“{name}” is the same as “{first}”, which has its share already',
    zh: '“{name}”与“{first}”相同，后者已有份额',
  },
  'shares/whole': {
    en: '“{name}” is no part of {whole}, the region of the target, but all of it; name a region inside instead, or take the share away',
    zh: '“{name}”就是目标的地区“{whole}”，不是其中一部分；请改写为其内的地区，或去掉这一份额',
  },
  'shares/outside': {
    en: '“{name}” does not lie in {whole}, the region of the target[outside: (not in it: {outside})]; take the share away, or say in the catalogue where the region lies (parent)',
    zh: '“{name}”不在目标的地区“{whole}”内[outside:（成员 {outside} 不在其中）]；请去掉这一份额，或在地区目录中写明所属地区（parent）',
  },
  'shares/overlap': {
    en: '“{name}” overlaps “{first}”, which has its share already: what lies in both would be counted twice; divide among regions that lie apart',
    zh: '“{name}”与已有份额的“{first}”有重叠，会重复计算；请按互不重叠的地区分解',
  },
  'shares/no-value': {
    en: 'the target “{id}” has no value that could be divided; take shares away or state the value',
    zh: '目标“{id}”没有可分解的数值；请去掉 shares 或写明数值',
  },
  'shares/kind': {
    en: '“{share}” is no part of “{whole}”: one is in %, the other is not; write the share as the value is written',
    zh: '“{share}”不是“{whole}”的份额：一为百分数，一为数量；请按目标值的单位写',
  },
});

declare module '../model/diagnostic.ts' {
  interface FindingArgs extends ArgsByCode<typeof SAYS> {}
}

/** Whether the shares of a target add up: those that do not are compared one by one, and may overlap. */
function addUp({ form, indicator, each }: Target): boolean {
  return (
    form !== undefined && indicator?.found !== undefined && each !== 'region' && adds(form, indicator.found)
  );
}

/** Shares of regions that are no part of the target's own, or have something in common with one that has its share. */
function* misplaced(
  target: Target,
  shares: readonly Share[],
  { catalogue }: Workspace,
): Iterable<Finding<typeof SAYS>> {
  const whole = originOf(target).region?.found;
  const placed: { readonly text: string; readonly region: Region }[] = [];
  for (const { text, pointer, region } of shares) {
    if (!region || placed.some((p) => p.region === region)) continue;
    const place = { file: target.file, pointer, key: true };
    if (region === whole) {
      yield { code: 'shares/whole', args: { name: text, whole: whole.name }, ...place };
      continue;
    }
    if (whole && !catalogue.liesIn(region, whole)) {
      const lacking = catalogue.membersOf(region).filter((m) => m !== region && !catalogue.liesIn(m, whole));
      const outside = lacking.map((m) => m.name);
      yield { code: 'shares/outside', args: { name: text, whole: whole.name, outside }, ...place };
      continue;
    }
    const first = addUp(target) && placed.find((p) => catalogue.overlap(region, p.region));
    if (first) yield { code: 'shares/overlap', args: { name: text, first: first.text }, ...place };
    placed.push({ text, region });
  }
}

/**
 * A target divided among what is no region or unit, or twice to the same, to its own region or one outside, or to regions
 * that overlap; whose form has no value to divide, or with a share in % of what is in a unit.
 */
export const shares: Rule = {
  id: 'shares',
  severity: 'error',
  says: SAYS,
  *check(w): Iterable<Finding<typeof SAYS>> {
    const { regionNames, organisationNames } = w.catalogue;
    for (const target of allTargets(w)) {
      if (!target.shares) continue;
      if (!target.form?.value)
        yield { code: 'shares/no-value', args: { id: target.id }, ...at(target, 'shares') };
      const whole = target.form?.value;
      const seen = new Map<Region | Organisation, string>();
      for (const { text, pointer, region, unit, value } of target.shares) {
        const place = { file: target.file, pointer, key: true };
        if (whole && isRate(whole.unit) !== isRate(value.unit))
          yield {
            code: 'shares/kind',
            args: { share: formatQuantity(value), whole: formatQuantity(whole) },
            file: target.file,
            pointer,
          };
        const thing = region ?? unit;
        const first = thing && seen.get(thing);
        if (first !== undefined) yield { code: 'shares/twice', args: { name: text, first }, ...place };
        if (thing) seen.set(thing, text);
        else if (!isLeftOut(w, text)) {
          const nearest = regionNames.nearest(text) ?? organisationNames.nearest(text) ?? '';
          yield { code: 'shares/unknown', args: { name: text, nearest }, ...place };
        }
      }
      yield* misplaced(target, target.shares, w);
    }
  },
};
