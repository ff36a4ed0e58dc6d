import { useCallback } from 'react';
import { doubtText } from '#shared/anchor/doubt-text.ts';
import type { Relocation } from '#shared/edit/relocate.ts';
import type { IdOf } from '#shared/model/id.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { go, links } from '../../../ui/links.ts';
import { notifyAct, notifyDone } from '../../../ui/notify-undo.tsx';

/** Reasons told at once; the review list has all of them. */
const TOLD = 3;

/** Tells what a correction did to marked passages: nothing where they only moved. */
export function useTellRelocation(
  dialogueId: IdOf<'dialogues'>,
): (relocations: readonly Relocation[]) => void {
  const { t } = useSpeech();
  return useCallback(
    (relocations) => {
      const unsure = new Set(relocations.flatMap((one) => one.unsure.map(({ id }) => id)));
      const changed = new Set(relocations.flatMap((one) => one.changed.map(({ after }) => after.id)));
      const reasons = relocations.flatMap(({ doubts }) => [...doubts.values()].flat());
      const told = [...new Set(reasons.map((doubt) => doubtText(t, doubt)))].slice(0, TOLD);
      if (unsure.size > 0)
        notifyAct({
          message: [t('correct.done.unsure', { count: unsure.size }), ...told].join(' · '),
          actLabel: t('correct.done.review'),
          act: () => go(links.review(dialogueId)),
        });
      else if (changed.size > 0) notifyDone(t('correct.done.changed', { count: changed.size }));
    },
    [t, dialogueId],
  );
}
