import { Select } from '@mantine/core';
import { useState } from 'react';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { type RestsOn, refKey } from '#shared/statement/rests-on.ts';
import type { RowNaming } from '#shared/statement/words.ts';
import { useSpeech } from '../../ui/i18n.tsx';

/** What can be chosen, by the tables of the register; suppliers stand in a list of their own. */
const CHOSEN = [
  ['instrument', 'instruments'],
  ['arrangement', 'arrangements'],
  ['entry', 'entries'],
  ['commitment', 'commitments'],
  ['dialogue', 'dialogues'],
  ['source', 'sources'],
  ['organisation', 'organisations'],
] as const;
/** Most choices shown at once. */
const MOST = 40;

interface AddRowProps {
  readonly state: WorkspaceState;
  readonly naming: RowNaming;
  /** Keys of rows that are listed already. */
  readonly listed: ReadonlySet<string>;
  readonly onAdd: (ref: RestsOn) => void;
}

/** Any row of the register that a requirement does not gather by itself, by a few letters of its name. */
export function AddRow({ state, naming, listed, onAdd }: AddRowProps) {
  const { t } = useSpeech();
  // Naming every row takes a moment in a large register: not before somebody asks.
  const [isAsked, setAsked] = useState(false);
  const groups = isAsked ? choicesOf({ state, naming, listed }) : [];
  return (
    <Select
      mt="xs"
      maw="30rem"
      size="sm"
      searchable
      limit={MOST}
      aria-label={t('statement.gathered.add')}
      placeholder={t('statement.gathered.add')}
      nothingFoundMessage={t('register.choose.none')}
      data={groups}
      value={null}
      onFocus={() => setAsked(true)}
      onChange={(chosen) => {
        const [to, id = ''] = chosen?.split(':') ?? [];
        if (to) onAdd({ to: to as RestsOn['to'], id });
      }}
    />
  );
}

function choicesOf({ state, naming, listed }: Omit<AddRowProps, 'onAdd'>) {
  return CHOSEN.flatMap(([to, table]) => {
    const rows = state[table].filter((row) => !('kind' in row) || row.kind !== 'supplier');
    const items = rows.flatMap(({ id }) => {
      const ref: RestsOn = { to, id };
      const words = listed.has(refKey(ref)) ? null : naming.of(ref);
      return words ? [{ value: refKey(ref), label: [words.name, ...words.asides].join(' · ') }] : [];
    });
    return items.length > 0 ? [{ group: naming.t(`statement.gathered.group.${to}`), items }] : [];
  });
}
