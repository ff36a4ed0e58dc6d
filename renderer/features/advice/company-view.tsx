import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowRight, IconCheck } from '@tabler/icons-react';
import type { AdviceDetails } from '#shared/edit/advice.ts';
import { type Advice, type AdviceStatus, adviceDue, isSettled, NEXT_STATUSES } from '#shared/model/advice.ts';
import { CommitmentList } from '../../dialogs/commitments/commitment-list.tsx';
import { today } from '../../platform/today.ts';
import { useOwners } from '../../store/owners.ts';
import { DueDate } from '../../ui/due-date.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { SavedOwner } from '../../ui/owner-field.tsx';
import { SavedDate } from '../../ui/partial-date-field.tsx';
import { SavedText } from '../../ui/saved-text.tsx';

interface CompanyViewProps {
  readonly advice: Advice;
  /** Whether something is promised: owner and due date are the promise's then. */
  readonly hasCommitments: boolean;
  readonly onSave: (details: AdviceDetails) => void;
  readonly onStep: (status: AdviceStatus) => void;
}

/** What the company does about it: how far it is, its answer, who answers for it and until when. */
export function CompanyView({ advice, hasCommitments, onSave, onStep }: CompanyViewProps) {
  const { t, language } = useSpeech();
  const owners = useOwners(language);
  return (
    <Stack gap="sm" component="section" aria-labelledby="advice-company">
      <Title order={2} size="h5" id="advice-company">
        {t('advice.companyView')}
      </Title>
      <Status advice={advice} onStep={onStep} />
      <SavedText
        label={t('advice.field.response')}
        description={t('advice.field.response.hint')}
        multiline
        minRows={3}
        value={advice.response}
        onSave={(response) => onSave({ response })}
      />
      {!hasCommitments && (
        <>
          <SavedOwner
            label={t('advice.field.owner')}
            value={advice.owner}
            suggestions={owners}
            onSave={(owner) => onSave({ owner })}
          />
          <SavedDate
            label={t('advice.field.due')}
            draftKey={`advice-due/${advice.id}`}
            value={advice.due}
            onSave={(due) => onSave({ due })}
          />
          <DueDate due={advice.due} state={adviceDue(advice, today())} />
          {advice.status === 'accepted' && (
            <SavedText
              label={t('commitment.field.noCommitmentWhy')}
              multiline
              value={advice.noCommitmentWhy}
              onSave={(noCommitmentWhy) => onSave({ noCommitmentWhy })}
            />
          )}
        </>
      )}
      <CommitmentList madeIn={{ to: 'advice', id: advice.id }} />
    </Stack>
  );
}

/** The way so far, and the steps that may follow. */
function Status({ advice, onStep }: { advice: Advice; onStep: (status: AdviceStatus) => void }) {
  const { t } = useSpeech();
  const path: AdviceStatus[] = ['heard', 'considered', ...outcome(advice.status)];
  const reached = path.indexOf(advice.status);
  return (
    <div>
      <Text size="sm" fw={500} mb={4}>
        {t('advice.field.status')}
      </Text>
      <Group gap={4} mb={8} role="list" aria-label={t('advice.field.status')}>
        {path.map((status, index) => (
          <Group key={status} gap={4} wrap="nowrap" role="listitem">
            {index > 0 && <IconArrowRight size={12} aria-hidden />}
            <Badge
              variant={index === reached ? 'filled' : index < reached ? 'light' : 'default'}
              leftSection={index < reached ? <IconCheck size={11} aria-hidden /> : undefined}
              aria-current={index === reached ? 'step' : undefined}
            >
              {t(`adviceStatus.${status}`)}
            </Badge>
          </Group>
        ))}
      </Group>
      <Group gap="xs">
        {stepsFrom(advice.status).map((status) => (
          <Button key={status} size="compact-sm" variant="default" onClick={() => onStep(status)}>
            {t(stepKey(advice.status, status))}
          </Button>
        ))}
      </Group>
    </div>
  );
}

/** The steps that follow, and *done* in one step from wherever advice is not settled. */
function stepsFrom(status: AdviceStatus): AdviceStatus[] {
  const next = NEXT_STATUSES[status];
  return isSettled({ status }) || next.includes('done') ? [...next] : [...next, 'done'];
}

function outcome(status: AdviceStatus): AdviceStatus[] {
  return status === 'declined' ? ['declined'] : ['accepted', 'done'];
}

function stepKey(from: AdviceStatus, to: AdviceStatus) {
  if (from === 'declined' || from === 'done') return 'advice.step.reopen' as const;
  return to === 'heard' ? ('advice.step.reopen' as const) : (`advice.step.${to}` as const);
}
