import { Modal, Text } from '@mantine/core';
import { isMac } from '../platform/os.ts';
import type { Command } from '../ui/commands.ts';
import { hotkeyParts } from '../ui/hotkeys.ts';
import { useSpeech } from '../ui/i18n.tsx';
import { Keys } from '../ui/keys.tsx';
import { appCommands } from './commands.ts';
import { type HelpSection, helpSections } from './help-groups.ts';
import classes from './help-sheet.module.css';
import { helpSheet, useShown } from './overlays.ts';
import { openFeatures } from './session.ts';

/** Every key there is, drawn from the lists of commands. */
export function HelpSheet() {
  const { t } = useSpeech();
  const opened = useShown(helpSheet);
  return (
    <Modal
      opened={opened}
      onClose={() => helpSheet.set(false)}
      title={t('shell.help.title')}
      size={960}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Text size="xs" c="dimmed" mb="md">
        {t('shell.help.hint', { keys: hotkeyParts('mod+K', isMac()).join('+') })}
      </Text>
      <div className={classes.sheet}>
        {helpSections(appCommands, openFeatures()).map((section) => (
          <Section key={section.label} section={section} />
        ))}
      </div>
    </Modal>
  );
}

function Section({ section: { label, groups } }: { section: HelpSection }) {
  const { t } = useSpeech();
  return (
    <section className={classes.section} aria-label={t(label)}>
      {groups.map(({ label: group, commands }, index) => (
        <div key={group ?? ''} className={classes.group}>
          {index === 0 && (
            <Text fw={600} size="sm" mb={6} component="h3">
              {t(label)}
            </Text>
          )}
          {group && (
            <Text size="xs" c="dimmed" mb={2} component="h4">
              {t(group)}
            </Text>
          )}
          {commands.map((command) => (
            <Row key={command.label} command={command} />
          ))}
        </div>
      ))}
    </section>
  );
}

function Row({ command: { label, keys = [] } }: { command: Command }) {
  const { t } = useSpeech();
  return (
    <div className={classes.row}>
      <Text size="sm">{t(label)}</Text>
      <span className={classes.keys}>
        {keys.map((key) => (
          <Keys key={key} hotkey={key} />
        ))}
      </span>
    </div>
  );
}
