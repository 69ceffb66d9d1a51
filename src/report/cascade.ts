import { type Branch, branchesOf, type Cascade, type Judged, nameOf } from '../model/cascade.ts';
import type { Decimal } from '../model/decimal.ts';
import { labelPeriod } from '../model/label.ts';
import { monthPeriod } from '../model/period.ts';
import { addressOf, type Plan } from '../model/plan.ts';
import type { Amount } from '../model/verdict.ts';
import { CASCADE } from '../wording/cascade.ts';
import { type Args, say } from '../wording/message.ts';
import { MARK } from '../wording/verdicts.ts';
import { findingText, severityText } from './findings.ts';
import { type Column, grid } from './grid.ts';
import { statusText } from './table.ts';
import {
  amountText,
  figureText,
  percentText,
  periodText,
  promiseText,
  type Style,
  safe,
  word,
} from './text.ts';
import { widthOf, wrap } from './width.ts';

const t = (key: string, style: Style, args: Args = {}): string => say(CASCADE, key, args, style.language);

const dim = (text: string, style: Style): string => (text === '' ? '' : style.paint(text, 'dim'));

const lines = (...parts: readonly string[]): string => parts.filter((p) => p !== '').join('\n');

/** An amount with its sign: what is ahead has a plus. */
const signed = (a: Amount): string => `${a.value.gt(0) ? '+' : ''}${amountText(a)}`;

function nameLines({ target, share, apart }: Branch, style: Style): string[] {
  const region = target.region?.found?.name;
  const own = share ? share.text : region ? `${target.title} · ${region}` : target.title;
  const about = share ? t('share', style) : addressOf(target);
  const why = apart ? [t('apart', style, { why: t(`apart/${apart}`, style) })] : [];
  return [safe(own), ...[about, ...why].map((l) => dim(safe(l), style))];
}

const percent = (part: Decimal | undefined): string => (part ? percentText(part) : '');

/** The cells of a branch beside its name. */
function cellsOf(branch: Branch, { verdict: v, ofPromise, contribution: c }: Judged, style: Style): string[] {
  const marks = (v?.marks ?? []).map((m) => dim(MARK[m][style.language], style));
  const expected = v?.expected && v.elapsed?.lt(1) ? amountText(v.expected) : '';
  return [
    v ? lines(statusText(v.status, style), ...marks) : dim(t('unjudged', style), style),
    v?.actual ? lines(figureText(v.actual), dim(periodText(v.actual, style.language), style)) : '',
    lines(
      promiseText(branch.target, style.language),
      expected && dim(word('expectedShort', style.language, { value: expected }), style),
    ),
    lines(percent(ofPromise), dim(percent(c?.ofWhole), style)),
    lines(c?.gap ? signed(c.gap) : '', dim(percent(c?.ofShortfall), style)),
  ];
}

/** A row for each branch, its name hung on the lines of the tree. */
function rowsOf({ root, of }: Cascade, nameWidth: number, style: Style): string[][] {
  const rows: string[][] = [];
  const draw = (branch: Branch, first: string, rest: string): void => {
    const stem = rest + (branch.parts.length > 0 ? '│ ' : '');
    const room = Math.max(8, nameWidth - widthOf(stem));
    const name = nameLines(branch, style).flatMap((l) => wrap(l, room).split('\n'));
    const hung = name.map((line, i) => (i === 0 ? first : stem) + line);
    rows.push([hung.join('\n'), ...cellsOf(branch, of.get(branch) ?? {}, style)]);
    for (const [i, part] of branch.parts.entries())
      if (i === branch.parts.length - 1) draw(part, `${rest}└─ `, `${rest}   `);
      else draw(part, `${rest}├─ `, `${rest}│  `);
  };
  draw(root, '', '');
  return rows;
}

/** What the parts of a branch come to: promised, reported, and what explains how far it is behind. */
function sumLines(branch: Branch, { of }: Cascade, style: Style): string[] {
  const { promised, reported } = of.get(branch) ?? {};
  if (!promised) return [];
  const { language } = style;
  const share = (a: Amount, b: Amount): string => (b.value.eq(0) ? '' : percentText(a.value.div(b.value)));
  const both = (s: { whole: Amount; parts: Amount }): Args => ({
    parts: amountText(s.parts),
    whole: amountText(s.whole),
    part: share(s.parts, s.whole),
  });
  const said = [t('promised', style, both(promised))];
  if (reported) {
    const period = labelPeriod(reported.period, language);
    const count = branch.parts.filter((p) => of.get(p)?.contribution).length;
    if (count > 0) said.push(t('reported', style, { ...both(reported), period, count }));
    const { gap } = reported;
    if (gap?.whole.value.lt(0)) {
      const explained = branch.parts
        .map((p) => [nameOf(p), of.get(p)?.contribution?.gap] as const)
        .filter(([, g]) => g !== undefined && !g.value.eq(0));
      const others = [
        [t(gap.over ? 'over' : 'undivided', style), gap.undivided],
        [t('elsewhere', style, { without: reported.without }), gap.elsewhere],
      ] as const;
      const list = [...explained, ...others.filter(([, g]) => g && !g.value.eq(0))].map(([name, g]) =>
        t('gapOf', style, { name, gap: g ? signed(g) : '', part: g ? share(g, gap.whole) : '' }),
      );
      said.push(t('behind', style, { gap: amountText(gap.whole), list }));
    }
  }
  return said;
}

/** A target as a tree of what serves it, with what the parts add up to and what was found. */
export function cascadeText(cascade: Cascade, plan: Plan, style: Style): string {
  const { root, asOf, findings } = cascade;
  const month = labelPeriod(monthPeriod(asOf), style.language);
  const heading = `${style.paint(safe(root.target.title), 'bold')} (${safe(addressOf(root.target))}) · ${safe(plan.title)} · ${word('asOf', style.language, { month })}`;
  const head = (key: string): string => style.paint(t(key, style), 'bold');
  const nameWidth = Math.max(18, Math.floor(style.width * 0.34));
  const rows = rowsOf(cascade, nameWidth, style);
  const columns: Column[] = [
    { head: head('tree'), min: 18, rigid: true, tree: true },
    { head: style.paint(word('status', style.language), 'bold'), min: 8, rigid: true },
    { head: style.paint(word('actual', style.language), 'bold'), min: 8 },
    { head: style.paint(word('value', style.language), 'bold'), min: 9 },
    { head: head('parts'), min: 8 },
    { head: head('gap'), min: 7 },
  ];
  const sums = branchesOf(root).flatMap((b) =>
    sumLines(b, cascade, style).map((l) => (b === root ? l : t('of', style, { name: nameOf(b), said: l }))),
  );
  const found = findings.map((d) => `${severityText(d, style)}  ${findingText(d, style)}`);
  const none = root.parts.length === 0 ? [t('alone', style)] : [];
  const blocks = [
    [wrap(heading, style.width)],
    [grid(columns, rows, style.width)],
    [...none, ...sums].map((l) => wrap(safe(l), style.width)),
    found.map((l) => wrap(l, style.width)),
  ];
  return `${blocks
    .filter((b) => b.length > 0)
    .map((b) => b.join('\n'))
    .join('\n\n')}\n`;
}
