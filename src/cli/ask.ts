import { createInterface } from 'node:readline';
import { fault, UserError } from '../model/diagnostic.ts';

/** Asks one question; undefined where nobody answers any more (Ctrl-D). Ctrl-C ends all with a UserError. */
export type Ask = (question: string) => Promise<string | undefined>;

/** Whether there is somebody to ask: questions go to standard error, so that results stay apart from them. */
export const hasTerminal = (): boolean => process.stdin.isTTY === true && process.stderr.isTTY === true;

/** Runs a conversation in the terminal, and gives the terminal back whatever comes of it. */
export async function inTerminal<T>(talk: (ask: Ask) => Promise<T>): Promise<T> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  let open = true;
  let brokenOff = false;
  lines.on('close', () => {
    open = false;
  });
  lines.on('SIGINT', () => {
    brokenOff = true;
    lines.close();
  });
  const ask: Ask = (question) =>
    new Promise((resolve, reject) => {
      if (!open) {
        resolve(undefined);
        return;
      }
      const onClose = (): void => {
        process.stderr.write('\n');
        if (brokenOff) reject(new UserError(fault('ingest/learn-stopped')));
        else resolve(undefined);
      };
      lines.once('close', onClose);
      lines.question(question, (answer) => {
        lines.off('close', onClose);
        resolve(answer.trim());
      });
    });
  try {
    return await talk(ask);
  } finally {
    lines.close();
  }
}
