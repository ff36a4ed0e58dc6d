import { ActionIcon, Anchor, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconCheck, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Issue } from '#shared/model/issue.ts';
import type { Rating } from '#shared/model/rating.ts';
import type { Assessor, Round } from '#shared/model/round.ts';
import { useEvidence, useEvidenceElsewhere } from '../../store/evidence.ts';
import { EvidenceList } from '../../ui/evidence-list.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import classes from './desk.module.css';
import { useRatingEdits } from './use-rating.ts';

export interface EvidencePaneProps {
  readonly issue: Issue;
  readonly assessor: Assessor;
  readonly round: Round;
  readonly rating: Rating | undefined;
}

/** What was heard of the issue in the round's dialogues, each to be cited, and sources from elsewhere in words. */
export function EvidencePane({ issue, assessor, round, rating }: EvidencePaneProps) {
  const { t } = useSpeech();
  const rows = useEvidence(issue.id, round.dialogueIds);
  const elsewhere = useEvidenceElsewhere(issue.id, round.dialogueIds);
  const edits = useRatingEdits(round, issue, assessor);
  const [source, setSource] = useState('');
  const closed = round.stage === 'closed';
  const passageIds = rating?.evidence.passageIds ?? [];
  const sources = rating?.evidence.sources ?? [];
  const addSource = () => {
    if (source.trim() === '') return;
    edits.cite({ source }, true);
    setSource('');
  };
  return (
    <aside className={classes.side} aria-label={t('rating.evidence')}>
      <Title order={2} size="h5" mb="xs">
        {t('rating.evidence')}
      </Title>
      {rows?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('rating.evidence.none')}
        </Text>
      )}
      {rows && (
        <EvidenceList
          rows={rows}
          actionOf={({ passage, advice }) => {
            const cited = passageIds.includes(passage.id);
            return (
              <Button
                size="compact-xs"
                variant={cited ? 'light' : 'default'}
                disabled={closed}
                aria-pressed={cited}
                leftSection={cited ? <IconCheck size={12} /> : <IconPlus size={12} />}
                onClick={() =>
                  edits.cite({ passageId: passage.id, adviceIds: advice.map(({ id }) => id) }, !cited)
                }
              >
                {t(cited ? 'rating.cited' : 'rating.cite')}
              </Button>
            );
          }}
        />
      )}
      {elsewhere > 0 && (
        <Text size="xs" c="dimmed" mt="xs">
          {t('rating.evidence.elsewhere', { count: elsewhere })}{' '}
          <Anchor
            component="button"
            type="button"
            size="xs"
            onClick={() => go(closed ? links.issue(issue.id) : `${links.round(round.id)}?tab=setUp`)}
          >
            {t(closed ? 'matrix.panel.openIssue' : 'rating.evidence.choose')}
          </Anchor>
        </Text>
      )}
      <Title order={3} size="h6" mt="md" mb={4}>
        {t('rating.sources')}
      </Title>
      <Stack gap={4}>
        {sources.map((one) => (
          <Group key={one} gap={4} wrap="nowrap" justify="space-between">
            <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
              {one}
            </Text>
            <ActionIcon
              size="sm"
              disabled={closed}
              aria-label={t('rating.source.remove', { source: one })}
              onClick={() => edits.cite({ source: one }, false)}
            >
              <IconX size={12} />
            </ActionIcon>
          </Group>
        ))}
        {!closed && (
          <Group gap={4} wrap="nowrap">
            <TextInput
              size="xs"
              style={{ flex: 1 }}
              aria-label={t('rating.sources')}
              placeholder={t('rating.sources.placeholder')}
              value={source}
              onChange={(event) => setSource(event.currentTarget.value)}
              onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && addSource()}
            />
            <ActionIcon aria-label={t('rating.sources.add')} onClick={addSource}>
              <IconPlus size={16} />
            </ActionIcon>
          </Group>
        )}
      </Stack>
    </aside>
  );
}
