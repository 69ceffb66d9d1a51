import type { Arg, Args, Language, Messages } from '../model/message.ts';

export type { Args, Language, Messages } from '../model/message.ts';

/** Characters of a value that a sentence repeats. */
const LONGEST = 300;

const isEmpty = (arg: Arg | undefined): boolean =>
  arg === undefined || arg === '' || (Array.isArray(arg) && arg.length === 0);

function show(arg: Arg | undefined, language: Language): string {
  if (arg === undefined) return '';
  if (typeof arg === 'string') return arg.length > LONGEST ? `${arg.slice(0, LONGEST)}…` : arg;
  if (typeof arg === 'number') return String(arg);
  return arg.join(language === 'zh' ? '、' : ', ');
}

/** Fills a template: first the parts that are said only where their argument is given, then the arguments. */
export function fill(template: string, args: Args, language: Language): string {
  return template
    .replace(/\[(\w+):([^[\]]*)\]/g, (_, name: string, part: string) => (isEmpty(args[name]) ? '' : part))
    .replace(/\{(\w+)\}/g, (whole, name: string) => (name in args ? show(args[name], language) : whole));
}

/** Says a message; a code without wording shows itself, so that nothing is ever lost. */
export function say(messages: Messages, code: string, args: Args, language: Language): string {
  const message = messages[code];
  return message ? fill(message[language], args, language) : `${code} ${JSON.stringify(args)}`;
}
