import { Group, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { type ReactNode, useId, useRef } from 'react';
import type { Answer } from '#shared/edit/rating.ts';
import { type LocalText, Point } from '#shared/model/basics.ts';
import type { Dimension } from '#shared/model/round.ts';
import { digitOf, directionOf, useCommands } from '../../ui/commands.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { answerCommands, questionCommands } from './commands.ts';
import classes from './desk.module.css';

export interface DimensionCardProps {
  readonly dimension: Dimension;
  /** What each level means, the lowest first. */
  readonly anchors: readonly LocalText[];
  readonly value: Answer;
  /** How many other assessors chose each level; null = not to be seen yet. */
  readonly others: readonly number[] | null;
  readonly disabled: boolean;
  readonly onAnswer: (value: Answer) => void;
  /** A key has answered: the next card is to have the focus. */
  readonly onNext: () => void;
  /** Shown in place of the levels. */
  readonly instead?: ReactNode;
}

/**
 * One dimension as a group of radio buttons, each with its anchor text. Arrows move, Space or Enter choose; digits choose
 * their level, 0 "can't judge", and go on; Backspace withdraws the answer.
 */
export function DimensionCard({
  dimension,
  anchors,
  value,
  others,
  disabled,
  onAnswer,
  onNext,
  instead,
}: DimensionCardProps) {
  const { t, local } = useSpeech();
  const id = useId();
  const group = useRef<HTMLDivElement>(null);
  const tabStop = value ?? 1;
  const options = [...anchors.map((_, index) => (index + 1) as Point), 'abstain'] as const;

  const enabled = () => !disabled;
  const answer = (given: Answer) => {
    onAnswer(given);
    onNext();
  };
  const onKeyDown = useCommands(
    { ...answerCommands, ...questionCommands },
    {
      'rating.answer': {
        run: (event) => answer(Point.parse(digitOf(event))),
        when: (event) => enabled() && digitOf(event) <= anchors.length,
      },
      'rating.abstain': { run: () => answer('abstain'), when: enabled },
      'rating.withdraw': { run: () => onAnswer(null), when: enabled },
      'rating.level': {
        run: (event) => {
          const radios = [...(group.current?.querySelectorAll<HTMLElement>('[role="radio"]') ?? [])];
          const { across, down } = directionOf(event);
          const next = radios.indexOf(document.activeElement as HTMLElement) + across + down;
          radios[(next + radios.length) % radios.length]?.focus();
        },
        when: enabled,
      },
    },
  );

  return (
    <section className={classes.card} aria-labelledby={id} data-dimension={dimension}>
      <Group justify="space-between" align="baseline" wrap="nowrap" gap="xs">
        <div>
          <Text size="sm" fw={600} id={id}>
            {t(`dimension.${dimension}`)}
          </Text>
          <Text size="xs" c="dimmed">
            {t(`rating.ask.${dimension}`)}
          </Text>
        </div>
        {value !== null && !disabled && (
          <UnstyledButton fz="xs" c="dimmed" onClick={() => onAnswer(null)}>
            {t('rating.withdraw')}
          </UnstyledButton>
        )}
      </Group>
      {instead ?? (
        <div
          ref={group}
          className={classes.levels}
          role="radiogroup"
          aria-labelledby={id}
          onKeyDown={onKeyDown}
        >
          {options.map((option) => {
            const count = option === 'abstain' ? 0 : (others?.[option - 1] ?? 0);
            return (
              // biome-ignore lint/a11y/useSemanticElements: a level holds two texts and a count
              <button
                key={option}
                type="button"
                role="radio"
                aria-checked={value === option}
                tabIndex={option === tabStop ? 0 : -1}
                disabled={disabled}
                className={classes.level}
                onClick={() => onAnswer(option)}
              >
                <span className={classes.number}>{option === 'abstain' ? '–' : option}</span>
                <span>{option === 'abstain' ? t('rating.abstain') : local(anchors[option - 1])}</span>
                {count > 0 && (
                  <Tooltip label={t('rating.others', { count })}>
                    <span className={classes.others} aria-hidden>
                      {'●'.repeat(count)}
                    </span>
                  </Tooltip>
                )}
              </button>
            );
          })}
        </div>
      )}
    </section>
  );
}
