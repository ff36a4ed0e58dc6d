import { type RefObject, useCallback, useMemo } from 'react';
import type { Id } from '#shared/model/basics.ts';
import type { Issue } from '#shared/model/issue.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { IssuePicker } from '../../../ui/issue-picker.tsx';
import { AdviceForm } from './advice-form.tsx';
import type { SelectionCommand } from './commands.ts';
import type { StoredMark } from './marks.ts';
import { SelectionTools } from './selection-tools.tsx';
import { type AdviceDraft, type DeskState, quoteOf } from './state.ts';
import type { DeskRows } from './use-desk-rows.ts';
import type { DeskEdits } from './use-edits.ts';
import type { Desk } from './use-machine.ts';

export interface SelectionFormsProps {
  readonly desk: Desk;
  readonly state: DeskState;
  readonly scrollRef: RefObject<HTMLDivElement | null>;
  readonly issues: readonly Issue[];
  readonly digits: ReadonlyMap<Id, number>;
  readonly marks: DeskRows['marks'];
  readonly edits: DeskEdits;
  readonly onCommand: (command: SelectionCommand) => void;
}

/** The toolbar beside the selected words, with the picker or the advice form under it. */
export function SelectionForms(props: SelectionFormsProps) {
  const { desk, state, scrollRef, onCommand } = props;
  const { selection, form } = state;
  if (!selection) return null;
  return (
    <SelectionTools
      selected={selection}
      scrollRef={scrollRef}
      onCommand={onCommand}
      onClear={() => desk.send({ type: 'cancel' })}
      onDismiss={() => desk.send({ type: 'dismiss' })}
    >
      {form?.kind === 'code' ? <Picker {...props} /> : form?.kind === 'advice' ? <Advice {...props} /> : null}
    </SelectionTools>
  );
}

function Picker({ desk, issues, digits, edits }: SelectionFormsProps) {
  const { t } = useSpeech();
  const { send } = desk;
  const highlight = useCallback(
    (issue: Issue | null) => void send({ type: 'highlight', issueId: issue?.id ?? null }),
    [send],
  );
  return (
    <IssuePicker
      issues={issues}
      width={430}
      begun={useMemo(() => typedAhead(desk), [desk])}
      digitOf={digits}
      hint={t('desk.picker.hint')}
      onHighlight={highlight}
      onChoose={(issueId) => edits.code(issueId, 'code')}
      onAdvise={(issueId) => send({ type: 'advise', issueId })}
      onNew={edits.codeNew}
      onCancel={() => send({ type: 'cancel' })}
    />
  );
}

/** The letters that were typed before the picker had the focus; it takes them over, and empties them. */
function typedAhead({ current, send }: Desk): { current: string } {
  return {
    get current() {
      const { form } = current();
      return form?.kind === 'code' ? form.typed : '';
    },
    set current(_emptied) {
      send({ type: 'take-typed' });
    },
  };
}

function Advice({ desk, state, issues, marks, edits }: SelectionFormsProps) {
  const { selection, form } = state;
  const { send } = desk;
  if (!selection || form?.kind !== 'advice') return null;
  return (
    <AdviceForm
      quote={quoteOf(state)}
      issues={issues}
      draft={form.draft ?? proposal(form.issueId, marks.get(selection.turnId) ?? [], selection)}
      onChange={(draft) => send({ type: 'draft-advice', draft })}
      onSave={edits.advise}
      onCancel={() => send({ type: 'cancel' })}
    />
  );
}

/** What the form proposes: the issue just chosen, and those that the passage is already coded to. */
function proposal(
  chosen: Id | null,
  marks: readonly StoredMark[],
  range: { readonly start: number; readonly end: number },
): AdviceDraft {
  const coded = marks.flatMap((mark) =>
    mark.kind === 'coding' && mark.start < range.end && mark.end > range.start ? [mark.issue.id] : [],
  );
  const issueIds = [...new Set(chosen ? [chosen, ...coded] : coded)];
  return { kind: 'urge', issueIds, restatement: '', addressee: '', due: '' };
}
