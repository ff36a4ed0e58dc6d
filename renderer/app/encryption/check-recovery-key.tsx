import { Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSpeech } from '../../ui/i18n.tsx';
import { groupsOf, plainGroup, twoOf } from './recovery-key.ts';

/** Two groups of a recovery key that the person types, so that it is known to be kept. */
export function useCheckedKey(recoveryKey: string) {
  const groups = groupsOf(recoveryKey);
  const [asked] = useState(() => twoOf(groups.length));
  const [typed, setTyped] = useState<readonly string[]>(['', '']);
  const [tried, setTried] = useState(false);
  const right = asked.map((group, at) => plainGroup(typed[at] ?? '') === groups[group]);
  return {
    fields: {
      asked,
      typed,
      wrong: right.map((one) => tried && !one),
      onType: (at: number, value: string) =>
        setTyped(typed.map((before, of) => (of === at ? value : before))),
    },
    check: () => {
      setTried(true);
      return right.every(Boolean);
    },
  };
}

type CheckFieldsProps = ReturnType<typeof useCheckedKey>['fields'];

export function CheckFields({ asked, typed, wrong, onType }: CheckFieldsProps) {
  const { t } = useSpeech();
  return (
    <>
      <Text size="sm">{t('encryption.check.text')}</Text>
      <Group gap="md" align="flex-start">
        {asked.map((group, at) => (
          <TextInput
            key={group}
            label={t('encryption.check.group', { group: group + 1 })}
            value={typed[at] ?? ''}
            onChange={(event) => onType(at, event.currentTarget.value)}
            error={wrong[at] && t('encryption.check.wrong')}
            autoComplete="off"
            data-autofocus={at === 0 || undefined}
          />
        ))}
      </Group>
    </>
  );
}
