import { type Branch, branchesOf, type Cascade, nameOf } from '../../model/cascade.ts';
import type { Decimal } from '../../model/decimal.ts';
import { labelPeriod } from '../../model/label.ts';
import { monthPeriod } from '../../model/period.ts';
import { addressOf, type Plan } from '../../model/plan.ts';
import type { Amount } from '../../model/verdict.ts';
import { CASCADE } from '../../wording/cascade.ts';
import { type Args, type Language, say } from '../../wording/message.ts';
import { BRANCH_FIELDS, type Hung, hungOf } from '../cascade-fields.ts';
import type { Block, Column, Document } from '../document.ts';
import { findingText, plainFindings, severityText } from '../findings.ts';
import { recordOf } from '../records.ts';
import { bold, dim, joined, lines, type Rich } from '../rich.ts';
import { statusCell } from '../status.ts';
import {
  amountText,
  figureText,
  monthText,
  percentText,
  periodText,
  promiseText,
  safe,
  word,
} from '../text.ts';

const t = (key: string, language: Language, args: Args = {}): string => say(CASCADE, key, args, language);

/** An amount with its sign: what is ahead has a plus. */
const signed = (a: Amount): string => `${a.value.gt(0) ? '+' : ''}${amountText(a)}`;

function nameText({ target, share, apart }: Branch, language: Language): Rich {
  const region = target.region?.found?.name;
  const own = share ? share.text : region ? `${target.title} · ${region}` : target.title;
  const about = share ? t('share', language) : addressOf(target);
  const why = apart ? t('apart', language, { why: t(`apart/${apart}`, language) }) : '';
  return lines(safe(own), dim(safe(about)), dim(safe(why)));
}

const percent = (part: Decimal | undefined): string => (part ? percentText(part) : '');

function actualText({ judged: { verdict } }: Hung, language: Language): Rich {
  const actual = verdict?.actual;
  return actual ? lines(figureText(actual), dim(periodText(actual, language))) : '';
}

function promisedText({ branch, judged: { verdict: v } }: Hung, language: Language): Rich {
  const value = v?.expected && v.elapsed?.lt(1) ? amountText(v.expected) : '';
  const expected = value && word('expectedShort', language, { value });
  return lines(promiseText(branch.target, language), dim(expected));
}

const COLUMNS: readonly Column<Hung>[] = [
  {
    key: 'target',
    heading: (language) => t('tree', language),
    least: 18,
    rigid: true,
    text: ({ branch }, language) => nameText(branch, language),
  },
  {
    key: 'status',
    heading: (language) => word('status', language),
    least: 8,
    rigid: true,
    text: ({ judged: { verdict } }, language) =>
      verdict ? statusCell(verdict, language) : dim(t('unjudged', language)),
  },
  { key: 'actual', heading: (language) => word('actual', language), least: 8, text: actualText },
  { key: 'value', heading: (language) => word('value', language), least: 9, text: promisedText },
  {
    key: 'ofPromise',
    heading: (language) => t('parts', language),
    least: 8,
    text: ({ judged: { ofPromise, contribution } }) =>
      lines(percent(ofPromise), dim(percent(contribution?.ofWhole))),
  },
  {
    key: 'gap',
    heading: (language) => t('gap', language),
    least: 7,
    text: ({ judged: { contribution: c } }) =>
      lines(c?.gap ? signed(c.gap) : '', dim(percent(c?.ofShortfall))),
  },
];

/** What the parts of a branch come to: promised, reported, and what explains how far it is behind. */
function sumLines(branch: Branch, of: Cascade['of'], language: Language): string[] {
  const { promised, reported } = of.get(branch) ?? {};
  if (!promised) return [];
  const share = (a: Amount, b: Amount): string => (b.value.eq(0) ? '' : percentText(a.value.div(b.value)));
  const both = (s: { whole: Amount; parts: Amount }): Args => ({
    parts: amountText(s.parts),
    whole: amountText(s.whole),
    part: share(s.parts, s.whole),
  });
  const said = [t('promised', language, both(promised))];
  if (reported) {
    const period = labelPeriod(reported.period, language);
    const count = branch.parts.filter((p) => of.get(p)?.contribution).length;
    if (count > 0) said.push(t('reported', language, { ...both(reported), period, count }));
    const { gap } = reported;
    if (gap?.whole.value.lt(0)) {
      const explained = branch.parts
        .map((p) => [nameOf(p), of.get(p)?.contribution?.gap] as const)
        .filter(([, g]) => g !== undefined && !g.value.eq(0));
      const others = [
        [t(gap.over ? 'over' : 'undivided', language), gap.undivided],
        [t('elsewhere', language, { without: reported.without }), gap.elsewhere],
      ] as const;
      const list = [...explained, ...others.filter(([, g]) => g && !g.value.eq(0))].map(([name, g]) =>
        t('gapOf', language, { name, gap: g ? signed(g) : '', part: g ? share(g, gap.whole) : '' }),
      );
      said.push(t('behind', language, { gap: amountText(gap.whole), list }));
    }
  }
  return said;
}

/** What is said below the tree: what the parts of each branch come to, and what was found. */
function below({ root, of, findings }: Cascade, language: Language): Block[] {
  const sums = branchesOf(root).flatMap((b) =>
    sumLines(b, of, language).map((said) =>
      b === root ? said : t('of', language, { name: nameOf(b), said }),
    ),
  );
  const none = root.parts.length === 0 ? [t('alone', language)] : [];
  return [
    { kind: 'paragraph', lines: [...none, ...sums].map(safe) },
    {
      kind: 'paragraph',
      lines: findings.map((d) => joined([severityText(d, language), findingText(d, { language })], '  ')),
    },
  ];
}

/** A target as a tree of what serves it, with what the parts add up to: `ptrack/cascade/v1`. */
export function cascadeDocument(
  cascade: Cascade,
  plan: Plan,
  knownOn: string | undefined,
  language: Language,
): Document {
  const { root, asOf, of } = cascade;
  const month = labelPeriod(monthPeriod(asOf), language);
  const about = `(${safe(addressOf(root.target))}) · ${safe(plan.title)} · ${word('asOf', language, { month })}`;
  const rootRow: Hung = { branch: root, judged: of.get(root) ?? {}, depth: 0 };
  return {
    title: joined([bold(safe(root.target.title)), about], ' '),
    blocks: () => [
      {
        kind: 'tree',
        columns: COLUMNS,
        root: rootRow,
        partsOf: ({ branch, depth }: Hung) =>
          branch.parts.map((part) => ({ branch: part, judged: of.get(part) ?? {}, depth: depth + 1 })),
      },
      ...below(cascade, language),
    ],
    records: () => ({ fields: BRANCH_FIELDS, rows: hungOf(cascade) }),
    json: () => ({
      schema: 'ptrack/cascade/v1',
      asOf: monthText(asOf),
      knownOn: knownOn ?? null,
      branches: hungOf(cascade).map((h) => recordOf(BRANCH_FIELDS, h)),
      findings: plainFindings(cascade.findings),
      warnings: plainFindings(cascade.warnings),
    }),
  };
}
