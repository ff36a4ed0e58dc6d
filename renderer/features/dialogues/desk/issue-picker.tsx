import { Box, Group, Kbd, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Id } from '#shared/model/basics.ts';
import type { Issue } from '#shared/model/issue.ts';
import { matchIssues } from '#shared/taxonomy/match.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { IssueBadge } from '../../../ui/issue-badge.tsx';

const MOST_SHOWN = 8;

/** Chooses an issue by a few letters of its name in any language; arrows move, Enter codes, Shift+Enter takes advice. */
export function IssuePicker({
  issues,
  onCode,
  onAdvise,
  onCancel,
}: {
  issues: readonly Issue[];
  onCode: (issueId: Id) => void;
  onAdvise: (issueId: Id) => void;
  onCancel: () => void;
}) {
  const { t, local } = useSpeech();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const matches = useMemo(
    () => matchIssues(issues, query).slice(0, query === '' ? issues.length : MOST_SHOWN),
    [issues, query],
  );
  const current = matches[Math.min(chosen, matches.length - 1)];

  return (
    <Box w={360}>
      <TextInput
        data-autofocus
        autoFocus
        value={query}
        role="combobox"
        aria-expanded
        aria-controls="issue-picker-list"
        aria-activedescendant={current ? `issue-${current.issue.id}` : undefined}
        placeholder={t('desk.picker.placeholder')}
        aria-label={t('desk.picker.placeholder')}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={(event) => {
          // Enter that ends a Japanese conversion is the input method's, not ours.
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') setChosen((index) => Math.min(index + 1, matches.length - 1));
          else if (event.key === 'ArrowUp') setChosen((index) => Math.max(index - 1, 0));
          else if (event.key === 'Escape') onCancel();
          else if (event.key === 'Enter' && current) {
            if (event.shiftKey) onAdvise(current.issue.id);
            else onCode(current.issue.id);
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
            ref={issue === current?.issue ? (element) => element?.scrollIntoView({ block: 'nearest' }) : null}
            bg={issue === current?.issue ? 'var(--mantine-color-default-hover)' : 'transparent'}
            onClick={(event) => (event.shiftKey ? onAdvise(issue.id) : onCode(issue.id))}
          >
            <Group gap="xs" wrap="nowrap" justify="space-between">
              <IssueBadge issue={issue} />
              {matched !== '' && matched !== local(issue.name) && (
                <Text size="xs" c="dimmed" truncate>
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
      </Box>
      <Text size="xs" c="dimmed" mt={4}>
        {t('desk.picker.hint')}
      </Text>
    </Box>
  );
}

export function KeyHint({ keys }: { keys: string }) {
  return (
    <Kbd size="xs" ml={6}>
      {keys}
    </Kbd>
  );
}
