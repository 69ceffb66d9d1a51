// Generated projects with one export each, the same at every run: the long form and the wide form of published tables.
import { closeSync, mkdirSync, openSync, rmSync, symlinkSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const REGIONS =
  '北京市 天津市 河北省 山西省 内蒙古自治区 辽宁省 吉林省 黑龙江省 上海市 江苏省 浙江省 安徽省 福建省 江西省 山东省 河南省 湖北省 湖南省 广东省 广西壮族自治区 海南省 重庆市 四川省 贵州省 云南省 西藏自治区 陕西省 甘肃省 青海省 宁夏回族自治区 新疆维吾尔自治区'.split(
    ' ',
  );
const BRANCHES = '农业 采矿业 制造业 建筑业 批发业 零售业 运输业 住宿业 餐饮业 金融业 教育 文化'.split(' ');
const MEASURES = '产值 增加值 营业收入 利润总额 固定资产投资 税收 出口额 进口额 工资总额 研发经费'.split(' ');
const INDICATORS = BRANCHES.flatMap((b) => MEASURES.map((m) => `${b}${m}`));
/** 1975 to 2024. */
const MONTHS = 600;

const monthLabel = (m) => `${1975 + Math.floor(m / 12)}年${(m % 12) + 1}月`;

/** The figure of the n-th cell: up to six digits, one or two decimals; every 97th is not there. */
function figure(n) {
  if (n % 97 === 96) return '';
  const v = (n * 7919 + 104729) % 1000003;
  return n % 3 === 0 ? (v / 100).toFixed(2) : (v / 10).toFixed(1);
}

const codes = new Map();

/** A character in GB18030, which node reads and does not write. */
function pairOf(char) {
  if (codes.size === 0) {
    const decoder = new TextDecoder('gb18030');
    for (let lead = 0x81; lead <= 0xfe; lead++)
      for (let trail = 0x40; trail <= 0xfe; trail++)
        codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
  const pair = codes.get(char);
  if (!pair) throw new Error(`${char} is not in the two-byte zone of GB18030`);
  return pair;
}

const gb18030 = (text) =>
  Buffer.from([...text].flatMap((char) => (char < '\u0080' ? [char.charCodeAt(0)] : pairOf(char))));

/** Writes lines as they come, so that the generator of a large export needs little memory. */
function writeLines(path, lines, encode) {
  const handle = openSync(path, 'w');
  let part = '';
  for (const line of lines) {
    part += `${line}\n`;
    if (part.length < 1 << 16) continue;
    writeSync(handle, encode(part));
    part = '';
  }
  writeSync(handle, encode(part));
  closeSync(handle);
}

/** Catalogues and a mapping; flows unless the kinds are said. */
function writeProject(dir, mapping, { names = INDICATORS, places = REGIONS, kindOf = () => 'flow' } = {}) {
  for (const folder of ['targets', 'data/mappings', 'data/exports'])
    mkdirSync(join(dir, folder), { recursive: true });
  const write = (path, lines) => writeFileSync(join(dir, path), `${lines.join('\n')}\n`);
  const indicators = names.map(
    (name, i) => `  - { id: i${i}, name: ${name}, kind: ${kindOf(i)}, unit: 亿元 }`,
  );
  write('targets/indicators.yaml', ['ptrack: indicators/v1', 'indicators:', ...indicators]);
  const regions = places.map((name, i) => `  - { code: "${i + 11}", name: ${name} }`);
  write('targets/regions.yaml', ['ptrack: regions/v1', 'regions:', ...regions]);
  write('data/mappings/export.yaml', ['ptrack: mapping/v1', 'files: ["export*.csv"]', ...mapping]);
}

function* longLines(rows) {
  yield '地区,指标,时期,单位,数值';
  const months = Math.ceil(rows / (INDICATORS.length * REGIONS.length));
  if (months > MONTHS)
    throw new Error(`at most ${INDICATORS.length * REGIONS.length * MONTHS} rows can be made`);
  let n = 0;
  for (const indicator of INDICATORS)
    for (const region of REGIONS)
      for (let m = MONTHS - months; m < MONTHS && n < rows; m++)
        yield `${region},${indicator},${monthLabel(m)},亿元,${figure(n++)}`;
}

function* wideLines() {
  const labels = Array.from({ length: MONTHS }, (_, m) => monthLabel(m));
  yield ['地区', ...labels].join(',');
  for (const [r, region] of REGIONS.entries())
    yield [region, ...labels.map((_, m) => figure(r * MONTHS + m))].join(',');
}

const COLUMNS = { region: '地区', indicator: '指标', period: '时期', unit: '单位', value: '数值' };

const longMapping = () => {
  const fields = Object.entries(COLUMNS).map(([field, column]) => `  ${field}: { column: ${column} }`);
  return [`header: [${Object.values(COLUMNS).join(', ')}]`, 'fields:', ...fields];
};

/** A project with an export of so many rows, one figure each, in UTF-8 (and in GB18030 where asked). */
export function longProject(dir, rows, encoding) {
  writeProject(dir, longMapping());
  return { ...writeExport(dir, () => longLines(rows), encoding), rows, cells: rows };
}

/** A project with an export of 31 regions by 600 months, one row for each region. */
export function wideProject(dir, encoding) {
  writeProject(dir, [
    'header: [地区, "{period}"]',
    'fields:',
    '  region: { column: 地区 }',
    '  period: { from: header }',
    `  indicator: { constant: ${INDICATORS[0]} }`,
    '  unit: { constant: 亿元 }',
  ]);
  return { ...writeExport(dir, wideLines, encoding), rows: REGIONS.length, cells: REGIONS.length * MONTHS };
}

/** The export as ptrack takes it, and its UTF-8 copy for what reads nothing else. */
function writeExport(dir, lines, encoding) {
  const file = join(dir, 'data/exports/export.csv');
  writeLines(file, lines(), encoding === 'gb18030' ? gb18030 : Buffer.from);
  if (encoding !== 'gb18030') return { dir, file, utf8: file };
  const utf8 = join(dir, 'utf-8.csv');
  writeLines(utf8, lines(), Buffer.from);
  return { dir, file, utf8 };
}

/** Indicators and months of what is stored; as many regions as the figures fill. */
const STORED = { indicators: 50, months: 40, first: 2021 };
const kindOf = (i) => (i % 4 === 3 ? 'stock' : 'flow');

/** A plan of so many targets; `seriesOf` says the indicator and the region of each. */
function writePlan(dir, id, count, seriesOf) {
  const lines = ['ptrack: plan/v1', `id: ${id}`, `title: ${id}`, 'window: 2024', 'targets:'];
  for (let n = 0; n < count; n++) {
    const { i, r } = seriesOf(n);
    const value = kindOf(i) === 'stock' ? 50 : 600;
    lines.push(`  - { id: t${n}, indicator: i${i}, region: "${r + 11}", at_least: ${value} 亿元 }`);
  }
  writeFileSync(join(dir, 'targets', `${id}.yaml`), `${lines.join('\n')}\n`);
}

/**
 * Two projects with the same data, an export a year of so many monthly figures in all: in `few` a plan has targets of ten
 * series, in `all` a plan for each indicator has one target of every series.
 */
export function storedProjects(dir, figures) {
  const { indicators, months, first } = STORED;
  const regions = figures / (indicators * months);
  if (!Number.isInteger(regions)) throw new Error(`${figures} is no multiple of ${indicators * months}`);
  const names = INDICATORS.slice(0, indicators);
  const places = Array.from({ length: regions }, (_, r) => `${REGIONS[r % REGIONS.length]}第${r + 1}区`);
  const [few, all] = [join(dir, 'few'), join(dir, 'all')];
  for (const project of [few, all]) writeProject(project, longMapping(), { names, places, kindOf });
  writePlan(few, 'few', 10, (n) => ({ i: n * 5, r: n % regions }));
  for (const i of names.keys()) writePlan(all, `all-${i}`, regions, (r) => ({ i, r }));
  function* lines(from, to) {
    yield Object.values(COLUMNS).join(',');
    for (const [i, name] of names.entries())
      for (const [r, place] of places.entries())
        for (let m = from; m < to; m++) {
          const value = 300 + ((((i * regions + r) * months + m) * 7919) % 500);
          yield `${place},${name},${first + Math.floor(m / 12)}年${(m % 12) + 1}月,亿元,${(value / 10).toFixed(1)}`;
        }
  }
  for (let from = 0; from < months; from += 12)
    writeLines(
      join(few, `data/exports/export-${first + from / 12}.csv`),
      lines(from, Math.min(from + 12, months)),
      Buffer.from,
    );
  rmSync(join(all, 'data'), { recursive: true });
  symlinkSync(join(few, 'data'), join(all, 'data'));
  return { few, all, targets: { few: 10, all: indicators * regions } };
}
