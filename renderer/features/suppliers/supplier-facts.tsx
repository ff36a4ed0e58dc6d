import { SimpleGrid, Stack, TagsInput } from '@mantine/core';
import type { Organisation } from '#shared/model/organisation.ts';
import { numberText, typedNumber } from '#shared/number.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { languageNameIn } from '../../ui/language-fields.tsx';
import { SavedDate } from '../../ui/partial-date-field.tsx';
import { SavedText } from '../../ui/saved-text.tsx';
import type { SupplierActs } from './use-supplier-acts.ts';

export interface SupplierFactsProps {
  readonly supplier: Organisation;
  readonly languages: readonly string[];
  readonly acts: SupplierActs;
}

/** What is known of a supplier; each field is saved when it is left, as one undo step. */
export function SupplierFacts({ supplier, languages, acts }: SupplierFactsProps) {
  const { t, language: spoken } = useSpeech();
  const save = (fields: Parameters<SupplierActs['change']>[1]) => void acts.change(supplier, fields);
  const tags = [...new Set([...languages, ...Object.keys(supplier.name)])];
  const isNamedElsewhere = (language: string) =>
    Object.entries(supplier.name).some(([tag, text]) => tag !== language && text !== '');
  return (
    <Stack gap="sm">
      {tags.map((language) => (
        <SavedText
          key={language}
          lang={language}
          label={t('settings.inLanguage', {
            what: t('suppliers.column.name'),
            language: languageNameIn(language, spoken),
          })}
          value={supplier.name[language] ?? ''}
          isValid={(text) => text !== '' || isNamedElsewhere(language)}
          invalid={t('error.register-name-missing')}
          onSave={(text) => save({ name: { ...supplier.name, [language]: text } })}
        />
      ))}
      <TagsInput
        acceptValueOnBlur
        label={t('suppliers.field.aliases')}
        value={supplier.aliases}
        onChange={(aliases) => save({ aliases })}
      />
      <SavedText
        label={t('suppliers.column.country')}
        value={supplier.country}
        onSave={(country) => save({ country })}
      />
      {(['sectors', 'products'] as const).map((field) => (
        <TagsInput
          key={field}
          acceptValueOnBlur
          label={t(`suppliers.column.${field}`)}
          value={supplier[field]}
          onChange={(texts) => save({ [field]: texts })}
        />
      ))}
      <Amount supplier={supplier} save={save} />
      <SavedDate
        label={t('suppliers.field.until')}
        hint={t('suppliers.field.until.hint')}
        value={supplier.until}
        draftKey={`suppliers.until/${supplier.id}`}
        onSave={(until) => save({ until })}
      />
      <SavedText
        multiline
        label={t('suppliers.field.note')}
        value={supplier.note[spoken] ?? ''}
        onSave={(text) => save({ note: { ...supplier.note, [spoken]: text } })}
      />
    </Stack>
  );
}

interface AmountProps {
  readonly supplier: Organisation;
  readonly save: (fields: Partial<Organisation>) => void;
}

function Amount({ supplier: { amount }, save }: AmountProps) {
  const { t } = useSpeech();
  const unit = amount?.unit ?? '';
  return (
    <SimpleGrid cols={2} spacing="xs">
      <SavedText
        label={t('suppliers.column.amount')}
        value={amount === null ? '' : numberText(amount.value)}
        isValid={(text) => typedNumber(text).problem === null}
        invalid={t('suppliers.amount.invalid')}
        onSave={(text) => {
          const { value } = typedNumber(text);
          save({ amount: value === null ? null : { value, unit, fiscalYear: amount?.fiscalYear ?? null } });
        }}
      />
      <SavedText
        label={t('suppliers.field.unit')}
        placeholder={t('suppliers.field.unit.hint')}
        value={unit}
        disabled={amount === null}
        onSave={(text) => amount && save({ amount: { ...amount, unit: text } })}
      />
    </SimpleGrid>
  );
}
