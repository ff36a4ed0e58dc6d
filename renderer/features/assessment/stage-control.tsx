import { Alert, Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { moveToStage } from '#shared/edit/round.ts';
import type { MessageKey } from '#shared/i18n/index.ts';
import { scaleGaps, scaleSize } from '#shared/model/scale.ts';
import { actor, commit, undo, useNames, useRows } from '../../store/index.ts';
import { useRound } from '../../store/rounds.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { notifyUndo } from '../../ui/notify-undo.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import type { RoundRows } from './round-rows.ts';
import { type Stage, standings } from './stages.ts';

/** Where a round goes next. */
const NEXT: Readonly<Record<Stage, { readonly stage: Stage; readonly label: MessageKey }>> = {
  open: { stage: 'rating', label: 'round.stage.toRating' },
  rating: { stage: 'discussion', label: 'round.stage.toDiscussion' },
  discussion: { stage: 'closed', label: 'round.stage.close' },
  closed: { stage: 'discussion', label: 'round.stage.reopen' },
};

/** Takes a round to its next stage: says first what is unfinished, what closing means, and asks why one is reopened. */
export function StageControl({ rows }: { rows: RoundRows }) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const [asking, setAsking] = useState<'next' | 'again' | null>(null);
  const { round } = rows;
  const { stage, label } = NEXT[round.stage];
  const unfinished =
    round.stage === 'rating' && standings(rows).some(({ finishedAt }) => finishedAt === null);
  const asks = unfinished || stage === 'closed' || round.stage === 'closed';

  const move = (to: Stage, why = '') =>
    attempt(async () => {
      const key = round.stage === 'closed' ? 'change.round.reopen' : 'change.round.stage';
      await commit({ key, params: { round: round.name } }, (draft) =>
        moveToStage(draft, round.id, to, { by: actor(), at: new Date().toISOString() }, why),
      );
      setAsking(null);
      // Each stage has the place where its work is done; who reopens has come to look at something.
      if (round.stage !== 'closed') go(links.round(round.id));
      notifyUndo({
        message: t('round.stage.moved', { round: round.name, stage: t(`round.stage.${to}`) }),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
      return true as const;
    });
  const next = () => void move(stage);
  const close = () => setAsking(null);
  return (
    <>
      {round.stage === 'discussion' && (
        <Button variant="default" onClick={() => setAsking('again')}>
          {t('stage.again')}
        </Button>
      )}
      {/* The next step takes this one's place: the second click of a double click must not move the round on. */}
      <Button
        variant={round.stage === 'closed' ? 'default' : 'filled'}
        onClick={(event) => event.detail < 2 && (asks ? setAsking('next') : next())}
      >
        {t(label)}
      </Button>
      {asking === 'next' && unfinished && <ToDiscussion rows={rows} onMove={next} onClose={close} />}
      {asking === 'next' && round.stage === 'discussion' && (
        <ToClosed rows={rows} onMove={next} onClose={close} />
      )}
      {asking === 'next' && round.stage === 'closed' && (
        <ReasonDialog
          title={t('stage.reopen.title')}
          text={t('stage.reopen.text')}
          label={t('round.stage.reopen.why')}
          hint={t('round.stage.reopen.why.hint')}
          confirm={t('stage.reopen.confirm')}
          draftKey={`round-reopen/${round.id}`}
          onConfirm={async (why) => (await move(stage, why)) ?? false}
          onClose={close}
        />
      )}
      {asking === 'again' && (
        <ReasonDialog
          title={t('stage.again.title')}
          text={t('stage.again.text')}
          label={t('stage.again.why')}
          hint={t('stage.again.why.hint')}
          confirm={t('stage.again.confirm')}
          draftKey={`round-again/${round.id}`}
          required={false}
          onConfirm={async (why) => (await move('rating', why)) ?? false}
          onClose={close}
        />
      )}
    </>
  );
}

interface AskProps {
  readonly onMove: () => void;
  readonly onClose: () => void;
}

function Ask({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  useReturnFocus();
  const { t } = useSpeech();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="md" data-testid="stage-dialog">
        {children}
      </Stack>
    </Modal>
  );
}

function ToDiscussion({ rows, onMove, onClose }: AskProps & { rows: RoundRows }) {
  const { t } = useSpeech();
  const { accessOf } = useNames(rows);
  const unfinished = standings(rows, accessOf).filter(({ finishedAt }) => finishedAt === null);
  return (
    <Ask title={t('stage.toDiscussion.title')} onClose={onClose}>
      <Text size="sm">{t('stage.toDiscussion.text')}</Text>
      <List size="sm">
        {unfinished.map(({ assessor, unanswered, unexplained }) => (
          <List.Item key={assessor.id}>
            {t('stage.toDiscussion.assessor', {
              name: assessor.name,
              unanswered: unanswered.length,
              unexplained: unexplained.length,
            })}
          </List.Item>
        ))}
      </List>
      <Text size="sm" c="dimmed">
        {t('round.stage.toDiscussion.hint')}
      </Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('stage.toDiscussion.wait')}
        </Button>
        <Button onClick={onMove}>{t('stage.toDiscussion.anyway')}</Button>
      </Group>
    </Ask>
  );
}

function ToClosed({ rows, onMove, onClose }: AskProps & { rows: RoundRows }) {
  const { t } = useSpeech();
  const { round } = rows;
  const assessment = useRound(round.id)?.assessment;
  const decisions = useRows((db) => db.decisions.where('roundId').equals(round.id).count(), [round.id]);
  const unexplained = standings(rows).reduce((sum, one) => sum + one.unexplained.length, 0);
  const counts = assessment?.counts;
  const warnings: readonly (readonly [MessageKey, number])[] = [
    ['stage.close.divided', counts?.divided ?? 0],
    ['stage.close.incomplete', counts?.incomplete ?? 0],
    ['stage.close.unrated', counts?.unrated ?? 0],
    ['stage.close.unexplained', unexplained],
  ];
  const open = warnings.filter(([, count]) => count > 0);
  return (
    <Ask title={t('stage.close.title', { round: round.name })} onClose={onClose}>
      <Text size="sm">{t('stage.close.text')}</Text>
      {open.length > 0 && (
        <Alert color="yellow" title={t('stage.close.open')} py="xs">
          <List size="sm">
            {open.map(([key, count]) => (
              <List.Item key={key}>{t(key, { count, ...scaleGaps(scaleSize(round)) })}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      <Text size="sm" c="dimmed">
        {t('stage.close.after', { decisions: decisions ?? 0 })}
      </Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button data-autofocus onClick={onMove}>
          {t(open.length > 0 ? 'stage.close.anyway' : 'stage.close.confirm')}
        </Button>
      </Group>
    </Ask>
  );
}
