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
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { Id } from '#shared/model/basics.ts';
import { VOICES, type Voice } from '#shared/model/dialogue.ts';
import { PERSON_KINDS, type Person, type PersonKind } from '#shared/model/person.ts';
import { acquaintances, knownAs } from '#shared/transcript/acquaintances.ts';
import {
  addParticipant,
  giveUnknown,
  mergeParticipants,
  patchParticipant,
  turnsByLabel,
} from '#shared/transcript/fixes.ts';
import type { ReadParticipant } from '#shared/transcript/result.ts';
import { useRows } from '../../../store/index.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { DroppedLabels } from './dropped-labels.tsx';
import type { LookedOver } from './looked-over.ts';
import { fix, identify, tick } from './session.ts';
import { SpeakerOffers } from './speaker-offers.tsx';

/** People shown at once; a text with more of them is rare, and their cards are slow to draw. */
const SHOWN = 60;

/** Who took part, as the text has it; names, titles and organisations can be put right, doubles merged. */
export const PreviewPeople = memo(function PreviewPeople({
  read,
  dropped,
  persons,
  explained,
  guessed,
  unknown,
}: Pick<LookedOver, 'read' | 'dropped' | 'persons' | 'explained' | 'guessed'> & {
  /** Turns whose speaker is not known. */
  unknown: number;
}) {
  const { t } = useSpeech();
  const turns = useMemo(() => turnsByLabel(read), [read]);
  const known = useRows((db) => db.persons.toArray(), []);
  const circle = useMemo(() => acquaintances(known ?? []), [known]);
  const byId = useMemo(() => new Map(known?.map((one) => [one.id, one])), [known]);
  const [added, setAdded] = useState<string | null>(null);
  const [shown, setShown] = useState(SHOWN);
  const people = useMemo(
    () => read.participants.filter(({ label }) => !dropped.has(label)),
    [read.participants, dropped],
  );
  const anyGuess = people.some((one) => isGuess(one, guessed));
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
          onClick={() => {
            setShown(read.participants.length + 1);
            fix((now) => {
              const { result: next, label } = addParticipant(now, t('import.participant.new'));
              setAdded(label);
              return next;
            });
          }}
        >
          {t('import.participant.add')}
        </Button>
      </Group>
      <SpeakerOffers read={read} explained={explained} />
      {people.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('import.participants.none')}
        </Text>
      )}
      {anyGuess && (
        <Text size="xs" c="dimmed">
          {t('import.participants.guesses')}
        </Text>
      )}
      {people.slice(0, shown).map((one) => (
        <PersonCard
          key={one.label}
          person={one}
          others={people}
          turns={turns.get(one.label) ?? 0}
          unknown={unknown}
          fresh={one.label === added}
          guess={isGuess(one, guessed)}
          chosen={persons.get(one.label)}
          offers={knownAs(one, circle).flatMap(({ personId }) => byId.get(personId) ?? [])}
          knownPerson={byId.get(persons.get(one.label) ?? '')}
        />
      ))}
      {people.length > shown && (
        <Button size="xs" variant="default" onClick={() => setShown(shown + SHOWN)}>
          {t('import.participants.showMore', { count: Math.min(SHOWN, people.length - shown) })}
        </Button>
      )}
      <DroppedLabels read={read} dropped={dropped} turns={turns} />
    </Stack>
  );
});

function isGuess(person: ReadParticipant, guessed: LookedOver['guessed']): boolean {
  const first = guessed.get(person.label);
  return first !== undefined && first.voice === person.voice && first.kind === person.kind;
}

