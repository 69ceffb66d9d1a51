import { defaultAsOf } from '../checker/as-of.ts';
import { sharesOf } from '../checker/cascade/tree.ts';
import { checkPlan } from '../checker/check.ts';
import { needs } from '../checker/needs.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { fault, UserError } from '../model/diagnostic.ts';
import { fold, nearest } from '../model/names.ts';
import { addressOf, type Plan, type Share, type Target, targetsOf } from '../model/plan.ts';
import { type Judged, know, type When } from './judging.ts';
import { candidates, type Sound } from './project.ts';

/** Whether a share is what a name means: as it is written, or by any name of its region or unit. */
const isCalled = ({ text, region, unit }: Share, name: string, catalogue: Catalogue): boolean =>
  fold(text) === fold(name) ||
  (region !== undefined && catalogue.regionNames.all(name).includes(region)) ||
  (unit !== undefined && catalogue.organisationNames.all(name).includes(unit));

/**
 * The share an address names, PLAN/TARGET@REGION, as the target that `cascade` makes of it, serving its whole. Undefined
 * where the address is none of a share; where its target is not divided so, or a unit has the share, that is said.
 */
export function shareAt(
  { plans, project }: Sound,
  address: string,
): { readonly plan: Plan; readonly item: Target } | undefined {
  const at = address.lastIndexOf('@');
  if (at < 0 || candidates(plans, address).length > 0) return undefined;
  const made = candidates(plans, address.slice(0, at)).flatMap(({ plan, item: whole }) =>
    whole.type === 'target' ? sharesOf(whole).map((m) => ({ plan, whole, ...m })) : [],
  );
  if (made.length === 0) return undefined;
  const name = address.slice(at + 1);
  const found = made.filter(({ share }) => isCalled(share, name, project.catalogue));
  const [first] = found;
  const addresses = (some: typeof made): string[] => some.map(({ target }) => addressOf(target));
  if (!first) {
    const texts = made.map(({ share }) => share.text);
    const near = nearest(name, texts);
    const known = near === undefined ? addresses(made) : [];
    const meant = addresses(made)[texts.indexOf(near ?? '')] ?? '';
    throw new UserError(fault('file/no-share', { name: address, nearest: meant, known }));
  }
  if (found.length > 1)
    throw new UserError(fault('file/several-targets', { name: address, several: addresses(found) }));
  const { plan, whole, share, target } = first;
  const text = addressOf(whole);
  if (!share.region)
    throw new UserError(fault('file/unit-share', { name: addressOf(target), unit: share.text, whole: text }));
  return { plan, item: { ...target, serves: { text, pointer: target.pointer, found: whole } } };
}

/** The verdict on a share, by the as-of month of its plan, as `cascade` judges it. */
export async function judgeShare(sound: Sound, plan: Plan, item: Target, when: When): Promise<Judged> {
  const { catalogue } = sound.project;
  const { input, revised, broken } = await know(sound, needs([...targetsOf(plan), item], catalogue), when);
  const asOf = input.asOf ?? defaultAsOf(targetsOf(plan), input.series, catalogue, input.today);
  const root = { ...plan.root, items: [...plan.root.items, item] };
  const judged = checkPlan({ ...plan, root }, { ...input, asOf, history: true, wanted: (i) => i === item });
  return { plans: [judged], warnings: [...judged.warnings, ...revised], broken };
}
