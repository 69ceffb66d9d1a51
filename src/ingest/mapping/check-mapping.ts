import { type CodeArgs, type Diagnostic, type FindingCode, finding } from '../../model/diagnostic.ts';
import { fold, nearest } from '../../model/names.ts';
import { isScaleColumn, readScale, SCALES_SHOWN } from '../cells/scale.ts';
import { BASES, type Field, fills, isWide, type Mapping, STATUSES } from './mapping.ts';

const found = <C extends FindingCode>(code: C, args: CodeArgs<C>, pointer: string): Diagnostic =>
  finding('error', code, args, { pointer });

/** The columns that the asserted header names. */
const literals = (mapping: Mapping): string[] =>
  mapping.header.flat().flatMap((c) => (c.kind === 'literal' ? [c.text] : []));

/** A field that reads a column the asserted header has not, or has twice. */
function checkColumn(field: Field, mapping: Mapping): Diagnostic[] {
  if (field.source.kind !== 'column') return [];
  const { name } = field.source;
  const columns = literals(mapping);
  // in a header of several rows a name may stand above itself
  const inRow = (row: Mapping['header'][number]): number =>
    row.filter((c) => c.kind === 'literal' && fold(c.text) === fold(name)).length;
  const count = mapping.header.reduce((most, row) => Math.max(most, inRow(row)), 0);
  if (count === 1) return [];
  const pointer = `${field.pointer}/column`;
  if (count > 1) return [found('ingest/column-twice', { column: name }, pointer)];
  const near = nearest(name, columns);
  const args = { column: name, columns, ...(near === undefined ? {} : { nearest: near }) };
  return [found('ingest/column-not-in-header', args, pointer)];
}

/** A word that a table translates to something that is no basis or status. */
function checkTables(field: Field): Diagnostic[] {
  const allowed = { basis: BASES, status: STATUSES } as const;
  return (['basis', 'status'] as const).flatMap((table) =>
    [...(field.tables[table]?.values() ?? [])].flatMap((means) =>
      (allowed[table] as readonly string[]).includes(means)
        ? []
        : [
            found(
              table === 'basis' ? 'ingest/unknown-basis' : 'ingest/unknown-status',
              { word: means, known: allowed[table] },
              `${field.pointer}/${table}`,
            ),
          ],
    ),
  );
}

/** A word that a table translates to something that is no scale. */
const checkScales = (field: Field): Diagnostic[] =>
  [...(field.tables.scale?.values() ?? [])].flatMap((text) =>
    readScale(text) === undefined
      ? [found('ingest/no-scale', { text, known: SCALES_SHOWN }, `${field.pointer}/scale`)]
      : [],
  );

/** Columns of the asserted header that say a scale (数量级), where the mapping neither reads it nor says that it is of no account. */
function checkScaleColumns(mapping: Mapping): Diagnostic[] {
  if (fills(mapping, 'scale')) return [];
  const read = mapping.fields.flatMap((f) => (f.source.kind === 'column' ? [fold(f.source.name)] : []));
  const known = new Set([...read, ...[...mapping.keep.keys()].map(fold)]);
  return mapping.header.flatMap((row, i) =>
    row.flatMap((cell, j) =>
      cell.kind === 'literal' && isScaleColumn(cell.text) && !known.has(fold(cell.text))
        ? [
            found(
              'ingest/scale-unread',
              { column: cell.text },
              mapping.header.length > 1 ? `/header/${i}/${j}` : `/header/${j}`,
            ),
          ]
        : [],
    ),
  );
}

/** Where the figures themselves stand: one column, or the columns below the header's patterns. */
function checkValues(mapping: Mapping): Diagnostic[] {
  const [value, second] = mapping.fields.filter((f) => f.name === 'value');
  if (second) return [found('ingest/values-twice', {}, second.pointer)];
  const wide = isWide(mapping);
  const columns = mapping.header.flat().some((c) => c.kind === 'pattern' && c.pattern.fills.length > 0);
  if (wide && !columns) return [found('ingest/no-header-pattern', {}, '/header')];
  if (wide && value && value.source.kind !== 'header')
    return [found('ingest/values-twice', {}, value.pointer)];
  if (!wide && value?.source.kind !== 'column') return [found('ingest/no-value-column', {}, '/fields')];
  return [];
}

/** Fields that no source and no pattern fills. */
function checkFilled(mapping: Mapping): Diagnostic[] {
  const filled = new Set(mapping.fields.flatMap((f) => f.as.flatMap((p) => p.fills)));
  const period = filled.has('period') || filled.has('year') || (filled.has('from') && filled.has('to'));
  const lacking = [
    ...(filled.has('indicator') ? [] : ['indicator']),
    ...(filled.has('region') ? [] : ['region']),
    ...(period ? [] : ['period']),
  ];
  return lacking.map((field) => found('ingest/nothing-fills', { field }, '/fields'));
}

/** Dimensions to be kept that neither a column of the header nor a pattern gives. */
function checkKeep(mapping: Mapping): Diagnostic[] {
  const columns = literals(mapping);
  const filled = mapping.fields.flatMap((f) => f.as.flatMap((p) => p.fills));
  const known = [...columns, ...filled].map(fold);
  return [...mapping.keep.keys()].flatMap((name) => {
    if (known.includes(fold(name))) return [];
    const near = nearest(name, columns);
    const args = { column: name, columns, ...(near === undefined ? {} : { nearest: near }) };
    return [
      found('ingest/column-not-in-header', args, `/keep/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
    ];
  });
}

/** What a mapping says that can't be meant, whatever the export. */
export function checkMapping(mapping: Mapping): Diagnostic[] {
  return [
    ...mapping.fields.flatMap((f) => [...checkColumn(f, mapping), ...checkTables(f), ...checkScales(f)]),
    ...mapping.fields.flatMap((f) =>
      f.as.flatMap((p) =>
        p.fills.length > 0
          ? []
          : [found('ingest/pattern-fills-nothing', { pattern: p.text }, `${f.pointer}/as`)],
      ),
    ),
    ...checkValues(mapping),
    ...checkFilled(mapping),
    ...checkKeep(mapping),
    ...checkScaleColumns(mapping),
  ];
}
