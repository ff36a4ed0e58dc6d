import { Divider, Drawer, Select, Stack } from '@mantine/core';
import { type DialogueDetails, updateDialogue } from '#shared/edit/dialogue.ts';
import { ATTRIBUTION_POLICIES, type AttributionPolicy, type Dialogue } from '#shared/model/dialogue.ts';
import { fiscalYearOf } from '#shared/model/workspace.ts';
import { TimelinePanel } from '../../dialogs/register/timeline-panel.tsx';
import { today } from '../../platform/today.ts';
import { commit, useRows } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { FiscalYearSelect } from '../../ui/fiscal-year-select.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { SavedDate } from '../../ui/partial-date-field.tsx';
import { SavedText } from '../../ui/saved-text.tsx';
import { FollowsField } from './follows-field.tsx';

export const DIALOGUE_FORMS = ['in-person', 'online', 'hybrid', 'written', 'unknown'] as const;

/** The facts of a dialogue; each field is saved when it is left, as one undo step. */
export function DetailsDrawer({
  dialogue,
  opened,
  onClose,
}: {
  dialogue: Dialogue;
  opened: boolean;
  onClose: () => void;
}) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const workspace = useRows((db) => db.workspace.toCollection().first(), []);
  const save = (fields: Partial<DialogueDetails>) =>
    void attempt(() =>
      commit({ key: 'change.dialogue.edit', params: { title: dialogue.title } }, (draft) =>
        updateDialogue(draft, dialogue.id, fields),
      ),
    );
  return (
    <Drawer opened={opened} onClose={onClose} position="right" title={t('dialogues.details')}>
      <Stack>
        <SavedText
          label={t('dialogues.field.title')}
          value={dialogue.title}
          onSave={(title) => title !== '' && save({ title })}
        />
        <SavedDate
          label={t('dialogues.field.date')}
          value={dialogue.date}
          draftKey={`dialogue-date/${dialogue.id}`}
          onSave={(date) =>
            save({
              date,
              ...(date !== null && workspace ? { fiscalYear: fiscalYearOf(date, workspace.fiscalYear) } : {}),
            })
          }
        />
        {workspace && (
          <FiscalYearSelect
            label={t('dialogues.field.fiscalYear')}
            convention={workspace.fiscalYear}
            last={fiscalYearOf(today(), workspace.fiscalYear) + 1}
            value={dialogue.fiscalYear}
            onChange={(fiscalYear) => save({ fiscalYear })}
          />
        )}
        <FollowsField
          dialogueId={dialogue.id}
          value={dialogue.follows}
          onChange={(follows) => save({ follows })}
        />
        <SavedText
          label={t('dialogues.field.place')}
          value={dialogue.place}
          onSave={(place) => save({ place })}
        />
        <Select
          label={t('dialogues.field.form')}
          allowDeselect={false}
          data={DIALOGUE_FORMS.map((value) => ({ value, label: t(`dialogues.form.${value}`) }))}
          value={dialogue.form}
          onChange={(value) => value && save({ form: value as Dialogue['form'] })}
        />
        <Select
          label={t('dialogues.field.attribution')}
          allowDeselect={false}
          data={ATTRIBUTION_POLICIES.map((value) => ({ value, label: t(`policy.${value}`) }))}
          value={dialogue.attribution}
          onChange={(value) => value && save({ attribution: value as AttributionPolicy })}
        />
        <SavedText
          label={t('dialogues.field.sourceNote')}
          description={t('dialogues.field.sourceNote.hint')}
          multiline
          value={dialogue.sourceNote}
          onSave={(sourceNote) => save({ sourceNote })}
        />
        <Divider />
        <InRegister dialogueId={dialogue.id} />
      </Stack>
    </Drawer>
  );
}

/** What the register says of a dialogue, or rests on its words. What was promised in it stands with its advice. */
function InRegister({ dialogueId }: { dialogueId: Dialogue['id'] }) {
  const { t } = useSpeech();
  const passages = useRows(
    (db) => db.passages.where('dialogueId').equals(dialogueId).primaryKeys(),
    [dialogueId],
  );
  if (!passages) return null;
  return (
    <TimelinePanel
      title={t('register.inRegister')}
      targets={[
        { table: 'dialogues', id: dialogueId },
        ...passages.map((id) => ({ table: 'passages', id }) as const),
      ]}
      start={{ refs: [{ to: 'dialogue', id: dialogueId }] }}
      without={['commitments']}
    />
  );
}
