import {
  ActionIcon,
  Badge,
  Button,
  Group,
  Menu,
  Modal,
  Stack,
  Text,
  TextInput,
  Title,
  UnstyledButton,
} from '@mantine/core';
import { IconDots, IconLock, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { LibraryEntry } from '#shared/bridge.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { report } from '../../ui/report-problem.ts';
import { openEntry, removeEntry, renameEntry } from '../workspace.ts';
import classes from './welcome.module.css';

type Asking = { readonly about: LibraryEntry; readonly what: 'rename' | 'remove' };

/** The workspaces of this machine, the last one first. */
export function Recent({ library }: { library: readonly LibraryEntry[] }) {
  const { t, language } = useSpeech();
  const [asking, setAsking] = useState<Asking | null>(null);
  const shown = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const entries = [...library].sort((a, b) => b.openedAt.localeCompare(a.openedAt));
  return (
    <>
      <Title order={2} className={classes.heading ?? ''}>
        {t('welcome.recent')}
      </Title>
      <ul className={classes.recent}>
        {entries.map((entry) => (
          <li key={entry.storeId}>
            <UnstyledButton
              className={classes.entry ?? ''}
              onClick={() => void report(() => openEntry(entry.storeId))}
            >
              <Group gap="xs" wrap="nowrap">
                <Text span fw={600} size="sm" truncate>
                  {entry.name || t('welcome.unnamed')}
                </Text>
                {entry.sealed && (
                  <IconLock size={14} stroke={1.8} aria-label={t('encryption.badge')} role="img" />
                )}
                {entry.sample && (
                  <Badge color="yellow" size="sm" className={classes.badge ?? ''}>
                    {t('shell.sample')}
                  </Badge>
                )}
              </Group>
              <Text span size="xs" c="dimmed" display="block">
                {t('welcome.recent.opened', { when: shown.format(new Date(entry.openedAt)) })}
              </Text>
            </UnstyledButton>
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon
                  aria-label={t('welcome.recent.more', { name: entry.name || t('welcome.unnamed') })}
                >
                  <IconDots size={16} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  leftSection={<IconPencil size={14} />}
                  onClick={() => setAsking({ about: entry, what: 'rename' })}
                >
                  {t('welcome.rename')}
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconTrash size={14} />}
                  onClick={() => setAsking({ about: entry, what: 'remove' })}
                >
                  {t('welcome.remove')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </li>
        ))}
      </ul>
      <Modal
        opened={asking !== null}
        onClose={() => setAsking(null)}
        title={asking ? t(`welcome.${asking.what}.title`) : ''}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {asking?.what === 'rename' && <Rename entry={asking.about} done={() => setAsking(null)} />}
        {asking?.what === 'remove' && <Remove entry={asking.about} done={() => setAsking(null)} />}
      </Modal>
    </>
  );
}

function Rename({ entry, done }: { entry: LibraryEntry; done: () => void }) {
  const { t } = useSpeech();
  const [name, setName] = useState(entry.name);
  const wanted = name.trim();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted === '') return;
        done();
        void report(() => renameEntry(entry.storeId, wanted));
      }}
    >
      <Stack gap="md">
        <TextInput
          label={t('settings.workspaceName')}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          data-autofocus
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={done}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" disabled={wanted === ''}>
            {t('welcome.rename.do')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Asks first: within the app there is no way back from the system's trash. */
function Remove({ entry, done }: { entry: LibraryEntry; done: () => void }) {
  const { t } = useSpeech();
  return (
    <Stack gap="md">
      <Text size="sm">{t('welcome.remove.text', { name: entry.name || t('welcome.unnamed') })}</Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={done} data-autofocus>
          {t('common.cancel')}
        </Button>
        <Button
          color="red"
          onClick={() => {
            done();
            void report(() => removeEntry(entry));
          }}
        >
          {t('welcome.remove.do')}
        </Button>
      </Group>
    </Stack>
  );
}
