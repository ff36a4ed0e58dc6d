import { Checkbox, Group, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../ui/i18n.tsx';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly sign?: ReactNode;
}

export interface ChoiceGroup {
  /** Empty = the choices stand without a heading. */
  readonly label: string;
  readonly choices: readonly Choice[];
}

export interface ChoiceListProps {
  readonly label: string;
  readonly groups: readonly ChoiceGroup[];
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
}

/** From so many choices on there is a field to narrow them. */
const MANY = 8;

/** Things to tick, by groups; a group's heading ticks the whole group. */
export function ChoiceList({ label, groups, value, onChange }: ChoiceListProps) {
  const { t } = useSpeech();
  const [typed, setTyped] = useState('');
  const total = groups.reduce((sum, { choices }) => sum + choices.length, 0);
  const wanted = folded(typed.trim());
  const shown = groups
    .map((group) => ({
      ...group,
      choices: group.choices.filter((choice) => folded(choice.label).includes(wanted)),
    }))
    .filter(({ choices }) => choices.length > 0);
  const toggle = (values: readonly string[], on: boolean) =>
    onChange(on ? [...new Set([...value, ...values])] : value.filter((one) => !values.includes(one)));
  return (
    <Stack gap="xs" role="group" aria-label={label}>
      {total > MANY && (
        <TextInput
          size="xs"
          data-autofocus
          leftSection={<IconSearch size={14} />}
          placeholder={t('retrieval.choices.search')}
          aria-label={t('retrieval.choices.search')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <ScrollArea.Autosize mah={320} type="auto" offsetScrollbars>
        <Stack gap={6}>
          {shown.map((group) => {
            const values = group.choices.map((choice) => choice.value);
            const ticked = values.filter((one) => value.includes(one)).length;
            return (
              <Stack key={group.label} gap={6}>
                {group.label !== '' && (
                  <Checkbox
                    size="xs"
                    mt={4}
                    fw={600}
                    label={group.label}
                    checked={ticked === values.length}
                    indeterminate={ticked > 0 && ticked < values.length}
                    onChange={(event) => toggle(values, event.currentTarget.checked)}
                  />
                )}
                {group.choices.map((choice) => (
                  <Checkbox
                    key={choice.value}
                    size="xs"
                    ml={group.label === '' ? 0 : 20}
                    label={
                      <Group gap={6} wrap="nowrap">
                        {choice.sign}
                        <span>{choice.label}</span>
                      </Group>
                    }
                    checked={value.includes(choice.value)}
                    onChange={(event) => toggle([choice.value], event.currentTarget.checked)}
                  />
                ))}
              </Stack>
            );
          })}
          {shown.length === 0 && (
            <Text size="xs" c="dimmed">
              {t(total === 0 ? 'retrieval.choices.empty' : 'retrieval.choices.none')}
            </Text>
          )}
        </Stack>
      </ScrollArea.Autosize>
    </Stack>
  );
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
