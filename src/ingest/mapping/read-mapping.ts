import {
  type CodeArgs,
  type Diagnostic,
  type FindingCode,
  finding,
  UserError,
} from '../../model/diagnostic.ts';
import { fold } from '../../model/names.ts';
import { tidy } from '../text.ts';
import { checkMapping } from './check-mapping.ts';
import {
  DELIMITERS,
  type Dialect,
  type Field,
  type FieldName,
  type FieldSource,
  type HeaderCell,
  type Mapping,
  type Others,
} from './mapping.ts';
import {
  BASIS_WORDS,
  compilePattern,
  type Pattern,
  PLACEHOLDERS,
  type Tables,
  type Words,
} from './pattern.ts';

type Plain = string | readonly Plain[] | { readonly [key: string]: Plain };
type PlainMap = { readonly [key: string]: Plain };

const map = (value: Plain | undefined): PlainMap => (value ?? {}) as PlainMap;
const list = (value: Plain | undefined): readonly string[] =>
  value === undefined ? [] : Array.isArray(value) ? value.map(String) : [String(value)];

const words = (value: Plain | undefined): Words =>
  new Map(Object.entries(map(value)).map(([from, to]) => [fold(from), String(to).trim()]));

const tablesOf = (field: PlainMap): Tables => ({
  // words of one's own come beside the usual ones, before them
  ...(field.basis === undefined ? {} : { basis: new Map([...BASIS_WORDS, ...words(field.basis)]) }),
  ...(field.status === undefined ? {} : { status: words(field.status) }),
  ...(field.scale === undefined ? {} : { scale: words(field.scale) }),
  ...(field.unit === undefined ? {} : { unit: words(field.unit) }),
});

const SOURCES = ['column', 'from', 'preamble', 'file', 'constant'] as const;

/** A cell of the asserted header as it is written, and where. */
interface Asserted {
  readonly text: string;
  readonly pointer: string;
}

/** The rows of the asserted header: most mappings write one, without saying that it is a row. */
function headerRows(value: Plain | undefined): Asserted[][] {
  const items = (value ?? []) as readonly Plain[];
  const cells = (row: readonly Plain[], at: string): Asserted[] =>
    row.map((cell, i) => ({ text: String(cell), pointer: `${at}/${i}` }));
  if (!items.some(Array.isArray)) return [cells(items, '/header')];
  return items.map((row, i) => cells(Array.isArray(row) ? row : [row], `/header/${i}`));
}

/** The sources of each field, most of which have one. */
const sourcesOf = (
  fields: Plain | undefined,
): { readonly name: FieldName; readonly doc: PlainMap; readonly pointer: string }[] =>
  Object.entries(map(fields)).flatMap(([name, value]) =>
    Array.isArray(value)
      ? value.map((doc, i) => ({ name: name as FieldName, doc: map(doc), pointer: `/fields/${name}/${i}` }))
      : [{ name: name as FieldName, doc: map(value), pointer: `/fields/${name}` }],
  );

/** Reads one document, keeping what it finds wrong. */
class Reader {
  readonly findings: Diagnostic[] = [];

  /** Keeps a fault of the document, at its place. */
  fail<C extends FindingCode>(code: C, args: CodeArgs<C>, pointer: string): void {
    this.findings.push(finding('error', code, args, { pointer }));
  }

  readonly #dimensions: ReadonlySet<string>;

  /** `dimensions` are names that patterns may capture beside the fields. */
  constructor(dimensions: Iterable<string>) {
    this.#dimensions = new Set([...dimensions].map(fold));
  }

