import {
  Button,
  Group,
  MultiSelect,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { AdviceFields } from '#shared/edit/coding.ts';
import { ADVICE_KINDS, type AdviceKind } from '#shared/model/advice.ts';
import { type Id, PartialDate } from '#shared/model/basics.ts';
import { type Issue, isActive } from '#shared/model/issue.ts';
import { matchIssues } from '#shared/taxonomy/match.ts';
import { useSpeech } from '../../../ui/i18n.tsx';

/** Takes a selected passage down as advice: its kind, the issues it bears on, and the office's own words for it. */
export function AdviceForm({
  quote,
  issues,
  initialIssueIds,
  onSave,
  onCancel,
}: {
  quote: string;
  issues: readonly Issue[];
  initialIssueIds: readonly Id[];
  onSave: (fields: AdviceFields) => void;
  onCancel: () => void;
}) {
  const { t, local } = useSpeech();
  const [kind, setKind] = useState<AdviceKind>('urge');
  const [issueIds, setIssueIds] = useState<string[]>([...initialIssueIds]);
  const [restatement, setRestatement] = useState('');
  const [addressee, setAddressee] = useState('');
  const [due, setDue] = useState('');
  const dueStands = due.trim() === '' || PartialDate.safeParse(due.trim()).success;
  const [choosing, setChoosing] = useState(false);
  const kinds = useRef<HTMLDivElement>(null);
  // Whoever came by a key goes on by keys: arrows choose the kind, Tab leads on, Ctrl+Enter takes down.
  useEffect(() => {
    kinds.current?.querySelector<HTMLElement>('input:checked')?.focus({ preventScroll: true });
  }, []);
  const choices = issues.filter((issue) => isActive(issue) || issueIds.includes(issue.id));
  const save = () => {
    if (!dueStands) return;
    onSave({
      kind,
      issueIds,
      restatement: restatement.trim(),
      addressee: addressee.trim(),
      due: due.trim() === '' ? null : due.trim(),
    });
  };

  return (
    <Stack
      w={420}
      gap="xs"
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
        else if (event.key === 'Escape') onCancel();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <Text size="sm" c="dimmed" lineClamp={3}>
        {quote}
      </Text>
      <div>
        <Text size="sm" fw={500} mb={2}>
          {t('desk.advice.kind')}
        </Text>
        <SegmentedControl
          ref={kinds}
          aria-label={t('desk.advice.kind')}
          fullWidth
          size="xs"
          value={kind}
          onChange={(value) => setKind(value as AdviceKind)}
          data={ADVICE_KINDS.map((value) => ({ value, label: t(`adviceKind.${value}`) }))}
        />
      </div>
      <MultiSelect
        label={t('desk.advice.issues')}
        size="sm"
        searchable
        hidePickedOptions
        comboboxProps={{ withinPortal: false }}
        data={choices.map((issue) => ({ value: issue.id, label: local(issue.name) }))}
        // By letters of a name or synonym in any language, as the picker of codings does.
        filter={({ options, search }) => {
          const fitting = new Set(matchIssues(choices, search).map(({ issue }) => issue.id));
          return options.filter((option) => 'value' in option && fitting.has(option.value));
        }}
        dropdownOpened={choosing}
        onDropdownOpen={() => setChoosing(true)}
        onDropdownClose={() => setChoosing(false)}
        value={issueIds}
        onChange={(chosen) => {
          setIssueIds(chosen);
          // Open, the list would cover what is to be filled in next.
          setChoosing(false);
        }}
      />
      <Textarea
        label={t('desk.advice.restatement')}
        autosize
        minRows={2}
        maxRows={6}
        value={restatement}
        onChange={(event) => setRestatement(event.currentTarget.value)}
      />
      <Group grow align="flex-start" gap="xs">
        <TextInput
          label={t('desk.advice.addressee')}
          value={addressee}
          onChange={(event) => setAddressee(event.currentTarget.value)}
        />
        <TextInput
          label={t('desk.advice.due')}
          placeholder="2026-03"
          value={due}
          error={dueStands ? undefined : t('desk.advice.due.hint')}
          onChange={(event) => setDue(event.currentTarget.value)}
        />
      </Group>
      <Group justify="flex-end" gap="xs">
        <Button variant="subtle" size="xs" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button size="xs" onClick={save} disabled={!dueStands}>
          {t('desk.advice.save')}
        </Button>
      </Group>
    </Stack>
  );
}
