import { Badge, Stack, Text } from '@mantine/core';
import type { DragEvent, ReactNode } from 'react';
import type { Advice } from '#shared/model/advice.ts';
import type { Attribution } from '#shared/model/attribution.ts';
import type { Dialogue } from '#shared/model/dialogue.ts';
import type { Passage } from '#shared/model/turn.ts';
import { AttributionBadge } from './attribution-badge.tsx';
import { ChangedMark } from './changed-mark.tsx';
import { useSpeech } from './i18n.tsx';
import { go, links } from './links.ts';
import { QuoteBlock } from './quote-block.tsx';

/** A passage with who said it, as far as it may be told, and the advice taken from it. */
export interface Evidence {
  readonly passage: Passage;
  readonly dialogue: Dialogue;
  readonly attribution: Attribution;
  readonly external: boolean;
  readonly advice: readonly Advice[];
}

export interface EvidenceListProps<T extends Evidence> {
  readonly rows: readonly T[];
  /** What stands at the end of a row: a sign, or a button. */
  readonly actionOf?: (row: T) => ReactNode;
  /** Present = rows can be dragged to where they are cited. */
  readonly onDragStart?: ((row: T, event: DragEvent) => void) | undefined;
}

/** Passages, each one click away from its place in the dialogue; advice leads to itself. */
export function EvidenceList<T extends Evidence>({ rows, actionOf, onDragStart }: EvidenceListProps<T>) {
  const { t, day } = useSpeech();
  return (
    <Stack gap="sm">
      {rows.map((row) => (
        <QuoteBlock
          key={row.passage.id}
          quote={row.passage.quote}
          lang={row.dialogue.language}
          lineClamp={4}
          onOpen={() => go(links.passage(row.dialogue.id, row.passage.turnId, row.passage.id))}
          source={
            <>
              <AttributionBadge attribution={row.attribution} />
              <Text span size="xs">
                {[row.dialogue.title, day(row.dialogue.date)].filter(Boolean).join(' · ')}
              </Text>
              <ChangedMark passage={row.passage} />
              {row.advice.map((advice) => (
                <Badge
                  key={advice.id}
                  component="button"
                  type="button"
                  size="sm"
                  title={advice.restatement}
                  style={{ cursor: 'pointer' }}
                  onClick={() => go(links.advice(advice.id))}
                >
                  {t(`adviceKind.${advice.kind}`)}
                </Badge>
              ))}
            </>
          }
          actions={actionOf?.(row)}
          onDragStart={onDragStart && ((event) => onDragStart(row, event))}
        />
      ))}
    </Stack>
  );
}
