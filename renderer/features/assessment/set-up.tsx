import {
  Accordion,
  ActionIcon,
  Alert,
  Box,
  Button,
  Fieldset,
  Group,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
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
import { type Id, type LocalText, tidy } from '#shared/model/basics.ts';
import type { Voice } from '#shared/model/dialogue.ts';
import { isActive } from '#shared/model/issue.ts';
import { type Assessor, DIMENSIONS, type Dimension, type Round } from '#shared/model/round.ts';
import { commit, undo, useRows } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { onEnter } from '../../ui/commands.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { languageName, languageNameIn, writtenIn } from '../../ui/language-fields.tsx';
import { notifyUndo } from '../../ui/notify-undo.tsx';
import { SavedText } from '../../ui/saved-text.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { DialogueChoice, IssueChoice } from './choices.tsx';
import { ImpactBasis } from './impact-basis.tsx';
import type { RoundRows } from './round-rows.ts';
import { SetUpChanges } from './set-up-changes.tsx';
import { ThresholdFields } from './thresholds.tsx';
import { VoiceSelect } from './voice-select.tsx';

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
  const change = (fields: Partial<RoundFields>) =>
    void attempt(() =>
      commit({ key: 'change.round.change', params: { round: round.name } }, (draft) =>
        changeRound(draft, round.id, fields),
      ),
    );
  const choose = (field: 'issueIds' | 'dialogueIds', chosen: readonly Id[]) =>
    void attempt(async () => {
      const lost =
        field === 'issueIds' ? rows.ratings.filter(({ issueId }) => !chosen.includes(issueId)).length : 0;
      await commit({ key: 'change.round.change', params: { round: round.name } }, (draft) =>
        changeChoice(draft, round.id, field, {
          added: chosen.filter((id) => !round[field].includes(id)),
          removed: round[field].filter((id) => !chosen.includes(id)),
        }),
      );
      if (lost > 0)
        notifyUndo({
          message: t('round.issues.removed', { count: lost }),
          undoLabel: t('common.undo'),
          undo: () => attempt(undo),
        });
    });
  const note = local(round.note);
  return (
    <Stack gap="lg" maw="60rem">
      {round.stage === 'open' && (
        <Alert color="ai" py={6}>
          {t('round.open.setUp')}
        </Alert>
      )}
      {based && found && <SetUpChanges earlier={based} now={round} issues={found.issues} />}
      <Names
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
      <Fieldset legend={t('round.thresholds')}>
        <ThresholdFields
          draftKey={`round-threshold/${round.id}`}
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
      <ScaleTexts
        round={round}
        languages={writtenIn(workspace)}
        disabled={closed}
        onChange={(scaleTexts) => change({ scaleTexts })}
      />
    </Stack>
  );
}

/** What the round is called, in each language side by side; one of them has to be written. */
function Names({
  round,
  languages,
  disabled,
  onChange,
}: {
  round: Round;
  languages: readonly string[];
  disabled: boolean;
  onChange: (name: LocalText) => void;
}) {
  const { t, language: spoken } = useSpeech();
  const named = (language: string, text: string) => tidy({ ...round.name, [language]: text });
  return (
    <Group grow align="flex-start">
      {languages.map((language, index) => (
        <SavedText
          key={language}
          label={t('settings.inLanguage', {
            what: t('round.field.name'),
            language: languageNameIn(language, spoken),
          })}
          {...(index === 0 ? { description: t('round.field.name.hint') } : {})}
          lang={language}
          value={round.name[language] ?? ''}
          disabled={disabled}
          isValid={(text) => Object.keys(named(language, text)).length > 0}
          invalid={t('settings.missing')}
          onSave={(text) => onChange(named(language, text))}
        />
      ))}
    </Group>
  );
}

function Assessors({ round, disabled }: { round: Round; disabled: boolean }) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const draft = useDraft<{ readonly name: string; readonly voice: Voice }>(`round-assessor/${round.id}`, {
    name: '',
    voice: 'company',
  });
  const { name, voice } = draft.value;
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
    const done = await edit('change.assessor.add', name.trim(), (change) =>
      addAssessor(change, round.id, { name, voice, personId: null }),
    );
    if (done) draft.discard();
  };
  return (
    <Stack gap="xs">
      <Text size="xs" c="dimmed">
        {t('round.field.assessors.hint')} {t('round.assessor.conflict.hint')}
      </Text>
      <AssessorHeads />
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
          <Box flex={1.2}>
            <SavedText
              label={null}
              ariaLabel={t('round.assessor.conflictOf', { name: assessor.name })}
              placeholder={t('round.assessor.conflict.none')}
              value={assessor.conflict}
              disabled={disabled}
              onSave={(conflict) =>
                void edit('change.assessor.change', assessor.name, (draft) =>
                  changeAssessor(draft, round.id, assessor.id, { conflict }),
                )
              }
            />
          </Box>
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
            onChange={(event) => draft.change({ name: event.currentTarget.value })}
            onKeyDown={onEnter(() => void add())}
          />
          <VoiceSelect value={voice} onChange={(next) => draft.change({ voice: next })} />
          <Button flex={1.2} variant="light" leftSection={<IconPlus size={14} />} onClick={() => void add()}>
            {t('common.add')}
          </Button>
        </Group>
      )}
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

/** The anchor texts, to be worded for the company's own business, in each of the workspace's languages side by side. */
function ScaleTexts({
  round,
  languages,
  disabled,
  onChange,
}: {
  round: Round;
  languages: readonly string[];
  disabled: boolean;
  onChange: (texts: Round['scaleTexts']) => void;
}) {
  const { t } = useSpeech();
  const write = (dimension: Dimension, at: number, language: string, text: string) =>
    onChange({
      ...round.scaleTexts,
      [dimension]: round.scaleTexts[dimension].map((anchor, index) =>
        index === at ? { ...anchor, [language]: text } : anchor,
      ),
    });
  return (
    <div>
      <Text fw={500} size="sm">
        {t('round.scales')}
      </Text>
      <Text size="xs" c="dimmed" mb={6}>
        {t('round.scales.hint')}
      </Text>
      <Accordion variant="contained" chevronPosition="left">
        {DIMENSIONS.map((dimension) => (
          <Accordion.Item key={dimension} value={dimension}>
            <Accordion.Control>
              <Group gap="sm" align="baseline">
                <Text span size="sm" fw={500}>
                  {t(`dimension.${dimension}`)}
                </Text>
                <Text span size="xs" c="dimmed">
                  {t(`rating.ask.${dimension}`)}
                </Text>
              </Group>
            </Accordion.Control>
            <Accordion.Panel>
              <Stack gap={6}>
                {round.scaleTexts[dimension].map((anchor, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place
                  <Group key={at} gap="xs" wrap="nowrap" align="flex-start">
                    <Text size="sm" fw={700} w={16} pt={8}>
                      {at + 1}
                    </Text>
                    {languages.map((language) => (
                      <Box key={language} flex={1}>
                        <SavedText
                          multiline
                          minRows={1}
                          label={null}
                          ariaLabel={t('round.scales.level.in', {
                            dimension: t(`dimension.${dimension}`),
                            level: at + 1,
                            language: languageName(language),
                          })}
                          placeholder={languageName(language)}
                          lang={language}
                          value={anchor[language] ?? ''}
                          disabled={disabled}
                          onSave={(text) => write(dimension, at, language, text)}
                        />
                      </Box>
                    ))}
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
