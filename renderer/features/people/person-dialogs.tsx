import { Button, Checkbox, Group, Modal, Radio, Select, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Id } from '#shared/model/basics.ts';
import type { Person } from '#shared/model/person.ts';
import { useRows } from '../../store/index.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import type { PersonActs } from './use-person-acts.ts';

/** A dialog that asks something of a person, and the buttons at its foot. */
export function AskDialog({
  title,
  onClose,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useSpeech();
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <Stack>{children}</Stack>
    </Modal>
  );
}

export function AskButtons({
  onClose,
  onDo,
  label,
  disabled,
}: {
  readonly onClose: () => void;
  readonly onDo: () => void;
  readonly label: string;
  readonly disabled: boolean;
}) {
  const { t } = useSpeech();
  return (
    <Group justify="flex-end">
      <Button variant="subtle" onClick={onClose}>
        {t('common.cancel')}
      </Button>
      <Button disabled={disabled} onClick={onDo}>
        {label}
      </Button>
    </Group>
  );
}

export interface MergeDialogProps {
  readonly person: Person;
  readonly persons: readonly Person[];
  /** Chosen at first. */
  readonly other: Id | null;
  readonly acts: PersonActs;
  readonly onClose: () => void;
  /** Told who stays. */
  readonly onMerged: (into: Person) => void;
}

/** Asks with whom a person is merged, and who of the two stays. */
export function MergeDialog({ person, persons, other, acts, onClose, onMerged }: MergeDialogProps) {
  const { t, local, language } = useSpeech();
  const [otherId, setOtherId] = useState<Id | null>(other);
  const [keepId, setKeepId] = useState<Id>(person.id);
  const second = persons.find(({ id }) => id === otherId);
  const told = (one: Person) => [local(one.name), local(one.organisation)].filter(Boolean).join(' · ');
  const choices = persons
    .filter(({ id }) => id !== person.id)
    .map((one) => ({ value: one.id, label: told(one) }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  const merge = () => {
    if (!second) return;
    const [from, into] = keepId === person.id ? [second, person] : [person, second];
    void acts.merge(from, into).then((stays) => stays && onMerged(stays));
  };
  return (
    <AskDialog title={t('people.merge.title')} onClose={onClose}>
      <Select
        label={t('people.merge.other')}
        data-autofocus
        searchable
        data={choices}
        value={otherId}
        onChange={setOtherId}
      />
      {second && (
        <Radio.Group label={t('people.merge.keep')} value={keepId} onChange={setKeepId}>
          <Stack gap={6} mt={6}>
            {[person, second].map((one) => (
              <Radio key={one.id} value={one.id} label={told(one)} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <Text size="sm">{t('people.merge.text')}</Text>
      <AskButtons onClose={onClose} onDo={merge} label={t('people.merge.do')} disabled={!second} />
    </AskDialog>
  );
}

export interface SplitDialogProps {
  readonly person: Person;
  readonly acts: PersonActs;
  readonly onClose: () => void;
}

/** Asks in which dialogues a person is somebody else. */
export function SplitDialog({ person, acts, onClose }: SplitDialogProps) {
  const { t, local, day } = useSpeech();
  const [chosen, setChosen] = useState<string[]>([]);
  const rows = useRows(
    async (db) => {
      const participants = await db.participants.where('personId').equals(person.id).toArray();
      const dialogues = await db.dialogues.bulkGet(participants.map(({ dialogueId }) => dialogueId));
      return participants.map((participant, at) => ({ participant, dialogue: dialogues[at] }));
    },
    [person.id],
  );
  const total = rows?.length ?? 0;
  const split = () => void acts.split(person, chosen).then((other) => other && onClose());
  return (
    <AskDialog title={t('people.split.title', { name: local(person.name) })} onClose={onClose}>
      <Text size="sm">{t('people.split.text')}</Text>
      <Checkbox.Group value={chosen} onChange={setChosen}>
        <Stack gap="xs">
          {rows?.map(({ participant, dialogue }) => (
            <Checkbox
              key={participant.id}
              value={participant.id}
              label={[dialogue?.title, day(dialogue?.date)].filter(Boolean).join(' · ')}
              description={[participant.name, participant.title, participant.organisation]
                .filter(Boolean)
                .join(' · ')}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <AskButtons
        onClose={onClose}
        onDo={split}
        label={t('people.split.do')}
        disabled={chosen.length === 0 || chosen.length === total}
      />
    </AskDialog>
  );
}
