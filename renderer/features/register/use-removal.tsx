import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Id, LocalText } from '#shared/model/basics.ts';
import type { Target } from '#shared/register/timeline.ts';
import { itemWords } from '../../dialogs/register/item-words.ts';
import { useRowActs } from '../../dialogs/register/use-row-acts.ts';
import { readTimeline, type Timeline } from '../../dialogs/register/use-timeline.ts';
import { readOnce } from '../../store/index.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import type { RegisterList } from '../../ui/links.ts';
import { LongList } from '../../ui/long-list.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';

/** A row that may be removed. */
export interface Removable extends Target {
  readonly table: RegisterList;
  readonly name: LocalText;
}

/**
 * Removes a row of the register that nothing refers to; of one that is referred to, the places are listed instead.
 * @returns the act, and the dialog that it may open
 */
export function useRemoval(onRemoved: () => void = () => {}) {
  const acts = useRowActs();
  const [refused, setRefused] = useState<{ readonly row: Removable; readonly timeline: Timeline } | null>(
    null,
  );
  const remove = async (row: Removable) => {
    const { name: _name, ...target } = row;
    const timeline = await readOnce((db) => readTimeline(db, [target]));
    if (timeline.items.length > 0) setRefused({ row, timeline });
    else if (await acts.remove(row.table, row.id as Id, row.name)) onRemoved();
  };
  const dialog = refused && <Refused {...refused} onClose={() => setRefused(null)} />;
  return { remove: (row: Removable) => void remove(row), dialog };
}

/** Why something stays: every place that refers to it, each a way there. */
function Refused({
  row,
  timeline,
  onClose,
}: {
  readonly row: Removable;
  readonly timeline: Timeline;
  readonly onClose: () => void;
}) {
  useReturnFocus();
  const { t, local } = useSpeech();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('register.refused', { name: local(row.name) })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="sm" data-testid="refused">
        <Text size="sm">{t('register.refused.text')}</Text>
        <Stack gap={6} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
          <LongList items={timeline.items} keyOf={({ key }) => key} estimate={40}>
            {(item) => {
              const { kind, text, to } = itemWords(item, timeline, { t, local });
              return (
                <li>
                  <Text span size="xs" c="dimmed">
                    {kind}
                  </Text>{' '}
                  {to ? (
                    <PlaceLink to={to} fz="sm" td="underline">
                      {text}
                    </PlaceLink>
                  ) : (
                    <Text span size="sm">
                      {text}
                    </Text>
                  )}
                </li>
              );
            }}
          </LongList>
        </Stack>
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('common.close')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
