import { Select, SimpleGrid } from '@mantine/core';
import { INSTRUMENT_KINDS, type Instrument, type InstrumentKind } from '#shared/model/instrument.ts';
import { RowSelect } from '../../dialogs/register/row-select.tsx';
import { useRowActs } from '../../dialogs/register/use-row-acts.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { written } from '../../ui/language-fields.tsx';
import { SavedDate } from '../../ui/partial-date-field.tsx';
import { SavedLocal } from '../../ui/saved-local.tsx';
import { SavedText } from '../../ui/saved-text.tsx';
import { useLanguages } from './use-languages.ts';

/** What is known of a text; when it was adopted, revised or approved is told by entries. */
export function InstrumentFacts({ instrument }: { readonly instrument: Instrument }) {
  const { t } = useSpeech();
  const languages = useLanguages();
  const acts = useRowActs();
  const save = (fields: Parameters<typeof acts.editInstrument>[1]) => acts.editInstrument(instrument, fields);
  const { id, name, summary } = instrument;
  return (
    <>
      <SavedLocal
        label={t('register.field.name')}
        value={name}
        languages={languages}
        required={t('register.unnamed')}
        onSave={(tag, text) => save({ name: written(name, tag, text) })}
      />
      <SavedText
        label={t('register.field.code')}
        description={t('register.field.code.hint')}
        value={instrument.code}
        isValid={(code) => code !== ''}
        invalid={t('register.field.code.missing')}
        onSave={(code) => save({ code })}
      />
      <Select
        label={t('register.field.kind')}
        allowDeselect={false}
        data={INSTRUMENT_KINDS.map((value) => ({ value, label: t(`instrumentKind.${value}`) }))}
        value={instrument.kind}
        onChange={(value) => value && save({ kind: value as InstrumentKind })}
      />
      <RowSelect
        label={t('register.field.textOf')}
        description={t('register.field.textOf.hint')}
        table="organisations"
        addedAs="company"
        value={instrument.of}
        onChange={(of) => save({ of })}
      />
      <SimpleGrid cols={2} spacing="sm">
        <SavedDate
          label={t('register.field.inForceSince')}
          value={instrument.since}
          draftKey={`instrument-since/${id}`}
          onSave={(since) => save({ since })}
        />
        <SavedDate
          label={t('register.field.inForceUntil')}
          hint=""
          value={instrument.until}
          draftKey={`instrument-until/${id}`}
          onSave={(until) => save({ until })}
        />
      </SimpleGrid>
      <SavedLocal
        label={t('register.field.summary')}
        value={summary}
        languages={languages}
        multiline
        onSave={(tag, text) => save({ summary: written(summary, tag, text) })}
      />
      <SavedText
        label={t('register.field.place')}
        description={t('register.field.place.hint')}
        value={instrument.place}
        onSave={(place) => save({ place })}
      />
    </>
  );
}
