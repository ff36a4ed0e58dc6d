import { Box, Group, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Issue } from '#shared/model/issue.ts';
import { matchIssues } from '#shared/taxonomy/match.ts';
import { useSpeech } from './i18n.tsx';
import { IssueBadge } from './issue-badge.tsx';
import { KeyHint } from './key-hint.tsx';

const MOST_SHOWN = 8;
const NEW_ID = 'issue-picker-new';

export interface IssuePickerProps {
  readonly issues: readonly Issue[];
  /** In CSS pixels; absent = as wide as what it stands in. */
  readonly width?: number | undefined;
  /** What was typed before the picker had the focus, a line break for Enter: taken over, and emptied, when it has. */
  readonly begun?: { current: string } | undefined;
  /** The key that codes to an issue without the picker. */
  readonly digitOf?: ReadonlyMap<Id, number> | undefined;
  /** What the keys do, in words. */
  readonly hint: string;
  /** Told which issue Enter would choose. */
  readonly onHighlight?: ((issue: Issue | null) => void) | undefined;
  readonly onChoose: (issueId: IdOf<'issues'>) => void;
  /** Chosen with Shift held; absent = the same as without. */
  readonly onAdvise?: ((issueId: IdOf<'issues'>) => void) | undefined;
  /** What was heard is on no list yet: chooses an issue that is put on it now. Absent = that is not offered. */
  readonly onNew?: ((name: string) => void) | undefined;
  readonly onCancel: () => void;
}

/** Chooses an issue by a few letters of its name in any language; arrows move, Enter chooses. */
export function IssuePicker({
  issues,
  width,
  begun,
  digitOf,
  hint,
  onHighlight,
  onChoose,
  onAdvise = onChoose,
  onNew,
  onCancel,
}: IssuePickerProps) {
  const { t, local } = useSpeech();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  // Only ever chosen on purpose: Enter after a slip of the finger puts nothing on the list.
  const [newChosen, setNewChosen] = useState(false);
  const newName = onNew ? query.trim() : '';
  const matches = useMemo(
    () => matchIssues(issues, query).slice(0, query === '' ? issues.length : MOST_SHOWN),
    [issues, query],
  );
  const current = newChosen ? undefined : matches[Math.min(chosen, matches.length - 1)];

  const highlighted = current?.issue ?? null;
  useEffect(() => onHighlight?.(highlighted), [onHighlight, highlighted]);

  return (
    <Box w={width ?? '100%'}>
      <TextInput
        data-autofocus
        autoFocus
        value={query}
        role="combobox"
        aria-expanded
        aria-controls="issue-picker-list"
        aria-activedescendant={newChosen ? NEW_ID : current ? `issue-${current.issue.id}` : undefined}
        placeholder={t('desk.picker.placeholder')}
        aria-label={t('desk.picker.placeholder')}
        onFocus={() => {
          const [letters = '', ...entered] = begun?.current.split('\n') ?? [];
          if (begun) begun.current = '';
          if (letters === '' && entered.length === 0) return;
          const [meant] = matchIssues(issues, letters + query);
          if (entered.length > 0 && meant) onChoose(meant.issue.id);
          else setQuery(letters + query);
        }}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setChosen(0);
          setNewChosen(false);
        }}
        onKeyDown={(event) => {
          // Enter that ends a Japanese conversion is the input method's, not ours.
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') {
            if (chosen < matches.length - 1) setChosen(chosen + 1);
            else if (newName !== '') setNewChosen(true);
          } else if (event.key === 'ArrowUp') {
            if (newChosen) setNewChosen(false);
            else setChosen(Math.max(chosen - 1, 0));
          } else if (event.key === 'Enter' && newChosen) onNew?.(newName);
          else if (event.key === 'Escape') onCancel();
          else if (event.key === 'Enter' && current) {
            if (event.shiftKey) onAdvise(current.issue.id);
            else onChoose(current.issue.id);
          } else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {/* As high with one match as with all: a list that shrinks would jump to the other side of the words. */}
      <Box id="issue-picker-list" role="listbox" mt={4} h={300} style={{ overflowY: 'auto' }}>
        {matches.map(({ issue, matched }) => (
          <UnstyledButton
            key={issue.id}
            id={`issue-${issue.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={issue === current?.issue}
            w="100%"
            px="xs"
            py={5}
            ref={issue === current?.issue ? bringIntoView : null}
            bg={issue === current?.issue ? 'var(--mantine-color-default-hover)' : 'transparent'}
            onClick={(event) => (event.shiftKey ? onAdvise(issue.id) : onChoose(issue.id))}
          >
            <Group gap="xs" wrap="nowrap" justify="space-between">
              <Group gap={0} wrap="nowrap" miw={0}>
                <IssueBadge issue={issue} />
                {digitOf?.has(issue.id) && <KeyHint keys={String(digitOf.get(issue.id))} />}
              </Group>
              {matched !== '' && matched !== local(issue.name) && (
                <Text size="xs" c="dimmed" truncate maw={150} style={{ flex: 'none' }}>
                  {t('desk.picker.matched', { word: matched })}
                </Text>
              )}
            </Group>
          </UnstyledButton>
        ))}
        {matches.length === 0 && (
          <Text size="sm" c="dimmed" p="xs">
            {t('desk.picker.none', { query })}
          </Text>
        )}
        {newName !== '' && (
          <UnstyledButton
            id={NEW_ID}
            role="option"
            tabIndex={-1}
            aria-selected={newChosen}
            w="100%"
            px="xs"
            py={5}
            ref={newChosen ? bringIntoView : null}
            bg={newChosen ? 'var(--mantine-color-default-hover)' : 'transparent'}
            onClick={() => onNew?.(newName)}
          >
            <Group gap="xs" wrap="nowrap">
              <IconPlus size={14} aria-hidden />
              <Text size="sm" truncate>
                {t('desk.picker.new', { name: newName })}
              </Text>
            </Group>
          </UnstyledButton>
        )}
      </Box>
      <Text size="xs" c="dimmed" mt={4}>
        {hint}
      </Text>
    </Box>
  );
}

function bringIntoView(element: Element | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
