import metadata from '../../package.json' with { type: 'json' };
import { compiled } from './compiled.ts';

const { version } = metadata;

/** A reader that closes the pipe (`| head`) has seen enough: that is no fault. Anything else is told in a line. */
function endQuietly(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    // a full disk, say: what was printed is not whole
    process.exitCode = 2;
    if (stream !== process.stderr)
      process.stderr.write(`ptrack: the output could not be written (${error.code})\n`);
  });
}

/** Runs the command line and sets the exit code; nothing else ends the process, so that long output is never cut. */
export async function run(argv: readonly string[] = process.argv.slice(2)): Promise<void> {
  endQuietly(process.stdout);
  endQuietly(process.stderr);
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    process.stdout.write(`${version}\n`);
    return;
  }
  // all the rest is a bundle of its own (scripts/build.js): the version is told without it
  const { runProgram } = compiled('ptrack') as typeof import('./program.ts');
  const code = await runProgram(argv, version);
  process.exitCode ??= code;
}
