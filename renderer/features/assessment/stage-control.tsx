import { Button, Group, Popover, Textarea, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { moveToStage } from '#shared/edit/round.ts';
import type { MessageKey } from '#shared/i18n/index.ts';
import type { Round } from '#shared/model/round.ts';
import { actor, commit, undo, useRows } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyUndo } from '../../ui/notify-undo.tsx';

interface Step {
  readonly stage: Round['stage'];
  readonly label: MessageKey;
  readonly hint: MessageKey | null;
}

/** Where a round goes next; a closed one can be reopened, with a reason. */
const NEXT: Readonly<Record<Round['stage'], Step>> = {
  open: { stage: 'rating', label: 'round.stage.toRating', hint: null },
  rating: { stage: 'discussion', label: 'round.stage.toDiscussion', hint: 'round.stage.toDiscussion.hint' },
  discussion: { stage: 'closed', label: 'round.stage.close', hint: 'round.stage.close.hint' },
  closed: { stage: 'discussion', label: 'round.stage.reopen', hint: null },
};

export function StageControl({ round }: { round: Round }) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const isCopy = useRows(async (db) => (await db.workspace.toCollection().first())?.copy != null, []);
  const { stage, label, hint } = NEXT[round.stage];
  const move = (why: string) =>
    void attempt(async () => {
      const key = round.stage === 'closed' ? 'change.round.reopen' : 'change.round.stage';
      await commit({ key, params: { round: round.name } }, (draft) =>
        moveToStage(draft, round.id, stage, { by: actor(), at: new Date().toISOString() }, why),
      );
      notifyUndo({
        message: t('round.stage.moved', { round: round.name, stage: t(`round.stage.${stage}`) }),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
    });
  if (round.stage === 'closed') return <Reopen label={t(label)} reopen={move} />;
  // A copy goes back to where it came from; the stages are taken there.
  if (isCopy !== false) return null;
  return (
    <Tooltip label={hint && t(hint)} disabled={!hint} multiline w={300}>
      {/* The next step takes this one's place: the second click of a double click must not close the round. */}
      <Button onClick={(event) => event.detail < 2 && move('')}>{t(label)}</Button>
    </Tooltip>
  );
}

/** Opens a closed round again; why is asked on the spot. */
function Reopen({ label, reopen }: { label: string; reopen: (why: string) => void }) {
  const { t } = useSpeech();
  const [asked, setAsked] = useState(false);
  const [why, setWhy] = useState('');
  return (
    <Popover opened={asked} onChange={setAsked} trapFocus withArrow width={320} position="bottom-end">
      <Popover.Target>
        <Button variant="default" onClick={() => setAsked(true)}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Textarea
          label={t('round.stage.reopen.why')}
          description={t('round.stage.reopen.why.hint')}
          autosize
          minRows={2}
          required
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs" mt="sm">
          <Button variant="default" onClick={() => setAsked(false)}>
            {t('common.cancel')}
          </Button>
          <Button disabled={why.trim() === ''} onClick={() => reopen(why)}>
            {label}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
