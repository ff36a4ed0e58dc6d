import { LANGUAGE_IDS } from '../i18n/languages.ts';
import type { Edition } from '../model/edition.ts';
import type { PublishedDocument } from '../model/published-document.ts';
import type { WorkspaceState } from '../model/tables.ts';
import { buildReport, type ReportRequest } from './build.ts';
import type { ReportDocument } from './document.ts';

/** What a statement says now, in every language: to be kept as published. */
export async function publishedDocuments(
  state: WorkspaceState,
  request: Pick<ReportRequest, 'subjectId' | 'creator' | 'writtenAt'>,
): Promise<Edition['documents']> {
  const documents = await Promise.all(
    LANGUAGE_IDS.map(async (language) => {
      const document = await buildReport(state, { ...request, kind: 'statement', language, pictures: [] });
      return [language, plain(document)] as const;
    }),
  );
  return Object.fromEntries(documents);
}

function plain(document: ReportDocument): PublishedDocument {
  const { title, subtitle, workspaceName, creator, subject, keywords, writtenAt, sections } = document;
  return JSON.parse(
    JSON.stringify({ title, subtitle, workspaceName, creator, subject, keywords, writtenAt, sections }),
  ) as PublishedDocument;
}
