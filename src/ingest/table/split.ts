const [LF, CR, QUOTE] = [0x0a, 0x0d, 0x22];

/** Where the quote that closes a cell stands, looked for from behind the one that opens it; −1: nowhere. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}

/**
 * The cells of a delimited text (RFC 4180), lines ending in CR, LF or CRLF. Undefined where a quote is never closed or
 * stands inside a cell, or where the delimiter is no single UTF-16 unit.
 *
 * Labels come again row after row: a cell is first held against the one above it, and where it says the same it is the
 * same string, so that whoever reads on need not look into it.
 */
export function splitRows(text: string, delimiter: string): string[][] | undefined {
  if (delimiter.length !== 1) return undefined;
  const mark = delimiter.charCodeAt(0);
  // a cell above can hold what only a quoted cell can
  const comparable = !text.includes('"');
  const most = Math.max(mark, CR, QUOTE);
  const isEnd = (at: number): boolean => {
    const code = text.charCodeAt(at);
    return code <= most ? code === mark || code === LF || code === CR : at >= text.length;
  };
  const rows: string[][] = [];
  let above: string[] = [];
  for (let at = 0; at < text.length; ) {
    const row = above.slice();
    for (let column = 0; ; column++) {
      const same = comparable ? above[column] : undefined;
      let end = at;
      if (same !== undefined) {
        const last = at + same.length;
        while (end < last && text.charCodeAt(end) === same.charCodeAt(end - at)) end++;
      }
      if (same === undefined || end - at < same.length || !isEnd(end)) {
        const quoted = text.charCodeAt(at) === QUOTE;
        if (quoted) {
          end = closingQuote(text, at + 1);
          if (end < 0 || !isEnd(end + 1)) return undefined;
          const cell = text.slice(at + 1, end++);
          row[column] = cell.includes('"') ? cell.replaceAll('""', '"') : cell;
        } else {
          while (!isEnd(end)) if (text.charCodeAt(end++) === QUOTE) return undefined;
          row[column] = text.slice(at, end);
        }
      }
      const code = text.charCodeAt(end);
      at = code === CR && text.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
      if (code === mark) continue;
      row.length = column + 1;
      break;
    }
    rows.push(row);
    above = row;
  }
  return rows;
}
