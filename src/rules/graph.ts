/** Things that lead on to others, in parts all of whose things lead to each other, what they lead to first. */
export interface Graph<T> {
  readonly next: (thing: T) => readonly T[];
  readonly components: readonly (readonly T[])[];
}

/** A thing on the way, and how far it has been gone into. */
interface Step<T> {
  readonly thing: T;
  readonly next: readonly T[];
  at: number;
}

/** Puts things in order by what they lead to (Tarjan's strongly connected components), in time linear in their links. */
export function graphOf<T>(things: Iterable<T>, leadsTo: (thing: T) => readonly (T | undefined)[]): Graph<T> {
  const links = new Map<T, readonly T[]>();
  const next = (thing: T): readonly T[] => {
    const found = links.get(thing) ?? leadsTo(thing).filter((t) => t !== undefined);
    links.set(thing, found);
    return found;
  };
  const number = new Map<T, number>();
  const low = new Map<T, number>();
  const open: T[] = [];
  const isOpen = new Set<T>();
  const components: T[][] = [];
  const lower = (thing: T, to: number): void => void low.set(thing, Math.min(low.get(thing) ?? to, to));
  const enter = (thing: T): Step<T> => {
    number.set(thing, number.size);
    lower(thing, number.size - 1);
    open.push(thing);
    isOpen.add(thing);
    return { thing, next: next(thing), at: 0 };
  };
  const close = (thing: T): void => {
    const component = open.splice(open.lastIndexOf(thing));
    for (const t of component) isOpen.delete(t);
    components.push(component);
  };
  for (const start of things) {
    const way = number.has(start) ? [] : [enter(start)];
    for (let step = way.at(-1); step; step = way.at(-1)) {
      const { thing } = step;
      const to = step.next[step.at++];
      if (to !== undefined) {
        if (!number.has(to)) way.push(enter(to));
        else if (isOpen.has(to)) lower(thing, number.get(to) ?? 0);
        continue;
      }
      way.pop();
      const above = way.at(-1);
      if (above) lower(above.thing, low.get(thing) ?? 0);
      if (low.get(thing) === number.get(thing)) close(thing);
    }
  }
  return { next, components };
}

/** The shortest way from a thing back to it, without the return, through others of its component. */
function circle<T>(start: T, { next }: Graph<T>, within: ReadonlySet<T>): T[] | undefined {
  const from = new Map<T, T | undefined>([[start, undefined]]);
  for (const thing of from.keys())
    for (const to of next(thing)) {
      if (to === start) {
        const way: T[] = [];
        for (let t: T | undefined = thing; t !== undefined; t = from.get(t)) way.push(t);
        return way.reverse();
      }
      if (within.has(to) && !from.has(to)) from.set(to, thing);
    }
  return undefined;
}

/** Circles told of things that all lead to each other: more say nothing more, and there can be any number. */
const TOLD = 20;

/** The circles among things, each once, in the order of the things. */
export function* circles<T>(graph: Graph<T>, things: Iterable<T>): Iterable<T[]> {
  const home = new Map<T, { readonly within: ReadonlySet<T>; left: number }>();
  for (const component of graph.components) {
    const found = { within: new Set(component), left: TOLD };
    for (const thing of component) home.set(thing, found);
  }
  const told = new Set<T>();
  for (const thing of things) {
    const found = home.get(thing);
    if (!found || found.left === 0 || told.has(thing)) continue;
    const way = circle(thing, graph, found.within);
    if (!way) continue;
    found.left--;
    for (const t of way) told.add(t);
    yield way;
  }
}

/** How many levels lie below each thing; without end where it leads into a circle. */
export function levelsBelow<T>({ next, components }: Graph<T>): ReadonlyMap<T, number> {
  const levels = new Map<T, number>();
  for (const component of components)
    for (const thing of component) {
      const below = next(thing).map((to) => levels.get(to) ?? Number.POSITIVE_INFINITY);
      const deepest = below.reduce((most, n) => Math.max(most, n + 1), 0);
      levels.set(thing, component.length > 1 ? Number.POSITIVE_INFINITY : deepest);
    }
  return levels;
}
