import { Select } from '@mantine/core';
import { canBeFollowed } from '#shared/model/follows.ts';
import type { IdOf } from '#shared/model/id.ts';
import { useRows } from '../../store/index.ts';
import { useSpeech } from '../../ui/i18n.tsx';

interface FollowsFieldProps {
  /** Null = it is not stored yet. */
  readonly dialogueId: IdOf<'dialogues'> | null;
  readonly value: IdOf<'dialogues'> | null;
  readonly onChange: (follows: IdOf<'dialogues'> | null) => void;
}

/** Which dialogue one goes on from; nothing where there is none to choose. */
export function FollowsField({ dialogueId, value, onChange }: FollowsFieldProps) {
  const { t, day } = useSpeech();
  const dialogues = useRows((db) => db.dialogues.toArray(), []) ?? [];
  const choices = dialogueId === null ? dialogues : canBeFollowed(dialogues, dialogueId);
  if (choices.length === 0) return null;
  return (
    <Select
      label={t('dialogues.field.follows')}
      description={t('dialogues.field.follows.hint')}
      placeholder={t('dialogues.field.follows.none')}
      clearable
      clearButtonProps={{ 'aria-label': t('dialogues.field.follows.none') }}
      searchable={choices.length > 8}
      data={[...choices]
        .sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || b.id.localeCompare(a.id))
        .map(({ id, title, date }) => ({ value: id, label: date ? `${day(date)} · ${title}` : title }))}
      value={value}
      onChange={onChange}
      data-testid="follows"
    />
  );
}
