import { fault, UserError } from '../model/diagnostic.ts';
import type { Indicator } from '../model/indicator.ts';
import { contains, monthPeriod, type Period, parsePeriod } from '../model/period.ts';
import type { Region } from '../model/region.ts';
import { loadProject, type Project } from '../project/workspace.ts';
import { csvOf, markdownOf } from '../report/flat-rows.ts';
import { noVintages, vintageCells, vintagesJson, vintageTable } from '../report/vintages.ts';
import type { Store } from '../store/store.ts';
import type { Run } from './command.ts';
import { type Context, knownOnOf } from './context.ts';
import { TABLE_FORMATS } from './options.ts';
import { emit, outputsOf } from './output.ts';
import { catalogueFaults, storeOf } from './project.ts';
import { indicatorNamed, listRegions, regionNamed } from './series.ts';
import { reportFindings } from './show-findings.ts';

const ALWAYS: Period = { start: 0, end: Number.POSITIVE_INFINITY };

function periodOf(asked: string | undefined): Period {
  if (asked === undefined) return ALWAYS;
  const period = parsePeriod(asked);
  if (!period) throw new UserError(fault('usage/period', { found: asked, option: '--period' }));
  return period;
}

/** The region meant where none is named: the project's own, else the only one with figures. */
async function regionOf(
  asked: string | undefined,
  indicator: Indicator,
  store: Store,
  { catalogue, config }: Project,
): Promise<Region> {
  const named = asked ?? config.region;
  if (named !== undefined) return regionNamed(named, catalogue);
  const found = await store.regionsWith(indicator.id);
  const [only] = found;
  if (only === undefined) throw new UserError(fault('usage/no-figures', { indicator: indicator.id }));
  if (found.length === 1) return regionNamed(only, catalogue);
  const listed = listRegions(found, catalogue);
  throw new UserError(fault('usage/which-region', { indicator: indicator.id, ...listed }));
}

/** The series asked for. What is wrong with the catalogues is told where a name is not found: it may stand there. */
async function seriesOf(
  [name = '', place]: readonly string[],
  store: Store,
  project: Project,
  context: Context,
): Promise<{ readonly indicator: Indicator; readonly region: Region }> {
  try {
    const indicator = indicatorNamed(name, project.catalogue);
    return { indicator, region: await regionOf(place, indicator, store, project) };
  } catch (error) {
    await reportFindings(catalogueFaults(project), context);
    throw error;
  }
}

/** `ptrack vintages INDICATOR [REGION]`: every value a series ever had. */
export const run: Run = async ({ context, args, options }) => {
  const outputs = outputsOf(options.format, TABLE_FORMATS);
  const knownOn = knownOnOf(options);
  const within = periodOf(options.period as string | undefined);
  const project = loadProject('.');
  const store = await storeOf(project);
  const { indicator, region } = await seriesOf(args, store, project, context);
  const series = { indicator: indicator.id, region: region.code };
  const read = await store.vintages({ ...series, within: ALWAYS }, knownOn === undefined ? {} : { knownOn });
  // May's figures are those of May and those from January to May
  const vintages = read.vintages.filter((v) => contains(within, monthPeriod(v.period.end)));
  emit(
    outputs,
    (format) => {
      if (format === 'json') return vintagesJson(series, vintages, knownOn);
      if (format === 'csv') return csvOf(vintages.map(vintageCells));
      if (format === 'markdown') return markdownOf(vintages.map(vintageCells));
      return vintageTable(indicator, region, vintages, knownOn, context.style);
    },
    context,
  );
  if (vintages.length === 0) {
    const regions = (await store.regionsWith(indicator.id)).filter((code) => code !== region.code);
    context.remark(noVintages(listRegions(regions, project.catalogue), knownOn, context.errorStyle));
  }
  await reportFindings(read.diagnostics, context);
  return read.diagnostics.length > 0 ? 2 : 0;
};
