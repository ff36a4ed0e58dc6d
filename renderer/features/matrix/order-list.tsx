import { Stack, Text, Title, UnstyledButton } from '@mantine/core';
import type { RoundAssessment } from '#shared/assessment/assess-round.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { RoundView } from '../../store/rounds.ts';
import { CategoryMark } from '../../ui/category-mark.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import classes from './matrix.module.css';

export interface OrderListProps {
  readonly view: RoundView;
  readonly assessment: RoundAssessment;
  readonly visible: ReadonlySet<string> | null;
  readonly onOpen: (issueId: IdOf<'issues'>) => void;
}

/** The picture as a list: the same order and numbers, for eyes and ears that a picture does not serve. */
export function OrderList({ view, assessment, visible, onOpen }: OrderListProps) {
  const { t, local } = useSpeech();
  return (
    <Stack gap={4} data-testid="order-list">
      <Title order={2} size="h4">
        {t('matrix.panel.list')}
      </Title>
      <Text size="xs" c="dimmed" mb={4}>
        {t('matrix.panel.choose')}
      </Text>
      <ol className={classes.order}>
        {assessment.issues.map((issue) => (
          <li
            key={issue.issueId}
            data-faded={(visible !== null && !visible.has(issue.issueId)) || undefined}
            className={classes.item}
          >
            <UnstyledButton className={classes.entry} onClick={() => onOpen(issue.issueId)}>
              <span className={classes.rank}>
                {issue.rank === null
                  ? '–'
                  : t(issue.tied ? 'result.rank.tied' : 'result.rank', { rank: issue.rank })}
              </span>
              <CategoryMark category={issue.category} title />
              <span className={classes.name}>{local(view.issues.get(issue.issueId)?.name)}</span>
              {issue.tier !== null && (
                <span className={classes.tier} data-tier={issue.tier}>
                  {t('chart.tier', { tier: issue.tier })}
                </span>
              )}
            </UnstyledButton>
          </li>
        ))}
      </ol>
    </Stack>
  );
}
