import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { hasFinished } from '#shared/assessment/blindness.ts';
import { finish, type LeftOpen, leftOpen } from '#shared/edit/rating.ts';
import type { Assessor } from '#shared/model/round.ts';
import { commit, undo } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyUndo } from '../../ui/notify-undo.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { LeftList } from './left-list.tsx';
import type { RoundRows } from './round-rows.ts';

export interface FinishButtonProps {
  readonly rows: RoundRows;
  readonly assessor: Assessor;
  /** Their ratings are not to be seen here: that a score lacks a reason is not told either. */
  readonly hidden?: boolean;
}

/** An assessor says that they are done; what is missing is listed first, each a click away. */
export function FinishButton({ rows, assessor, hidden = false }: FinishButtonProps) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const [asking, setAsking] = useState(false);
  const { round } = rows;
  if (round.stage !== 'rating' || hasFinished(round, assessor.id)) return null;
  const end = (confirmed: boolean) =>
    void attempt(async () => {
      const result = await commit({ key: 'change.round.finish', params: { name: assessor.name } }, (draft) =>
        finish(draft, round.id, assessor.id, new Date().toISOString(), { confirmed }),
      );
      setAsking(!result.finished);
      if (result.finished)
        notifyUndo({
          message: t('finish.said', { name: assessor.name }),
          undoLabel: t('common.undo'),
          undo: () => attempt(undo),
        });
    });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconCheck size={16} />}
        style={{ flexShrink: 0 }}
        onClick={() => end(false)}
      >
        {t('finish.button')}
      </Button>
      {asking && (
        <Missing
          rows={rows}
          assessor={assessor}
          left={{
            ...leftOpen(round, rows.ratings, assessor.id),
            ...(hidden && { unexplained: [] }),
          }}
          onConfirm={() => end(true)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

interface MissingProps {
  readonly rows: RoundRows;
  readonly assessor: Assessor;
  readonly left: LeftOpen;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

function Missing({ rows, assessor, left, onConfirm, onClose }: MissingProps) {
  useReturnFocus();
  const { t } = useSpeech();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('finish.missing.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="md" data-testid="finish-missing">
        <Text size="sm">{t('finish.missing.text')}</Text>
        <LeftList rows={rows} assessorId={assessor.id} left={left} onGo={onClose} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onConfirm}>
            {t('finish.anyway')}
          </Button>
          <Button data-autofocus onClick={onClose}>
            {t('finish.goOn')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
