import { ActionIcon, Badge, Box, Group, Paper, Text, Tooltip } from '@mantine/core';
import {
  IconArrowRight,
  IconArrowsHorizontal,
  IconBulb,
  IconNote,
  IconReplace,
  IconX,
} from '@tabler/icons-react';
import type { Support } from '#shared/assessment/supports.ts';
import type { Id } from '#shared/model/basics.ts';
import type { Coding } from '#shared/model/coding.ts';
import type { AttributionPolicy, Dialogue, Participant } from '#shared/model/dialogue.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { Turn } from '#shared/model/turn.ts';
import { AdviceDue } from '../../../dialogs/commitments/promised.tsx';
import { ChangedMark } from '../../../ui/changed-mark.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { IssueBadge } from '../../../ui/issue-badge.tsx';
import { go, links } from '../../../ui/links.ts';
import classes from './desk.module.css';
import { isInText, isOpen, markKey, type OpenMark, type StoredMark } from './marks.ts';
import { MemoField } from './memo-field.tsx';
import { PassageAttribution } from './passage-attribution.tsx';
import type { DeskState } from './state.ts';
import { Supported } from './supported.tsx';
import type { Supports } from './use-supports.ts';

/** What the cards of all marks have in common. */
export interface MarkCardContext {
  readonly dialogue: Dialogue;
  readonly participants: ReadonlyMap<Id, Participant>;
  readonly speakerOf: (turn: Turn) => string;
  readonly issues: ReadonlyMap<Id, Issue>;
  readonly open: OpenMark | null;
  /** The memo that is being written. */
  readonly memo: DeskState['memo'];
  /** What the words support in the rounds' matrices; absent while it is read. */
  readonly supports: Supports | undefined;
  readonly onOpen: (mark: StoredMark) => void;
  readonly onRemove: (mark: StoredMark) => void;
  readonly onAttribution: (passageId: IdOf<'passages'>, policy: AttributionPolicy | null) => void;
  /** Begins to move the ends of a coding. */
  readonly onBorders: (mark: StoredMark) => void;
  /** Asks for another issue. */
  readonly onRecode: (coding: Coding) => void;
  readonly onMemo: (codingId: IdOf<'codings'>) => void;
  readonly onMemoChange: (memo: string) => void;
  /** Given the memo; null = it stays as it was. */
  readonly onMemoDone: (memo: string) => void;
}

export interface MarkCardProps extends MarkCardContext {
  readonly mark: StoredMark;
  readonly turn: Turn;
  /** All marks of the turn. */
  readonly ofTurn: readonly StoredMark[];
}

/** A coding or advice in the panel: what it is, its words, what they support, and who may be named. */
export function MarkCard(props: MarkCardProps) {
  const { mark, turn, ofTurn, dialogue, issues, open, supports } = props;
  const { t } = useSpeech();
  return (
    <Paper
      withBorder
      p="xs"
      className={classes.card}
      data-open={isOpen(mark, open)}
      data-card={markKey(mark)}
      onClick={() => props.onOpen(mark)}
    >
      <Heading {...props} />
      {mark.kind === 'advice' && mark.advice.restatement !== '' && (
        <Text size="sm" mt={6}>
          {mark.advice.restatement}
        </Text>
      )}
      <Text size="xs" c="dimmed" mt={4} lineClamp={mark.kind === 'advice' && mark.advice.restatement ? 1 : 2}>
        {props.speakerOf(turn)} – {mark.passage.quote}
      </Text>
      {supports && (
        <Supported
          supports={supportsOf(mark, ofTurn, supports)}
          rounds={supports.rounds}
          issues={issues}
          named={mark.kind === 'coding' ? mark.issue.id : undefined}
        />
      )}
      <PassageAttribution
        dialogue={dialogue}
        speaker={turn.participantId ? props.participants.get(turn.participantId) : null}
        passage={mark.passage}
        open={isOpen(mark, open)}
        onChange={(policy) => props.onAttribution(mark.passage.id, policy)}
      />
      <ChangedMark passage={mark.passage} />
      {mark.kind === 'coding' && mark.coding.coder !== '' && (
        <Text size="xs" c="dimmed">
          {t('desk.panel.coded', { coder: mark.coding.coder })}
        </Text>
      )}
      {mark.kind === 'coding' && <Memo {...props} coding={mark.coding} />}
      {mark.kind === 'advice' && mark.advice.issueIds.length > 0 && (
        <Group gap={8} mt={6}>
          {mark.advice.issueIds.map((id) => {
            const issue = issues.get(id);
            return issue ? <IssueBadge key={id} issue={issue} onClick={() => go(links.issue(id))} /> : null;
          })}
        </Group>
      )}
    </Paper>
  );
}

/** What the mark is, and what can be done with it. */
function Heading({ mark, ...props }: MarkCardProps) {
  const { t, local } = useSpeech();
  return (
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
          <AdviceDue advice={mark.advice} />
        </Group>
      )}
      <Group gap={2} wrap="nowrap" style={{ flex: 'none' }}>
        {mark.kind === 'advice' && (
          <CardButton
            label={t('desk.advice.open')}
            icon={IconArrowRight}
            primary
            onClick={() => go(links.advice(mark.advice.id))}
          />
        )}
        {mark.kind === 'coding' && isInText(mark) && (
          <CardButton
            label={t('desk.borders')}
            icon={IconArrowsHorizontal}
            onClick={() => props.onBorders(mark)}
          />
        )}
        {mark.kind === 'coding' && (
          <CardButton
            label={t('recode.act')}
            icon={IconReplace}
            onClick={() => props.onRecode(mark.coding)}
          />
        )}
        {mark.kind === 'coding' && (
          <CardButton
            label={t('desk.memo.write')}
            icon={IconNote}
            onClick={() => props.onMemo(mark.coding.id)}
          />
        )}
        <RemoveButton
          label={
            mark.kind === 'coding'
              ? t('desk.coding.remove', { issue: local(mark.issue.name) })
              : t('desk.advice.remove')
          }
          onRemove={() => props.onRemove(mark)}
        />
      </Group>
    </Group>
  );
}

interface CardButtonProps {
  readonly label: string;
  readonly icon: typeof IconNote;
  /** In the colour of what leads on, not in grey. */
  readonly primary?: boolean;
  readonly onClick: () => void;
}

/** Something that can be done with the mark; the card itself is not pressed with it. */
function CardButton({ label, icon: Icon, primary = false, onClick }: CardButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        size="sm"
        variant="subtle"
        {...(primary ? {} : { color: 'gray' })}
        aria-label={label}
        onClick={(event) => {
          event.stopPropagation();
          onClick();
        }}
      >
        <Icon size={14} />
      </ActionIcon>
    </Tooltip>
  );
}

/** The memo of a coding, or the field in which it is written. */
function Memo({ coding, memo, onMemoChange, onMemoDone }: MarkCardContext & { readonly coding: Coding }) {
  const { t } = useSpeech();
  if (memo?.codingId === coding.id)
    return <MemoField memo={memo.typed ?? coding.memo} onChange={onMemoChange} onDone={onMemoDone} />;
  if (coding.memo === '') return null;
  return (
    <Group gap={6} mt={4} wrap="nowrap" align="flex-start">
      <IconNote size={14} aria-label={t('desk.memo')} style={{ flex: 'none', marginTop: 3 }} />
      <Text size="xs" className={classes.memo}>
        {coding.memo}
      </Text>
    </Group>
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
