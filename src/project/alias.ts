import { isDeepStrictEqual } from 'node:util';
import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { PlainMap } from './fields.ts';
import { parts, YAML_OPTIONS } from './locate.ts';
import { type Plain, parseYaml } from './yaml.ts';

/** A stretch of a text and what takes its place. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const insert = (at: number, text: string): Edit => ({ from: at, to: at, text });

/** Texts that every reader of YAML takes for themselves, unquoted, in a list in brackets too. */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N} （）()、·—–\-_./+%％]*[\p{L}\p{N}（）()%％])?$/u;
/** Words that some readers take for something else. */
const WORDS = /^(?:true|false|yes|no|on|off|null|y|n)$/i;

/** A text as a YAML scalar. */
function quote(text: string): string {
  if (PLAIN.test(text) && !WORDS.test(text)) return text;
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Where a node's own text begins and ends. */
const span = (node: Node): readonly [number, number] => [node.range?.[0] ?? 0, node.range?.[1] ?? 0];

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** The column of a place, as spaces to begin another line with. */
const indentOf = (text: string, at: number): string => ' '.repeat(at - lineStart(text, at));

/** Whether nothing stands before a place on its line. */
const opensLine = (text: string, at: number): boolean => text.slice(lineStart(text, at), at).trim() === '';

/** Where the line ends that something ends on, its line end included. */
function lineEnd(text: string, at: number): number {
  if (text[at - 1] === '\n') return at;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

const eolOf = (text: string): string => (/\r\n/.test(text) ? '\r\n' : '\n');

/** A line of its own after the line that something ends on. */
function newLine(text: string, at: number, line: string): Edit {
  const end = lineEnd(text, at);
  return text[end - 1] === '\n' ? insert(end, `${line}${eolOf(text)}`) : insert(end, `${eolOf(text)}${line}`);
}

/** One more item after the last of a list. */
function appendItem(text: string, list: YAMLSeq, alias: string): Edit {
  const last = list.items.at(-1) as Node | undefined;
  if (!last) return insert(span(list)[0] + 1, quote(alias));
  const [from, to] = span(last);
  if (!list.flow) return newLine(text, to, `${indentOf(text, span(list)[0])}- ${quote(alias)}`);
  const gap = opensLine(text, from) ? `${eolOf(text)}${indentOf(text, from)}` : ' ';
  return insert(to, `,${gap}${quote(alias)}`);
}

/** The one alias there is, written as a list with the new one. */
function makeList(text: string, only: Scalar, alias: string): Edit {
  const [from, to] = span(only);
  const quoted = only.type === Scalar.QUOTE_DOUBLE || only.type === Scalar.QUOTE_SINGLE;
  const written = quoted ? text.slice(from, to) : quote(String(only.value));
  const end = text[to - 1] === '\n' ? eolOf(text) : '';
  return { from, to, text: `[${written}, ${quote(alias)}]${end}` };
}

/** A first alias, after the name of the entry. */
function addKey(text: string, entry: YAMLMap, alias: string): Edit | undefined {
  const pairs = entry.items as readonly Pair<Node, Node | null>[];
  const key = `aliases: [${quote(alias)}]`;
  const at = pairs.findIndex((p) => isScalar(p.key) && p.key.value === 'name');
  const [before, after] = at < 0 ? [pairs.at(-1)] : [pairs[at], pairs[at + 1]];
  if (!before) return insert(span(entry)[0] + 1, ` ${key} `);
  if (!before.value) return undefined;
  const start = span(before.key)[0];
  const end = span(before.value)[1];
  if (!entry.flow) return newLine(text, end, `${indentOf(text, start)}${key}`);
  if (!opensLine(text, start)) return insert(end, `, ${key}`);
  // each key on a line of its own; a comment behind the comma stays where it is
  const next = lineEnd(text, end);
  if (after && /^\s*,[ \t]*(?:#.*)?\r?\n$/.test(text.slice(end, next)))
    return insert(next, `${indentOf(text, start)}${key},${eolOf(text)}`);
  return insert(end, `,${eolOf(text)}${indentOf(text, start)}${key}`);
}

/** The node a JSON pointer leads to. */
function follow(root: Node | null, pointer: string): Node | undefined {
  let node: unknown = root;
  for (const part of parts(pointer)) {
    if (!isCollection(node)) return undefined;
    node = isSeq(node) ? node.items[Number(part)] : node.get(part, true);
  }
  return (node as Node | null) ?? undefined;
}

function editFor(text: string, entry: Node | undefined, alias: string): Edit | undefined {
  // growth: true, a second series that has said nothing of itself yet
  if (isScalar(entry))
    return { from: span(entry)[0], to: span(entry)[1], text: `{ aliases: [${quote(alias)}] }` };
  if (!isMap(entry)) return undefined;
  const aliases = entry.get('aliases', true) as unknown;
  if (aliases === undefined) return addKey(text, entry, alias);
  if (isAlias(aliases)) return undefined;
  if (isSeq(aliases)) return appendItem(text, aliases, alias);
  return isScalar(aliases) ? makeList(text, aliases, alias) : undefined;
}

/** The document as it is to be read afterwards: the entry with one alias more, nothing else changed. */
function withAlias(doc: Plain, path: readonly string[], alias: string): Plain {
  const [part, ...rest] = path;
  if (part === undefined) {
    const entry: PlainMap = typeof doc === 'string' ? {} : (doc as PlainMap);
    return { ...entry, aliases: [entry.aliases ?? [], alias].flat() };
  }
  const inner = withAlias((doc as PlainMap)[part] ?? '', rest, alias);
  if (Array.isArray(doc)) return doc.map((item: Plain, i) => (String(i) === part ? inner : item));
  return { ...(doc as PlainMap), [part]: inner };
}

function plainOf(text: string): Plain | undefined {
  const parsed = parseYaml(new TextEncoder().encode(text), '');
  return 'doc' in parsed ? parsed.doc : undefined;
}

/**
 * A YAML text with one more alias (别名) for the entry at a JSON pointer, which is a map or the `true` of a growth.
 * Everything else stays byte for byte: comments, order, layout, line ends. The text is read again to see that nothing
 * but the alias has changed; undefined where that cannot be had, and the alias must be written by hand.
 */
export function addAlias(text: string, pointer: string, alias: string): string | undefined {
  const doc = parseDocument(text, YAML_OPTIONS);
  if (doc.errors.length > 0) return undefined;
  const edit = editFor(text, follow(doc.contents, pointer), alias);
  if (!edit) return undefined;
  const edited = text.slice(0, edit.from) + edit.text + text.slice(edit.to);
  const [before, after] = [plainOf(text), plainOf(edited)];
  if (before === undefined || after === undefined) return undefined;
  return isDeepStrictEqual(after, withAlias(before, parts(pointer), alias)) ? edited : undefined;
}
