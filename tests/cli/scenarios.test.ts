import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { play } from './scenario.ts';

const folder = new URL('./scenarios/', import.meta.url);

// UPDATE=1 writes what the program prints now: read the difference before it is committed
it.each(readdirSync(folder).sort())('%s', (name) => {
  const file = new URL(name, folder);
  const written = readFileSync(file, 'utf8');
  const played = play(written);
  if (process.env.UPDATE) writeFileSync(file, played);
  else expect(played).toBe(written);
});
