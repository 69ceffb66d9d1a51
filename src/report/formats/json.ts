import type { Document } from '../document.ts';
import { json as write } from '../text.ts';

/** The published JSON. */
export const json = (document: Document): string[] => [write(document.json())];
