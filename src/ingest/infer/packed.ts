import type { DraftLine, DraftValue } from '../../model/draft.ts';
import { firstOf } from './cells.ts';
import { ground, line } from './lines.ts';
import { textsOf } from './roles.ts';
import type { Understood } from './understood.ts';
import { unitTable } from './unit-lines.ts';

const FIELDS = ['indicator', 'region', 'unit'] as const;

/** What single letters and beginnings of Eurostat's unit codes mean. */
const PERCENT = /^P(?:C|T)(?:_|$)|^PCH|^RCH/;

/**
 * Where fields stand together in one packed cell (`freq,unit,geo\TIME_PERIOD`), one pattern takes them apart: it takes
 * the place of their lines.
 */
export function packed(c: Understood, lines: readonly DraftLine[]): DraftLine[] {
  const parts = c.columns.filter((column) => column.part);
  const names = parts.map((part) => FIELDS.find((role) => c.roles.get(role)?.column === part));
  const given = names.filter((n) => n !== undefined);
  const whole = parts.find((column) => column.part)?.part?.whole;
  if (whole === undefined || given.length === 0) return [...lines];
  const units = textsOf(c.roles, 'unit').filter((t) => !c.recognise.unit(t));
  const table = Object.fromEntries(
    Object.entries(unitTable(units)).map(([code, means]) => [code, PERCENT.test(code) ? '%' : means]),
  );
  const value: Record<string, DraftValue> = {
    column: whole,
    as: names.map((n) => `{${n ?? '_'}}`).join(','),
    ...(given.includes('unit') && units.length > 0 ? { unit: table } : {}),
  };
  const strange = Object.values(table).includes('?');
  // the field that is in question, else the first: the pattern gives the others all the same
  const key = strange ? 'unit' : firstOf(FIELDS.filter((field) => given.includes(field)));
  const own = line(
    key === 'indicator' && given.length > 1 ? 'series' : key,
    value,
    strange ? 'unknown' : 'likely',
    ground('packed', { parts: given }),
    strange ? ground('strange-units') : undefined,
  );
  return [
    own,
    ...lines.filter((l) => !given.some((g) => l.key === g || (l.key === 'series' && g === 'indicator'))),
  ];
}
