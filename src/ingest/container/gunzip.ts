import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { fault, UserError } from '../../model/diagnostic.ts';
import { type Limits, megabytes } from './limits.ts';
import { CHUNK, type Source } from './source.ts';
import { openSpool } from './spool.ts';

/** Refuses what grows beyond all measure when it is unpacked, before it fills the disk or the memory. */
export function refuseBomb(
  unpacked: number,
  packed: number,
  most: number,
  limits: Limits,
  file: string,
): void {
  const { times, small } = limits;
  if (unpacked > most) throw new UserError(fault('container/too-large', { most: megabytes(most) }, { file }));
  if (unpacked > small && unpacked > packed * times)
    throw new UserError(fault('container/bomb', { times, small: megabytes(small) }, { file }));
}

/**
 * Unpacks a gzip file, of one member or several, into a spool. Throws UserError where the file is cut or damaged, is
 * followed by what is no gzip, or grows beyond the limits; nothing is left then.
 */
export async function gunzip(
  packed: Source,
  name: string,
  limits: Limits,
  folder: string | undefined,
): Promise<Source> {
  const spool = openSpool(folder);
  const unzip = createGunzip({ chunkSize: CHUNK });
  let written = 0;
  try {
    await pipeline(packed.chunks, unzip, async (chunks) => {
      for await (const chunk of chunks as AsyncIterable<Uint8Array>) {
        written += chunk.length;
        refuseBomb(written, packed.size, limits.text, limits, name);
        spool.write(chunk);
      }
    });
    // what stands behind the last member is passed over in silence by zlib
    if (unzip.bytesWritten < packed.size) throw new UserError(fault('container/damaged', {}, { file: name }));
    return spool.source(name);
  } catch (error) {
    spool.drop();
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!/^Z_|PREMATURE_CLOSE$/.test(code)) throw error;
    throw new UserError(
      fault(code === 'Z_BUF_ERROR' ? 'container/cut' : 'container/damaged', {}, { file: name }),
    );
  }
}
