import { Badge, Group, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import type { RoundAssessment } from '#shared/assessment/assess-round.ts';
import type { Id } from '#shared/model/basics.ts';
import type { RoundView } from '../../store/rounds.ts';
import { CategoryMark } from '../../ui/category-mark.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import classes from './matrix.module.css';

export interface OrderListProps {
  readonly view: RoundView;
  readonly assessment: RoundAssessment;
  readonly onOpen: (issueId: Id) => void;
}

/** The picture as a list: the same order and numbers, for eyes and ears that a picture does not serve. */
export function OrderList({ view, assessment, onOpen }: OrderListProps) {
  const { t, local } = useSpeech();
  return (
    <Stack gap={4}>
      <Title order={2} size="h4">
        {t('matrix.panel.list')}
      </Title>
      <Text size="xs" c="dimmed" mb={4}>
        {t('matrix.panel.choose')}
      </Text>
      <ol className={classes.order}>
        {assessment.issues.map((issue) => (
          <li key={issue.issueId}>
            <UnstyledButton className={classes.entry} onClick={() => onOpen(issue.issueId)}>
              <Group gap={8} wrap="nowrap">
                <span className={classes.rank}>
                  {issue.rank === null
                    ? '–'
                    : t(issue.tied ? 'result.rank.tied' : 'result.rank', { rank: issue.rank })}
                </span>
                <CategoryMark category={issue.category} title />
                <Text size="sm" style={{ flex: 1 }}>
                  {local(view.issues.get(issue.issueId)?.name)}
                </Text>
                {issue.tier !== null && (
                  <Badge
                    size="sm"
                    variant={issue.tier === 1 ? 'filled' : 'light'}
                    color={issue.tier === 3 ? 'gray' : 'ai'}
                    miw="max-content"
                  >
                    {t('chart.tier', { tier: issue.tier })}
                  </Badge>
                )}
              </Group>
            </UnstyledButton>
          </li>
        ))}
      </ol>
    </Stack>
  );
}
