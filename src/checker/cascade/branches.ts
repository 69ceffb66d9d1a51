import type { Branch } from '../../model/cascade.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import {
  type CodeArgs,
  type Diagnostic,
  type FindingCode,
  finding,
  type Severity,
} from '../../model/diagnostic.ts';
import { originOf } from '../../model/plan.ts';
import type { Region } from '../../model/region.ts';

/** A finding at the place of a branch. */
export const findingAt = <C extends FindingCode>(
  severity: Severity,
  code: C,
  args: CodeArgs<C>,
  { target }: Branch,
): Diagnostic => finding(severity, code, args, { file: target.file, pointer: target.pointer });

/** The parts of a branch whose amounts add up to its own. */
export const addingOf = (branch: Branch): Branch[] => branch.parts.filter((p) => p.relation === 'adds');

/** The region whose figures are a part's; none for the share of a unit. */
export const regionOf = ({ target, share }: Branch): Region | undefined =>
  share?.unit ? undefined : originOf(target).region?.found;

/** Whether some parts make up a region: they hold all its `parts`, or a group's members. That one is a parent says nothing. */
export function completes(
  parts: readonly Branch[],
  whole: Region | undefined,
  catalogue: Catalogue,
): boolean {
  const wanted = whole?.members ? catalogue.membersOf(whole) : whole && catalogue.partsOf(whole);
  const had = parts.map(regionOf).filter((r) => r !== undefined);
  return wanted?.every((r) => had.some((h) => catalogue.liesIn(r, h))) ?? false;
}
