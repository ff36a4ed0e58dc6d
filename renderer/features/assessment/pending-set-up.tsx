import { Alert, Button, Group, List, Text, Textarea } from '@mantine/core';
import { dequal } from 'dequal';
import { loggedText } from '#shared/assessment/round-log-words.ts';
import { changeRound, type RoundFields, roundEvents } from '#shared/edit/round.ts';
import type { Issue } from '#shared/model/issue.ts';
import { hasBegun, type LoggedChange, type Round } from '#shared/model/round.ts';
import { actor, commit } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { DraftNote } from '../../ui/form-buttons.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { type DraftForm, useDraft } from '../../ui/use-draft.ts';

/** What of a round's set-up needs a reason once rating has begun. */
type Reasoned = Pick<RoundFields, 'thresholds' | 'scaleTexts' | 'issueIds'>;
const REASONED = ['thresholds', 'scaleTexts', 'issueIds'] as const satisfies readonly (keyof Reasoned)[];

type Pending = {
  readonly thresholds: Reasoned['thresholds'] | null;
  readonly scaleTexts: Reasoned['scaleTexts'] | null;
  readonly issueIds: Reasoned['issueIds'] | null;
  readonly why: string;
};

export interface PendingSetUp {
  /** The round as it will be once the reason is given. */
  readonly round: Round;
  /** Whether it is kept until a reason is given; false = whoever asked has to save it. */
  readonly take: (fields: Partial<RoundFields>) => boolean;
  readonly draft: DraftForm<Pending>;
}

/** Changes of issues, thresholds and texts of levels that wait for their reason, as a draft; until rating begins none do. */
export function usePendingSetUp(stored: Round): PendingSetUp {
  const draft = useDraft<Pending>(`round-pending/${stored.id}`, {
    thresholds: null,
    scaleTexts: null,
    issueIds: null,
    why: '',
  });
  const waits = hasBegun(stored) && stored.stage !== 'closed';
  const { thresholds, scaleTexts, issueIds } = draft.value;
  const round = waits
    ? {
        ...stored,
        thresholds: thresholds ?? stored.thresholds,
        scaleTexts: scaleTexts ?? stored.scaleTexts,
        issueIds: issueIds ?? stored.issueIds,
      }
    : stored;
  return {
    round,
    draft,
    take: (fields) => {
      if (!waits || !REASONED.some((field) => fields[field] !== undefined)) return false;
      // What is as it was waits for nothing.
      const kept = REASONED.filter((field) => fields[field] !== undefined).map((field) => [
        field,
        sameAsStored(field, fields, stored) ? null : fields[field],
      ]);
      draft.change(Object.fromEntries(kept));
      return true;
    },
  };
}

function sameAsStored(field: keyof Reasoned, fields: Partial<RoundFields>, stored: Round): boolean {
  const sorted = (value: unknown) =>
    field === 'issueIds' ? [...(value as readonly string[])].sort() : value;
  return dequal(sorted(fields[field]), sorted(stored[field]));
}

export interface PendingBarProps {
  readonly stored: Round;
  readonly pending: PendingSetUp;
  readonly issues: readonly Issue[];
}

/** What waits for its reason, and the field for it; nothing where nothing waits. */
export function PendingBar({ stored, pending, issues }: PendingBarProps) {
  const { t, local } = useSpeech();
  const attempt = useAttempt();
  const { draft, round } = pending;
  const { thresholds, scaleTexts, issueIds } = round;
  const events = roundEvents(stored, { thresholds, scaleTexts, issueIds });
  if (!hasBegun(stored) || stored.stage === 'closed' || events.length === 0) return null;
  const names = new Map<string, string>(issues.map(({ id, name }) => [id, local(name)]));
  const naming = { t, assessor: () => '', issue: (id: string) => names.get(id) ?? '–' };
  const { why } = draft.value;
  const save = () =>
    void attempt(async () => {
      await commit({ key: 'change.round.change', params: { round: stored.name } }, (change) =>
        changeRound(
          change,
          stored.id,
          { thresholds, scaleTexts, issueIds },
          { by: actor(), at: new Date().toISOString(), why },
        ),
      );
      draft.discard();
    });
  return (
    <Alert color="yellow" title={t('pending.title')} data-testid="pending-set-up">
      <List size="sm" mb="xs">
        {events.map((event) => (
          <List.Item key={JSON.stringify(event)}>{loggedText(event as LoggedChange, naming)}</List.Item>
        ))}
      </List>
      <Textarea
        label={t('log.why')}
        description={t('log.why.hint')}
        autosize
        minRows={1}
        required
        value={why}
        onChange={(event) => draft.change({ why: event.currentTarget.value })}
      />
      {issueIds.length < stored.issueIds.length && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('pending.ratingsGo')}
        </Text>
      )}
      <Group justify="flex-end" gap="xs" mt="xs">
        <DraftNote draft={draft} />
        <Button disabled={why.trim() === ''} onClick={save}>
          {t('pending.save')}
        </Button>
      </Group>
    </Alert>
  );
}
