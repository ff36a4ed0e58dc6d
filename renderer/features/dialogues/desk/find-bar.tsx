import { ActionIcon, Anchor, Loader, Text, TextInput, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { describeProblem } from '#shared/i18n/index.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { go, links } from '../../../ui/links.ts';
import classes from './desk.module.css';
import type { Find } from './use-find.ts';

/** What is looked for in the dialogue, how many hits there are, and the way from one to the next. */
export function FindBar({
  find,
  query,
  focus,
}: {
  readonly find: Find;
  readonly query: string;
  /** Each new number puts the cursor into the field; 0 = it is left where it is. */
  readonly focus: number;
}) {
  const { hits, at, asking, problem, seek, walk, close } = find;
  const { count } = hits.found;
  const { t } = useSpeech();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focus === 0) return;
    field.current?.focus();
    field.current?.select();
  }, [focus]);
  const asked = query.trim() !== '';
  return (
    <search aria-label={t('desk.find')} data-testid="find-bar">
      <div className={classes.find}>
        <TextInput
          ref={field}
          data-own-escape
          size="xs"
          w={260}
          value={query}
          placeholder={t('desk.find.placeholder')}
          aria-label={t('desk.find')}
          spellCheck={false}
          autoComplete="off"
          leftSection={asking ? <Loader size={12} /> : <IconSearch size={14} />}
          onChange={(event) => seek(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter' || event.key === 'F3') walk(event.shiftKey ? -1 : 1);
            else if (event.key === 'Escape') close();
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        />
        <Text size="xs" c="dimmed" role="status" className={classes.findCount}>
          {problem
            ? describeProblem(t, problem)
            : !asked
              ? ''
              : count > 0
                ? t('desk.find.count', { at: at + 1, count })
                : t(asking ? 'desk.find.reading' : 'desk.find.none')}
        </Text>
        {(
          [
            ['desk.find.previous', -1, IconChevronUp, 'Shift+F3'],
            ['desk.find.next', 1, IconChevronDown, 'F3'],
          ] as const
        ).map(([label, by, Icon, keys]) => (
          <Tooltip key={label} label={`${t(label)} (${keys})`}>
            <ActionIcon
              variant="subtle"
              size="sm"
              aria-label={t(label)}
              disabled={count === 0}
              // Whoever walks by the mouse goes on reading, or typing, where they were.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => walk(by)}
            >
              <Icon size={15} />
            </ActionIcon>
          </Tooltip>
        ))}
        {asked && (
          <Anchor
            component="button"
            type="button"
            size="xs"
            style={{ whiteSpace: 'nowrap' }}
            onClick={() => go(links.search(query))}
          >
            {t('desk.find.all')}
          </Anchor>
        )}
        <Tooltip label={`${t('desk.find.close')} (Esc)`}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            ml="auto"
            aria-label={t('desk.find.close')}
            onClick={close}
          >
            <IconX size={15} />
          </ActionIcon>
        </Tooltip>
      </div>
      {asked && !problem && <Unquoted phrases={hits.found.unquoted} />}
    </search>
  );
}

/** Says that a phrase was looked for by its words: it stands nowhere so. */
function Unquoted({ phrases }: { readonly phrases: readonly string[] }) {
  const { t } = useSpeech();
  if (phrases.length === 0) return null;
  const quoted = phrases.map((words) => t('search.quoted', { words })).join(t('search.separator'));
  return (
    <Text size="xs" role="status" className={classes.findNote} data-testid="find-unquoted">
      {t('search.unquoted', { phrases: quoted })}
    </Text>
  );
}
