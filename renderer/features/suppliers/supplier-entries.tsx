import {
  ActionIcon,
  Badge,
  Button,
  Group,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
  Title,
  Tooltip,
} from '@mantine/core';
import { IconCheck, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Entry } from '#shared/model/entry.ts';
import type { Organisation } from '#shared/model/organisation.ts';
import { CONTACT_KINDS, type ContactKind, isContact } from '#shared/suppliers/contacts.ts';
import { dateOfEntry } from '#shared/suppliers/row-words.ts';
import { typedDate } from '#shared/transcript/typed-date.ts';
import { today } from '../../platform/today.ts';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { PartialDateField } from '../../ui/partial-date-field.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import classes from './suppliers.module.css';
import type { SupplierActs } from './use-supplier-acts.ts';
import type { Suppliers } from './use-suppliers.ts';

export interface EntriesProps {
  readonly supplier: Organisation;
  readonly entries: readonly Entry[];
  readonly suppliers: Suppliers;
  readonly acts: SupplierActs;
}

/** What was done and is planned with a supplier, and what was found there. */
export function SupplierEntries({ supplier, entries, suppliers, acts }: EntriesProps) {
  const { t } = useSpeech();
  const [adding, setAdding] = useState(false);
  return (
    <section aria-labelledby="supplier-entries">
      <Group justify="space-between">
        <Title order={2} size="h5" id="supplier-entries">
          {t('suppliers.entries')}
        </Title>
        {!adding && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={14} />}
            onClick={() => setAdding(true)}
          >
            {t('suppliers.note')}
          </Button>
        )}
      </Group>
      {adding && (
        <NoteForm supplier={supplier} suppliers={suppliers} acts={acts} onClose={() => setAdding(false)} />
      )}
      {entries.length === 0 && !adding && (
        <Text size="sm" c="dimmed">
          {t('suppliers.entries.none')}
        </Text>
      )}
      {entries.map((entry) => (
        <OneEntry key={entry.id} entry={entry} suppliers={suppliers} acts={acts} />
      ))}
    </section>
  );
}

function OneEntry({
  entry,
  suppliers,
  acts,
}: Omit<EntriesProps, 'supplier' | 'entries'> & { readonly entry: Entry }) {
  const { t, day, local } = useSpeech();
  const programme = suppliers.programmes.find(({ id }) => id === entry.arrangementId);
  const isPlanned = entry.phase === 'planned';
  const when = isPlanned
    ? entry.due
      ? t('suppliers.entry.due', { date: day(entry.due) })
      : t('suppliers.planned')
    : dateOfEntry(entry, suppliers.words);
  const kind = t(isContact(entry.kind) ? `suppliers.column.${entry.kind}` : `entryKind.${entry.kind}`);
  return (
    <Group className={classes.entry} gap="sm" align="flex-start" wrap="nowrap" data-testid="supplier-entry">
      <Stack gap={2} flex={1}>
        <Group gap="xs">
          <Text size="sm" fw={500}>
            {kind}
          </Text>
          <Text size="sm" c="dimmed">
            {[when, programme && local(programme.name)].filter(Boolean).join(' · ')}
          </Text>
          {entry.phase !== 'done' && (
            <Badge size="sm" variant="outline" color="gray">
              {t(`suppliers.phase.${entry.phase}`)}
            </Badge>
          )}
        </Group>
        {entry.text !== '' && <Text size="sm">{entry.text}</Text>}
        {entry.why !== '' && (
          <Text size="sm" data-testid="entry-why">
            {t('suppliers.entry.why', { why: entry.why })}
          </Text>
        )}
      </Stack>
      {isPlanned && (
        <Button
          size="compact-xs"
          variant="light"
          leftSection={<IconCheck size={13} />}
          onClick={() => void acts.finish(entry.id, today())}
        >
          {t('suppliers.entry.finish')}
        </Button>
      )}
      {isContact(entry.kind) && (
        <Tooltip label={t('suppliers.entry.remove', { entry: kind })}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('suppliers.entry.remove', { entry: kind })}
            onClick={() => void acts.removeEntry(entry.id)}
          >
            <IconX size={14} />
          </ActionIcon>
        </Tooltip>
      )}
    </Group>
  );
}

function NoteForm({
  supplier,
  suppliers,
  acts,
  onClose,
}: Omit<EntriesProps, 'entries'> & { readonly onClose: () => void }) {
  const { t, local } = useSpeech();
  const { programmes } = suppliers;
  const draft = useDraft<{ kind: ContactKind; programmeId: string | null; when: string; text: string }>(
    `suppliers.note/${supplier.id}`,
    {
      kind: 'visit',
      programmeId: programmes.length === 1 ? (programmes[0]?.id ?? null) : null,
      when: '',
      text: '',
    },
  );
  const { kind, programmeId, when, text } = draft.value;
  const { date, problem } = typedDate(when);
  const submit = async () => {
    if (!(await acts.note({ of: supplier.id, kind, arrangementId: programmeId, text, when: date }))) return;
    draft.done();
    onClose();
  };
  return (
    <Stack
      component="form"
      gap="xs"
      my="xs"
      aria-label={t('suppliers.note')}
      onSubmit={(event) => {
        event.preventDefault();
        if (problem === null) void submit();
      }}
    >
      <SegmentedControl
        size="xs"
        aria-label={t('suppliers.plan.kind')}
        value={kind}
        onChange={(value) => draft.change({ kind: value as ContactKind })}
        data={CONTACT_KINDS.map((value) => ({ value, label: t(`suppliers.column.${value}`) }))}
      />
      <Group grow align="flex-start">
        <PartialDateField
          label={t('suppliers.entry.when')}
          value={when}
          onChange={(value) => draft.change({ when: value })}
        />
        <Select
          clearable
          label={t('suppliers.programme')}
          placeholder={t('suppliers.programme.none')}
          data={programmes.map(({ id, name }) => ({ value: id, label: local(name) }))}
          value={programmeId}
          onChange={(value) => draft.change({ programmeId: value })}
        />
      </Group>
      <TextInput
        label={t('suppliers.entry.text')}
        value={text}
        onChange={(event) => draft.change({ text: event.currentTarget.value })}
      />
      <FormButtons draft={draft} size="xs" onClose={onClose}>
        <Button type="submit" size="xs" disabled={problem !== null}>
          {t('suppliers.note.do')}
        </Button>
      </FormButtons>
    </Stack>
  );
}
