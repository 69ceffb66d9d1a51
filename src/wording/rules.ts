import type { Messages } from './message.ts';

/** What the validation rules say; the key is the rule's id. */
export const RULES: Messages = {
  'unknown-indicator': {
    en: 'no indicator is called “{name}”[nearest: (did you mean “{nearest}”?)]; add it to the catalogue or correct the name',
    zh: '指标目录中没有“{name}”[nearest:（是否指“{nearest}”？）]；请在目录中添加或更正名称',
  },
  'unknown-indicator/missing': {
    en: 'the target “{id}” names no indicator; add indicator:',
    zh: '目标“{id}”没有指标，请补上 indicator:',
  },
  'unknown-organisation': {
    en: 'no organisation is called “{name}”[nearest: (did you mean “{nearest}”?)]; add it to the organisations or correct the name',
    zh: '没有名为“{name}”的单位[nearest:（是否指“{nearest}”？）]；请在单位目录中添加或更正名称',
  },
  'unknown-organisation/ambiguous': {
    en: '“{name}” can mean any of {several}; write its id',
    zh: '“{name}”可指 {several}；请写 id',
  },
  'unknown-organisation/elsewhere': {
    en: '“{name}” belongs to {elsewhere}, not to the region of this plan or one above it',
    zh: '“{name}”属于 {elsewhere}，不属于本方案的地区或其上级',
  },
  'unknown-region': {
    en: 'no region is called “{name}”[nearest: (did you mean “{nearest}”?)]; add it to the regions or correct the name',
    zh: '没有名为“{name}”的地区[nearest:（是否指“{nearest}”？）]；请在地区目录中添加或更正名称',
  },
  'unknown-region/ambiguous': {
    en: '“{name}” can mean any of {several}; write its code, or the name of the region it lies in before it',
    zh: '“{name}”可指 {several}；请写代码，或在前面加上所属地区的名称',
  },
  'unknown-region/missing': {
    en: 'the target “{id}” has no region; give the plan one',
    zh: '目标“{id}”没有地区，请给方案加上 region:',
  },
  'unknown-target': {
    en: 'this plan has no target “{name}”[nearest: (did you mean “{nearest}”?)]',
    zh: '本方案没有目标“{name}”[nearest:（是否指“{nearest}”？）]',
  },
  'unknown-target/circle': {
    en: 'following same_as from “{id}” leads back to it; one of them must state the promise itself',
    zh: '“{id}”的 same_as 互相循环；其中一个须写明承诺本身',
  },
  'unknown-milestone': {
    en: 'there is no milestone “{name}”[nearest: (did you mean “{nearest}”?)]',
    zh: '没有节点“{name}”[nearest:（是否指“{nearest}”？）]',
  },
  'unknown-milestone/future': {
    en: 'reported on {on} as done on {done}, which is later; correct one of the dates',
    zh: '{on} 的报告称 {done} 完成，完成日期晚于报告日期，请更正',
  },
  'unit-mismatch': {
    en: '“{value}” cannot measure {indicator}, which is in “{unit}”[suggest:; write {suggest}][hint:; its growth in % is the indicator {hint}]',
    zh: '“{value}”不能度量 {indicator}（单位为“{unit}”）[suggest:；请写 {suggest}][hint:；其增速（%）是指标 {hint}]',
  },
  'unit-mismatch/points': {
    en: '“{value}”: {indicator} is in “{unit}”, so a change of it, or a difference, is in percentage points (百分点)[relative:, or {relative}]',
    zh: '“{value}”：{indicator} 的单位是“{unit}”，其升降和差距应以百分点计[relative:，或写 {relative}]',
  },
  'unit-mismatch/relative': {
    en: '“{value}”: a relative change is in %',
    zh: '“{value}”：相对变化（relative）应以 % 计',
  },
  'unit-mismatch/times': {
    en: '“{value}”: times takes a bare number or 倍, like 1.2 倍',
    zh: '“{value}”：times 应写数或倍数，如 1.2 倍',
  },
  'unit-mismatch/average': {
    en: '“{value}”: mean yearly growth is in %',
    zh: '“{value}”：年均增长应以 % 计',
  },
  'unit-mismatch/rank': {
    en: '“{value}”: a place is a bare number, or in 位 or 名',
    zh: '“{value}”：位次应写数，或以“位”“名”为单位',
  },
  'unit-mismatch/tolerance': {
    en: 'the tolerance “{value}” does not go with a value in “{unit}”',
    zh: '允差“{value}”与以“{unit}”计的目标值不相配',
  },
  'incomplete-form/none': {
    en: 'the target “{id}” has no form; say at_least, at_most, about, rise … or unquantified',
    zh: '目标“{id}”没有写明形式；应写 at_least、at_most、about、rise……或 unquantified',
  },
  'incomplete-form/several': {
    en: 'the target “{id}” has several forms ({forms}); write a target for each',
    zh: '目标“{id}”有多个形式（{forms}），请分别写成目标',
  },
  'incomplete-form/average': {
    en: 'mean yearly growth needs a baseline; add baseline: with its period',
    zh: '年均增长须有基期，请补上 baseline: 及其 period',
  },
  'incomplete-form/group': {
    en: '“{region}” is one region; a group with members is needed here',
    zh: '“{region}”是单个地区，此处须为有成员的地区组',
  },
  'incomplete-form/group-without-each': {
    en: 'the region of “{id}”, {region}, is a group; add each: region',
    zh: '目标“{id}”的地区“{region}”是地区组，请补上 each: region',
  },
  'incomplete-form/no-quarter': {
    en: 'the window {window} of “{id}” holds no whole quarter; widen it, or say each: month',
    zh: '“{id}”的窗口 {window} 内没有完整季度；请扩大窗口，或写 each: month',
  },
  'incomplete-form/neither': {
    en: '“{id}”: the catalogue does not say which way {indicator} is better, so it cannot improve; write rise or fall, or better: there',
    zh: '“{id}”：目录未写明 {indicator} 以高为好还是以低为好，无从“提升”；请写 rise 或 fall，或在目录中写 better',
  },
  'incomplete-form/baseline': {
    en: 'the baseline needs a period, and its value if the plan states one',
    zh: '基期须写明 period；方案给出数值的，一并写 value',
  },
  'incomplete-form/baseline-late': {
    en: 'the baseline {period} does not end before the window {window}; a baseline lies before what it is compared with',
    zh: '基期 {period} 没有在窗口 {window} 结束前结束；基期应在比较期之前',
  },
  'incomplete-form/baseline-target': {
    en: 'only times can take another target as its baseline',
    zh: '只有 times 可以用另一目标作基数',
  },
  'incomplete-form/steps-order': {
    en: 'in the steps of “{id}”, “{step}” comes after “{before}”: none may go back behind the one before it',
    zh: '“{id}”的分期目标（steps）中，“{step}”在“{before}”之后：后一个不能比前一个倒退',
  },
  'incomplete-form/steps-beyond': {
    en: 'in the steps of “{id}”, “{step}” is no part of the whole; write 0 % to 100 %',
    zh: '“{id}”的分期目标（steps）中，“{step}”不在 0 % 至 100 % 之间，请更正',
  },
  'incomplete-form/steps-twice': {
    en: 'in the steps of “{id}”, “{step}” is the second one for {month}; keep one',
    zh: '“{id}”的分期目标（steps）中，“{step}”是 {month} 的第二个，只能保留一个',
  },
  'incomplete-form/not-member': {
    en: '{region} is not in the group {group}, so it has no place there',
    zh: '{region} 不在地区组“{group}”中，没有位次可言',
  },
  'incomplete-form/no-difference': {
    en: 'a difference is from another region, or from the average of a group that has one; not from {region}',
    zh: '应与另一个地区或有平均数的地区组相比，不能与 {region} 相比',
  },
  'incomplete-form/steps': { en: 'pace: steps needs steps:', zh: 'pace: steps 须同时写 steps:' },
  'incomplete-form/linear': {
    en: 'pace: linear needs a baseline with its value, except for a flow, or an indicator that builds up over the window (accumulates: true in the catalogue)',
    zh: 'pace: linear 须有写明数值的基期；流量和在窗口内累积的指标（目录中写 accumulates: true）除外',
  },
  'incomplete-form/linear-kind': {
    en: 'a {kind} does not move along a line; leave pace: linear out',
    zh: '{kind} 不随时间线性推进，请去掉 pace: linear',
  },
  'incomplete-form/stretch': {
    en: 'a target without a figure cannot have a stretch',
    zh: '没有数值的目标不能有力争值（stretch）',
  },
  'duplicate-id': {
    en: 'the id “{id}” is already used in this plan, by “{twin}”; goals, targets and milestones share one space of ids',
    zh: '本方案中“{twin}”已用 id“{id}”；任务、目标、节点共用一个 id 空间',
  },
  'duplicate-id/plan': {
    en: 'the plan id “{id}” is already used in {file}',
    zh: '方案 id“{id}”已在 {file} 中使用',
  },
  'due-outside-window': {
    en: 'due {due} lies outside the window {window} (to {end}); correct one of them',
    zh: '完成时限 {due} 在窗口 {window}（至 {end}）之外，请更正',
  },
  'due-outside-window/step': {
    en: 'the checkpoint {step} lies outside the window {window}',
    zh: '分期目标 {step} 在窗口 {window} 之外',
  },
  'empty-plan': {
    en: 'the plan “{id}” has no targets and no milestones',
    zh: '方案“{id}”没有目标也没有节点',
  },
  derivation: {
    en: '{key}: “{name}” is not in the catalogue[nearest: (did you mean “{nearest}”?)]',
    zh: '{key}：目录中没有“{name}”[nearest:（是否指“{nearest}”？）]',
  },
  'derivation/circle': {
    en: 'deriving “{id}” would need “{id}” itself: {way}; take the derivation away from one of them (derive, or numerator and denominator)',
    zh: '“{id}”的推算循环引用自身：{way}；请去掉其中一处的推算（derive，或 numerator 与 denominator）',
  },
  direction: {
    en: '{comparator} on {indicator}, of which [higher:higher][lower:lower] is better: is it meant so?',
    zh: '{indicator} [higher:越高越好][lower:越低越好]，却写了 {comparator}，是否写反？',
  },
  'ambiguous-name': {
    en: 'the label “{name}” means both {a} and {b}, in the same kind of unit; an export could mean either',
    zh: '名称“{name}”同时指 {a} 和 {b}，且单位同类，数据表中无法区分',
  },
  'shared-name': {
    en: 'the organisations {first} and {id} of one region share the name “{name}”; a plan could mean either. Take it from one of them',
    zh: '同一地区的单位 {first} 与 {id} 共用名称“{name}”，方案中无法区分；请从其中之一删去',
  },
  'shared-name/region': {
    en: 'the regions {first} and {id}, which lie in the same region, share the name “{name}”; nothing tells them apart. Take it from one of them, or say from and until when each existed',
    zh: '同属一地的地区 {first} 与 {id} 共用名称“{name}”，无法区分；请从其中之一删去，或写明各自的起止时间',
  },
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
  'count-noun': {
    en: '{indicator} is counted in {own}; “{noun}” is taken as the same',
    zh: '{indicator} 的计量单位是“{own}”，此处“{noun}”按相同单位处理',
  },
  'data/disagree': {
    en: '{indicator} of {region}, {period}: published {published} {unit}, but its sources give {derived} {unit} ({source} cell {cell})',
    zh: '{region} {indicator} {period}：公布值 {published} {unit}，据来源推算为 {derived} {unit}（{source} 单元格 {cell}）',
  },
  'data/withdrawn': {
    en: '{indicator} of {region}, {period}: {oldValue} is withdrawn',
    zh: '{region} {indicator} {period}：{oldValue} 撤回',
  },
  'data/outranked': {
    en: '{indicator} of {region}, {period}: {newValue} does not count, {oldValue} stands[since: (published {since})]; a figure without a date counts as published when it was ingested, so give dates with --published',
    zh: '{region} {indicator} {period}：{newValue} 不计，仍以 {oldValue} 为准[since:（{since} 发布）]；未注明发布日期的数据以读入日为准，请用 --published 注明',
  },
  'data/revised': {
    en: '{indicator} of {region}, {period}: {newValue} stands instead of {oldValue}',
    zh: '{region} {indicator} {period}：{newValue} 取代 {oldValue}',
  },
};
