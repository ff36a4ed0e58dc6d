import { SimpleGrid, TextInput } from '@mantine/core';
import { isLanguage, LANGUAGE_IDS, LANGUAGES } from '#shared/i18n/languages.ts';
import type { LocalText } from '#shared/model/basics.ts';
import { useSpeech } from './i18n.tsx';

export interface LanguageFieldsProps {
  readonly label: string;
  readonly description?: string | undefined;
  /** Languages to write in, the first one being the one that must not stay empty. */
  readonly languages: readonly string[];
  readonly value: LocalText;
  readonly onChange: (value: LocalText) => void;
  readonly placeholder?: ((language: string) => string) | undefined;
  readonly required?: boolean | undefined;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean | undefined;
}

/** A text in each of the workspace's languages, side by side. */
export function LanguageFields({
  label,
  description,
  languages,
  value,
  onChange,
  placeholder,
  required = false,
  error,
  autoFocus = false,
}: LanguageFieldsProps) {
  const { t, language: spoken } = useSpeech();
  return (
    <SimpleGrid cols={languages.length > 1 ? 2 : 1} spacing="sm" verticalSpacing="xs">
      {languages.map((language, index) => (
        <TextInput
          key={language}
          lang={language}
          label={
            languages.length > 1
              ? t('settings.inLanguage', { what: label, language: languageNameIn(language, spoken) })
              : label
          }
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...(description && index === 0 ? { description } : {})}
          {...(placeholder ? { placeholder: placeholder(language) } : {})}
          required={required && index === 0}
          {...(error && index === 0 ? { error } : {})}
          {...(autoFocus && index === 0 ? { 'data-autofocus': true } : {})}
          value={value[language] ?? ''}
          onChange={({ currentTarget }) => onChange(written(value, language, currentTarget.value))}
        />
      ))}
    </SimpleGrid>
  );
}

/** The languages in which a text is written that everybody reads: the workspace's, then those of the app. */
export function writtenIn({ languages }: { readonly languages: readonly string[] }): readonly string[] {
  return [...new Set([...languages, ...LANGUAGE_IDS])];
}

/** A language in its own words; its tag where the app does not speak it. */
export function languageName(language: string): string {
  return isLanguage(language) ? LANGUAGES[language].name : language;
}

/** A language in the words of the reader's: `日本語` is Japanese to an English reader. */
export function languageNameIn(language: string, spoken: string): string {
  return new Intl.DisplayNames(spoken, { type: 'language' }).of(language) ?? language;
}

/** A text with one language written anew; an emptied one is "nobody wrote it". */
export function written(value: LocalText, language: string, text: string): LocalText {
  const { [language]: _before, ...others } = value;
  return text === '' ? others : { ...others, [language]: text };
}
