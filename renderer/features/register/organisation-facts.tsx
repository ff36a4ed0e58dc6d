import { Select, TagsInput } from '@mantine/core';
import { ORGANISATION_KINDS, type Organisation, type OrganisationKind } from '#shared/model/organisation.ts';
import { RowsSelect } from '../../dialogs/register/row-select.tsx';
import { useRowActs } from '../../dialogs/register/use-row-acts.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { written } from '../../ui/language-fields.tsx';
import { links } from '../../ui/links.ts';
import { SavedDate } from '../../ui/partial-date-field.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { SavedLocal } from '../../ui/saved-local.tsx';
import { SavedText } from '../../ui/saved-text.tsx';
import { useLanguages } from './use-languages.ts';

/** What is known of an organisation; each field is saved when it is left, as one undo step. */
export function OrganisationFacts({ organisation }: { readonly organisation: Organisation }) {
  const { t } = useSpeech();
  const languages = useLanguages();
  const acts = useRowActs();
  const save = (fields: Parameters<typeof acts.editOrganisation>[1]) =>
    acts.editOrganisation(organisation, fields);
  const { id, kind, name, note } = organisation;
  return (
    <>
      <SavedLocal
        label={t('register.field.name')}
        value={name}
        languages={languages}
        required={t('register.unnamed')}
        onSave={(tag, text) => save({ name: written(name, tag, text) })}
      />
      <TagsInput
        label={t('register.field.aliases')}
        value={organisation.aliases}
        onChange={(aliases) => save({ aliases })}
        acceptValueOnBlur
      />
      <Select
        label={t('register.field.kind')}
        allowDeselect={false}
        data={ORGANISATION_KINDS.map((value) => ({ value, label: t(`organisationKind.${value}`) }))}
        value={kind}
        onChange={(value) => value && save({ kind: value as OrganisationKind })}
      />
      <RowsSelect
        label={t('register.field.partOf')}
        description={t('register.field.partOf.hint')}
        table="organisations"
        without={id}
        value={organisation.partOf}
        onChange={(partOf) => save({ partOf })}
      />
      <SavedText
        label={t('register.field.country')}
        value={organisation.country}
        onSave={(country) => save({ country })}
      />
      <SavedLocal
        label={t('register.field.note')}
        value={note}
        languages={languages}
        multiline
        onSave={(tag, text) => save({ note: written(note, tag, text) })}
      />
      <SavedDate
        label={t('register.field.organisationUntil')}
        value={organisation.until}
        draftKey={`organisation-until/${id}`}
        onSave={(until) => save({ until })}
      />
      {kind === 'supplier' && (
        <PlaceLink to={links.supplier(id)} fz="sm" td="underline">
          {t('register.supplier.hint')}
        </PlaceLink>
      )}
    </>
  );
}
