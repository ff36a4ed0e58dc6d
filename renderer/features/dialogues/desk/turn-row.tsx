import { ActionIcon, Text, Tooltip } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { memo, type ReactNode, useMemo, useState } from 'react';
import { splitOverlaps } from '#shared/anchor/anchor.ts';
import type { Id } from '#shared/model/basics.ts';
import type { Participant } from '#shared/model/dialogue.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Turn } from '#shared/model/turn.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { PersonBadge } from '../../../ui/person-badge.tsx';
import { categoryColor, categoryLine } from './category-line.ts';
import classes from './desk.module.css';
import {
  clicked,
  fromInside,
  isInText,
  isOpen,
  type Mark,
  markKey,
  type OpenMark,
  type StoredMark,
} from './marks.ts';
import { SpeakerMenu } from './speaker-menu.tsx';
import { speakerInWords, turnElementId } from './speaker-words.ts';
import { Stripes } from './stripes.tsx';
import { START_ATTRIBUTE, TURN_ATTRIBUTE } from './text-selection.ts';

export interface TurnRowProps {
  readonly turn: Turn;
  readonly number: number;
  /** How many turns the dialogue has. */
  readonly count: number;
  readonly participant: Participant | null;
  readonly participants: readonly Participant[];
  readonly marks: readonly StoredMark[];
  /** What is shown and not stored: hits of a search, and the person's selection. */
  readonly passing: readonly Mark[];
  readonly active: boolean;
  /** The mark that is open in the panel, where it is of this turn. */
  readonly open: OpenMark | null;
  /** The key that codes to an issue. */
  readonly digitOf: ReadonlyMap<Id, number>;
  readonly onActivate: (turnId: string) => void;
  readonly onOpen: (mark: StoredMark) => void;
  readonly onEdit: (turnId: IdOf<'turns'>) => void;
  /** Stands in place of the text while it is corrected. */
  readonly editor?: ReactNode | undefined;
}

