import { Group } from '@mantine/core';
import { type LocalText, tidy } from '#shared/model/basics.ts';
import type { Round } from '#shared/model/round.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { languageNameIn } from '../../ui/language-fields.tsx';
import { SavedText } from '../../ui/saved-text.tsx';

/** What the round is called, in each language side by side; one of them has to be written. */
export function RoundNames({
  round,
  languages,
  disabled,
  onChange,
}: {
  round: Round;
  languages: readonly string[];
  disabled: boolean;
  onChange: (name: LocalText) => void;
}) {
  const { t, language: spoken } = useSpeech();
  const named = (language: string, text: string) => tidy({ ...round.name, [language]: text });
  return (
    <Group grow align="flex-end">
      {languages.map((language, index) => (
        <SavedText
          key={language}
          label={t('settings.inLanguage', {
            what: t('round.field.name'),
            language: languageNameIn(language, spoken),
          })}
          {...(index === 0 ? { description: t('round.field.name.hint') } : {})}
          lang={language}
          value={round.name[language] ?? ''}
          disabled={disabled}
          isValid={(text) => Object.keys(named(language, text)).length > 0}
          invalid={t('settings.missing')}
          onSave={(text) => onChange(named(language, text))}
        />
      ))}
    </Group>
  );
}
