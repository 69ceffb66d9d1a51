import { Buffer } from 'node:buffer';

/** Text as cells are read: NFKC (full-width forms become plain ones), runs of white space one space, trimmed. */
export const tidy = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim();

/** A text of its own: a part of another text keeps the whole of it in memory as long as it is held. */
export const ownText = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');

/**
 * Digits that are marks of notes (注释标记): raised, lowered, in circles or brackets. NFKC turns them into plain digits,
 * and 36.5① would be 36.51.
 */
export const NOTE_MARK =
  /[\u00b2\u00b3\u00b9\u2070-\u209c\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3251-\u325f\u32b1-\u32bf]/;

/** Whether a cell has nothing but white space. */
export const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

/** A cell's name as a spreadsheet's R1C1 notation has it, from row and column counted from 0. */
export const cellName = (row: number, column: number): string => `R${row + 1}C${column + 1}`;
