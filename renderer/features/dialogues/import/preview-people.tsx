import {
  ActionIcon,
  Button,
  Card,
  Checkbox,
  Group,
  Menu,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { VOICES, type Voice } from '#shared/model/dialogue.ts';
import { PERSON_KINDS, type PersonKind } from '#shared/model/person.ts';
import {
  addParticipant,
  dropParticipant,
  giveUnknown,
  mergeParticipants,
  patchParticipant,
  turnsByLabel,
} from '#shared/transcript/mend.ts';
import type { ReadParticipant, ReadResult } from '#shared/transcript/result.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { mend } from './session.ts';

/** Who took part, as the text has it; names, titles and organisations can be put right, doubles merged. */
export function PreviewPeople({ result }: { result: ReadResult }) {
  const { t } = useSpeech();
  const turns = useMemo(() => turnsByLabel(result), [result]);
  const [added, setAdded] = useState<string | null>(null);
  const unknown = result.blocks.filter(({ kind, speaker }) => kind === 'speech' && speaker === null).length;
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={2} size="h5">
          {t('import.participants')}
        </Title>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() =>
            mend((now) => {
              const { result: next, label } = addParticipant(now, t('import.participant.new'));
              setAdded(label);
              return next;
            })
          }
        >
          {t('import.participant.add')}
        </Button>
      </Group>
      {result.participants.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('import.participants.none')}
        </Text>
      )}
      {result.participants.map((one) => (
        <PersonCard
          key={one.label}
          person={one}
          others={result.participants.filter(({ label }) => label !== one.label)}
          turns={turns.get(one.label) ?? 0}
          unknown={unknown}
          fresh={one.label === added}
        />
      ))}
    </Stack>
  );
}

function PersonCard({
  person,
  others,
  turns,
  unknown,
  fresh,
}: {
  person: ReadParticipant;
  others: readonly ReadParticipant[];
  turns: number;
  /** Turns whose speaker is not known. */
  unknown: number;
  /** Was just added: its name is to be typed. */
  fresh: boolean;
}) {
  const { t } = useSpeech();
  const patch = (fields: Partial<Omit<ReadParticipant, 'label'>>) =>
    mend((now) => patchParticipant(now, person.label, fields));
  return (
    <Card withBorder padding="xs" data-testid="import-person">
      <Stack gap={6}>
        <Group justify="space-between" wrap="nowrap" gap="xs">
          <Text size="xs" c="dimmed" truncate>
            {t('import.participant.inText', { label: person.label, turns })}
          </Text>
          <Group gap={4} wrap="nowrap">
            <Checkbox
              size="xs"
              label={t('import.participant.external')}
              checked={person.external}
              onChange={(event) => {
                const external = event.currentTarget.checked;
                patch({
                  external,
                  ...(external
                    ? person.voice === 'company' && { voice: 'expert' as const }
                    : { voice: 'company' as const }),
                });
              }}
            />
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon
                  size="sm"
                  variant="subtle"
                  color="gray"
                  aria-label={t('import.participant.more', { name: person.name })}
                >
                  <IconDots size={14} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                {unknown > 0 && (
                  <Menu.Item onClick={() => mend((now) => giveUnknown(now, person.label))}>
                    {t('import.participant.giveUnknown', { turns: unknown })}
                  </Menu.Item>
                )}
                {others.length > 0 && <Menu.Label>{t('import.participant.mergeInto')}</Menu.Label>}
                {others.map(({ label, name }) => (
                  <Menu.Item
                    key={label}
                    onClick={() => mend((now) => mergeParticipants(now, person.label, label))}
                  >
                    {name}
                  </Menu.Item>
                ))}
                {others.length > 0 && <Menu.Divider />}
                <Menu.Item onClick={() => mend((now) => dropParticipant(now, person.label))}>
                  {t('import.participant.remove', { name: person.label })}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </Group>
        </Group>
        <SimpleGrid cols={2} spacing={6} verticalSpacing={6}>
          <LeftText
            label={t('import.participant.name')}
            chosen={fresh}
            value={person.name}
            onLeave={(name) => name !== '' && patch({ name })}
          />
          <LeftText
            label={t('import.participant.organisation')}
            value={person.organisation}
            onLeave={(organisation) => patch({ organisation })}
          />
        </SimpleGrid>
        <LeftText
          label={t('import.participant.personTitle')}
          value={person.title}
          onLeave={(title) => patch({ title })}
        />
        <SimpleGrid cols={2} spacing={6}>
          <Select
            size="xs"
            aria-label={t('import.participant.voice')}
            allowDeselect={false}
            data={VOICES.map((value) => ({ value, label: t(`voice.${value}`) }))}
            value={person.voice}
            onChange={(value) => value && patch({ voice: value as Voice })}
          />
          <Select
            size="xs"
            aria-label={t('import.participant.kind')}
            allowDeselect={false}
            data={PERSON_KINDS.map((value) => ({ value, label: t(`personKind.${value}`) }))}
            value={person.kind}
            onChange={(value) => value && patch({ kind: value as PersonKind })}
          />
        </SimpleGrid>
      </Stack>
    </Card>
  );
}

/** A field whose change counts once it is left, so that one correction is one mend. */
function LeftText({
  label,
  value,
  chosen = false,
  onLeave,
}: {
  label: string;
  value: string;
  /** Has the focus from the start, its text selected. */
  chosen?: boolean;
  onLeave: (value: string) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (chosen) input.current?.select();
  }, [chosen]);
  return (
    <TextInput
      ref={input}
      key={value}
      size="xs"
      aria-label={label}
      placeholder={label}
      defaultValue={value}
      onBlur={(event) => {
        const typed = event.currentTarget.value.trim();
        if (typed !== value) onLeave(typed);
      }}
    />
  );
}
