import type { Catalogue } from '../model/catalogue.ts';
import { type Diagnostic, fault, UserError } from '../model/diagnostic.ts';
import { fold } from '../model/names.ts';
import { readBytes } from '../project/files.ts';
import { holding, replaceFile } from '../project/replace.ts';
import { loadProject, type Project } from '../project/workspace.ts';
import { findingText } from '../report/findings.ts';
import { safe } from '../report/text.ts';
import { LEARN_WORDS } from '../wording/learn.ts';
import { type Args, type Messages, say } from '../wording/message.ts';
import { type Ask, hasTerminal, inTerminal } from './ask.ts';
import type { Invocation } from './commands.ts';
import type { Context } from './context.ts';
import {
  type Entry,
  entryCalled,
  isKnown,
  type Lesson,
  lessonsFrom,
  type Unmatched,
  unmatchedIn,
} from './lessons.ts';
import { findingsOf } from './project.ts';

type AddAlias = typeof import('../project/alias.ts').addAlias;

const word = (key: keyof typeof LEARN_WORDS, context: Context, args: Args = {}): string =>
  safe(say(LEARN_WORDS as Messages, key, args, context.errorStyle.language));

const YES = /^(?:y|yes|是)$/i;
const NO = /^(?:n|no|否)?$/i;
const QUIT = /^(?:q|quit)$/i;

/** Asks of one name until the answer can be used; `quit` where nothing more is to be asked. */
async function askOf(
  u: Unmatched,
  catalogue: Catalogue,
  ask: Ask,
  context: Context,
): Promise<Entry | 'leave' | 'quit'> {
  const { label, cells, file, cell } = u;
  const question = word(u.nearest === undefined ? 'askOpenly' : 'ask', context, {
    ...{ label, cells, file, cell, nearest: u.nearest ?? '' },
    kind: word(u.kind, context),
  });
  for (;;) {
    const answer = await ask(question);
    if (answer === undefined || QUIT.test(answer)) return 'quit';
    if (NO.test(answer)) return 'leave';
    const name = YES.test(answer) && u.nearest !== undefined ? u.nearest : answer;
    const entry = entryCalled(u, name, catalogue);
    if (!('code' in entry)) return entry;
    context.error(findingText(entry, context.errorStyle));
  }
}

/** Asks of each name what it means. */
export async function lessonsAsked(
  unmatched: readonly Unmatched[],
  catalogue: Catalogue,
  ask: Ask,
  context: Context,
): Promise<Lesson[]> {
  const lessons: Lesson[] = [];
  if (unmatched.length > 0) context.error(word('intro', context, { count: unmatched.length }));
  for (const u of unmatched) {
    const entry = await askOf(u, catalogue, ask, context);
    if (entry === 'quit') break;
    if (entry !== 'leave') lessons.push({ kind: u.kind, label: u.label, entry });
  }
  return lessons;
}

/** Each lesson once; a name that is to mean two things is refused. */
function distinct(lessons: readonly Lesson[]): Lesson[] {
  const first = new Map<string, Lesson>();
  for (const { kind, label, entry } of lessons) {
    const key = `${kind} ${fold(label)}`;
    const earlier = first.get(key)?.entry ?? entry;
    if (earlier.id !== entry.id)
      throw new UserError(fault('ingest/alias-twice', { label, first: earlier.id, second: entry.id }));
    first.set(key, { kind, label, entry });
  }
  return [...first.values()];
}

/** A file that is to have new aliases. */
interface Edited {
  readonly before: string;
  readonly after: string;
}

/** The files as they are to be, each with its new aliases. Throws UserError where one must be edited by hand. */
function edited(lessons: readonly Lesson[], addAlias: AddAlias): Map<string, Edited> {
  const texts = new Map<string, Edited>();
  for (const { label, entry } of lessons) {
    const { file, pointer, id } = entry;
    const before = texts.get(file)?.before ?? readBytes(file).toString('utf8');
    const after = addAlias(texts.get(file)?.after ?? before, pointer, label);
    if (after === undefined)
      throw new UserError(fault('ingest/alias-by-hand', { label, id }, { file, pointer }));
    texts.set(file, { before, after });
  }
  return texts;
}

