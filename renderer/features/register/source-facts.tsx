import { Select, SimpleGrid } from '@mantine/core';
import { SOURCE_KINDS, type Source, type SourceKind } from '#shared/model/source.ts';
import { RowSelect, RowsSelect } from '../../dialogs/register/row-select.tsx';
import { useRowActs } from '../../dialogs/register/use-row-acts.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { written } from '../../ui/language-fields.tsx';
import { SavedDate } from '../../ui/partial-date-field.tsx';
import { SavedLocal } from '../../ui/saved-local.tsx';
import { SavedText } from '../../ui/saved-text.tsx';
import { useLanguages } from './use-languages.ts';

/** What is known of a source; each field is saved when it is left, as one undo step. */
export function SourceFacts({ source }: { readonly source: Source }) {
  const { t } = useSpeech();
  const languages = useLanguages();
  const acts = useRowActs();
  const save = (fields: Parameters<typeof acts.editSource>[1]) => acts.editSource(source, fields);
  const { id, title, note } = source;
  const date = (field: 'published' | 'seen' | 'nextLook') => (
    <SavedDate
      label={t(`register.field.${field}`)}
      {...(field === 'nextLook' ? { hint: '' } : {})}
      value={source[field]}
      draftKey={`source-${field}/${id}`}
      onSave={(on) => save({ [field]: on })}
    />
  );
  return (
    <>
      <SavedLocal
        label={t('register.field.title')}
        value={title}
        languages={languages}
        required={t('register.unnamed')}
        onSave={(tag, text) => save({ title: written(title, tag, text) })}
      />
      <Select
        label={t('register.field.kind')}
        allowDeselect={false}
        data={SOURCE_KINDS.map((value) => ({ value, label: t(`sourceKind.${value}`) }))}
        value={source.kind}
        onChange={(value) => value && save({ kind: value as SourceKind })}
      />
      <RowSelect
        label={t('register.field.publisher')}
        table="organisations"
        addedAs="organisation"
        value={source.publisher}
        onChange={(publisher) => save({ publisher })}
      />
      {date('published')}
      <SimpleGrid cols={2} spacing="sm">
        {date('seen')}
        {date('nextLook')}
      </SimpleGrid>
      <SavedText
        label={t('register.field.place')}
        description={t('register.field.place.hint')}
        value={source.place}
        onSave={(place) => save({ place })}
      />
      <RowSelect
        label={t('register.field.replaces')}
        table="sources"
        without={id}
        value={source.replaces}
        onChange={(replaces) => save({ replaces })}
      />
      <RowsSelect
        label={t('register.field.issues')}
        table="issues"
        value={source.issueIds}
        onChange={(issueIds) => save({ issueIds })}
      />
      <SavedLocal
        label={t('register.field.note')}
        value={note}
        languages={languages}
        multiline
        onSave={(tag, text) => save({ note: written(note, tag, text) })}
      />
    </>
  );
}
