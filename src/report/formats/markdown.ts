import type { Language } from '../../wording/message.ts';
import { SEVERITY } from '../../wording/severity.ts';
import type { Block, Column, Document, Entry, Located, Records, Table, Tree } from '../document.ts';
import { findingText, placeOf } from '../findings.ts';
import { inCells } from '../records.ts';
import { bare, isEmpty, type Rich } from '../rich.ts';
import { type Style, safe } from '../text.ts';

/** Text in which nothing is taken for Markdown: a name could be a link, or load a picture from elsewhere. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;')
    .replaceAll('[', '\\[')
    .replace(/\s*\n\s*/g, ' ');

const plain = (text: Rich): string => escaped(bare(text));

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The records as a table under their keys; keys that say nothing in any row are left out. */
function recordTable({ fields, rows }: Records): string[] {
  if (rows.length === 0) return [];
  const table = rows.map((r) => inCells(fields).map((f) => f.cell(r)));
  const used = inCells(fields)
    .map((f, i) => ({ key: f.key, i }))
    .filter(({ i }) => table.some((cells) => cells[i] !== ''));
  return [
    row(used.map(({ key }) => key)),
    row(used.map(() => '---')),
    ...table.map((cells) => row(used.map(({ i }) => escaped(safe(cells[i] ?? ''))))),
  ];
}

const headOf = (columns: readonly Column[], language: Language): string[] => [
  row(columns.map((c) => escaped(c.heading(language)))),
  row(columns.map((c) => (c.align === 'right' ? '---:' : '---'))),
];

const cellsOf = (columns: readonly Column[], of: unknown, language: Language): string[] =>
  columns.map((c) => plain(c.text(of, language)));

function tableText({ caption, columns, sections }: Table, language: Language): string[] {
  const rows = sections.flatMap((s) => [
    ...(s.heading === undefined ? [] : [row([`**${plain(s.heading)}**`, ...columns.slice(1).map(() => '')])]),
    ...s.rows.map((r) => row(cellsOf(columns, r, language))),
  ]);
  return [...captionOf(caption), ...headOf(columns, language), ...rows];
}

/** A tree as a table in which the name of a part stands behind as many marks as it lies deep. */
function treeText({ columns, root, partsOf }: Tree, language: Language): string[] {
  const rows: string[] = [];
  const draw = (of: unknown, depth: number): void => {
    const [name = '', ...rest] = cellsOf(columns, of, language);
    rows.push(row([[...Array<string>(depth).fill('—'), name].join(' '), ...rest]));
    for (const part of partsOf(of)) draw(part, depth + 1);
  };
  draw(root, 0);
  return [...headOf(columns, language), ...rows];
}

const captionOf = (caption: Rich | undefined): string[] =>
  caption === undefined ? [] : [`**${plain(caption)}**`, ''];

/** One without a name hangs on what stands above it. */
function entryText({ name, text, depth = 0 }: Entry): string {
  const indent = '  '.repeat(Math.max(depth, name === '' ? 1 : 0));
  return `${indent}- ${name === '' ? '' : `**${escaped(name)}**: `}${plain(text)}`;
}

function findingLine(located: Located, language: Language): string {
  const place = placeOf(located);
  const severity = `**${SEVERITY[located.finding.severity][language]}**`;
  const at = place === '' ? '' : ` ${escaped(safe(place))}:`;
  return `- ${severity}${at} ${escaped(findingText(located.finding, { language }))} (${located.finding.code})`;
}

function blockText(block: Block, language: Language): string[] {
  switch (block.kind) {
    case 'heading':
      return [`## ${plain(block.text)}`];
    case 'paragraph':
      return block.lines
        .filter((l) => !isEmpty(l))
        .map((l, i, all) => plain(l) + (i < all.length - 1 ? '  ' : ''));
    case 'table':
      return block.sections.every((s) => s.rows.length === 0 && s.heading === undefined)
        ? []
        : tableText(block, language);
    case 'tree':
      return treeText(block, language);
    case 'entries':
      return [...captionOf(block.caption), ...block.entries.map(entryText)];
    case 'findings':
      return block.findings.map((f) => findingLine(f, language));
  }
}

/** A document as Markdown: its title, then block after block; a list of like things as a table of its records. */
export function* markdown(document: Document, { language }: Style): Generator<string> {
  if (document.isList) {
    for (const line of recordTable(document.records())) yield `${line}\n`;
    return;
  }
  const { title } = document;
  const blocks = [
    ...(title === undefined ? [] : [[`# ${plain(title)}`]]),
    ...document.blocks().map((b) => blockText(b, language)),
  ].filter((b) => b.length > 0);
  for (const [i, block] of blocks.entries()) yield `${i === 0 ? '' : '\n'}${block.join('\n')}\n`;
}