/** The lessons by the catalogue as it is now: another run may have added aliases, these too. */
function renewed(lessons: readonly Lesson[]): Lesson[] {
  const { catalogue } = loadProject('.');
  return lessons.flatMap((lesson) => {
    const entry = entryCalled(lesson, lesson.entry.id, catalogue);
    if ('code' in entry) throw new UserError(entry);
    return isKnown(lesson.label, entry.id, catalogue) ? [] : [{ ...lesson, entry }];
  });
}

/** Whether a name found by what was learnt is of the entry it was learnt for, or of its growth. */
const belongs = (found: Pick<Entry, 'file' | 'pointer'>, { entry }: Lesson): boolean =>
  found.file === entry.file && `${found.pointer}/`.startsWith(`${entry.pointer}/`);

/** Refuses what would make a name ambiguous or the project faulty: it is loaded as it would be. */
function refuseHarm(lessons: readonly Lesson[], texts: ReadonlyMap<string, Edited>): void {
  const bytes = new Map([...texts].map(([file, { after }]) => [file, Buffer.from(after)]));
  const before = new Set(findingsOf(loadProject('.')).map((d) => JSON.stringify(d)));
  const project = loadProject('.', [], bytes);
  const { indicatorNames, regionNames } = project.catalogue;
  const ambiguous = lessons.flatMap((lesson): Diagnostic[] => {
    const { label, entry, kind } = lesson;
    const found = kind === 'region' ? regionNames.all(label) : indicatorNames.all(label);
    const others = found.filter((f) => !belongs(f, lesson)).map((f) => ('code' in f ? f.code : f.id));
    return others.length === 0 ? [] : [fault('ingest/alias-ambiguous', { label, id: entry.id, others })];
  });
  const harm = [...ambiguous, ...findingsOf(project).filter((d) => !before.has(JSON.stringify(d)))];
  if (harm.length > 0)
    throw new UserError(fault('ingest/alias-harmful', { labels: lessons.map((l) => l.label) }), harm);
}

/**
 * Adds unknown names of exports to the catalogue as aliases of what they mean: those given with --alias, and with
 * --learn those the user says in the terminal. Returns whether anything was learnt, so that the exports are read again.
 * Nothing is guessed: a name that looks alike is proposed, never taken. Throws UserError, with nothing written, where
 * an alias is not one of an unknown name, would make a name ambiguous, or the catalogue faulty.
 */
export async function learn(
  findings: readonly Diagnostic[],
  project: Project,
  options: Invocation['options'],
  context: Context,
): Promise<boolean> {
  const option = options.learn === true ? '--learn' : '--alias';
  if (options.dryRun === true) throw new UserError(fault('usage/not-with-dry-run', { option }));
  if (options.learn === true && !hasTerminal()) throw new UserError(fault('usage/no-terminal'));
  const unmatched = unmatchedIn(findings);
  const { catalogue } = project;
  const said = lessonsFrom((options.alias ?? []) as readonly string[], unmatched, catalogue);
  const left = unmatched.filter((u) => !said.some((l) => l.kind === u.kind && l.label === u.label));
  const asked =
    options.learn === true ? await inTerminal((ask) => lessonsAsked(left, catalogue, ask, context)) : [];
  const lessons = distinct([...said, ...asked]);
  if (lessons.length === 0) return false;
  const { addAlias } = await import('../project/alias.ts');
  await holding(
    lessons.map((l) => l.entry.file),
    () => {
      const open = renewed(lessons);
      const texts = edited(open, addAlias);
      refuseHarm(open, texts);
      for (const [file, { before, after }] of texts) replaceFile(file, before, after);
    },
  );
  for (const { label, entry } of lessons) context.remark(word('learnt', context, { label, ...entry }));
  return true;
}
