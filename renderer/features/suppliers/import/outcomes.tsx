import { Button, Group, NativeSelect, SegmentedControl, Stack, Text } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { type Choice, type Choices, choiceOf } from '#shared/suppliers/list/choices.ts';
import type { Offer, RowOutcome } from '#shared/suppliers/list/offers.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { useRowsInView } from '../../../ui/use-rows-in-view.ts';
import classes from '../suppliers.module.css';
import type { Suppliers } from '../use-suppliers.ts';
import { RowWords } from './row-words.tsx';

/** Kinds of outcomes, in the order in which they are looked through: first what waits for a decision. */
const GROUPS = ['doubt', 'changed', 'new', 'same', 'refused', 'left'] as const;
type GroupId = (typeof GROUPS)[number];

function groupOf(outcome: RowOutcome): GroupId {
  if (outcome.kind !== 'offer') return outcome.kind;
  return outcome.doubt ? 'doubt' : outcome.verdict;
}

export interface OutcomesProps {
  readonly outcomes: readonly RowOutcome[];
  readonly choices: Choices;
  /** Null = as if nothing had been decided. */
  readonly onChoose: (rows: readonly number[], choice: (row: number) => Choice | null) => void;
  readonly suppliers: Suppliers;
}

/** What becomes of each row of the file, and what a person decides on it. */
export function Outcomes({ outcomes, choices, onChoose, suppliers }: OutcomesProps) {
  const { t } = useSpeech();
  const groups = useMemo(() => {
    const found: Record<GroupId, RowOutcome[]> = {
      doubt: [],
      changed: [],
      new: [],
      same: [],
      refused: [],
      left: [],
    };
    for (const outcome of outcomes) found[groupOf(outcome)].push(outcome);
    return found;
  }, [outcomes]);
  const [wanted, setWanted] = useState<GroupId | null>(null);
  const filled = GROUPS.filter((group) => groups[group].length > 0);
  const shown = wanted !== null && groups[wanted].length > 0 ? wanted : (filled[0] ?? 'left');
  const names = useMemo(() => new Map(suppliers.rows.map(({ id, name }) => [id, name])), [suppliers.rows]);
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <SegmentedControl
          size="xs"
          aria-label={t('suppliers.import.rows')}
          value={shown}
          onChange={(value) => setWanted(value as GroupId)}
          data={filled.map((value) => ({
            value,
            label: t(`suppliers.import.group.${value}`, { count: groups[value].length }),
          }))}
        />
        <Bulk group={shown} rows={groups[shown]} onChoose={onChoose} />
      </Group>
      <List key={shown} rows={groups[shown]} choices={choices} onChoose={onChoose} names={names} />
      <Text size="xs" c="dimmed">
        {t(`suppliers.import.hint.${shown}`)}
      </Text>
    </Stack>
  );
}

interface BulkProps extends Pick<OutcomesProps, 'onChoose'> {
  readonly group: GroupId;
  readonly rows: readonly RowOutcome[];
}

/** The same decision on all rows of a group. */
function Bulk({ group, rows, onChoose }: BulkProps) {
  const { t } = useSpeech();
  const offers = rows.filter((one): one is Offer => one.kind === 'offer');
  const byRow = new Map(offers.map((one) => [one.row, one]));
  const all = (choice: (offer: Offer) => Choice) =>
    onChoose([...byRow.keys()], (row) => {
      const offer = byRow.get(row);
      return offer ? choice(offer) : null;
    });
  const button = (label: string, choice: (offer: Offer) => Choice) => (
    <Button size="xs" variant="default" onClick={() => all(choice)}>
      {label}
    </Button>
  );
  if (group === 'changed')
    return (
      <Group gap="xs">
        {button(t('suppliers.import.all.change'), sameAs)}
        {button(t('suppliers.import.all.leave'), () => ({ do: 'leave' }))}
      </Group>
    );
  if (group !== 'doubt') return null;
  return (
    <Group gap="xs">
      {button(t('suppliers.import.all.same'), sameAs)}
      {button(t('suppliers.import.all.separate'), () => ({ do: 'new' }))}
      {button(t('suppliers.import.all.leave'), () => ({ do: 'leave' }))}
    </Group>
  );
}

