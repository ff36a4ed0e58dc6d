import { Box, Group, Progress, SegmentedControl, Select, Switch, Text } from '@mantine/core';
import { IconChecks, IconUsers } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Pair } from '#shared/coding/agreement.ts';
import { DIFFERENCE_KINDS, type Difference, type DifferenceKind } from '#shared/coding/differences.ts';
import { type Choice, choiceOf, reconcile } from '#shared/edit/reconcile.ts';
import type { Id } from '#shared/model/basics.ts';
import { commit } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useCommands } from '../../ui/commands.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import classes from './coders.module.css';
import { differenceCommands } from './commands.ts';
import { DifferenceDetail } from './difference-detail.tsx';
import { DifferenceList } from './difference-list.tsx';
import { countByKind, type DifferenceFilter, issuesOf, passes } from './filter.ts';
import { nameShown } from './name-shown.ts';
import type { ComparedCoders } from './use-comparison.ts';

/** What differs, walked through and settled one by one. */
export function Differences({
  compared,
  pair,
  differences,
  filter,
  onFilter,
}: {
  compared: ComparedCoders;
  pair: Pair;
  differences: readonly Difference[];
  filter: DifferenceFilter;
  onFilter: (filter: DifferenceFilter) => void;
}) {
  const { t, local } = useSpeech();
  const attempt = useAttempt();
  const [activeId, setActiveId] = useState<Id | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => differences.filter((one) => passes(one, filter)), [differences, filter]);
  const settled = useMemo(() => differences.filter((one) => choiceOf(one) !== 'open').length, [differences]);
  const at = Math.max(
    0,
    shown.findIndex(({ id }) => id === activeId),
  );
  const active = shown[at];

  useEffect(() => list.current?.focus({ preventScroll: true }), []);

  const walk = (by: 1 | -1) => {
    const next = shown[Math.max(0, Math.min(shown.length - 1, at + by))];
    if (next) setActiveId(next.id);
  };
  const settle = (choice: Choice) => {
    if (!active || choiceOf(active) === choice) return;
    // What is settled may leave the list: the next one is chosen while it is still known.
    const next = choice === 'open' ? active : (shown[at + 1] ?? shown[at - 1]);
    const [issueId] = issuesOf(active);
    const issue = issueId ? local(compared.issues.get(issueId)?.name) : '';
    const key = choice === 'open' ? 'change.coders.reopen' : 'change.coders.settle';
    void attempt(async () => {
      await commit({ key, params: { issue } }, (draft) => reconcile(draft, active, choice));
      if (next && shown[at + 1]) setActiveId(next.id);
      else if (filter.openOnly && next) setActiveId(next.id);
      list.current?.focus({ preventScroll: true });
    });
  };
  const onKeyDown = useCommands(differenceCommands, {
    'coders.next': () => walk(1),
    'coders.previous': () => walk(-1),
    'coders.a': () => settle('a'),
    'coders.b': () => settle('b'),
    'coders.both': () => settle('both'),
    'coders.neither': () => settle('neither'),
    'coders.open': () => settle('open'),
  });

  if (differences.length === 0)
    return (
      <EmptyState icon={IconChecks} title={t('coders.none.title')}>
        {t('coders.none.text')}
      </EmptyState>
    );
  return (
    <div className={classes.differences}>
      <Filters
        compared={compared}
        pair={pair}
        differences={differences}
        filter={filter}
        settled={settled}
        onFilter={onFilter}
      />
      {shown.length === 0 || !active ? (
        <EmptyState
          icon={settled === differences.length ? IconChecks : IconUsers}
          title={settled === differences.length ? t('coders.allSettled') : t('coders.none.title')}
        >
          {t('coders.none.filtered')}
        </EmptyState>
      ) : (
        <div className={classes.split}>
          <DifferenceList
            ref={list}
            compared={compared}
            pair={pair}
            shown={shown}
            at={at}
            onChoose={setActiveId}
            onKeyDown={onKeyDown}
          />
          <DifferenceDetail
            key={active.id}
            compared={compared}
            pair={pair}
            difference={active}
            place={t('coders.position', { at: at + 1, count: shown.length })}
            onChoose={settle}
          />
        </div>
      )}
    </div>
  );
}

function Filters({
  compared,
  pair,
  differences,
  filter,
  settled,
  onFilter,
}: {
  compared: ComparedCoders;
  pair: Pair;
  differences: readonly Difference[];
  filter: DifferenceFilter;
  settled: number;
  onFilter: (filter: DifferenceFilter) => void;
}) {
  const { t, local } = useSpeech();
  const counts = countByKind(differences);
  const names = { a: nameShown(pair.a, t), b: nameShown(pair.b, t) };
  const used = new Set(differences.flatMap(issuesOf));
  return (
    <Group gap="sm" py="xs">
      <SegmentedControl
        size="xs"
        maw="100%"
        aria-label={t('coders.filter.kind')}
        value={filter.kind ?? ''}
        onChange={(kind) => onFilter({ ...filter, kind: (kind || null) as DifferenceKind | null })}
        data={[
          { value: '', label: t('coders.filter.all', { count: differences.length }) },
          ...DIFFERENCE_KINDS.map((kind) => ({
            value: kind,
            label: t('coders.kind.count', { kind: t(`coders.kind.${kind}`, names), count: counts[kind] }),
          })),
        ]}
      />
      <Select
        size="xs"
        w={220}
        clearable
        searchable
        placeholder={t('coders.filter.issue')}
        aria-label={t('coders.filter.issue')}
        data={[...used].map((id) => ({ value: id, label: local(compared.issues.get(id)?.name) }))}
        value={filter.issueId}
        onChange={(issueId) => onFilter({ ...filter, issueId })}
      />
      <Switch
        size="xs"
        label={t('coders.filter.open')}
        checked={filter.openOnly}
        onChange={(event) => onFilter({ ...filter, openOnly: event.currentTarget.checked })}
      />
      <Box flex="1 1 140px" maw={260}>
        <Progress
          value={(settled / differences.length) * 100}
          size="sm"
          aria-label={t('coders.progress', { settled, total: differences.length })}
        />
        <Text size="xs" c="dimmed" data-testid="coders-progress">
          {t('coders.progress', { settled, total: differences.length })}
        </Text>
      </Box>
    </Group>
  );
}
