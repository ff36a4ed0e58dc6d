import {
  Button,
  MultiSelect,
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { TurnRange } from '#shared/anchor/text-range.ts';
import type { AdviceFields } from '#shared/edit/coding.ts';
import { ADVICE_KINDS, ADVICE_STATUSES, type AdviceKind, type AdviceStatus } from '#shared/model/advice.ts';
import type { IdOf } from '#shared/model/id.ts';
import { type Issue, isActive } from '#shared/model/issue.ts';
import { matchIssues } from '#shared/taxonomy/match.ts';
import { typedDate } from '#shared/transcript/typed-date.ts';
import { useOwners } from '../../../store/owners.ts';
import { closesList } from '../../../ui/commands.ts';
import { FormButtons } from '../../../ui/form-buttons.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { OwnerField } from '../../../ui/owner-field.tsx';
import { PartialDateField } from '../../../ui/partial-date-field.tsx';
import { useDraft } from '../../../ui/use-draft.ts';
import { type AdviceDraft, adviceDraftKey, proposal } from './advice-draft.ts';
import { type DeskState, quoteOf, rangeKey } from './state.ts';
import type { DeskRows } from './use-desk-rows.ts';
import type { DeskEdits } from './use-edits.ts';
import type { Lookups } from './use-lookups.ts';
import type { Desk } from './use-machine.ts';

export interface AdvicePanelProps {
  readonly desk: Desk;
  readonly state: DeskState;
  readonly rows: Pick<DeskRows, 'dialogue' | 'marks'>;
  readonly lookups: Pick<Lookups, 'ordered'>;
  readonly edits: Pick<DeskEdits, 'advise'>;
}

/** The form for the selected words, beside them. */
export function AdvicePanel({ desk, state, rows, lookups, edits }: AdvicePanelProps) {
  const { selection, form } = state;
  if (!selection || form?.kind !== 'advice') return null;
  return (
    <AdviceForm
      key={rangeKey(selection)}
      words={selection}
      begin={proposal(selection, quoteOf(state), form.issueId, rows.marks.get(selection.turnId) ?? [])}
      dialogueId={rows.dialogue.id}
      issues={lookups.ordered}
      onSave={edits.advise}
      onClose={() => desk.send({ type: 'cancel' })}
    />
  );
}

interface AdviceFormProps {
  readonly words: TurnRange;
  /** What the form says before anything is typed. */
  readonly begin: AdviceDraft;
  readonly dialogueId: IdOf<'dialogues'>;
  readonly issues: readonly Issue[];
  /** @param stored called when it is on disk */
  readonly onSave: (fields: AdviceFields, stored: () => void) => void;
  readonly onClose: () => void;
}

/** Records a selected passage as advice: what was heard, what it bears on, and what the company says to it. */
function AdviceForm({ words, begin, dialogueId, issues, onSave, onClose }: AdviceFormProps) {
  const { t } = useSpeech();
  const draft = useDraft<AdviceDraft>(adviceDraftKey(dialogueId, words), begin);
  const { kind, issueIds, restatement, addressee, due, response, owner, status, quote } = draft.value;
  const { date, problem } = typedDate(due);
  const [commitment, why] = [draft.value.commitment.trim(), draft.value.noCommitmentWhy.trim()];
  const accepted = status === 'accepted';
  const ready = problem === null && (!accepted || commitment !== '' || why !== '');
  const save = () => {
    if (!ready) return;
    const promised = commitment !== '' ? { commitment } : { noCommitmentWhy: why };
    const texts = { restatement: restatement.trim(), addressee: addressee.trim(), response: response.trim() };
    onSave(
      {
        kind,
        issueIds: [...issueIds],
        ...texts,
        owner: owner.trim(),
        status,
        due: date,
        ...(accepted ? promised : {}),
      },
      draft.done,
    );
  };
  return (
    <Stack
      component="form"
      gap="xs"
      py="sm"
      pe="xs"
      tabIndex={-1}
      style={{ outline: 'none' }}
      aria-labelledby="advice-form-title"
      data-testid="advice-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
        else if (event.key === 'Escape' && !closesList(event)) onClose();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <Title order={2} size="h5" id="advice-form-title">
        {t('desk.advice.title')}
      </Title>
      <Text size="sm" c="dimmed" lineClamp={3}>
        {quote}
      </Text>
      <KindChoice kind={kind} onChange={(chosen) => draft.change({ kind: chosen })} />
      <IssueChoice
        issues={issues}
        issueIds={issueIds}
        onChange={(chosen) => draft.change({ issueIds: chosen })}
      />
      <Textarea
        label={t('desk.advice.restatement')}
        autosize
        minRows={2}
        maxRows={6}
        value={restatement}
        onChange={(event) => draft.change({ restatement: event.currentTarget.value })}
      />
      <Textarea
        label={t('advice.field.response')}
        autosize
        minRows={2}
        maxRows={6}
        value={response}
        onChange={(event) => draft.change({ response: event.currentTarget.value })}
      />
      <FollowUp draft={draft.value} onChange={draft.change} />
      {accepted && <PromiseFields draft={draft.value} onChange={draft.change} />}
      <FormButtons draft={draft} size="xs" onClose={onClose}>
        <Button type="submit" size="xs" disabled={!ready}>
          {t('desk.advice.save')}
        </Button>
      </FormButtons>
    </Stack>
  );
}

function KindChoice({ kind, onChange }: { kind: AdviceKind; onChange: (kind: AdviceKind) => void }) {
  const { t } = useSpeech();
  const kinds = useRef<HTMLDivElement>(null);
  useEffect(() => kinds.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), []);
  return (
    <div>
      <Text size="sm" fw={500} mb={2}>
        {t('desk.advice.kind')}
      </Text>
      <SegmentedControl
        ref={kinds}
        aria-label={t('desk.advice.kind')}
        fullWidth
        size="xs"
        value={kind}
        onChange={(value) => onChange(value as AdviceKind)}
        data={ADVICE_KINDS.map((value) => ({ value, label: t(`adviceKind.${value}`) }))}
      />
    </div>
  );
}

