import { Badge, Group, Text } from '@mantine/core';
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { Pair } from '#shared/coding/agreement.ts';
import type { Difference } from '#shared/coding/differences.ts';
import { choiceOf } from '#shared/edit/reconcile.ts';
import type { Id } from '#shared/model/basics.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { IssueBadge } from '../../ui/issue-badge.tsx';
import { useRowsInView } from '../../ui/use-rows-in-view.ts';
import classes from './coders.module.css';
import { issuesOf } from './filter.ts';
import { nameShown } from './name-shown.ts';
import type { ComparedCoders } from './use-comparison.ts';

/** A first guess of a row's height in CSS pixels; each is measured once it is drawn. */
const ESTIMATED_HEIGHT = 84;

/** The differences in the order of the text; arrows walk, letters settle. */
export function DifferenceList({
  ref,
  compared,
  pair,
  shown,
  at,
  onChoose,
  onKeyDown,
}: {
  ref: Ref<HTMLDivElement>;
  compared: ComparedCoders;
  pair: Pair;
  shown: readonly Difference[];
  at: number;
  onChoose: (id: Id) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}) {
  const { t } = useSpeech();
  const frame = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => frame.current as HTMLDivElement);
  const virtualizer = useRowsInView({
    count: shown.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ESTIMATED_HEIGHT,
    getItemKey: (index) => shown[index]?.id ?? index,
    overscan: 6,
  });
  useEffect(() => virtualizer.scrollToIndex(at, { align: 'auto' }), [virtualizer, at]);
  const active = shown[at];
  const names = { a: nameShown(pair.a, t), b: nameShown(pair.b, t) };

  return (
    <div
      ref={frame}
      className={classes.list}
      role="listbox"
      tabIndex={0}
      aria-label={t('coders.differences')}
      aria-activedescendant={active ? `difference-${active.id}` : undefined}
      onKeyDown={onKeyDown}
      data-testid="differences"
    >
      <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const one = shown[index];
          return (
            one && (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys
              // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus
              <div
                key={key}
                id={`difference-${one.id}`}
                role="option"
                aria-selected={index === at}
                data-index={index}
                ref={virtualizer.measureElement}
                className={classes.item}
                data-settled={choiceOf(one) !== 'open' || undefined}
                style={{ transform: `translateY(${start}px)` }}
                onClick={() => onChoose(one.id)}
              >
                <Group gap={6} justify="space-between" wrap="nowrap">
                  <Text size="xs" c="dimmed" truncate>
                    {t(`coders.kind.${one.kind}`, names)}
                  </Text>
                  <Outcome difference={one} names={names} />
                </Group>
                <Group gap="xs">
                  {issuesOf(one).map((id) => {
                    const issue = compared.issues.get(id);
                    return issue && <IssueBadge key={id} issue={issue} />;
                  })}
                </Group>
                <Text size="sm" lineClamp={2}>
                  {[...one.a, ...one.b][0]?.passage.quote}
                </Text>
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

/** What was chosen, in one word. */
function Outcome({ difference, names }: { difference: Difference; names: { a: string; b: string } }) {
  const { t } = useSpeech();
  const choice = choiceOf(difference);
  if (choice === 'open') return null;
  const single = difference.a.length === 0 || difference.b.length === 0;
  const word =
    choice === 'mixed'
      ? t('coders.fate.accepted')
      : choice === 'neither' || !single
        ? t(choice === 'neither' && single ? 'coders.fate.rejected' : `coders.choice.${choice}`, names)
        : t('coders.fate.accepted');
  return (
    <Badge size="xs" color={choice === 'neither' ? 'gray' : 'ai'}>
      {word}
    </Badge>
  );
}
