import type { Draft, DraftLine, DraftValue, Ground } from '../model/draft.ts';
import { INFER } from '../wording/infer.ts';
import { type Language, say } from '../wording/message.ts';

/** Scalars that mean what they say without quotes, in a list or a map as well as alone. */
const PLAIN =
  /^[\p{L}\p{N}…][\p{L}\p{N}…_.%+=/()（）：、，。—～&·-]*(?: [\p{L}\p{N}…_.%+=/()（）：、，。—～&·-]+)*$/u;
/** Words that YAML readers take for something else than text, and what looks like a number. */
const SPECIAL = /^(?:true|false|yes|no|on|off|null|y|n|~|[\d._]+(?:e\d+)?|0x.*)$/i;

/** What no YAML file may hold, or would end a comment: control characters, other line ends, lone halves of characters. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]/gu;

const escaped = (c: string): string => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;

const scalar = (text: string): string =>
  PLAIN.test(text) && !SPECIAL.test(text) ? text : JSON.stringify(text).replace(UNPRINTABLE, escaped);

/** A value in one line. */
function flow(value: DraftValue): string {
  if (typeof value === 'string') return scalar(value);
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, v]) => `${scalar(key)}: ${flow(v)}`);
  return `{ ${pairs.join(', ')} }`;
}

const sentence = (g: Ground, language: Language): string =>
  say(INFER, g.code, g.args, language).replace(UNPRINTABLE, ' ');

/** The comments above a line: how sure it is, and why. */
function comments(line: DraftLine, language: Language): string[] {
  const sure = line.certainty === undefined ? '' : `${say(INFER, `infer/${line.certainty}`, {}, language)}`;
  return line.grounds.map((g, i) => `# ${i === 0 ? sure : ''}${sentence(g, language)}`);
}

/** Keys of maps that are written one entry a line, so that entries can be taken up or struck out one by one. */
const LISTED = ['labels', 'regions', 'keep'];

function written(line: DraftLine, language: Language): string[] {
  if (!LISTED.includes(line.key) || typeof line.value !== 'object' || Array.isArray(line.value))
    return [`${line.key}: ${flow(line.value)}`];
  const entries = Object.entries(line.value).map(([key, value]) => {
    const aside = line.asides?.[key];
    return `  ${scalar(key)}: ${flow(value)}${aside ? ` # ${sentence(aside, language)}` : ''}`;
  });
  return [`${line.key}:`, ...entries];
}

const lineText = (line: DraftLine, language: Language, indent: string): string[] =>
  [
    ...comments(line, language),
    ...written(line, language).map((text) => (line.off ? `# ${text}` : text)),
  ].map((t) => indent + t);

/** A draft as the text of a mapping/v1 file, its comments in the language of who will read it. */
export function draftYaml(draft: Draft, language: Language): string {
  const lines = [
    ...draft.about.map((g) => `# ${sentence(g, language)}`),
    'ptrack: mapping/v1',
    ...draft.top.flatMap((l) => lineText(l, language, '')),
    ...(draft.fields.some((f) => !f.off) ? ['fields:'] : ['# fields:']),
    ...draft.fields.flatMap((l) => lineText(l, language, '  ')),
    ...draft.rest.flatMap((l) => lineText(l, language, '')),
  ];
  return `${lines.join('\n')}\n`;
}
