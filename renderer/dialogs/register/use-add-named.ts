import type { Id } from '#shared/model/basics.ts';
import { textByScript } from '#shared/pasted/text-by-script.ts';
import { undo } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyUndo } from '../../ui/notify-undo.tsx';
import { useRowActs } from './use-row-acts.ts';

/** What a row is added as where a field asks for one that is not there; its page says more of it later. */
export type AddedAs = 'company' | 'organisation' | 'body' | 'source';

/** Adds a row of the register by its name alone, from a field that is to name it. */
export function useAddNamed(): (as: AddedAs, name: string) => Promise<Id | undefined> {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const acts = useRowActs();
  const add = (as: AddedAs, words: string) => {
    const name = textByScript(words);
    switch (as) {
      case 'company':
        return acts.addOrganisation({ name, kind: 'own' });
      case 'organisation':
        return acts.addOrganisation({ name, kind: 'other' });
      case 'body':
        return acts.addArrangement({ name, kind: 'body', of: null });
      case 'source':
        return acts.addSource({ title: name, kind: 'other', publisher: null });
    }
  };
  return async (as, name) => {
    const added = await add(as, name);
    if (added)
      notifyUndo({
        message: t(`register.added.${as}`, { name }),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
    return added?.id;
  };
}
