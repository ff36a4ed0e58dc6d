import type { Draft } from '#shared/change/draft.ts';
import type { GridRow } from '#shared/figure-table/rows.ts';
import type { MessageKey } from '#shared/i18n/index.ts';
import { commitAmending } from '../../../dialogs/amend.tsx';
import { actor } from '../../../store/index.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';

export const stamp = () => ({ by: actor(), at: new Date().toISOString() });

/** Makes a change of a row's figures, told under the name of its indicator. @returns whether it was stored */
export function useChange(
  row: GridRow,
): (key: MessageKey, recipe: (draft: Draft) => Promise<unknown>) => Promise<boolean> {
  const { local } = useSpeech();
  const attempt = useAttempt();
  return async (key, recipe) => {
    const label = { key, params: { indicator: local(row.indicator.name) } };
    const stored = await attempt(() => commitAmending(label, recipe));
    return stored === true;
  };
}