/** The supplier that a row seems to be: the only one that is alike, or that of the earlier row. */
function sameAs({ existing, doubt }: Offer): Choice {
  if (existing !== null) return { do: 'into', id: existing };
  if (doubt?.kind === 'twin') return { do: 'join', row: doubt.row };
  const [id] = doubt?.ids ?? [];
  return id === undefined ? { do: 'new' } : { do: 'into', id };
}

const ROW = 56;

interface ListProps extends Pick<OutcomesProps, 'choices' | 'onChoose'> {
  readonly rows: readonly RowOutcome[];
  readonly names: ReadonlyMap<string, string>;
}

function List({ rows, choices, onChoose, names }: ListProps) {
  const { t } = useSpeech();
  const frame = useRef<HTMLDivElement>(null);
  const virtualizer = useRowsInView({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    getItemKey: (index) => rows[index]?.row ?? index,
    overscan: 8,
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a set of fields would be laid out as one
    <div
      ref={frame}
      className={classes.outcomes}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      role="group"
      aria-label={t('suppliers.import.rows')}
    >
      <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const outcome = rows[index];
          return (
            outcome && (
              <div
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                data-testid="supplier-outcome"
                className={classes.offer}
                style={{ position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${start}px)` }}
              >
                <RowWords outcome={outcome} />
                {outcome.kind === 'offer' && (
                  <ChoiceField offer={outcome} choices={choices} onChoose={onChoose} names={names} />
                )}
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

interface ChoiceFieldProps extends Pick<ListProps, 'choices' | 'onChoose' | 'names'> {
  readonly offer: Offer;
}

/** What is done with a row. */
function ChoiceField({ offer, choices, onChoose, names }: ChoiceFieldProps) {
  const { t } = useSpeech();
  const { row, verdict, doubt, existing } = offer;
  if (verdict === 'same' && !doubt)
    return (
      <Text size="xs" c="dimmed">
        {t('suppliers.import.nothing')}
      </Text>
    );
  const choice = choiceOf(offer, choices);
  const options: { readonly key: string; readonly label: string; readonly choice: Choice | null }[] = [
    ...(doubt ? [{ key: '', label: t('suppliers.import.decide'), choice: null }] : []),
    ...(existing
      ? [
          {
            key: existing,
            label: t('suppliers.import.change'),
            choice: { do: 'into', id: existing } as const,
          },
        ]
      : []),
    ...(doubt?.kind === 'alike'
      ? doubt.ids.map((id) => ({
          key: id,
          label: t('suppliers.import.into', { name: names.get(id) ?? '' }),
          choice: { do: 'into', id } as const,
        }))
      : []),
    ...(doubt?.kind === 'twin' && !existing
      ? [
          {
            key: 'join',
            label: t('suppliers.import.join', { row: doubt.row }),
            choice: { do: 'join', row: doubt.row } as const,
          },
        ]
      : []),
    ...(existing ? [] : [{ key: 'new', label: t('suppliers.import.asNew'), choice: { do: 'new' } as const }]),
    { key: 'leave', label: t('suppliers.import.leave'), choice: { do: 'leave' } },
  ];
  return (
    <NativeSelect
      size="xs"
      aria-label={t('suppliers.import.choice', { row })}
      data={options.map(({ key, label }) => ({ value: key, label }))}
      value={choice === null ? '' : choice.do === 'into' ? choice.id : choice.do}
      onChange={(event) => {
        const next = options.find(({ key }) => key === event.currentTarget.value)?.choice ?? null;
        onChoose([row], () => next);
      }}
    />
  );
}
