import type { Severity } from '../model/diagnostic.ts';
import { Units } from '../model/unit.ts';
import { type FieldReader, type PlainMap, text, texts } from './fields.ts';

/** What a project says of itself (ptrack.yaml), with the defaults filled in. */
export interface Config {
  readonly targets: readonly string[];
  readonly data: string;
  readonly region?: string;
  readonly language?: 'en' | 'zh';
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
  readonly units: Units;
}

export const DEFAULT_CONFIG = (): Config => ({
  targets: ['targets'],
  data: 'data',
  rules: new Map(),
  units: new Units(),
});

function readUnits(doc: PlainMap, read: FieldReader): Units {
  const added = [];
  for (const [name, equals] of Object.entries((doc.units ?? {}) as PlainMap)) {
    if (equals === 'own') {
      added.push({ name });
      continue;
    }
    const q = read.quantityOf(String(equals), `/units/${name.replaceAll('/', '~1')}`);
    if (q) added.push({ name, equals: { value: q.value, unit: q.unit.text } });
  }
  return new Units(added, texts(doc.nouns));
}

/** Reads a project/v1 document. */
export function readConfig(doc: PlainMap, read: FieldReader): Config {
  const [region, language] = [text(doc.region), text(doc.language)];
  const targets = texts(doc.targets);
  return {
    targets: targets.length > 0 ? targets : ['targets'],
    data: text(doc.data) ?? 'data',
    ...(region ? { region } : {}),
    ...(language ? { language: language as 'en' | 'zh' } : {}),
    rules: new Map(Object.entries((doc.rules ?? {}) as Record<string, Severity | 'off'>)),
    units: readUnits(doc, read),
  };
}
