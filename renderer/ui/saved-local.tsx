import type { LocalText } from '#shared/model/basics.ts';
import { useSpeech } from './i18n.tsx';
import { languageNameIn } from './language-fields.tsx';
import { SavedText } from './saved-text.tsx';

export interface SavedLocalProps {
  readonly label: string;
  readonly value: LocalText;
  /** Those of the workspace; a text that is there in another one has a field too. */
  readonly languages: readonly string[];
  /** What is said where no language would hold a text; absent = it may be empty. */
  readonly required?: string | undefined;
  readonly multiline?: boolean | undefined;
  readonly onSave: (language: string, text: string) => void;
}

/** A text in each language, each a field that saves itself. */
export function SavedLocal({ label, value, languages, required, multiline, onSave }: SavedLocalProps) {
  const { t, language: spoken } = useSpeech();
  const tags = [...new Set([...languages, ...Object.keys(value)])];
  const holdsMore = (language: string) =>
    Object.entries(value).some(([tag, text]) => tag !== language && text !== '');
  return tags.map((language) => (
    <SavedText
      key={language}
      lang={language}
      multiline={multiline}
      label={
        tags.length > 1
          ? t('settings.inLanguage', { what: label, language: languageNameIn(language, spoken) })
          : label
      }
      value={value[language] ?? ''}
      isValid={(text) => required === undefined || text !== '' || holdsMore(language)}
      invalid={required}
      onSave={(text) => onSave(language, text)}
    />
  ));
}
