import { Alert, Checkbox, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useRef } from 'react';
import { type IssueAssessment, needsRationale } from '#shared/assessment/assess-round.ts';
import type { Answer } from '#shared/edit/rating.ts';
import { Point } from '#shared/model/basics.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { Rating } from '#shared/model/rating.ts';
import { type Assessor, DIMENSIONS, type Dimension, type Round } from '#shared/model/round.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { SavedText } from '../../ui/saved-text.tsx';
import classes from './desk.module.css';
import { DimensionCard } from './dimension-card.tsx';
import { useRatingEdits } from './use-rating.ts';

export interface RatingFormProps {
  readonly issue: Issue;
  readonly assessor: Assessor;
  readonly round: Round;
  readonly rating: Rating | undefined;
  readonly result: IssueAssessment | undefined;
}

/** An assessor's judgement of one issue. Nothing has to be saved: each answer is kept as it is given. */
export function RatingForm({ issue, assessor, round, rating, result }: RatingFormProps) {
  const { t, local } = useSpeech();
  const edits = useRatingEdits(round, issue, assessor);
  const cards = useRef<HTMLDivElement>(null);
  const closed = round.stage === 'closed';
  const seesOthers = closed || round.stage === 'discussion';
  const nature = rating?.nature ?? 'potential';
  const definition = local(issue.definition);

  const focusAfter = (dimension: Dimension) => {
    const asked = DIMENSIONS.filter((one) => one !== 'likelihood' || nature === 'potential');
    const next = asked[asked.indexOf(dimension) + 1];
    const stop = next
      ? cards.current?.querySelector<HTMLElement>(`[data-dimension="${next}"] [role="radio"][tabindex="0"]`)
      : document.querySelector<HTMLElement>('[data-field="rationale"] textarea');
    stop?.focus();
  };

  return (
    <Stack gap="md" data-testid="rating-form">
      <div>
        {definition && <Text size="sm">{definition}</Text>}
        <Text size="xs" c="dimmed" mt={2}>
          {closed ? t('round.closed.note') : t('rating.keys')}
        </Text>
        {!seesOthers && (
          <Text size="xs" c="dimmed">
            {t('rating.hidden')}
          </Text>
        )}
      </div>

      <Group gap="lg">
        <Group gap="xs">
          <Text size="sm" fw={500}>
            {t('rating.nature')}
          </Text>
          <SegmentedControl
            size="xs"
            disabled={closed}
            aria-label={t('rating.nature')}
            data={(['potential', 'actual'] as const).map((one) => ({
              value: one,
              label: t(`nature.${one}`),
            }))}
            value={nature}
            onChange={edits.setNature}
          />
        </Group>
        <Checkbox
          size="sm"
          disabled={closed}
          label={t('rating.delay')}
          description={t('rating.delay.hint')}
          checked={rating?.delayMakesIrremediable ?? false}
          onChange={(event) => edits.remark({ delayMakesIrremediable: event.currentTarget.checked })}
        />
      </Group>

      <div className={classes.cards} ref={cards}>
        {DIMENSIONS.map((dimension) => (
          <DimensionCard
            key={dimension}
            dimension={dimension}
            anchors={round.scaleTexts[dimension]}
            value={answerOf(rating, dimension)}
            others={seesOthers && result ? othersOf(result, dimension, assessor.id) : null}
            disabled={closed}
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

      <div data-field="rationale">
        <SavedText
          multiline
          maxRows={10}
          label={t('rating.rationale')}
          placeholder={t('rating.rationale.placeholder')}
          value={rating?.rationale ?? ''}
          disabled={closed}
          onSave={(rationale) => edits.remark({ rationale })}
        />
        {rating && needsRationale(rating) && (
          <Alert color="yellow" mt={6} py={6}>
            {t('rating.rationale.needed')}
          </Alert>
        )}
      </div>

      <div>
        <Text size="xs" c="dimmed" mb={4}>
          {t('rating.response')}
        </Text>
        <Group gap="sm" grow preventGrowOverflow={false}>
          <Select
            size="xs"
            clearable
            disabled={closed}
            label={t('rating.connection')}
            data={(['cause', 'contribute', 'directly-linked'] as const).map((one) => ({
              value: one,
              label: t(`rating.connection.${one}`),
            }))}
            value={rating?.connection ?? null}
            onChange={(connection) => edits.remark({ connection })}
          />
          <Select
            size="xs"
            clearable
            disabled={closed}
            label={t('rating.leverage')}
            data={['1', '2', '3', '4', '5'].map((value) => ({
              value,
              label: t('rating.leverage.of', { value }),
            }))}
            value={rating?.leverage ? String(rating.leverage) : null}
            onChange={(value) => {
              const point = Point.safeParse(Number(value));
              edits.remark({ leverage: point.success ? point.data : null });
            }}
          />
          <Select
            size="xs"
            clearable
            disabled={closed}
            label={t('rating.valueChain')}
            data={(['upstream', 'own-operations', 'downstream'] as const).map((one) => ({
              value: one,
              label: t(`rating.valueChain.${one}`),
            }))}
            value={rating?.valueChain ?? null}
            onChange={(valueChain) => edits.remark({ valueChain })}
          />
          <Select
            size="xs"
            clearable
            disabled={closed}
            label={t('rating.confidence')}
            data={CONFIDENCES.map((one) => ({ value: String(one), label: t(`rating.confidence.${one}`) }))}
            value={rating?.confidence ? String(rating.confidence) : null}
            onChange={(value) =>
              edits.remark({ confidence: CONFIDENCES.find((one) => String(one) === value) ?? null })
            }
          />
        </Group>
      </div>
    </Stack>
  );
}

const CONFIDENCES = [1, 2, 3] as const;

function answerOf(rating: Rating | undefined, dimension: Dimension): Answer {
  if (rating?.abstained.includes(dimension)) return 'abstain';
  return rating?.[dimension] ?? null;
}

function othersOf(result: IssueAssessment, dimension: Dimension, own: string): number[] {
  const counts = [0, 0, 0, 0, 0];
  for (const { assessorId, value } of result.dimensions[dimension].scores)
    if (assessorId !== own) counts[value - 1] = (counts[value - 1] ?? 0) + 1;
  return counts;
}
