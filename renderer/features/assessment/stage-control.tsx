import { Button, Tooltip } from '@mantine/core';
import { moveToStage } from '#shared/edit/round.ts';
import type { MessageKey } from '#shared/i18n/index.ts';
import type { Round } from '#shared/model/round.ts';
import { commit, undo } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyUndo } from '../../ui/notify-undo.tsx';

interface Step {
  readonly stage: Round['stage'];
  readonly label: MessageKey;
  readonly hint: MessageKey | null;
}

/** Where a round goes next; a closed one can be reopened. */
const NEXT: Readonly<Record<Round['stage'], Step>> = {
  open: { stage: 'rating', label: 'round.stage.toRating', hint: null },
  rating: { stage: 'discussion', label: 'round.stage.toDiscussion', hint: 'round.stage.toDiscussion.hint' },
  discussion: { stage: 'closed', label: 'round.stage.close', hint: 'round.stage.close.hint' },
  closed: { stage: 'discussion', label: 'round.stage.reopen', hint: null },
};

export function StageControl({ round }: { round: Round }) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const { stage, label, hint } = NEXT[round.stage];
  const move = () =>
    void attempt(async () => {
      await commit({ key: 'change.round.stage', params: { round: round.name } }, (draft) =>
        moveToStage(draft, round.id, stage, new Date().toISOString()),
      );
      notifyUndo({
        message: t('round.stage.moved', { round: round.name, stage: t(`round.stage.${stage}`) }),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
    });
  return (
    <Tooltip label={hint && t(hint)} disabled={!hint} multiline w={300}>
      {/* The next step takes this one's place: the second click of a double click must not close the round. */}
      <Button
        variant={round.stage === 'closed' ? 'default' : 'filled'}
        onClick={(event) => event.detail < 2 && move()}
      >
        {t(label)}
      </Button>
    </Tooltip>
  );
}
