import { Alert, Fieldset, Stack } from '@mantine/core';
import { rescaled } from '#shared/assessment/scale-texts.ts';
import { changeChoice, changeRound, type RoundFields } from '#shared/edit/round.ts';
import type { Id } from '#shared/model/basics.ts';
import { isActive } from '#shared/model/issue.ts';
import { hasBegun } from '#shared/model/round.ts';
import { scaleSize } from '#shared/model/scale.ts';
import { commit, useRows } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { writtenIn } from '../../ui/language-fields.tsx';
import { SavedText } from '../../ui/saved-text.tsx';
import { Assessors } from './assessors.tsx';
import { DialogueChoice, IssueChoice } from './choices.tsx';
import { ImpactBasis } from './impact-basis.tsx';
import { PendingBar, usePendingSetUp } from './pending-set-up.tsx';
import { RoundNames } from './round-names.tsx';
import type { RoundRows } from './round-rows.ts';
import { ScaleChoice } from './scale-choice.tsx';
import { ScaleTextFields } from './scale-text-fields.tsx';
import { SetUpChanges } from './set-up-changes.tsx';
import { ThresholdFields } from './thresholds.tsx';

/** How a round is set up. Every change is kept at once; a closed round only shows. */
export function SetUp({ rows }: { rows: RoundRows }) {
  const { round, based, workspace } = rows;
  const { t, local, language } = useSpeech();
  const attempt = useAttempt();
  const found = useRows(
    async (db) => ({ issues: await db.issues.toArray(), dialogues: await db.dialogues.toArray() }),
    [],
  );
  const closed = round.stage === 'closed';
  const pending = usePendingSetUp(round);
  const shown = pending.round;
  const change = (fields: Partial<RoundFields>) =>
    !pending.take(fields) &&
    void attempt(() =>
      commit({ key: 'change.round.change', params: { round: round.name } }, (draft) =>
        changeRound(draft, round.id, fields),
      ),
    );
  const choose = (field: 'issueIds' | 'dialogueIds', chosen: readonly Id[]) => {
    if (field === 'issueIds' && pending.take({ issueIds: [...chosen] })) return;
    void attempt(() =>
      commit({ key: 'change.round.change', params: { round: round.name } }, (draft) =>
        changeChoice(draft, round.id, field, {
          added: chosen.filter((id) => !round[field].includes(id)),
          removed: round[field].filter((id) => !chosen.includes(id)),
        }),
      ),
    );
  };
  const note = local(round.note);
  return (
    <Stack gap="lg" maw="60rem">
      {round.stage === 'open' && (
        <Alert color="ai" py={6}>
          {t('round.open.setUp')}
        </Alert>
      )}
      {found && <PendingBar stored={round} pending={pending} issues={found.issues} />}
      {based && found && <SetUpChanges earlier={based} now={round} issues={found.issues} />}
      <RoundNames
        round={round}
        languages={writtenIn(workspace)}
        disabled={closed}
        onChange={(name) => change({ name })}
      />
      <SavedText
        label={t('round.field.standard')}
        description={t('round.field.standard.hint')}
        value={round.method.standard}
        disabled={closed}
        onSave={(standard) => change({ method: { ...round.method, standard } })}
      />
      <SavedText
        label={t('round.field.note')}
        description={t('round.field.note.hint')}
        value={note}
        disabled={closed}
        onSave={(text) => change({ note: { ...round.note, [language]: text } })}
      />
      <ImpactBasis round={round} languages={writtenIn(workspace)} disabled={closed} onChange={change} />
      <Fieldset legend={t('round.field.assessors')}>
        <Assessors round={round} disabled={closed} />
      </Fieldset>
      <ScaleChoice
        size={scaleSize(shown)}
        earlier={based ? scaleSize(based) : null}
        fixed={hasBegun(round)}
        onChange={(size) => change(rescaled(round, size))}
      />
      <Fieldset legend={t('round.thresholds')}>
        <ThresholdFields
          draftKey={`round-threshold/${round.id}`}
          thresholds={shown.thresholds}
          size={scaleSize(shown)}
          disabled={closed}
          onChange={(thresholds) => change({ thresholds })}
        />
      </Fieldset>
      <Fieldset legend={t('round.field.issues')}>
        {found && (
          <IssueChoice
            issues={found.issues.filter((issue) => isActive(issue) || shown.issueIds.includes(issue.id))}
            chosen={shown.issueIds}
            disabled={closed}
            onChange={(issueIds) => choose('issueIds', issueIds)}
          />
        )}
      </Fieldset>
      <Fieldset legend={t('round.field.dialogues')}>
        {found && (
          <DialogueChoice
            dialogues={found.dialogues}
            chosen={round.dialogueIds}
            disabled={closed}
            onChange={(dialogueIds) => choose('dialogueIds', dialogueIds)}
          />
        )}
      </Fieldset>
      <ScaleTextFields
        round={shown}
        languages={writtenIn(workspace)}
        disabled={closed}
        onChange={(scaleTexts) => change({ scaleTexts })}
      />
    </Stack>
  );
}
