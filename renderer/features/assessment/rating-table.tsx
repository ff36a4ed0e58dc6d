import { ActionIcon, Badge, Group, Text, Tooltip } from '@mantine/core';
import { IconMessage, IconMessageExclamation, IconPencil, IconQuote } from '@tabler/icons-react';
import { useState } from 'react';
import { isRecused } from '#shared/assessment/panel.ts';
import { needsRationale } from '#shared/assessment/progress.ts';
import type { Rating } from '#shared/model/rating.ts';
import { type Assessor, DIMENSIONS, type Dimension } from '#shared/model/round.ts';
import { type ScaleSize, scaleGaps, scaleSize } from '#shared/model/scale.ts';
import { CategoryMark } from '../../ui/category-mark.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import classes from './desk.module.css';
import { DimensionCard } from './dimension-card.tsx';
import type { GridPlace, GridRow } from './grid-cells.ts';
import { LastYear } from './last-year.tsx';
import { goRate, whyFixed } from './rater.ts';
import { answerOf } from './rating-form.tsx';
import { RatingGrid } from './rating-grid.tsx';
import { Reason } from './reason.tsx';
import { RecusalNote } from './recusal.tsx';
import type { RoundRows } from './round-rows.ts';
import type { RatingActs } from './use-rating.ts';

export interface RatingTableProps {
  readonly rows: RoundRows;
  readonly assessor: Assessor;
  readonly own: ReadonlyMap<string, Rating>;
  readonly acts: RatingActs;
}

/** All issues of one assessor at once; beside it what the levels of the active cell mean, and the reason of its row. */
export function RatingTable({ rows, assessor, own, acts }: RatingTableProps) {
  const { t, local } = useSpeech();
  const { round, issues, record } = rows;
  const size = scaleSize(round);
  const [active, setActive] = useState<GridPlace | null>(null);
  const issue = issues.find(({ id }) => id === active?.row) ?? issues[0];
  if (!issue) return null;
  const disabled = whyFixed(round, assessor.id, issue.id) !== null;
  const rating = own.get(issue.id);
  const edits = acts(issue, assessor);
  const dimension: Dimension = DIMENSIONS.find((one) => one === active?.column) ?? 'scale';
  const grid = issues.map((one): GridRow => {
    const name = local(one.name);
    const of = own.get(one.id);
    return {
      id: one.id,
      name,
      rating: of,
      edits: acts(one, assessor),
      disabled: whyFixed(round, assessor.id, one.id) !== null,
      label: (
        <Group gap={8} wrap="nowrap">
          <CategoryMark category={one.category} />
          <Text span size="sm" fw={500} lineClamp={2} title={name}>
            {name}
          </Text>
          {isRecused(round, assessor.id, one.id) && (
            <Badge size="xs" color="gray" style={{ flexShrink: 0 }}>
              {t('recusal.badge')}
            </Badge>
          )}
        </Group>
      ),
      end: (
        <Ending rating={of} size={size} name={name} onOpen={() => goRate(round.id, one.id, assessor.id)} />
      ),
    };
  });
  return (
    <div className={classes.desk}>
      <div className={classes.sheet}>
        <Text size="xs" c="dimmed" mb={6}>
          {t('grid.keys', scaleGaps(size))}
        </Text>
        <RatingGrid
          label={t('grid.label', { name: assessor.name })}
          of={t('rating.issue')}
          rows={grid}
          size={size}
          active={active}
          onActive={setActive}
          onOpen={(issueId) => goRate(round.id, issueId, assessor.id)}
          endHead={t('rating.rationale')}
          testId="rating-table"
        />
      </div>
      <aside className={classes.side} aria-label={local(issue.name)}>
        <Text fw={600} size="sm" mb={4}>
          {local(issue.name)}
        </Text>
        {local(issue.definition) && (
          <Text size="xs" c="dimmed" mb="xs" lineClamp={4}>
            {local(issue.definition)}
          </Text>
        )}
        <RecusalNote round={round} issue={issue} assessor={assessor} />
        <LastYear rows={rows} issueId={issue.id} />
        <DimensionCard
          dimension={dimension}
          anchors={round.scaleTexts[dimension]}
          value={answerOf(rating, dimension)}
          others={null}
          disabled={disabled}
          onAnswer={(value) => edits.answer(dimension, value)}
          onNext={() => {}}
          {...(dimension === 'likelihood' && rating?.nature === 'actual'
            ? {
                instead: (
                  <Text size="sm" c="dimmed" mt="sm">
                    {t('rating.actual.noLikelihood')}
                  </Text>
                ),
              }
            : {})}
        />
        <div className={classes.gap}>
          <Reason
            key={`${assessor.id}/${issue.id}`}
            round={round}
            issue={issue}
            rating={rating}
            record={record}
            edits={edits}
            disabled={disabled}
          />
        </div>
      </aside>
    </div>
  );
}

interface EndingProps {
  readonly rating: Rating | undefined;
  readonly size: ScaleSize;
  readonly name: string;
  readonly onOpen: () => void;
}

/** Whether a rating has its reason and words that it rests on, and the way to it. */
function Ending({ rating, size, name, onOpen }: EndingProps) {
  const { t } = useSpeech();
  const needed = rating !== undefined && needsRationale(rating, size);
  const why = t('rating.rationale.needed', scaleGaps(size));
  const given = (rating?.rationale ?? '') !== '';
  const cited = (rating?.evidence.passageIds.length ?? 0) + (rating?.evidence.sources.length ?? 0);
  return (
    <Group gap={6} wrap="nowrap" justify="flex-end">
      {needed && (
        <Tooltip label={why}>
          <IconMessageExclamation
            size={16}
            color="var(--mantine-color-orange-text)"
            role="img"
            aria-label={why}
          />
        </Tooltip>
      )}
      {given && (
        <Tooltip label={rating?.rationale} multiline maw={360}>
          <IconMessage
            size={16}
            color="var(--mantine-color-dimmed)"
            role="img"
            aria-label={t('grid.hasReason')}
          />
        </Tooltip>
      )}
      {cited > 0 && (
        <Tooltip label={t('grid.cites', { count: cited })}>
          <Group gap={2} wrap="nowrap" c="dimmed" fz="xs">
            <IconQuote size={14} aria-hidden />
            {cited}
          </Group>
        </Tooltip>
      )}
      <ActionIcon size="sm" aria-label={t('grid.openIssue', { name })} onClick={onOpen}>
        <IconPencil size={14} />
      </ActionIcon>
    </Group>
  );
}
