import type { Catalogue } from '../model/catalogue.ts';
import { type Decimal, decimal, HUNDRED } from '../model/decimal.ts';
import { type CodeArgs, type Diagnostic, type FindingCode, finding } from '../model/diagnostic.ts';
import { type Due, type Period, parseDue, parsePeriod } from '../model/period.ts';
import type { Allowance, Reference } from '../model/plan.ts';
import { parseQuantity, parseRange, type Quantity } from '../model/quantity.ts';
import type { Organisation, Region } from '../model/region.ts';
import type { Plain } from './yaml.ts';

/** A map of a YAML document, after its schema has been checked. */
export type PlainMap = { readonly [key: string]: Plain };

export const text = (value: Plain | undefined): string | undefined =>
  typeof value === 'string' ? value.trim() : undefined;

/** A text, or a list of texts, as a list. */
export const texts = (value: Plain | undefined): string[] =>
  value === undefined
    ? []
    : Array.isArray(value)
      ? value.map((v) => String(v).trim())
      : [String(value).trim()];

export const maps = (value: Plain | undefined): readonly PlainMap[] => (value ?? []) as readonly PlainMap[];

/** The entries of a list with their places; what is no map was faulty and is passed over. */
export const entriesOf = (value: Plain | undefined): (readonly [number, PlainMap])[] =>
  [...maps(value).entries()].filter(([, map]) => typeof map === 'object');

export const yes = (value: Plain | undefined): boolean => value === 'true';

/** One key of a JSON pointer, escaped. */
export const escapeKey = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** Reads the values of one file, keeping what can't be read as findings at their pointers. */
export class FieldReader {
  readonly file: string;
  readonly catalogue: Catalogue;
  readonly findings: Diagnostic[];

  constructor(file: string, catalogue: Catalogue, findings: Diagnostic[]) {
    this.file = file;
    this.catalogue = catalogue;
    this.findings = findings;
  }

  /** Keeps what is wrong with a value. */
  fail<C extends FindingCode>(code: C, args: CodeArgs<C>, pointer: string): undefined {
    this.findings.push(finding('error', code, args, { file: this.file, pointer }));
    return undefined;
  }

  /** A value of a key, where the key is there and its text can be read. */
  #read<T>(
    map: PlainMap,
    key: string,
    at: string,
    code: 'value/period' | 'value/date',
    parse: (t: string) => T | undefined,
  ): T | undefined {
    const found = text(map[key]);
    if (found === undefined) return undefined;
    return parse(found) ?? this.fail(code, { found }, `${at}/${escapeKey(key)}`);
  }

  period(map: PlainMap, key: string, at: string): Period | undefined {
    return this.#read(map, key, at, 'value/period', parsePeriod);
  }

  due(map: PlainMap, key: string, at: string): Due | undefined {
    return this.#read(map, key, at, 'value/date', parseDue);
  }

  quantityOf(found: string, pointer: string): Quantity | undefined {
    const q = parseQuantity(found, this.catalogue.units);
    if ('value' in q) return q;
    return q.fault === 'unknown-unit'
      ? this.#noUnit(found, q.unit, pointer)
      : this.fail('value/not-a-number', { found }, pointer);
  }

  /** That the unit of a figure is not known, or that only a number word stands there. */
  #noUnit(found: string, unit: string, pointer: string): undefined {
    const code = this.catalogue.units.isMultiplier(unit) ? 'value/no-unit' : 'value/unknown-unit';
    return this.fail(code, { found, unit }, pointer);
  }

  /** A place (位次): a bare number, or in 位 or 名. */
  place(map: PlainMap, key: string, at: string): Quantity | undefined {
    const found = text(map[key]);
    if (found === undefined) return undefined;
    const pointer = `${at}/${escapeKey(key)}`;
    const q = parseQuantity(found, this.catalogue.units);
    return 'value' in q ? q : this.fail('value/place', { found }, pointer);
  }

  quantity(map: PlainMap, key: string, at: string): Quantity | undefined {
    const found = text(map[key]);
    return found === undefined ? undefined : this.quantityOf(found, `${at}/${escapeKey(key)}`);
  }

  range(map: PlainMap, key: string, at: string): readonly [Quantity, Quantity] | undefined {
    const found = text(map[key]);
    if (found === undefined) return undefined;
    const pointer = `${at}/${escapeKey(key)}`;
    const r = parseRange(found, this.catalogue.units);
    if ('fault' in r)
      return r.fault === 'unknown-unit'
        ? this.#noUnit(found, r.unit, pointer)
        : this.fail('value/range', { found }, pointer);
    return r[0].value.gt(r[1].value) ? this.fail('value/range-backwards', { found }, pointer) : r;
  }

  /** A part of the value where it is written in %, else an amount. */
  allowanceOf(found: string, pointer: string): Allowance | undefined {
    const q = this.quantityOf(found, pointer);
    if (!q) return undefined;
    return q.unit.dimensions === 'percent'
      ? { part: q.value.times(q.unit.factor).div(HUNDRED) }
      : { amount: q };
  }

  allowance(map: PlainMap, key: string, at: string): Allowance | undefined {
    const found = text(map[key]);
    return found === undefined ? undefined : this.allowanceOf(found, `${at}/${escapeKey(key)}`);
  }

  /** A part written as `5 %` or `0.05`. */
  part(map: PlainMap, key: string): Decimal | undefined {
    const found = text(map[key]);
    if (found === undefined) return undefined;
    const number = decimal(found.replace('%', '').trim());
    return found.includes('%') ? number.div(HUNDRED) : number;
  }

  region(map: PlainMap, key: string, at: string): Reference<Region> | undefined {
    const name = text(map[key]);
    if (name === undefined) return undefined;
    const found = this.catalogue.region(name);
    return { text: name, pointer: `${at}/${key}`, ...(found ? { found } : {}) };
  }

  /** Organisations of a key; `open` where 等 says that others are not named. */
  organisations(
    map: PlainMap,
    key: string,
    at: string,
    region: Region | undefined,
  ): { readonly list: Reference<Organisation>[]; readonly open: boolean } | undefined {
    if (map[key] === undefined) return undefined;
    const single = typeof map[key] === 'string';
    const list: Reference<Organisation>[] = [];
    let open = false;
    for (const [i, name] of texts(map[key]).entries()) {
      if (name === '等') {
        open = true;
        continue;
      }
      const found = this.catalogue.organisation(name, region);
      list.push({
        text: name,
        pointer: single ? `${at}/${key}` : `${at}/${key}/${i}`,
        ...(found ? { found } : {}),
      });
    }
    return { list, open };
  }
}
