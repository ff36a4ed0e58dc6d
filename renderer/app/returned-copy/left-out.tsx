import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { Reason } from '#shared/merge/fold.ts';
import type { ReviewItem } from '#shared/merge/review.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import classes from './returned-copy.module.css';

/** What stands otherwise than chosen after a merge, and why: nothing is left out without a word. */
export function LeftOut({
  left,
  onClose,
}: {
  left: readonly (readonly [ReviewItem, Reason])[];
  onClose: () => void;
}) {
  const { t } = useSpeech();
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('merge.left.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="sm" data-testid="merge-left">
        <div className={classes.list}>
          {left.map(([item, reason]) => (
            <div key={item.key} className={classes.item}>
              <Text size="sm" fw={500} className={classes.name ?? ''}>
                {item.name}
              </Text>
              <Text size="xs" c="dimmed">
                {t(`merge.table.${item.table}`)} · {t(`merge.left.${reason}`)}
              </Text>
            </div>
          ))}
        </div>
        <Group justify="flex-end">
          <Button data-autofocus onClick={onClose}>
            {t('common.close')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
