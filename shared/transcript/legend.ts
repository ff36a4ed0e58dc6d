import { labelKey } from './labels.ts';
import { likelyName } from './likely-name.ts';
import type { Line } from './lines.ts';

/** `R = Ana Reyes, Harbour Trust` */
const ENTRY = /^[\s•・*-]*(\p{L}[\p{L}\p{N}.]{0,5})\s*[=＝]\s*(\S.{1,110})$/u;
/** How likely a name must be for which letters stand. */
const NAME = 0.6;

/** Lines that say for whom the letters stand which speak in a text, each with its letters: nobody says them. */
export function legendIn(lines: readonly Line[], labels: Iterable<string>): Map<Line, string> {
  const short = new Set([...labels].filter((label) => label.length <= 6).map(labelKey));
  const found = new Map<Line, string>();
  if (short.size === 0) return found;
  for (const line of lines) {
    const [, letters = '', meant = ''] = line.text.length <= 120 ? (ENTRY.exec(line.text) ?? []) : [];
    const [name = ''] = meant.split(/[,、，;；(（]/u);
    if (letters !== '' && short.has(labelKey(letters)) && likelyName(name) >= NAME) found.set(line, letters);
  }
  return found;
}
