import { closeSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fault, UserError } from '../model/diagnostic.ts';
import { type Context, choose } from './context.ts';

/** One output asked for: a format, to standard output or into a file. */
export interface Output<F extends string> {
  readonly format: F;
  readonly file?: string;
}

/** Reads `--format NAME[=FILE]`, repeatable; the first format unless one is given. */
export function outputsOf<F extends string>(asked: unknown, formats: readonly [F, ...F[]]): Output<F>[] {
  const list = (asked ?? []) as readonly string[];
  if (list.length === 0) return [{ format: formats[0] }];
  const outputs = list.map((text) => {
    const at = text.indexOf('=');
    const format = choose(at < 0 ? text : text.slice(0, at), formats, '--format');
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

/** Makes each output and sends it where it belongs. */
export function emit<F extends string>(
  outputs: readonly Output<F>[],
  make: (format: F) => string | Iterable<string>,
  context: Context,
): void {
  for (const { format, file } of outputs) {
    const made = make(format);
    const pieces = typeof made === 'string' ? [made] : made;
    if (file === undefined) for (const piece of pieces) context.out(piece);
    else {
      const writing = beginFile(file);
      for (const piece of pieces) writing.write(piece);
      writing.done();
    }
  }
}
