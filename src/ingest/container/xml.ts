import { Parser } from 'saxen';

/** Characters of XML read at a time. */
const CHUNK = 128 * 1024;

/** What is called for the elements and the text of a document; names come without their prefix. */
export interface Listener {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** An attribute's value by its name, or by `:name` where it has a prefix, whatever that is; undefined where it is missing. */
export type Attributes = (name: string) => string | undefined;

const local = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/** Goes through an XML document in UTF-8. Throws Error where it is not well formed. Entities of its own are not expanded. */
export function walk(bytes: Uint8Array, listener: Listener): void {
  const parser = new Parser();
  const { open, close, text } = listener;
  if (open)
    parser.on('openTag', (name, attributes, decode) =>
      open(local(name), (key) => {
        const all = attributes();
        const value = all[key.startsWith(':') ? (Object.keys(all).find((k) => k.endsWith(key)) ?? '') : key];
        return value === undefined ? undefined : decode(value);
      }),
    );
  if (close) parser.on('closeTag', (name) => close(local(name)));
  // XML has one line end, whatever the file has
  const lines = (raw: string): string => (raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw);
  if (text)
    parser.on('text', (raw, decode) => text(decode(lines(raw)))).on('cdata', (raw) => text(lines(raw)));
  parser.on('error', (error) => {
    throw error;
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let at = 0; at < bytes.length; at += CHUNK)
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }));
  parser.write(decoder.decode());
  parser.end();
}
