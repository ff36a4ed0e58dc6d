import {
  Accordion,
  ActionIcon,
  Alert,
  Box,
  Button,
  Fieldset,
  Group,
  NumberInput,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Draft } from '#shared/change/draft.ts';
import {
  addAssessor,
  changeAssessor,
  changeChoice,
  changeRound,
  type RoundFields,
  removeAssessor,
} from '#shared/edit/round.ts';
import type { MessageKey } from '#shared/i18n/index.ts';
import type { Id } from '#shared/model/basics.ts';
import type { Voice } from '#shared/model/dialogue.ts';
import { isActive } from '#shared/model/issue.ts';
import {
  type Assessor,
  DIMENSIONS,
  type Dimension,
  type Round,
  type Thresholds,
} from '#shared/model/round.ts';
import { commit, undo, useRows } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyUndo } from '../../ui/notify-undo.tsx';
import { SavedText } from '../../ui/saved-text.tsx';
import { DialogueChoice, IssueChoice } from './choices.tsx';
import { VoiceSelect } from './voice-select.tsx';

/** How a round is set up. Every change is kept at once; a closed round only shows. */
export function SetUp({ round }: { round: Round }) {
  const { t, local, language } = useSpeech();
  const attempt = useAttempt();
  const found = useRows(
    async (db) => ({ issues: await db.issues.toArray(), dialogues: await db.dialogues.toArray() }),
    [],
  );
  const closed = round.stage === 'closed';
  const change = (fields: Partial<RoundFields>) =>
    void attempt(() =>
      commit({ key: 'change.round.change', params: { round: round.name } }, (draft) =>
        changeRound(draft, round.id, fields),
      ),
    );
  const choose = (field: 'issueIds' | 'dialogueIds', chosen: readonly Id[]) =>
    void attempt(() =>
      commit({ key: 'change.round.change', params: { round: round.name } }, (draft) =>
        changeChoice(draft, round.id, field, {
          added: chosen.filter((id) => !round[field].includes(id)),
          removed: round[field].filter((id) => !chosen.includes(id)),
        }),
      ),
    );
  const note = local(round.note);
  return (
    <Stack gap="lg" maw="60rem">
      {closed && (
        <Alert color="gray" py={6}>
          {t('round.closed.note')}
        </Alert>
      )}
      <Group grow align="flex-start">
        <SavedText
          label={t('round.field.name')}
          description={t('round.field.name.hint')}
          value={round.name}
          disabled={closed}
          isValid={(name) => name !== ''}
          invalid={t('settings.missing')}
          onSave={(name) => change({ name })}
        />
        <SavedText
          label={t('round.field.standard')}
          description={t('round.field.standard.hint')}
          value={round.method.standard}
          disabled={closed}
          onSave={(standard) => change({ method: { ...round.method, standard } })}
        />
      </Group>
      <SavedText
        label={t('round.field.note')}
        description={t('round.field.note.hint')}
        value={note}
        disabled={closed}
        onSave={(text) => change({ note: { ...round.note, [language]: text } })}
      />
      <Fieldset legend={t('round.field.assessors')}>
        <Assessors round={round} disabled={closed} />
      </Fieldset>
      <Fieldset legend={t('round.thresholds')}>
        <ThresholdFields
          thresholds={round.thresholds}
          disabled={closed}
          onChange={(thresholds) => change({ thresholds })}
        />
      </Fieldset>
      <Fieldset legend={t('round.field.issues')}>
        {found && (
          <IssueChoice
            issues={found.issues.filter((issue) => isActive(issue) || round.issueIds.includes(issue.id))}
            chosen={round.issueIds}
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
      <ScaleTexts round={round} disabled={closed} onChange={(scaleTexts) => change({ scaleTexts })} />
    </Stack>
  );
}

function Assessors({ round, disabled }: { round: Round; disabled: boolean }) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const [name, setName] = useState('');
  const [voice, setVoice] = useState<Voice>('company');
  const edit = (key: MessageKey, assessorName: string, recipe: (draft: Draft) => Promise<unknown>) =>
    attempt(async () => {
      await commit({ key, params: { name: assessorName } }, recipe);
      return true;
    });
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
  const add = async () => {
    if (name.trim() === '') return;
    const done = await edit('change.assessor.add', name.trim(), (draft) =>
      addAssessor(draft, round.id, { name, voice, personId: null }),
    );
    if (done) setName('');
  };
  return (
    <Stack gap="xs">
      <Text size="xs" c="dimmed">
        {t('round.field.assessors.hint')}
      </Text>
      {round.assessors.map((assessor) => (
        <Group key={assessor.id} gap="xs" wrap="nowrap">
          <Box flex={1}>
            <SavedText
              label={null}
              ariaLabel={t('round.assessor.name')}
              value={assessor.name}
              disabled={disabled}
              isValid={(text) => text !== ''}
              invalid={t('settings.missing')}
              onSave={(text) =>
                void edit('change.assessor.change', assessor.name, (draft) =>
                  changeAssessor(draft, round.id, assessor.id, { name: text }),
                )
              }
            />
          </Box>
          <VoiceSelect
            value={assessor.voice}
            disabled={disabled}
            onChange={(next) =>
              void edit('change.assessor.change', assessor.name, (draft) =>
                changeAssessor(draft, round.id, assessor.id, { voice: next }),
              )
            }
          />
          <ActionIcon
            disabled={disabled || round.assessors.length === 1}
            aria-label={t('round.assessor.remove', { name: assessor.name })}
            onClick={() => void remove(assessor)}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
      {!disabled && (
        <Group gap="xs" wrap="nowrap">
          <TextInput
            style={{ flex: 1 }}
            aria-label={t('round.assessor.name')}
            placeholder={t('round.assessor.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && void add()}
          />
          <VoiceSelect value={voice} onChange={setVoice} />
          <Button variant="light" leftSection={<IconPlus size={14} />} onClick={() => void add()}>
            {t('common.add')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

const THRESHOLD_FIELDS: readonly {
  readonly field: keyof Thresholds;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}[] = [
  { field: 'severe', min: 1, max: 5, step: 0.5 },
  { field: 'likely', min: 1, max: 5, step: 0.5 },
  { field: 'floor', min: 1, max: 5, step: 0.5 },
  { field: 'topThemes', min: 0, max: 20, step: 1 },
  { field: 'nearBand', min: 0, max: 2, step: 0.25 },
];

function ThresholdFields({
  thresholds,
  disabled,
  onChange,
}: {
  thresholds: Thresholds;
  disabled: boolean;
  onChange: (thresholds: Thresholds) => void;
}) {
  const { t } = useSpeech();
  return (
    <Group align="flex-end" grow>
      {THRESHOLD_FIELDS.map(({ field, min, max, step }) => (
        <NumberInput
          key={field}
          size="xs"
          label={t(`round.threshold.${field}`)}
          min={min}
          max={max}
          step={step}
          clampBehavior="strict"
          disabled={disabled}
          value={thresholds[field]}
          onChange={(value) => {
            if (typeof value === 'number' && value !== thresholds[field])
              onChange({ ...thresholds, [field]: field === 'topThemes' ? Math.round(value) : value });
          }}
        />
      ))}
    </Group>
  );
}

/** The anchor texts, to be worded for the company's own business; in the language of the interface. */
function ScaleTexts({
  round,
  disabled,
  onChange,
}: {
  round: Round;
  disabled: boolean;
  onChange: (texts: Round['scaleTexts']) => void;
}) {
  const { t, language } = useSpeech();
  const write = (dimension: Dimension, at: number, text: string) =>
    onChange({
      ...round.scaleTexts,
      [dimension]: round.scaleTexts[dimension].map((anchor, index) =>
        index === at ? { ...anchor, [language]: text } : anchor,
      ),
    });
  return (
    <div>
      <Text fw={500} size="sm" mb={4}>
        {t('round.scales')}
      </Text>
      <Accordion variant="contained" chevronPosition="left">
        {DIMENSIONS.map((dimension) => (
          <Accordion.Item key={dimension} value={dimension}>
            <Accordion.Control>{t(`dimension.${dimension}`)}</Accordion.Control>
            <Accordion.Panel>
              <Stack gap={6}>
                {round.scaleTexts[dimension].map((anchor, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place
                  <Group key={at} gap="xs" wrap="nowrap">
                    <Text size="sm" fw={700} w={16}>
                      {at + 1}
                    </Text>
                    <Box flex={1}>
                      <SavedText
                        label={null}
                        ariaLabel={t('round.scales.level', {
                          dimension: t(`dimension.${dimension}`),
                          level: at + 1,
                        })}
                        value={anchor[language] ?? ''}
                        disabled={disabled}
                        onSave={(text) => write(dimension, at, text)}
                      />
                    </Box>
                  </Group>
                ))}
              </Stack>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </div>
  );
}
