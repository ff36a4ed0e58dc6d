import { useEffect, useState } from 'react';
import type { Edition } from '#shared/model/edition.ts';
import { changedSections } from '#shared/statement/changed-sections.ts';
import { statementId } from '#shared/statement/subject.ts';
import { openStoreId } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { sectionsInWorker } from '../../workers/report/client.ts';
import type { Statement } from './use-statement.ts';

/** Titles of the sections that would read otherwise than in an edition; null while they are compared. */
export function useSinceEdition(
  statement: Statement,
  edition: Edition | undefined,
): readonly string[] | null {
  const { language } = useSpeech();
  const attempt = useAttempt();
  const [since, setSince] = useState<readonly string[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a statement says follows from these
  useEffect(() => {
    const was = edition?.documents[language];
    if (!edition || !was) return setSince([]);
    const running = new AbortController();
    setSince(null);
    void attempt(async () => {
      const { creator, writtenAt } = was;
      const subjectId = statementId(statement.checklist.id, statement.scope);
      const subject = { kind: 'statement', subjectId, language, creator, writtenAt } as const;
      const { value } = await sectionsInWorker(openStoreId(), subject, running).catch((thrown: unknown) => {
        if (running.signal.aborted) return { value: null };
        throw thrown;
      });
      if (value && !running.signal.aborted) setSince(changedSections(was, { sections: value }));
    });
    return () => running.abort();
  }, [statement, edition?.id, language]);
  return since;
}
