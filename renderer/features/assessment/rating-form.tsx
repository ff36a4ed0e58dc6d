import { Checkbox, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useRef } from 'react';
import { visibleRatings } from '#shared/assessment/blindness.ts';
import type { Answer } from '#shared/edit/rating.ts';
import { Point } from '#shared/model/basics.ts';
import type { Issue } from '#shared/model/issue.ts';
import { CONNECTIONS, type Rating, VALUE_CHAIN } from '#shared/model/rating.ts';
import { type Assessor, DIMENSIONS, type Dimension } from '#shared/model/round.ts';
import { pointsOf, type ScaleSize, scaleGaps, scaleSize } from '#shared/model/scale.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import classes from './desk.module.css';
import { DimensionCard } from './dimension-card.tsx';
import { whyFixed } from './rater.ts';
import { Reason } from './reason.tsx';
import { RecusalNote } from './recusal.tsx';
import type { RoundRows } from './round-rows.ts';
import type { RatingEdits } from './use-rating.ts';

export interface RatingFormProps {
  readonly rows: RoundRows;
  readonly issue: Issue;
  readonly assessor: Assessor;
  readonly rating: Rating | undefined;
  readonly edits: RatingEdits;
  /** A key has answered the last question. */
  readonly onAnswered: () => void;
}

/** An assessor's judgement of one issue. Nothing has to be saved: each answer is kept as it is given. */
export function RatingForm({ rows, issue, assessor, rating, edits, onAnswered }: RatingFormProps) {
  const { t, local } = useSpeech();
  const cards = useRef<HTMLDivElement>(null);
  const { round } = rows;
  const fixed = whyFixed(round, assessor.id, issue.id);
  const disabled = fixed !== null;
  // Whoever still rates sees nobody else's: their dots would lead the hand (METHOD-SOURCES 2.4).
  const blind = round.stage === 'rating' && whyFixed(round, assessor.id) === null;
  const others = visibleRatings(round, rows.ratings, assessor.id).filter(
    (one) => one.issueId === issue.id && one.assessorId !== assessor.id,
  );
  const nature = natureOf(rating);
  const definition = local(issue.definition);

  const focusAfter = (dimension: Dimension) => {
    const asked = DIMENSIONS.filter((one) => one !== 'likelihood' || nature === 'potential');
    const next = asked[asked.indexOf(dimension) + 1];
    // Never into the reason: one digit too many would be written there.
    if (!next) return onAnswered();
    cards.current
      ?.querySelector<HTMLElement>(`[data-dimension="${next}"] [role="radio"][tabindex="0"]`)
      ?.focus();
  };

  return (
    <Stack gap="md" data-testid="rating-form">
      <div>
        {definition && <Text size="sm">{definition}</Text>}
        {!disabled && (
          <Text size="xs" c="dimmed" mt={2}>
            {t('rating.keys', scaleGaps(scaleSize(round)))}
          </Text>
        )}
        {round.grossOrNet && !disabled && (
          <Text size="xs" fw={500} mt={2}>
            {t(`impact.basis.rate.${round.grossOrNet}`)}
          </Text>
        )}
        {blind && (
          <Text size="xs" c="dimmed">
            {t('rating.hidden')}
          </Text>
        )}
      </div>

      <RecusalNote round={round} issue={issue} assessor={assessor} />
      <NatureFields rating={rating} edits={edits} disabled={disabled} />

      <div className={classes.cards} ref={cards}>
        {DIMENSIONS.map((dimension) => (
          <DimensionCard
            key={dimension}
            dimension={dimension}
            anchors={round.scaleTexts[dimension]}
            value={answerOf(rating, dimension)}
            others={blind ? null : countsOf(others, dimension)}
            disabled={disabled}
            onAnswer={(value) => edits.answer(dimension, value)}
            onNext={() => focusAfter(dimension)}
            {...(dimension === 'likelihood' && nature === 'actual'
              ? {
                  instead: (
                    <Text size="sm" c="dimmed" mt="sm">
                      {t('rating.actual.noLikelihood')}
                    </Text>
                  ),
                }
              : {})}
          />
        ))}
      </div>

      <Reason
        round={round}
        issue={issue}
        rating={rating}
        record={rows.record}
        edits={edits}
        disabled={disabled}
      />

      <ResponseFields rating={rating} edits={edits} disabled={disabled} size={scaleSize(round)} />
    </Stack>
  );
}

function natureOf(rating: Rating | undefined): Rating['nature'] {
  return rating?.nature ?? 'potential';
}

