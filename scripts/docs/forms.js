import { readdirSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { root, source } from './load.js';
import { format } from './markdown.js';

const ref = (path) => ({ $ref: `#/definitions/${path}` });
const keysOf = (table) => Object.keys(table);

/** An object with the given keys replaced or added: where the first of them stood, in the order given. */
function withKeys(object, keys, known) {
  const others = Object.entries(object);
  const at = others.findIndex(([key]) => known.has(key));
  const [before, after] = [others.slice(0, Math.max(at, 0)), others.slice(Math.max(at, 0))];
  const rest = (entries) => entries.filter(([key]) => !known.has(key));
  return Object.fromEntries([...rest(before), ...keys, ...rest(after)]);
}

/** The form keys of a plan: what may be written at each of them follows from the tables. */
function fillPlan(definitions, { COMPARATORS, CHANGES, VALUED, BARE }) {
  const known = new Set([...keysOf(COMPARATORS), ...keysOf(CHANGES)]);
  const valued = VALUED.map((key) => [key, ref(`comparators/properties/${key}`)]);
  // a place is the better the lower: what closes no high end asks for nothing
  const places = valued.filter(([key]) => COMPARATORS[key].ends.lower !== 'low');
  const changes = keysOf(CHANGES).map((key) => {
    const { benchmark, description } = CHANGES[key];
    const shape = benchmark === undefined ? 'change' : benchmark === 'among' ? 'rank' : 'difference';
    return [key, { ...ref(shape), description }];
  });
  const bare = BARE.map((key) => [key, { ...ref('yes'), description: COMPARATORS[key].description }]);
  definitions.comparators.properties = Object.fromEntries(
    VALUED.map((key) => {
      const { takes, description } = COMPARATORS[key];
      return [key, { ...ref(takes === 'range' ? 'range' : 'quantity'), description }];
    }),
  );
  const fill = (name, keys) => {
    definitions[name].properties = withKeys(definitions[name].properties, keys, known);
  };
  for (const name of ['change', 'difference', 'form']) fill(name, valued);
  fill('rank', places);
  fill('target', [...valued, ...changes, ...bare]);
}

/** Fills in every list of comparators, changes or kinds; `null` and what stands for a milestone stay at its end. */
function fillLists(node, lists) {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    const list = lists[key];
    if (list && value.enum?.includes(list[0]))
      value.enum = [...list, ...value.enum.filter((v) => v === null || v === 'done')];
    else if (list && value.properties?.[list[0]])
      value.properties = withKeys(
        value.properties,
        list.map((name) => [name, value.properties[list[0]]]),
        new Set(list),
      );
    fillLists(value, lists);
  }
}

/** The schemas whose forms or kinds follow from the tables, as they should be: path → text. */
export function filledSchemas(program) {
  const { COMPARATORS, CHANGES, KINDS } = program;
  const lists = { comparator: keysOf(COMPARATORS), change: keysOf(CHANGES), kind: keysOf(KINDS) };
  return readdirSync(`${root}/schema`).map((name) => {
    const path = `schema/${name}`;
    const text = source(path);
    const schema = JSON.parse(text);
    if (name.startsWith('plan.')) fillPlan(schema.definitions, program);
    fillLists(schema, lists);
    const same = isDeepStrictEqual(schema, JSON.parse(text));
    return [path, same ? text : format(JSON.stringify(schema, null, 2), path)];
  });
}
