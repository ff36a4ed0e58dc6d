import { Select } from '@mantine/core';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Round } from '#shared/model/round.ts';
import { useSpeech } from './i18n.tsx';

export interface RoundSelectProps {
  readonly rounds: readonly Round[];
  readonly value: Id;
  readonly onChange: (roundId: IdOf<'rounds'>) => void;
}

/** Which round is looked at; nothing where there is only one. */
export function RoundSelect({ rounds, value, onChange }: RoundSelectProps) {
  const { t, local } = useSpeech();
  if (rounds.length < 2) return null;
  return (
    <Select
      size="xs"
      w={220}
      aria-label={t('matrix.round')}
      allowDeselect={false}
      data={rounds.map((round) => ({ value: round.id, label: local(round.name) }))}
      value={value}
      onChange={(chosen) => chosen && onChange(chosen)}
    />
  );
}
