import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import { type Goal, goalsOf, type Item, itemsOf, type Plan, type Target } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';

/** What a rule says of one place; its code is the rule's own, with a suffix where it says several things. */
export type Finding = Omit<Diagnostic, 'severity' | 'code'> & { readonly what?: string };

/** A validation rule: it turns the loaded workspace into findings. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly check: (workspace: Workspace) => Iterable<Finding>;
}

export const targetsOf = (plan: Plan): Target[] =>
  itemsOf(plan.root).filter((i): i is Target => i.type === 'target');

/** Every target of every plan. */
export const allTargets = (w: Workspace): Target[] => w.plans.flatMap(targetsOf);

/** Every goal, target and milestone of every plan. */
export const allThings = (w: Workspace): (Goal | Item)[] =>
  w.plans.flatMap((p) => goalsOf(p.root).flatMap((g) => [g, ...g.items]));

/** A place inside a thing of a plan's file. */
export const at = (
  thing: { file: string; pointer: string },
  key = '',
): { file: string; pointer: string } => ({
  file: thing.file,
  pointer: key === '' ? thing.pointer : `${thing.pointer}/${key}`,
});
