import { Command, CommanderError, Option } from 'commander';
import { type Diagnostic, fault, UserError } from '../model/diagnostic.ts';
import { nearest } from '../model/names.ts';
import { widthOf } from '../report/width.ts';
import { HELP, TITLES } from '../wording/commands.ts';
import { fill, type Language } from '../wording/message.ts';
import { argumentsOf, type CommandSpec, type Invocation } from './command.ts';
import { COMMANDS } from './commands.ts';
import { type Context, choose, contextOf, type GlobalOptions, languageOf } from './context.ts';
import { reportFindings } from './show-findings.ts';

/** Exit codes (DESIGN): 0 clean, 1 findings, 2 wrong usage or unreadable input, 3 a fault of the program. */
const USAGE = 2;
const INTERNAL = 3;

const help = (key: keyof typeof HELP, language: Language, choices: readonly string[] = []): string =>
  fill(HELP[key][language], { choices: choices.join(', ') }, language);

/** The value of a global option, read before anything else: help and errors are in that language too. */
function peek(argv: readonly string[], flag: string): string | undefined {
  const at = argv.findIndex((a) => a === flag || a.startsWith(`${flag}=`));
  if (at < 0) return undefined;
  return argv[at]?.includes('=') ? argv[at]?.slice(flag.length + 1) : argv[at + 1];
}

/** -C: from here on every path is that folder's. */
function enter(dir: string | undefined): void {
  if (dir === undefined) return;
  try {
    process.chdir(dir);
  } catch {
    throw new UserError(fault('file/no-folder', { path: dir }));
  }
}

function addOptions(command: Command, spec: CommandSpec, language: Language): void {
  for (const o of spec.options) {
    const option = new Option(o.flags, help(o.help, language, o.choices));
    if (o.many) option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);
    command.addOption(option);
  }
}

function build(
  argv: readonly string[],
  language: Language,
  version: string,
  onRun: (spec: CommandSpec, invocation: Invocation) => Promise<void>,
): Command {
  const program = new Command('ptrack');
  const looks = {
    showGlobalOptions: true,
    // that every command has options need not be said
    subcommandTerm: (command: Command) => {
      const spec = COMMANDS.find((c) => c.name === command.name());
      return [command.name(), ...(spec ? argumentsOf(spec) : []).map(([syntax]) => syntax)].join(' ');
    },
    displayWidth: widthOf,
    styleTitle: (title: string) => TITLES[title]?.[language] ?? title,
  };
  // before subcommands are added: they inherit it
  program
    .exitOverride()
    .configureHelp(looks)
    .configureOutput({ writeErr: () => {} });
  program
    .description(help('program', language))
    .version(version, '-V, --version', help('opt.version', language))
    .helpOption('-h, --help', help('opt.help', language))
    .helpCommand(false)
    .option('-C, --dir <DIR>', help('opt.dir', language))
    .option('--lang <LANG>', help('opt.lang', language))
    .option('--color <WHEN>', help('opt.color', language))
    .option('-q, --quiet', help('opt.quiet', language));
  // a command line that begins with a command needs no other
  const called = COMMANDS.filter((c) => c.name === argv[0]);
  for (const spec of called.length > 0 ? called : COMMANDS) {
    const command = program.command(spec.name).description(help(spec.name as keyof typeof HELP, language));
    command.helpOption('-h, --help', help('opt.help', language));
    for (const [syntax, about] of argumentsOf(spec)) command.argument(syntax, help(about, language));
    addOptions(command, spec, language);
    // commander gives the arguments one by one, then the options and the command
    command.action(async (...given: (string | readonly string[] | undefined)[]) => {
      const args = given.slice(0, -2).flatMap((a) => a ?? []);
      const options = command.optsWithGlobals() as Invocation['options'];
      enter(options.dir as string | undefined);
      const context = contextOf(options as GlobalOptions, language);
      await onRun(spec, { context, args, options, version });
    });
  }
  return program;
}

/** Turns commander's own error into a finding in either language. */
function usageFinding(error: CommanderError, argv: readonly string[]): Diagnostic {
  const name = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const command = COMMANDS.find((c) => argv.includes(c.name));
  const flags = [
    ...(command?.options ?? []).map((o) => o.flags.split(' ')[0] ?? ''),
    '--lang',
    '--color',
    '--quiet',
    '--dir',
    '--help',
  ];
  const args = { name, command: command?.name ?? '' };
  switch (error.code) {
    case 'commander.unknownCommand':
      return fault('usage/unknown-command', {
        name,
        nearest:
          nearest(
            name,
            COMMANDS.map((c) => c.name),
          ) ?? '',
      });
    case 'commander.unknownOption':
      return fault('usage/unknown-option', { ...args, nearest: nearest(name, flags) ?? '' });
    case 'commander.missingArgument':
      return fault('usage/missing-argument', args);
    case 'commander.optionMissingArgument':
      return fault('usage/option-value', { name });
    case 'commander.excessArguments':
      return fault('usage/excess', {
        names: argv
          .filter((a) => !a.startsWith('-') && a !== command?.name)
          .slice(command ? argumentsOf(command).length : 0),
      });
    default:
      return fault('usage/other', { problem: error.message });
  }
}

async function report(findings: readonly Diagnostic[], context: Context): Promise<number> {
  await reportFindings(findings, context);
  return USAGE;
}

const ISSUES = 'https://github.com/ptrack/ptrack/issues';

/** Runs one command line; returns its exit code. Every error ends here: none reaches the user as a stack trace. */
export async function runProgram(argv: readonly string[], version: string): Promise<number> {
  let language: Language = 'en';
  let code = 0;
  const context = (): Context =>
    contextOf(peek(argv, '--color') === 'never' ? { color: 'never' } : {}, language);
  try {
    const dir = peek(argv, '-C') ?? peek(argv, '--dir');
    const asked = peek(argv, '--lang');
    // what --lang says wrongly is told in the language there is without it
    if (asked !== 'en' && asked !== 'zh') language = languageOf(dir);
    if (asked !== undefined) language = choose(asked, ['en', 'zh'], '--lang');
    const program = build(argv, language, version, async (spec, invocation) => {
      const { run } = await spec.load();
      code = await run(invocation);
    });
    if (argv.length === 0) {
      program.outputHelp();
      return USAGE;
    }
    await program.parseAsync(argv as string[], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? 0 : report([usageFinding(error, argv)], context());
    if (error instanceof UserError) return report(error.diagnostics, context());
    if ((error as NodeJS.ErrnoException).syscall === 'uv_cwd')
      return report([fault('file/folder-gone')], context());
    const problem = error instanceof Error ? error.message : String(error);
    await report([fault('internal/fault', { problem, url: ISSUES })], context());
    if (process.env.PTRACK_DEBUG && error instanceof Error) context().error(error.stack ?? '');
    return INTERNAL;
  }
}