interface IssueChoiceProps {
  readonly issues: readonly Issue[];
  readonly issueIds: AdviceDraft['issueIds'];
  readonly onChange: (issueIds: string[]) => void;
}

/** By letters of a name or synonym in any language, best first, as the picker of codings does; Enter takes the first. */
function IssueChoice({ issues, issueIds, onChange }: IssueChoiceProps) {
  const { t, local } = useSpeech();
  const [choosing, setChoosing] = useState(false);
  const choices = issues.filter((issue) => isActive(issue) || issueIds.includes(issue.id));
  return (
    <MultiSelect
      label={t('desk.advice.issues')}
      searchable
      selectFirstOptionOnChange
      hidePickedOptions
      data={choices.map((issue) => ({ value: issue.id, label: local(issue.name) }))}
      filter={({ options, search }) => {
        const byId = new Map(options.flatMap((one) => ('value' in one ? [[one.value, one]] : [])));
        return matchIssues(choices, search).flatMap(({ issue }) => byId.get(issue.id) ?? []);
      }}
      dropdownOpened={choosing}
      onDropdownOpen={() => setChoosing(true)}
      onDropdownClose={() => setChoosing(false)}
      value={[...issueIds]}
      onChange={(chosen) => {
        onChange(chosen);
        // Open, the list would cover what is to be filled in next.
        setChoosing(false);
      }}
    />
  );
}

interface FollowUpProps {
  readonly draft: AdviceDraft;
  readonly onChange: (fields: Partial<AdviceDraft>) => void;
}

/** To whom it is addressed, who answers for it, until when, and how far it is. */
function FollowUp({ draft: { addressee, owner, due, status }, onChange }: FollowUpProps) {
  const { t, language } = useSpeech();
  return (
    <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs">
      <TextInput
        label={t('desk.advice.addressee')}
        value={addressee}
        onChange={(event) => onChange({ addressee: event.currentTarget.value })}
      />
      <PartialDateField
        label={t('desk.advice.due')}
        value={due}
        onChange={(typed) => onChange({ due: typed })}
      />
      <OwnerField
        label={t('advice.field.owner')}
        suggestions={useOwners(language)}
        value={owner}
        onChange={(name) => onChange({ owner: name })}
      />
      <Select
        label={t('advice.field.status')}
        allowDeselect={false}
        data={ADVICE_STATUSES.map((value) => ({ value, label: t(`adviceStatus.${value}`) }))}
        value={status}
        onChange={(chosen) => chosen && onChange({ status: chosen as AdviceStatus })}
      />
    </SimpleGrid>
  );
}

/** What is promised in answer to advice that is accepted, or why nothing is; owner and due date are the promise's. */
function PromiseFields({ draft: { commitment, noCommitmentWhy }, onChange }: FollowUpProps) {
  const { t } = useSpeech();
  return (
    <>
      <Textarea
        label={t('commitment.field.text')}
        description={t('advice.promise.text', { count: 1 })}
        autosize
        minRows={2}
        value={commitment}
        onChange={(event) => onChange({ commitment: event.currentTarget.value })}
      />
      {commitment.trim() === '' && (
        <TextInput
          label={t('advice.promise.orWhy')}
          value={noCommitmentWhy}
          onChange={(event) => onChange({ noCommitmentWhy: event.currentTarget.value })}
        />
      )}
    </>
  );
}
