import type { Place, Severity } from '../model/diagnostic.ts';
import type { Args, ArgsOf, Messages } from '../model/message.ts';
import { fold } from '../model/names.ts';
import { type Goal, goalsOf, type Item, type Target } from '../model/plan.ts';
import type { Workspace } from '../model/workspace.ts';

/** What a rule with these sentences says of one place; where it says several things, the code has a suffix. */
export type Finding<Says extends Messages> = {
  readonly [Code in keyof Says]: { readonly code: Code; readonly args: ArgsOf<Says[Code]> } & Place;
}[keyof Says];

/** A validation rule: it turns the loaded workspace into findings. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** Its sentences, by code. */
  readonly says: Messages;
  readonly check: (workspace: Workspace) => Iterable<Place & { readonly code: string; readonly args: Args }>;
}

interface Lists {
  readonly targets: readonly Target[];
  readonly things: readonly (Goal | Item)[];
}

/** Every rule goes through the same lists: they are made once for a workspace. */
const lists = new WeakMap<Workspace, Lists>();

function listsOf(w: Workspace): Lists {
  let found = lists.get(w);
  if (!found) {
    const things = w.plans.flatMap((p) => goalsOf(p.root).flatMap((g) => [g, ...g.items]));
    found = { things, targets: things.filter((t): t is Target => t.type === 'target') };
    lists.set(w, found);
  }
  return found;
}

/** Every target of every plan. */
export const allTargets = (w: Workspace): readonly Target[] => listsOf(w).targets;

/** Every goal, target and milestone of every plan. */
export const allThings = (w: Workspace): readonly (Goal | Item)[] => listsOf(w).things;

/** A place inside a thing of a plan's file. */
export const at = (
  thing: { file: string; pointer: string },
  key = '',
): { file: string; pointer: string } => ({
  file: thing.file,
  pointer: key === '' ? thing.pointer : `${thing.pointer}/${key}`,
});

/** Whether a name was left out because its own entry is faulty, which is said there. */
export const isLeftOut = (w: Workspace, name: string): boolean => w.leftOut.has(fold(name));
