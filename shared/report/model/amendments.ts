import { type AmendmentWords, amendmentWords } from '../../assessment/amendment-words.ts';
import { closingRecord } from '../../assessment/frozen.ts';
import type { Disclosure } from '../../attribution/disclosure.ts';
import type { Language } from '../../i18n/index.ts';
import type { Id } from '../../model/basics.ts';
import type { IdOf } from '../../model/id.ts';
import { isSignedOff } from '../../model/signed-off.ts';
import type { WorkspaceState } from '../../model/tables.ts';

interface Told {
  readonly nameOf: (id: Id) => string;
  readonly yearOf: (fiscalYear: number) => string;
  readonly disclosure: Disclosure;
}

/** What was changed since a round was signed off, as it may be told. @param now the workspace as it is */
export function amendmentLines(
  now: WorkspaceState,
  roundId: IdOf<'rounds'>,
  language: Language,
  { nameOf, yearOf, disclosure }: Told,
): AmendmentWords[] {
  const record = closingRecord(now, roundId);
  if (!isSignedOff(record)) return [];
  const tell = (text: string) => disclosure.anywhere(text);
  return amendmentWords(record, now.amendments, language, { subject: nameOf, year: yearOf }).map((one) => ({
    ...one,
    by: tell(one.by),
    why: tell(one.why),
    changes: one.changes.map(({ headline, details }) => ({
      headline: tell(headline),
      details: details.map(tell),
    })),
  }));
}