function PersonCard({
  person,
  others,
  turns,
  unknown,
  fresh,
  guess,
  chosen,
  offers,
  knownPerson,
}: {
  person: ReadParticipant;
  others: readonly ReadParticipant[];
  turns: number;
  /** Turns whose speaker is not known. */
  unknown: number;
  /** Was just added: its name is to be typed. */
  fresh: boolean;
  /** Voice and kind are what the reader guessed. */
  guess: boolean;
  /** Who they are; null = nobody known, undefined = not said. */
  chosen: Id | null | undefined;
  /** Known people they may be. */
  offers: readonly Person[];
  knownPerson: Person | undefined;
}) {
  const { t } = useSpeech();
  const patch = (fields: Partial<Omit<ReadParticipant, 'label'>>) =>
    fix((now) => patchParticipant(now, person.label, fields));
  return (
    <Card withBorder padding="xs" data-testid="import-person">
      <Stack gap={6}>
        <Group justify="space-between" wrap="nowrap" gap="xs">
          <Group gap={6} wrap="nowrap" miw={0}>
            <Checkbox
              size="xs"
              checked
              aria-label={t('import.participant.tick', { label: person.label })}
              onChange={() => tick([person.label], false)}
            />
            <Text size="xs" c="dimmed" truncate>
              {t('import.participant.inText', { label: person.label, turns })}
            </Text>
          </Group>
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
              <Menu.Dropdown mah={360} style={{ overflow: 'auto' }}>
                {unknown > 0 && (
                  <Menu.Item onClick={() => fix((now) => giveUnknown(now, person.label), 'all')}>
                    {t('import.participant.giveUnknown', { turns: unknown })}
                  </Menu.Item>
                )}
                {others.length > 1 && <Menu.Label>{t('import.participant.mergeInto')}</Menu.Label>}
                {others
                  .filter(({ label }) => label !== person.label)
                  .map(({ label, name }) => (
                    <Menu.Item
                      key={label}
                      onClick={() => fix((now) => mergeParticipants(now, person.label, label))}
                    >
                      {name}
                    </Menu.Item>
                  ))}
                {others.length > 1 && <Menu.Divider />}
                <Menu.Item onClick={() => tick([person.label], false)}>
                  {t('import.participant.remove', { name: person.label })}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </Group>
        </Group>
        <WhoItIs label={person.label} chosen={chosen} offers={offers} known={knownPerson} />
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
            description={guess ? t('import.participant.guess') : undefined}
            inputWrapperOrder={['input', 'description']}
            allowDeselect={false}
            data={VOICES.map((value) => ({ value, label: t(`voice.${value}`) }))}
            value={person.voice}
            onChange={(value) => value && patch({ voice: value as Voice })}
          />
          <Select
            size="xs"
            aria-label={t('import.participant.kind')}
            description={guess ? t('import.participant.guess') : undefined}
            inputWrapperOrder={['input', 'description']}
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

/** Whom the office knows by this name: linked where it is certain, else offered. */
function WhoItIs({
  label,
  chosen,
  offers,
  known,
}: {
  label: string;
  chosen: Id | null | undefined;
  offers: readonly Person[];
  known: Person | undefined;
}) {
  const { t, local } = useSpeech();
  const nameOf = ({ name, organisation }: Person) =>
    [local(name), local(organisation)].filter((one) => one !== '').join(' · ');
  if (known)
    return (
      <Group gap={6} justify="space-between" wrap="nowrap" data-testid="import-known">
        <Text size="xs">{t('import.known', { name: nameOf(known) })}</Text>
        <Button size="compact-xs" variant="subtle" onClick={() => identify(label, null)}>
          {t('import.known.apart')}
        </Button>
      </Group>
    );
  if (chosen === null || offers.length === 0) return null;
  return (
    <Stack gap={4} data-testid="import-known-offer">
      <Group gap={4}>
        {offers.map((one) => (
          <Button key={one.id} size="compact-xs" variant="light" onClick={() => identify(label, one.id)}>
            {t('import.known.same', { name: nameOf(one) })}
          </Button>
        ))}
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => identify(label, null)}>
          {t('import.known.apart')}
        </Button>
      </Group>
      <Text size="xs" c="dimmed">
        {t('import.known.hint')}
      </Text>
    </Stack>
  );
}

/** A field whose change counts once it is left, so that one correction is one fix. */
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
