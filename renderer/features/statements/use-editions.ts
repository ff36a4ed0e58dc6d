import { useState } from 'react';
import { keepEdition } from '#shared/edit/edition.ts';
import { editionsOf } from '#shared/statement/editions.ts';
import { statementId } from '#shared/statement/subject.ts';
import { actor, commit, openStoreId, readOnce, undo } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyUndo } from '../../ui/notify-undo.tsx';
import { publishedInWorker } from '../../workers/report/client.ts';
import type { Statement } from './use-statement.ts';

export interface Editions {
  readonly isKeeping: boolean;
  /** Keeps the statement as it stands as published. @param why anew, of any but the first */
  readonly keep: (why: string) => Promise<boolean>;
  /** The same once, where nothing is kept yet. */
  readonly keepFirst: () => Promise<void>;
}

/** Keeps what a statement says as it was published; each edition is one step of undo. */
export function useEditions({ checklist, scope }: Pick<Statement, 'checklist' | 'scope'>): Editions {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const [isKeeping, setKeeping] = useState(false);
  const keep = async (why: string): Promise<boolean> => {
    setKeeping(true);
    const kept = await attempt(async () => {
      const author = { by: actor(), at: new Date().toISOString() };
      const request = {
        subjectId: statementId(checklist.id, scope),
        creator: author.by,
        writtenAt: author.at,
      };
      const { value: documents } = await publishedInWorker(openStoreId(), request);
      return commit({ key: 'change.edition.keep' }, (draft) =>
        keepEdition(
          draft,
          { checklist: checklist.id, version: checklist.version, ...scope, why, documents },
          author,
        ),
      );
    });
    setKeeping(false);
    if (!kept) return false;
    notifyUndo({
      message: t('statement.editions.done', { number: kept.number }),
      undoLabel: t('common.undo'),
      undo: () => attempt(undo),
    });
    return true;
  };
  return {
    isKeeping,
    keep,
    keepFirst: async () => {
      const there = await readOnce((db) => db.editions.toArray());
      if (editionsOf(there, checklist.id, scope).length === 0) await keep('');
    },
  };
}
