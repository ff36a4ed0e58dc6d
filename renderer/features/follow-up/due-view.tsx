import { Badge, Button, Group, Loader, Stack, Table, Text, Title } from '@mantine/core';
import { IconCalendarDown, IconCalendarDue } from '@tabler/icons-react';
import { useState } from 'react';
import { SOON_DAYS } from '#shared/model/due.ts';
import { type DueItem, dueKey, NEXT_DAYS } from '#shared/overview/due.ts';
import { aboutDue } from '#shared/retrieval/due-told.ts';
import { type KnownAgenda, readAgenda } from '../../store/agenda.ts';
import { useRows } from '../../store/index.ts';
import { placeOfDue } from '../../ui/due-item.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { Page } from '../../ui/page.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { CalendarDialog } from './calendar-dialog.tsx';
import { FollowUpTabs } from './tabs.tsx';

/** What is overdue and what is due next, of every kind, with whose it is. */
export function DueView() {
  const { t } = useSpeech();
  const known = useRows(readAgenda, []);
  const [saving, setSaving] = useState(false);
  const items = known
    ? [...known.agenda.overdue, ...known.agenda.soon, ...known.agenda.next, ...known.agenda.later]
    : [];
  return (
    <Page
      title={t('followUp.title')}
      description={t('followUp.due.text')}
      toolbar={<FollowUpTabs here="due" />}
      actions={
        items.length > 0 && (
          <Button
            variant="default"
            leftSection={<IconCalendarDown size={16} />}
            onClick={() => setSaving(true)}
          >
            {t('followUp.ics')}
          </Button>
        )
      }
    >
      {known ? (
        <Listed known={known} empty={items.length === 0} />
      ) : (
        <Loader aria-label={t('followUp.title')} />
      )}
      {known && saving && <CalendarDialog items={items} known={known} onClose={() => setSaving(false)} />}
    </Page>
  );
}

function Listed({ known, empty }: { known: KnownAgenda; empty: boolean }) {
  const { t } = useSpeech();
  const { agenda } = known;
  if (empty)
    return (
      <EmptyState icon={IconCalendarDue} title={t('followUp.due.empty')}>
        {t('followUp.due.empty.text')}
      </EmptyState>
    );
  const parts = [
    { id: 'overdue', title: t('followUp.due.overdue'), items: agenda.overdue },
    { id: 'soon', title: t('followUp.due.soon', { days: SOON_DAYS }), items: agenda.soon },
    { id: 'next', title: t('followUp.due.next', { days: NEXT_DAYS }), items: agenda.next },
  ];
  return (
    <Stack gap="lg">
      {parts.map(({ id, title, items }) => (
        <section key={id} aria-labelledby={`due-${id}`} data-testid={`due-${id}`}>
          <Group gap="xs" mb="xs">
            <Title order={2} size="h4" id={`due-${id}`}>
              {title}
            </Title>
            <Badge
              variant={id === 'overdue' && items.length > 0 ? 'filled' : 'default'}
              {...(id === 'overdue' ? { color: 'red' } : {})}
            >
              {items.length}
            </Badge>
          </Group>
          {items.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('followUp.due.none')}
            </Text>
          ) : (
            <DueTable items={items} known={known} late={id === 'overdue'} label={title} />
          )}
        </section>
      ))}
      <Text size="sm" c="dimmed">
        {t('followUp.due.later', { count: agenda.later.length, undated: agenda.undated })}
      </Text>
    </Stack>
  );
}

interface DueTableProps {
  readonly items: readonly DueItem[];
  readonly known: KnownAgenda;
  readonly late: boolean;
  readonly label: string;
}

function DueTable({ items, known, late, label }: DueTableProps) {
  const { t, day, language } = useSpeech();
  return (
    <Table aria-label={label} verticalSpacing="xs" highlightOnHover layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('followUp.due.what')}</Table.Th>
          <Table.Th w={180}>{t('followUp.due.kind')}</Table.Th>
          <Table.Th w={200}>{t('followUp.due.owner')}</Table.Th>
          <Table.Th w={150}>{t('followUp.due.on')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((item) => (
          <Table.Tr key={dueKey(item)} data-testid="due-item">
            <Table.Td>
              <PlaceLink to={placeOfDue(item)} fz="sm" fw={500}>
                {aboutDue(item, known.nameOf, language) || t('home.due.untitled')}
              </PlaceLink>
              {'count' in item && item.count > 1 && (
                <Text size="xs" c="dimmed">
                  {t('followUp.due.moreOpen', { count: item.count - 1 })}
                </Text>
              )}
            </Table.Td>
            <Table.Td fz="sm">{t(`followUp.kind.${item.kind}`)}</Table.Td>
            <Table.Td fz="sm" {...(item.owner ? {} : { c: 'dimmed' })}>
              {item.owner || t('home.due.noOwner')}
            </Table.Td>
            <Table.Td fz="sm" fw={late ? 600 : 400} {...(late ? { c: 'var(--mantine-color-red-text)' } : {})}>
              {day(item.due)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
