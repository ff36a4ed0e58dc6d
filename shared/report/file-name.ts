import type { ReportDocument } from './document.ts';
import { dayOf } from './model/dates.ts';

/** Longest title in a file name, in UTF-16 units; systems allow 255 bytes, Japanese takes three each. */
const LONGEST = 60;

/** A name for the report's file that every system takes: no path signs, no reserved characters, not too long. */
export function fileNameOf(document: Pick<ReportDocument, 'title' | 'writtenAt'>): string {
  const title = document.title
    .replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, LONGEST)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/[. ]+$/, '');
  return `${title || 'report'} ${dayOf(document.writtenAt)}.docx`;
}