/** One turn: who speaks, the text with its marks, and a stripe in the margin for each. */
export const TurnRow = memo(function TurnRow(props: TurnRowProps) {
  const { turn, passing, open } = props;
  const marks = useMemo(() => props.marks.filter(isInText), [props.marks]);
  const { t, local } = useSpeech();
  // State and not a ref: the stripes are drawn before the text, and measure it once it is there.
  const [text, setText] = useState<HTMLDivElement | null>(null);
  /** The mark that a click would open: all of it shows while the pointer is over it. */
  const [hovered, setHovered] = useState<string | null>(null);
  const all = useMemo<Mark[]>(() => [...marks, ...passing], [marks, passing]);
  const segments = useMemo(() => splitOverlaps(turn.text.length, all), [turn.text, all]);
  const nameOf = (mark: StoredMark) =>
    mark.kind === 'coding'
      ? local(mark.issue.name)
      : [t(`adviceKind.${mark.advice.kind}`), mark.advice.restatement].filter(Boolean).join(': ');

  const speaker = speakerInWords(turn, props.participant, t);

  return (
    <article
      className={classes.turn}
      data-active={props.active}
      data-turn-row={turn.id}
      id={turnElementId(turn.id)}
      aria-label={t('desk.turn', { number: props.number, count: props.count, speaker })}
      aria-posinset={props.number}
      aria-setsize={props.count}
      aria-describedby={text?.id}
      onMouseDownCapture={() => props.onActivate(turn.id)}
    >
      <Stripes
        marks={props.editor ? NO_MARKS : marks}
        text={text}
        digitOf={props.digitOf}
        onOpen={props.onOpen}
        textLength={turn.text.length}
      />
      <div className={classes.body}>
        <div className={classes.speaker}>
          <SpeakerMenu turn={turn} participants={props.participants}>
            {turn.kind === 'narration' ? (
              <Text size="xs" c="dimmed">
                {t('desk.narration')}
              </Text>
            ) : (
              <PersonBadge participant={props.participant} />
            )}
          </SpeakerMenu>
          {turn.start !== null && (
            <Text size="xs" c="dimmed" className={classes.number}>
              {clock(turn.start)}
            </Text>
          )}
          {!props.editor && (
            <Tooltip label={t('desk.edit', { number: props.number })}>
              <ActionIcon
                className={classes.pencil ?? ''}
                variant="subtle"
                color="gray"
                size="xs"
                // By keys it is E: a stop at every turn would make the way through the text endless.
                tabIndex={-1}
                aria-label={t('desk.edit', { number: props.number })}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => props.onEdit(turn.id)}
              >
                <IconPencil size={14} />
              </ActionIcon>
            </Tooltip>
          )}
        </div>
        {props.editor ?? (
          // biome-ignore lint/a11y/noStaticElementInteractions: says what the pointer is over; the keys walk by [ and ]
          <div
            ref={setText}
            id={`${turnElementId(turn.id)}-words`}
            className={`${classes.text} ${turn.kind === 'narration' ? classes.narration : ''}`}
            onMouseLeave={() => setHovered(null)}
            {...{ [TURN_ATTRIBUTE]: turn.id }}
          >
            {segments.map((segment) => {
              const words = turn.text.slice(segment.start, segment.end);
              if (segment.marks.length === 0) {
                return (
                  <span key={segment.start} {...{ [START_ATTRIBUTE]: segment.start }}>
                    {words}
                  </span>
                );
              }
              const stored = fromInside(
                segment.marks.filter(
                  (mark): mark is StoredMark => mark.kind === 'coding' || mark.kind === 'advice',
                ),
              );
              const next = clicked(stored, open);
              return (
                // biome-ignore lint/a11y/noStaticElementInteractions: the stripe in the margin is the keyboard's way
                // biome-ignore lint/a11y/useKeyWithClickEvents: as above
                <span
                  key={segment.start}
                  className={classes.segment}
                  data-kind={segment.marks.map((mark) => mark.kind).join(' ')}
                  data-opens={next !== undefined || undefined}
                  data-current={
                    segment.marks.some((mark) => mark.kind === 'hit' && mark.current) || undefined
                  }
                  data-open={stored.some((mark) => isOpen(mark, open))}
                  data-hovered={stored.some((mark) => markKey(mark) === hovered) || undefined}
                  title={stored.map(nameOf).join('\n') || undefined}
                  style={highlights(segment.marks, stored)}
                  onMouseEnter={() => setHovered(next ? markKey(next) : null)}
                  onClick={
                    next &&
                    (() => {
                      // The end of a drag is a selection, not a choice of what lies under it.
                      if (window.getSelection()?.isCollapsed !== false) props.onOpen(next);
                    })
                  }
                  {...{ [START_ATTRIBUTE]: segment.start }}
                >
                  {words}
                </span>
              );
            })}
          </div>
        )}
      </div>
    </article>
  );
});

const NO_MARKS: readonly StoredMark[] = [];
const MOST_LINES = 3;

/**
 * A line under the words for each issue, in its category's colour and pattern, the smallest coding's nearest to the
 * words; behind them a tint, split where several lie over each other.
 * @param inner the stored marks from the smallest outwards
 */
function highlights(marks: readonly Mark[], inner: readonly StoredMark[]): React.CSSProperties | undefined {
  const categoryOf = new Map(
    inner.flatMap((mark) => (mark.kind === 'coding' ? [[mark.issue.id, mark.issue.category] as const] : [])),
  );
  const categories = [...categoryOf.values()].slice(0, MOST_LINES);
  if (categories.length === 0) return undefined;
  const lines = categories.map((category) => categoryLine(category, 'right'));
  const tints = [...new Set(categories)].reverse();
  const share = 100 / tints.length;
  const tint = tints.map((category, index) => {
    const shade = `color-mix(in srgb, ${categoryColor(category)} 14%, transparent)`;
    return `${shade} ${index * share}% ${(index + 1) * share}%`;
  });
  const tinted = !marks.some((mark) => mark.kind === 'selection' || mark.kind === 'hit');
  const last = lines.length - 1;
  return {
    backgroundImage: [...lines, ...(tinted ? [`linear-gradient(to bottom, ${tint.join(', ')})`] : [])].join(
      ', ',
    ),
    backgroundSize: [...lines.map(() => '100% 2px'), '100% 100%'].join(', '),
    backgroundPosition: [...lines.map((_, index) => `left 0 bottom ${(last - index) * 3}px`), '0 0'].join(
      ', ',
    ),
    paddingBottom: `${2 + last * 3}px`,
  };
}

/** Seconds as people read a clock: `3:07`, `1:02:45`. */
function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}
