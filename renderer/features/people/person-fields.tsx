import { Stack, TagsInput } from '@mantine/core';
import type { Person } from '#shared/model/person.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { languageNameIn } from '../../ui/language-fields.tsx';
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
      <SavedLocal person={person} field="name" languages={languages} acts={acts} />
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
      <SavedLocal person={person} field="organisation" languages={languages} acts={acts} />
      <SavedLocal person={person} field="title" languages={languages} acts={acts} />
    </Stack>
  );
}

/** A text in each language, each a field that saves itself. */
function SavedLocal({
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
  const { t, language: spoken } = useSpeech();
  const value = person[field];
  const label = t(`people.field.${field}`);
  const tags = [...new Set([...languages, ...Object.keys(value)])];
  const holdsMore = (language: string) =>
    Object.entries(value).some(([tag, text]) => tag !== language && text !== '');
  return tags.map((language) => (
    <SavedText
      key={language}
      lang={language}
      label={
        tags.length > 1
          ? t('settings.inLanguage', { what: label, language: languageNameIn(language, spoken) })
          : label
      }
      value={value[language] ?? ''}
      isValid={(text) => field !== 'name' || text !== '' || holdsMore(language)}
      invalid={t('people.unnamed')}
      onSave={(text) => void acts.write(person, field, language, text)}
    />
  ));
}
