import { fiscalYearLabel } from '../i18n/dates.ts';
import type { Translate } from '../i18n/index.ts';
import { type Id, textIn } from '../model/basics.ts';
import type { FiscalYearConvention } from '../model/workspace.ts';
import { type RetrievalNames, speakerOf } from './passage-index.ts';

/** The names of what a query and its answers speak of, in one language. */
export interface RetrievalWords {
  readonly t: Translate;
  readonly language: string;
  readonly issue: (id: Id) => string;
  readonly speaker: (id: Id) => string;
  readonly dialogue: (id: Id) => string;
  readonly year: (year: number) => string;
}

/** Names from rows; what is not there any more is called so. */
export function wordsOf(
  index: RetrievalNames,
  t: Translate,
  language: string,
  convention: FiscalYearConvention | null,
): RetrievalWords {
  const speakers = new Map<Id, string>();
  for (const participant of index.participants) speakers.set(speakerOf(participant), participant.name);
  const gone = t('retrieval.gone');
  return {
    t,
    language,
    issue: (id) => textIn(index.issues.get(index.resolve(id))?.name, language) || gone,
    speaker: (id) => speakers.get(id) ?? gone,
    dialogue: (id) => index.dialogues.get(id)?.title ?? gone,
    year: (year) => (convention ? fiscalYearLabel(year, convention, language) : String(year)),
  };
}
