// `npm run bench` runs every benchmark, `npm run bench -- ingest 100000` one of them with its arguments.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './measure.js';

const ALL = ['startup', 'ingest', 'judge', 'check'];
const [asked, ...args] = process.argv.slice(2);
if (asked !== undefined && !ALL.includes(asked)) {
  console.error(`there is no benchmark “${asked}”; there are: ${ALL.join(', ')}`);
  process.exitCode = 2;
} else
  for (const name of asked === undefined ? ALL : [asked]) {
    const { status } = spawnSync(process.execPath, [join(root, 'bench', `${name}.js`), ...args], {
      stdio: 'inherit',
    });
    process.exitCode ||= status ?? 1;
  }
