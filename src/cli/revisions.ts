import type { Catalogue } from '../model/catalogue.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Observation, Written } from '../model/observation.ts';
import { formatPeriod } from '../model/period.ts';

type Figure = Pick<Observation, 'indicator' | 'region' | 'period' | 'unit' | 'bound' | 'status'> &
  (Pick<Observation, 'value' | 'decimals'> | Pick<Written, 'number'>);

const text = (f: Figure): string => {
  const number = 'number' in f ? f.number : f.value.toFixed(f.decimals);
  return `${f.bound ?? ''}${number} ${f.unit.text}`;
};

/** The remark that a figure stands instead of others, or that it was withdrawn. */
export function revisionRemark(now: Figure, before: readonly Figure[], catalogue: Catalogue): Diagnostic {
  return {
    code: now.status === 'deleted' ? 'data/withdrawn' : 'data/revised',
    severity: 'info',
    args: {
      indicator: catalogue.indicators.get(now.indicator)?.name ?? now.indicator,
      region: catalogue.regions.get(now.region)?.name ?? now.region,
      period: formatPeriod(now.period),
      newValue: text(now),
      oldValue: [...new Set(before.map(text))],
    },
  };
}

/** The remark that a new figure does not count: another was published later, or is exact where it is a bound. */
export function outrankedRemark(
  now: Figure,
  standing: Figure & { readonly published?: string },
  catalogue: Catalogue,
): Diagnostic {
  const remark = revisionRemark(now, [standing], catalogue);
  return {
    ...remark,
    code: 'data/outranked',
    severity: 'warning',
    args: { ...remark.args, since: standing.published ?? '' },
  };
}
