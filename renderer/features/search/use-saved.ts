import { useMemo } from 'react';
import { removeSearch, renameSearch } from '#shared/edit/saved-search.ts';
import type { SavedSearch } from '#shared/model/saved-search.ts';
import type { SearchRequest } from '#shared/search/request.ts';
import { commit, undo, useRows } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyUndo } from '../../ui/notify-undo.tsx';
import type { Asked } from './asked.ts';
import { useAnswers } from './use-answer.ts';

/** So many saved searches are counted: each is a question of its own. */
const COUNTED = 12;

/** The saved searches by name; undefined while they are read. */
export function useSaved(): readonly SavedSearch[] | undefined {
  const { language } = useSpeech();
  const rows = useRows((db) => db.searches.toArray(), []);
  return useMemo(() => rows?.toSorted((a, b) => a.name.localeCompare(b.name, language)), [rows, language]);
}

/** How many results each of the first saved searches has now, where that is known already. */
export function useCounts(searches: readonly SavedSearch[], wanted: boolean): ReadonlyMap<string, number> {
  const { language } = useSpeech();
  const counted = searches.slice(0, COUNTED);
  const answers = useAnswers(
    counted.map(
      ({ query, chosen, sort, synonyms }): SearchRequest => ({
        query,
        chosen,
        sort,
        synonyms,
        typing: true,
        language,
        limit: 1,
      }),
    ),
    wanted,
  );
  return new Map(
    counted.flatMap(({ id }, index) => {
      const answer = answers[index];
      return answer ? [[id, answer.total] as const] : [];
    }),
  );
}

export interface SavedProps {
  readonly searches: readonly SavedSearch[];
  readonly onRun: (asked: Asked) => void;
}

/** Acts on a saved search that the list and the menu share. */
export function useSavedActs() {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const remove = ({ id, name }: SavedSearch) =>
    attempt(async () => {
      await commit({ key: 'change.search.remove', params: { name } }, (draft) => removeSearch(draft, id));
      notifyUndo({
        message: t('search.saved.removed', { name }),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
    });
  const rename = ({ id }: SavedSearch, name: string) =>
    attempt(async () => {
      await commit({ key: 'change.search.rename', params: { name: name.trim() } }, (draft) =>
        renameSearch(draft, id, name),
      );
      return true;
    });
  return { remove, rename };
}
