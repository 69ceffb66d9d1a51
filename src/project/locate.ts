import {
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';

export interface Position {
  readonly line: number;
  readonly column: number;
  /** How many characters the thing is long on its first line. */
  readonly length: number;
}

/** How texts are parsed that js-yaml has read: it has looked for keys that appear twice, which `yaml` does key by key. */
export const YAML_OPTIONS = { schema: 'failsafe', uniqueKeys: false } as const;

/** The parts of a JSON pointer. */
export const parts = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((p) => p.replaceAll('~1', '/').replaceAll('~0', '~'));

type Pairs = ReadonlyMap<string, Pair<Node, Node | null>>;

/** The pairs of each map by their keys, so that a map of thousands of faulty keys is gone through once. */
const pairsOf = new WeakMap<YAMLMap, Pairs>();

function pairIn(map: YAMLMap, key: string): Pair<Node, Node | null> | undefined {
  let pairs = pairsOf.get(map);
  if (!pairs) {
    const keyed = map.items.flatMap((p) =>
      isPair(p) && isScalar(p.key) ? [[String(p.key.value), p as Pair<Node, Node | null>] as const] : [],
    );
    // of a key that stands twice the first is meant
    pairs = new Map(keyed.reverse());
    pairsOf.set(map, pairs);
  }
  return pairs.get(key);
}

interface Parsed {
  readonly doc: ReturnType<typeof parseDocument>;
  readonly counter: LineCounter;
  readonly text: string;
}

/**
 * Finds where in a YAML text a JSON pointer leads; with `key`, where its key stands. A pointer that leads nowhere ends
 * at the last thing found on its way.
 */
function locate({ doc, counter, text }: Parsed, pointer: string, key: boolean): Position {
  let node = doc.contents as Node | null;
  let range = node?.range;
  for (const [at, part] of parts(pointer).entries()) {
    const last = at === parts(pointer).length - 1;
    if (isMap(node)) {
      const pair = pairIn(node, part);
      if (!pair) break;
      const [k, v] = [pair.key, pair.value];
      node = v;
      range = (key && last) || !v?.range ? k.range : v.range;
    } else if (isSeq(node)) {
      const item = node.items[Number(part)] as Node | undefined;
      if (!item) break;
      node = item;
      range = item.range;
    } else break;
  }
  const [from, to] = range ?? [0, 0];
  const { line, col } = counter.linePos(from);
  const end = text.indexOf('\n', from);
  return { line, column: col, length: Math.max(1, Math.min(to, end < 0 ? text.length : end) - from) };
}

/** A locator that parses each file only once, however many findings it has. */
export function locator(): (file: string, text: string, pointer: string, key?: boolean) => Position {
  const parsed = new Map<string, Parsed>();
  return (file, text, pointer, key = false) => {
    let found = parsed.get(file);
    if (!found) {
      const counter = new LineCounter();
      found = { doc: parseDocument(text, { ...YAML_OPTIONS, lineCounter: counter }), counter, text };
      parsed.set(file, found);
    }
    return locate(found, pointer, key);
  };
}
