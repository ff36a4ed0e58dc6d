import { Anchor, Group, Stack, Text } from '@mantine/core';
import { IconChartDots } from '@tabler/icons-react';
import type { Support } from '#shared/assessment/supports.ts';
import type { Id } from '#shared/model/basics.ts';
import type { Issue } from '#shared/model/issue.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { go, links } from '../../../ui/links.ts';
import type { Supports } from './use-supports.ts';

interface SupportedProps {
  readonly supports: readonly Support[];
  readonly rounds: Supports['rounds'];
  readonly issues: ReadonlyMap<Id, Issue>;
  /** The issue that the card names already. */
  readonly named?: Id | undefined;
}

/** The dots that words support, each one click away: the way back from a turn to the matrix. */
export function Supported({ supports, rounds, issues, named }: SupportedProps) {
  const { t, local } = useSpeech();
  if (supports.length === 0) return null;
  return (
    <Stack gap={2} mt={6} data-testid="supports">
      {supports.map(({ roundId, issueId, cited }) => {
        const round = rounds.get(roundId)?.name ?? '';
        return (
          <Group key={`${roundId}/${issueId}`} gap={6} wrap="nowrap" align="baseline">
            <IconChartDots
              size={12}
              aria-hidden
              style={{ flex: 'none', alignSelf: 'flex-start', marginTop: 3 }}
            />
            <Text size="xs" c="dimmed">
              <Anchor
                component="button"
                type="button"
                size="xs"
                ta="start"
                title={t('matrix.supports.hint')}
                onClick={(event) => {
                  event.stopPropagation();
                  go(`${links.matrix(roundId)}?issue=${issueId}`);
                }}
              >
                {issueId === named
                  ? t('matrix.supports', { round })
                  : t('matrix.supports.issue', { round, issue: local(issues.get(issueId)?.name) })}
              </Anchor>
              {cited > 0 && <> · {t('matrix.supports.cited', { count: cited })}</>}
            </Text>
          </Group>
        );
      })}
    </Stack>
  );
}
