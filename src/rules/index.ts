import { atLeast, type Diagnostic, type Severity } from '../model/diagnostic.ts';
import { nearest } from '../model/names.ts';
import type { Workspace } from '../model/workspace.ts';
import { ambiguousName } from './ambiguous-name.ts';
import { countNoun } from './count-noun.ts';
import { derivation } from './derivation.ts';
import { direction } from './direction.ts';
import { dueOutsideWindow } from './due-outside-window.ts';
import { duplicateId } from './duplicate-id.ts';
import { emptyPlan } from './empty-plan.ts';
import { incompleteForm } from './incomplete-form.ts';
import { override } from './override.ts';
import { regionLife } from './region-life.ts';
import type { Rule } from './rule.ts';
import { scheme } from './scheme.ts';
import { serves } from './serves.ts';
import { sharedName } from './shared-name.ts';
import { shares } from './shares.ts';
import { sharesSum } from './shares-sum.ts';
import { unitMismatch } from './unit-mismatch.ts';
import { unknownIndicator } from './unknown-indicator.ts';
import { unknownMilestone } from './unknown-milestone.ts';
import { unknownOrganisation } from './unknown-organisation.ts';
import { unknownRegion } from './unknown-region.ts';
import { unknownTarget } from './unknown-target.ts';
import { weakStretch } from './weak-stretch.ts';

/** Every rule there is; a new one is a file and a line here. */
export const RULES: readonly Rule[] = [
  unknownIndicator,
  unknownOrganisation,
  unknownRegion,
  unknownTarget,
  unknownMilestone,
  unitMismatch,
  incompleteForm,
  duplicateId,
  dueOutsideWindow,
  emptyPlan,
  derivation,
  ambiguousName,
  sharedName,
  regionLife,
  direction,
  weakStretch,
  countNoun,
  serves,
  shares,
  sharesSum,
  override,
  scheme,
];

/** Runs the rules whose findings weigh enough over a workspace, with the severities a project has set. */
export function runRules(
  workspace: Workspace,
  severities: ReadonlyMap<string, Severity | 'off'> = new Map(),
  threshold: Severity = 'info',
): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const rule of RULES) {
    const severity = severities.get(rule.id) ?? rule.severity;
    if (severity === 'off' || !atLeast(severity, threshold)) continue;
    for (const finding of rule.check(workspace)) found.push({ severity, ...finding } as Diagnostic);
  }
  return found;
}

/** Names under `rules:` that no rule has, with the nearest one there is. */
export function unknownRules(names: Iterable<string>): { readonly name: string; readonly nearest: string }[] {
  const ids = RULES.map((r) => r.id);
  return [...names]
    .filter((n) => !ids.includes(n))
    .map((name) => ({ name, nearest: nearest(name, ids) ?? '' }));
}
