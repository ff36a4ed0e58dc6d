import { ActionIcon, Box, Button, Group, Stack, Text, TextInput, Tooltip } from '@mantine/core';
import { IconPlus, IconUserMinus, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { panelOf } from '#shared/assessment/panel.ts';
import type { Draft } from '#shared/change/draft.ts';
import {
  addAssessor,
  changeAssessor,
  removeAssessor,
  returnAssessor,
  withdrawAssessor,
} from '#shared/edit/round-assessors.ts';
import type { Reason } from '#shared/edit/round-log.ts';
import type { MessageKey } from '#shared/i18n/index.ts';
import type { Voice } from '#shared/model/dialogue.ts';
import { type Assessor, hasBegun, type Round } from '#shared/model/round.ts';
import { actor, commit, undo } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { onEnter } from '../../ui/commands.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyUndo } from '../../ui/notify-undo.tsx';
import { SavedText } from '../../ui/saved-text.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { VoiceSelect } from './voice-select.tsx';

/** What is done to the panel once rating has begun: each needs a reason. */
type PanelAct =
  | { readonly kind: 'withdraw' | 'return'; readonly assessor: Assessor }
  | { readonly kind: 'capacity'; readonly assessor: Assessor; readonly voice: Voice }
  | { readonly kind: 'add'; readonly name: string; readonly voice: Voice };

/** Who assesses. Once rating has begun nobody is removed: whoever leaves is withdrawn, with a reason. */
export function Assessors({ round, disabled }: { round: Round; disabled: boolean }) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const [asking, setAsking] = useState<PanelAct | null>(null);
  const adding = useDraft<{ readonly name: string; readonly voice: Voice }>(`round-assessor/${round.id}`, {
    name: '',
    voice: 'company',
  });
  const begun = hasBegun(round);
  const panel = panelOf(round);
  const edit = (key: MessageKey, name: string, recipe: (draft: Draft) => Promise<unknown>) =>
    attempt(async () => {
      await commit({ key, params: { name } }, recipe);
      return true as const;
    });
  const act = async (one: PanelAct, reason?: Reason): Promise<boolean> => {
    const done = await edit(LABEL[one.kind], nameIn(one), (draft) => carriedOut(draft, round, one, reason));
    if (done && one.kind === 'add') adding.discard();
    return done ?? false;
  };
  const ask = (one: PanelAct) => (begun ? setAsking(one) : void act(one));
  const remove = async (assessor: Assessor) => {
    const done = await edit('change.assessor.remove', assessor.name, (draft) =>
      removeAssessor(draft, round.id, assessor.id),
    );
    if (done)
      notifyUndo({
        message: t('round.assessor.removed', { name: assessor.name }),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
  };
  return (
    <Stack gap="xs">
      <Text size="xs" c="dimmed">
        {t('round.field.assessors.hint')} {t('round.assessor.conflict.hint')}
      </Text>
      <AssessorHeads />
      {panel.map((assessor) => (
        <AssessorRow
          key={assessor.id}
          round={round}
          assessor={assessor}
          disabled={disabled}
          onVoice={(voice) => ask({ kind: 'capacity', assessor, voice })}
          leave={
            <LeaveButton
              name={assessor.name}
              begun={begun}
              disabled={disabled || panel.length === 1}
              onLeave={() => (begun ? ask({ kind: 'withdraw', assessor }) : void remove(assessor))}
            />
          }
        />
      ))}
      {!disabled && (
        <NewAssessor
          value={adding.value}
          onChange={adding.change}
          onAdd={() => adding.value.name.trim() !== '' && ask({ kind: 'add', ...adding.value })}
        />
      )}
      <Withdrawn
        round={round}
        disabled={disabled}
        onReturn={(assessor) => ask({ kind: 'return', assessor })}
      />
      {asking && (
        <ReasonDialog
          title={t(`panel.${asking.kind}.title`, { name: nameIn(asking) })}
          text={t(`panel.${asking.kind}.text`)}
          label={t('log.why')}
          hint={t('log.why.hint')}
          confirm={t(`panel.${asking.kind}.confirm`)}
          draftKey={`round-panel/${round.id}/${asking.kind}`}
          onConfirm={(why) => act(asking, { by: actor(), at: new Date().toISOString(), why })}
          onClose={() => setAsking(null)}
        />
      )}
    </Stack>
  );
}

const LABEL = {
  add: 'change.assessor.add',
  capacity: 'change.assessor.change',
  withdraw: 'change.assessor.withdraw',
  return: 'change.assessor.return',
} as const satisfies Readonly<Record<PanelAct['kind'], MessageKey>>;

function nameIn(act: PanelAct): string {
  return act.kind === 'add' ? act.name.trim() : act.assessor.name;
}

function carriedOut(draft: Draft, round: Round, act: PanelAct, reason: Reason | undefined): Promise<unknown> {
  switch (act.kind) {
    case 'add':
      return addAssessor(draft, round.id, { name: act.name, voice: act.voice, personId: null }, reason);
    case 'capacity':
      return changeAssessor(draft, round.id, act.assessor.id, { voice: act.voice }, reason);
    case 'withdraw':
      return withdrawAssessor(draft, round.id, act.assessor.id, reason);
    case 'return':
      return returnAssessor(draft, round.id, act.assessor.id, reason);
  }
}

interface AssessorRowProps {
  readonly round: Round;
  readonly assessor: Assessor;
  readonly disabled: boolean;
  readonly onVoice: (voice: Voice) => void;
  readonly leave: ReactNode;
}

function AssessorRow({ round, assessor, disabled, onVoice, leave }: AssessorRowProps) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const change = (fields: { name?: string; conflict?: string }) =>
    void attempt(() =>
      commit({ key: 'change.assessor.change', params: { name: assessor.name } }, (draft) =>
        changeAssessor(draft, round.id, assessor.id, fields),
      ),
    );
  return (
    <Group gap="xs" wrap="nowrap">
      <Box flex={1}>
        <SavedText
          label={null}
          ariaLabel={t('round.assessor.name')}
          value={assessor.name}
          disabled={disabled}
          isValid={(text) => text !== ''}
          invalid={t('settings.missing')}
          onSave={(name) => change({ name })}
        />
      </Box>
      <VoiceSelect value={assessor.voice} disabled={disabled} onChange={onVoice} />
      <Box flex={1.2}>
        <SavedText
          label={null}
          ariaLabel={t('round.assessor.conflictOf', { name: assessor.name })}
          placeholder={t('round.assessor.conflict.none')}
          value={assessor.conflict}
          disabled={disabled}
          onSave={(conflict) => change({ conflict })}
        />
      </Box>
      {leave}
    </Group>
  );
}

interface LeaveButtonProps {
  readonly name: string;
  readonly begun: boolean;
  readonly disabled: boolean;
  readonly onLeave: () => void;
}

function LeaveButton({ name, begun, disabled, onLeave }: LeaveButtonProps) {
  const { t } = useSpeech();
  const label = t(begun ? 'panel.withdraw.of' : 'round.assessor.remove', { name });
  return (
    <Tooltip label={label} disabled={disabled}>
      <ActionIcon disabled={disabled} aria-label={label} onClick={onLeave}>
        {begun ? <IconUserMinus size={16} /> : <IconX size={16} />}
      </ActionIcon>
    </Tooltip>
  );
}

interface NewAssessorProps {
  readonly value: { readonly name: string; readonly voice: Voice };
  readonly onChange: (fields: { name?: string; voice?: Voice }) => void;
  readonly onAdd: () => void;
}

function NewAssessor({ value, onChange, onAdd }: NewAssessorProps) {
  const { t } = useSpeech();
  return (
    <Group gap="xs" wrap="nowrap">
      <TextInput
        style={{ flex: 1 }}
        aria-label={t('round.assessor.name')}
        placeholder={t('round.assessor.name')}
        value={value.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        onKeyDown={onEnter(onAdd)}
      />
      <VoiceSelect value={value.voice} onChange={(voice) => onChange({ voice })} />
      <Button flex={1.2} variant="light" leftSection={<IconPlus size={14} />} onClick={onAdd}>
        {t('common.add')}
      </Button>
    </Group>
  );
}

interface WithdrawnProps {
  readonly round: Round;
  readonly disabled: boolean;
  readonly onReturn: (assessor: Assessor) => void;
}

/** Who is left out of every figure, and why; their ratings are kept. */
function Withdrawn({ round, disabled, onReturn }: WithdrawnProps) {
  const { t, day } = useSpeech();
  const gone = round.assessors.filter(({ withdrawn }) => withdrawn);
  if (gone.length === 0) return null;
  return (
    <Stack gap={4} mt="xs" data-testid="withdrawn">
      <Text size="sm" fw={500}>
        {t('panel.withdrawn')}
      </Text>
      {gone.map((assessor) => {
        const said = round.log.findLast(
          (one) => one.kind === 'assessor-withdrawn' && one.assessorId === assessor.id,
        );
        return (
          <Group key={assessor.id} gap="sm" wrap="nowrap" justify="space-between">
            <Text size="sm">
              {assessor.name} ({t(`voice.${assessor.voice}`)})
              {said && (
                <Text span size="sm" c="dimmed">
                  {' '}
                  {t('panel.withdrawn.why', { day: day(said.at), why: said.why })}
                </Text>
              )}
            </Text>
            {!disabled && (
              <Button size="compact-sm" variant="default" onClick={() => onReturn(assessor)}>
                {t('panel.return.confirm')}
              </Button>
            )}
          </Group>
        );
      })}
    </Stack>
  );
}

/** Names of the columns of assessors. */
export function AssessorHeads() {
  const { t } = useSpeech();
  return (
    <Group gap="xs" wrap="nowrap" aria-hidden fz="xs" c="dimmed">
      <Box flex={1}>{t('round.assessor.name')}</Box>
      <Box w={230}>{t('round.assessor.voice')}</Box>
      <Box flex={1.2}>{t('round.assessor.conflict')}</Box>
      <Box w={28} />
    </Group>
  );
}
