import { Checkbox, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import type { Id } from '#shared/model/basics.ts';
import type { Dialogue } from '#shared/model/dialogue.ts';
import { CATEGORIES, type Issue } from '#shared/model/issue.ts';
import { CategoryMark } from '../../ui/category-mark.tsx';
import { useSpeech } from '../../ui/i18n.tsx';

interface ChoiceProps {
  readonly chosen: readonly Id[];
  readonly onChange: (ids: readonly Id[]) => void;
  readonly disabled?: boolean;
}

function toggled(chosen: readonly Id[], id: Id): readonly Id[] {
  return chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
}

/** Issues by category, to be ticked one by one or a category at once. */
export function IssueChoice({
  issues,
  chosen,
  onChange,
  disabled = false,
}: ChoiceProps & { readonly issues: readonly Issue[] }) {
  const { t, local } = useSpeech();
  return (
    <Stack gap="sm">
      <Text size="xs" c="dimmed">
        {t('round.field.issues.count', { chosen: chosen.length, all: issues.length })}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        {CATEGORIES.map((category) => {
          const members = issues
            .filter((issue) => issue.category === category)
            .sort((a, b) => a.order - b.order);
          const count = members.filter(({ id }) => chosen.includes(id)).length;
          if (members.length === 0) return null;
          return (
            <Stack key={category} gap={6}>
              <Checkbox
                size="sm"
                disabled={disabled}
                checked={count === members.length}
                indeterminate={count > 0 && count < members.length}
                label={
                  <Group gap={6}>
                    <CategoryMark category={category} />
                    <Text size="sm" fw={600}>
                      {t(`category.${category}`)}
                    </Text>
                  </Group>
                }
                onChange={() => {
                  const others = chosen.filter((id) => !members.some((issue) => issue.id === id));
                  onChange(count === members.length ? others : [...others, ...members.map(({ id }) => id)]);
                }}
              />
              {members.map((issue) => (
                <Checkbox
                  key={issue.id}
                  ml="lg"
                  size="sm"
                  disabled={disabled}
                  label={local(issue.name)}
                  checked={chosen.includes(issue.id)}
                  onChange={() => onChange(toggled(chosen, issue.id))}
                />
              ))}
            </Stack>
          );
        })}
      </SimpleGrid>
    </Stack>
  );
}

/** Dialogues whose codings and advice a round considers. */
export function DialogueChoice({
  dialogues,
  chosen,
  onChange,
  disabled = false,
}: ChoiceProps & { readonly dialogues: readonly Dialogue[] }) {
  const { t, day } = useSpeech();
  if (dialogues.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('round.field.dialogues.none')}
      </Text>
    );
  return (
    <Stack gap={6}>
      {chosen.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('round.field.dialogues.noneChosen')}
        </Text>
      )}
      {[...dialogues]
        .sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))
        .map((dialogue) => (
          <Checkbox
            key={dialogue.id}
            size="sm"
            disabled={disabled}
            label={[dialogue.title, day(dialogue.date)].filter(Boolean).join(' · ')}
            checked={chosen.includes(dialogue.id)}
            onChange={() => onChange(toggled(chosen, dialogue.id))}
          />
        ))}
    </Stack>
  );
}