  /** Compiles a pattern; none where it is faulty. */
  pattern(text: string, tables: Tables, pointer: string): Pattern[] {
    const pattern = compilePattern(text, tables, this.#dimensions);
    if (!('fault' in pattern)) return [pattern];
    const args = { pattern: text, known: PLACEHOLDERS };
    if (pattern.fault === 'unclosed-placeholder') this.fail('ingest/unclosed-placeholder', args, pointer);
    else {
      const { fault: kind, placeholder } = pattern;
      this.fail(`ingest/${kind}`, { ...args, placeholder }, pointer);
    }
    return [];
  }

  /** Reads one row of the asserted header. */
  header(cells: readonly Asserted[], tables: Tables): HeaderCell[] {
    return cells.flatMap(({ text, pointer }): HeaderCell[] => {
      if (tidy(text) === '...') return [{ kind: 'rest' }];
      if (!/[{}]/.test(text)) return [{ kind: 'literal', text }];
      return this.pattern(text, tables, pointer).map((pattern) => ({
        kind: 'pattern',
        text,
        pattern,
      }));
    });
  }

  /** The one source of a field; its pattern, where the source is one. */
  source(
    field: PlainMap,
    name: string,
    pointer: string,
  ): { source: FieldSource; pattern?: string } | undefined {
    const given = SOURCES.filter((s) => field[s] !== undefined);
    if (given.length !== 1) {
      const code = given.length === 0 ? 'ingest/field-without-source' : 'ingest/field-with-several-sources';
      this.fail(code, { field: name, sources: given.length === 0 ? SOURCES : given }, pointer);
      return undefined;
    }
    const kind = given[0] ?? 'constant';
    const text = String(field[kind]);
    if (kind === 'column') return { source: { kind, name: text } };
    if (kind === 'constant') return { source: { kind, text } };
    if (kind === 'from') return { source: { kind: 'header' } };
    return { source: { kind }, pattern: text };
  }

  /** The patterns of a field, each with its place; a field read from the header has the header's own. */
  texts(
    name: FieldName,
    doc: PlainMap,
    given: string | undefined,
    header: readonly Asserted[],
    pointer: string,
  ): [string, string][] {
    if (given !== undefined)
      return [[given, `${pointer}/${doc.preamble === undefined ? 'file' : 'preamble'}`]];
    if (doc.as !== undefined)
      return list(doc.as).map((text, i) => [
        text,
        Array.isArray(doc.as) ? `${pointer}/as/${i}` : `${pointer}/as`,
      ]);
    const above =
      doc.from === undefined || name === 'value' ? [] : header.filter(({ text }) => /\{\S/.test(text));
    if (above.length > 0) return above.map((h) => [h.text, h.pointer]);
    return [[name === 'series' ? '{indicator}' : `{${name}}`, pointer]];
  }

  /** `above` are the words of all fields that the header gives: its patterns are read with all of them. */
  field(
    name: FieldName,
    doc: PlainMap,
    pointer: string,
    header: readonly Asserted[],
    above: Tables,
  ): Field[] {
    const read = this.source(doc, name, pointer);
    if (!read) return [];
    if (read.pattern !== undefined && doc.as !== undefined)
      this.fail('ingest/pattern-twice', { field: name, source: read.source.kind }, `${pointer}/as`);
    const asHeader = read.source.kind === 'header' && doc.as === undefined;
    const tables = asHeader ? { ...above, ...tablesOf(doc) } : tablesOf(doc);
    const texts = this.texts(name, doc, read.pattern, header, pointer);
    const as = texts.flatMap(([text, at]) => this.pattern(text, tables, at));
    const field: Field = {
      name,
      source: read.source,
      as,
      tables,
      pointer,
      ...(asHeader ? { asHeader } : {}),
    };
    return as.length === texts.length ? [field] : [];
  }

  /** Reads how the text is written. */
  dialect(doc: PlainMap): Dialect {
    const delimiter = String(doc.delimiter ?? ',');
    const names: Readonly<Record<string, string>> = DELIMITERS;
    const decimal = doc.decimal === ',' ? ',' : '.';
    const read = names[delimiter] ?? delimiter;
    if (read === decimal) this.fail('ingest/decimal-is-delimiter', { mark: decimal }, '/dialect');
    return {
      delimiter: read,
      decimal,
      ...(doc.encoding === undefined ? {} : { encoding: String(doc.encoding) }),
    };
  }

  /** Reads what becomes of unknown names. */
  others(value: Plain | undefined): Mapping['others'] {
    // alone it speaks of series only: a misspelt region left out would be a figure lost in silence
    if (typeof value === 'string') return { labels: value as Others, regions: 'error' };
    const both = map(value);
    return { labels: (both.labels ?? 'error') as Others, regions: (both.regions ?? 'error') as Others };
  }
}

/**
 * Turns a mapping/v1 document that its schema has passed, all scalars as text, into a mapping. Throws UserError
 * with every fault of meaning, each with the JSON pointer of its place: a placeholder that is none, a field
 * without a source, a column that the header does not have, nothing that gives the values, and so on.
 */
export function toMapping(doc: unknown): Mapping {
  const plain = doc as PlainMap;
  const keep = new Map(
    Object.entries(map(plain.keep)).map(([name, value]) => [name, new Set(list(value).map(fold))]),
  );
  const reader = new Reader(keep.keys());
  const id = plain.id === undefined ? undefined : String(plain.id).trim();
  const sources = sourcesOf(plain.fields);
  const header = headerRows(plain.header);
  const above: Tables = Object.assign(
    {},
    ...sources.filter(({ doc }) => doc.from !== undefined).map((s) => tablesOf(s.doc)),
  );
  const mapping: Mapping = {
    ...(id === undefined ? {} : { id }),
    files: list(plain.files),
    header: header.map((row) => reader.header(row, above)),
    end: list(plain.end).map(tidy),
    fields: sources.flatMap((s) => reader.field(s.name, s.doc, s.pointer, header.flat(), above)),
    labels: words(plain.labels),
    regions: words(plain.regions),
    others: reader.others(plain.others),
    keep,
    ...(plain.sheet === undefined ? {} : { sheet: String(plain.sheet).trim() }),
    missing: list(plain.missing),
    dialect: reader.dialect(map(plain.dialect)),
  };
  const findings = reader.findings.length > 0 ? reader.findings : checkMapping(mapping);
  if (findings.length > 0) throw new UserError(findings);
  return mapping;
}
