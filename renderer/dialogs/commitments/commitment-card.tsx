import { Badge, Button, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { asksWhy } from '#shared/model/commitment.ts';
import { useOwners } from '../../store/owners.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { SavedOwner } from '../../ui/owner-field.tsx';
import { SavedDate } from '../../ui/partial-date-field.tsx';
import { SavedText } from '../../ui/saved-text.tsx';
import { AddHappened, HappenedList } from './happened.tsx';
import { IndicatorField } from './indicator-field.tsx';
import { StatusField } from './status-field.tsx';
import { useCommitmentActs } from './use-commitment-acts.ts';
import type { Followed } from './use-commitments.ts';

/** One commitment: what was promised, whose it is and by when, how far it is, and what happened since. */
export function CommitmentCard({ commitment, due, happened }: Followed) {
  const { t, language } = useSpeech();
  const owners = useOwners(language);
  const acts = useCommitmentActs();
  return (
    <Paper withBorder p="sm" data-testid="commitment">
      <Stack gap="xs">
        <SavedText
          label={t('commitment.field.text')}
          multiline
          value={commitment.text}
          onSave={(text) => text.trim() !== '' && acts.edit(commitment, { text })}
        />
        <SimpleGrid cols={2} spacing="xs">
          <SavedOwner
            label={t('commitment.field.owner')}
            value={commitment.owner}
            suggestions={owners}
            onSave={(owner) => acts.edit(commitment, { owner })}
          />
          <SavedDate
            label={t('commitment.field.due')}
            draftKey={`commitment-due/${commitment.id}`}
            value={commitment.due}
            onSave={(date) => acts.edit(commitment, { due: date })}
          />
          <StatusField
            commitment={commitment}
            onChange={(...chosen) => acts.setStatus(commitment, ...chosen)}
          />
          <IndicatorField
            value={commitment.measuredBy}
            onChange={(measuredBy) => acts.edit(commitment, { measuredBy })}
          />
        </SimpleGrid>
        {due === 'overdue' && (
          <Badge size="sm" variant="filled" color="red">
            {t('advice.due.overdue')}
          </Badge>
        )}
        {asksWhy(commitment.status) && (
          <Text size="sm">
            <Text span size="xs" c="dimmed">
              {t('commitment.field.why')}
            </Text>{' '}
            {commitment.why}
          </Text>
        )}
        <Text size="sm" fw={500}>
          {t('entry.title')}
        </Text>
        {happened.length === 0 && (
          <Text size="xs" c="dimmed">
            {t('entry.none')}
          </Text>
        )}
        <HappenedList happened={happened} onRemove={acts.removeEntry} />
        <Group justify="space-between" align="flex-start">
          <div style={{ flex: 1 }}>
            <AddHappened
              draftKey={`entry/${commitment.id}`}
              onAdd={(entry, stored) => acts.note(commitment, entry, stored)}
            />
          </div>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconTrash size={14} />}
            onClick={() => acts.remove(commitment)}
          >
            {t('commitment.remove')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
