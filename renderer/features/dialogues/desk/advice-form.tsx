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
import { PartialDate } from '#shared/model/basics.ts';
import { type Issue, isActive } from '#shared/model/issue.ts';
import { matchIssues } from '#shared/taxonomy/match.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import type { AdviceDraft } from './state.ts';

/** Takes a selected passage down as advice: its kind, the issues it bears on, and the office's own words for it. */
export function AdviceForm({
  quote,
  issues,
  draft,
  onChange,
  onSave,
  onCancel,
}: {
  quote: string;
  issues: readonly Issue[];
  /** What the form says so far. */
  draft: AdviceDraft;
  onChange: (draft: AdviceDraft) => void;
  onSave: (fields: AdviceFields) => void;
  onCancel: () => void;
}) {
  const { t, local } = useSpeech();
  const { kind, issueIds, restatement, addressee, due } = draft;
  const change = (fields: Partial<AdviceDraft>) => onChange({ ...draft, ...fields });
  const isDueValid = due.trim() === '' || PartialDate.safeParse(due.trim()).success;
  const [choosing, setChoosing] = useState(false);
  const kinds = useRef<HTMLDivElement>(null);
  // Whoever came by a key goes on by keys: arrows choose the kind, Tab leads on, Ctrl+Enter takes down.
  useEffect(() => {
    kinds.current?.querySelector<HTMLElement>('input:checked')?.focus({ preventScroll: true });
  }, []);
  const choices = issues.filter((issue) => isActive(issue) || issueIds.includes(issue.id));
  const save = () => {
    if (!isDueValid) return;
    onSave({
      kind,
      issueIds: [...issueIds],
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
          onChange={(value) => change({ kind: value as AdviceKind })}
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
        value={[...issueIds]}
        onChange={(chosen) => {
          change({ issueIds: chosen });
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
        onChange={(event) => change({ restatement: event.currentTarget.value })}
      />
      <Group grow align="flex-start" gap="xs">
        <TextInput
          label={t('desk.advice.addressee')}
          value={addressee}
          onChange={(event) => change({ addressee: event.currentTarget.value })}
        />
        <TextInput
          label={t('desk.advice.due')}
          placeholder="2026-03"
          value={due}
          error={isDueValid ? undefined : t('desk.advice.due.hint')}
          onChange={(event) => change({ due: event.currentTarget.value })}
        />
      </Group>
      <Group justify="flex-end" gap="xs">
        <Button variant="subtle" size="xs" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button size="xs" onClick={save} disabled={!isDueValid}>
          {t('desk.advice.save')}
        </Button>
      </Group>
    </Stack>
  );
}
