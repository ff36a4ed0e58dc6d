import { Badge, Box, Text } from '@mantine/core';
import type { Find } from '#shared/retrieval/find.ts';
import { AttributionBadge } from '../../ui/attribution-badge.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { IssueBadge } from '../../ui/issue-badge.tsx';
import { go, links } from '../../ui/links.ts';
import { LongList } from '../../ui/long-list.tsx';
import { QuoteBlock } from '../../ui/quote-block.tsx';
import type { Retrieval } from './use-retrieval.ts';

/** The words found, each one click from its place; who said them as far as it may be told. */
export function ResultList({ finds, retrieval }: { finds: readonly Find[]; retrieval: Retrieval }) {
  const hands = new Set(retrieval.index.entries.flatMap((entry) => entry.hands)).size;
  return (
    <LongList items={finds} keyOf={({ id }) => id} estimate={112}>
      {(find) => <Found find={find} retrieval={retrieval} showsCoder={hands > 1} />}
    </LongList>
  );
}

function Found({
  find,
  retrieval: { index },
  showsCoder,
}: {
  find: Find;
  retrieval: Retrieval;
  showsCoder: boolean;
}) {
  const { t } = useSpeech();
  const { dialogue, turn } = find;
  return (
    <Box pb="md" maw="60rem" data-testid="find">
      <QuoteBlock
        quote={find.quote}
        lang={dialogue.language}
        lineClamp={5}
        onOpen={() => go(links.passage(dialogue.id, turn.id, find.id))}
        source={
          <>
            <AttributionBadge attribution={find.attribution} />
            <Text span size="xs" c="dimmed">
              {[dialogue.title, dialogue.date].filter(Boolean).join(' · ')}
            </Text>
            {find.unsure && (
              <Badge size="sm" color="orange">
                {t('retrieval.unsure')}
              </Badge>
            )}
            {find.issueIds.map((id) => {
              const issue = index.issues.get(id);
              return issue && <IssueBadge key={id} issue={issue} onClick={() => go(links.issue(id))} />;
            })}
            {find.advice.map((advice) => (
              <Badge
                key={advice.id}
                component="button"
                type="button"
                size="sm"
                title={advice.restatement}
                style={{ cursor: 'pointer' }}
                onClick={() => go(links.advice(advice.id))}
              >
                {t('retrieval.adviceCell', {
                  kind: t(`adviceKind.${advice.kind}`),
                  status: t(`adviceStatus.${advice.status}`),
                })}
              </Badge>
            ))}
            {showsCoder && (
              <Text span size="xs" c="dimmed">
                {t('retrieval.codedBy', { coders: find.coders.join(t('retrieval.separator')) })}
              </Text>
            )}
          </>
        }
      />
    </Box>
  );
}
