import { join } from 'node:path';
import { Chalk, type ChalkInstance } from 'chalk';
import { fault, UserError } from '../model/diagnostic.ts';
import { nearest } from '../model/names.ts';
import { monthOfDate } from '../model/period.ts';
import { findRoot, PROJECT_FILE, readBytes } from '../project/files.ts';
import type { Tone } from '../report/rich.ts';
import type { Style } from '../report/text.ts';
import type { Language } from '../wording/message.ts';

/** Columns where standard output is no terminal. */
const PIPE_WIDTH = 120;

/** Narrower than this no table can be read. */
const LEAST_WIDTH = 40;

/** The options that every command takes. */
export interface GlobalOptions {
  readonly color?: string;
  readonly quiet?: boolean;
  readonly dir?: string;
}

/** Checks that a value is one of the choices. */
export function choose<T extends string>(found: string, allowed: readonly T[], option: string): T {
  if ((allowed as readonly string[]).includes(found)) return found as T;
  throw new UserError(
    fault('usage/choice', { found, option, allowed, nearest: nearest(found, allowed) ?? '' }),
  );
}

/** The language a project's own file asks for, before the file is read for good: errors are in it too. */
function projectLanguage(dir: string): Language | undefined {
  try {
    const text = readBytes(join(findRoot(dir), PROJECT_FILE)).toString('utf8');
    return /^language:\s*["']?(en|zh)\b/m.exec(text)?.[1] as Language | undefined;
  } catch {
    return undefined; // none there, or none that can be read: that is said elsewhere
  }
}

/** The language where --lang says none: PTRACK_LANG, then that of the project in a folder, then the locale. */
export function languageOf(dir = '.'): Language {
  const { env } = process;
  if (env.PTRACK_LANG === 'en' || env.PTRACK_LANG === 'zh') return env.PTRACK_LANG;
  const project = projectLanguage(dir);
  if (project) return project;
  return (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** Whether to colour: --color, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal. */
export function colourLevel(asked: string | undefined, terminal: boolean): 0 | 1 {
  const { env } = process;
  if (asked !== undefined && asked !== 'auto')
    return choose(asked, ['auto', 'always', 'never'], '--color') === 'always' ? 1 : 0;
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return 0;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '') return env.FORCE_COLOR === '0' ? 0 : 1;
  return terminal && env.TERM !== 'dumb' ? 1 : 0;
}

function widthOf(stream: NodeJS.WriteStream): number {
  const columns = stream.isTTY ? stream.columns : Number(process.env.COLUMNS);
  return columns > 0 ? Math.max(LEAST_WIDTH, columns) : PIPE_WIDTH;
}

const painter =
  (chalk: ChalkInstance) =>
  (text: string, tone: Tone): string =>
    // each line is coloured on its own, so that a cell that wraps keeps its colours
    text
      .split('\n')
      .map((line) => (line === '' ? '' : chalk[tone](line)))
      .join('\n');

/** Where a command's words go, and how they look. */
export interface Context {
  readonly style: Style;
  /** The style of standard error, which may be a terminal while standard output is a pipe. */
  readonly errorStyle: Style;
  readonly options: GlobalOptions;
  /** Writes a result to standard output. */
  out(text: string): void;
  /** Writes a remark to standard error, unless --quiet. */
  remark(text: string): void;
  /** Writes a finding to standard error. */
  error(text: string): void;
}

/** Makes the context of one run. */
export function contextOf(options: GlobalOptions, language: Language): Context {
  const styleOf = (stream: NodeJS.WriteStream): Style => ({
    language,
    width: widthOf(stream),
    paint: painter(new Chalk({ level: colourLevel(options.color, stream.isTTY === true) })),
  });
  return {
    style: styleOf(process.stdout),
    errorStyle: styleOf(process.stderr),
    options,
    out: (text) => void process.stdout.write(text),
    remark: (text) => void (options.quiet || process.stderr.write(`${text}\n`)),
    error: (text) => void process.stderr.write(`${text}\n`),
  };
}

/** Today as an ISO date, from --today where it is given: the only clock there is. */
export function todayOf(asked: string | undefined): string {
  if (asked !== undefined) return dateOf(asked, '--today');
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** An ISO date given as an option. */
export function dateOf(found: string, option: string): string {
  if (monthOfDate(found) === undefined) throw new UserError(fault('usage/date', { found, option }));
  return found;
}

/** The day of --known-on, where it is given. */
export function knownOnOf(options: Readonly<Record<string, unknown>>): string | undefined {
  const asked = options.knownOn as string | undefined;
  return asked === undefined ? undefined : dateOf(asked, '--known-on');
}
