import { MultiSelect, Select, SimpleGrid, TagsInput } from '@mantine/core';
import { ARRANGEMENT_KINDS, type Arrangement, type ArrangementKind } from '#shared/model/arrangement.ts';
import { PERSON_KINDS, type PersonKind } from '#shared/model/person.ts';
import { RowSelect, RowsSelect } from '../../dialogs/register/row-select.tsx';
import { useRowActs } from '../../dialogs/register/use-row-acts.ts';
import { useRows } from '../../store/index.ts';
import { useOwners } from '../../store/owners.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { written } from '../../ui/language-fields.tsx';
import { SavedOwner } from '../../ui/owner-field.tsx';
import { SavedDate } from '../../ui/partial-date-field.tsx';
import { SavedLocal } from '../../ui/saved-local.tsx';
import { SavedText } from '../../ui/saved-text.tsx';
import { CadenceField } from './cadence-field.tsx';
import { InstrumentsField } from './instruments-field.tsx';
import { ReportsToField } from './reports-to-field.tsx';
import { useLanguages } from './use-languages.ts';

/** Kinds that have somebody in the chair, that people use in a language, and that are for somebody. */
const CHAIRED: readonly ArrangementKind[] = ['body', 'council', 'review'];
const USED: readonly ArrangementKind[] = ['channel', 'training', 'supplier-programme'];

/** What is known of something that is kept up; each field is saved when it is left, as one undo step. */
export function ArrangementFacts({ arrangement }: { readonly arrangement: Arrangement }) {
  const { t, language } = useSpeech();
  const languages = useLanguages();
  const owners = useOwners(language);
  const acts = useRowActs();
  const save = (fields: Parameters<typeof acts.editArrangement>[1]) =>
    acts.editArrangement(arrangement, fields);
  const { id, kind, name, remit } = arrangement;
  return (
    <>
      <SavedLocal
        label={t('register.field.name')}
        value={name}
        languages={languages}
        required={t('register.unnamed')}
        onSave={(tag, text) => save({ name: written(name, tag, text) })}
      />
      <Select
        label={t('register.field.kind')}
        allowDeselect={false}
        data={ARRANGEMENT_KINDS.map((value) => ({ value, label: t(`arrangementKind.${value}`) }))}
        value={kind}
        onChange={(value) => value && save({ kind: value as ArrangementKind })}
      />
      <SavedLocal
        label={t('register.field.remit')}
        value={remit}
        languages={languages}
        multiline
        onSave={(tag, text) => save({ remit: written(remit, tag, text) })}
      />
      <RowSelect
        label={t('register.field.of')}
        table="organisations"
        addedAs="company"
        value={arrangement.of}
        onChange={(of) => save({ of })}
      />
      <SimpleGrid cols={2} spacing="sm">
        <SavedDate
          label={t('register.field.since')}
          value={arrangement.since}
          draftKey={`arrangement-since/${id}`}
          onSave={(since) => save({ since })}
        />
        <SavedDate
          label={t('register.field.until')}
          hint=""
          value={arrangement.until}
          draftKey={`arrangement-until/${id}`}
          onSave={(until) => save({ until })}
        />
      </SimpleGrid>
      <CadenceField arrangement={arrangement} />
      <ReportsToField arrangement={arrangement} onSave={(reportsTo) => save({ reportsTo })} />
      <SavedOwner
        label={t('register.field.owner')}
        value={arrangement.owner}
        suggestions={owners}
        onSave={(owner) => save({ owner })}
      />
      {(CHAIRED.includes(kind) || arrangement.chair !== '') && (
        <SavedText
          label={t('register.field.chair')}
          value={arrangement.chair}
          onSave={(chair) => save({ chair })}
        />
      )}
      {(USED.includes(kind) || arrangement.audience.length > 0) && (
        <UsedBy arrangement={arrangement} onSave={save} />
      )}
      <RowsSelect
        label={t('register.field.issues')}
        table="issues"
        value={arrangement.issueIds}
        onChange={(issueIds) => save({ issueIds })}
      />
      <RowsSelect
        label={t('register.field.themes')}
        table="themes"
        value={arrangement.themeIds}
        onChange={(themeIds) => save({ themeIds })}
      />
      <InstrumentsField value={arrangement.instruments} onChange={(instruments) => save({ instruments })} />
    </>
  );
}

interface UsedByProps {
  readonly arrangement: Arrangement;
  readonly onSave: (fields: Partial<Pick<Arrangement, 'audience' | 'languages' | 'operator'>>) => void;
}

/** For whom a channel, training or programme is, in which languages, and who runs it. */
function UsedBy({ arrangement, onSave }: UsedByProps) {
  const { t } = useSpeech();
  const known = useRows(
    async (db) => [...new Set((await db.arrangements.toArray()).flatMap((one) => one.languages))],
    [],
  );
  return (
    <>
      <MultiSelect
        label={t('register.field.audience')}
        data={PERSON_KINDS.map((value) => ({ value, label: t(`personKind.${value}`) }))}
        value={arrangement.audience}
        onChange={(audience) => onSave({ audience: audience as PersonKind[] })}
      />
      <TagsInput
        label={t('register.field.languages')}
        data={known ?? []}
        value={arrangement.languages}
        onChange={(languages) => onSave({ languages })}
        acceptValueOnBlur
      />
      <RowSelect
        label={t('register.field.operator')}
        table="organisations"
        addedAs="organisation"
        value={arrangement.operator}
        onChange={(operator) => onSave({ operator })}
      />
    </>
  );
}
