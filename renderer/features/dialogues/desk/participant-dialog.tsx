import { Anchor, Button, Group, Modal, Select, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import {
  changeParticipant,
  linkParticipant,
  type ParticipantFields,
  unlinkParticipant,
} from '#shared/edit/person.ts';
import type { Id } from '#shared/model/basics.ts';
import { type Participant, VOICES, type Voice } from '#shared/model/dialogue.ts';
import type { IdOf } from '#shared/model/id.ts';
import { PERSON_KINDS, type Person, type PersonKind } from '#shared/model/person.ts';
import { commit, useRows } from '../../../store/index.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { go, links } from '../../../ui/links.ts';

/** Edits somebody as they were in this dialogue, and says who it is across dialogues; saved as one undo step. */
export function ParticipantDialog({
  participantId,
  onClose,
}: {
  participantId: IdOf<'participants'>;
  onClose: () => void;
}) {
  const { t } = useSpeech();
  const rows = useRows(
    async (db) => ({
      participant: await db.participants.get(participantId),
      persons: await db.persons.toArray(),
    }),
    [participantId],
  );
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('participant.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {rows?.participant && (
        <ParticipantForm participant={rows.participant} persons={rows.persons} onClose={onClose} />
      )}
    </Modal>
  );
}

/** Chosen where the participant is somebody whom the office does not know yet. */
const NEW = 'new';

function ParticipantForm({
  participant,
  persons,
  onClose,
}: {
  participant: Participant;
  persons: readonly Person[];
  onClose: () => void;
}) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const { id, dialogueId: _dialogue, order: _order, personId, ...stored } = participant;
  const [fields, setFields] = useState<ParticipantFields>(stored);
  const [linked, setLinked] = useState<Id | typeof NEW | null>(personId);
  const set = (changed: Partial<ParticipantFields>) => setFields({ ...fields, ...changed });
  const save = () =>
    attempt(async () => {
      const name = fields.name.trim();
      await commit({ key: 'change.participant.edit', params: { name } }, async (draft) => {
        await changeParticipant(draft, id, trimmed(fields));
        if (linked === personId) return;
        if (linked === null) await unlinkParticipant(draft, id);
        else await linkParticipant(draft, id, linked === NEW ? null : linked);
      });
      onClose();
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack>
        <DayFields fields={fields} onChange={set} person={persons.find((one) => one.id === linked)} />
        <PersonChoice persons={persons} value={linked} onChange={setLinked} />
        <Group justify="flex-end">
          <Button variant="subtle" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" disabled={fields.name.trim() === ''}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function trimmed(fields: ParticipantFields): ParticipantFields {
  const { name, label, title, organisation } = fields;
  return {
    ...fields,
    name: name.trim(),
    label: label.trim(),
    title: title.trim(),
    organisation: organisation.trim(),
  };
}

/** What somebody was on the day. */
function DayFields({
  fields,
  onChange,
  person,
}: {
  fields: ParticipantFields;
  onChange: (changed: Partial<ParticipantFields>) => void;
  person: Person | undefined;
}) {
  const { t, local } = useSpeech();
  const shown = local(person?.name);
  const hint =
    shown !== '' && shown !== fields.name
      ? { description: t('participant.name.shownAs', { name: shown }) }
      : {};
  const text = (field: 'label' | 'title' | 'organisation', label: string) => (
    <TextInput
      label={label}
      value={fields[field]}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <SimpleGrid cols={2} spacing="sm" verticalSpacing="sm">
      <TextInput
        label={t('participant.name')}
        {...hint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={fields.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      {text('label', t('participant.label'))}
      {text('title', t('participant.jobTitle'))}
      {text('organisation', t('participant.organisation'))}
      <Select
        label={t('participant.kind')}
        allowDeselect={false}
        data={PERSON_KINDS.map((value) => ({ value, label: t(`personKind.${value}`) }))}
        value={fields.kind}
        onChange={(kind) => kind && onChange({ kind: kind as PersonKind })}
      />
      <Select
        label={t('participant.voice')}
        allowDeselect={false}
        data={VOICES.map((value) => ({ value, label: t(`voice.${value}`) }))}
        value={fields.voice}
        onChange={(voice) => voice && onChange({ voice: voice as Voice })}
      />
      <Switch
        label={t('participant.external')}
        checked={fields.external}
        onChange={(event) => onChange({ external: event.currentTarget.checked })}
      />
    </SimpleGrid>
  );
}

/** Who it is across dialogues: somebody known, somebody new, or nobody. */
function PersonChoice({
  persons,
  value,
  onChange,
}: {
  persons: readonly Person[];
  value: string | null;
  onChange: (value: string | null) => void;
}) {
  const { t, local, language } = useSpeech();
  const known = persons
    .map((one) => ({
      value: one.id,
      label: [local(one.name), local(one.organisation)].filter(Boolean).join(' · '),
    }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  return (
    <Group align="flex-end" wrap="nowrap">
      <Select
        flex={1}
        label={t('participant.person')}
        description={t('participant.person.hint')}
        placeholder={t('participant.person.none')}
        searchable
        clearable
        data={[{ value: NEW, label: t('participant.person.new') }, ...known]}
        value={value}
        onChange={onChange}
      />
      {value !== null && value !== NEW && (
        <Anchor
          size="sm"
          mb={8}
          href={`#${links.person(value)}`}
          onClick={(event) => {
            event.preventDefault();
            go(links.person(value));
          }}
        >
          {t('people.edit')}
        </Anchor>
      )}
    </Group>
  );
}
