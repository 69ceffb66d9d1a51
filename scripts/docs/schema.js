import { code, table } from './markdown.js';

/** What a pattern that lists words allows. */
function choicesOf({ pattern = '' }) {
  const words = /^\^\((\w+(?:\|\w+)*)\)\$$/.exec(pattern)?.[1];
  return words?.split('|').map(code).join(', ');
}

const singular = (key) => key.replace(/s$/, '');

/** The tables of one JSON Schema: one for each object in it, and one for the kinds of value it names. */
export class SchemaTables {
  #schema;
  #objects = new Map();
  #queue = [];
  #values = new Map();
  #scalar;

  /** `scalar` says how a plain type is written: files have text where output has numbers. */
  constructor(schema, scalar) {
    this.#schema = schema;
    this.#scalar = scalar;
  }

  /** Follows $ref to the node meant; the nearest description counts, and the last definition names it. */
  #resolve(node) {
    let [found, description, name] = [node, node.description, undefined];
    while (found.$ref) {
      const parts = found.$ref.replace(/^#\//, '').split('/');
      if (parts.length === 2) name = parts[1];
      found = parts.reduce((at, part) => at[part], this.#schema);
      description ??= found.description;
    }
    return { node: found, description: description ?? '', name };
  }

  /** The name of an object's table, which is made later. */
  #link(node, name) {
    if (!this.#objects.has(node)) {
      const taken = [...this.#objects.values()];
      this.#objects.set(node, taken.includes(name) ? `${name} ${taken.length}` : name);
      this.#queue.push(node);
    }
    return `[${this.#objects.get(node)}](#${this.#anchor(node)})`;
  }

  /** As GitHub makes it from the heading. */
  #anchor(node) {
    const heading = `${this.#prefix}: ${this.#objects.get(node)}`;
    return heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-');
  }
  #prefix = '';

  /** What may be written at a node. */
  #type(given, key) {
    const { node, name } = this.#resolve(given);
    if (node.const !== undefined) return code(node.const);
    if (node.enum) return [...new Set(node.enum.map(String))].map(code).join(', ');
    const options = node.oneOf ?? node.anyOf;
    if (options) return options.map((o) => this.#type(o, key)).join(' or ');
    const types = [node.type ?? 'any'].flat();
    const parts = [];
    const plain = types.filter((t) => t !== 'array' && t !== 'object');
    if (plain.length > 0) {
      const isValue = name !== undefined && !types.includes('array') && !types.includes('object');
      if (isValue && node.description?.toLowerCase() !== name) this.#values.set(name, node.description ?? '');
      parts.push(isValue ? code(name) : (choicesOf(node) ?? this.#scalar(plain)));
    }
    // where a list holds what could stand there alone, its own kind comes first
    const itself = node.items && this.#resolve(node.items).node === node;
    if (types.includes('array') && !itself)
      parts.push(`list of ${node.items ? this.#type(node.items, singular(name ?? key)) : 'anything'}`);
    if (types.includes('object')) {
      const more = node.additionalProperties;
      if (node.properties) parts.push(this.#link(node, name ?? key));
      else if (more && typeof more === 'object') parts.push(`map to ${this.#type(more, `${key} entry`)}`);
      else parts.push('map');
    }
    if (itself) parts.push('list of those');
    return parts.join(' or ');
  }

  #describe(given) {
    const { node, description } = this.#resolve(given);
    const more = node.additionalProperties;
    const inner = !node.properties && more && typeof more === 'object' ? this.#resolve(more).description : '';
    return [description, inner].filter((t) => t !== '').join('. Each: ');
  }

  #rows(node) {
    return Object.entries(node.properties).map(([key, value]) => [
      code(key),
      this.#type(value, key),
      node.required?.includes(key) ? 'yes' : '',
      this.#describe(value),
    ]);
  }

  /** The sections, each under a heading that begins with the prefix. */
  render(prefix, heads) {
    this.#prefix = prefix;
    const sections = [table(heads, this.#rows(this.#schema))];
    for (const node of this.#queue)
      sections.push(`### ${prefix}: ${this.#objects.get(node)}\n\n${table(heads, this.#rows(node))}`);
    if (this.#values.size > 0) {
      const rows = [...this.#values].map(([name, text]) => [code(name), text]);
      sections.push(`### ${prefix}: kinds of value\n\n${table(['kind', 'how it is written'], rows)}`);
    }
    return sections.join('\n');
  }
}
