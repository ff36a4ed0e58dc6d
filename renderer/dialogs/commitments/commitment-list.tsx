import { Button, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Commitment } from '#shared/model/commitment.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { CommitmentCard } from './commitment-card.tsx';
import { CommitmentForm } from './commitment-form.tsx';
import { useCommitmentActs } from './use-commitment-acts.ts';
import { useCommitments } from './use-commitments.ts';

/** What was promised in answer to advice or in a dialogue, and a form for one more. */
export function CommitmentList({ madeIn }: { madeIn: Commitment['madeIn'] }) {
  const { t } = useSpeech();
  const own = useCommitments(madeIn);
  const { add } = useCommitmentActs();
  const [adding, setAdding] = useState(false);
  if (!own) return null;
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        {t('commitment.title')}
      </Text>
      {own.length === 0 && !adding && (
        <Text size="xs" c="dimmed">
          {t('commitment.none')}
        </Text>
      )}
      {own.map((one) => (
        <CommitmentCard key={one.commitment.id} {...one} />
      ))}
      {adding ? (
        <CommitmentForm
          draftKey={`commitment/${madeIn.id}`}
          onAdd={(fields, stored) => add(madeIn, fields, stored)}
          onClose={() => setAdding(false)}
        />
      ) : (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          onClick={() => setAdding(true)}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('commitment.add')}
        </Button>
      )}
    </Stack>
  );
}
