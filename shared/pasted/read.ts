import { readHtmlTable } from './read-html.ts';
import { readTextTable } from './read-text.ts';
import type { PastedTable, PasteFault } from './table.ts';

/** What the clipboard holds, in the forms that a program put there. */
export interface Clipboard {
  readonly text: string;
  /** Empty where there is none. */
  readonly html: string;
}

/**
 * Reads the table on the clipboard. HTML is preferred, since it tells merged cells and the notes below a table; where
 * it holds no table, the text is read.
 */
export function readClipboard({ text, html }: Clipboard): PastedTable | PasteFault {
  const table = html.trim() === '' ? 'empty' : readHtmlTable(html);
  return typeof table === 'string' && table !== 'too-large' ? readTextTable(text) : table;
}
