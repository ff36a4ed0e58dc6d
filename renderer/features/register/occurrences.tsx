import { Anchor, Badge, Button, Group, SimpleGrid, Table, Title } from '@mantine/core';
import { useState } from 'react';
import type { Language } from '#shared/i18n/languages.ts';
import type { Arrangement } from '#shared/model/arrangement.ts';
import {
  dueMonthOf,
  isPending,
  type Occurrence,
  occurrencesOf,
  reportsOf,
} from '#shared/register/occurrences.ts';
import type { EntryStart } from '../../dialogs/register/entry-form.tsx';
import { today } from '../../platform/today.ts';
import { useRows } from '../../store/index.ts';
import { useSpeech } from '../../ui/i18n.tsx';

/** Shown before one asks for all. */
const FEW = 4;

interface OccurrencesProps {
  readonly arrangement: Arrangement;
  /** Opens the form of an entry. */
  readonly onRecord: (start: EntryStart) => void;
}

/** The occasions on which something was to be held, and to be reported, the latest first, with what is recorded of each. */
export function Occurrences({ arrangement, onRecord }: OccurrencesProps) {
  const { t, local } = useSpeech();
  const body = arrangement.reportsTo?.arrangementId ?? null;
  const read = useRows(
    async (db) => {
      const entries = await db.entries
        .where('arrangementId')
        .anyOf([arrangement.id, ...(body ? [body] : [])])
        .toArray();
      const firstMonth = (await db.workspace.toCollection().first())?.fiscalYear.firstMonth ?? 1;
      return {
        held: occurrencesOf(arrangement, entries, today(), firstMonth).reverse(),
        reported: reportsOf(arrangement, entries, today(), firstMonth).reverse(),
        body: body ? local((await db.arrangements.get(body))?.name) : '',
      };
    },
    [arrangement, body],
  );
  if (!read || read.held.length + read.reported.length === 0) return null;
  return (
    <SimpleGrid cols={{ base: 1, lg: read.held.length > 0 && read.reported.length > 0 ? 2 : 1 }} spacing="lg">
      <Slots
        title={t('register.occurrences')}
        occurrences={read.held}
        start={{ arrangementId: arrangement.id, of: arrangement.of }}
        onRecord={onRecord}
      />
      <Slots
        title={t('register.reports', { body: read.body })}
        occurrences={read.reported}
        start={{
          arrangementId: arrangement.id,
          of: arrangement.of,
          refs: body ? [{ to: 'arrangement', id: body }] : [],
        }}
        onRecord={onRecord}
      />
    </SimpleGrid>
  );
}

interface SlotsProps {
  readonly title: string;
  readonly occurrences: readonly Occurrence[];
  readonly start: EntryStart;
  readonly onRecord: (start: EntryStart) => void;
}

function Slots({ title, occurrences, start, onRecord }: SlotsProps) {
  const { t, language } = useSpeech();
  const [all, setAll] = useState(false);
  if (occurrences.length === 0) return null;
  const month = today().slice(0, 7);
  return (
    <section aria-label={title} data-testid="occurrences">
      <Title order={2} size="h5" mb={4}>
        {title}
      </Title>
      <Table aria-label={title} verticalSpacing={4} withRowBorders={false}>
        <Table.Tbody>
          {(all ? occurrences : occurrences.slice(0, FEW)).map((one) => (
            <Table.Tr key={one.from} data-testid="occurrence">
              <Table.Td fz="sm" w={190}>
                {periodText(one, language)}
              </Table.Td>
              <Table.Td>
                <Group gap="xs">
                  <Badge
                    size="sm"
                    variant={one.state === 'kept' ? 'light' : 'default'}
                    {...(isPending(one) && one.until <= month ? { color: 'red', variant: 'light' } : {})}
                  >
                    {t(
                      isPending(one) && one.until <= month ? 'occurrence.overdue' : `occurrence.${one.state}`,
                    )}
                  </Badge>
                  {isPending(one) && (
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      aria-label={t('occurrence.recordOf', { period: periodText(one, language) })}
                      onClick={() => onRecord({ ...start, when: one.from })}
                    >
                      {t('occurrence.record')}
                    </Button>
                  )}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {!all && occurrences.length > FEW && (
        <Anchor component="button" type="button" size="sm" onClick={() => setAll(true)}>
          {t('occurrence.all', { count: occurrences.length })}
        </Anchor>
      )}
    </section>
  );
}

/** The months in which it is to be held. */
function periodText(one: Occurrence, language: Language): string {
  const month = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short', timeZone: 'UTC' });
  const at = (date: string) => new Date(`${date}-01T00:00:00Z`);
  return month.formatRange(at(one.from), at(dueMonthOf(one)));
}