interface FieldsProps extends Pick<RatingFormProps, 'rating' | 'edits'> {
  readonly disabled: boolean;
}

/** Whether the impact is happening or could, and whether delay would make it irremediable. */
function NatureFields({ rating, edits, disabled }: FieldsProps) {
  const { t } = useSpeech();
  return (
    <Group gap="lg">
      <Group gap="xs">
        <Text size="sm" fw={500}>
          {t('rating.nature')}
        </Text>
        <SegmentedControl
          size="xs"
          disabled={disabled}
          aria-label={t('rating.nature')}
          data={(['potential', 'actual'] as const).map((one) => ({
            value: one,
            label: t(`nature.${one}`),
          }))}
          value={natureOf(rating)}
          onChange={edits.setNature}
        />
      </Group>
      <Checkbox
        size="sm"
        disabled={disabled}
        label={t('rating.delay')}
        description={t('rating.delay.hint')}
        checked={rating?.delayMakesIrremediable ?? false}
        onChange={(event) => edits.remark({ delayMakesIrremediable: event.currentTarget.checked })}
      />
    </Group>
  );
}

const CONFIDENCES = [1, 2, 3] as const;

/** What does not rank an issue but tells how to respond to it: connection, leverage, effect on the business, … */
function ResponseFields({ rating, edits, disabled, size }: FieldsProps & { readonly size: ScaleSize }) {
  const { t } = useSpeech();
  return (
    <div>
      <Text size="xs" c="dimmed" mb={4}>
        {t('rating.response')}
      </Text>
      <div className={classes.response}>
        <Select
          size="xs"
          clearable
          disabled={disabled}
          label={t('rating.connection')}
          data={CONNECTIONS.map((one) => ({
            value: one,
            label: t(`rating.connection.${one}`),
          }))}
          value={rating?.connection ?? null}
          onChange={(connection) => edits.remark({ connection })}
        />
        <PointSelect
          size={size}
          label={t('rating.leverage')}
          disabled={disabled}
          value={rating?.leverage ?? null}
          onChange={(leverage) => edits.remark({ leverage })}
        />
        <PointSelect
          size={size}
          label={t('rating.businessEffect')}
          disabled={disabled}
          value={rating?.businessEffect ?? null}
          onChange={(businessEffect) => edits.remark({ businessEffect })}
        />
        <Select
          size="xs"
          clearable
          disabled={disabled}
          label={t('rating.valueChain')}
          data={VALUE_CHAIN.map((one) => ({
            value: one,
            label: t(`rating.valueChain.${one}`),
          }))}
          value={rating?.valueChain ?? null}
          onChange={(valueChain) => edits.remark({ valueChain })}
        />
        <Select
          size="xs"
          clearable
          disabled={disabled}
          label={t('rating.confidence')}
          data={CONFIDENCES.map((one) => ({ value: String(one), label: t(`rating.confidence.${one}`) }))}
          value={rating?.confidence ? String(rating.confidence) : null}
          onChange={(value) =>
            edits.remark({ confidence: CONFIDENCES.find((one) => String(one) === value) ?? null })
          }
        />
      </div>
      <Text size="xs" c="dimmed" mt={4}>
        {t('rating.businessEffect.hint')}
      </Text>
    </div>
  );
}

interface PointSelectProps {
  readonly size: ScaleSize;
  readonly label: string;
  readonly value: Point | null;
  readonly disabled: boolean;
  readonly onChange: (value: Point | null) => void;
}

function PointSelect({ size, label, value, disabled, onChange }: PointSelectProps) {
  const { t } = useSpeech();
  return (
    <Select
      size="xs"
      clearable
      disabled={disabled}
      label={label}
      data={pointsOf(size).map((one) => ({
        value: String(one),
        label: t('rating.leverage.of', { value: one, most: size }),
      }))}
      value={value === null ? null : String(value)}
      onChange={(chosen) => {
        const point = Point.safeParse(Number(chosen));
        onChange(point.success ? point.data : null);
      }}
    />
  );
}

export function answerOf(rating: Rating | undefined, dimension: Dimension): Answer {
  if (rating?.abstained.includes(dimension)) return 'abstain';
  return rating?.[dimension] ?? null;
}

function countsOf(ratings: readonly Rating[], dimension: Dimension): number[] {
  const counts: number[] = [];
  for (const rating of ratings) {
    const value = rating[dimension];
    if (value !== null) counts[value - 1] = (counts[value - 1] ?? 0) + 1;
  }
  return counts;
}
