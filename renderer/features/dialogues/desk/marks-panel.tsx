import { ActionIcon, Badge, Box, Button, Group, Paper, Stack, Text, Tooltip } from '@mantine/core';
import { IconArrowRight, IconBulb, IconNote, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Support } from '#shared/assessment/supports.ts';
import type { Id } from '#shared/model/basics.ts';
import type { AttributionPolicy, Dialogue, Participant } from '#shared/model/dialogue.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { Turn } from '#shared/model/turn.ts';
import { ChangedMark } from '../../../ui/changed-mark.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { IssueBadge } from '../../../ui/issue-badge.tsx';
import { go, links } from '../../../ui/links.ts';
import classes from './desk.module.css';
import { isOpen, markKey, type OpenMark, type StoredMark } from './marks.ts';
import { MemoField } from './memo-field.tsx';
import { PassageAttribution } from './passage-attribution.tsx';
import { Supported } from './supported.tsx';
import type { Supports } from './use-supports.ts';

export interface MarksPanelProps {
  readonly dialogue: Dialogue;
  readonly turns: readonly Turn[];
  readonly marks: ReadonlyMap<Id, readonly StoredMark[]>;
  readonly participants: ReadonlyMap<Id, Participant>;
  readonly speakerOf: (turn: Turn) => string;
  readonly issues: ReadonlyMap<Id, Issue>;
  readonly open: OpenMark | null;
  /** The coding whose memo is being written. */
  readonly memoOf: Id | null;
  /** What the words support in the rounds' matrices; absent while it is read. */
  readonly supports: Supports | undefined;
  /** The first marked turn after those in view, round the end; null where nothing is marked. */
  readonly next: Id | null;
  readonly onOpen: (mark: StoredMark) => void;
  readonly onShow: (turnId: Id) => void;
  readonly onRemove: (mark: StoredMark) => void;
  readonly onAttribution: (passageId: Id, policy: AttributionPolicy | null) => void;
  readonly onMemo: (codingId: Id) => void;
  /** Given the memo; null = it stays as it was. */
  readonly onMemoDone: (codingId: Id, memo: string | null) => void;
}

