import { Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { LibraryEntry } from '#shared/bridge.ts';
import { type OrphanedDatabase, orphanedDatabases } from '../../store/orphans.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { report } from '../../ui/report-problem.ts';
import { discardOrphan, openOrphan } from '../workspace.ts';
import classes from './welcome.module.css';

/** Workspaces whose folder is gone, while this window's database still holds them. Nothing where there is none. */
export function Orphans({ library }: { library: readonly LibraryEntry[] }) {
  const { t, language } = useSpeech();
  const [found, setFound] = useState<readonly OrphanedDatabase[]>([]);
  const [asked, setAsked] = useState<OrphanedDatabase | null>(null);
  useEffect(() => {
    let wanted = true;
    void report(() => orphanedDatabases(library, language)).then((list) => wanted && setFound(list ?? []));
    return () => {
      wanted = false;
    };
  }, [library, language]);
  if (found.length === 0) return null;
  const discard = async (one: OrphanedDatabase) => {
    setAsked(null);
    await report(() => discardOrphan(one));
    setFound((list) => list.filter(({ storeId }) => storeId !== one.storeId));
  };
  const shown = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Stack gap="xs" mt="lg" data-testid="orphans">
      <Title order={2} className={classes.heading ?? ''}>
        {t('welcome.orphans')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('welcome.orphans.hint')}
      </Text>
      {found.map((one) => (
        <Group key={one.storeId} justify="space-between" wrap="nowrap">
          <div>
            <Text fw={600} size="sm">
              {one.name || t('welcome.unnamed')}
            </Text>
            <Text size="xs" c="dimmed">
              {t('welcome.orphans.changed', {
                when: shown.format(new Date(one.changedAt)),
                count: one.entries,
              })}
            </Text>
          </div>
          <Group gap="xs" wrap="nowrap">
            <Button size="compact-sm" onClick={() => void report(() => openOrphan(one))}>
              {t('welcome.orphans.restore')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setAsked(one)}>
              {t('welcome.orphans.discard')}
            </Button>
          </Group>
        </Group>
      ))}
      <Modal
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={t('welcome.orphans.discard.title')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {asked && (
          <Stack gap="md">
            <Text size="sm">
              {t('welcome.orphans.discard.text', { name: asked.name || t('welcome.unnamed') })}
            </Text>
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={() => setAsked(null)} data-autofocus>
                {t('common.cancel')}
              </Button>
              <Button color="red" onClick={() => void discard(asked)}>
                {t('welcome.orphans.discard.do')}
              </Button>
            </Group>
          </Stack>
        )}
      </Modal>
    </Stack>
  );
}
