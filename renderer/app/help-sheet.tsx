import { Box, Group, Modal, SimpleGrid, Stack, Text } from '@mantine/core';
import type { MessageKey } from '#shared/i18n/index.ts';
import { isMac } from '../platform/profile.ts';
import type { ViewKey } from '../ui/feature.ts';
import { useSpeech } from '../ui/i18n.tsx';
import { appActions } from './actions.ts';
import { hotkeyParts } from './hotkeys.ts';
import { Keys } from './keys.tsx';
import { helpSheet, useShown } from './overlays.ts';
import { openFeatures } from './session.ts';

interface HotkeyGroup {
  readonly label: MessageKey;
  readonly keys: readonly ViewKey[];
}

/** Every hotkey there is, by the view it belongs to. */
function hotkeyGroups(): HotkeyGroup[] {
  return [
    { label: 'shell.help.everywhere' as const, actions: appActions, keys: [] },
    ...openFeatures().map(({ label, actions, keys = [] }) => ({ label, actions, keys })),
  ]
    .map(({ label, actions, keys }) => ({
      label,
      keys: [
        ...actions.flatMap(({ label: act, hotkey }) => (hotkey ? [{ label: act, hotkey }] : [])),
        ...keys,
      ],
    }))
    .filter(({ keys }) => keys.length > 0);
}

/** The sheet of hotkeys, drawn from the actions. */
export function HelpSheet() {
  const { t } = useSpeech();
  const opened = useShown(helpSheet);
  return (
    <Modal
      opened={opened}
      onClose={() => helpSheet.set(false)}
      title={t('shell.help.title')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <SimpleGrid cols={2} spacing="xl" verticalSpacing="lg">
        {hotkeyGroups().map(({ label, keys }) => (
          <Box key={label}>
            <Text fw={600} size="sm" mb={6} component="h3">
              {t(label)}
            </Text>
            <Stack gap={5}>
              {keys.map((one) => (
                <Group key={one.hotkey} justify="space-between" wrap="nowrap" gap="md">
                  <Text size="sm">{t(one.label)}</Text>
                  <Keys hotkey={one.hotkey} />
                </Group>
              ))}
            </Stack>
          </Box>
        ))}
      </SimpleGrid>
      <Text size="xs" c="dimmed" mt="lg">
        {t('shell.help.hint', { keys: hotkeyParts('mod+K', isMac()).join('+') })}
      </Text>
    </Modal>
  );
}
