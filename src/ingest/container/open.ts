import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { fault, UserError } from '../../model/diagnostic.ts';
import type { Fingerprint } from '../../model/fingerprint.ts';
import type { Export } from './export.ts';
import { HEAD, kindOf } from './kind.ts';
import { LIMITS, type Limits } from './limits.ts';
import { openFile, readAt, type Source, sourceOf, unreadable } from './source.ts';
import { openSpool } from './spool.ts';

/** How an export is opened. */
export interface OpenOptions {
  /** What findings and batches call the file; its path unless given, `stdin` for standard input. */
  readonly name?: string;
  /** Folder for what has to be spooled; the system's own for temporary files unless given. */
  readonly tmp?: string;
  /** Only tests have reason to change them. */
  readonly limits?: Limits;
}

/** Keeps what comes through a pipe, which can be read only once. */
async function keep(pipe: Readable, name: string, folder: string | undefined): Promise<Source> {
  const spool = openSpool(folder);
  try {
    for await (const chunk of pipe) spool.write(chunk as Uint8Array);
    return spool.source(name);
  } catch (error) {
    spool.drop();
    throw error instanceof UserError ? error : unreadable(error, name);
  }
}

async function openInput(path: string, name: string, folder: string | undefined): Promise<Source> {
  if (path === '-') {
    if (process.stdin.isTTY) throw new UserError(fault('container/terminal'));
    return keep(process.stdin, name, folder);
  }
  const { fd, pipe } = openFile(path, name);
  // the stream closes a pipe, as it can't be read again
  return pipe ? keep(createReadStream('', { fd }), name, folder) : sourceOf(fd, name);
}

const kindOfSource = (source: Source) => kindOf(readAt(source.fd, 0, HEAD));

/** What a source holds, once nothing is packed around it any more. `fingerprint` gives that of the file as received. */
async function contentOf(
  source: Source,
  name: string,
  fingerprint: () => Fingerprint,
  limits: Limits,
): Promise<Export> {
  const { kind, format } = kindOfSource(source);
  switch (kind) {
    case 'text':
      return {
        kind,
        name,
        get fingerprint() {
          return fingerprint();
        },
        chunks: source.chunks,
        close: source.close,
      };
    case 'zip':
    case 'compound': {
      const { readCompound, readZip } = await import('./workbook.ts');
      const sheets = await (kind === 'zip' ? readZip : readCompound)(source, name, limits);
      const opened: Export = { kind: 'workbook', name, fingerprint: fingerprint(), sheets, close() {} };
      source.close();
      return opened;
    }
    case 'page':
      throw new UserError(fault('container/page', { format }, { file: name }));
    case 'other':
      throw new UserError(fault('container/other-format', { format }, { file: name }));
    default:
      throw new UserError(fault('container/archive', { format: format || 'gzip' }, { file: name }));
  }
}

/** Closes a source when what is done with it fails. */
async function guarded<T>(source: Source, use: () => Promise<T>): Promise<T> {
  try {
    return await use();
  } catch (error) {
    source.close();
    throw error;
  }
}

/**
 * Opens an export (打开导出文件): a text, a text packed by gzip, a workbook; `-` is standard input. What it is, is told
 * by its bytes. A text is not read yet; its fingerprint is known after a pass through its chunks, or takes one.
 * Throws UserError where there is no such file, or where it can't be taken: damaged, with a password, an archive, grown
 * beyond the limits when unpacked.
 */
export async function openExport(path: string, options: OpenOptions = {}): Promise<Export> {
  const { tmp, limits = LIMITS, name = path === '-' ? 'stdin' : path } = options;
  const input = await openInput(path, name, tmp);
  return guarded(input, async () => {
    if (kindOfSource(input).kind !== 'gzip') return contentOf(input, name, () => input.fingerprint(), limits);
    const { gunzip } = await import('./gunzip.ts');
    const unpacked = await gunzip(input, name, limits, tmp);
    const fingerprint = input.fingerprint();
    const opened = await guarded(unpacked, () => contentOf(unpacked, name, () => fingerprint, limits));
    input.close();
    return opened;
  });
}
