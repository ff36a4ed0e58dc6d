import type { Language } from '../i18n/index.ts';
import type { Edition } from '../model/edition.ts';
import { ProblemError } from '../model/problem.ts';
import type { ReportDocument } from './document.ts';

/** An edition as the document that it was. @throws ProblemError `row-missing` where it is not kept in the language */
export function documentOfEdition({ id, documents }: Edition, language: Language): ReportDocument {
  const document = documents[language];
  if (!document) throw new ProblemError('row-missing', { table: 'editions', id });
  return {
    ...(document as Omit<ReportDocument, 'kind' | 'language' | 'omissions' | 'missing'>),
    kind: 'statement',
    language,
    omissions: [],
    missing: [],
  };
}
