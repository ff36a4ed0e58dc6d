import { ActionIcon, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { addIndicator, removeIndicator } from '#shared/edit/decision.ts';
import type { Decision } from '#shared/model/decision.ts';
import { commit, useRows } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';

/** Measures by which a decision is followed up. They hang on a decision that is kept already. */
export function Indicators({ decision }: { decision: Decision | undefined }) {
  const { t, local, language } = useSpeech();
  const attempt = useAttempt();
  const [name, setName] = useState('');
  const [unit, setUnit] = useState('');
  const [target, setTarget] = useState('');
  const ids = decision?.indicatorIds ?? [];
  const rows = useRows(
    async (db) => (await db.indicators.bulkGet([...ids])).filter((one) => one !== undefined),
    [ids.join()],
  );
  const add = () => {
    const wanted = name.trim();
    if (!decision || wanted === '') return;
    void attempt(async () => {
      await commit({ key: 'change.indicator.add', params: { name: wanted } }, (draft) =>
        addIndicator(draft, decision.id, {
          name: { [language]: wanted },
          unit: unit.trim(),
          target: target.trim(),
        }),
      );
      setName('');
      setUnit('');
      setTarget('');
    });
  };
  // Enter adds the indicator and does not close the form around it.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add();
  };
  return (
    <div>
      <Text size="sm" fw={500}>
        {t('decisions.form.indicators')}
      </Text>
      {!decision && (
        <Text size="xs" c="dimmed">
          {t('decisions.form.indicators.later')}
        </Text>
      )}
      <Stack gap={4} mt={4}>
        {rows?.map((indicator) => (
          <Group key={indicator.id} gap={6} wrap="nowrap" justify="space-between">
            <Text size="sm">
              {[local(indicator.name), indicator.target, indicator.unit].filter(Boolean).join(' · ')}
            </Text>
            <ActionIcon
              size="sm"
              aria-label={t('decisions.form.indicator.remove', { name: local(indicator.name) })}
              onClick={() =>
                decision &&
                void attempt(() =>
                  commit(
                    { key: 'change.indicator.remove', params: { name: local(indicator.name) } },
                    (draft) => removeIndicator(draft, decision.id, indicator.id),
                  ),
                )
              }
            >
              <IconX size={12} />
            </ActionIcon>
          </Group>
        ))}
        {decision && (
          <Group gap={4} wrap="nowrap" onKeyDown={onKeyDown}>
            <TextInput
              size="xs"
              style={{ flex: 2 }}
              aria-label={t('decisions.form.indicator.name')}
              placeholder={t('decisions.form.indicator.name')}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <TextInput
              size="xs"
              style={{ flex: 1 }}
              aria-label={t('decisions.form.indicator.target')}
              placeholder={t('decisions.form.indicator.target')}
              value={target}
              onChange={(event) => setTarget(event.currentTarget.value)}
            />
            <TextInput
              size="xs"
              style={{ flex: 1 }}
              aria-label={t('decisions.form.indicator.unit')}
              placeholder={t('decisions.form.indicator.unit')}
              value={unit}
              onChange={(event) => setUnit(event.currentTarget.value)}
            />
            <ActionIcon aria-label={t('decisions.form.indicator.add')} onClick={add}>
              <IconPlus size={16} />
            </ActionIcon>
          </Group>
        )}
      </Stack>
    </div>
  );
}
