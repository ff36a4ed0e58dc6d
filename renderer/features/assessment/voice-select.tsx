import { Select } from '@mantine/core';
import { VOICES, type Voice } from '#shared/model/dialogue.ts';
import { useSpeech } from '../../ui/i18n.tsx';

/** In what capacity somebody rates. */
export function VoiceSelect({
  value,
  onChange,
  disabled = false,
}: {
  value: Voice;
  onChange: (voice: Voice) => void;
  disabled?: boolean;
}) {
  const { t } = useSpeech();
  return (
    <Select
      w={230}
      style={{ flexShrink: 0 }}
      aria-label={t('round.assessor.voice')}
      allowDeselect={false}
      disabled={disabled}
      data={VOICES.map((voice) => ({ value: voice, label: t(`voice.${voice}`) }))}
      value={value}
      onChange={(chosen) => chosen && onChange(chosen)}
    />
  );
}
