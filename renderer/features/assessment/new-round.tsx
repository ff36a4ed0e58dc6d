import { ActionIcon, Button, Fieldset, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { latestRound } from '#shared/assessment/assess-round.ts';
import { DEFAULT_SCALE_TEXTS } from '#shared/assessment/scale-texts.ts';
import { type AssessorFields, newRound } from '#shared/edit/round.ts';
import type { Id } from '#shared/model/basics.ts';
import type { Dialogue } from '#shared/model/dialogue.ts';
import { type Issue, isActive } from '#shared/model/issue.ts';
import { DEFAULT_THRESHOLDS, type Round } from '#shared/model/round.ts';
import { fiscalYearLabel, fiscalYearOf, type Workspace } from '#shared/model/workspace.ts';
import { commit, useRows } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { BackLink } from '../../ui/back-link.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { Page } from '../../ui/page.tsx';
import { DialogueChoice, IssueChoice } from './choices.tsx';
import { VoiceSelect } from './voice-select.tsx';

/** Begins a round: year, assessors, issues and dialogues; everything can still be changed until it is closed. */
export function NewRound() {
  const { t } = useSpeech();
  const found = useRows(async (db) => {
    const [workspace] = await db.workspace.toArray();
    const rounds = await db.rounds.toArray();
    return workspace
      ? {
          workspace,
          issues: (await db.issues.toArray()).filter(isActive),
          dialogues: await db.dialogues.toArray(),
          last: latestRound(rounds),
          considered: new Set(rounds.flatMap(({ dialogueIds }) => dialogueIds)),
        }
      : null;
  }, []);
  return (
    <Page
      title={t('round.new.title')}
      width="reading"
      above={<BackLink to={links.rounds()}>{t('assessment.all')}</BackLink>}
    >
      {found && <Form {...found} />}
    </Page>
  );
}

interface FormProps {
  readonly workspace: Workspace;
  readonly issues: readonly Issue[];
  readonly dialogues: readonly Dialogue[];
  /** The last round: a new one begins with its assessors, anchors, thresholds and standard. */
  readonly last: Round | undefined;
  /** Dialogues that a round counts already. */
  readonly considered: ReadonlySet<Id>;
}

function Form({ workspace, issues, dialogues, last, considered }: FormProps) {
  const { t, language } = useSpeech();
  const attempt = useAttempt();
  const label = (year: number) => fiscalYearLabel(year, workspace.fiscalYear, language);
  const now = fiscalYearOf(new Date().toISOString().slice(0, 10), workspace.fiscalYear);
  const latest = dialogues.length > 0 ? Math.max(...dialogues.map(({ fiscalYear }) => fiscalYear)) : now;
  const years = range(Math.min(latest, now) - 2, Math.max(latest, now) + 1).reverse();
  // Those of the year, and those before it that no round has counted yet: what was heard is not to be lost between.
  const heardFor = (year: number) =>
    dialogues
      .filter((one) => one.fiscalYear === year || (one.fiscalYear < year && !considered.has(one.id)))
      .map(({ id }) => id);

  const [year, setYear] = useState(latest);
  const [name, setName] = useState<string | null>(null);
  const [assessors, setAssessors] = useState<readonly AssessorFields[]>(last?.assessors ?? [EMPTY, EMPTY]);
  const [issueIds, setIssueIds] = useState<readonly Id[]>(() => issues.map(({ id }) => id));
  const [chosenDialogues, setChosenDialogues] = useState<readonly Id[] | null>(null);
  const [standard, setStandard] = useState(last?.method.standard ?? '');
  const [note, setNote] = useState('');

  const roundName = name ?? t('round.name.default', { year: label(year) });
  const dialogueIds = chosenDialogues ?? heardFor(year);
  const named = assessors.some((one) => one.name.trim() !== '');
  const change = (index: number, fields: Partial<AssessorFields>) =>
    setAssessors(assessors.map((one, at) => (at === index ? { ...one, ...fields } : one)));

  const begin = () =>
    void attempt(async () => {
      const round = await commit({ key: 'change.round.new', params: { round: roundName } }, (draft) =>
        newRound(
          draft,
          {
            fiscalYear: year,
            name: roundName,
            issueIds: [...issueIds],
            dialogueIds: [...dialogueIds],
            method: { version: 'severity-first-1', standard: standard.trim() },
            scaleTexts: last?.scaleTexts ?? DEFAULT_SCALE_TEXTS,
            thresholds: last?.thresholds ?? DEFAULT_THRESHOLDS,
            note: note.trim() === '' ? {} : { [language]: note.trim() },
          },
          assessors,
        ),
      );
      go(links.round(round.id));
    });

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        begin();
      }}
    >
      <Stack gap="lg">
        <Group align="flex-end" gap="sm">
          <Select
            w={150}
            label={t('round.field.year')}
            allowDeselect={false}
            data={years.map((one) => ({ value: String(one), label: label(one) }))}
            value={String(year)}
            onChange={(chosen) => chosen && setYear(Number(chosen))}
          />
          <TextInput
            style={{ flex: 1 }}
            label={t('round.field.name')}
            value={roundName}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </Group>

        <Fieldset legend={t('round.field.assessors')}>
          <Text size="xs" c="dimmed" mb="xs">
            {t('round.field.assessors.hint')}
          </Text>
          <Stack gap="xs">
            {assessors.map((assessor, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity before they are stored
              <Group key={index} gap="xs" wrap="nowrap">
                <TextInput
                  style={{ flex: 1 }}
                  aria-label={t('round.assessor.name')}
                  placeholder={t('round.assessor.name')}
                  value={assessor.name}
                  onChange={(event) => change(index, { name: event.currentTarget.value })}
                />
                <VoiceSelect value={assessor.voice} onChange={(voice) => change(index, { voice })} />
                <ActionIcon
                  aria-label={t('round.assessor.remove', { name: assessor.name })}
                  disabled={assessors.length === 1}
                  onClick={() => setAssessors(assessors.filter((_, at) => at !== index))}
                >
                  <IconX size={16} />
                </ActionIcon>
              </Group>
            ))}
          </Stack>
          <Button
            mt="xs"
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={14} />}
            onClick={() => setAssessors([...assessors, EMPTY])}
          >
            {t('round.assessor.add')}
          </Button>
        </Fieldset>

        <Fieldset legend={t('round.field.issues')}>
          <IssueChoice issues={issues} chosen={issueIds} onChange={setIssueIds} />
        </Fieldset>

        <Fieldset legend={t('round.field.dialogues')}>
          <DialogueChoice dialogues={dialogues} chosen={dialogueIds} onChange={setChosenDialogues} />
        </Fieldset>

        <TextInput
          label={t('round.field.standard')}
          description={t('round.field.standard.hint')}
          value={standard}
          onChange={(event) => setStandard(event.currentTarget.value)}
        />
        <Textarea
          autosize
          label={t('round.field.note')}
          description={t('round.field.note.hint')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" disabled={!named || issueIds.length === 0}>
            {t('round.new.create')}
          </Button>
          <Button variant="default" onClick={() => go(links.rounds())}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const EMPTY: AssessorFields = { name: '', voice: 'company', personId: null };

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_unused, index) => from + index);
}
