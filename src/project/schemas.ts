import type { ErrorObject } from 'ajv';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { nearest } from '../model/names.ts';
import { escapeKey } from './fields.ts';
import * as validators from './validators.generated.js';
import type { Plain } from './yaml.ts';

/** The kinds of file there are, by what their `ptrack` key says. */
export const KINDS = {
  'plan/v1': validators.plan,
  'indicators/v1': validators.indicators,
  'organisations/v1': validators.organisations,
  'regions/v1': validators.regions,
  'mapping/v1': validators.mapping,
  'reports/v1': validators.reports,
  'scoring/v1': validators.scoring,
  'project/v1': validators.project,
} as const;

export type FileKind = keyof typeof KINDS;

const show = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? '[…]' : typeof value === 'object' ? '{…}' : String(value);
};

const at = (doc: Plain, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((node, part) => {
      const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
      const map = (node ?? {}) as Record<string, unknown>;
      return Object.hasOwn(map, key) ? map[key] : undefined;
    }, doc);

interface SchemaNode {
  readonly description?: string;
  /** The description in Chinese. */
  readonly 'x-zh'?: string;
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** Whether a key is what a comma cut off a number in braces: `{ at_least: 2,520,000 万元 }` has the key 520. */
const isCutNumber = (key: string, value: unknown): boolean => value === null && /^\d{3}(?!\d)/.test(key);

/** Of what commas cut off the numbers of one map the first is enough. */
function onceEach(findings: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return findings.filter(({ code, pointer = '' }) => {
    if (code !== 'schema/comma') return true;
    const map = pointer.slice(0, pointer.lastIndexOf('/'));
    return !seen.has(map) && seen.add(map);
  });
}

function toFinding(error: ErrorObject, doc: Plain, file: string): Diagnostic {
  const pointer = error.instancePath;
  const place = { file, pointer };
  const node = (error.parentSchema ?? {}) as SchemaNode;
  const found = show(at(doc, pointer));
  const description = node.description ?? '';
  const descriptionZh = node['x-zh'] ?? '';
  const shown = { found, description, descriptionZh };
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(params.additionalProperty);
      const child = `${pointer}/${escapeKey(key)}`;
      if (isCutNumber(key, at(doc, child)))
        return fault('schema/comma', { key }, { file, pointer: child, key: true });
      const known = Object.keys(node.properties ?? {});
      const near = nearest(key, known);
      return fault(
        'schema/unknown-key',
        { key, nearest: near ?? '', known: near ? [] : known },
        { file, pointer: child, key: true },
      );
    }
    case 'required':
      return fault('schema/missing-key', { key: String(params.missingProperty) }, place);
    case 'const':
    case 'enum': {
      const allowed = (
        error.keyword === 'const' ? [params.allowedValue] : (params.allowedValues as unknown[])
      ).map(String);
      const values = [...new Set(allowed)];
      return fault(
        'schema/not-allowed',
        { found, allowed: values, nearest: nearest(found, values) ?? '' },
        place,
      );
    }
    case 'type': {
      const cut = pointer.lastIndexOf('/');
      const last = pointer.slice(cut + 1);
      if (isCutNumber(last, at(doc, pointer)) && !Array.isArray(at(doc, pointer.slice(0, cut))))
        return fault('schema/comma', { key: last }, { ...place, key: true });
      const empty = { ...shown, found: '' };
      if (at(doc, pointer) === null) return fault('schema/empty', empty, place);
      const types = [params.type].flat().map(String);
      const code = types.includes('string')
        ? 'schema/not-text'
        : types.includes('array')
          ? 'schema/not-list'
          : 'schema/not-map';
      return fault(code, shown, place);
    }
    case 'pattern':
      return fault(found.trim() === '' ? 'schema/empty' : 'schema/pattern', shown, place);
    case 'minItems':
    case 'minProperties':
      return fault('schema/empty', shown, place);
    case 'maxProperties':
      return fault('schema/too-many', shown, place);
    default: {
      const args = { keyword: error.keyword, problem: error.message ?? '' };
      return fault('schema/other', args, place);
    }
  }
}

/** The kind of a file, or the finding that it has none that is known. */
export function kindOf(doc: Plain, file: string): FileKind | Diagnostic {
  const kinds = Object.keys(KINDS);
  if (typeof doc !== 'object' || doc === null || Array.isArray(doc) || !Object.hasOwn(doc, 'ptrack'))
    return fault('file/no-kind', { known: kinds }, { file, line: 1, column: 1 });
  const kind = show((doc as { ptrack: Plain }).ptrack ?? '');
  if (Object.hasOwn(KINDS, kind)) return kind as FileKind;
  const args = { found: kind, known: kinds, nearest: nearest(kind, kinds) ?? '' };
  return fault('file/unknown-kind', args, { file, pointer: '/ptrack' });
}

/** What a file's schema says of it: nothing where all is well. */
export function checkSchema(kind: FileKind, doc: Plain, file: string): Diagnostic[] {
  const validate = KINDS[kind];
  if (validate(doc)) return [];
  return onceEach((validate.errors ?? []).map((e) => toFinding(e, doc, file)));
}

/** The list of a file that is nothing but a list: its entries stand for themselves. */
const LISTS: Partial<Record<FileKind, string>> = {
  'indicators/v1': 'indicators',
  'organisations/v1': 'organisations',
  'regions/v1': 'regions',
  'reports/v1': 'reports',
};

/**
 * A document without the entries that are faulty, where its faults lie in entries of a list alone; the others keep their
 * places. Undefined: the file as a whole can't be used.
 */
export function withoutFaulty(
  kind: FileKind,
  doc: Plain,
  faults: readonly Diagnostic[],
): { readonly doc: Plain; readonly dropped: readonly Plain[] } | undefined {
  const list = LISTS[kind];
  const entry = new RegExp(`^/${list}/(\\d+)(/|$)`);
  const bad = new Set(faults.map((f) => entry.exec(f.pointer ?? '')?.[1]));
  if (list === undefined || bad.has(undefined)) return undefined;
  const map = doc as { readonly [key: string]: readonly Plain[] };
  const entries = map[list] ?? [];
  const kept = entries.map((e, i) => (bad.has(String(i)) ? '' : e));
  return { doc: { ...map, [list]: kept }, dropped: entries.filter((_, i) => bad.has(String(i))) };
}
