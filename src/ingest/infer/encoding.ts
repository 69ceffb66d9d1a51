import { UserError } from '../../model/diagnostic.ts';
import { textOf } from './beginning.ts';

/** The text of an export; `named` where its encoding can't be found from the bytes and has to stand in the mapping. */
export interface Found {
  readonly text: string;
  readonly encoding: string;
  readonly named: boolean;
}

/** Characters hardly any Chinese table is without, simplified or traditional. */
const COMMON = /[年月日市省人元數数計计量值率單单位區区]/g;
const common = (text: string): number => text.match(COMMON)?.length ?? 0;

/** é, ü and their like with the letter behind them, read as GB18030: one Chinese character among Latin letters. */
const LONE = /(?<![^\p{ASCII}])[^\p{ASCII}](?=[A-Za-z])|(?<=[A-Za-z])[^\p{ASCII}](?![^\p{ASCII}])/gu;
const FOREIGN = /[^\p{ASCII}]/gu;

function attempt(bytes: Uint8Array, file: string, encoding: string): Found | undefined {
  try {
    return { ...textOf(bytes, file, encoding), named: true };
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** The text in Big5, where that has many more of the common characters than what it was read as. */
const traditional = (bytes: Uint8Array, file: string, read: string): Found | undefined => {
  const found = attempt(bytes, file, 'big5');
  return found && common(found.text) > 2 + 3 * common(read) ? found : undefined;
};

/** Bytes that can be read as GB18030, and are nonsense (乱码) then: traditional Chinese, Western European letters. */
function otherThanGb(bytes: Uint8Array, { text }: Pick<Found, 'text'>, file: string): Found | undefined {
  const lone = text.match(LONE)?.length ?? 0;
  if (lone > 0 && lone === text.match(FOREIGN)?.length) return attempt(bytes, file, 'windows-1252');
  return traditional(bytes, file, text);
}

/**
 * The text of an export nobody has mapped, as `decode` finds it, or in an encoding that a mapping has to name.
 * Throws UserError where it is no text, empty, or damaged.
 */
export function findText(bytes: Uint8Array, file: string): Found {
  try {
    const read = textOf(bytes, file);
    const other = read.encoding === 'gb18030' ? otherThanGb(bytes, read, file) : undefined;
    return other ?? { ...read, named: false };
  } catch (error) {
    if (!(error instanceof UserError) || error.diagnostics[0]?.code !== 'ingest/undecodable') throw error;
    // any bytes are something in the last of these
    return traditional(bytes, file, '') ?? { ...textOf(bytes, file, 'windows-1252'), named: true };
  }
}
