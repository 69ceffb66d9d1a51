import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';

/** The code that V8 kept when the bundle was built; without it, it compiles anew. */
function keptCode(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/**
 * Loads a bundle that stands beside this one in dist/, with the code that V8 compiled for it when it was built. Another
 * version of Node refuses that code: slower, and otherwise the same.
 */
export function compiled(name: string): unknown {
  const filename = join(__dirname, `${name}.cjs`);
  const cachedData = keptCode(join(__dirname, `${name}.cache`));
  // a bundle is plain ASCII
  const script = new Script(readFileSync(filename, 'latin1'), {
    filename,
    ...(cachedData && { cachedData }),
  });
  const made = { exports: {} };
  script.runInThisContext()(made, made.exports, require);
  return made.exports;
}
