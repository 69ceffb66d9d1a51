import { fold } from '../../model/names.ts';
import { SCALE_COLUMNS } from '../cells/scale.ts';

/** What a column can be for. */
export type Role =
  | 'indicator'
  | 'region'
  | 'period'
  | 'year'
  | 'unit'
  | 'value'
  | 'basis'
  | 'status'
  | 'published'
  | 'frequency'
  | 'multiplier'
  | 'nothing';

const list = (names: string): string[] => names.split('|').map((n) => fold(n.trim()));

/** Names of columns as exports, SDMX, Eurostat, the World Bank and Open SDG have them. */
const NAMES: Readonly<Record<Role, string>> = {
  indicator:
    '指标|指标名称|指标名|统计指标|项目|产品|产品名称|品种|工作内容|indicator|indicator name|indicator code|indicatorname|series|series name|seriesdescription|variable|subject|measure|item|na_item|coicop|coicop18|indic|indic_na|indic_bt|indic_is|nace_r2|siec|nrg_bal',
  region:
    '地区|地区名称|区域|省份|省市|省|城市|市|市县|区县|县区|区市|区（市）|行政区|行政区划|地市|geo|ref_area|reference area|country|country name|country code|region|area|location|city|province|state|geoareaname|geoareacode|geocode|地区代码|行政区划代码',
  period:
    '时间|时期|日期|月份|统计时间|数据时间|统计月份|报告期|期间|年月|季度|time_period|time|timeperiod|time period|date|month|quarter|period|ref_period',
  year: '年份|年度|年|统计年度|year|timeperiodstart',
  unit: '单位|计量单位|单位名称|unit|units|unit_measure|unit of measure',
  value:
    '数值|数据|值|指标值|数量|统计值|完成数|进展|obs_value|value|values|observation value|figure|amount|data',
  basis: '口径|统计口径|数据口径|basis',
  status: '状态|数据状态|数据标记|标记|obs_flag|obs_status|flag|flags|status|observation status',
  published: '发布日期|发布时间|公布日期|公布时间|published|release date|publication date',
  frequency: 'freq|frequency|频率|频度',
  multiplier: SCALE_COLUMNS,
  nothing:
    '备注|说明|注|注释|来源|数据来源|资料来源|序号|编号|no.|no|id|dataflow|dataflow_id|last update|conf_status|comment_obs|comment_ts|structure|structure[;]|structure_id|structure_name|action|note|notes|source|decimals|observation flag|confidentiality status',
};

const BY_NAME: ReadonlyMap<string, Role> = new Map(
  Object.entries(NAMES).flatMap(([role, names]) => list(names).map((name) => [name, role as Role] as const)),
);

/** The role a column's name gives it; SDMX writes `CODE: Label`. */
export const roleOf = (name: string): Role | undefined =>
  BY_NAME.get(fold(name)) ?? BY_NAME.get(fold(name.replace(/[:：].*$/, '')));

/** Values with which exports say that a column tells nothing apart: the whole. */
const WHOLES = list('total|all|_t|t|_z|合计|总计|全部|全市|全体|both sexes|all ages');

/** Whether a cell says that its row is of the whole. */
export const isWhole = (text: string): boolean => text === '' || WHOLES.includes(fold(text));

/** Endings of regions' names. */
export const REGION_LIKE = /(?:省|市|区|县|州|盟|旗|地区|兵团|全国|全省|全市)$/;

/** What flags of published figures mean; a letter that is not here is a person's to decide. */
const FLAGS: Readonly<Record<string, string>> = {
  p: 'provisional',
  e: 'estimated',
  s: 'estimated',
  b: 'break',
  r: 'revised',
  a: 'none',
  c: 'none',
  d: 'none',
  n: 'none',
  u: 'none',
  z: 'none',
  初步数: 'provisional',
  初步核算数: 'provisional',
  初步核算: 'provisional',
  快报: 'provisional',
  快报数: 'provisional',
  预计: 'estimated',
  预计数: 'estimated',
  估计: 'estimated',
  修订: 'revised',
  修订数: 'revised',
  推定: 'inferred',
  口径调整: 'break',
  撤回: 'deleted',
  正常: 'none',
  最终数: 'none',
  最终核实数: 'none',
};

const WEIGHT = ['deleted', 'break', 'inferred', 'provisional', 'estimated', 'revised', 'none'];

/** What a flag means; of several letters (bp) the one that weighs most. */
export function flagMeaning(flag: string): string | undefined {
  const own = FLAGS[flag.toLowerCase()];
  if (own !== undefined || !/^[a-z]{2,3}$/i.test(flag)) return own;
  const all = [...flag.toLowerCase()].map((letter) => FLAGS[letter]);
  return all.includes(undefined) ? undefined : WEIGHT.find((w) => all.includes(w));
}

/** Words that stand for a figure that is not there, beside the usual marks. */
const MISSING = list(
  '暂无|无|缺|缺失|未公布|未发布|无数据|保密|na|n/a|#n/a|nan|null|none|***|c|confidential',
);

/** Whether a text is a word for a figure that is not there (暂无, n/a). */
export const isMissingWord = (text: string): boolean => MISSING.includes(fold(text));
