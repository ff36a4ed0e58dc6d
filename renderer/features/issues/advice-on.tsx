import { Anchor, Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import type { IdOf } from '#shared/model/id.ts';
import { AdviceDue, Promised } from '../../dialogs/commitments/promised.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { LongList } from '../../ui/long-list.tsx';
import { PassageQuote } from '../../ui/passage-quote.tsx';
import type { HeardAdvice } from './use-issue-page.ts';

/** Advice on an issue, and what became of it. */
export function AdviceOn({ issueId, heard }: { issueId: IdOf<'issues'>; heard: readonly HeardAdvice[] }) {
  const { t } = useSpeech();
  if (heard.length === 0) {
    return (
      <EmptyState icon={IconBulb} title={t('issue.advice.empty')}>
        {t('issue.advice.empty.hint')}
      </EmptyState>
    );
  }
  return (
    <Stack gap="sm" maw="60rem">
      <div>
        <Button size="compact-sm" variant="default" onClick={() => go(links.adviceList({ issue: issueId }))}>
          {t('issue.advice.inList')}
        </Button>
      </div>
      <LongList items={heard} keyOf={({ advice }) => advice.id} estimate={150}>
        {({ advice, quotes }) => {
          const place = links.advice(advice.id);
          return (
            <Paper withBorder p="sm" data-testid="issue-advice">
              <Group gap={8} mb={6} wrap="nowrap" align="flex-start">
                <Badge size="sm">{t(`adviceKind.${advice.kind}`)}</Badge>
                <Badge size="sm" variant="default">
                  {t(`adviceStatus.${advice.status}`)}
                </Badge>
                <AdviceDue advice={advice} />
                <Anchor
                  size="sm"
                  fw={500}
                  href={`#${place}`}
                  onClick={(event) => {
                    event.preventDefault();
                    go(place);
                  }}
                >
                  {advice.restatement || quotes[0]?.passage.quote}
                </Anchor>
              </Group>
              <Stack gap={6}>
                {quotes.map(({ passage, dialogue, attribution, participant }) => (
                  <PassageQuote
                    key={passage.id}
                    passage={passage}
                    dialogue={dialogue}
                    attribution={attribution}
                    participant={participant}
                    lineClamp={2}
                  />
                ))}
              </Stack>
              {advice.response !== '' && (
                <Text size="sm" mt={8}>
                  {advice.response}
                </Text>
              )}
              <Promised adviceId={advice.id} />
            </Paper>
          );
        }}
      </LongList>
    </Stack>
  );
}
