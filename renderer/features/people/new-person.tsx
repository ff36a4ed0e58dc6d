import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type LocalText, tidy } from '#shared/model/basics.ts';
import { PERSON_KINDS, type Person, type PersonKind } from '#shared/model/person.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { LanguageFields } from '../../ui/language-fields.tsx';
import { AskButtons, AskDialog } from './person-dialogs.tsx';
import type { PersonActs } from './use-person-acts.ts';

/** Asks for somebody who has not been in a dialogue yet. */
export function NewPerson({
  languages,
  acts,
  onClose,
  onAdded,
}: {
  readonly languages: readonly string[];
  readonly acts: PersonActs;
  readonly onClose: () => void;
  readonly onAdded: (person: Person) => void;
}) {
  const { t } = useSpeech();
  const [name, setName] = useState<LocalText>({});
  const [reading, setReading] = useState('');
  const [organisation, setOrganisation] = useState<LocalText>({});
  const [kind, setKind] = useState<PersonKind>('other');
  const add = () =>
    void acts
      .add({
        name: tidy(name),
        reading: reading.trim(),
        aliases: [],
        title: {},
        organisation: tidy(organisation),
        organisationId: null,
        kind,
      })
      .then((person) => person && onAdded(person));
  return (
    <AskDialog title={t('people.add.title')} onClose={onClose}>
      <LanguageFields
        label={t('people.field.name')}
        languages={languages}
        value={name}
        onChange={setName}
        autoFocus
      />
      <TextInput
        label={t('people.field.reading')}
        lang="ja"
        value={reading}
        onChange={(event) => setReading(event.currentTarget.value)}
      />
      <LanguageFields
        label={t('people.field.organisation')}
        languages={languages}
        value={organisation}
        onChange={setOrganisation}
      />
      <KindSelect value={kind} onChange={setKind} />
      <AskButtons
        onClose={onClose}
        onDo={add}
        label={t('people.add.do')}
        disabled={Object.keys(tidy(name)).length === 0}
      />
    </AskDialog>
  );
}

export function KindSelect({
  value,
  onChange,
}: {
  readonly value: PersonKind;
  readonly onChange: (kind: PersonKind) => void;
}) {
  const { t } = useSpeech();
  return (
    <Select
      label={t('people.field.kind')}
      allowDeselect={false}
      data={PERSON_KINDS.map((one) => ({ value: one, label: t(`personKind.${one}`) }))}
      value={value}
      onChange={(kind) => kind && onChange(kind as PersonKind)}
    />
  );
}
