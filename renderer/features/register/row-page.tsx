import { ActionIcon, Button, Loader, Menu, Stack } from '@mantine/core';
import { IconDots, IconMoodEmpty, IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Id, LocalText } from '#shared/model/basics.ts';
import type { EntryStart } from '../../dialogs/register/entry-form.tsx';
import { TimelinePanel } from '../../dialogs/register/timeline-panel.tsx';
import { BackLink } from '../../ui/back-link.tsx';
import { useCommands } from '../../ui/commands.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links, type RegisterList } from '../../ui/links.ts';
import { Page } from '../../ui/page.tsx';
import { listCommands, newRow, pageCommands } from './commands.ts';
import classes from './register-view.module.css';
import { useRemoval } from './use-removal.tsx';

interface RowPageProps {
  readonly list: RegisterList;
  readonly row: { readonly id: Id; readonly code?: string };
  readonly name: LocalText;
  /** What kind of thing it is, in words. */
  readonly kind: string;
  readonly facts: ReactNode;
  /** What an entry that is added here is begun with. */
  readonly start: EntryStart;
  /** Above the timeline; given the act that opens the form of an entry. */
  readonly above?: (record: (start: EntryStart) => void) => ReactNode;
}

/** A page of the register: facts that are edited in place, and the timeline of everything that refers to the row. */
export function RowPage({ list, row, name, kind, facts, start, above }: RowPageProps) {
  const { t, local, language } = useSpeech();
  const [adding, setAdding] = useState<EntryStart | null>(null);
  const removal = useRemoval(() => go(links.register(list)));
  useCommands(listCommands, { 'register.new': () => go(newRow(list)) }, { global: true });
  useCommands(pageCommands, { 'register.addEntry': () => setAdding(start) }, { global: true });
  const title = local(name) || row.code || '';
  const others = Object.entries(name).filter(([tag, text]) => tag !== language && text !== title);
  const target = { table: list, id: row.id, ...(row.code === undefined ? {} : { code: row.code }) };
  return (
    <Page
      title={title}
      above={<BackLink to={links.register(list)}>{t(`register.tab.${list}`)}</BackLink>}
      description={[kind, ...others.map(([, text]) => text)].filter(Boolean).join(' · ')}
      actions={
        <>
          <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(start)}>
            {t('register.entry.add')}
          </Button>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="default" size="lg" aria-label={t('register.menu', { name: title })}>
                <IconDots size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                leftSection={<IconTrash size={14} />}
                onClick={() => removal.remove({ ...target, name })}
              >
                {t('register.remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </>
      }
    >
      <div className={classes.sides}>
        <Stack gap="sm" component="section" aria-label={t('register.facts')}>
          {facts}
        </Stack>
        <Stack gap="lg">
          {above?.(setAdding)}
          <TimelinePanel
            targets={[target]}
            start={start}
            title={t('register.timeline')}
            adding={adding}
            onAdding={setAdding}
          />
        </Stack>
      </div>
      {removal.dialog}
    </Page>
  );
}

/** While a row is read, and where it is there no more. */
export function NoRow({ list, gone }: { readonly list: RegisterList; readonly gone: boolean }) {
  const { t } = useSpeech();
  if (!gone) return <Loader m="xl" aria-label={t('register.title')} />;
  return (
    <Page
      title={t('register.title')}
      above={<BackLink to={links.register(list)}>{t(`register.tab.${list}`)}</BackLink>}
    >
      <EmptyState icon={IconMoodEmpty} title={t('register.missing')}>
        {t('register.missing.text')}
      </EmptyState>
    </Page>
  );
}
