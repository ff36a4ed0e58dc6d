import { Button, Paper, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Turn } from '#shared/model/turn.ts';
import { ChangedMark } from '../../../ui/changed-mark.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import classes from './desk.module.css';
import { MarkCard, type MarkCardContext } from './mark-card.tsx';
import { isOpen, markKey, type StoredMark } from './marks.ts';
import { Supported } from './supported.tsx';

export interface MarksPanelProps extends MarkCardContext {
  readonly turns: readonly Turn[];
  readonly marks: ReadonlyMap<Id, readonly StoredMark[]>;
  /** The first marked turn after those in view, round the end; null where nothing is marked. */
  readonly next: Id | null;
  readonly onShow: (turnId: IdOf<'turns'>) => void;
}

/** The advice and codings of the turns that are in view, in the order of the text. */
export function MarksPanel({ turns, marks, next, onShow, ...card }: MarksPanelProps) {
  const { speakerOf, issues, open, supports } = card;
  const { t } = useSpeech();
  const shown = turns.flatMap((turn) => (marks.get(turn.id) ?? []).map((mark) => ({ turn, mark })));
  const marked = new Set(shown.map(({ mark }) => mark.passage.id));
  // Cited in a rating without being coded or advice.
  const alsoCited = turns.flatMap((turn) =>
    (supports?.cited.get(turn.id) ?? []).flatMap((passage) =>
      marked.has(passage.id) ? [] : [{ turn, passage }],
    ),
  );
  const cards = shown.length + alsoCited.length;
  const list = useRef<HTMLDivElement>(null);
  const openShown = shown.some(({ mark }) => isOpen(mark, open));
  // The card of a mark that was opened in the text, or by a link, is brought into sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: which mark is open is what it depends on
  useEffect(() => {
    if (openShown) list.current?.querySelector('[data-open="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [open, openShown, supports !== undefined]);
  if (cards === 0 && next !== null) {
    return (
      <Stack gap="xs" p="xs" align="flex-start">
        <Text size="sm" c="dimmed">
          {t('desk.panel.elsewhere')}
        </Text>
        <Button size="compact-sm" variant="default" onClick={() => onShow(next)}>
          {t('desk.panel.next')}
        </Button>
      </Stack>
    );
  }
  if (cards === 0) {
    return (
      <Text size="sm" c="dimmed" p="xs">
        {t('desk.panel.empty')}
      </Text>
    );
  }
  return (
    <Stack gap="xs" ref={list}>
      {shown.map(({ turn, mark }) => (
        <MarkCard key={markKey(mark)} mark={mark} turn={turn} ofTurn={marks.get(turn.id) ?? []} {...card} />
      ))}
      {supports &&
        alsoCited.map(({ turn, passage }) => (
          <Paper key={passage.id} withBorder p="xs" className={classes.card} data-cited={passage.id}>
            <Text size="xs" c="dimmed" lineClamp={2}>
              {speakerOf(turn)} – {passage.quote}
            </Text>
            <ChangedMark passage={passage} />
            <Supported
              supports={supports.byPassage.get(passage.id) ?? []}
              rounds={supports.rounds}
              issues={issues}
            />
          </Paper>
        ))}
    </Stack>
  );
}
