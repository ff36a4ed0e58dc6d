import { ActionIcon, Button, Group, Menu, Stack, Text, Title } from '@mantine/core';
import { IconDots, IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import type { KeptLayout } from '#shared/model/taught-layout.ts';
import { useRows } from '../../../store/index.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { useLayoutActs } from './layout-acts.ts';
import { LayoutName } from './layout-name.tsx';
import { readBy, takeReading } from './session.ts';
import classes from './show.module.css';

/** The layouts that are kept: to read by, rename, save as a file and remove; and to take in one of another office. */
export function LayoutList({ onTaken }: { readonly onTaken: () => void }) {
  const { t } = useSpeech();
  const kept = useRows((db) => db.layouts.orderBy('id').toArray(), []);
  const { takeFile } = useLayoutActs();
  return (
    <section data-testid="layout-list">
      <Group justify="space-between" mb={4}>
        <Title order={2} size="h5">
          {t('import.layouts')}
        </Title>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconFileImport size={14} />}
          onClick={() => void takeFile()}
        >
          {t('import.layout.fromFile')}
        </Button>
      </Group>
      {kept?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('import.layouts.none')}
        </Text>
      )}
      <Stack gap={4}>
        {kept?.map((one) => (
          <LayoutRow key={one.id} kept={one} onTaken={onTaken} />
        ))}
      </Stack>
    </section>
  );
}

function LayoutRow({ kept, onTaken }: { readonly kept: KeptLayout; readonly onTaken: () => void }) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const { rename, remove, save } = useLayoutActs();
  const [naming, setNaming] = useState(false);
  const { name, layouts } = kept;
  const read = () =>
    void attempt(async () => {
      takeReading(await readBy(layouts), layouts);
      onTaken();
    });
  return (
    <Group gap="xs" wrap="nowrap">
      <Text size="sm" truncate className={classes.fill}>
        {name}
      </Text>
      <Button
        size="compact-sm"
        variant="default"
        className={classes.still}
        aria-label={t('import.layout.read', { name })}
        onClick={read}
      >
        {t('import.show.take')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size="sm" variant="subtle" color="gray" aria-label={t('import.layout.more', { name })}>
            <IconDots size={14} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setNaming(true)}>{t('import.layout.rename')}</Menu.Item>
          <Menu.Item onClick={() => void save(kept)}>{t('import.layout.save')}</Menu.Item>
          <Menu.Item color="red" onClick={() => void remove(kept)}>
            {t('import.layout.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <LayoutName
        name={naming ? name : null}
        onSave={async (wish) => {
          if (await rename(kept, wish)) setNaming(false);
        }}
        onClose={() => setNaming(false)}
      />
    </Group>
  );
}
