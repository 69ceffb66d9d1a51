import type { Catalogue } from '../model/catalogue.ts';
import { type Diagnostic, finding } from '../model/diagnostic.ts';
import type { Observation, Written } from '../model/observation.ts';
import { formatPeriod } from '../model/period.ts';

type Figure = Pick<Observation, 'indicator' | 'region' | 'period' | 'unit' | 'bound' | 'status'> &
  (Pick<Observation, 'value' | 'decimals'> | Pick<Written, 'number'>);

const text = (f: Figure): string => {
  const number = 'number' in f ? f.number : f.value.toFixed(f.decimals);
  return `${f.bound ?? ''}${number} ${f.unit.text}`;
};

const argsOf = (now: Figure, before: readonly Figure[], catalogue: Catalogue) => ({
  indicator: catalogue.indicators.get(now.indicator)?.name ?? now.indicator,
  region: catalogue.regions.get(now.region)?.name ?? now.region,
  period: formatPeriod(now.period),
  newValue: text(now),
  oldValue: [...new Set(before.map(text))],
});

/** The remark that a figure stands instead of others, or that it was withdrawn. */
export function revisionRemark(now: Figure, before: readonly Figure[], catalogue: Catalogue): Diagnostic {
  const code = now.status === 'deleted' ? 'data/withdrawn' : 'data/revised';
  return finding('info', code, argsOf(now, before, catalogue));
}

/** The remark that a new figure does not count: another was published later, or is exact where it is a bound. */
export function outrankedRemark(
  now: Figure,
  standing: Figure & { readonly published?: string },
  catalogue: Catalogue,
): Diagnostic {
  const args = { ...argsOf(now, [standing], catalogue), since: standing.published ?? '' };
  return finding('warning', 'data/outranked', args);
}