/** The advice and codings of the turns that are in view, in the order of the text. */
export function MarksPanel({
  dialogue,
  turns,
  marks,
  participants,
  speakerOf,
  issues,
  open,
  memoOf,
  supports,
  next,
  onOpen,
  onShow,
  onRemove,
  onAttribution,
  onMemo,
  onMemoDone,
}: MarksPanelProps) {
  const { t, local } = useSpeech();
  const shown = turns.flatMap((turn) => (marks.get(turn.id) ?? []).map((mark) => ({ turn, mark })));
  const marked = new Set(shown.map(({ mark }) => mark.passage.id));
  // Cited in a rating without being coded or advice.
  const alsoCited = turns.flatMap((turn) =>
    (supports?.cited.get(turn.id) ?? []).flatMap((passage) =>
      marked.has(passage.id) ? [] : [{ turn, passage }],
    ),
  );
  const cards = shown.length + alsoCited.length;
  const list = useRef<HTMLDivElement>(null);
  const openShown = shown.some(({ mark }) => isOpen(mark, open));
  // The card of a mark that was opened in the text, or by a link, is brought into sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: which mark is open is what it depends on
  useEffect(() => {
    if (openShown) list.current?.querySelector('[data-open="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [open, openShown, supports !== undefined]);
  if (cards === 0 && next !== null) {
    return (
      <Stack gap="xs" p="xs" align="flex-start">
        <Text size="sm" c="dimmed">
          {t('desk.panel.elsewhere')}
        </Text>
        <Button size="compact-sm" variant="default" onClick={() => onShow(next)}>
          {t('desk.panel.next')}
        </Button>
      </Stack>
    );
  }
  if (cards === 0) {
    return (
      <Text size="sm" c="dimmed" p="xs">
        {t('desk.panel.empty')}
      </Text>
    );
  }
  return (
    <Stack gap="xs" ref={list}>
      {shown.map(({ turn, mark }) => (
        <Paper
          key={markKey(mark)}
          withBorder
          p="xs"
          className={classes.card}
          data-open={isOpen(mark, open)}
          data-card={markKey(mark)}
          onClick={() => onOpen(mark)}
        >
          <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
            {mark.kind === 'coding' ? (
              <Box miw={0}>
                <IssueBadge issue={mark.issue} onClick={() => go(links.issue(mark.issue.id))} />
              </Box>
            ) : (
              <Group gap={6}>
                <Badge size="sm" variant="light" leftSection={<IconBulb size={12} />}>
                  {t(`adviceKind.${mark.advice.kind}`)}
                </Badge>
                <Badge size="sm" variant="default">
                  {t(`adviceStatus.${mark.advice.status}`)}
                </Badge>
              </Group>
            )}
            <Group gap={2} wrap="nowrap" style={{ flex: 'none' }}>
              {mark.kind === 'advice' && (
                <Tooltip label={t('desk.advice.open')}>
                  <ActionIcon
                    size="sm"
                    variant="subtle"
                    aria-label={t('desk.advice.open')}
                    onClick={(event) => {
                      event.stopPropagation();
                      go(links.advice(mark.advice.id));
                    }}
                  >
                    <IconArrowRight size={14} />
                  </ActionIcon>
                </Tooltip>
              )}
              {mark.kind === 'coding' && (
                <Tooltip label={t('desk.memo.write')}>
                  <ActionIcon
                    size="sm"
                    variant="subtle"
                    color="gray"
                    aria-label={t('desk.memo.write')}
                    onClick={(event) => {
                      event.stopPropagation();
                      onMemo(mark.coding.id);
                    }}
                  >
                    <IconNote size={14} />
                  </ActionIcon>
                </Tooltip>
              )}
              <RemoveButton
                label={
                  mark.kind === 'coding'
                    ? t('desk.coding.remove', { issue: local(mark.issue.name) })
                    : t('desk.advice.remove')
                }
                onRemove={() => onRemove(mark)}
              />
            </Group>
          </Group>
          {mark.kind === 'advice' && mark.advice.restatement !== '' && (
            <Text size="sm" mt={6}>
              {mark.advice.restatement}
            </Text>
          )}
          <Text
            size="xs"
            c="dimmed"
            mt={4}
            lineClamp={mark.kind === 'advice' && mark.advice.restatement ? 1 : 2}
          >
            {speakerOf(turn)} – {mark.passage.quote}
          </Text>
          {supports && (
            <Supported
              supports={supportsOf(mark, marks.get(turn.id) ?? [], supports)}
              rounds={supports.rounds}
              issues={issues}
              named={mark.kind === 'coding' ? mark.issue.id : undefined}
            />
          )}
          <PassageAttribution
            dialogue={dialogue}
            speaker={turn.participantId ? participants.get(turn.participantId) : null}
            passage={mark.passage}
            open={isOpen(mark, open)}
            onChange={(policy) => onAttribution(mark.passage.id, policy)}
          />
          <ChangedMark passage={mark.passage} />
          {mark.kind === 'coding' && mark.coding.coder !== '' && (
            <Text size="xs" c="dimmed">
              {t('desk.panel.coded', { coder: mark.coding.coder })}
            </Text>
          )}
          {mark.kind === 'coding' && mark.coding.id === memoOf && (
            <MemoField memo={mark.coding.memo} onDone={(memo) => onMemoDone(mark.coding.id, memo)} />
          )}
          {mark.kind === 'coding' && mark.coding.id !== memoOf && mark.coding.memo !== '' && (
            <Group gap={6} mt={4} wrap="nowrap" align="flex-start">
              <IconNote size={14} aria-label={t('desk.memo')} style={{ flex: 'none', marginTop: 3 }} />
              <Text size="xs" className={classes.memo}>
                {mark.coding.memo}
              </Text>
            </Group>
          )}
          {mark.kind === 'advice' && mark.advice.issueIds.length > 0 && (
            <Group gap={8} mt={6}>
              {mark.advice.issueIds.map((id) => {
                const issue = issues.get(id);
                return issue ? (
                  <IssueBadge key={id} issue={issue} onClick={() => go(links.issue(id))} />
                ) : null;
              })}
            </Group>
          )}
        </Paper>
      ))}
      {supports &&
        alsoCited.map(({ turn, passage }) => (
          <Paper key={passage.id} withBorder p="xs" className={classes.card} data-cited={passage.id}>
            <Text size="xs" c="dimmed" lineClamp={2}>
              {speakerOf(turn)} – {passage.quote}
            </Text>
            <ChangedMark passage={passage} />
            <Supported
              supports={supports.byPassage.get(passage.id) ?? []}
              rounds={supports.rounds}
              issues={issues}
            />
          </Paper>
        ))}
    </Stack>
  );
}

/**
 * Of a passage's dots those of the mark's own issues, each once: a coding comes before advice. Where the words are cited
 * for an issue that none of the marks is about, the first of them says so.
 */
function supportsOf(
  mark: StoredMark,
  ofTurn: readonly StoredMark[],
  { byPassage }: Supports,
): readonly Support[] {
  const ofPassage = ofTurn
    .filter(({ passage }) => passage.id === mark.passage.id)
    .sort((a, b) => Number(a.kind === 'advice') - Number(b.kind === 'advice'));
  return (byPassage.get(mark.passage.id) ?? []).filter(
    ({ issueId }) => (ofPassage.find((one) => issuesOf(one).includes(issueId)) ?? ofPassage[0]) === mark,
  );
}

function issuesOf(mark: StoredMark): readonly Id[] {
  return mark.kind === 'coding' ? [mark.issue.id] : mark.advice.issueIds;
}

function RemoveButton({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        aria-label={label}
        onClick={(event) => {
          event.stopPropagation();
          onRemove();
        }}
      >
        <IconX size={14} />
      </ActionIcon>
    </Tooltip>
  );
}
