import { ActionIcon, Box, Button, Fieldset, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { AssessorFields } from '#shared/edit/round-assessors.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { AssessorHeads } from './assessors.tsx';
import { VoiceSelect } from './voice-select.tsx';

/** An assessor of whom nothing is written yet. */
export const NO_ASSESSOR: AssessorFields = { name: '', voice: 'company', personId: null, conflict: '' };

export interface NewAssessorsProps {
  readonly assessors: readonly AssessorFields[];
  readonly onChange: (assessors: readonly AssessorFields[]) => void;
}

/** The assessors of a round that is being begun: their names, voices and declared conflicts. */
export function NewAssessors({ assessors, onChange }: NewAssessorsProps) {
  const { t } = useSpeech();
  const change = (index: number, fields: Partial<AssessorFields>) =>
    onChange(assessors.map((one, at) => (at === index ? { ...one, ...fields } : one)));
  return (
    <Fieldset legend={t('round.field.assessors')}>
      <Text size="xs" c="dimmed" mb="xs">
        {t('round.field.assessors.hint')} {t('round.assessor.conflict.hint')}
      </Text>
      <Stack gap="xs">
        <AssessorHeads />
        {assessors.map((assessor, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity before they are stored
          <Group key={index} gap="xs" wrap="nowrap">
            <TextInput
              style={{ flex: 1 }}
              aria-label={t('round.assessor.name')}
              placeholder={t('round.assessor.name')}
              value={assessor.name}
              onChange={(event) => change(index, { name: event.currentTarget.value })}
            />
            <VoiceSelect value={assessor.voice} onChange={(voice) => change(index, { voice })} />
            <Box flex={1.2}>
              <TextInput
                aria-label={t('round.assessor.conflictOf', { name: assessor.name })}
                placeholder={t('round.assessor.conflict.none')}
                value={assessor.conflict ?? ''}
                onChange={(event) => change(index, { conflict: event.currentTarget.value })}
              />
            </Box>
            <ActionIcon
              aria-label={t('round.assessor.remove', { name: assessor.name })}
              disabled={assessors.length === 1}
              onClick={() => onChange(assessors.filter((_, at) => at !== index))}
            >
              <IconX size={16} />
            </ActionIcon>
          </Group>
        ))}
      </Stack>
      <Button
        mt="xs"
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={14} />}
        onClick={() => onChange([...assessors, NO_ASSESSOR])}
      >
        {t('round.assessor.add')}
      </Button>
    </Fieldset>
  );
}
