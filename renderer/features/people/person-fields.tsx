import { Stack, TagsInput } from '@mantine/core';
import type { Person } from '#shared/model/person.ts';
import { RowSelect } from '../../dialogs/register/row-select.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { links } from '../../ui/links.ts';
import { PlaceLink } from '../../ui/place-link.tsx';
import { SavedLocal } from '../../ui/saved-local.tsx';
import { SavedText } from '../../ui/saved-text.tsx';
import { KindSelect } from './new-person.tsx';
import type { PersonActs } from './use-person-acts.ts';

/** What is known of a person; each field is saved when it is left, as one undo step. */
export function PersonFields({
  person,
  languages,
  acts,
}: {
  readonly person: Person;
  readonly languages: readonly string[];
  readonly acts: PersonActs;
}) {
  const { t } = useSpeech();
  const save = (fields: Parameters<PersonActs['change']>[1]) => void acts.change(person, fields);
  return (
    <Stack gap="sm">
      <PersonText person={person} field="name" languages={languages} acts={acts} />
      <SavedText
        label={t('people.field.reading')}
        description={t('people.field.reading.hint')}
        lang="ja"
        value={person.reading}
        onSave={(reading) => save({ reading })}
      />
      <TagsInput
        label={t('people.field.aliases')}
        description={t('people.field.aliases.hint')}
        value={person.aliases}
        onChange={(aliases) => save({ aliases })}
        acceptValueOnBlur
      />
      <KindSelect value={person.kind} onChange={(kind) => save({ kind })} />
      <PersonText person={person} field="organisation" languages={languages} acts={acts} />
      <OrganisationField person={person} onChange={(organisationId) => save({ organisationId })} />
      <PersonText person={person} field="title" languages={languages} acts={acts} />
    </Stack>
  );
}

/** The organisation of the register that somebody belongs to, with the way there. */
function OrganisationField({
  person: { organisationId },
  onChange,
}: {
  readonly person: Person;
  readonly onChange: (organisationId: Person['organisationId']) => void;
}) {
  const { t } = useSpeech();
  return (
    <div>
      <RowSelect
        label={t('people.field.organisationId')}
        table="organisations"
        addedAs="organisation"
        value={organisationId}
        onChange={onChange}
      />
      {organisationId && (
        <PlaceLink to={links.registered('organisations', organisationId)} fz="xs" td="underline">
          {t('people.field.organisationId.open')}
        </PlaceLink>
      )}
    </div>
  );
}

/** A text in each language, each a field that saves itself. */
function PersonText({
  person,
  field,
  languages,
  acts,
}: {
  readonly person: Person;
  readonly field: 'name' | 'title' | 'organisation';
  readonly languages: readonly string[];
  readonly acts: PersonActs;
}) {
  const { t } = useSpeech();
  return (
    <SavedLocal
      label={t(`people.field.${field}`)}
      value={person[field]}
      languages={languages}
      required={field === 'name' ? t('people.unnamed') : undefined}
      onSave={(language, text) => void acts.write(person, field, language, text)}
    />
  );
}
