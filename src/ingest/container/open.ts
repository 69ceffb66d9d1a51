import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

export async function openExport(path: string) {
  const fd = openSync(path, 'r');
  const name = path;
  function* chunks(): Iterable<Uint8Array> {
    const buffer = Buffer.allocUnsafe(65536);
    for (let at = 0, n = 1; n > 0; at += n) {
      n = readSync(fd, buffer, 0, buffer.length, at);
      if (n > 0) yield buffer.subarray(0, n);
    }
  }
  const h = createHash('sha256');
  for (const c of chunks()) h.update(c);
  return { kind: 'text' as const, name, hash: h.digest('hex'), chunks, close: () => closeSync(fd) };
}

export type Export = Awaited<ReturnType<typeof openExport>>;
