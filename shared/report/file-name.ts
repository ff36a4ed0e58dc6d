import { dayOf } from '../i18n/dates.ts';
import { LANGUAGES } from '../i18n/index.ts';
import { nameable } from '../model/file-name.ts';
import type { ReportDocument } from './document.ts';

/** Longest title in a file name, in UTF-16 units. */
const LONGEST = 60;

/**
 * A name for the report's file that every system takes: no path signs, no reserved characters, not too long. It names
 * the language: a dialogue's title is the same in all, and one report must not take the other's place.
 */
export function fileNameOf(document: Pick<ReportDocument, 'title' | 'writtenAt' | 'language'>): string {
  const title = nameable(document.title, LONGEST);
  return `${title || 'report'} (${LANGUAGES[document.language].name}) ${dayOf(document.writtenAt)}.docx`;
}
