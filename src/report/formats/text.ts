import {
  type Block,
  type Column,
  type Document,
  type Entries,
  type Table,
  type Tree,
  WIDE,
} from '../document.ts';
import { findingReport } from '../findings.ts';
import { layOut, type TextColumn } from '../layout.ts';
import { bold, dim, isEmpty, joined, lines, painted, type Rich } from '../rich.ts';
import type { Style } from '../text.ts';
import { pad, widthOf, wrap } from '../width.ts';

const paint = (text: Rich, style: Style): string => painted(text, style.paint);

/** A line that wraps under its own indent. */
function line(text: Rich, style: Style): string {
  const whole = paint(text, style);
  const indent = /^ */.exec(whole)?.[0] ?? '';
  return (
    indent + wrap(whole.slice(indent.length), style.width - indent.length).replaceAll('\n', `\n${indent}`)
  );
}

const headingText = (column: Column, { language }: Style): Rich => bold(column.heading(language));

/** A column as a terminal of some width shows it: with what stands under it where that has no room beside it. */
interface Shown {
  readonly column: Column;
  readonly under: readonly Column[];
}

/** The columns a terminal has room for. */
function shownOf(columns: readonly Column[], { width }: Style): Shown[] {
  const fit = columns.filter(
    ({ from = 0, until = Number.POSITIVE_INFINITY }) => width >= from && width < until,
  );
  const isUnder = ({ under }: Column): boolean => width < WIDE && fit.some((c) => c.key === under);
  return fit
    .filter((c) => !isUnder(c))
    .map((column) => ({ column, under: fit.filter((c) => isUnder(c) && c.under === column.key) }));
}

const textColumn = ({ column, under }: Shown, style: Style): TextColumn => ({
  heading: paint(
    joined(
      [column, ...under].map((c) => headingText(c, style)),
      ' / ',
    ),
    style,
  ),
  least: (style.width >= WIDE ? column.leastWide : undefined) ?? column.least,
  ...(column.rigid ? { rigid: true } : {}),
  ...(column.align ? { align: column.align } : {}),
});

function cellText({ column, under }: Shown, row: unknown, style: Style): string {
  const { language } = style;
  const below = under.map((c) => dim(c.textUnder?.(row, language) ?? c.text(row, language)));
  return paint(lines(column.text(row, language), ...below), style);
}

const hasRoom = ({ width }: Style): boolean => width >= WIDE;

const captionOf = (caption: Rich | undefined, style: Style): string[] =>
  caption === undefined ? [] : [line(caption, style)];

function* tableLines({ caption, columns, sections }: Table, style: Style): Generator<string> {
  if (sections.length === 0) return;
  const shown = shownOf(columns, style);
  yield* captionOf(caption, style);
  yield* layOut(
    shown.map((s) => textColumn(s, style)),
    sections.map(({ heading, rows }) => ({
      ...(heading === undefined ? {} : { heading: paint(heading, style) }),
      rows: rows.map((row) => shown.map((s) => cellText(s, row, style))),
    })),
    style.width,
    hasRoom(style),
  );
}

/** The part of the width that the names of a tree take, and the least they get beside its lines. */
const TREE = { part: 0.34, least: 18, name: 8 };

/** A row for each branch, its name hung on the lines of the tree. */
function treeRows({ root, partsOf }: Tree, shown: readonly Shown[], style: Style): string[][] {
  const [names, ...others] = shown;
  if (!names) return [];
  const width = Math.max(TREE.least, Math.floor(style.width * TREE.part));
  const rows: string[][] = [];
  const draw = (of: unknown, first: string, rest: string): void => {
    const parts = partsOf(of);
    const stem = rest + (parts.length > 0 ? '│ ' : '');
    const room = Math.max(TREE.name, width - widthOf(stem));
    const name = wrap(cellText(names, of, style), room).split('\n');
    const hung = name.map((text, i) => (i === 0 ? first : stem) + text);
    rows.push([hung.join('\n'), ...others.map((s) => cellText(s, of, style))]);
    for (const [i, part] of parts.entries())
      if (i === parts.length - 1) draw(part, `${rest}└─ `, `${rest}   `);
      else draw(part, `${rest}├─ `, `${rest}│  `);
  };
  draw(root, '', '');
  return rows;
}

function treeLines(tree: Tree, style: Style): Iterable<string> {
  const shown = shownOf(tree.columns, style);
  const columns = shown.map((s, i) => ({ ...textColumn(s, style), ...(i === 0 ? { tree: true } : {}) }));
  return layOut(columns, [{ rows: treeRows(tree, shown, style) }], style.width, hasRoom(style));
}

/** Columns that the names of entries take. */
const NAMES = 16;

function* entryLines({ caption, entries }: Entries, style: Style): Generator<string> {
  yield* captionOf(caption, style);
  for (const { name, text, depth = 0 } of entries) {
    const indent = NAMES + depth * 2;
    const body = wrap(paint(text, style), style.width - indent).replaceAll('\n', `\n${' '.repeat(indent)}`);
    yield pad(paint(bold(name), style), indent) + body;
  }
}

function linesOf(block: Block, style: Style): Iterable<string> {
  switch (block.kind) {
    case 'heading':
      return [line(block.text, style)];
    case 'paragraph':
      return block.lines
        .filter((l) => !isEmpty(l))
        .map((l) => (block.whole ? paint(l, style) : line(l, style)));
    case 'table':
      return tableLines(block, style);
    case 'tree':
      return treeLines(block, style);
    case 'entries':
      return entryLines(block, style);
    case 'findings':
      return block.findings.map((f) => findingReport(f, style));
  }
}

/** A document for a terminal: coloured, in columns that fit its width, a blank line between blocks. */
export function* text(document: Document, style: Style): Generator<string> {
  const { title } = document;
  const heading: Block[] = title === undefined ? [] : [{ kind: 'heading', text: title }];
  let begun = false;
  for (const block of [...heading, ...document.blocks()]) {
    let first = true;
    for (const text of linesOf(block, style)) {
      if (first && begun) yield '\n';
      yield `${text}\n`;
      first = false;
      begun = true;
    }
  }
}
