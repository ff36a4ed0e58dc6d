import { type RefObject, useCallback, useMemo } from 'react';
import type { Id } from '#shared/model/basics.ts';
import type { Issue } from '#shared/model/issue.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { IssuePicker } from '../../../ui/issue-picker.tsx';
import type { SelectionCommand } from './commands.ts';
import { SelectionTools } from './selection-tools.tsx';
import type { DeskState } from './state.ts';
import type { DeskEdits } from './use-edits.ts';
import type { Desk } from './use-machine.ts';

export interface SelectionFormsProps {
  readonly desk: Desk;
  readonly state: DeskState;
  readonly scrollRef: RefObject<HTMLDivElement | null>;
  readonly issues: readonly Issue[];
  readonly digits: ReadonlyMap<Id, number>;
  readonly edits: DeskEdits;
  readonly onCommand: (command: SelectionCommand) => void;
}

/** The toolbar beside the selected words, with the picker under it. */
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
    >
      {form?.kind === 'code' ? <Picker {...props} /> : null}
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
