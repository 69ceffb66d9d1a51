import { closeSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fault, UserError } from '../model/diagnostic.ts';
import type { Document } from '../report/document.ts';
import { FORMATS, FORMER_NAMES, type FormatName, TERMINAL } from '../report/formats/index.ts';
import type { Invocation } from './command.ts';
import { type Context, choose } from './context.ts';

const NAMES = [TERMINAL, ...Object.keys(FORMATS).filter((f) => f !== TERMINAL)] as [
  FormatName,
  ...FormatName[],
];

/** One output asked for: a format, to standard output or into a file. */
export interface Output<F extends string> {
  readonly format: F;
  readonly file?: string;
}

/** Reads `--format NAME[=FILE]`, repeatable; the terminal's unless one is given. */
export const outputsAsked = ({ format }: Invocation['options']): Output<FormatName>[] =>
  outputsOf(format, NAMES, FORMER_NAMES);

/** Whether people alone read it, in a terminal: all of a document is not made then. */
export const forTerminal = (outputs: readonly Output<FormatName>[]): boolean =>
  outputs.every((o) => o.format === TERMINAL);

/** Reads what --format asks for among some formats; the first of them unless one is given. */
export function outputsOf<F extends string>(
  asked: unknown,
  formats: readonly [F, ...F[]],
  former: Readonly<Record<string, F>> = {},
): Output<F>[] {
  const list = (asked ?? []) as readonly string[];
  if (list.length === 0) return [{ format: formats[0] }];
  const outputs = list.map((text) => {
    const at = text.indexOf('=');
    const name = at < 0 ? text : text.slice(0, at);
    const format = former[name] ?? choose(name, formats, '--format');
    return at < 0 ? { format } : { format, file: text.slice(at + 1) };
  });
  if (outputs.filter((o) => !('file' in o)).length > 1) throw new UserError(fault('usage/two-outputs'));
  return outputs;
}

/** The file itself where a link leads to it. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/** A file being written, of which nothing is seen before it is done. */
export interface Writing {
  write(text: string): void;
  done(): void;
  /** Leaves everything as it was. */
  abandon(): void;
}

/** Begins a file that appears whole or not at all; into what is no file (a pipe, /dev/null) it writes as it comes. */
export function beginFile(path: string): Writing {
  const whole = realPath(path);
  const temporary = join(dirname(whole), `.${process.pid}-${Date.now()}.tmp`);
  const abandon = (): void => rmSync(temporary, { force: true });
  const trying = <T>(act: () => T): T => {
    try {
      return act();
    } catch (error) {
      abandon();
      const { code = '' } = error as NodeJS.ErrnoException;
      throw new UserError(fault(code === 'ENOENT' ? 'file/no-parent' : 'file/unwritable', { path, code }));
    }
  };
  const plain = trying(() => statSync(whole, { throwIfNoEntry: false })?.isFile() ?? true);
  const handle = trying(() => openSync(plain ? temporary : whole, plain ? 'wx' : 'w'));
  return {
    write: (text) => trying(() => writeFileSync(handle, text)),
    done: () =>
      trying(() => {
        closeSync(handle);
        if (plain) renameSync(temporary, whole);
      }),
    abandon: () => {
      closeSync(handle);
      abandon();
    },
  };
}

/** Writes a file whole or not at all. */
export function writeWhole(path: string, text: string): void {
  const file = beginFile(path);
  file.write(text);
  file.done();
}

/** Characters written at once: a table can have a hundred thousand lines. */
const CHUNK = 1 << 16;

/** Small pieces of a text as larger ones. */
function* inChunks(pieces: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

/** Sends an output where it belongs. */
function send(file: string | undefined, pieces: Iterable<string>, context: Context): void {
  if (file === undefined) {
    for (const piece of pieces) context.out(piece);
    return;
  }
  const writing = beginFile(file);
  for (const piece of pieces) writing.write(piece);
  writing.done();
}

/** Writes a document in each format asked for, and its remarks beside it where a terminal is among them. */
export async function show(
  document: Document,
  outputs: readonly Output<FormatName>[],
  context: Context,
): Promise<void> {
  for (const { format, file } of outputs) {
    const write = await FORMATS[format]();
    send(file, inChunks(await write(document, context.style)), context);
  }
  const { remarks } = document;
  if (!remarks || !outputs.some((o) => o.format === TERMINAL)) return;
  const { heading, lines } = remarks;
  if (heading !== undefined) context.remark(`\n${heading}`);
  for (const line of lines) context.remark(heading === undefined ? line : `  ${line}`);
}

/** Makes each output and sends it where it belongs. */
export function emit<F extends string>(
  outputs: readonly Output<F>[],
  make: (format: F) => string | Iterable<string>,
  context: Context,
): void {
  for (const { format, file } of outputs) {
    const made = make(format);
    send(file, typeof made === 'string' ? [made] : made, context);
  }
}
