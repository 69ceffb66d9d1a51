import { type Decimal, ONE, ZERO } from '../model/decimal.ts';
import { EARNING_STATUSES, type Earning, type EarningStatus, type Scheme } from '../model/scoring.ts';
import { type FieldReader, type PlainMap, text, texts, yes } from './fields.ts';

const map = (doc: PlainMap, key: string): PlainMap => (doc[key] ?? {}) as PlainMap;

/** Numbers of a map, written as 1.5 or 150 %. */
function numbers(doc: PlainMap, read: FieldReader): Record<string, Decimal> {
  return Object.fromEntries(
    Object.keys(doc).flatMap((key) => {
      const value = read.part(doc, key);
      return value ? [[key, value]] : [];
    }),
  );
}

function earning(doc: PlainMap, status: EarningStatus, read: FieldReader): Earning {
  const written = text(doc[status]);
  if (written === 'completion' || written === 'leave-out') return written;
  const part = read.part(doc, status);
  // only what is not due need not be said
  return part ? { part } : 'leave-out';
}

/** Reads a scoring/v1 document. */
export function readScheme(doc: PlainMap, read: FieldReader): Scheme {
  const id = text(doc.id) ?? '';
  const weights = map(doc, 'weights');
  const caps = map(doc, 'caps');
  const earn = map(doc, 'earn');
  const [deductions, total, scale] = [
    read.part(caps, 'deductions'),
    read.part(caps, 'total'),
    read.part(doc, 'scale'),
  ];
  return {
    id,
    title: text(doc.title) ?? id,
    plans: texts(doc.plans),
    by: (text(doc.by) as Scheme['by'] | undefined) ?? 'unit',
    period: text(doc.period) as Scheme['period'],
    points: read.part(doc, 'points') ?? ONE,
    weights: {
      commitment: numbers(map(weights, 'commitment'), read),
      nature: numbers(map(weights, 'nature'), read),
      kind: numbers(map(weights, 'kind'), read),
      plan: yes(weights.plan),
    },
    earn: Object.fromEntries(EARNING_STATUSES.map((s) => [s, earning(earn, s, read)])) as Scheme['earn'],
    unmeasured: read.part(earn, 'unmeasured') ?? ZERO,
    deductions: numbers(map(doc, 'deductions'), read),
    caps: {
      item: read.part(caps, 'item') ?? ONE,
      ...(deductions ? { deductions } : {}),
      ...(total ? { total } : {}),
    },
    ...(scale ? { scale } : {}),
    file: read.file,
  };
}
