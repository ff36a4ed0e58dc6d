import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { isRecused } from '#shared/assessment/panel.ts';
import { liftRecusal, recuse } from '#shared/edit/round-assessors.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { Assessor, Round } from '#shared/model/round.ts';
import { actor, commit } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

export interface RecusalNoteProps {
  readonly round: Round;
  readonly issue: Issue;
  readonly assessor: Assessor;
}

/** That an assessor does not rate an issue because of an interest of their own, and why; or the way to say so. */
export function RecusalNote({ round, issue, assessor }: RecusalNoteProps) {
  const { t, local, day } = useSpeech();
  const attempt = useAttempt();
  const [asking, setAsking] = useState(false);
  const recused = isRecused(round, assessor.id, issue.id);
  const closed = round.stage === 'closed';
  if (closed && !recused) return null;
  const said = round.log.findLast(
    (one) => one.kind === 'recused' && one.assessorId === assessor.id && one.issueId === issue.id,
  );
  const params = { name: assessor.name, issue: local(issue.name) };
  const act = async (why: string): Promise<boolean> => {
    const place = { assessorId: assessor.id, issueId: issue.id };
    const reason = { by: actor(), at: new Date().toISOString(), why };
    const done = await attempt(async () => {
      await commit({ key: recused ? 'change.round.recusalLifted' : 'change.round.recuse', params }, (draft) =>
        (recused ? liftRecusal : recuse)(draft, round.id, place, reason),
      );
      return true as const;
    });
    return done ?? false;
  };
  const kind = recused ? 'lift' : 'recuse';
  return (
    <>
      {recused ? (
        <Alert color="gray" py={6} data-testid="recused">
          <Group justify="space-between" gap="sm">
            <Text size="sm">
              {t('recusal.note', { ...params, day: day(said?.at), why: said?.why ?? '–' })}
            </Text>
            {!closed && (
              <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
                {t('recusal.lift')}
              </Button>
            )}
          </Group>
        </Alert>
      ) : (
        <Group>
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setAsking(true)}>
            {t('recusal.open')}
          </Button>
        </Group>
      )}
      {asking && (
        <ReasonDialog
          title={t(`recusal.${kind}.title`, params)}
          text={t(`recusal.${kind}.text`)}
          label={t('log.why')}
          hint={t('log.why.hint')}
          confirm={t(`recusal.${kind}.confirm`)}
          draftKey={`round-recusal/${round.id}/${assessor.id}/${issue.id}/${kind}`}
          onConfirm={act}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
