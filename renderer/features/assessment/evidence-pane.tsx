import { ActionIcon, Anchor, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconCheck, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Issue } from '#shared/model/issue.ts';
import type { Rating } from '#shared/model/rating.ts';
import { type EvidenceRow, useEvidenceElsewhere } from '../../store/evidence.ts';
import { onEnter } from '../../ui/commands.ts';
import { EvidenceList } from '../../ui/evidence-list.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import classes from './desk.module.css';
import { type CarriedPassage, carry } from './drag.ts';
import { LastYear } from './last-year.tsx';
import type { RoundRows } from './round-rows.ts';
import type { RatingEdits } from './use-rating.ts';
import { useRoundEvidence } from './words.ts';

export interface EvidencePaneProps {
  readonly rows: RoundRows;
  readonly issue: Issue;
  readonly rating: Rating | undefined;
  readonly edits: RatingEdits;
  /** Only to be read. */
  readonly disabled: boolean;
}

/** What was heard of the issue in the round's dialogues, each to be cited or dragged, and sources in words. */
export function EvidencePane({ rows, issue, rating, edits, disabled }: EvidencePaneProps) {
  const { t, language } = useSpeech();
  const { round, record } = rows;
  const evidence = useRoundEvidence(issue.id, round, record);
  const elsewhere = useEvidenceElsewhere(issue.id, round.dialogueIds, language);
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
    <aside className={classes.side} data-beside-form aria-label={t('rating.evidence')}>
      <LastYear rows={rows} issueId={issue.id} />
      <div className={classes.evidence}>
        <Title order={2} size="h5" mb="xs">
          {t('rating.evidence')}
        </Title>
        {evidence?.length === 0 && (
          <Text size="sm" c="dimmed">
            {t(closed ? 'agenda.evidence.none' : 'rating.evidence.none')}
          </Text>
        )}
        {evidence && (
          <EvidenceList
            rows={evidence}
            onDragStart={disabled ? undefined : (row, event) => carry(event, citationOf(row))}
            actionOf={(row) => {
              const cited = passageIds.includes(row.passage.id);
              return (
                <Button
                  size="compact-xs"
                  variant={cited ? 'light' : 'default'}
                  disabled={disabled}
                  aria-pressed={cited}
                  leftSection={cited ? <IconCheck size={12} /> : <IconPlus size={12} />}
                  onClick={() => edits.cite(citationOf(row), !cited)}
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
                disabled={disabled}
                aria-label={t('rating.source.remove', { source: one })}
                onClick={() => edits.cite({ source: one }, false)}
              >
                <IconX size={12} />
              </ActionIcon>
            </Group>
          ))}
          {!disabled && (
            <Group gap={4} wrap="nowrap">
              <TextInput
                size="xs"
                style={{ flex: 1 }}
                aria-label={t('rating.sources')}
                placeholder={t('rating.sources.placeholder')}
                value={source}
                onChange={(event) => setSource(event.currentTarget.value)}
                onKeyDown={onEnter(addSource)}
              />
              <ActionIcon aria-label={t('rating.sources.add')} onClick={addSource}>
                <IconPlus size={16} />
              </ActionIcon>
            </Group>
          )}
        </Stack>
      </div>
    </aside>
  );
}

function citationOf({ passage, advice }: EvidenceRow): CarriedPassage {
  return { passageId: passage.id, adviceIds: advice.map(({ id }) => id) };
}
