import { Button, Stack, Text } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { LongList } from '../../ui/long-list.tsx';
import { PassageQuote } from '../../ui/passage-quote.tsx';
import type { Evidence } from './use-issue-page.ts';

/** Who said what about an issue. */
export function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  const { t } = useSpeech();
  if (evidence.length === 0) {
    return (
      <EmptyState
        icon={IconMessages}
        title={t('issue.evidence.empty')}
        action={
          <Button variant="default" onClick={() => go(links.dialogues())}>
            {t('issue.evidence.toDialogues')}
          </Button>
        }
      >
        {t('issue.evidence.empty.hint')}
      </EmptyState>
    );
  }
  const external = new Set(
    evidence.flatMap(({ participant }) =>
      participant?.external ? [participant.personId ?? participant.id] : [],
    ),
  );
  const summary = t('issue.evidence.summary', {
    passages: evidence.length,
    dialogues: new Set(evidence.map(({ dialogue }) => dialogue.id)).size,
    raised: external.size,
  });
  return (
    <Stack gap="md" maw="60rem">
      <Text size="sm" c="dimmed">
        {summary}
      </Text>
      <LongList items={evidence} keyOf={({ passage }) => passage.id} estimate={110}>
        {(one) => (
          <div data-testid="evidence">
            <PassageQuote
              passage={one.passage}
              dialogue={one.dialogue}
              attribution={one.attribution}
              participant={one.participant}
              more={
                <Text span size="xs" c="dimmed">
                  {provenance(t, one)}
                </Text>
              }
            />
            {one.codings
              .filter(({ memo }) => memo !== '')
              .map(({ id, memo }) => (
                <Text key={id} size="xs" c="dimmed" pl="sm" mt={2} fs="italic">
                  {t('issue.evidence.memo', { memo })}
                </Text>
              ))}
          </div>
        )}
      </LongList>
    </Stack>
  );
}

/** By whom a passage came to stand here; nobody is named where nobody gave a name. */
function provenance(t: ReturnType<typeof useSpeech>['t'], { codings }: Evidence): string {
  const coders = [...new Set(codings.map(({ coder }) => coder).filter((coder) => coder !== ''))];
  return coders.length === 0 ? '' : t('issue.evidence.coded', { coders: coders.join(', ') });
}
