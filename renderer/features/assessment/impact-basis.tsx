import { Group, Radio, Stack } from '@mantine/core';
import type { RoundFields } from '#shared/edit/round.ts';
import { tidy } from '#shared/model/basics.ts';
import { GROSS_OR_NET, type Round } from '#shared/model/round.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { languageNameIn } from '../../ui/language-fields.tsx';
import { SavedText } from '../../ui/saved-text.tsx';

export interface ImpactBasisProps {
  readonly round: Round;
  /** In which the round is written. */
  readonly languages: readonly string[];
  readonly disabled: boolean;
  readonly onChange: (fields: Partial<RoundFields>) => void;
}

/** What holds for every impact of a round, asked once: gross or net, and where the round looks. */
export function ImpactBasis({ round, languages, disabled, onChange }: ImpactBasisProps) {
  const { t, language: spoken } = useSpeech();
  return (
    <Stack gap="lg">
      <Radio.Group
        label={t('impact.basis')}
        description={t('impact.basis.hint')}
        value={round.grossOrNet ?? UNSAID}
        onChange={(chosen) => onChange({ grossOrNet: GROSS_OR_NET.find((one) => one === chosen) ?? null })}
      >
        <Stack gap={6} mt={6}>
          {GROSS_OR_NET.map((one) => (
            <Radio key={one} size="sm" value={one} disabled={disabled} label={t(`impact.basis.${one}`)} />
          ))}
          <Radio size="sm" value={UNSAID} disabled={disabled} label={t('impact.basis.unsaid')} />
        </Stack>
      </Radio.Group>
      <Group grow align="flex-start">
        {languages.map((language, index) => (
          <SavedText
            key={language}
            multiline
            label={t('settings.inLanguage', {
              what: t('impact.focus'),
              language: languageNameIn(language, spoken),
            })}
            {...(index === 0 ? { description: t('impact.focus.hint') } : {})}
            value={round.focus[language] ?? ''}
            lang={language}
            disabled={disabled}
            onSave={(text) => onChange({ focus: tidy({ ...round.focus, [language]: text }) })}
          />
        ))}
      </Group>
    </Stack>
  );
}

const UNSAID = 'unsaid';
