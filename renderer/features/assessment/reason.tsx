import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core';
import { IconPlus, IconQuote, IconX } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import { needsRationale } from '#shared/assessment/progress.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { Rating } from '#shared/model/rating.ts';
import type { RoundRecord } from '#shared/model/record.ts';
import type { Round } from '#shared/model/round.ts';
import { scaleGaps, scaleSize } from '#shared/model/scale.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { SavedText } from '../../ui/saved-text.tsx';
import { carriedPassage, carriesPassage } from './drag.ts';
import { PassagePicker } from './passage-picker.tsx';
import classes from './reason.module.css';
import type { RatingEdits } from './use-rating.ts';
import { useCited } from './words.ts';

export interface ReasonProps {
  readonly round: Round;
  readonly issue: Issue;
  readonly rating: Rating | undefined;
  readonly record: RoundRecord | null;
  readonly edits: RatingEdits;
  readonly disabled: boolean;
}

/** Why an assessor judged so: in words, and by the passages they rest on, which are dropped here or picked. */
export function Reason({ round, issue, rating, record, edits, disabled }: ReasonProps) {
  const { t } = useSpeech();
  const [over, setOver] = useState(false);
  const [picking, setPicking] = useState(false);
  const box = useRef<HTMLElement>(null);
  const needed = rating !== undefined && needsRationale(rating, scaleSize(round));

  const onDragOver = (event: DragEvent) => {
    if (disabled || !carriesPassage(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  };
  const onDrop = (event: DragEvent) => {
    setOver(false);
    if (disabled || !carriesPassage(event)) return;
    event.preventDefault();
    const passage = carriedPassage(event);
    if (passage) edits.cite(passage, true);
  };
  return (
    <section
      ref={box}
      className={classes.reason}
      aria-label={t('rating.rationale')}
      data-over={over || undefined}
      data-testid="reason"
      onDragOver={onDragOver}
      onDragLeave={(event) => {
        if (!box.current?.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={onDrop}
    >
      <div data-field="rationale" data-needed={needed || undefined}>
        <SavedText
          multiline
          maxRows={10}
          label={t('rating.rationale')}
          description={needed ? t('rating.rationale.needed', scaleGaps(scaleSize(round))) : undefined}
          placeholder={t('rating.rationale.placeholder')}
          value={rating?.rationale ?? ''}
          disabled={disabled}
          onSave={(rationale) => edits.remark({ rationale })}
        />
      </div>
      <Group justify="space-between" mt="xs" gap="xs">
        <Text size="xs" c="dimmed">
          {t(over ? 'rating.drop.now' : 'rating.drop')}
        </Text>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={12} />}
          disabled={disabled}
          onClick={() => setPicking(true)}
        >
          {t('rating.pick')}
        </Button>
      </Group>
      <Cited
        rating={rating}
        record={record}
        {...(disabled ? {} : { onRemove: (passageId) => edits.cite({ passageId, adviceIds: [] }, false) })}
      />
      {picking && (
        <PassagePicker
          round={round}
          issue={issue}
          cited={rating?.evidence.passageIds ?? []}
          onCite={edits.cite}
          onClose={() => setPicking(false)}
        />
      )}
    </section>
  );
}

export interface CitedProps {
  readonly rating: Rating | undefined;
  readonly record: RoundRecord | null;
  /** Absent = only to be read. */
  readonly onRemove?: (passageId: string) => void;
  /** Passages that stand elsewhere on the screen. */
  readonly except?: ReadonlySet<string>;
}

/** What a rating rests on, each passage one click from its place in the dialogue. */
export function Cited({ rating, record, onRemove, except }: CitedProps) {
  const { t, day } = useSpeech();
  const passageIds = (rating?.evidence.passageIds ?? []).filter((id) => !except?.has(id));
  const sources = rating?.evidence.sources ?? [];
  const quotes = useCited(passageIds, record);
  if (passageIds.length + sources.length === 0) return null;
  return (
    <ul className={classes.cited} aria-label={t('rating.cited.list')} data-testid="cited">
      {passageIds.map((id) => {
        const quote = quotes?.get(id);
        if (quotes && !quote)
          return (
            <li key={id}>
              <Text size="xs" c="dimmed">
                {t('rating.cited.gone')}
              </Text>
            </li>
          );
        if (!quote) return null;
        const { passage, dialogue } = quote;
        const source = [dialogue.title, day(dialogue.date)].filter(Boolean).join(' · ');
        return (
          <li key={id}>
            <Tooltip label={source}>
              <button
                type="button"
                className={classes.quote}
                lang={dialogue.language}
                onClick={() => go(links.passage(dialogue.id, passage.turnId, passage.id))}
              >
                <IconQuote size={12} aria-hidden />
                <span>{passage.quote}</span>
              </button>
            </Tooltip>
            {onRemove && (
              <ActionIcon size="xs" aria-label={t('rating.cited.remove')} onClick={() => onRemove(id)}>
                <IconX size={12} />
              </ActionIcon>
            )}
          </li>
        );
      })}
      {sources.map((source) => (
        <li key={source}>
          <Text size="xs" c="dimmed">
            {t('rating.source.of', { source })}
          </Text>
        </li>
      ))}
    </ul>
  );
}
