import { type ArgsByCode, sentences } from '../model/message.ts';
import { formatMonth } from '../model/period.ts';
import { existsIn, type Region } from '../model/region.ts';
import type { Finding, Rule } from './rule.ts';

const SAYS = sentences({
  'region-life/backwards': {
    en: '{name} ends in {until}, before it begins in {from}; correct from or until',
    zh: '{name} 的终止时间 {until} 早于起始时间 {from}；请更正 from 或 until',
  },
  'region-life/endless': {
    en: '{name} has successors but no `until`; say its last month',
    zh: '{name} 有后续地区但没有 until；请写明其最后一个月',
  },
  'region-life/own': {
    en: '{name} is named as its own successor; name what it became, by code where the name stayed the same',
    zh: '{name} 的后续地区是它自己；请写明它变成了哪个地区，名称未变时写代码',
  },
  'region-life/gap': {
    en: '{name} ends in {until}, but {next}, its successor, begins in {from}; a successor begins the month after',
    zh: '{name} 止于 {until}，其后续地区 {next} 却始于 {from}；后续地区应始于次月',
  },
  'region-life/code': {
    en: '{name} and {other} have the code {code} at the same time; say from and until when each existed, with an id for the earlier one',
    zh: '{name} 与 {other} 在同一时期使用代码 {code}；请写明各自的起止时间，并给较早的一个加 id',
  },
});

declare module '../model/diagnostic.ts' {
  interface FindingArgs extends ArgsByCode<typeof SAYS> {}
}

const at = ({ file, pointer }: Region, key: string) => ({ file, pointer: `${pointer}/${key}` });

/** Two regions of one official code that existed at the same time: a figure of that code could be either's. */
function* sharedCodes(regions: Iterable<Region>): Iterable<Finding<typeof SAYS>> {
  const held = new Map<string, Region[]>();
  for (const region of regions) {
    const code = region.official ?? region.code;
    const others = held.get(code);
    if (!others) held.set(code, [region]);
    else {
      const life = {
        start: region.from ?? Number.NEGATIVE_INFINITY,
        end: region.until ?? Number.POSITIVE_INFINITY,
      };
      const other = others.find((o) => existsIn(o, life));
      if (other)
        yield {
          code: 'region-life/code',
          args: { code, name: region.name, other: other.name },
          ...at(region, 'code'),
        };
      others.push(region);
    }
  }
}

/**
 * A region that ends before it begins; that names successors but no last month, or itself among them; whose successor
 * begins at another time than the month after; and a code used at one time by two regions.
 */
export const regionLife: Rule = {
  id: 'region-life',
  severity: 'error',
  says: SAYS,
  *check({ catalogue }): Iterable<Finding<typeof SAYS>> {
    yield* sharedCodes(catalogue.regions.values());
    for (const region of catalogue.regions.values()) {
      const { name, from, until, successors = [] } = region;
      if (from !== undefined && until !== undefined && from > until)
        yield {
          code: 'region-life/backwards',
          args: { name, from: formatMonth(from), until: formatMonth(until) },
          ...at(region, 'until'),
        };
      if (successors.length > 0 && until === undefined)
        yield { code: 'region-life/endless', args: { name }, ...at(region, 'successors') };
      for (const [i, written] of successors.entries()) {
        const next = catalogue.region(written, region);
        if (next === region)
          yield { code: 'region-life/own', args: { name }, ...at(region, `successors/${i}`) };
        else if (next?.from !== undefined && until !== undefined && next.from !== until + 1)
          yield {
            code: 'region-life/gap',
            args: { name, until: formatMonth(until), next: next.name, from: formatMonth(next.from) },
            ...at(region, `successors/${i}`),
          };
      }
    }
  },
};
